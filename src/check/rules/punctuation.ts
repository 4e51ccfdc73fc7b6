import { diagnose } from '../../report/diagnostic.ts';
import type { Check } from '../check.ts';
import { findHalfWidth, widen } from '../language/half-width.ts';
import { findLostDots } from '../language/lost-dot.ts';
import { findLoneBracket, findQuoteFault } from '../language/pairs.ts';
import {
  applyToTexts,
  excerpt,
  isFolded,
  placeInText,
  replaceInText,
  rewriteText,
  type TextRule,
} from '../printed-texts.ts';

/** 项目名称 must be letter for letter what the budget system has; a figure and a code have their own checks. */
const AS_GIVEN = new Set(['项目名称', '项目编码', '指标值', '预算金额']);

/** Quotation marks that do not pair up, or stand the wrong way round: ”七一“. */
const findQuotes: TextRule = (printed) => {
  const { text } = printed;
  if (!/[“”‘’]/u.test(text)) return [];
  const fault = findQuoteFault(text, '“', '”') ?? findQuoteFault(text, '‘', '’');
  if (fault === null) return [];
  if (fault.kind === 'unbalanced') {
    const { mark, index } = fault.mark;
    const at = placeInText(printed, index, index + 1);
    return [
      diagnose('warning', 'text/unbalanced-quotes', at, { mark, around: excerpt(text, index, index + 1) }),
    ];
  }
  const { open, close } = fault;
  const written = text.slice(open.index, close.index + 1);
  const corrected = `${close.mark}${written.slice(1, -1)}${open.mark}`;
  const at = placeInText(printed, open.index, close.index + 1);
  return [
    diagnose(
      'warning',
      'text/reversed-quotes',
      at,
      { written: shorten(written), corrected: shorten(corrected) },
      rewriteText(printed, turnQuotes(text)),
    ),
  ];
};

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

/** Brackets that do not pair up: 《 》 （ ） 【 】 〔 〕. */
const findBrackets: TextRule = (printed) => {
  const lone = findLoneBracket(printed.text);
  if (lone === null) return [];
  const { mark, index } = lone;
  const at = placeInText(printed, index, index + 1);
  const around = excerpt(printed.text, index, index + 1);
  return [diagnose('warning', 'text/unbalanced-brackets', at, { mark, around })];
};

/** Half-width punctuation in Chinese; one finding a text, at the first. */
const findNarrowMarks: TextRule = (printed) => {
  if (AS_GIVEN.has(printed.key)) return [];
  const found = findHalfWidth(printed.text);
  const [first] = found;
  if (first === undefined) return [];
  const written = excerpt(printed.text, first.index, first.index + 1);
  return [
    diagnose(
      'warning',
      'text/half-width',
      placeInText(printed, first.index, first.index + 1),
      { mark: first.mark, count: String(found.length), corrected: widen(written) },
      rewriteText(printed, widen(printed.text)),
    ),
  ];
};

/** A ？ inside a quoted slogan: a · was lost on the way through an older program. */
const findLostDot: TextRule = (printed) => {
  const dots = findLostDots(printed.text);
  const [index] = dots;
  if (index === undefined) return [];
  const open = printed.text.lastIndexOf('“', index);
  const written = printed.text.slice(open, printed.text.indexOf('”', index) + 1);
  const corrected = written.replace(/[？?]/u, '·');
  const at = placeInText(printed, index, index + 1);
  const fix = replaceInText(
    printed,
    dots.map((dot) => ({ from: dot, to: dot + 1, by: '·' })),
  );
  return [diagnose('warning', 'text/lost-dot', at, { written, corrected }, fix)];
};

const BLANK =
  /(?<=\d)[ \u00a0\u2000-\u200a\u202f\u3000]+(?=\p{Script=Han})|(?<=\p{Script=Han})[ \u00a0\u2000-\u200a\u202f\u3000]+(?=\d)/gu;
/** `1 开展……` at the head of an item. */
const ITEM = /(?:^|[。；;\n]\s{0,4})\d{1,2}$/u;

/** Blanks between digits and Han characters; one finding a text, whatever their number. */
const findBlanks: TextRule = (printed) => {
  const { text } = printed;
  if (AS_GIVEN.has(printed.key) || !/\d[^\S\n]|[^\S\n]\d/.test(text) || isFolded(printed)) return [];
  const found = [...text.matchAll(BLANK)].filter(
    ({ index }) => !ITEM.test(text.slice(Math.max(0, index - 5), index)),
  );
  const [first] = found;
  if (first === undefined) return [];
  const end = first.index + first[0].length;
  const corrected = excerpt(text, first.index, end).replace(BLANK, '');
  const at = placeInText(printed, first.index, end);
  const blanks = found.map(({ index, 0: { length } }) => ({ from: index, to: index + length, by: '' }));
  const args = { count: String(found.length), corrected };
  return [diagnose('warning', 'text/blank', at, args, replaceInText(printed, blanks))];
};

/** Two marks one behind the other where one is meant: ，， 。。 ，。 */
const findDoubled: TextRule = (printed) => {
  const found = [...printed.text.matchAll(DOUBLED)];
  const [first] = found;
  if (first === undefined) return [];
  const [written] = first;
  const at = placeInText(printed, first.index, first.index + written.length);
  const pieces = found.map(({ index, 0: marks }) => ({
    from: index,
    to: index + marks.length,
    by: meantMark(marks),
  }));
  const args = { written: shorten(written), corrected: meantMark(written) };
  return [diagnose('warning', 'text/doubled', at, args, replaceInText(printed, pieces))];
};

const DOUBLED = /[，、；：。]{2,}/gu;

function meantMark(marks: string): string {
  if (/^。{3,}$/u.test(marks)) return '……';
  return marks.includes('。') ? '。' : marks.slice(-1);
}

function shorten(text: string): string {
  const line = text.replaceAll('\n', '');
  return line.length <= 40 ? line : `${line.slice(0, 19)}……${line.slice(-19)}`;
}

export const punctuationChecks: readonly Check[] = [
  {
    codes: {
      'text/unbalanced-quotes': 'warning',
      'text/reversed-quotes': 'warning',
      'text/unbalanced-brackets': 'warning',
      'text/half-width': 'warning',
      'text/lost-dot': 'warning',
      'text/blank': 'warning',
      'text/doubled': 'warning',
    },
    run: (year) =>
      applyToTexts(year, [findQuotes, findBrackets, findNarrowMarks, findLostDot, findBlanks, findDoubled]),
  },
];
