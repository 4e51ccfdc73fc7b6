import { toFullWidth } from '../../form/text.ts';
import { readPairs } from '../../util/word-list.ts';

/**
 * The CJK radicals that a PDF's copy puts in the place of characters (Unicode's Equivalent_Unified_Ideograph, those in use);
 * the Kangxi radicals all have a compatibility mapping of their own.
 */
const RADICALS: ReadonlyMap<string, string> = new Map(
  Array.from(
    '⺟母⺠民⺫目⺮竹⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭齿⻰龙⻳龟'.matchAll(
      /(.)(.)/gu,
    ),
  ).map(([, radical = '', ordinary = '']) => [radical, ordinary]),
);

/** Units and marks whose mapping would lose something or read oddly in a Chinese form. */
const PREFERRED = readPairs('㎡→平方米 ㎥→立方米 ㎞→公里 ㎏→公斤 ︰→： ︵→（ ︶→） ﹁→“ ﹂→”');

/**
 * What to write in the place of a character that only exists for the sake of older encodings; null for an ordinary one.
 * Left alone are those that Chinese documents use with no other spelling of the same look: ① ② ③, Ⅰ Ⅱ Ⅲ, ℃, №, ² and ³,
 * and every full-width sign (％ ＋ ＝ …) but digits and letters, which have a rule of their own. ⑴ ⒈ ㈠ have one: （1） 1. （一）.
 */
export function ordinaryForm(character: string): string | null {
  const known = RADICALS.get(character) ?? PREFERRED.get(character);
  if (known !== undefined) return known;
  if (!MAPPED.test(character)) return null;
  const plain = character.normalize('NFKC');
  if (plain === character) return null;
  return plain.replace(/[,:;!?()]/g, (mark) =>
    /[\ufe10-\ufe6b\u2474-\u249b\u3220-\u3229]/.test(character) ? toFullWidth(mark) : mark,
  );
}

/** Kangxi radicals, ⑴ and ⒈, ㈠, squared words and units, compatibility ideographs, ligatures, small and upright marks, half-width kana and marks. */
const MAPPED =
  /[\u2e80-\u2fdf\u2474-\u249b\u3220-\u3229\u3300-\u33ff\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe6b\uff61-\uff9f\u{2f800}-\u{2fa1f}]/u;

export function toCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
