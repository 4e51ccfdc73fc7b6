// The drafts of a file that was read, each beside the cells that it was made from, to be kept or discarded.
import type { PageName } from './address.ts';
import { element, make } from './dom.ts';
import type { Kept, Review } from './page.ts';
import { post } from './post.ts';
import { type Decision, showTables } from './review-list.ts';
import { showTable } from './review-table.ts';
import { say, words } from './words.ts';

export interface Outcome {
  kept: PageName[];
  left: number;
  isStopped: boolean;
}

const dialog = element<HTMLDialogElement>('review');
const list = element('review-tables');
const shown = element('review-shown');
const keepButton = element<HTMLButtonElement>('review-keep');
const discardButton = element<HTMLButtonElement>('review-discard');
const restButton = element<HTMLButtonElement>('review-rest');

/** What closing the dialog ends. */
let leave = () => {};
/** How far it is in several files. */
let progress = '';
let onKeep: () => void = () => {};
let onDiscard: () => void = () => {};
let onRest: () => void = () => {};
keepButton.addEventListener('click', () => onKeep());
discardButton.addEventListener('click', () => onDiscard());
restButton.addEventListener('click', () => onRest());
dialog.addEventListener('close', () => leave());

export function isReviewing() {
  return dialog.open;
}

/** `run`: called when the reader closes the dialog. */
export function onLeave(run: () => void) {
  leave = run;
}

export function endReview() {
  leave = () => {};
  dialog.close();
}

function open(file: string, title: string) {
  element('review-file').textContent = [file, progress].filter(Boolean).join(' · ');
  element('review-title').textContent = title;
  if (!dialog.open) dialog.showModal();
}

/** `now`: how far it is. */
export function showReading(file: string, now: string) {
  progress = now;
  open(file, words.importReading);
  dialog.dataset.state = 'reading';
  list.hidden = true;
  shown.replaceChildren(make('p', 'reading'));
  show({});
}

/** Waits until the reader has seen why nothing of a file is imported. */
export function showRefusal(
  file: string,
  { text, hint }: { text: string; hint: string },
  notes: string[],
): Promise<Outcome> {
  open(file, words.importRefused);
  dialog.dataset.state = 'refused';
  list.hidden = true;
  shown.replaceChildren(
    make('p', 'refusal', text),
    ...(hint === '' ? [] : [make('p', 'hint', hint)]),
    ...notes.map((note) => make('p', 'quiet', note)),
  );
  show({ keep: words.importSeen });
  keepButton.focus();
  return new Promise((resolve) => {
    onKeep = () => resolve({ kept: [], left: 0, isStopped: false });
    onLeave(() => resolve({ kept: [], left: 0, isStopped: true }));
  });
}

const BUTTONS = { keep: keepButton, discard: discardButton, rest: restButton };

/** `texts`: of the buttons that there are; the others are hidden. */
function show(texts: { [Name in keyof typeof BUTTONS]?: string | undefined }) {
  for (const [name, button] of Object.entries(BUTTONS)) {
    const text = texts[name as keyof typeof BUTTONS];
    button.hidden = text === undefined;
    button.disabled = false;
    button.textContent = text ?? '';
  }
  element('review-status').textContent = '';
}

/** Shows one draft after the other until each is kept or discarded. */
export function review(given: Review): Promise<Outcome> {
  const { tables, present } = given;
  const decided: Decision[] = tables.map(() => 'open');
  const kept: PageName[] = [];
  let at = 0;
  let isWriting = false;
  dialog.dataset.state = 'review';
  return new Promise((resolve) => {
    const end = (isStopped: boolean) =>
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
      const mayKeep = isOpen && (there === null || (there.revision !== null && !there.isSame));
      show({
        keep: mayKeep ? (there ? words.importOver : words.importKeep) : undefined,
        discard: isOpen ? (there ? words.importOld : words.importDiscard) : undefined,
        rest: rest.length > 1 ? say('importRest', { count: rest.length }) : undefined,
      });
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
    const keep = async (wanted: { index: number; over: string | null }[]) => {
      if (isWriting) return;
      isWriting = true;
      const sent = await post('keep', { id: given.id, tables: wanted });
      isWriting = false;
      const outcomes = (sent as { tables?: Kept[] }).tables ?? [];
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
