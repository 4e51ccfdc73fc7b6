import { FIRST_FORM, type Form } from '../form/form.ts';
import { toSourceSchema } from '../form/source-schema.ts';
import { toVocabulary, type Vocabulary } from '../form/vocabulary.ts';
import { countLines } from '../report/report.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { lazy } from '../util/memoize.ts';
import { readForm } from './read-form.ts';
import { compileSchema, type Validate } from './validate.ts';

/** A form, ready to read sources with. */
export interface KnownForm {
  form: Form;
  /** Checks the data of a source; made when it is first called for. */
  validate: () => Validate;
}

/** The forms of a folder of templates. */
export interface Forms {
  names: readonly string[];
  /** What sources have when booklet.yaml names no form. */
  first: KnownForm;
  /** Null when there is no such form. */
  find(name: string): KnownForm | null;
  /** The keys of all of them. */
  words: Vocabulary;
}

/**
 * Reads all forms of a folder. `files`: name without ending → text. `schema`: form.schema.json, compiled. Throws EnvironmentError
 * when the first form is missing, and with the place when one is broken.
 */
export function createForms(files: ReadonlyMap<string, string>, schema: Validate): Forms {
  const names = [...files.keys()];
  if (!files.has(FIRST_FORM)) {
    throw new EnvironmentError('form/missing', { name: FIRST_FORM, known: names.join(' ') });
  }
  const known = new Map([...files].map(([name, text]) => [name, openForm(name, text, schema)]));
  const find = (name: string) => known.get(name) ?? null;
  const first = find(FIRST_FORM) as KnownForm;
  const others = [...known.values()].filter((form) => form !== first);
  const words = toVocabulary([first, ...others].map(({ form }) => form));
  return { names, first, find, words };
}

function openForm(name: string, text: string, schema: Validate): KnownForm {
  const file = `forms/${name}.yaml`;
  const { value: form, diagnostics } = readForm({ file, stem: name, text }, schema);
  const [wrong] = diagnostics.filter(({ severity }) => severity === 'error');
  if (form === null || wrong !== undefined) {
    if (wrong === undefined) throw new Error(`${file} gives no form and no error`);
    const { line, col } = countLines(text).linePos(wrong.at.start);
    throw new EnvironmentError(wrong.wording, wrong.args, undefined, `${file}:${line}:${col}`);
  }
  return { form, validate: lazy(() => compileSchema(file, JSON.stringify(toSourceSchema(form)))) };
}
