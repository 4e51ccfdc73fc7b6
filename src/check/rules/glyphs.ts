import type { Coverage } from '../../font/faces.ts';
import { says } from '../../messages/catalogue.ts';
import { rewriteValue } from '../../read/edit.ts';
import { listScalars } from '../../read/scalars.ts';
import { toCodePoint } from '../language/compatibility.ts';
import { placeIn } from '../printed-texts.ts';
import { type Rule, sourceRule } from '../rule.ts';

/** A character that the pages’ fonts do not have: another font of the computer has to step in, or it is printed as a box. */
export const noGlyph = sourceRule({
  code: 'text/no-glyph',
  severity: 'warning',
  docs: { zh: '页面的字体里没有这个字', en: 'a character that no font has', example: '𪚥' },
  messages: {
    default: says(
      '页面的字体里没有“{character}”（{codePoint}）这个字：电脑上有别的字体就用它代替，没有就打成方框；PDF 也不标 PDF/A ⇒ 换成常用字；人名、地名用字确实如此的，打印后看一看，再手工处理',
      'The pages’ fonts do not have “{character}” ({codePoint}): another font of the computer steps in, or it prints as a box, and the PDF does not claim PDF/A ⇒ Use another character, or look at the printed page',
    ),
    plain: says(
      '页面的字体里没有“{text}”的下标，会用别的字体代替，各台电脑打出来不一样 ⇒ 写成“{corrected}”',
      'The pages’ fonts do not have the subscript of “{text}”: another font steps in, and no two computers print the same ⇒ Write “{corrected}”',
    ),
  },
  check({ parsed, text: source, coverage }, report) {
    // Almost every source is all right; only one that is not is walked value by value.
    if (!hasMissing(source, coverage)) return;
    for (const located of listScalars(parsed)) {
      const { text } = located;
      const placeOf = (piece: string) => {
        const index = text.indexOf(piece);
        return placeIn(located, source, index, index + piece.length);
      };
      const words = [...new Set(text.match(WORD) ?? [])].filter(
        (word) => SUBSCRIPT.test(word) && hasMissing(word, coverage),
      );
      for (const word of words) {
        const corrected = withoutSubscripts(word);
        const plain = text.replace(WORD, (other) => (other === word ? corrected : other));
        const fix = { edits: [rewriteValue(source, located, plain)] };
        report('plain', placeOf(word), { text: word, corrected }, fix);
      }
      // Each is reported once a value.
      for (const character of new Set(words.length > 0 ? text.replace(WORD, withoutSubscripts) : text)) {
        if (!hasMissing(character, coverage)) continue;
        report('default', placeOf(character), { character, codePoint: toCodePoint(character) });
      }
    }
  },
});

function hasMissing(text: string, coverage: Coverage): boolean {
  for (const character of text) if (!coverage.has(character.codePointAt(0) ?? 0)) return true;
  return false;
}

/** CO₂, PM₂.₅, NOₓ: subscripts are as well written as the ordinary characters. */
const WORD = /[A-Za-z\d.₀-₉ₐ-ₜ]+/g;
const SUBSCRIPT = /[₀-₉ₐ-ₜ]/;

function withoutSubscripts(word: string): string {
  return word.replace(/[₀-₉ₐ-ₜ]/g, (character) => character.normalize('NFKC'));
}

export const glyphRules: readonly Rule[] = [noGlyph];
