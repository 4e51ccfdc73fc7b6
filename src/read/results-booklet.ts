import { FIRST_RESULTS_FORMS } from '../form/results-form.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { type Booklet, readBookletOf } from './booklet.ts';
import type { Forms, KnownResultsForm, ResultsForms } from './forms.ts';
import type { ResultsKind } from './results-place.ts';
import type { Source } from './source.ts';

/**
 * The form of results that a booklet.yaml asks for; where there is none of that name and kind, the first. Throws
 * EnvironmentError when that is missing or broken, and when the one that is asked for is.
 */
export function findResultsForm(
  kind: ResultsKind,
  { formNames }: Pick<Booklet, 'formNames'>,
  forms: ResultsForms,
): KnownResultsForm {
  const first = FIRST_RESULTS_FORMS[kind];
  const named = forms.find(formNames.get(kind)?.text.trim() ?? first);
  const known = named?.form.kind === kind ? named : forms.find(first);
  if (known !== null) return known;
  throw new EnvironmentError('form/missing', { name: first, known: forms.names.join('、') });
}

/** The same by the texts from the year's down, as far as they can be read. */
export function readResultsFormOf(
  kind: ResultsKind,
  booklets: readonly (Source | null)[],
  forms: Forms,
): KnownResultsForm {
  const own = readBookletOf(booklets, forms) ?? { formNames: new Map() };
  return findResultsForm(kind, own, forms.results());
}

/** What a folder's booklet.yaml says of its results. `name`: `自评`, `监控/7月`. */
export function toResultsBooklet(booklet: Booklet, { form }: KnownResultsForm, name: string): Booklet {
  return {
    ...booklet,
    path: `${booklet.path}/${name}`,
    title: `${booklet.year}年度${form.title}`,
    date: null,
    notes: null,
  };
}
