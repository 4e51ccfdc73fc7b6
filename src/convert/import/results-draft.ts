import { FUNDS_KEY, type ResultsForm, ROWS_KEY } from '../../form/results-form.ts';
import { toLine } from '../../form/text.ts';
import { orderOf } from '../../format/key-order.ts';
import type { Entry, Value } from '../../format/layout.ts';
import { writeTidily } from '../../format/tidy.ts';
import { type DraftOptions, type TableDraft, toComments, toEntry, toStem, toText } from './draft.ts';
import { doubtful, type Note } from './note.ts';
import type { FoundTable } from './recognize.ts';
import type { FoundRow } from './rows.ts';

/**
 * A file of results: what was reached, by the goals' own names. Targets are the goals' and are not written again; what the program
 * computes is left out and said.
 */
export function toResultsDraft(
  table: FoundTable,
  results: ResultsForm,
  month: number | null,
  { schema, words, fallback }: DraftOptions,
): TableDraft {
  const { form, place } = table;
  const ofTable: Note[] = [...table.notes];
  const nameKey = form.fields.find(({ type }) => type === 'name')?.key;
  const name = toLine(table.facts.find(({ key }) => key === nameKey)?.text ?? '');
  const stem = toStem(name === '' ? fallback : name);
  if (name === '') ofTable.push(doubtful(place, 'import/no-name', { stem }));
  const scores = results.rowFields.filter(({ use }) => use === 'score').map(({ key }) => key);
  const left = table.rows.flatMap((row) => scores.flatMap((key) => row.texts.get(key) ?? []));
  if (left.length > 0) ofTable.push(doubtful(place, 'import/scores-left', { scores: left.join('、') }));

  const entries: Entry[] = [];
  const funds = toFunds(table, results);
  if (funds !== null) entries.push(toEntry(FUNDS_KEY, funds, []));
  for (const { key, type, source, isRequired } of results.fields) {
    const fact = table.facts.find((one) => one.key === key);
    if (source !== null) continue;
    if (fact !== undefined) entries.push(toEntry(key, toText(fact.text, type), []));
    else if (isRequired) entries.push(toEntry(key, toText('待填', 'line'), []));
  }
  const rows: TableDraft['rows'] = [];
  const notes = [...ofTable];
  const list = table.rows.map((row) => toRow(row, table.rows, results, rows, notes));
  entries.push(toEntry(ROWS_KEY, { kind: 'map', entries: list }, []));
  const [first] = entries;
  if (first !== undefined) first.leading = toComments(ofTable);
  const header =
    schema === null ? [] : [{ text: `# yaml-language-server: $schema=${schema}`, isApart: false }];
  const text = writeTidily({ header, entries, footer: [] }, orderOf(words, false));
  const folder = month === null ? '自评' : `监控/${month}月`;
  return { stem, folder, name, code: '', form, table, text, notes, entries, rows };
}

/** By source of the money where there are several; the amount alone where there is only a total. */
function toFunds({ facts }: FoundTable, { funds }: ResultsForm): Value | null {
  if (funds === null) return null;
  const own = facts.filter(({ key }) => key === FUNDS_KEY);
  const written = funds.columns.filter(
    ({ use }) => use === null || !['rate', 'weight', 'score'].includes(use),
  );
  const lines = funds.rows.flatMap((name): [string, Entry[]][] => {
    const line = own.find(({ part, text }) => part === '来源' && sameName(text, name))?.row;
    if (line === undefined) return [];
    const amounts = written.flatMap(({ key, use }): Entry[] => {
      const text = own.find(({ row, part }) => row === line && part === key)?.text ?? '';
      if (text === '' || /^[-—–/]+$/.test(text)) return [];
      const isNumber = use !== 'reason' && /^-?\d[\d,]*(?:\.\d+)?$/.test(text);
      return [toEntry(key, toText(isNumber ? `${text.replaceAll(',', '')} 万元` : text, 'line'), [])];
    });
    return amounts.length === 0 ? [] : [[name, amounts]];
  });
  const [total] = lines;
  if (total === undefined) return null;
  if (lines.length === 1) return { kind: 'map', entries: total[1] };
  return {
    kind: 'map',
    entries: lines.map(([name, entries]) => toEntry(name, { kind: 'map', entries }, [])),
  };
}

function sameName(written: string, name: string): boolean {
  const bare = (text: string) => text.replace(/[\s：:]|^其中/gu, '');
  return bare(written) === bare(name) || bare(name) === `其中${bare(written)}`;
}

function toRow(
  row: FoundRow,
  all: readonly FoundRow[],
  { rowFields }: ResultsForm,
  rows: TableDraft['rows'],
  notes: Note[],
): Entry {
  const isTwice = all.filter(({ name }) => name === row.name).length > 1;
  const key = isTwice ? `${row.level2}/${row.name}` : row.name;
  const values = rowFields.flatMap(({ key: field, type, use, source }): [string, string, typeof type][] => {
    const text = row.texts.get(field);
    const isLeft = source !== null || use === 'score' || use === 'lamp';
    return text === undefined || isLeft ? [] : [[field, text, type]];
  });
  const actual = rowFields.find(({ use }) => use === 'actual')?.key;
  if (!values.some(([field]) => field === actual) && actual !== undefined)
    values.unshift([actual, '待填', 'line']);
  notes.push(...row.notes);
  const keys = ['一级指标', '二级指标', '三级指标', ...values.map(([field]) => field)];
  const after = [row.level1, row.level2, key, ...values.map(([, text]) => text)];
  rows.push({ row, keys, after, notes: row.notes });
  const [only] = values;
  const value: Value =
    values.length === 1 && only !== undefined && only[0] === actual
      ? toText(only[1], 'line')
      : { kind: 'map', entries: values.map(([field, text, type]) => toEntry(field, toText(text, type), [])) };
  return toEntry(key, value, row.notes);
}
