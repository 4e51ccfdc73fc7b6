// What is offered while a cell is written: signs, units of the office, labels that other tables have.
import { type Operator, readSign } from '../../form/sign.ts';
import type { OfficeWords } from '../completions.ts';
import type { PageWords } from '../page-files.ts';

export interface Suggestion {
  label: string;
  /** The whole of the cell once it is chosen. */
  text: string;
}

/** What the signs mean, by the words of the page; offered in this order. */
const MEANINGS = { '≥': 'atLeast', '≤': 'atMost', '=': 'exactly', '>': 'moreThan', '<': 'lessThan' } as const;

/** A figure as far as it is typed. */
function readTyped(text: string) {
  const { operator, rest } = readSign(
    text
      .trim()
      .replace(/^(?:=>|大于等于)/, '≥')
      .replace(/^(?:=<|小于等于)/, '≤'),
  );
  const [number = ''] = /^-?\d+(?:\.\d+)?/.exec(rest.trimStart()) ?? [];
  const amount = rest.trim();
  return { operator, amount, number, unit: amount.slice(number.length).trim() };
}

export function hasSign(text: string) {
  return readTyped(text).operator !== null;
}

/** `>=4次` → `≥ 4 次`; what is no figure stays as it is. */
export function toFigure(text: string) {
  const { operator, number, unit } = readTyped(text);
  // 3-5 次 is two numbers.
  if (operator === null || number === '' || /^[-~.,，～—至到\d]/.test(unit)) return text.trim();
  return `${operator} ${number} ${unit}`.trim();
}

/** Of a list that is shown at once. */
const MOST = 8;

interface SuggestionField {
  key: string;
  type: string;
  options: readonly string[];
  level2: string;
  office: OfficeWords | null;
}

export function suggest(
  text: string,
  { key, type, options, level2, office }: SuggestionField,
  words: PageWords,
): Suggestion[] {
  if (type === 'choice') return options.map((option) => ({ label: option, text: option }));
  const group = office?.groups[level2];
  if (type === 'figure') return suggestFigure(text, group, words);
  const known = key === '三级指标' ? group?.names : type === 'line' ? office?.facts[key] : [];
  const typed = text.trim();
  return (known ?? [])
    .filter((word) => word !== typed && word.includes(typed))
    .slice(0, MOST)
    .map((word) => ({ label: word, text: word }));
}

function suggestFigure(
  text: string,
  group: OfficeWords['groups'][string] | undefined,
  words: PageWords,
): Suggestion[] {
  const { operator, amount, number, unit } = readTyped(text);
  if (operator === null || amount === '') {
    const signs = new Set([...(group?.operators ?? []), ...Object.keys(MEANINGS)]) as Set<Operator>;
    return [...signs]
      .filter((one) => one !== operator)
      .map((one) => ({ label: `${one} ${words[MEANINGS[one]]}`, text: `${one} ${amount}` }));
  }
  if (number === '') return [];
  return (group?.units ?? [])
    .filter((one) => one !== unit && one.startsWith(unit))
    .slice(0, MOST)
    .map((one) => ({ label: one, text: `${operator} ${number} ${one}` }));
}
