// @ts-check
// One cell, opened in its place: its text as it is written, what may come next, and why it was refused.
import { byId, findCell, listFields, make, placeOf, rowOf, siblingsOf, toCellName } from './cells.js';
import { hasSign, suggest, toFigure } from './suggestions.js';

/** @typedef {import('../cell-path.ts').CellName} CellName */
/** @typedef {import('./page.d.ts').EditHost} EditHost */
/** @typedef {import('./frame.js').Shown} Shown */

const FIGURE = '指标值';
const TARGETS = [FIGURE, '定性', '定量其他'];
/** Texts that run over lines. */
const LONG = new Set(['text', 'paragraphs']);

const box = byId('editing');
const label = /** @type {HTMLLabelElement} */ (box.querySelector('label'));
const input = /** @type {HTMLTextAreaElement} */ (box.querySelector('textarea'));
const kinds = /** @type {HTMLElement} */ (box.querySelector('.kinds'));
const list = /** @type {HTMLElement} */ (box.querySelector('[role="listbox"]'));
const message = /** @type {HTMLElement} */ (box.querySelector('.message'));
const keys = /** @type {HTMLElement} */ (box.querySelector('.keys'));
const more = /** @type {HTMLElement} */ (box.querySelector('.more'));

/**
 * @typedef {object} Opened
 * @property {CellName} name
 * @property {string} rowKey what its row is known by, should rows come or go
 * @property {string} was its text when it was opened
 * @property {string} target the key that its row's target has
 * @property {string | null} chosen the key that the reader chose for it
 * @property {number} scale
 */
/** @type {Opened | null} */
let opened = null;
/** @type {Shown | null} */
let shown = null;
/** @type {EditHost | null} */
let host = null;
/** @type {import('../completions.ts').OfficeWords | null} */
let office = null;
/** @type {import('./suggestions.js').Suggestion[]} */
let offered = [];
let active = -1;
let isSending = false;
/** How large the sheets are drawn. */
let scale = 1;

/** @param {EditHost | null} given */
export function setHost(given) {
  host = given;
}

/** @param {number} drawn */
export function setScale(drawn) {
  scale = drawn;
  place();
}

export function isEditing() {
  return opened !== null;
}

/**
 * What a field of the cell is; null for what is no text of the source.
 * @param {HTMLElement} cell
 */
export function fieldOf(cell) {
  const key = (cell.dataset.field ?? '').split('/').at(-1) ?? '';
  const field = shown?.editing?.fields[key];
  if (host === null || field === undefined || field.type === 'funds' || field.type === 'list') return null;
  // Of results only what is written in their own file.
  return shown?.editing?.onlyWritten && textOf(toCellName(cell)) === '' ? null : { ...field, key };
}

/** @param {CellName} name */
function textOf({ row, field }) {
  const fields = row === null ? shown?.places.fields : shown?.places.rows[row]?.fields;
  return fields?.[field]?.text ?? '';
}

/**
 * @param {HTMLElement} cell
 * @returns {boolean} whether it can be edited
 */
export function openEditor(cell) {
  const field = fieldOf(cell);
  if (field === null || host === null) return false;
  if (opened !== null) {
    // One that was refused comes first.
    input.focus();
    return true;
  }
  const name = toCellName(cell);
  const row = name.row === null ? undefined : shown?.places.rows[name.row];
  opened = {
    ...{ name, rowKey: row?.key ?? '', was: textOf(name), scale },
    ...{ target: row?.target ?? '', chosen: null },
  };
  input.value = opened.was;
  const indicator = row?.fields.三级指标?.text ?? '';
  label.textContent = [indicator, field.label].filter(Boolean).join(' · ');
  message.replaceChildren();
  more.ariaLabel = host.words.menuMore ?? '';
  more.title = more.ariaLabel;
  box.hidden = false;
  box.classList.remove('refused');
  keys.textContent = host.words[LONG.has(field.type) ? 'editKeysLong' : 'editKeys'] ?? '';
  drawKinds();
  place();
  input.focus({ preventScroll: true });
  input.select();
  box.scrollIntoView({ block: 'nearest' });
  void host.office().then((words) => {
    office = words;
    if (opened !== null) offer();
  });
  offer();
  return true;
}

/** The pages were patched: the cell may be elsewhere, or say something else by now. */
/** @param {Shown} now */
export function followPages(now) {
  shown = now;
  if (opened === null) return;
  const { name, rowKey } = opened;
  if (name.row !== null && now.places.rows[name.row]?.key !== rowKey) {
    const row = now.places.rows.findIndex(({ key }) => key === rowKey);
    if (row >= 0) name.row = row;
  }
  const is = textOf(name);
  if (is !== opened.was && !isSending) {
    opened.was = is;
    tell(host?.words.changedBelow ?? '', is);
  }
  place();
}

function place() {
  if (opened === null) return;
  const cell = findCell(opened.name);
  if (cell === null) return;
  const at = placeOf(cell);
  const body = document.body.getBoundingClientRect();
  const { fontSize } = getComputedStyle(siblingsOf(cell).at(1) ?? cell);
  const width = Math.max(at.width + 4, 250);
  const room = document.documentElement.clientWidth;
  box.style.width = `${Math.min(width, room - 16)}px`;
  box.style.left = `${Math.max(8, Math.min(at.left - 2, room - Math.min(width, room - 16) - 8)) - body.left}px`;
  box.style.top = `${at.top - 2 - body.top}px`;
  input.style.fontSize = `${Math.max(14, Number.parseFloat(fontSize) * scale)}px`;
  input.style.height = '0';
  const most = Math.max(120, innerHeight * 0.4);
  input.style.height = `${Math.min(input.scrollHeight + 4, most)}px`;
}

/** The key that the text is to be under; the cell's own where there is no choice. */
function targetKey() {
  if (opened === null || opened.name.field !== FIGURE || opened.name.row === null) return null;
  if (opened.chosen !== null) return opened.chosen;
  const text = input.value.trim();
  if (hasSign(text)) return FIGURE;
  const isInWords = text !== '' && text !== opened.was && !/\d|待填/.test(text);
  return opened.target === FIGURE && isInWords ? '定性' : opened.target;
}

function drawKinds() {
  const key = targetKey();
  kinds.hidden = key === null;
  if (key === null) return;
  const fields = shown?.editing?.fields ?? {};
  const names = TARGETS.filter((name) => name in fields);
  kinds.replaceChildren(
    ...names.map((name) => {
      const button = /** @type {HTMLButtonElement} */ (make('button', '', name));
      button.type = 'button';
      button.tabIndex = -1;
      button.setAttribute('role', 'radio');
      button.setAttribute('aria-checked', String(name === key));
      button.addEventListener('click', () => {
        if (opened !== null) opened.chosen = name;
        drawKinds();
        offer();
        input.focus();
      });
      return button;
    }),
  );
}

function offer() {
  if (opened === null || host === null) return;
  const cell = findCell(opened.name);
  const field = cell && fieldOf(cell);
  const key = targetKey();
  const isWords = key !== null && key !== FIGURE;
  const level2 = shown?.places.rows[opened.name.row ?? -1]?.level2 ?? '';
  offered = field && !isWords ? suggest(input.value, { ...field, level2, office }, host.words) : [];
  if (offered.some(({ text }) => text === input.value)) offered = [];
  active = -1;
  list.hidden = offered.length === 0;
  input.setAttribute('aria-expanded', String(offered.length > 0));
  list.replaceChildren(
    ...offered.map((suggestion, index) => {
      const option = make('li', '', suggestion.label);
      option.id = `option-${index}`;
      option.setAttribute('role', 'option');
      // The text keeps the focus.
      option.addEventListener('pointerdown', (event) => event.preventDefault());
      option.addEventListener('click', () => choose(index));
      return option;
    }),
  );
  activate(-1);
  box.scrollIntoView({ block: 'nearest' });
}

/** @param {number} index */
function activate(index) {
  active = index;
  for (const [at, option] of [...list.children].entries())
    option.setAttribute('aria-selected', String(at === index));
  if (index < 0) input.removeAttribute('aria-activedescendant');
  else input.setAttribute('aria-activedescendant', `option-${index}`);
  list.children[index]?.scrollIntoView({ block: 'nearest' });
}

/** @param {number} index */
function choose(index) {
  const text = offered[index]?.text;
  if (text === undefined) return;
  input.value = text;
  input.setSelectionRange(text.length, text.length);
  input.focus();
  drawKinds();
  offer();
}

/**
 * @param {string} text
 * @param {string} [detail]
 */
function tell(text, detail = '') {
  box.classList.add('refused');
  message.replaceChildren(make('strong', '', text), ...(detail === '' ? [] : [make('span', '', detail)]));
  box.scrollIntoView({ block: 'nearest' });
}

/**
 * Keeps what was typed.
 * @returns {Promise<boolean>} false when it was refused: it stays open
 */
async function keep() {
  if (opened === null || host === null || isSending) return opened === null;
  const cell = findCell(opened.name);
  const field = cell && fieldOf(cell);
  const key = targetKey();
  const isFigure = field?.type === 'figure' && (key === null || key === FIGURE);
  const text = isFigure ? toFigure(input.value) : input.value.trimEnd();
  if (text === opened.was && (key === null || key === opened.target)) {
    close();
    return true;
  }
  isSending = true;
  input.readOnly = true;
  const { status, text: refusal, hint } = await host.send({ kind: 'set', cell: opened.name, text, key });
  isSending = false;
  input.readOnly = false;
  if (status === 200) {
    close();
    return true;
  }
  opened.was = textOf(opened.name);
  tell(refusal, status === 409 ? `${host.words.isNow ?? ''}${opened.was || host.words.nothing}` : hint);
  return false;
}

function close() {
  opened = null;
  box.hidden = true;
  offered = [];
}

/** @param {number} step */
function nextField(step) {
  if (opened === null) return null;
  const cell = findCell(opened.name);
  const fields = listFields().filter((one) => fieldOf(one) !== null);
  const at = cell === null ? -1 : fields.findIndex((one) => one === cell || siblingsOf(cell).includes(one));
  return fields[at + step] ?? null;
}

/** @param {KeyboardEvent} event */
async function onKey(event) {
  event.stopPropagation();
  // Enter and arrows choose a character while Chinese is being composed; 229 is how older browsers say so.
  if (event.isComposing || event.keyCode === 229) return;
  const name = opened && { ...opened.name };
  if (event.key === 'Escape') {
    event.preventDefault();
    if (active >= 0) return activate(-1);
    close();
    refocus(name);
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !list.hidden && !event.shiftKey) {
    event.preventDefault();
    const count = offered.length;
    // One step beyond the last, and before the first, is none of them.
    activate(((active + (event.key === 'ArrowDown' ? 2 : 0) + count + 1) % (count + 1)) - 1);
  } else if (event.key === 'Enter' && active >= 0) {
    event.preventDefault();
    choose(active);
  } else if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    if (await keep()) refocus(name);
  } else if (event.key === 'Enter') {
    const cell = name && findCell(name);
    const field = cell && fieldOf(cell);
    event.preventDefault();
    if (field && LONG.has(field.type)) document.execCommand('insertText', false, '\n');
  } else if (event.key === 'Tab') {
    event.preventDefault();
    const next = nextField(event.shiftKey ? -1 : 1);
    const to = next && toCellName(next);
    if (!(await keep())) return;
    const cell = to && findCell(to);
    if (cell) openEditor(cell);
    else refocus(name);
  }
}

/** @param {CellName | null} name */
function refocus(name) {
  const cell = name && findCell(name);
  cell?.focus({ preventScroll: true });
}

box.addEventListener('keydown', onKey);
input.addEventListener('input', () => {
  box.classList.remove('refused');
  message.replaceChildren();
  drawKinds();
  offer();
  place();
});
box.addEventListener('focusout', (event) => {
  if (box.contains(/** @type {Node | null} */ (event.relatedTarget))) return;
  // The window lost the focus, not the cell.
  setTimeout(() => {
    if (parent.document.hasFocus() && !box.contains(document.activeElement)) void keep();
  });
});
// Where there is neither a keyboard nor a second button of a mouse.
more.addEventListener('click', async () => {
  const name = opened && { ...opened.name };
  if (!(await keep())) return;
  refocus(name);
  const cell = name && findCell(name);
  cell?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
});
// A text that was pasted has the line ends of another program.
input.addEventListener('paste', () => setTimeout(place));

/** @param {HTMLElement} cell */
export function isOf(cell) {
  return opened !== null && rowOf(cell) === opened.name.row && cell.dataset.field === opened.name.field;
}
