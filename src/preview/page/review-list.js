// @ts-check
// The tables of a file that is imported, where it has several: which of them is shown, and what was decided.
import { element, make, words } from './words.js';

/** @typedef {import('./page.d.ts').Review} Review */
/** @typedef {'open' | 'kept' | 'discarded'} Decision */

const list = element('review-tables');

/**
 * @param {Review} review
 * @param {readonly Decision[]} decided
 * @param {number} at
 * @param {(index: number) => void} choose
 */
export function showTables({ tables, present }, decided, at, choose) {
  const hadFocus = list.contains(document.activeElement);
  list.hidden = tables.length < 2;
  list.replaceChildren(
    ...tables.map(({ stem, folder, notes }, index) => {
      const item = document.createElement('li');
      const button = /** @type {HTMLButtonElement} */ (make('button', decided[index] ?? 'open', ''));
      button.type = 'button';
      if (index === at) button.setAttribute('aria-current', 'true');
      // One stop for Tab; the arrows lead on from there.
      button.tabIndex = index === at ? 0 : -1;
      const decision = decided[index] ?? 'open';
      const there = present[index]?.isSame ? words.importAlike : present[index] ? words.importThere : '';
      const state = { open: there, kept: words.importKept, discarded: words.importDiscarded }[decision];
      button.append(make('span', 'title', folder === '' ? stem : `${folder} · ${stem}`));
      if (state) button.append(make('span', 'state', state));
      if (decision === 'open' && notes.length > 0) button.append(make('span', 'marks', String(notes.length)));
      button.addEventListener('click', () => choose(index));
      item.append(button);
      return item;
    }),
  );
  const current = /** @type {HTMLElement | null} */ (list.querySelector('[aria-current]'));
  current?.scrollIntoView({ block: 'nearest' });
  if (hadFocus) current?.focus();
}

list.addEventListener('keydown', (event) => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const buttons = [...list.querySelectorAll('button')];
  const next = buttons[buttons.findIndex((one) => one.ariaCurrent === 'true') + step];
  if (step === 0 || next === undefined) return;
  event.preventDefault();
  next.click();
});
