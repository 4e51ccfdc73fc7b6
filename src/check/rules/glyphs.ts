import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Coverage } from '../../font/faces.ts';
import { rewriteValue } from '../../read/edit.ts';
import { type ParsedSource, spanOf } from '../../read/parse.ts';
import { type Diagnostic, diagnose } from '../../report/diagnostic.ts';
import type { CheckedYear } from '../check.ts';

export const NO_GLYPH = 'text/no-glyph';

/** A character that the pages’ fonts lack: another font of the computer has to step in, or it is printed as a box. */
export function checkGlyphs({ sources, coverage }: CheckedYear): Diagnostic[] {
  return sources.flatMap((parsed) => {
    // Almost every source is all right; only one that is not is walked value by value.
    if (!hasMissing(parsed.source.text, coverage)) return [];
    return findMissing(parsed.root, parsed, coverage);
  });
}

function hasMissing(text: string, coverage: Coverage): boolean {
  for (const character of text) if (!coverage.has(character.codePointAt(0) ?? 0)) return true;
  return false;
}

/** Comments may hold anything; only values are printed. Each character is told once a value. */
function findMissing(node: unknown, parsed: ParsedSource, coverage: Coverage): Diagnostic[] {
  if (isMap(node)) return node.items.flatMap(({ value }) => findMissing(value, parsed, coverage));
  if (isSeq(node)) return node.items.flatMap((item) => findMissing(item, parsed, coverage));
  if (!isScalar(node)) return [];
  const text = String(node.value ?? '');
  const words = [...new Set(text.match(WORD) ?? [])].filter(
    (word) => SUBSCRIPT.test(word) && hasMissing(word, coverage),
  );
  const missing = [...new Set(words.length > 0 ? text.replace(WORD, withoutSubscripts) : text)].filter(
    (character) => hasMissing(character, coverage),
  );
  return [
    ...words.map((word) => {
      const at = placeOf(word, node, parsed);
      const corrected = withoutSubscripts(word);
      const located = { text, at: spanOf(parsed.source.file, node) };
      const plain = text.replace(WORD, (other) => (other === word ? corrected : other));
      const fix = { edits: [rewriteValue(parsed.source.text, located, plain)] };
      return diagnose('warning', `${NO_GLYPH}#plain`, at, { text: word, corrected }, fix);
    }),
    ...missing.map((character) =>
      diagnose('warning', NO_GLYPH, placeOf(character, node, parsed), {
        character,
        codePoint: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
      }),
    ),
  ];
}

/** CO₂, PM₂.₅, NOₓ: subscripts are as well written as the ordinary characters. */
const WORD = /[A-Za-z\d.₀-₉ₐ-ₜ]+/g;
const SUBSCRIPT = /[₀-₉ₐ-ₜ]/;

function withoutSubscripts(word: string): string {
  return word.replace(/[₀-₉ₐ-ₜ]/g, (character) => character.normalize('NFKC'));
}

/** The characters themselves; the whole value when it was written as an escape. */
function placeOf(character: string, node: Node, { source }: ParsedSource) {
  const span = spanOf(source.file, node);
  const found = source.text.slice(span.start, span.end).indexOf(character);
  const start = span.start + found;
  return found < 0 ? span : { ...span, start, end: start + character.length };
}
