import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { FUNDS_KEY, type ResultField, type ResultsForm, ROWS_KEY } from '../../form/results-form.ts';
import type { ResultUse } from '../../form/words.ts';
import type { Located, Span } from '../../report/diagnostic.ts';
import { findNode, type ParsedSource, spanOf } from '../parse.ts';

export interface Result {
  form: ResultsForm;
  file: string;
  /** The name of the project: the file's, without ending. */
  stem: string;
  facts: { field: ResultField; value: Located }[];
  /** By row of the grid, then by column; what is written for no row is the total's. */
  funds: ReadonlyMap<string, ReadonlyMap<string, Located>>;
  /** What is written for the total and once more for no row. */
  fundsTwice: Located[];
  rows: ResultRow[];
  /** Where 资金 and 指标 are written; the file's beginning where they are not. */
  at: { funds: Span; rows: Span };
}

export interface ResultRow {
  name: Located;
  values: ReadonlyMap<string, Located>;
}

/** Reads a source that its schema has accepted. */
export function toResult({ source, root }: ParsedSource, form: ResultsForm): Result {
  const { file, stem } = source;
  const locate = (node: unknown): Located | null => {
    if (isScalar(node)) return { text: String(node.value ?? ''), at: spanOf(file, node as Node) };
    if (!isSeq(node)) return null;
    return {
      text: node.items.map((item) => (isScalar(item) ? String(item.value) : '')).join('、'),
      at: spanOf(file, node as Node),
    };
  };
  const readMap = (node: unknown): ReadonlyMap<string, Located> =>
    new Map(
      (isMap(node) ? node.items : []).flatMap(({ key, value }) => {
        const located = locate(value);
        return isScalar(key) && located !== null ? [[String(key.value), located] as const] : [];
      }),
    );
  const keyOf = (name: string): Span => {
    const [key] = findNode(root, [name]).keys;
    return key ? spanOf(file, key) : { file, start: 0, end: 0 };
  };
  const actual = form.rowFields.find(({ use }) => use === 'actual')?.key ?? '';
  const rows = root.get(ROWS_KEY, true);
  const funds = root.get(FUNDS_KEY, true);
  const [total = ''] = form.funds?.rows ?? [];
  const own = (form.funds?.rows ?? []).map(
    (row) => [row, readMap(isMap(funds) ? funds.get(row, true) : null)] as const,
  );
  const ofNoRow = readMap(funds);
  const ofTotal = own.find(([row]) => row === total)?.[1];
  return {
    form,
    file,
    stem,
    facts: form.fields.flatMap((field) => {
      const value = locate(root.get(field.key, true));
      return value === null ? [] : [{ field, value }];
    }),
    funds: new Map(own.map(([row, cells]) => [row, row === total ? new Map([...ofNoRow, ...cells]) : cells])),
    fundsTwice: [...(ofTotal ?? [])].flatMap(([key, cell]) => (ofNoRow.has(key) ? [cell] : [])),
    rows: (isMap(rows) ? rows.items : []).flatMap(({ key, value }): ResultRow[] => {
      const name = locate(key);
      if (name === null) return [];
      const short = locate(value);
      return [{ name, values: short === null ? readMap(value) : new Map([[actual, short]]) }];
    }),
    at: { funds: keyOf(FUNDS_KEY), rows: keyOf(ROWS_KEY) },
  };
}

/** What a row says for a use; null where the form has no such thing, or the row says nothing. */
export function said({ values }: ResultRow, { rowFields }: ResultsForm, use: ResultUse): Located | null {
  const field = rowFields.find((known) => known.use === use);
  const value = field && values.get(field.key);
  return value === undefined || value.text.trim() === '' ? null : value;
}
