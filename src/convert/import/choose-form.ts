import { type Form, listLeaves } from '../../form/form.ts';
import { bareHeading } from '../../form/headings.ts';
import type { FormKind } from '../../form/words.ts';
import type { KnownResultsForm } from '../../read/forms.ts';
import { mergedForm } from '../../read/results/to-table.ts';
import { memoize } from '../../util/memoize.ts';
import type { SourceGrid } from './grid.ts';

/** A form that a table may be in; one of results has the rows of the goals' form. */
export interface Candidate {
  form: Form;
  /** Null for goals. */
  results: KnownResultsForm | null;
  /** Of monitoring; null where nothing says which. */
  month: number | null;
}

/** The form that a sheet is read by. */
export interface Choice extends Candidate {
  /** The one that its words fit better, where the folder has another of that kind. */
  likely: Candidate | null;
}

/** The forms that there are, and the names of those that a folder has; of any other kind it takes that of its first table. */
export interface FormShelf {
  /** Of goals and of departments; the first one is of goals. */
  tables: readonly [Form, ...Form[]];
  results: readonly KnownResultsForm[];
  own: ReadonlyMap<FormKind, string>;
}

/** A sheet, or a document with all its tables. */
export interface Sheet {
  grid: SourceGrid;
  /** Of its file. */
  name: string;
}

/** UTF-16 units; what is longer is no heading. */
const LONGEST_HEADING = 40;
/** What the form's own title says for it, in words. */
const TITLE = 2;
/** What a word that is not there says against it. */
const MISSING = 0.25;

/** The form of each sheet: the folder's, of the kind that has the most words in its cells. */
export function chooseForms(
  sheets: readonly Sheet[],
  { tables, results, own }: FormShelf,
): Map<SourceGrid, Choice> {
  const listAll = (rows: Form, month: number | null): Candidate[] => [
    ...tables.map((form) => ({ form, results: null, month: null })),
    ...results.flatMap((known) => {
      const ofForm = known.form.kind === 'monitoring' ? month : null;
      return { form: mergedForm(known.form)(rows, ofForm), results: known, month: ofForm };
    }),
  ];
  const best = sheets.map((sheet) => {
    const month = findMonth(sheet);
    return { month, ...findBest(sheet.grid, listAll(tables[0], month)) };
  });
  const settled = new Map(own);
  for (const { candidate, score } of best) {
    const { kind, name } = candidate.form;
    if (score > 0 && !settled.has(kind)) settled.set(kind, name);
  }
  const ofGoals = tables.find(({ name }) => name === settled.get('goal')) ?? tables[0];
  return new Map(
    best.map(({ candidate, month }, index) => {
      const all = listAll(ofGoals, month);
      const find = (wanted: string | undefined) => all.find(({ form }) => form.name === wanted);
      const likely = find(candidate.form.name) ?? candidate;
      const chosen = find(settled.get(likely.form.kind)) ?? likely;
      return [(sheets[index] as Sheet).grid, { ...chosen, likely: chosen === likely ? null : likely }];
    }),
  );
}

/** The form with the most words in the cells; the first one of those that have as many. */
function findBest(
  grid: SourceGrid,
  candidates: readonly Candidate[],
): { candidate: Candidate; score: number } {
  const cells = grid.rows.flatMap((row) => row.cells.flatMap((cell) => cell?.text ?? []));
  const texts = [...new Set(cells)].filter((text) => text.length <= LONGEST_HEADING);
  const words = new Set(texts.map(bareHeading));
  const scoreOf = (form: Form) => {
    const own = wordsOf(form);
    const found = [...own].filter((word) => words.has(word)).length;
    const title = bareHeading(form.title);
    const titled = [...words].filter((text) => text.endsWith(title)).length;
    return titled * TITLE + found - (own.size - found) * MISSING;
  };
  const scored = candidates.map((candidate) => ({ candidate, score: scoreOf(candidate.form) }));
  return scored.reduce((one, other) => (other.score > one.score ? other : one));
}

/** Of its columns, and of what is above and below them. */
const wordsOf = memoize(({ columns, fields }: Form): ReadonlySet<string> => {
  const labels = fields.flatMap(({ label, block }) => [
    label,
    ...(block?.parts ?? []).map((part) => part.label),
  ]);
  const words = [...listLeaves(columns).map(({ heading }) => heading), ...labels];
  return new Set(words.map(bareHeading));
});

/** The month that monitoring goes up to, by a heading, or else by the name of the sheet or of the file. */
function findMonth({ grid, name }: Sheet): number | null {
  const headings = grid.rows.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell !== null && cell.text.length <= LONGEST_HEADING ? cell.text : [])),
  );
  const found =
    headings.map((text) => SPAN.exec(text)?.[1]).find(Boolean) ??
    [grid.name, name].map((text) => ONE.exec(text)?.[1]).find(Boolean);
  return Number(found ?? 0) || null;
}

/** 1-7月执行数 */
const SPAN = /(?<!\d)1月?\s?[-–—~～至到]\s?(1[0-2]|[1-9])月/u;
/** 7月监控.xlsx */
const ONE = /(?<!\d)(1[0-2]|0?[1-9])月/u;
