import { parseAmount, parseFigure } from '../../form/value.ts';
import type { FieldType } from '../../form/words.ts';
import { says } from '../../messages/catalogue.ts';
import type { Fix } from '../../report/diagnostic.ts';
import { listMatches } from '../../util/list-matches.ts';
import { ordinaryForm, toCodePoint } from '../language/compatibility.ts';
import { excerpt, isFolded, placeInText, rewriteText, type ScalarText } from '../printed-texts.ts';
import { type Rule, textRule } from '../rule.ts';

/**
 * Control characters but tab and line ends, marks of direction and other format characters (zero-width ones, soft hyphens, a
 * BOM inside), Hangul fillers, the separators of lines and paragraphs that no editor shows, and private use. Variation selectors are none
 * of them: they choose the shape of a rare character in a person's name.
 */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/u;

export const invisible = textRule({
  code: 'text/invisible',
  severity: 'error',
  docs: { zh: '看不见的字符', en: 'an invisible character', example: '党建U+200B工作' },
  messages: {
    default: says(
      '“{before}”后面有看不见的字符 {codePoint}（共 {count} 个） ⇒ 把这几个字删掉，重新输入一遍；不要从网页或 PDF 整段粘贴',
      'Behind “{before}” is an invisible character, {codePoint} ({count} in this text) ⇒ Delete the words around it and type them again',
    ),
    direction: says(
      '“{before}”后面有改变文字方向的字符 {codePoint}（共 {count} 个），印出来的顺序会和看到的不同 ⇒ 把这几个字删掉，重新输入一遍',
      'Behind “{before}” is {codePoint} ({count} in this text), which turns the direction of the text ⇒ Delete the words around it and type them again',
    ),
    private: says(
      '“{before}”后面有自造字 {codePoint}（共 {count} 个），别的电脑上显示不出来 ⇒ 换成字库里有的字；确实没有的用同音字或拆字说明',
      'Behind “{before}” is {codePoint} ({count} in this text), a private character that other computers cannot show ⇒ Use a character of the standard instead',
    ),
  },
  check(printed, report) {
    const { text } = printed;
    if (!INVISIBLE.test(text) || isParsedElsewhere(printed)) return;
    for (const { character, index, count } of distinctCharacters(text)) {
      if (!INVISIBLE.test(character)) continue;
      report(kindOf(character), placeInText(printed, index, index + character.length), {
        codePoint: toCodePoint(character),
        count: String(count),
        before: excerpt(text.slice(0, index), index, index).slice(-8),
      });
    }
  },
});

function kindOf(character: string): 'default' | 'direction' | 'private' {
  if (/\p{Co}/u.test(character)) return 'private';
  return /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(character) ? 'direction' : 'default';
}

/** Nearly every text has none of these, and is not looked at character by character. */
const ABOVE_ORDINARY =
  /[\u2474-\u249b\u2e80-\u2fdf\u3220-\u3229\u3300-\u33ff\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe6b\uff61-\uff9f\u{2f800}-\u{2fa1f}]/u;

/**
 * Characters that look like ordinary ones and are others: radicals out of a PDF, squared units, ligatures; and digits and
 * letters typed with the input method in full width.
 */
export const compatibility = textRule({
  code: 'text/compatibility',
  severity: 'warning',
  docs: {
    zh: '看着像常用字的另一个字符',
    en: 'a look-alike of an ordinary character',
    example: '⼀（U+2F00）',
  },
  messages: {
    default: says(
      '“{character}”（{codePoint}）看起来是常用字，其实是另一个字符，查找和复制会出错 ⇒ 改成“{ordinary}”',
      '“{character}” ({codePoint}) looks like an ordinary character and is another; search and copying fail on it ⇒ Write “{ordinary}”',
    ),
    width: says(
      '“{text}”是全角的数字或字母 ⇒ 改成半角：“{corrected}”',
      '“{text}” is written in full-width digits or letters ⇒ Write “{corrected}”',
    ),
  },
  check(printed, report) {
    const { text, type } = printed;
    const characters = ABOVE_ORDINARY.test(text) ? distinctCharacters(text) : [];
    for (const { character, index } of characters) {
      const ordinary = ordinaryForm(character);
      // ﹦100 %: the sign is understood, and the usual spelling of the whole figure is reported.
      if (ordinary === null || (PARSED.has(type) && /[=<>]/.test(ordinary))) continue;
      const at = placeInText(printed, index, index + character.length);
      const args = { character, codePoint: toCodePoint(character), ordinary };
      report('default', at, args, rewriteText(printed, respell(printed, character, ordinary)));
    }
    // 指标值 and the code have their own checks.
    const wide = PARSED.has(type) ? null : (listMatches(FULL_WIDTH, text)[0] ?? null);
    if (wide === null) return;
    const at = placeInText(printed, wide.index, wide.index + wide[0].length);
    const shown = wide[0].slice(0, 40);
    const value = text.replace(FULL_WIDTH, (piece) => piece.normalize('NFKC'));
    const args = { text: shown, corrected: shown.normalize('NFKC') };
    report('width', at, args, rewriteText(printed, value));
  },
});

/** Another spelling of a character; in a text a measure in Han characters is close to its number. */
function respell({ text, type }: ScalarText, character: string, ordinary: string): string {
  if (PARSED.has(type) || !/^\p{Script=Han}/u.test(ordinary)) return text.replaceAll(character, ordinary);
  return text
    .replaceAll(new RegExp(`(?<=\\d) ?${character}`, 'gu'), ordinary)
    .replaceAll(character, ordinary);
}

const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ．]*[０-９Ａ-Ｚａ-ｚ])?/gu;

const PARSED: ReadonlySet<FieldType> = new Set(['figure', 'amount', 'code']);

/** A value that its own parser refuses is reported there, with the right way to write it. */
function isParsedElsewhere({ type, text }: ScalarText): boolean {
  if (type === 'figure') return 'wording' in parseFigure(text);
  if (type === 'amount') return 'wording' in parseAmount(text);
  if (type === 'code') return true;
  return type === 'name' && /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
}

function distinctCharacters(text: string): { character: string; index: number; count: number }[] {
  const seen = new Map<string, { character: string; index: number; count: number }>();
  let index = 0;
  for (const character of text) {
    const known = seen.get(character);
    if (known === undefined) seen.set(character, { character, index, count: 1 });
    else known.count += 1;
    index += character.length;
  }
  return [...seen.values()];
}

const folded = textRule({
  code: 'text/folded',
  severity: 'warning',
  docs: {
    zh: '会在中文里多出空格的换行写法',
    en: 'a way of breaking lines that slips blanks into Chinese',
    example: '绩效目标: >',
  },
  messages: {
    default: says(
      '“{key}: >”会在行与行之间加空格，中文里会多出空格 ⇒ 把 > 改成 |：“{key}: |”，下面一句一行',
      '“{key}: >” puts a blank between the lines, which Chinese does not have ⇒ Write | instead of >: “{key}: |”, one sentence a line',
    ),
    lines: says(
      '“{key}”的内容写了几行，行与行之间会多出空格 ⇒ 改用“{key}: |”，下面另起行，缩进两个空格，一句一行，不加引号',
      'The text of “{key}” runs over several lines; blanks appear between them ⇒ Write “{key}: |” and below it, indented, one sentence a line without quotes',
    ),
  },
  check(printed, report) {
    if (!isFolded(printed)) return;
    const { at, source, key } = printed;
    const lineEnd = source.text.indexOf('\n', at.start);
    const opening = source.text[at.start] ?? '';
    const place = { ...at, end: Math.min(at.end, lineEnd) };
    report(opening === '>' ? 'default' : 'lines', place, { key }, toBlock(printed, opening));
  },
});

/** The same lines below a `|`; null where they are written with escapes. */
function toBlock(printed: ScalarText, opening: string): Fix | null {
  const { at, source } = printed;
  if (opening === '>') return { edits: [{ start: at.start, end: at.start + 1, text: '|' }] };
  const isQuoted = /["']/.test(opening);
  const written = source.text.slice(at.start, at.end).slice(isQuoted ? 1 : 0, isQuoted ? -1 : undefined);
  if (isQuoted && /[\\'"]/.test(written)) return null;
  const lines = written.split('\n').map((line) => line.trim());
  return rewriteText(printed, lines.join('\n'));
}

export const characterRules: readonly Rule[] = [invisible, compatibility, folded];
