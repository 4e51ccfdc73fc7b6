import type { Project } from '../../read/project.ts';
import { type Diagnostic, diagnose } from '../../report/diagnostic.ts';
import type { Check, CheckedYear } from '../check.ts';
import { createLocate } from '../within.ts';

/** Where the parts of a 项目编码 stand: 6 digits of region, 2 of year, the class letter, 11 more, 1 that may be a check. */
const REGION = { from: 0, length: 6 };
const YEAR = { from: 6, length: 2 };
const CLASS = 8;
const LAST = 20;

/** What a check character is taken from: no I, O, S, V, Z, which are too like 1, 0, 5, U and 2. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CONFUSABLE = 'IOSVZ';
/** Letters that are read or typed for a digit; the second row only counts where nothing but a digit can stand. */
const LOOKALIKES: Readonly<Record<string, string>> = { I: '1', O: '0', S: '5', Z: '2' };
const DIGIT_LOOKALIKES: Readonly<Record<string, string>> = { B: '8', D: '0', G: '6', L: '1', Q: '0' };

interface WrongLetter {
  index: number;
  letter: string;
  guess: string | null;
}

/** I, O, S, V, Z where a digit or the check character stands, and any letter in the region or the year. */
function checkLetters({ projects, sources }: CheckedYear): Diagnostic[] {
  const locate = createLocate(sources);
  return projects.flatMap(({ code }) => {
    const wrong = findWrongLetters(code.text);
    const corrected = wrong.reduce(
      (text, { index, letter, guess }) => text.slice(0, index) + (guess ?? letter) + text.slice(index + 1),
      code.text,
    );
    return wrong.map(({ index, letter, guess }) => {
      const at = locate(code, index, 1);
      const args = { position: String(index + 1), letter };
      if (guess === null) return diagnose('error', 'code/letter', at, args);
      return diagnose('error', 'code/letter#corrected', at, { ...args, guess, corrected });
    });
  });
}

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

/** The last character of a class-P code against the other twenty: one wrong or two swapped characters show there. */
function checkCheckCharacter({ projects, sources }: CheckedYear): Diagnostic[] {
  const locate = createLocate(sources);
  return projects.flatMap(({ code }) => {
    if (code.text.charAt(CLASS) !== 'P' || findWrongLetters(code.text).length > 0) return [];
    const expected = checkCharacterOf(code.text);
    const written = code.text.charAt(LAST);
    if (written === expected) return [];
    return [diagnose('warning', 'code/check-character', locate(code, LAST, 1), { written, expected })];
  });
}

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

/** The code's two year digits against the booklet's 年度: a table carried over from last year keeps last year's code. */
function checkCodeYear({ booklet, projects, sources }: CheckedYear): Diagnostic[] {
  const locate = createLocate(sources);
  if (booklet.year === '') return [];
  return projects.flatMap(({ code }) => {
    const digits = partOf(code.text, YEAR);
    if (!/^\d+$/.test(digits) || digits === booklet.year.slice(-YEAR.length)) return [];
    return [
      diagnose('warning', 'code/year', locate(code, YEAR.from, YEAR.length), { digits, year: booklet.year }),
    ];
  });
}

/** Below this there is no majority to differ from. */
const FEWEST_PROJECTS = 3;

/** A region unlike that of at least two thirds of the year's projects: one office files for one region. */
function checkRegion({ projects, sources }: CheckedYear): Diagnostic[] {
  const locate = createLocate(sources);
  const usual = usualRegion(projects);
  if (usual === null) return [];
  return projects.flatMap(({ code }) => {
    const region = partOf(code.text, REGION);
    if (region === usual || !/^\d+$/.test(region)) return [];
    return [diagnose('warning', 'code/region', locate(code, REGION.from, REGION.length), { region, usual })];
  });
}

function usualRegion(projects: readonly Project[]): string | null {
  const counts = new Map<string, number>();
  for (const { code } of projects) {
    const region = partOf(code.text, REGION);
    counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  if (projects.length < FEWEST_PROJECTS) return null;
  return [...counts].find(([, count]) => count * 3 >= projects.length * 2)?.[0] ?? null;
}

function partOf(code: string, { from, length }: { from: number; length: number }): string {
  return code.slice(from, from + length);
}

export const codeChecks: readonly Check[] = [
  { codes: { 'code/letter': 'error' }, run: checkLetters },
  { codes: { 'code/check-character': 'warning' }, run: checkCheckCharacter },
  { codes: { 'code/year': 'warning' }, run: checkCodeYear },
  { codes: { 'code/region': 'warning' }, comparesTables: true, run: checkRegion },
];
