import { parseAmount, parseFigure } from '../../form/value.ts';
import { type Diagnostic, diagnose, type Fix } from '../../report/diagnostic.ts';
import type { Check } from '../check.ts';
import {
  applyToTexts,
  excerpt,
  isFolded,
  type PrintedText,
  placeInText,
  rewriteText,
  type TextRule,
} from '../printed-texts.ts';
import { ordinaryForm } from './compatibility.ts';
import { NO_GLYPH } from './glyphs.ts';

/**
 * Control characters but tab and line ends, marks of direction and other format characters (zero-width ones, soft hyphens, a
 * BOM inside), Hangul fillers, the separators of lines and paragraphs that no editor shows, and private use. Variation selectors are none
 * of them: they choose the shape of a rare character in a person's name.
 */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/u;

/** Characters that nobody sees and that break search, copying and line ends; each is told once a value. */
const findInvisible: TextRule = (printed) => {
  if (!INVISIBLE.test(printed.text) || isJudgedElsewhere(printed)) return [];
  return distinctCharacters(printed.text)
    .filter(({ character }) => INVISIBLE.test(character))
    .map(({ character, index, count }) =>
      diagnose(
        'error',
        `text/invisible${kindOf(character)}`,
        placeInText(printed, index, index + character.length),
        {
          codePoint: toCodePoint(character),
          count: String(count),
          before: excerpt(printed.text.slice(0, index), index, index).slice(-8),
        },
      ),
    );
};

function kindOf(character: string): '' | '#direction' | '#private' {
  if (/\p{Co}/u.test(character)) return '#private';
  return /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(character) ? '#direction' : '';
}

/** Nearly every text has none of these, and is not looked at character by character. */
const ABOVE_ORDINARY =
  /[\u2474-\u249b\u2e80-\u2fdf\u3220-\u3229\u3300-\u33ff\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe6b\uff61-\uff9f\u{2f800}-\u{2fa1f}]/u;

/** Characters that look like ordinary ones and are others: radicals out of a PDF, squared units, ligatures. */
const findCompatibility: TextRule = (printed) => {
  if (!ABOVE_ORDINARY.test(printed.text)) return [];
  return distinctCharacters(printed.text).flatMap(({ character, index }) => {
    const ordinary = ordinaryForm(character);
    // ﹦100 %: the sign is understood, and the usual spelling of the whole figure is told.
    if (ordinary === null || (JUDGED.has(printed.key) && /[=<>]/.test(ordinary))) return [];
    const at = placeInText(printed, index, index + character.length);
    return [
      diagnose(
        'warning',
        'text/compatibility',
        at,
        { character, codePoint: toCodePoint(character), ordinary },
        rewriteText(printed, respell(printed, character, ordinary)),
      ),
    ];
  });
};

/** Another spelling of a character; in a text a measure in Han characters stands close to its number. */
function respell({ text, key }: PrintedText, character: string, ordinary: string): string {
  if (JUDGED.has(key) || !/^\p{Script=Han}/u.test(ordinary)) return text.replaceAll(character, ordinary);
  return text
    .replaceAll(new RegExp(`(?<=\\d) ?${character}`, 'gu'), ordinary)
    .replaceAll(character, ordinary);
}

/** Digits and letters typed with the input method in full width: 指标值 and the code have their own checks. */
const findFullWidth: TextRule = (printed) => {
  if (JUDGED.has(printed.key)) return [];
  const found = [...printed.text.matchAll(FULL_WIDTH)];
  const [first] = found;
  if (first === undefined) return [];
  const [text] = first;
  const at = placeInText(printed, first.index, first.index + text.length);
  const shown = text.slice(0, 40);
  const value = printed.text.replace(FULL_WIDTH, (wide) => wide.normalize('NFKC'));
  const args = { text: shown, corrected: shown.normalize('NFKC') };
  return [diagnose('warning', 'text/compatibility#width', at, args, rewriteText(printed, value))];
};

const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ．]*[０-９Ａ-Ｚａ-ｚ])?/gu;

const JUDGED = new Set(['指标值', '预算金额', '项目编码']);

/** A value that its own parser refuses is told there, with the right way to write it. */
function isJudgedElsewhere({ key, text }: PrintedText): boolean {
  if (key === '指标值') return 'wording' in parseFigure(text);
  if (key === '预算金额') return 'wording' in parseAmount(text);
  if (key === '项目编码') return true;
  return key === '项目名称' && /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
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

function toCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text over several lines that YAML joins with blanks, which Chinese does not have between words. */
const findFolded: TextRule = (printed) => {
  if (!isFolded(printed)) return [];
  const { at, source } = printed;
  const lineEnd = source.text.indexOf('\n', at.start);
  const opening = source.text[at.start] ?? '';
  const wording = opening === '>' ? 'text/folded' : 'text/folded#lines';
  const place = { ...at, end: Math.min(at.end, lineEnd) };
  return [diagnose('warning', wording, place, { key: printed.key }, toBlock(printed, opening))];
};

/** The same lines below a `|`; null where they are written with escapes. */
function toBlock(printed: PrintedText, opening: string): Fix | null {
  const { at, source } = printed;
  if (opening === '>') return { edits: [{ start: at.start, end: at.start + 1, text: '|' }] };
  const isQuoted = /["']/.test(opening);
  const written = source.text.slice(at.start, at.end).slice(isQuoted ? 1 : 0, isQuoted ? -1 : undefined);
  if (isQuoted && /[\\'"]/.test(written)) return null;
  const lines = written.split('\n').map((line) => line.trim());
  return rewriteText(printed, lines.join('\n'));
}

/** A place that is told already: what a rare character is matters more than that no font has it. */
export function withoutEchoes(findings: readonly Diagnostic[]): Diagnostic[] {
  const told = new Set(
    findings.filter(({ code }) => code === 'text/invisible' || code === 'text/compatibility').map(placeKey),
  );
  return findings.filter((finding) => finding.code !== NO_GLYPH || !told.has(placeKey(finding)));
}

function placeKey({ at }: Diagnostic): string {
  return `${at.start} ${at.file}`;
}

export const characterChecks: readonly Check[] = [
  {
    codes: { 'text/invisible': 'error', 'text/compatibility': 'warning' },
    run: (year) => applyToTexts(year, [findInvisible, findCompatibility, findFullWidth]),
  },
  { codes: { 'text/folded': 'warning' }, run: (year) => applyToTexts(year, [findFolded]) },
];
