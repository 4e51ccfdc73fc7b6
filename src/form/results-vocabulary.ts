import { FUNDS_KEY, isComputedField, type ResultField, type ResultsForm, ROWS_KEY } from './results-form.ts';
import { type KeyType, NO_VOCABULARY, type Vocabulary } from './vocabulary.ts';
import type { ResultUse } from './words.ts';

const QUANTITIES: ReadonlySet<ResultUse> = new Set(['actual', 'forecast', 'degree', 'adjusted']);

/** The words that authors write in sources of a results form. */
export function toResultsVocabulary({ fields, rowFields, funds }: ResultsForm): Vocabulary {
  const own = (list: readonly ResultField[]) => list.filter(({ source }) => source === null);
  const top = [...(funds === null ? [] : [FUNDS_KEY]), ...own(fields).map(({ key }) => key), ROWS_KEY];
  const row = own(rowFields)
    .filter((field) => !isComputedField(field))
    .map(({ key }) => key);
  const columns = funds?.columns ?? [];
  const types = new Map<string, KeyType>([
    ...[FUNDS_KEY, ROWS_KEY].map((key) => [key, 'map'] as const),
    ...columns.map(({ key, use }) => [key, use === 'reason' ? 'text' : 'amount'] as const),
    // A quantity has its blank between number and unit, as in the goals.
    ...[...fields, ...own(rowFields)].map(({ key, type, use }) => {
      if (use === 'weight' || use === 'score') return [key, 'weight'] as const;
      return [key, use !== null && QUANTITIES.has(use) ? 'figure' : type] as const;
    }),
  ]);
  const known = new Set([...top, ...row, ...columns.map(({ key }) => key), ...(funds?.rows ?? [])]);
  const prose = own(fields).filter(({ isRequired, type }) => isRequired && type === 'paragraphs');
  return {
    ...{ ...NO_VOCABULARY, top, row, types, typesBelow: new Map([[ROWS_KEY, 'figure']]), known },
    prose: new Set(prose.map(({ key }) => key)),
  };
}
