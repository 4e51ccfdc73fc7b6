import { FIRST_FORM, type Form } from '../form/form.ts';
import type { ResultsForm } from '../form/results-form.ts';
import { toResultsSchema } from '../form/results-schema.ts';
import { toResultsVocabulary } from '../form/results-vocabulary.ts';
import { toSourceSchema } from '../form/source-schema.ts';
import { type FormSource, toForm } from '../form/to-form.ts';
import { type ResultsFormSource, toResultsForm } from '../form/to-results-form.ts';
import { toVocabulary } from '../form/vocabulary.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { lazy } from '../util/memoize.ts';
import { createFormFolder, type FormFolder, type Known } from './read-form.ts';
import type { Validate } from './validate.ts';

export type KnownForm = Known<Form, FormSource>;
export type KnownResultsForm = Known<ResultsForm, ResultsFormSource>;
export type ResultsForms = FormFolder<ResultsForm, ResultsFormSource>;

export interface Forms extends FormFolder<Form, FormSource> {
  /** What sources have when booklet.yaml names no form. */
  first: KnownForm;
  results: () => ResultsForms;
}

/** By its 种类, or that of the form it builds on. */
function isFormOfResults(name: string, all: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let next: string | undefined = name; next !== undefined && !seen.has(next); ) {
    seen.add(next);
    const text: string = all.get(next) ?? '';
    const kind = /^种类[ \t]*:[ \t]*["']?(\p{L}+)/mu.exec(text)?.[1];
    if (kind !== undefined) return kind === '自评' || kind === '监控';
    next = /^基于[ \t]*:[ \t]*["']?([^"'#\n]+)/mu.exec(text)?.[1]?.trim();
  }
  return false;
}

/**
 * `all`: name without ending → text. `schema` compiles form.schema.json, `resultsSchema` that of forms of results. Throws
 * EnvironmentError when the first form is missing or broken.
 */
export function createForms(
  all: ReadonlyMap<string, string>,
  schema: () => Validate,
  resultsSchema: () => Validate,
): Forms {
  const isOfResults = ([name]: [string, string]) => isFormOfResults(name, all);
  const folder = createFormFolder<Form, FormSource>(new Map([...all].filter((file) => !isOfResults(file))), {
    ...{ schema: lazy(schema), toForm },
    toWords: (form) => toVocabulary([form]),
    toSchema: toSourceSchema,
  });
  const results = lazy(() =>
    createFormFolder<ResultsForm, ResultsFormSource>(new Map([...all].filter(isOfResults)), {
      ...{ schema: lazy(resultsSchema), toForm: toResultsForm },
      ...{ toWords: toResultsVocabulary, toSchema: toResultsSchema },
    }),
  );
  const first = folder.find(FIRST_FORM);
  if (first === null)
    throw new EnvironmentError('form/missing', { name: FIRST_FORM, known: folder.names.join(' ') });
  return { ...folder, first, results };
}
