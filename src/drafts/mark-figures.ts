import { TO_FILL } from '../project/to-fill.ts';

/** A day or month, alone or with its year, and a span of them: `2022年1月至12月`, `2022-01-20`, `6 月 30 日`. */
const DATE =
  /(?<![〔\d])(?:(?:\d{4}\s*年\s*)?\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?:\s*[至到—~～-]\s*(?:\d{4}\s*年\s*)?\d{1,2}\s*(?:月(?:\s*\d{1,2}\s*日)?|日))?|\d{4}-\d{1,2}-\d{1,2})/gu;

/**
 * A number that counts something: a word or a % follows. Not the number of a list (`1. `), of a document (`〔2021〕1号`),
 * of a session (`第20届`), and none inside a word of Latin letters.
 */
const FIGURE =
  /(?<![\p{Script=Latin}\d.〔[（(]|第\s{0,2})\d[\d,]*(?:\.\d+)?(?![\d.])(?=\s*(?:[%％‰]|(?!号|届)\p{Script=Han}))/gu;

/** Puts 待填 where a figure or a date stands; everything else stays. */
export function markFigures(text: string): string {
  return text.replace(DATE, TO_FILL).replace(FIGURE, TO_FILL);
}
