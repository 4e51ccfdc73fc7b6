import { createHash } from 'node:crypto';
import { type Form, listLeaves, treeOf } from '../form/form.ts';
import { toLine } from '../form/text.ts';
import type { Booklet } from '../read/booklet.ts';
import { digestOf } from '../read/content-hash.ts';
import { isYear } from '../read/source.ts';
import type { Draft } from '../read/table.ts';
import { memoize } from '../util/memoize.ts';
import { chooseWidths } from './column-widths.ts';
import { toFactLines } from './fact-lines.ts';
import { listTexts, placeRows, toHeadings, toRows } from './rows-view.ts';
import type { TableView, TotalCellView } from './views.ts';

export function toTableView(
  table: Draft,
  { unit, year, tree }: Pick<Booklet, 'unit' | 'year' | 'tree'>,
): TableView {
  const { form } = table;
  const rows = placeRows(table, treeOf(form, tree));
  const texts = rows.map((row) => listTexts(form, row));
  const widths = widthsOf(table)(tree, texts);
  const { grid, closings, ...lines } = toFactLines(table, widths);
  const notes = table.results?.notes.map((text) => ({ isNote: true, text, names: [] })) ?? [];
  return {
    anchor: anchorOf(table),
    isUpright: form.paper === 'portrait',
    form: form.name,
    title: form.title,
    name: toLine(table.name.text),
    code: table.code.text,
    digest: digestOf(table),
    unit: toLine(unit),
    year,
    widths: widths.map(String),
    factWidths: grid.widths,
    spans: grid.spans.map(String),
    ...lines,
    closings: [...closings, ...notes],
    headings: toHeadings(form.columns, widths),
    rows: toRows(form, rows, texts, widths),
    total: toTotal(form, table.results),
  };
}

/** The view of a table is made again for its files in other formats; its widths, a third of that work, are kept. */
const widthsOf = memoize(({ form }: Draft) => {
  let last: { tree: string; widths: readonly number[] } | null = null;
  return (tree: string, texts: readonly string[][][]): readonly number[] => {
    if (last?.tree !== tree) last = { tree, widths: chooseWidths(form, texts) };
    return last.widths;
  };
});

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

/**
 * The same alone and in every volume, whatever else is printed with it: a code is unique in its year, and so is a file among
 * the folders below its year.
 */
export function anchorOf({ form, file, code, stem }: Draft): string {
  if (/^[0-9A-Za-z]+$/.test(code.text)) return `p-${code.text}`;
  // A draft may have no code yet, and a form none at all.
  const isDraft = form.fields.some(({ role }) => role === 'code');
  if (isDraft) return 'p-draft';
  const folders = file.split('/').slice(0, -1);
  const place = [...folders.slice(folders.findLastIndex(isYear) + 1), stem].join('/');
  return `p-${createHash('sha256')
    .update(folders.some(isYear) ? place : stem)
    .digest('hex')
    .slice(0, 10)}`;
}
