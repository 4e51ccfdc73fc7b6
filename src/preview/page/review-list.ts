// The tables of a file that is imported, where it has several: which of them is shown, and what was decided.
import { element, make, makeButton } from './dom.ts';
import type { Review } from './page.ts';
import { words } from './words.ts';

export type Decision = 'open' | 'kept' | 'discarded';

const list = element('review-tables');

export function showTables(
  { tables, present }: Review,
  decided: readonly Decision[],
  at: number,
  choose: (index: number) => void,
) {
  const hadFocus = list.contains(document.activeElement);
  list.hidden = tables.length < 2;
  list.replaceChildren(
    ...tables.map(({ stem, folder, notes }, index) => {
      const item = make('li');
      const decision = decided[index] ?? 'open';
      const button = makeButton('', () => choose(index), decision);
      if (index === at) button.setAttribute('aria-current', 'true');
      // One stop for Tab; the arrows lead on from there.
      button.tabIndex = index === at ? 0 : -1;
      const there = present[index]?.isSame ? words.importAlike : present[index] ? words.importThere : '';
      const state = { open: there, kept: words.importKept, discarded: words.importDiscarded }[decision];
      button.append(make('span', 'title', folder === '' ? stem : `${folder} · ${stem}`));
      if (state) button.append(make('span', 'state', state));
      if (decision === 'open' && notes.length > 0) button.append(make('span', 'marks', String(notes.length)));
      item.append(button);
      return item;
    }),
  );
  const current = list.querySelector<HTMLElement>('[aria-current]');
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
