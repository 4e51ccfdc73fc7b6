import { createHash } from 'node:crypto';
import { type Cell, type Column, FIGURE_KEY, type Form, listLeaves, NAME_KEY } from '../form/form.ts';
import type { ResultUse } from '../form/results-form.ts';
import { toLine, toParagraphs } from '../form/text.ts';
import { writeFigure } from '../form/value.ts';
import type { Booklet } from '../read/booklet.ts';
import { digestOf } from '../read/content-hash.ts';
import { printFact } from '../read/facts.ts';
import type { Draft, DraftIndicator } from '../read/project.ts';
import { chooseWidths } from './column-widths.ts';
import { toFactLines } from './fact-lines.ts';
import { splitLabel } from './label-words.ts';
import type { CellView, HeadingView, ProjectView, RowView, TotalCellView } from './views.ts';

/** What the form prints as the sign of a row that has no figure; nothing for one that cannot be read. */
export const WORD_SIGNS = { qualitative: '定性', 'other-quantity': '定量（其他）', unread: '' } as const;

export function toProjectView(project: Draft, { unit, year }: Pick<Booklet, 'unit' | 'year'>): ProjectView {
  const { form } = project;
  const texts = project.indicators.map((indicator) => listTexts(form, indicator));
  const widths = chooseWidths(form, texts);
  const { grid, closings, ...lines } = toFactLines(project, widths);
  const notes = project.results?.notes.map((text) => ({ isNote: true, text, names: [] })) ?? [];
  return {
    anchor: anchorOf(project),
    isUpright: form.paper === 'portrait',
    title: form.title,
    name: toLine(project.name.text),
    code: project.code.text,
    digest: digestOf(project),
    unit: toLine(unit),
    year,
    widths: widths.map(String),
    factWidths: grid.widths,
    spans: grid.spans.map(String),
    ...lines,
    closings: [...closings, ...notes],
    headings: toHeadings(form.columns),
    rows: toRows(form, project.indicators, texts),
    total: toTotal(form, project.results),
  };
}

/** 总分 below the columns of points, with the grade behind them. */
function toTotal({ columns }: Form, results: Draft['results']): TotalCellView[] {
  if (!results?.total) return [];
  const { points, total } = results;
  const keys = listLeaves(columns).map(({ cell }) =>
    cell !== null && typeof cell.content === 'object' ? cell.content.key : '',
  );
  const places = [points.weight, points.score].map((key) => keys.indexOf(key ?? '—'));
  const first = Math.min(...places.filter((place) => place >= 0));
  const last = Math.max(...places);
  if (last < 0) return [];
  const grade = total.grade === '' ? '' : `等级：${total.grade}`;
  const rest = keys.length - last - 1;
  const cells = keys.slice(first, last + 1).map((key) => {
    const text = key === points.weight ? total.weight : key === points.score ? total.text : '';
    return { isHeading: false, columns: '1', text };
  });
  return [
    {
      isHeading: true,
      columns: String(first),
      text: rest === 0 && grade !== '' ? `总分（${grade}）` : '总分',
    },
    ...cells,
    ...(rest === 0 ? [] : [{ isHeading: false, columns: String(rest), text: grade }]),
  ];
}

/** The same alone and in the booklet, whatever else is printed with it: the code is unique in its year, and so is the file. */
export function anchorOf({ form, code, stem }: Draft): string {
  if (/^[0-9A-Za-z]+$/.test(code.text)) return `p-${code.text}`;
  // A draft may have no code yet, and a form none at all.
  const isDraft = form.fields.some(({ role }) => role === 'code');
  return `p-${isDraft ? 'draft' : createHash('sha256').update(stem).digest('hex').slice(0, 10)}`;
}

/** The headings by their lines: those over several columns, or over both lines, and those below. */
export function toHeadings(columns: readonly Column[]): HeadingView[][] {
  const isSplit = columns.some(({ cell }) => cell === null);
  const toHeading = (column: Column, rows: number): HeadingView => ({
    text: column.heading,
    subheading: column.subheading,
    scope: column.cell === null ? 'colgroup' : 'col',
    columns: String(listLeaves([column]).length),
    rows: String(rows),
  });
  const first = columns.map((column) => toHeading(column, isSplit && column.cell !== null ? 2 : 1));
  const second = columns.flatMap(({ cell, columns: below }) =>
    cell === null ? below.map((column) => toHeading(column, 1)) : [],
  );
  return isSplit ? [first, second] : [first];
}

/** What each column of a row says: nothing where its cell is a merged label. */
export function listTexts({ columns }: Form, indicator: DraftIndicator): string[][] {
  return listLeaves(columns).map(({ cell }) => (cell === null ? [] : textOf(cell, indicator)));
}

/** A target in one cell: `≥ 4 次`, or its words. */
function printTarget(target: DraftIndicator['target']): string[] {
  return target.kind === 'figure' ? [writeFigure(target)] : toParagraphs(target.text);
}

/** In the column of an option that was chosen. */
const MARK = '√';

function textOf({ content, part, option }: Cell, { name, target, cells }: DraftIndicator): string[] {
  if (typeof content === 'string') return [];
  if (content.key === NAME_KEY) return toParagraphs(name.text);
  if (part === null) {
    if (content.key === FIGURE_KEY) return printTarget(target);
    const fact = cells.find(({ field }) => field.key === content.key);
    if (option !== null) return fact?.value.text.split('、').includes(option) ? [MARK] : [];
    return fact === undefined ? [] : printFact(fact);
  }
  const isFigure = target.kind === 'figure';
  const sign = isFigure ? target.operator : WORD_SIGNS[target.kind];
  if (part === 'operator') return sign === '' ? [] : [sign];
  if (part === 'unit') return isFigure ? [target.unit] : [];
  return isFigure ? [target.number] : toParagraphs(target.text);
}

/** What a result's row has in few characters. */
const CENTERED: ReadonlySet<unknown> = new Set<ResultUse>([
  'weight',
  'score',
  'degree',
  'lamp',
  'likelihood',
]);

/** Rows with the labels of their groups merged. `texts`: of each row, by column. */
export function toRows(
  { columns, rowFields }: Form,
  rows: readonly Pick<DraftIndicator, 'level1' | 'level2' | 'target'>[],
  texts: readonly string[][][],
): RowView[] {
  const leaves = listLeaves(columns);
  return rows.map((row, index) => ({
    number: String(index),
    cells: leaves.flatMap(({ cell }, at): CellView[] => {
      if (cell === null) return [];
      const { content, part } = cell;
      const plain = { isLabel: false, rows: '1', parts: [], isName: false, text: texts[index]?.[at] ?? [] };
      if (typeof content === 'string') {
        const span = spanOf(rows, index, content);
        if (span === 0) return [];
        const field = content === 'level1' ? '一级指标' : '二级指标';
        const parts = splitLabel(row[content]);
        return [{ ...plain, kind: content, field, isLabel: true, rows: String(span), parts }];
      }
      if (content.key === NAME_KEY) return [{ ...plain, kind: 'indicator', field: NAME_KEY, isName: true }];
      const field = rowFields.findLast(({ key }) => key === content.key);
      const isMiddle =
        cell.option !== null || (field !== undefined && 'use' in field && CENTERED.has(field.use));
      const value = row.target.kind === 'figure' ? 'value figure' : 'value words';
      const kind =
        part === null ? (isMiddle ? 'points' : (field?.role ?? 'text')) : part === 'number' ? value : part;
      return [{ ...plain, kind, field: content.key }];
    }),
  }));
}

/** How many rows a label covers that begins in this row; 0 where none begins. */
function spanOf(
  rows: readonly Pick<DraftIndicator, 'level1' | 'level2'>[],
  index: number,
  level: 'level1' | 'level2',
): number {
  const keyOf = (at: number) => {
    const row = rows[at];
    return row && (level === 'level1' ? row.level1 : `${row.level1}/${row.level2}`);
  };
  if (keyOf(index - 1) === keyOf(index)) return 0;
  let end = index + 1;
  while (end < rows.length && keyOf(end) === keyOf(index)) end += 1;
  return end - index;
}
