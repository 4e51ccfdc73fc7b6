import type { FieldType } from '../../form/words.ts';
import { saysOnly } from '../../messages/catalogue.ts';
import { listMatches } from '../../util/list-matches.ts';
import { findHalfWidth, findLostDots, widen } from '../language/half-width.ts';
import { findLoneBracket, findQuoteFault } from '../language/pairs.ts';
import { excerpt, isFolded, placeInText, replaceInText, rewriteText } from '../printed-texts.ts';
import { type Rule, textRule } from '../rule.ts';

/** 项目名称 must be letter for letter what the budget system has; a figure and a code have their own checks. */
const AS_GIVEN: ReadonlySet<FieldType> = new Set(['name', 'code', 'figure', 'amount', 'period', 'choice']);

function findQuotes(text: string) {
  if (!/[“”‘’]/u.test(text)) return null;
  return findQuoteFault(text, '“', '”') ?? findQuoteFault(text, '‘', '’');
}

const unbalancedQuotes = textRule({
  code: 'text/unbalanced-quotes',
  severity: 'warning',
  docs: { zh: '引号不成对', en: 'an unbalanced quote', example: '“七一系列活动' },
  messages: saysOnly(
    '引号不成对：“{around}”里的 {mark} 没有另一半 ⇒ 补上另一半，或者删掉这一个',
    'A quotation mark without its other half: {mark} in “{around}” ⇒ Add the other half or remove this one',
  ),
  check(printed, report) {
    const { text } = printed;
    const fault = findQuotes(text);
    if (fault?.kind !== 'unbalanced') return;
    const { mark, index } = fault.mark;
    const around = excerpt(text, index, index + 1);
    report('default', placeInText(printed, index, index + 1), { mark, around });
  },
});

const reversedQuotes = textRule({
  code: 'text/reversed-quotes',
  severity: 'warning',
  docs: { zh: '引号写反了', en: 'reversed quotes', example: '”七一“' },
  messages: saysOnly(
    '引号写反了：{written} ⇒ 改成 {corrected}',
    'The quotation marks are reversed: {written} ⇒ Write {corrected}',
  ),
  check(printed, report) {
    const { text } = printed;
    const fault = findQuotes(text);
    if (fault?.kind !== 'reversed') return;
    const { open, close } = fault;
    const written = text.slice(open.index, close.index + 1);
    const corrected = `${close.mark}${written.slice(1, -1)}${open.mark}`;
    const at = placeInText(printed, open.index, close.index + 1);
    const args = { written: shorten(written), corrected: shorten(corrected) };
    report('default', at, args, rewriteText(printed, turnQuotes(text)));
  },
});

/** Every pair of quotation marks the right way round; nothing is done where one has no other half. */
function turnQuotes(text: string): string {
  const turned = Array.from({ length: text.length }, (_, index) => text.charAt(index));
  for (const [opening, closing] of [
    ['“', '”'],
    ['‘', '’'],
  ] as const) {
    if (findQuoteFault(text, opening, closing)?.kind !== 'reversed') continue;
    const marks = [...text.matchAll(new RegExp(`[${opening}${closing}]`, 'gu'))].filter(
      ({ 0: mark, index }) => mark !== '’' || !/[A-Za-z]/.test(text[index - 1] ?? ''),
    );
    marks.forEach(({ index }, at) => {
      turned[index] = at % 2 === 0 ? opening : closing;
    });
  }
  return turned.join('');
}

const unbalancedBrackets = textRule({
  code: 'text/unbalanced-brackets',
  severity: 'warning',
  docs: { zh: '括号不成对', en: 'an unbalanced bracket', example: '《实施意见的通知' },
  messages: saysOnly(
    '括号不成对：“{around}”里的 {mark} 没有另一半 ⇒ 补上另一半，或者删掉这一个',
    'A bracket without its other half: {mark} in “{around}” ⇒ Add the other half or remove this one',
  ),
  check(printed, report) {
    const lone = findLoneBracket(printed.text);
    if (lone === null) return;
    const { mark, index } = lone;
    const around = excerpt(printed.text, index, index + 1);
    report('default', placeInText(printed, index, index + 1), { mark, around });
  },
});

const halfWidth = textRule({
  code: 'text/half-width',
  severity: 'warning',
  docs: { zh: '汉字旁边用了半角标点', en: 'half-width punctuation beside Han', example: '复核, 印制' },
  messages: saysOnly(
    '汉字旁边用了半角标点“{mark}”（共 {count} 处） ⇒ 改成全角：“{corrected}”',
    'Half-width punctuation “{mark}” in Chinese ({count} in this text) ⇒ Write “{corrected}”',
  ),
  check(printed, report) {
    const { text, type } = printed;
    const found = AS_GIVEN.has(type) ? [] : findHalfWidth(text);
    const [first] = found;
    if (first === undefined) return;
    const corrected = widen(excerpt(text, first.index, first.index + 1));
    const at = placeInText(printed, first.index, first.index + 1);
    const args = { mark: first.mark, count: String(found.length), corrected };
    report('default', at, args, rewriteText(printed, widen(text)));
  },
});

/** A ？ inside a quoted slogan: a · was lost on the way through an older program. */
const lostDot = textRule({
  code: 'text/lost-dot',
  severity: 'warning',
  docs: { zh: '问号多半是丢了的间隔号', en: 'a ? that was a middle dot', example: '晋级升星？好花更红' },
  messages: saysOnly(
    '{written}里的问号原来多半是间隔号“·”，在别的软件里丢了 ⇒ 改成 {corrected}',
    'The question mark in {written} was probably a · that got lost ⇒ Write {corrected}',
  ),
  check(printed, report) {
    const { text } = printed;
    const dots = findLostDots(text);
    const [index] = dots;
    if (index === undefined) return;
    const written = text.slice(text.lastIndexOf('“', index), text.indexOf('”', index) + 1);
    const corrected = written.replace(/[？?]/u, '·');
    const pieces = dots.map((dot) => ({ from: dot, to: dot + 1, by: '·' }));
    const at = placeInText(printed, index, index + 1);
    report('default', at, { written, corrected }, replaceInText(printed, pieces));
  },
});

const BLANK =
  /(?<=\d)[ \u00a0\u2000-\u200a\u202f\u3000]+(?=\p{Script=Han})|(?<=\p{Script=Han})[ \u00a0\u2000-\u200a\u202f\u3000]+(?=\d)/gu;
/** `1 开展……`, `1.1 开展……` at the head of an item. */
const ITEM = /(?:^|[。；;\n]\s{0,4})\d{1,2}(?:\.\d{1,2}){0,3}$/u;

const blank = textRule({
  code: 'text/blank',
  severity: 'warning',
  docs: { zh: '数字和汉字之间有空格', en: 'a blank between a digit and Han', example: '2022 年 1 月' },
  messages: saysOnly(
    '数字和汉字之间有空格（共 {count} 处） ⇒ 去掉空格：“{corrected}”',
    'Blanks between digits and Han characters ({count} in this text) ⇒ Write “{corrected}”',
  ),
  check(printed, report) {
    const { text } = printed;
    if (AS_GIVEN.has(printed.type) || !/\d[^\S\n]|[^\S\n]\d/.test(text) || isFolded(printed)) return;
    const found = listMatches(BLANK, text).filter(
      ({ index }) => !ITEM.test(text.slice(Math.max(0, index - 16), index)),
    );
    const [first] = found;
    if (first === undefined) return;
    const end = first.index + first[0].length;
    const corrected = excerpt(text, first.index, end).replace(BLANK, '');
    const at = placeInText(printed, first.index, end);
    const blanks = found.map(({ index, 0: { length } }) => ({ from: index, to: index + length, by: '' }));
    const args = { count: String(found.length), corrected };
    report('default', at, args, replaceInText(printed, blanks));
  },
});

const doubled = textRule({
  code: 'text/doubled',
  severity: 'warning',
  docs: { zh: '标点连在一起用了', en: 'doubled punctuation', example: '，，' },
  messages: saysOnly(
    '标点“{written}”连在一起用了 ⇒ 只留“{corrected}”',
    'The marks “{written}” are together ⇒ Leave “{corrected}”',
  ),
  check(printed, report) {
    const found = listMatches(DOUBLED, printed.text);
    const [first] = found;
    if (first === undefined) return;
    const [written] = first;
    const at = placeInText(printed, first.index, first.index + written.length);
    const pieces = found.map(({ index, 0: marks }) => ({
      from: index,
      to: index + marks.length,
      by: meantMark(marks),
    }));
    const args = { written: shorten(written), corrected: meantMark(written) };
    report('default', at, args, replaceInText(printed, pieces));
  },
});

const DOUBLED = /[，、；：。]{2,}/gu;

function meantMark(marks: string): string {
  if (/^。{3,}$/u.test(marks)) return '……';
  return marks.includes('。') ? '。' : marks.slice(-1);
}

function shorten(text: string): string {
  const line = text.replaceAll('\n', '');
  return line.length <= 40 ? line : `${line.slice(0, 19)}……${line.slice(-19)}`;
}

export const punctuationRules: readonly Rule[] = [
  unbalancedQuotes,
  reversedQuotes,
  unbalancedBrackets,
  halfWidth,
  lostDot,
  blank,
  doubled,
];
