// @ts-check
// What can be done with a cell, its row and what was found in it: a menu, for the mouse, a finger and the keyboard.
import { fieldOf, openEditor } from './cell-editor.js';
import { byId, findCell, findingsOf, make, placeOf, toCellName } from './cells.js';

/** @typedef {import('./page.d.ts').EditHost} EditHost */
/** @typedef {import('./frame.js').Shown} Shown */
/** @typedef {import('../cell-path.ts').CellName} CellName */
/** @typedef {{ label: string, keys?: string, run: () => void } | { label: string, items: () => Item[] } | null} Item null is a line between */

const menu = byId('menu');
/** @type {HTMLElement | null} */
let owner = null;
/** @type {EditHost | null} */
let host = null;
/** @type {Shown | null} */
let shown = null;
/** What is to be opened once the pages are those of a revision. */
/** @type {{ revision: string, find: (shown: Shown) => CellName | null } | null} */
let awaited = null;

/** @param {EditHost | null} given */
export function setMenuHost(given) {
  host = given;
}

/** @param {Shown} now */
export function followPagesInMenu(now) {
  shown = now;
  if (!menu.hidden) closeMenu();
  openAwaited();
}

/** @param {HTMLElement} cell */
export function openMenu(cell) {
  if (host === null) return;
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

/** @param {Item[]} items */
function draw(items) {
  menu.replaceChildren(
    ...items.map((item) => {
      if (item === null) return Object.assign(make('hr', '', ''), { role: 'separator' });
      const button = /** @type {HTMLButtonElement} */ (make('button', '', ''));
      button.type = 'button';
      button.setAttribute('role', 'menuitem');
      button.tabIndex = -1;
      button.append(make('span', '', item.label));
      if ('items' in item) button.setAttribute('aria-haspopup', 'menu');
      else if (item.keys) button.append(make('kbd', '', item.keys));
      button.addEventListener('click', () => {
        if ('items' in item) {
          draw(item.items());
          focusItem(0);
        } else {
          closeMenu();
          item.run();
        }
      });
      return button;
    }),
  );
}

/** @param {number} index */
function focusItem(index) {
  const items = /** @type {HTMLElement[]} */ ([...menu.querySelectorAll('[role="menuitem"]')]);
  items.at(index % items.length)?.focus();
}

menu.addEventListener('keydown', (event) => {
  event.stopPropagation();
  const items = [...menu.querySelectorAll('[role="menuitem"]')];
  const at = items.indexOf(/** @type {Element} */ (document.activeElement));
  if (event.key === 'ArrowDown') focusItem(at + 1);
  else if (event.key === 'ArrowUp') focusItem(at - 1);
  else if (event.key === 'Home') focusItem(0);
  else if (event.key === 'End') focusItem(-1);
  else if (event.key === 'ArrowRight' && items[at]?.hasAttribute('aria-haspopup'))
    /** @type {HTMLElement} */ (items[at]).click();
  else if (event.key === 'ArrowLeft' && owner !== null) openMenu(owner);
  else if (event.key === 'Escape' || event.key === 'Tab') closeMenu();
  else return;
  event.preventDefault();
});
addEventListener('pointerdown', (event) => {
  if (!menu.hidden && !menu.contains(/** @type {Node} */ (event.target))) menu.hidden = true;
});

/**
 * @param {HTMLElement} cell
 * @returns {Item[]}
 */
function listItems(cell) {
  const edit = host;
  if (edit === null || shown === null) return [];
  const { words } = edit;
  const name = toCellName(cell);
  const findings = findingsOf(shown.findings, cell);
  /** @type {Item[]} */
  const items = [];
  if (fieldOf(cell) !== null)
    items.push({ label: words.menuEdit ?? '', keys: 'Enter', run: () => openEditor(findCell(name) ?? cell) });
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
  if (hasRows && isRow && name.field !== '一级指标') items.push(null, ...listRowItems(name));
  if (name.row === null && shown.editing !== null) {
    const { absent, fields } = shown.editing;
    const more = absent.filter((key) => key in fields);
    if (more.length > 0)
      items.push(null, { label: words.menuAddFact ?? '', items: () => more.map((key) => addFact(key)) });
  }
  if (hasRows && name.row !== null)
    items.push({
      label: words.menuAddGroup ?? '',
      items: () => listGroups().map(([one, two]) => addGroup(one, two)),
    });
  items.push(null, { label: words.menuOpen ?? '', keys: 'E', run: () => edit.open(name) });
  return items;
}

/**
 * @param {CellName} name
 * @returns {Item[]}
 */
function listRowItems(name) {
  const words = host?.words ?? {};
  const { row } = name;
  /** @type {Item[]} */
  const items = [
    { label: words.menuAddRow ?? '', keys: 'Ctrl+Enter', run: () => addRow(name) },
    { label: words.menuCopyRow ?? '', keys: 'Ctrl+D', run: () => copyRow(name) },
  ];
  if (row !== null) {
    items.push(
      { label: words.menuUp ?? '', keys: 'Alt+↑', run: () => moveRow(name, -1) },
      { label: words.menuDown ?? '', keys: 'Alt+↓', run: () => moveRow(name, 1) },
      { label: words.menuMoveTo ?? '', items: () => listTargets(row) },
    );
  }
  items.push({ label: words.menuRemoveRow ?? '', keys: 'Ctrl+Delete', run: () => removeRow(name) });
  return items;
}

/**
 * Sends an operation, and when it was made opens or selects a cell of the pages that come of it.
 * @param {import('../operations.ts').Operation} operation
 * @param {(shown: Shown) => CellName | null} find
 */
async function sendThen(operation, find) {
  const { status, revision } = (await host?.send(operation)) ?? {};
  if (status !== 200 || revision === undefined) return;
  awaited = { revision, find };
  openAwaited();
}

function openAwaited() {
  if (awaited === null || shown === null || shown.editing?.revision !== awaited.revision) return;
  const name = awaited.find(shown);
  awaited = null;
  const cell = name && findCell(name);
  cell?.scrollIntoView({ block: 'nearest' });
  cell?.focus({ preventScroll: true });
  if (cell && /待填/.test(cell.textContent ?? '')) openEditor(cell);
}

/** @param {CellName} name the row below the one of a cell */
const below = ({ row, field }) =>
  row === null
    ? { row, field: field.replace(/\/(\d+)\//, (_, number) => `/${Number(number) + 1}/`) }
    : { row: row + 1, field: '三级指标' };

/** @param {CellName} name */
export function addRow(name) {
  void sendThen({ kind: 'add-row', cell: name }, () => below(name));
}

/** @param {CellName} name */
export function copyRow(name) {
  void sendThen({ kind: 'duplicate-row', cell: name }, () => below(name));
}

/** @param {CellName} name */
export function removeRow(name) {
  void sendThen({ kind: 'remove-row', cell: name }, ({ places }) =>
    name.row === null ? name : { row: Math.min(name.row, places.rows.length - 1), field: name.field },
  );
}

/** The rows of each group that has some, in the order of the pages. */
function listRows() {
  /** @type {{ level1: string, level2: string, rows: number[] }[]} */
  const groups = [];
  for (const [row, { level1, level2 }] of (shown?.places.rows ?? []).entries()) {
    const last = groups.at(-1);
    if (last !== undefined && last.level1 === level1 && last.level2 === level2) last.rows.push(row);
    else groups.push({ level1, level2, rows: [row] });
  }
  return groups;
}

/**
 * One step up or down, from the edge of its group into the next one.
 * @param {CellName} name
 * @param {1 | -1} step
 */
export function moveRow(name, step) {
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

/**
 * @param {CellName} cell
 * @param {string} level1
 * @param {string} level2
 * @param {number} index
 * @param {number} to the row that it becomes, by the order of the pages
 */
function move(cell, level1, level2, index, to) {
  void sendThen({ kind: 'move-row', cell, level1, level2, index }, () => ({ row: to, field: cell.field }));
}

/**
 * @param {number} row
 * @returns {Item[]}
 */
function listTargets(row) {
  const filled = listRows();
  const own = shown?.places.rows[row];
  return (shown?.editing?.groups ?? []).flatMap(([level1, level2s]) =>
    level2s.flatMap((level2) => {
      if (own?.level1 === level1 && own.level2 === level2) return [];
      const rows = filled.find((group) => group.level1 === level1 && group.level2 === level2)?.rows ?? [];
      const cell = { row, field: '三级指标' };
      /** @type {import('../operations.ts').Operation} */
      const operation = { kind: 'move-row', cell, level1, level2, index: rows.length };
      /** @param {Shown} now */
      const find = ({ places }) => ({
        row: places.rows.findLastIndex((one) => one.level1 === level1 && one.level2 === level2),
        field: '三级指标',
      });
      return [{ label: `${level1} · ${level2}`, run: () => void sendThen(operation, find) }];
    }),
  );
}

/** Groups of the form that the table does not have yet. */
function listGroups() {
  const filled = new Set(shown?.places.rows.map(({ level1, level2 }) => `${level1}/${level2}`));
  return (shown?.editing?.groups ?? []).flatMap(([level1, level2s]) =>
    level2s.filter((level2) => !filled.has(`${level1}/${level2}`)).map((level2) => [level1, level2]),
  );
}

/**
 * @param {string} [level1]
 * @param {string} [level2]
 * @returns {Item}
 */
function addGroup(level1 = '', level2 = '') {
  return {
    label: `${level1} · ${level2}`,
    run: () =>
      void sendThen({ kind: 'add-group', level1, level2 }, ({ places }) => ({
        row: places.rows.findIndex((row) => row.level1 === level1 && row.level2 === level2),
        field: '三级指标',
      })),
  };
}

/**
 * @param {string} key
 * @returns {Item}
 */
function addFact(key) {
  const cell = { row: null, field: key };
  return {
    label: shown?.editing?.fields[key]?.label ?? key,
    run: () => void sendThen({ kind: 'set', cell, text: '待填', key: null }, () => cell),
  };
}
