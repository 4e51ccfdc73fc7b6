// @ts-check
// The drafts of a file that was read, each beside the cells that it was made from, to be kept or discarded.
import { post } from './post.js';
import { showTables } from './review-list.js';
import { showTable } from './review-table.js';
import { element, make, say, words } from './words.js';

/** @typedef {import('./page.d.ts').Review} Review */
/** @typedef {import('./page.d.ts').Kept} Kept */
/** @typedef {import('./review-list.js').Decision} Decision */
/** @typedef {{ kept: { year: string, stem: string }[], left: number, isStopped: boolean }} Outcome */

const dialog = /** @type {HTMLDialogElement} */ (element('review'));
const list = element('review-tables');
const shown = element('review-shown');
const keepButton = /** @type {HTMLButtonElement} */ (element('review-keep'));
const discardButton = /** @type {HTMLButtonElement} */ (element('review-discard'));
const restButton = /** @type {HTMLButtonElement} */ (element('review-rest'));

/** What closing the dialog ends. */
let leave = () => {};
/** How far it is in several files. */
let progress = '';
/** @type {() => void} */
let onKeep = () => {};
/** @type {() => void} */
let onDiscard = () => {};
/** @type {() => void} */
let onRest = () => {};
keepButton.addEventListener('click', () => onKeep());
discardButton.addEventListener('click', () => onDiscard());
restButton.addEventListener('click', () => onRest());
dialog.addEventListener('close', () => leave());

export function isReviewing() {
  return dialog.open;
}

/** @param {() => void} run called when the reader closes the dialog */
export function onLeave(run) {
  leave = run;
}

export function endReview() {
  leave = () => {};
  dialog.close();
}

/**
 * @param {string} file
 * @param {string} title
 */
function open(file, title) {
  element('review-file').textContent = [file, progress].filter(Boolean).join(' · ');
  element('review-title').textContent = title;
  if (!dialog.open) dialog.showModal();
}

/**
 * @param {string} file
 * @param {string} now how far it is
 */
export function showReading(file, now) {
  progress = now;
  open(file, words.importReading ?? '');
  dialog.dataset.state = 'reading';
  list.hidden = true;
  shown.replaceChildren(make('p', 'reading', ''));
  show([]);
}

/**
 * Waits until the reader has seen why nothing of a file is imported.
 * @param {{ file: string, message: string, hint: string, notes: string[] }} refusal
 * @returns {Promise<Outcome>}
 */
export function showRefusal({ file, message, hint, notes }) {
  open(file, words.importRefused ?? '');
  dialog.dataset.state = 'refused';
  list.hidden = true;
  shown.replaceChildren(
    make('p', 'refusal', message),
    ...(hint === '' ? [] : [make('p', 'hint', hint)]),
    ...notes.map((note) => make('p', 'quiet', note)),
  );
  show([[keepButton, words.importSeen ?? '']]);
  keepButton.focus();
  return new Promise((resolve) => {
    onKeep = () => resolve({ kept: [], left: 0, isStopped: false });
    onLeave(() => resolve({ kept: [], left: 0, isStopped: true }));
  });
}

/** @param {[button: HTMLButtonElement, text: string][]} buttons those that there are; the others are hidden */
function show(buttons) {
  for (const button of [keepButton, discardButton, restButton]) {
    const text = buttons.find(([one]) => one === button)?.[1];
    button.hidden = text === undefined;
    button.disabled = false;
    button.textContent = text ?? '';
  }
  element('review-status').textContent = '';
}

/**
 * Shows one draft after the other until each is kept or discarded.
 * @param {Review} given
 * @returns {Promise<Outcome>}
 */
export function review(given) {
  const { tables, present } = given;
  /** @type {Decision[]} */
  const decided = tables.map(() => 'open');
  /** @type {{ year: string, stem: string }[]} */
  const kept = [];
  let at = 0;
  let isWriting = false;
  dialog.dataset.state = 'review';
  return new Promise((resolve) => {
    /** @param {boolean} isStopped */
    const end = (isStopped) =>
      resolve({ kept, left: decided.filter((one) => one === 'open').length, isStopped });
    const draw = () => {
      const table = tables[at];
      const there = present[at] ?? null;
      if (table === undefined) return;
      open(given.file, table.stem);
      showTables(given, decided, at, (index) => {
        at = index;
        draw();
      });
      const over = showTable(shown, given, at, decided[at] ?? 'open');
      const rest = waiting();
      const isOpen = decided[at] === 'open';
      show([
        ...(isOpen && there?.isSame !== true && !(there && there.revision === null)
          ? /** @type {[HTMLButtonElement, string][]} */ ([
              [keepButton, there ? words.importOver : words.importKeep],
            ])
          : []),
        ...(isOpen
          ? /** @type {[HTMLButtonElement, string][]} */ ([
              [discardButton, there ? words.importOld : words.importDiscard],
            ])
          : []),
        ...(rest.length > 1
          ? /** @type {[HTMLButtonElement, string][]} */ ([
              [restButton, say('importRest', { count: rest.length })],
            ])
          : []),
      ]);
      if (over !== null) {
        keepButton.disabled = !over.checked;
        over.addEventListener('change', () => {
          keepButton.disabled = !over.checked;
        });
      }
      shown.scrollTop = 0;
      // Whoever decides by key goes on with the same key.
      const { activeElement } = document;
      const isAtButton = [keepButton, discardButton].some((one) => one === activeElement && !one.disabled);
      if (!isAtButton && !list.contains(activeElement)) element('review-title').focus();
    };
    /** Those that are open and take nothing's place. */
    const waiting = () =>
      tables.flatMap((_, index) => (decided[index] === 'open' && present[index] === null ? [index] : []));
    /** To the next one that is open, from here on. */
    const goOn = () => {
      const order = tables.map((_, index) => (at + index) % tables.length);
      const next = order.find((index) => decided[index] === 'open');
      if (next === undefined) return end(false);
      at = next;
      draw();
    };
    /** @param {{ index: number, over: string | null }[]} wanted */
    const keep = async (wanted) => {
      if (isWriting) return;
      isWriting = true;
      const sent = await post('keep', { id: given.id, tables: wanted });
      isWriting = false;
      const outcomes = /** @type {{ tables?: Kept[] }} */ (sent).tables ?? [];
      for (const outcome of outcomes) {
        if (outcome.at !== null) {
          decided[outcome.index] = 'kept';
          kept.push(outcome.at);
        } else present[outcome.index] = outcome.present;
      }
      const refused = outcomes.find((outcome) => outcome.at === null);
      if (refused !== undefined) at = refused.index;
      if (sent.status === 200 && refused === undefined) return goOn();
      draw();
      element('review-status').textContent = refused?.text ?? sent.text;
    };
    onKeep = () => void keep([{ index: at, over: present[at]?.revision ?? null }]);
    onRest = () => void keep(waiting().map((index) => ({ index, over: null })));
    onDiscard = () => {
      if (isWriting) return;
      decided[at] = 'discarded';
      goOn();
    };
    onLeave(() => end(true));
    draw();
  });
}
