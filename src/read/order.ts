import { compareText } from '../report/diagnostic.ts';
import type { Booklet } from './booklet.ts';
import type { Draft } from './table.ts';

/** Tables with their projects, the office as a whole first, in the order of 顺序; those that it leaves out follow by 项目编码. */
export function orderTables<T extends { table: Draft }>(tables: readonly T[], { order }: Booklet): T[] {
  const wanted = new Map(order.map(({ text }, index) => [text, index]));
  const place = (table: Draft) =>
    table.form.kind === 'department' ? -1 : (wanted.get(table.name.text) ?? wanted.size);
  return tables.toSorted(
    ({ table: a }, { table: b }) =>
      place(a) - place(b) || compareText(a.code.text, b.code.text) || compareText(a.file, b.file),
  );
}
