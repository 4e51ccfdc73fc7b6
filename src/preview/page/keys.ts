// The keys of the page and its frame.
import { go } from './address.ts';
import { element } from './dom.ts';

import { undoLast } from './edits.ts';
import { neighbour } from './list.ts';

const frame = element<HTMLIFrameElement>('frame');
const edit = element<HTMLAnchorElement>('edit');
const pdf = element<HTMLAnchorElement>('pdf');
const search = element<HTMLInputElement>('search');

/** To the next project, or the one before. */
const STEPS: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 };

let mayEdit = () => false;

export function listenToKeys(given: typeof mayEdit) {
  mayEdit = given;
  document.addEventListener('keydown', onKey);
}

export function onKey(event: KeyboardEvent) {
  const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
  if (isUndo && mayEdit() && !(event.target as Element).matches('input, textarea')) {
    event.preventDefault();
    undoLast();
    return;
  }
  if ((event.target as Element).closest?.('dialog')) return;
  // Keys that choose a character of Chinese are none of ours; 229 is how older browsers say so.
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.keyCode === 229) return;
  const isTyping = event.target === search;
  const step = /Left|Right/.test(event.key) && canPan() ? undefined : STEPS[event.key];
  if (event.target instanceof HTMLSelectElement || event.target === element('page')) return;
  if (event.key === 'Escape' && isTyping) {
    search.value = '';
    search.dispatchEvent(new Event('input'));
    search.blur();
  } else if (step !== undefined && !(isTyping && event.key.match(/Left|Right/))) {
    const next = neighbour(step);
    if (next !== null) go(next);
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
