// What the frame shows, and what writes for it.
import type { EditHost, Shown } from './page.ts';

export const onDesk = {
  shown: null as Shown | null,
  /** Null where nothing can be edited. */
  host: null as EditHost | null,
  /** How large the sheets are drawn. */
  scale: 1,
};
