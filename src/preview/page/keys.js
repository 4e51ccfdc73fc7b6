// @ts-check
// The keys of the page and its frame.
import { undoLast } from './edits.js';
import { neighbour } from './list.js';
import { element } from './words.js';

const frame = /** @type {HTMLIFrameElement} */ (element('frame'));
const edit = /** @type {HTMLAnchorElement} */ (element('edit'));
const pdf = /** @type {HTMLAnchorElement} */ (element('pdf'));
const search = /** @type {HTMLInputElement} */ (element('search'));

/** @type {{ go: (address: string) => void, mayEdit: () => boolean }} */
let host = { go: () => {}, mayEdit: () => false };

/** @param {typeof host} given */
export function listenToKeys(given) {
  host = given;
  document.addEventListener('keydown', onKey);
}

/** @param {KeyboardEvent} event */
export function onKey(event) {
  const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
  if (isUndo && host.mayEdit() && !(/** @type {Element} */ (event.target).matches('input, textarea'))) {
    event.preventDefault();
    undoLast();
    return;
  }
  if (/** @type {Element} */ (event.target).closest?.('dialog')) return;
  // Keys that choose a character of Chinese are none of ours; 229 is how older browsers say so.
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.keyCode === 229) return;
  const isTyping = event.target === search;
  const steps = /** @type {Record<string, 1 | -1>} */ ({
    ArrowDown: 1,
    ArrowUp: -1,
    ArrowRight: 1,
    ArrowLeft: -1,
  });
  const step = /Left|Right/.test(event.key) && canPan() ? undefined : steps[event.key];
  if (event.target instanceof HTMLSelectElement || event.target === element('page')) return;
  if (event.key === 'Escape' && isTyping) {
    search.value = '';
    search.dispatchEvent(new Event('input'));
    search.blur();
  } else if (step !== undefined && !(isTyping && event.key.match(/Left|Right/))) {
    const next = neighbour(step);
    if (next !== null) host.go(next);
  } else if (isTyping) {
    if (event.key === 'Enter') search.blur();
    return;
  } else if (event.key === '/') search.focus();
  else if (event.key.toLowerCase() === 'p' && pdf.href) pdf.click();
  else if (event.key.toLowerCase() === 'e' && edit.href) edit.click();
  else return;
  event.preventDefault();
}

/** Whether the pages are wider than their frame: then ← and → move them. */
function canPan() {
  const root = frame.contentDocument?.documentElement;
  return root !== undefined && root.scrollWidth > root.clientWidth;
}
