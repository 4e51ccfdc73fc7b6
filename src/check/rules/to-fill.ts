import { isMap, isScalar, isSeq } from 'yaml';
import { findLabel, findLeftovers, type Leftover } from '../../form/to-fill.ts';
import { spanOf } from '../../read/parse.ts';
import type { Source } from '../../read/source.ts';
import { type Diagnostic, diagnose, type Span } from '../../report/diagnostic.ts';
import type { CheckedYear } from '../check.ts';
import { placeIn } from '../printed-texts.ts';

const CODE = 'text/to-fill';

/**
 * Whatever is left to fill in, at its place: the 待填 that `npm run new` writes, and what people leave of a blank form: XX年,
 * ≥（ ）个, 同上.
 */
export function checkToFill({ sources }: CheckedYear): Diagnostic[] {
  return sources.flatMap((parsed) => findIn(parsed.root, '', parsed.source));
}

/** 常见错字 and 检查 are about words, and no page shows them. */
const ABOUT_WORDS: ReadonlySet<string> = new Set(['常见错字', '检查']);

function findIn(node: unknown, key: string, source: Source): Diagnostic[] {
  if (isMap(node)) {
    return node.items.flatMap((pair) => {
      const inner = isScalar(pair.key) ? String(pair.key.value) : '';
      return ABOUT_WORDS.has(inner) ? [] : findIn(pair.value, inner, source);
    });
  }
  if (isSeq(node)) return node.items.flatMap((item) => findIn(item, key, source));
  if (!isScalar(node)) return [];
  const text = String(node.value ?? '');
  const located = { text, at: spanOf(source.file, node) };
  const place = ({ index, text: { length } }: Leftover) =>
    placeIn(located, source.text, index, index + length);
  const leftovers = findLeftovers(text, key);
  if (leftovers.length > 0) {
    return leftovers.map((found) => diagnose('error', CODE, place(found), { key, found: toShow(found) }));
  }
  const label = key === '三级指标' ? findLabel(text) : null;
  if (label === null) return [];
  return [diagnose('warning', `${CODE}#label`, place(label), { found: label.text })];
}

/** Blanks of a blank form are shown as they are, but not whole lines of them. */
function toShow({ text }: Leftover): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}

/**
 * A value that is still to fill is no number, no code and no good name, and all has been said: whatever else is told
 * of the same place goes. Only while 待填 is an error itself, or a table would be left out without a word.
 */
export function withoutToFillEchoes(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const places = new Map<string, Span[]>();
  for (const { code, severity, at } of diagnostics) {
    if (code !== CODE || severity !== 'error') continue;
    const known = places.get(at.file);
    if (known) known.push(at);
    else places.set(at.file, [at]);
  }
  if (places.size === 0) return [...diagnostics];
  return diagnostics.filter(
    ({ code, at }) =>
      code === CODE || !places.get(at.file)?.some(({ start, end }) => start < at.end && at.start < end),
  );
}
