import type { Booklet } from './booklet.ts';
import type { KnownResultsForm } from './forms.ts';

/** What a folder's booklet.yaml says of its results. `name`: `自评`, `监控/7月`. */
export function toResultsBooklet(booklet: Booklet, { form }: KnownResultsForm, name: string): Booklet {
  return {
    ...booklet,
    path: `${booklet.path}/${name}`,
    title: `${booklet.year}年度${form.title}`,
    date: null,
    notes: null,
  };
}
