// @ts-check
// The way from a project's goals to its monitoring and self-evaluation.
import { addressOf } from './list.js';
import { element, words } from './words.js';

/** @typedef {import('../clients.ts').PageEvent} PageEvent */

/**
 * The goals, monitoring and self-evaluation of the same project, to switch between.
 * @param {PageEvent | null} said
 */
export function showVersions(said) {
  const nav = element('versions');
  const versions = said?.versions ?? [];
  nav.hidden = versions.length === 0;
  nav.replaceChildren(
    ...versions.map(({ year, label, isCurrent, errors }) => {
      const link = document.createElement('a');
      link.href = addressOf(year, said?.stem ?? '');
      link.textContent = label || (words.goals ?? '');
      if (errors > 0) link.className = 'error';
      if (isCurrent) link.setAttribute('aria-current', 'page');
      return link;
    }),
  );
}

/** @param {(address: string) => void} go */
export function listenToVersions(go) {
  element('versions').addEventListener('click', (event) => {
    const link = /** @type {Element} */ (event.target).closest('a');
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(link.getAttribute('href') ?? '/');
  });
}
