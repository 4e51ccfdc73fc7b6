// @ts-check
// What is offered while a cell is written: signs, units of the office, labels that other tables have.

/** @typedef {import('../completions.ts').OfficeWords} OfficeWords */
/** @typedef {{ label: string, text: string }} Suggestion `text`: the whole of the cell once it is chosen */

/** How signs are typed, and how they are written. */
const SIGNS = /** @type {[RegExp, string][]} */ ([
  [/^(?:>=|=>|≧|＞=|>＝|大于等于)/, '≥'],
  [/^(?:<=|=<|≦|＜=|<＝|小于等于)/, '≤'],
  [/^[＞﹥]/, '>'],
  [/^[＜﹤]/, '<'],
  [/^[＝﹦]/, '='],
]);

/** What the signs mean, by the words of the page. */
const MEANINGS = /** @type {Record<string, string>} */ ({
  '≥': 'atLeast',
  '≤': 'atMost',
  '=': 'exactly',
  '>': 'moreThan',
  '<': 'lessThan',
});

/** @param {string} text */
export function hasSign(text) {
  return /^[=><≥≤]/.test(toSigns(text.trim()));
}

/** @param {string} text */
function toSigns(text) {
  const found = SIGNS.find(([typed]) => typed.test(text));
  return found === undefined ? text : text.replace(...found);
}

/**
 * `>=4次` → `≥ 4 次`; what is no figure stays as it is.
 * @param {string} text
 */
export function toFigure(text) {
  const written = toSigns(text.trim());
  const rest = written.slice(1).trimStart();
  const [number = ''] = /^-?\d+(?:\.\d+)?/.exec(rest) ?? [];
  const unit = rest.slice(number.length).trim();
  // 3-5 次 is two numbers.
  if (!/^[=><≥≤]/.test(written) || number === '' || /^[-~.,，～—至到\d]/.test(unit)) return text.trim();
  return `${written.charAt(0)} ${number} ${unit}`.trim();
}

/** Of a list that is shown at once. */
const MOST = 8;

/**
 * @param {string} text
 * @param {{ key: string, type: string, options: readonly string[], level2: string, office: OfficeWords | null }} field
 * @param {Record<string, string>} words
 * @returns {Suggestion[]}
 */
export function suggest(text, { key, type, options, level2, office }, words) {
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

/**
 * @param {string} text
 * @param {OfficeWords['groups'][string] | undefined} group
 * @param {Record<string, string>} words
 * @returns {Suggestion[]}
 */
function suggestFigure(text, group, words) {
  const written = toSigns(text.trim());
  const rest = written.replace(/^[=><≥≤]\s*/, '');
  const [number = ''] = /^-?\d+(?:\.\d+)?/.exec(rest) ?? [];
  const sign = /^[=><≥≤]/.exec(written)?.[0];
  if (sign === undefined || (number === '' && rest === '')) {
    const signs = [...new Set([...(group?.operators ?? []), '≥', '≤', '=', '>', '<'])];
    return signs
      .filter((one) => one !== sign)
      .map((one) => ({ label: `${one} ${words[MEANINGS[one] ?? ''] ?? ''}`, text: `${one} ${rest}` }));
  }
  if (number === '') return [];
  const unit = rest.slice(number.length).trim();
  return (group?.units ?? [])
    .filter((one) => one !== unit && one.startsWith(unit))
    .slice(0, MOST)
    .map((one) => ({ label: one, text: `${sign} ${number} ${one}` }));
}
