import { keyOfRole } from '../../form/form.ts';
import { says, saysOnly } from '../../messages/catalogue.ts';
import type { Table } from '../../read/table.ts';
import { placeIn } from '../printed-texts.ts';
import { type Rule, tableRule, yearRule } from '../rule.ts';

/** Where the parts of a 项目编码 are: 6 digits of region, 2 of year, the class letter, 11 more, 1 that may be a check. */
const REGION = { from: 0, to: 6 };
const YEAR = { from: 6, to: 8 };
const CLASS = 8;
const LAST = 20;

/** What a check character is taken from: no I, O, S, V, Z, which are too like 1, 0, 5, U and 2. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CONFUSABLE = 'IOSVZ';
/** Letters that are read or typed for a digit; the second row only counts where nothing but a digit can be. */
const LOOKALIKES: Readonly<Record<string, string>> = { I: '1', O: '0', S: '5', Z: '2' };
const DIGIT_LOOKALIKES: Readonly<Record<string, string>> = { B: '8', D: '0', G: '6', L: '1', Q: '0' };

interface WrongLetter {
  index: number;
  letter: string;
  guess: string | null;
}

/** I, O, S, V, Z where a digit or the check character is, and any letter in the region or the year. */
const letter = tableRule({
  code: 'code/letter',
  severity: 'error',
  docs: {
    zh: '编码里出现不会用的字母 I O S V Z，或应是数字处有字母',
    en: 'I O S V Z, or a letter where a digit is, in the code',
    example: '52270022P0043O210119J',
  },
  messages: {
    default: says(
      '{key}第 {position} 位是字母“{letter}”，这个位置不会有它 ⇒ 编码前 8 位是数字，第 9 位以后不用 I、O、S、V、Z；对照预算系统改这一位',
      'Character {position} of {key} is “{letter}”, which cannot be there ⇒ The first 8 are digits, and behind the 9th there is no I, O, S, V or Z; compare it with the budget system',
    ),
    corrected: says(
      '{key}第 {position} 位是字母“{letter}”，多半是“{guess}” ⇒ 对照预算系统核对这一位：是不是“{corrected}”？',
      'Character {position} of {key} is the letter “{letter}”, probably for “{guess}” ⇒ Compare it with the budget system: perhaps “{corrected}”?',
    ),
  },
  check({ table: { code, form }, text }, report) {
    const key = keyOfRole(form, 'code');
    if (key === null) return;
    const wrong = findWrongLetters(code.text);
    const corrected = wrong.reduce(
      (text, { index, letter, guess }) => text.slice(0, index) + (guess ?? letter) + text.slice(index + 1),
      code.text,
    );
    for (const { index, letter, guess } of wrong) {
      const at = placeIn(code, text, index, index + 1);
      const args = { key, position: String(index + 1), letter };
      if (guess === null) report('default', at, args);
      else report('corrected', at, { ...args, guess, corrected });
    }
  },
});

function findWrongLetters(code: string): WrongLetter[] {
  return Array.from(code).flatMap((letter, index) => {
    if (/\d/.test(letter) || index === CLASS) return [];
    if (index < CLASS) {
      return [{ index, letter, guess: LOOKALIKES[letter] ?? DIGIT_LOOKALIKES[letter] ?? null }];
    }
    if (!CONFUSABLE.includes(letter)) return [];
    // Only a check character can be a U, so only there can a V be one.
    return [{ index, letter, guess: LOOKALIKES[letter] ?? (index === LAST ? 'U' : null) }];
  });
}

const checkCharacter = tableRule({
  code: 'code/check-character',
  severity: 'warning',
  docs: {
    zh: 'P 类编码的末位与前 20 位对不上',
    en: 'the check character of a class P code',
    example: '52270022P00430210119K',
  },
  messages: saysOnly(
    '{key}的最后一位“{written}”与前 20 位对不上，编码里可能有一位抄错或两位颠倒 ⇒ 从预算系统里整段复制；前 20 位都没有错的话，最后一位应该是“{expected}”',
    'The last character “{written}” of {key} does not go with the first 20; one may be wrong or two swapped ⇒ Copy the code from the budget system; if the first 20 are right, the last is “{expected}”',
  ),
  check({ table: { code, form }, text }, report) {
    const key = keyOfRole(form, 'code');
    if (key === null || code.text.charAt(CLASS) !== 'P' || findWrongLetters(code.text).length > 0) return;
    const expected = checkCharacterOf(code.text);
    const written = code.text.charAt(LAST);
    if (written !== expected)
      report('default', placeIn(code, text, LAST, LAST + 1), { key, written, expected });
  },
});

/**
 * The check character of a class-P code: 30 − Σ 3^i·value mod 31 over the first twenty, i from 0. No document states the
 * rule; it was found in eleven codes of 2022, all of which fit, so it is never more than a warning.
 */
export function checkCharacterOf(code: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, LAST)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % ALPHABET.length;
  }
  return ALPHABET.charAt(ALPHABET.length - 1 - (sum % ALPHABET.length));
}

const year = tableRule({
  code: 'code/year',
  severity: 'warning',
  docs: {
    zh: '编码里的年份与年度不同',
    en: 'the code’s year is not the booklet’s',
    example: '2023 年的表，编码第 7、8 位是 22',
  },
  messages: saysOnly(
    '{key}第 7、8 位是“{digits}”，与年度 {year} 不同 ⇒ 是不是上一年的编码？从预算系统里复制 {year} 年的编码',
    'Characters 7 and 8 of {key} are “{digits}”, but the year is {year} ⇒ Is it last year’s code? Copy the one of {year} from the budget system',
  ),
  check({ booklet, table: { code, form }, text }, report) {
    const key = keyOfRole(form, 'code');
    const digits = code.text.slice(YEAR.from, YEAR.to);
    if (key === null || booklet.year === '' || !/^\d+$/.test(digits) || digits === booklet.year.slice(-2))
      return;
    report('default', placeIn(code, text, YEAR.from, YEAR.to), {
      ...{ key, digits, year: booklet.year },
    });
  },
});

/** Below this there is no majority to differ from. */
const FEWEST_PROJECTS = 3;

const region = yearRule({
  code: 'code/region',
  severity: 'warning',
  docs: {
    zh: '编码里的地区与其他项目不同',
    en: 'the code’s region is not the others’',
    example: '522701…，其他都是 522700…',
  },
  messages: saysOnly(
    '{key}前 6 位的地区是 {region}，其他项目多数是 {usual} ⇒ 对照预算系统核对前 6 位；确实是另一个地区的，在上一行写“# 忽略 code/region：原因”',
    'The region in {key} is {region}; most other projects have {usual} ⇒ Compare the first 6 digits with the budget system; if they are right, write “# 忽略 code/region：why” above',
  ),
  check({ tables, textOf }, report) {
    const usual = usualRegion(tables);
    if (usual === null) return;
    for (const table of tables) {
      const region = table.code.text.slice(REGION.from, REGION.to);
      const key = keyOfRole(table.form, 'code');
      if (key === null || region === usual || !/^\d+$/.test(region)) continue;
      report('default', placeIn(table.code, textOf(table), REGION.from, REGION.to), {
        ...{ key, region, usual },
      });
    }
  },
});

function usualRegion(tables: readonly Table[]): string | null {
  const counts = new Map<string, number>();
  for (const { code } of tables) {
    const region = code.text.slice(REGION.from, REGION.to);
    counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  if (tables.length < FEWEST_PROJECTS) return null;
  return [...counts].find(([, count]) => count * 3 >= tables.length * 2)?.[0] ?? null;
}

export const codeRules: readonly Rule[] = [letter, checkCharacter, year, region];
