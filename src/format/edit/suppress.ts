import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { type ParsedSource, parse } from '../../read/parse.ts';
import { listSuppressions } from '../../read/suppressions.ts';
import { applyFix } from '../../report/fix.ts';
import { insertLines } from './entries.ts';
import { lineStart } from './entry-lines.ts';
import type { Plain } from './plain-data.ts';
import { type Planned, refuse } from './planned.ts';

/** Puts `# 忽略 code：reason` above the line on which the value begins that an offset is in. */
export function addSuppression(
  parsed: ParsedSource,
  { at, code, reason }: { at: number; code: string; reason: string },
): Planned {
  const { source } = parsed;
  const words = reason.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return refuse('edit/no-reason');
  const line = lineStart(source.text, beginOf(parsed.root, at) ?? at);
  const column = /^ */.exec(source.text.slice(line, line + 100))?.[0].length ?? 0;
  const edit = insertLines(source.text, line, column, [`# 忽略 ${code}：${words}`]);
  const text = applyFix(source.text, { edits: [edit] });
  const { value } = parse({ ...source, text }, parsed.words);
  const place = at + edit.text.length;
  const isCovered =
    value !== null &&
    listSuppressions(value).some(
      ({ codes, covers }) =>
        codes.some((named) => named.code === code) && covers.start <= place && place <= covers.end,
    );
  return isCovered
    ? { edits: [edit], data: parsed.data as Plain, losesComments: true }
    : refuse('edit/not-suppressible');
}

/** Where the key or the item begins whose text an offset is in; null where it is in none. */
function beginOf(node: unknown, at: number): number | null {
  const within = (inner: unknown, begin: number): number | null => {
    if (!isScalar(inner)) return beginOf(inner, at);
    const [, end = 0] = inner.range ?? [];
    return begin <= at && (at < end || at === begin) ? begin : null;
  };
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      const found = within(value, (key as Node).range?.[0] ?? 0);
      if (found !== null) return found;
    }
  }
  if (isSeq(node)) {
    for (const item of node.items) {
      const found = within(item, (item as Node).range?.[0] ?? 0);
      if (found !== null) return found;
    }
  }
  return null;
}
