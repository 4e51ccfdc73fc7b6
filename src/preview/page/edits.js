// @ts-check
// Edits of the page: how they are sent, the list of them, undo, and what asks for a word or a name first.
import { addressOf } from './list.js';
import { post } from './post.js';
import { element, say, words } from './words.js';

/** @typedef {import('../editor.ts').ListedEdit} ListedEdit */
/** @typedef {import('../preview.ts').PreviewFinding} PreviewFinding */
/** @typedef {import('./page.d.ts').Sent} Sent */

/** @type {ListedEdit[]} */
let edits = [];
/** @type {(address: string) => void} */
let go = () => {};
/** @type {() => { year: string, stem: string, name: string, revision: string } | null} */
let here = () => null;

const history = /** @type {HTMLButtonElement} */ (element('history'));
const log = /** @type {HTMLDialogElement} */ (element('log'));
const ask = /** @type {HTMLDialogElement} */ (element('ask'));
const answer = /** @type {HTMLInputElement} */ (element('answer'));
const status = element('status');

/**
 * @param {{ go: typeof go, here: typeof here }} listeners
 */
export function listenToEdits(listeners) {
  go = listeners.go;
  here = listeners.here;
}

/**
 * @param {import('../operations.ts').Operation} operation
 * @returns {Promise<Sent>}
 */
export async function sendOperation(operation) {
  const page = here();
  if (page === null) return { status: 0, text: words.gone ?? '', hint: '' };
  const { year, stem, revision } = page;
  const sent = await post(`edit${addressOf(year, stem)}`, { revision, operation });
  // The cell says why its text was refused.
  if (operation.kind !== 'set') tell(sent);
  return sent;
}

/** @param {Sent} sent */
function tell({ status: code, text, hint }) {
  if (code !== 200) announce([text, hint].filter(Boolean).join(' → '), true);
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let fading;

/**
 * @param {string} text
 * @param {boolean} isTrouble
 */
export function announce(text, isTrouble) {
  status.textContent = text;
  status.classList.toggle('trouble', isTrouble);
  status.hidden = false;
  clearTimeout(fading);
  fading = setTimeout(() => {
    status.hidden = true;
  }, 8000);
}

/** @param {ListedEdit[] | null} said */
export function showEdits(said) {
  edits = said ?? [];
  for (const id of ['history', 'new', 'import', 'rename']) element(id).hidden = said === null;
  history.disabled = edits.length === 0;
  element('edit-count').textContent = edits.length === 0 ? '' : String(edits.length);
  element('log-list').replaceChildren(...edits.map(toItem));
  if (edits.length === 0 && log.open) log.close();
}

/** @param {ListedEdit} edit */
function toItem({ id, time, year, stem, text, canUndo }) {
  const item = document.createElement('li');
  const when = document.createElement('time');
  when.textContent = time;
  const link = document.createElement('a');
  link.href = addressOf(year, stem);
  link.textContent = stem;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    log.close();
    go(link.pathname);
  });
  const what = document.createElement('p');
  what.textContent = text;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.undo ?? '';
  button.disabled = !canUndo;
  button.title = canUndo ? '' : (words.cannotUndo ?? '');
  button.setAttribute('aria-label', `${words.undo} ${text}`);
  button.addEventListener('click', () => undo(id));
  item.append(when, link, what, button);
  return item;
}

/** @param {number} id */
async function undo(id) {
  const edit = edits.find((one) => one.id === id);
  const sent = await post('undo', { id });
  tell(sent);
  if (sent.status !== 200 || edit === undefined) return;
  announce(say('undone', { text: edit.text }), false);
  const page = here();
  if (page !== null && page.year === edit.year && page.stem === edit.stem && sent.stem !== edit.stem)
    go(addressOf(edit.year, sent.stem ?? ''));
}

/** The last edit of the page that is shown. */
export function undoLast() {
  const page = here();
  const own = edits.filter(({ year, stem }) => year === page?.year && stem === page.stem);
  const last = own.find(({ canUndo }) => canUndo);
  if (last !== undefined) void undo(last.id);
  else announce(own.length > 0 ? (words.cannotUndo ?? '') : (words.nothingToUndo ?? ''), own.length > 0);
}

/**
 * Asks for a line of text until it is accepted or the reader gives up.
 * @param {{ title: string, label: string, value: string, action: string, send: (text: string) => Promise<Sent> }} question
 */
function askFor({ title, label, value, action, send }) {
  element('ask-title').textContent = title;
  element('ask-label').textContent = label;
  element('ask-do').textContent = action;
  element('ask-message').textContent = '';
  answer.value = value;
  /** @param {Event} event */
  const submit = async (event) => {
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

/** @param {PreviewFinding} finding */
export function suppressFinding({ code, line, column, message }) {
  askFor({
    ...{ title: say('suppressTitle', { code }), label: `${message} ${words.reason}`, value: '' },
    action: words.suppress ?? '',
    send: (reason) => sendOperation({ kind: 'suppress', finding: { code, line, column }, reason }),
  });
}

element('new').addEventListener('click', () => {
  const { year = '' } = here() ?? {};
  askFor({
    ...{
      title: say('newTitle', { year }),
      label: words.newLabel ?? '',
      value: '',
      action: words.create ?? '',
    },
    send: async (name) => {
      const sent = await post(`new/${year.split('/').map(encodeURIComponent).join('/')}`, { name });
      if (sent.status === 200) go(addressOf(year, sent.stem ?? name));
      return sent;
    },
  });
});

element('rename').addEventListener('click', () => {
  const page = here();
  if (page === null) return;
  askFor({
    ...{ title: words.renameTitle ?? '', label: words.renameLabel ?? '', value: page.name },
    action: words.rename ?? '',
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
