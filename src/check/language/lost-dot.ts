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
