// What can be done with a cell, its row and what was found in it: a menu, for the mouse, a finger and the keyboard.
import type { CellName } from '../cell-path.ts';
import type { Operation } from '../operations.ts';
import { fieldOf, isEditing, openEditor } from './cell-editor.ts';
import { findCell, findingsOf, placeOf, toCellName } from './cells.ts';
import { element, make, makeButton } from './dom.ts';
import { onDesk } from './on-desk.ts';
import type { EditHost, Shown } from './page.ts';

/** null is a line between. */
type Item = { label: string; keys?: string; run: () => void } | { label: string; items: () => Item[] } | null;

const menu = element('menu');
let owner: HTMLElement | null = null;
/** What is to be opened once the pages are those of a revision. */
let awaited: { revision: string; find: (shown: Shown) => CellName | null } | null = null;

export function followPagesInMenu() {
  if (!menu.hidden) closeMenu();
  openAwaited();
}

export function openMenu(cell: HTMLElement) {
  if (onDesk.host === null) return;
  owner = cell;
  draw(listItems(cell));
  const at = placeOf(cell);
  const body = document.body.getBoundingClientRect();
  menu.hidden = false;
  const room = document.documentElement.clientWidth;
  menu.style.left = `${Math.max(8, Math.min(at.left, room - menu.offsetWidth - 8)) - body.left}px`;
  const isBelow = at.bottom + menu.offsetHeight + 8 < innerHeight || at.top < menu.offsetHeight + 8;
  menu.style.top = `${(isBelow ? at.bottom + 4 : at.top - menu.offsetHeight - 4) - body.top}px`;
  focusItem(0);
}

export function isMenuOpen() {
  return !menu.hidden;
}

function closeMenu() {
  menu.hidden = true;
  owner?.focus({ preventScroll: true });
}

function draw(items: Item[]) {
  menu.replaceChildren(
    ...items.map((item) => {
      if (item === null) return Object.assign(make('hr'), { role: 'separator' });
      const button = makeButton('', () => {
        if ('items' in item) {
          draw(item.items());
          focusItem(0);
        } else {
          closeMenu();
          item.run();
        }
      });
      button.setAttribute('role', 'menuitem');
      button.tabIndex = -1;
      button.append(make('span', '', item.label));
      if ('items' in item) button.setAttribute('aria-haspopup', 'menu');
      else if (item.keys) button.append(make('kbd', '', item.keys));
      return button;
    }),
  );
}

function focusItem(index: number) {
  const items = [...menu.querySelectorAll('[role="menuitem"]')] as HTMLElement[];
  items.at(index % items.length)?.focus();
}

menu.addEventListener('keydown', (event) => {
  event.stopPropagation();
  const items = [...menu.querySelectorAll('[role="menuitem"]')];
  const at = items.indexOf(document.activeElement as Element);
  if (event.key === 'ArrowDown') focusItem(at + 1);
  else if (event.key === 'ArrowUp') focusItem(at - 1);
  else if (event.key === 'Home') focusItem(0);
  else if (event.key === 'End') focusItem(-1);
  else if (event.key === 'ArrowRight' && items[at]?.hasAttribute('aria-haspopup'))
    (items[at] as HTMLElement).click();
  else if (event.key === 'ArrowLeft' && owner !== null) openMenu(owner);
  else if (event.key === 'Escape' || event.key === 'Tab') closeMenu();
  else return;
  event.preventDefault();
});
addEventListener('pointerdown', (event) => {
  if (!menu.hidden && !menu.contains(event.target as Node)) menu.hidden = true;
});

function listItems(cell: HTMLElement): Item[] {
  const { host: edit, shown } = onDesk;
  if (edit === null || shown === null) return [];
  const { words } = edit;
  const name = toCellName(cell);
  const findings = findingsOf(shown.findings, cell);
  const items: Item[] = [];
  if (fieldOf(cell) !== null)
    items.push({ label: words.menuEdit, keys: 'Enter', run: () => openEditor(findCell(name) ?? cell) });
  for (const finding of findings) {
    const { code, line, column, hint } = finding;
    if (finding.fix !== undefined)
      items.push({
        label: `${words.fix}：${hint ?? ''}`,
        run: () => void edit.send({ kind: 'fix', finding: { code, line, column } }),
      });
    if (finding.isSuppressible)
      items.push({ label: `${words.suppress}：${code}`, run: () => edit.suppress(finding) });
  }
  const hasRows = (shown.editing?.groups.length ?? 0) > 0;
  const isRow = name.row !== null || /\/\d+\//.test(name.field);
  if (hasRows && isRow && name.field !== '一级指标') items.push(null, ...listRowItems(name, words));
  if (name.row === null && shown.editing !== null) {
    const { absent, fields } = shown.editing;
    const more = absent.filter((key) => key in fields);
    if (more.length > 0)
      items.push(null, { label: words.menuAddFact, items: () => more.map((key) => addFact(key)) });
  }
  if (hasRows && name.row !== null)
    items.push({
      label: words.menuAddGroup,
      items: () => listGroups().map(([one, two]) => addGroup(one, two)),
    });
  items.push(null, { label: words.menuOpen, keys: 'E', run: () => edit.open(name) });
  return items;
}

function listRowItems(name: CellName, words: EditHost['words']): Item[] {
  const { row } = name;
  const items: Item[] = [
    { label: words.menuAddRow, keys: 'Ctrl+Enter', run: () => addRow(name) },
    { label: words.menuCopyRow, keys: 'Ctrl+D', run: () => copyRow(name) },
  ];
  if (row !== null) {
    items.push(
      { label: words.menuUp, keys: 'Alt+↑', run: () => moveRow(name, -1) },
      { label: words.menuDown, keys: 'Alt+↓', run: () => moveRow(name, 1) },
      { label: words.menuMoveTo, items: () => listTargets(row) },
    );
  }
  items.push({ label: words.menuRemoveRow, keys: 'Ctrl+Delete', run: () => removeRow(name) });
  return items;
}

/** Sends an operation, and when it was made opens or selects a cell of the pages that follow. */
async function sendThen(operation: Operation, find: (shown: Shown) => CellName | null) {
  const { status, revision } = (await onDesk.host?.send(operation)) ?? {};
  if (status !== 200 || revision === undefined) return;
  awaited = { revision, find };
  openAwaited();
}

function openAwaited() {
  const { shown } = onDesk;
  if (awaited === null || shown === null || shown.editing?.revision !== awaited.revision) return;
  const name = awaited.find(shown);
  awaited = null;
  // Whoever opened a menu or a cell meanwhile stays in it.
  if (isMenuOpen() || isEditing()) return;
  const cell = name && findCell(name);
  cell?.scrollIntoView({ block: 'nearest' });
  cell?.focus({ preventScroll: true });
  if (cell && /待填/.test(cell.textContent ?? '')) openEditor(cell);
}

/** `name`: the row below the one of a cell. */
const below = ({ row, field }: CellName) =>
  row === null
    ? { row, field: field.replace(/\/(\d+)\//, (_, number) => `/${Number(number) + 1}/`) }
    : { row: row + 1, field: '三级指标' };

export function addRow(name: CellName) {
  void sendThen({ kind: 'add-row', cell: name }, () => below(name));
}

export function copyRow(name: CellName) {
  void sendThen({ kind: 'duplicate-row', cell: name }, () => below(name));
}

export function removeRow(name: CellName) {
  void sendThen({ kind: 'remove-row', cell: name }, ({ places }) =>
    name.row === null ? name : { row: Math.min(name.row, places.rows.length - 1), field: name.field },
  );
}

/** The rows of each group that has some, in the order of the pages. */
function listRows() {
  const groups: { level1: string; level2: string; rows: number[] }[] = [];
  for (const [row, { level1, level2 }] of (onDesk.shown?.places.rows ?? []).entries()) {
    const last = groups.at(-1);
    if (last !== undefined && last.level1 === level1 && last.level2 === level2) last.rows.push(row);
    else groups.push({ level1, level2, rows: [row] });
  }
  return groups;
}

/** One step up or down, from the edge of its group into the next one. */
export function moveRow(name: CellName, step: 1 | -1) {
  const { row } = name;
  const groups = listRows();
  const at = groups.findIndex(({ rows }) => row !== null && rows.includes(row));
  const own = groups[at];
  if (own === undefined || row === null) return;
  const index = own.rows.indexOf(row) + step;
  if (index >= 0 && index < own.rows.length) return move(name, own.level1, own.level2, index, row + step);
  const next = groups[at + step];
  if (next === undefined) return;
  move(name, next.level1, next.level2, step > 0 ? 0 : next.rows.length, row);
}

/** `to`: the row that it becomes, by the order of the pages. */
function move(cell: CellName, level1: string, level2: string, index: number, to: number) {
  void sendThen({ kind: 'move-row', cell, level1, level2, index }, () => ({ row: to, field: cell.field }));
}

function listTargets(row: number): Item[] {
  const filled = listRows();
  const own = onDesk.shown?.places.rows[row];
  return (onDesk.shown?.editing?.groups ?? []).flatMap(([level1, level2s]) =>
    level2s.flatMap((level2) => {
      if (own?.level1 === level1 && own.level2 === level2) return [];
      const rows = filled.find((group) => group.level1 === level1 && group.level2 === level2)?.rows ?? [];
      const cell = { row, field: '三级指标' };
      const operation: Operation = { kind: 'move-row', cell, level1, level2, index: rows.length };
      const find = ({ places }: Shown) => ({
        row: places.rows.findLastIndex((one) => one.level1 === level1 && one.level2 === level2),
        field: '三级指标',
      });
      return [{ label: `${level1} · ${level2}`, run: () => void sendThen(operation, find) }];
    }),
  );
}

/** Groups of the form that the table does not have yet. */
function listGroups() {
  const filled = new Set(onDesk.shown?.places.rows.map(({ level1, level2 }) => `${level1}/${level2}`));
  return (onDesk.shown?.editing?.groups ?? []).flatMap(([level1, level2s]) =>
    level2s.filter((level2) => !filled.has(`${level1}/${level2}`)).map((level2) => [level1, level2]),
  );
}

function addGroup(level1 = '', level2 = ''): Item {
  return {
    label: `${level1} · ${level2}`,
    run: () =>
      void sendThen({ kind: 'add-group', level1, level2 }, ({ places }) => ({
        row: places.rows.findIndex((row) => row.level1 === level1 && row.level2 === level2),
        field: '三级指标',
      })),
  };
}

function addFact(key: string): Item {
  const cell = { row: null, field: key };
  return {
    label: onDesk.shown?.editing?.fields[key]?.label ?? key,
    run: () => void sendThen({ kind: 'set', cell, text: '待填', key: null }, () => cell),
  };
}
