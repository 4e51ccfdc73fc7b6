// Runs in the frame that holds the pages: divides them, patches what changed, and reports which cell was clicked.
import { Idiomorph } from 'idiomorph';
import type { CellName } from '../cell-path.ts';
import { followPages, isEditing, openEditor, place } from './cell-editor.ts';
import { addRow, copyRow, followPagesInMenu, isMenuOpen, moveRow, openMenu, removeRow } from './cell-menu.ts';
import { cellAt, cellsOf, findCell, nameOf, neighbourOf, siblingsOf, toCellName, worstOf } from './cells.ts';
import { type Contents, listChanges, readContents } from './changes.ts';
import { element, make } from './dom.ts';
import { onDesk } from './on-desk.ts';
import type { NamedCell, Shown } from './page.ts';
import { hideTip, isTipOf, showTip } from './tip.ts';

/** Milliseconds, as long as frame.css lets a changed cell shine. */
const SHINE = 1800;

/** Pixels left above a page that is jumped to. */
const PAGE_GAP = 8;

/** Sheets up to which all of them are laid out at once. */
const FEW_SHEETS = 40;

const desk = element('desk');
const sheets = element('sheets');
const galley = element('galley');

let before: Contents | null = null;
/** The cell that had the focus last, for a stop of Tab. */
let last: CellName | null = null;
let zoom: number | 'fit' = 'fit';
let onCell: (cell: NamedCell) => void = () => {};
let onZoom: (percent: number) => void = () => {};
let onPage: (page: number) => void = () => {};

const fonts = Promise.all([...document.fonts].map((face) => face.load()));

/**
 * Puts a table or a booklet on the desk: made into pages beside it, then patched into what is there, so that the scroll position
 * stays and nothing flickers. With a failure the same table stays as it was, and another is not shown.
 */
function show(shown: Shown): { pages: number; failure: string | null } {
  const { key, body, isLong, findings } = shown;
  const { rows } = shown.places;
  const parsed = make('template');
  parsed.innerHTML = body;
  const alien = parsed.content.querySelector(ALIEN);
  if (alien !== null) return fail(key, `有元素 <${alien.localName}>，这里不能用`);
  galley.replaceChildren(parsed.content);
  const now = readContents(key, galley, rows);
  const changed = before?.key === key ? listChanges(before, now) : new Set();
  try {
    globalThis.jixiaoce.paginate(galley);
  } catch (error) {
    return fail(key, error instanceof Error ? error.message : String(error));
  }
  const pages = countPages(galley);
  for (const cell of cellsOf(galley)) {
    const finding = worstOf(findings, cell);
    if (finding) {
      cell.dataset.finding = finding.severity;
      const own = siblingsOf(cell);
      if ((own.findLast(({ textContent }) => textContent?.trim()) ?? own.at(-1)) === cell) {
        cell.dataset.corner = '';
        cell.tabIndex = 0;
        cell.setAttribute('aria-describedby', 'tip');
      }
    }
    if (changed.has(nameOf(cell))) cell.dataset.changed = '';
    if (shown.editing !== null && onDesk.host !== null && cell.tabIndex < 0) cell.tabIndex = -1;
  }
  const focused = document.activeElement && cellAt(document.activeElement);
  const had = focused && toCellName(focused);
  sheets.classList.toggle('long', isLong && pages > FEW_SHEETS);
  Idiomorph.morph(sheets, [...galley.childNodes], { morphStyle: 'innerHTML' });
  galley.replaceChildren();
  before = now;
  onDesk.shown = shown;
  hideTip();
  // A cell keeps the focus, although it may be another element now.
  if (had !== null && (focused === null || !focused.isConnected || document.activeElement === document.body))
    findCell(had)?.focus({ preventScroll: true });
  stopForTab();
  if (changed.size > 0) setTimeout(stopShining, SHINE, now);
  fitDesk();
  showPageNumber();
  followPages(shown);
  followPagesInMenu();
  return { pages, failure: null };
}

/** One cell is a stop for Tab, besides those with findings: the arrows lead on from there. */
function stopForTab() {
  if (onDesk.host === null) return;
  const cell = (last && findCell(last)) ?? cellsOf(sheets)[0];
  if (cell !== undefined) cell.tabIndex = 0;
}

/** What loads, runs or leads away; printing refuses the same, and a link of ours leads to a place in the pages. */
const ALIEN = 'script,iframe,frame,object,embed,link,meta,base,form,img,svg,style,a[href]:not([href^="#"])';

function fail(key: string, reason: string) {
  galley.replaceChildren();
  if (before?.key !== key) clear();
  return { pages: countPages(sheets), failure: reason };
}

function stopShining(shown: Contents) {
  if (before !== shown) return;
  for (const cell of cellsOf(sheets)) delete cell.dataset.changed;
}

function goToPage(number: number) {
  const page = sheets.querySelectorAll('.page')[number - 1];
  if (page !== undefined) scrollTo({ top: scrollY + page.getBoundingClientRect().top - PAGE_GAP });
}

/** Which page most of the window shows. */
function showPageNumber() {
  const at = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('#sheets .page');
  if (at) onPage([...sheets.querySelectorAll('.page')].indexOf(at) + 1);
}

/** Takes everything off the desk. */
function clear() {
  sheets.replaceChildren();
  before = null;
  onDesk.shown = null;
  hideTip();
  fitDesk();
}

function countPages(root: ParentNode) {
  return root.querySelectorAll('.page').length;
}

function setZoom(wanted: number | 'fit') {
  zoom = wanted;
  fitDesk();
}

/** The sheets are drawn smaller, not laid out smaller: their lines break where they will on paper. */
function fitDesk() {
  const width = sheets.offsetWidth;
  const room = document.documentElement.clientWidth;
  const scale = zoom === 'fit' ? Math.min(2, width > 0 && room > 0 ? room / width : 1) : zoom;
  const ratio = scale / onDesk.scale;
  onDesk.scale = scale;
  const [left, top] = [scrollX * ratio, scrollY * ratio];
  sheets.style.transform = `scale(${scale})`;
  desk.style.width = `${width * scale}px`;
  desk.style.height = `${sheets.offsetHeight * scale}px`;
  // What was in sight stays in sight.
  if (ratio !== 1) scrollTo({ left, top });
  place();
  onZoom(Math.round(scale * 100));
}

function openCell(cell: HTMLElement) {
  const anchor = cell.closest('article')?.querySelector('.page[id]')?.id ?? '';
  onCell({ ...toCellName(cell), anchor });
}

document.addEventListener('click', (event) => {
  const cell = cellAt(event.target);
  // Whoever selects text wants to copy it.
  if (cell === null || String(getSelection()) !== '') return;
  if (onDesk.host === null || event.ctrlKey || event.metaKey) openCell(cell);
  else siblingsOf(cell)[0]?.focus({ preventScroll: true });
});
document.addEventListener('dblclick', (event) => {
  const cell = cellAt(event.target);
  if (cell === null || onDesk.host === null) return;
  getSelection()?.removeAllRanges();
  if (!openEditor(cell)) openMenu(cell);
});
document.addEventListener('contextmenu', (event) => {
  const cell = cellAt(event.target);
  if (cell === null || onDesk.host === null || event.shiftKey) return;
  event.preventDefault();
  openMenu(cell);
});

document.addEventListener('keydown', (event) => {
  const cell = cellAt(event.target);
  if (cell === null || event.isComposing || isEditing() || isMenuOpen()) return;
  if (onDesk.host === null) {
    if (event.key === 'Enter') openCell(cell);
    return;
  }
  if (!actOn(cell, event)) return;
  event.preventDefault();
  // The page around the frame listens here, too.
  event.stopImmediatePropagation();
});

/** Does what a key does with the cell that has the focus. False for any other key. */
function actOn(cell: HTMLElement, event: KeyboardEvent): boolean {
  const { key } = event;
  const name = toCellName(cell);
  const isCtrl = event.ctrlKey || event.metaKey;
  const isArrow = key.startsWith('Arrow');
  if (key === 'ContextMenu' || (key === 'F10' && event.shiftKey) || (key === '.' && isCtrl)) openMenu(cell);
  else if (key === 'Enter' && isCtrl) addRow(name);
  else if (key === 'd' && isCtrl) copyRow(name);
  else if ((key === 'Delete' || key === 'Backspace') && isCtrl) removeRow(name);
  else if (event.altKey && (key === 'ArrowUp' || key === 'ArrowDown'))
    moveRow(name, key === 'ArrowUp' ? -1 : 1);
  else if (isCtrl || event.altKey) return false;
  else if (key === 'Enter' || key === 'F2') {
    if (!openEditor(cell)) openMenu(cell);
  } else if (key === 'e') openCell(cell);
  else if (key === 'Escape') cell.blur();
  else if (isArrow) neighbourOf(cell, key)?.focus();
  else return false;
  return true;
}

document.addEventListener('focusin', (event) => {
  const cell = cellAt(event.target);
  if (cell === null) return;
  if (last !== null && onDesk.host !== null) {
    const before = findCell(last);
    if (before !== null && !('corner' in before.dataset)) before.tabIndex = -1;
  }
  last = toCellName(cell);
  stopForTab();
  showTip(cell);
});
document.addEventListener('focusout', hideTip);
document.addEventListener('pointerover', (event) => {
  const cell = cellAt(event.target);
  if (cell !== null) showTip(cell);
  else if (!isTipOf(event.target)) hideTip();
});
document.documentElement.addEventListener('pointerleave', hideTip);
addEventListener(
  'scroll',
  () => {
    hideTip();
    showPageNumber();
  },
  { passive: true },
);

addEventListener('resize', () => {
  hideTip();
  fitDesk();
});

globalThis.pages = {
  fonts,
  show,
  clear,
  setZoom,
  goToPage,
  setHost: (given) => {
    onDesk.host = given;
    stopForTab();
  },
  listen: (listeners) => {
    onCell = listeners.cell;
    onZoom = listeners.zoom;
    onPage = listeners.page;
    fitDesk();
  },
};
