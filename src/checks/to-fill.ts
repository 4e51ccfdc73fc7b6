import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { type Diagnostic, diagnose, type Span } from '../diagnostic.ts';
import { type ParsedSource, spanOf } from '../project/parse.ts';
import { TO_FILL } from '../project/to-fill.ts';
import type { CheckedYear } from './check.ts';

const CODE = 'text/to-fill';

/** Every 待填 that is left in a value, at its place: `npm run new` writes it where only the author knows what to say. */
export function checkToFill({ sources }: CheckedYear): Diagnostic[] {
  return sources.flatMap((parsed) =>
    parsed.source.text.includes(TO_FILL) ? findIn(parsed.root, '', parsed) : [],
  );
}

function findIn(node: unknown, key: string, parsed: ParsedSource): Diagnostic[] {
  if (isMap(node)) {
    return node.items.flatMap((pair) =>
      findIn(pair.value, isScalar(pair.key) ? String(pair.key.value) : '', parsed),
    );
  }
  if (isSeq(node)) return node.items.flatMap((item) => findIn(item, key, parsed));
  if (!isScalar(node) || !String(node.value ?? '').includes(TO_FILL)) return [];
  return placesIn(node, node.type ?? '', parsed).map((at) => diagnose('error', CODE, at, { key }));
}

/** Each 待填 of a value as it stands in the file; the whole value when it is written as an escape. */
function placesIn(node: Node, type: string, { source }: ParsedSource): Span[] {
  const whole = spanOf(source.file, node);
  // A comment may stand behind a block's `|`.
  const from = type.startsWith('BLOCK') ? source.text.indexOf('\n', whole.start) : whole.start;
  const places: Span[] = [];
  for (
    let start = source.text.indexOf(TO_FILL, from);
    start >= 0 && start < whole.end;
    start = source.text.indexOf(TO_FILL, start + TO_FILL.length)
  ) {
    places.push({ file: source.file, start, end: start + TO_FILL.length });
  }
  return places.length > 0 ? places : [whole];
}

/**
 * A value that is still to fill is no number, no code and no good name, and all that has been said: whatever else is told
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
