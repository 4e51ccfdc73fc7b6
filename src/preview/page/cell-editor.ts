// One cell, opened in its place: its text as it is written, what may come next, and why it was refused.
import type { CellName } from '../cell-path.ts';
import type { OfficeWords } from '../completions.ts';
import { findCell, listFields, placeOf, rowOf, siblingsOf, toCellName } from './cells.ts';
import { element, make, makeButton } from './dom.ts';
import { onDesk } from './on-desk.ts';
import type { Shown } from './page.ts';
import { hasSign, type Suggestion, suggest, toFigure } from './suggestions.ts';

const FIGURE = '指标值';
const TARGETS = [FIGURE, '定性', '定量其他'];
/** Texts that run over lines. */
const LONG = new Set(['text', 'paragraphs']);

const box = element('editing');
const label = box.querySelector('label') as HTMLLabelElement;
const input = box.querySelector('textarea') as HTMLTextAreaElement;
const kinds = box.querySelector('.kinds') as HTMLElement;
const list = box.querySelector('[role="listbox"]') as HTMLElement;
const message = box.querySelector('.message') as HTMLElement;
const keys = box.querySelector('.keys') as HTMLElement;
const more = box.querySelector('.more') as HTMLElement;

interface Opened {
  name: CellName;
  /** What its row is known by, should rows come or go. */
  rowKey: string;
  /** Its text when it was opened. */
  was: string;
  /** The key that its row's target has. */
  target: string;
  /** The key that the reader chose for it. */
  chosen: string | null;
}

let opened: Opened | null = null;
let office: OfficeWords | null = null;
let offered: Suggestion[] = [];
let active = -1;
let isSending = false;

export function isEditing() {
  return opened !== null;
}

/** What a field of the cell is; null for what is no text of the source. */
export function fieldOf(cell: HTMLElement) {
  const { shown, host } = onDesk;
  const key = (cell.dataset.field ?? '').split('/').at(-1) ?? '';
  const field = shown?.editing?.fields[key];
  if (host === null || field === undefined || field.type === 'funds' || field.type === 'list') return null;
  // Of results only what is written in their own file.
  return shown?.editing?.onlyWritten && textOf(toCellName(cell)) === '' ? null : { ...field, key };
}

function textOf({ row, field }: CellName) {
  const places = onDesk.shown?.places;
  const fields = row === null ? places?.fields : places?.rows[row]?.fields;
  return fields?.[field]?.text ?? '';
}

/** Returns whether it can be edited. */
export function openEditor(cell: HTMLElement): boolean {
  const { shown, host } = onDesk;
  const field = fieldOf(cell);
  if (field === null || host === null) return false;
  if (opened !== null) {
    // One that was refused comes first.
    input.focus();
    return true;
  }
  const name = toCellName(cell);
  const row = name.row === null ? undefined : shown?.places.rows[name.row];
  const { key: rowKey = '', target = '' } = row ?? {};
  opened = { name, rowKey, was: textOf(name), target, chosen: null };
  input.value = opened.was;
  const indicator = row?.fields.三级指标?.text ?? '';
  label.textContent = [indicator, field.label].filter(Boolean).join(' · ');
  message.replaceChildren();
  more.ariaLabel = host.words.menuMore;
  more.title = more.ariaLabel;
  box.hidden = false;
  box.classList.remove('refused');
  keys.textContent = host.words[LONG.has(field.type) ? 'editKeysLong' : 'editKeys'];
  drawKinds();
  place();
  input.focus({ preventScroll: true });
  input.select();
  box.scrollIntoView({ block: 'nearest' });
  void host.office().then((words) => {
    office = words;
    // One that was chosen meanwhile stays chosen.
    if (opened !== null && active < 0) offer();
  });
  offer();
  return true;
}

/** The pages were patched: the cell may be elsewhere, or say something else by now. */
export function followPages(now: Shown) {
  if (opened === null) return;
  const { name, rowKey } = opened;
  if (name.row !== null && now.places.rows[name.row]?.key !== rowKey) {
    const row = now.places.rows.findIndex(({ key }) => key === rowKey);
    if (row >= 0) name.row = row;
  }
  const is = textOf(name);
  if (is !== opened.was && !isSending) {
    opened.was = is;
    tell(onDesk.host?.words.changedBelow ?? '', is);
  }
  place();
}

export function place() {
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
  input.style.fontSize = `${Math.max(14, Number.parseFloat(fontSize) * onDesk.scale)}px`;
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
  const fields = onDesk.shown?.editing?.fields ?? {};
  const names = TARGETS.filter((name) => name in fields);
  kinds.replaceChildren(
    ...names.map((name) => {
      const button = makeButton(name, () => {
        if (opened !== null) opened.chosen = name;
        drawKinds();
        offer();
        input.focus();
      });
      button.tabIndex = -1;
      button.setAttribute('role', 'radio');
      button.setAttribute('aria-checked', String(name === key));
      return button;
    }),
  );
}

function offer() {
  const { shown, host } = onDesk;
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

function activate(index: number) {
  active = index;
  for (const [at, option] of [...list.children].entries())
    option.setAttribute('aria-selected', String(at === index));
  if (index < 0) input.removeAttribute('aria-activedescendant');
  else input.setAttribute('aria-activedescendant', `option-${index}`);
  list.children[index]?.scrollIntoView({ block: 'nearest' });
}

function choose(index: number) {
  const text = offered[index]?.text;
  if (text === undefined) return;
  input.value = text;
  input.setSelectionRange(text.length, text.length);
  input.focus();
  drawKinds();
  offer();
}

function tell(text: string, detail = '') {
  box.classList.add('refused');
  message.replaceChildren(make('strong', '', text), ...(detail === '' ? [] : [make('span', '', detail)]));
  box.scrollIntoView({ block: 'nearest' });
}

/** Keeps what was typed. Returns false when it was refused: it stays open. */
async function keep(): Promise<boolean> {
  const { host } = onDesk;
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
  tell(refusal, status === 409 ? `${host.words.isNow}${opened.was || host.words.nothing}` : hint);
  return false;
}

function close() {
  opened = null;
  box.hidden = true;
  offered = [];
}

function nextField(step: number) {
  if (opened === null) return null;
  const cell = findCell(opened.name);
  const fields = listFields().filter((one) => fieldOf(one) !== null);
  const at = cell === null ? -1 : fields.findIndex((one) => one === cell || siblingsOf(cell).includes(one));
  return fields[at + step] ?? null;
}

async function onKey(event: KeyboardEvent) {
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

function refocus(name: CellName | null) {
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
  if (box.contains(event.relatedTarget as Node | null)) return;
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

export function isOf(cell: HTMLElement) {
  return opened !== null && rowOf(cell) === opened.name.row && cell.dataset.field === opened.name.field;
}
