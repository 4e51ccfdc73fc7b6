import { type Form, listLeaves } from '../../form/form.ts';
import { memoize } from '../../util/memoize.ts';
import type { SourceGrid } from './grid.ts';

/** UTF-16 units; what is longer is no heading. */
const LONGEST_HEADING = 40;
/** What the form's own title says for it, in words. */
const TITLE = 2;
/** What a word that is not there says against it. */
const MISSING = 0.25;

/** The form with the most words in the cells; the first one of those that have as many. */
export function chooseForm(grid: SourceGrid, forms: readonly Form[]): Form | undefined {
  if (forms.length < 2) return forms[0];
  const cells = grid.rows.flatMap((row) => row.cells.flatMap((cell) => cell?.text ?? []));
  const texts = [...new Set(cells)].filter((text) => text.length <= LONGEST_HEADING);
  const words = new Set(texts.map((text) => text.replace(/[\s*＊：:]|[（(][^（()）]*[）)]/gu, '')));
  const titles = texts.map((text) => text.replace(/[\s#]/gu, ''));
  const scoreOf = (form: Form) => {
    const own = wordsOf(form);
    const found = [...own].filter((word) => words.has(word)).length;
    const isTitled = titles.filter((text) => text.endsWith(form.title)).length;
    return isTitled * TITLE + found - (own.size - found) * MISSING;
  };
  const scored = forms.map((form) => ({ form, score: scoreOf(form) }));
  return scored.reduce((one, other) => (other.score > one.score ? other : one)).form;
}

/** Of its columns, and of what is above and below them. */
const wordsOf = memoize(({ columns, fields }: Form): ReadonlySet<string> => {
  const labels = fields.flatMap(({ label, block }) => [
    label,
    ...(block?.parts ?? []).map((part) => part.label),
  ]);
  const words = [...listLeaves(columns).map(({ heading }) => heading), ...labels];
  return new Set(words.map((word) => word.replace(/[\s*＊]/gu, '')));
});
