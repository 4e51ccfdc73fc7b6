// What was found in a cell, beside it.
import { findingsOf } from './cells.ts';
import { element, make } from './dom.ts';
import { onDesk } from './on-desk.ts';

const tip = element('tip');

export function showTip(cell: HTMLElement) {
  const findings = findingsOf(onDesk.shown?.findings ?? [], cell);
  tip.hidden = findings.length === 0;
  if (findings.length === 0) return;
  tip.replaceChildren(
    ...findings.flatMap(({ message, hint }) => [
      make('p', '', message),
      ...(hint === undefined ? [] : [make('p', 'hint', `→ ${hint}`)]),
    ]),
  );
  const { left, top, bottom } = cell.getBoundingClientRect();
  const height = tip.offsetHeight;
  const isBelow = bottom + height + 6 < innerHeight;
  tip.style.top = `${Math.max(4, isBelow ? bottom + 4 : top - height - 4)}px`;
  tip.style.left = `${Math.max(4, Math.min(left, innerWidth - tip.offsetWidth - 4))}px`;
}

export function hideTip() {
  tip.hidden = true;
}

export function isTipOf(target: EventTarget | null) {
  return tip.contains(target as Node | null);
}
