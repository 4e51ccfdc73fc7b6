import { toFullWidth } from '../../form/text.ts';
import { listMatches } from '../../util/list-matches.ts';
export interface HalfWidth {
  index: number;
  mark: string;
}

/** What a Chinese clause ends in before its mark. */
const CHINESE = String.raw`[\p{Script=Han}”’》】〉〕）]`;

/**
 * Half-width marks in Chinese: directly behind a Han character or a closing mark; a comma or semicolon between a figure and
 * a Han character; brackets around or directly behind Chinese. Not in 1,200, 8:30, `目标 1: `, f(x), (1) or Latin words, and
 * not the signs of Markdown.
 */
const HALF_WIDTH = new RegExp(
  [
    `(?<=${CHINESE})[,:;?](?!//)`,
    `(?<=${CHINESE})!(?!\\[)`,
    String.raw`(?<=[\d%)）])[,;](?=\p{Script=Han})`,
    `(?<=${CHINESE})\\(`,
    String.raw`(?<!\])\((?=[\p{Script=Han}“《])`,
    `(?<=${CHINESE})\\)`,
  ].join('|'),
  'gu',
);

export function findHalfWidth(text: string): HalfWidth[] {
  if (!/[,:;!?()]/.test(text)) return [];
  const dots = new Set(findLostDots(text));
  return listMatches(HALF_WIDTH, text)
    .map(({ 0: mark, index }) => ({ index, mark }))
    .filter(({ index }) => !dots.has(index) && !closesEntity(text, index));
}

/** `&#160;目标` is reported as leftover markup. */
function closesEntity(text: string, index: number): boolean {
  return text[index] === ';' && /&#?[a-z\d]{2,8}$/i.test(text.slice(Math.max(0, index - 10), index));
}

/** The text with its half-width marks and the other halves of their brackets made full-width, and no blank behind a mark. */
export function widen(text: string): string {
  // A mark behind a bracket is only seen once the bracket is full-width.
  return widenOnce(widenOnce(text));
}

function widenOnce(text: string): string {
  const places = new Set(findHalfWidth(text).map(({ index }) => index));
  let depth = 0;
  let widened = '';
  let skipsBlank = false;
  for (let index = 0; index < text.length; index += 1) {
    const mark = text[index] ?? '';
    if (skipsBlank && mark === ' ') continue;
    skipsBlank = false;
    const closes = mark === ')' && depth > 0;
    if (!places.has(index) && !closes) {
      widened += mark;
      continue;
    }
    if (mark === '(') depth += 1;
    if (mark === ')') depth = Math.max(0, depth - 1);
    widened += toFullWidth(mark);
    skipsBlank = mark !== '(';
  }
  return widened;
}

/** Words of a real question. */
const QUESTION = /[谁何吗呢吧哪几怎么啥嘛]|是否|能否|可否|有无|多少|为什么|是不是|有没有|会不会|能不能/u;

/**
 * The places of question marks that were a · once: a single one between two short halves of a quoted slogan or name, no word
 * of a question in it (“晋级升星？好花更红”). Older encodings lack the · and leave a ? in its place.
 */
export function findLostDots(text: string): number[] {
  if (!/[？?]/u.test(text)) return [];
  return [...text.matchAll(/“([\p{Script=Han}A-Za-z\d]{1,8})[？?]([\p{Script=Han}A-Za-z\d]{1,8})”/gu)]
    .filter(
      ([quoted, before = '', after = '']) =>
        !QUESTION.test(quoted) && /\p{Script=Han}$/u.test(before) && /^\p{Script=Han}/u.test(after),
    )
    .map(({ index, 1: before = '' }) => index + 1 + before.length);
}
