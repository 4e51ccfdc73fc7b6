// @ts-check
// What was found in a cell, beside it.
import { byId, findingsOf, make } from './cells.js';

/** @typedef {import('./frame.js').Shown} Shown */

const tip = byId('tip');
/** @type {readonly import('../preview.ts').PreviewFinding[]} */
let told = [];

/** @param {Shown | null} shown */
export function setTold(shown) {
  told = shown?.findings ?? [];
  tip.hidden = true;
}

/** @param {HTMLElement} cell */
export function showTip(cell) {
  const findings = findingsOf(told, cell);
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

/** @param {EventTarget | null} target */
export function isTipOf(target) {
  return tip.contains(/** @type {Node | null} */ (target));
}
