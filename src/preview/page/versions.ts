// The way from a project's goals to its monitoring and self-evaluation.
import type { PageEvent } from '../clients.ts';
import { addressOf, followLinks } from './address.ts';
import { element, make } from './dom.ts';
import { words } from './words.ts';

const nav = element('versions');
followLinks(nav);

/** The goals, monitoring and self-evaluation of the same project, to switch between. */
export function showVersions(said: PageEvent | null) {
  const versions = said?.versions ?? [];
  nav.hidden = versions.length === 0;
  nav.replaceChildren(
    ...versions.map(({ year, label, isCurrent, errors }) => {
      const link = make('a', errors > 0 ? 'error' : '', label || words.goals);
      link.href = addressOf(year, said?.stem ?? '');
      if (isCurrent) link.setAttribute('aria-current', 'page');
      return link;
    }),
  );
}
