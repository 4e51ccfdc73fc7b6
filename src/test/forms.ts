import { openForms } from '../commands/context.ts';

/** The program's own forms, and the words of their sources. */
export const FORMS = openForms('');
export const WORDS = FORMS.first.words;
