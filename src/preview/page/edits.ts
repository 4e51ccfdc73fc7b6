// Edits of the page: how they are sent, the list of them, undo, and what asks for a word or a name first.
import type { ListedEdit } from '../editor.ts';
import type { Operation } from '../operations.ts';
import type { PreviewFinding } from '../preview.ts';
import { addressOf, encodePath, go } from './address.ts';
import { element, make, makeButton, replaceItems } from './dom.ts';
import type { Sent } from './page.ts';
import { post } from './post.ts';
import { say, words } from './words.ts';

let edits: ListedEdit[] = [];
let pageNow: () => { year: string; stem: string; name: string; revision: string } | null = () => null;

const history = element<HTMLButtonElement>('history');
const log = element<HTMLDialogElement>('log');
const ask = element<HTMLDialogElement>('ask');
const answer = element<HTMLInputElement>('answer');
const status = element('status');

export function listenToEdits(given: typeof pageNow) {
  pageNow = given;
}

export async function sendOperation(operation: Operation): Promise<Sent> {
  const page = pageNow();
  if (page === null) return { status: 0, text: words.gone, hint: '' };
  const { year, stem, revision } = page;
  const sent = await post(`edit${addressOf(year, stem)}`, { revision, operation });
  // The cell says why its text was refused.
  if (operation.kind !== 'set') tell(sent);
  return sent;
}

function tell({ status: code, text, hint }: Sent) {
  if (code !== 200) announce([text, hint].filter(Boolean).join(' → '), true);
}

let fading: ReturnType<typeof setTimeout> | undefined;

export function announce(text: string, isTrouble: boolean) {
  status.textContent = text;
  status.classList.toggle('trouble', isTrouble);
  status.hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => {
    status.hidden = true;
  }, 8000);
}

export function showEdits(said: ListedEdit[] | null) {
  edits = said ?? [];
  for (const id of ['history', 'new', 'import', 'rename']) element(id).hidden = said === null;
  history.disabled = edits.length === 0;
  element('edit-count').textContent = edits.length === 0 ? '' : String(edits.length);
  replaceItems(element('log-list'), edits.map(toItem));
  if (edits.length === 0 && log.open) log.close();
}

function toItem({ id, time, year, stem, text, canUndo }: ListedEdit) {
  const item = make('li');
  const link = make('a', '', stem);
  link.href = addressOf(year, stem);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    log.close();
    go(link.pathname);
  });
  const button = makeButton(words.undo, () => undo(id));
  button.disabled = !canUndo;
  button.title = canUndo ? '' : words.cannotUndo;
  button.ariaLabel = `${words.undo} ${text}`;
  item.append(make('time', '', time), link, make('p', '', text), button);
  return item;
}

async function undo(id: number) {
  const edit = edits.find((one) => one.id === id);
  const sent = await post('undo', { id });
  tell(sent);
  if (sent.status !== 200 || edit === undefined) return;
  announce(say('undone', { text: edit.text }), false);
  const page = pageNow();
  if (page !== null && page.year === edit.year && page.stem === edit.stem && sent.stem !== edit.stem)
    go(addressOf(edit.year, sent.stem ?? ''));
}

/** The last edit of the page that is shown. */
export function undoLast() {
  const page = pageNow();
  const own = edits.filter(({ year, stem }) => year === page?.year && stem === page.stem);
  const last = own.find(({ canUndo }) => canUndo);
  if (last !== undefined) void undo(last.id);
  else announce(own.length > 0 ? words.cannotUndo : words.nothingToUndo, own.length > 0);
}

interface Question {
  title: string;
  label: string;
  value: string;
  action: string;
  send: (text: string) => Promise<Sent>;
}

/** Asks for a line of text until it is accepted or the reader gives up. */
function askFor({ title, label, value, action, send }: Question) {
  element('ask-title').textContent = title;
  element('ask-label').textContent = label;
  element('ask-do').textContent = action;
  element('ask-message').textContent = '';
  answer.value = value;
  const submit = async (event: Event) => {
    event.preventDefault();
    const { status: code, text, hint } = await send(answer.value);
    if (code === 200) ask.close();
    else element('ask-message').textContent = [text, hint].filter(Boolean).join(' → ');
  };
  const form = element('ask-form');
  form.addEventListener('submit', submit);
  ask.addEventListener('close', () => form.removeEventListener('submit', submit), { once: true });
  ask.showModal();
  answer.select();
}

export function suppressFinding({ code, line, column, message }: PreviewFinding) {
  askFor({
    ...{ title: say('suppressTitle', { code }), label: `${message} ${words.reason}`, value: '' },
    action: words.suppress,
    send: (reason) => sendOperation({ kind: 'suppress', finding: { code, line, column }, reason }),
  });
}

element('new').addEventListener('click', () => {
  const { year = '' } = pageNow() ?? {};
  askFor({
    ...{ title: say('newTitle', { year }), label: words.newLabel, value: '', action: words.create },
    send: async (name) => {
      const sent = await post(`new/${encodePath(year)}`, { name });
      if (sent.status === 200) go(addressOf(year, sent.stem ?? name));
      return sent;
    },
  });
});

element('rename').addEventListener('click', () => {
  const page = pageNow();
  if (page === null) return;
  askFor({
    ...{ title: words.renameTitle, label: words.renameLabel, value: page.name },
    action: words.rename,
    send: async (name) => {
      const sent = await sendOperation({ kind: 'rename', name });
      if (sent.status === 200) go(addressOf(page.year, sent.stem ?? name));
      return sent;
    },
  });
});

history.addEventListener('click', () => log.showModal());
for (const button of document.querySelectorAll('dialog [data-close]'))
  button.addEventListener('click', () => button.closest('dialog')?.close());
// A click beside a dialog, on what is dimmed, leaves it.
for (const dialog of [log, ask])
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
