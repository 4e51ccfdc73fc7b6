import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Path } from '../format/edit/entry-lines.ts';
import type { ParsedSource } from '../read/parse.ts';
import type { Draft } from '../read/table.ts';
import type { CellName, CellSource } from './cell-path.ts';
import { locateCell } from './places.ts';

/**
 * A cell of a page of results that is written in the file of the results, and not in that of the goals, nor computed. What is not
 * written yet has no place of its own.
 */
export function findResultsCell(parsed: ParsedSource, table: Draft, cell: CellName): CellSource | null {
  const located = locateCell(table, cell);
  if (located === null || located.at.file !== parsed.source.file) return null;
  const path = pathOf(parsed.root, located.at.start);
  const node: unknown = path && parsed.root.getIn(path, true);
  const text = isScalar(node) ? String(node.value ?? '').replace(/(?<!\n)\n+$/, '') : '';
  return path && text !== '' && text === located.text.replace(/(?<!\n)\n+$/, '')
    ? { path, text, isRequired: true }
    : null;
}

/** The path of the text that begins at an offset. */
function pathOf(node: unknown, start: number): Path | null {
  if (isScalar(node)) return node.range?.[0] === start ? [] : null;
  const entries = isMap(node)
    ? node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', value] as const)
    : isSeq(node)
      ? node.items.map((item, index) => [index, item] as const)
      : [];
  for (const [step, value] of entries) {
    const [from = 0, to = 0] = (value as Node | null)?.range ?? [];
    const path = from <= start && start <= to ? pathOf(value, start) : null;
    if (path !== null) return [step, ...path];
  }
  return null;
}
