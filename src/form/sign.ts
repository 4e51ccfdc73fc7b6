/** The form's signs. 定性 and 定量（其他） are not signs here: a row of that kind has its own key. */
export type Operator = '=' | '>' | '<' | '≥' | '≤';

/** The form's signs with their full-width, small and ASCII twins, two-character ones first: `> =` is one sign, too. */
const SIGNS: readonly (readonly [RegExp, Operator])[] = [
  [/^(?:[>＞﹥]\s{0,3}[=＝﹦]|[≥≧⩾]\s{0,3}[=＝﹦]?)/u, '≥'],
  [/^(?:[<＜﹤]\s{0,3}[=＝﹦]|[≤≦⩽]\s{0,3}[=＝﹦]?)/u, '≤'],
  [/^[=＝﹦]/u, '='],
  [/^[>＞﹥]/u, '>'],
  [/^[<＜﹤]/u, '<'],
];

/** The sign that a value begins with, and what is behind it. */
export function readSign(written: string): { operator: Operator | null; rest: string } {
  for (const [twins, operator] of SIGNS) {
    const sign = twins.exec(written)?.[0];
    if (sign !== undefined) return { operator, rest: written.slice(sign.length) };
  }
  return { operator: null, rest: written };
}
