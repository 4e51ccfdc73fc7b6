// @ts-check
// Runs in the frame that holds the pages: divides them, patches what changed, and tells which cell was clicked.

/** @typedef {import('../preview.ts').PreviewFinding} PreviewFinding */
/** @typedef {import('../places.ts').RowPlaces} RowPlaces */

/**
 * @typedef {object} Shown
 * @property {string} key what is shown: `2022/党员`; another one is no change of the one before
 * @property {string} body
 * @property {boolean} isLong a booklet: of many sheets only those in sight are laid out
 * @property {RowPlaces[]} rows
 * @property {PreviewFinding[]} findings
 */

/** The texts of a table's cells, by row and field, and what its rows are known by. */
/** @typedef {{ key: string, texts: Map<string, string>, rows: string[] }} Contents */

/** Milliseconds, as long as frame.css lets a changed cell shine. */
const SHINE = 1800;

/** Pixels left above a page that is jumped to. */
const PAGE_GAP = 8;

/** Sheets up to which all of them are laid out at once. */
const FEW_SHEETS = 40;

const desk = byId('desk');
const sheets = byId('sheets');
const galley = byId('galley');
const tip = byId('tip');

/** @type {Contents | null} */
let before = null;
/** @type {PreviewFinding[]} */
let told = [];
/** @type {number | 'fit'} */
let zoom = 'fit';
/** How large the sheets are drawn now. */
let drawn = 1;
/** @type {(cell: { row: number | null, field: string, anchor: string }) => void} */
let onCell = () => {};
/** @type {(percent: number) => void} */
let onZoom = () => {};
/** @type {(page: number) => void} */
let onPage = () => {};

/** @param {string} id */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

const fonts = Promise.all([...document.fonts].map((face) => face.load()));

/**
 * Puts a table or a booklet on the desk: made into pages beside it, then patched into what stands there, so that the scroll
 * position stays and nothing flickers.
 * @param {Shown} shown
 * @returns {{ pages: number, failure: string | null }} with a failure, the same table stands there as it did; of another, none
 */
function show({ key, body, isLong, rows, findings }) {
  const parsed = document.createElement('template');
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
  }
  sheets.classList.toggle('long', isLong && pages > FEW_SHEETS);
  globalThis.Idiomorph.morph(sheets, [...galley.childNodes], { morphStyle: 'innerHTML' });
  galley.replaceChildren();
  before = now;
  told = findings;
  tip.hidden = true;
  if (changed.size > 0) setTimeout(stopShining, SHINE, now);
  fitDesk();
  tellPage();
  return { pages, failure: null };
}

/** What loads, runs or leads away; printing refuses the same, and a link of ours leads to a place in the pages. */
const ALIEN = 'script,iframe,frame,object,embed,link,meta,base,form,img,svg,style,a[href]:not([href^="#"])';

/**
 * @param {string} key
 * @param {string} reason
 */
function fail(key, reason) {
  galley.replaceChildren();
  if (before?.key !== key) clear();
  return { pages: countPages(sheets), failure: reason };
}

/** @param {Contents} shown */
function stopShining(shown) {
  if (before !== shown) return;
  for (const cell of cellsOf(sheets)) delete cell.dataset.changed;
}

/** @param {number} number from 1 */
function goToPage(number) {
  const page = sheets.querySelectorAll('.page')[number - 1];
  if (page !== undefined) scrollTo({ top: scrollY + page.getBoundingClientRect().top - PAGE_GAP });
}

/** Which page most of the window shows. */
function tellPage() {
  const at = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest('#sheets .page');
  if (at) onPage([...sheets.querySelectorAll('.page')].indexOf(at) + 1);
}

/** Takes everything off the desk. */
function clear() {
  sheets.replaceChildren();
  before = null;
  told = [];
  tip.hidden = true;
  fitDesk();
}

/** @param {ParentNode} root */
function countPages(root) {
  return root.querySelectorAll('.page').length;
}

/** @param {ParentNode} root */
function cellsOf(root) {
  return /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-field]'));
}

/** @param {HTMLElement} cell */
function rowOf(cell) {
  const row = /** @type {HTMLElement | null} */ (cell.closest('[data-row]'))?.dataset.row;
  return row === undefined ? null : Number(row);
}

/**
 * The cells that a field has in the cell's row, in their order: sign, figure and unit are one field.
 * @param {HTMLElement} cell
 * @returns {HTMLElement[]}
 */
function siblingsOf(cell) {
  const cells = /** @type {Iterable<HTMLElement>} */ (cell.closest('tr')?.cells ?? [cell]);
  return [...cells].filter(({ dataset }) => dataset.field === cell.dataset.field);
}

/** @param {HTMLElement} cell */
function nameOf(cell) {
  return `${rowOf(cell) ?? ''}/${cell.dataset.field}/${siblingsOf(cell).indexOf(cell)}`;
}

/**
 * @param {string} key
 * @param {HTMLElement} root not yet divided into pages, so that every text is whole
 * @param {RowPlaces[]} rows
 * @returns {Contents}
 */
function readContents(key, root, rows) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const cell of rows.length > 0 ? cellsOf(root) : []) {
    // Merged labels change only when rows come or go.
    if (cell.matches('[scope="rowgroup"]')) continue;
    const name = nameOf(cell);
    texts.set(name, `${texts.get(name) ?? ''} ${cell.textContent}`);
  }
  return { key, texts, rows: rows.map((row) => row.key) };
}

/**
 * The names of the cells that say something new. A row that is not known is compared with the one that stood in its place,
 * if that one is gone: it was renamed. Otherwise all of it is new.
 * @param {Contents} old
 * @param {Contents} now
 */
function listChanges(old, now) {
  const places = new Map(old.rows.map((key, index) => [key, index]));
  const kept = new Set(now.rows);
  /** @param {number} index */
  const formerOf = (index) => {
    const known = places.get(now.rows[index] ?? '');
    if (known !== undefined) return known;
    const renamed = old.rows[index];
    return renamed !== undefined && !kept.has(renamed) ? index : null;
  };
  /** @type {Set<string>} */
  const changed = new Set();
  for (const [name, text] of now.texts) {
    const [row = '', ...cell] = name.split('/');
    const former = row === '' ? '' : formerOf(Number(row));
    if (former === null || old.texts.get([former, ...cell].join('/')) !== text) changed.add(name);
  }
  return changed;
}

/**
 * @param {PreviewFinding[]} findings
 * @param {HTMLElement} cell
 */
function findingsOf(findings, cell) {
  const row = rowOf(cell);
  return findings.filter((finding) => finding.cell?.row === row && finding.cell.field === cell.dataset.field);
}

/**
 * @param {PreviewFinding[]} findings
 * @param {HTMLElement} cell
 */
function worstOf(findings, cell) {
  const own = findingsOf(findings, cell);
  return ['error', 'warning', 'suggestion']
    .map((severity) => own.find((finding) => finding.severity === severity))
    .find(Boolean);
}

/** @param {number | 'fit'} wanted */
function setZoom(wanted) {
  zoom = wanted;
  fitDesk();
}

/** The sheets are drawn smaller, not laid out smaller: their lines break where they will on paper. */
function fitDesk() {
  const width = sheets.offsetWidth;
  const room = document.documentElement.clientWidth;
  const scale = zoom === 'fit' ? Math.min(2, width > 0 && room > 0 ? room / width : 1) : zoom;
  const ratio = scale / drawn;
  drawn = scale;
  const place = { left: scrollX * ratio, top: scrollY * ratio };
  sheets.style.transform = `scale(${scale})`;
  desk.style.width = `${width * scale}px`;
  desk.style.height = `${sheets.offsetHeight * scale}px`;
  // What was in sight stays in sight.
  if (ratio !== 1) scrollTo(place);
  onZoom(Math.round(scale * 100));
}

/** @param {Event} event */
function cellAt(event) {
  const target = /** @type {Element | null} */ (event.target);
  return /** @type {HTMLElement | null} */ (target?.closest?.('#sheets [data-field]') ?? null);
}

/** @param {Event} event */
function openCell(event) {
  const cell = cellAt(event);
  if (cell === null) return;
  const anchor = cell.closest('article')?.querySelector('.page[id]')?.id ?? '';
  onCell({ row: rowOf(cell), field: cell.dataset.field ?? '', anchor });
}

document.addEventListener('click', (event) => {
  // Whoever selects text wants to copy it.
  if (String(getSelection()) === '') openCell(event);
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') openCell(event);
});

/** @param {Event} event */
function showTip(event) {
  const cell = cellAt(event);
  const findings = cell ? findingsOf(told, cell) : [];
  tip.hidden = findings.length === 0;
  if (cell === null || findings.length === 0) return;
  tip.replaceChildren(
    ...findings.flatMap(({ message, hint }) => [
      paragraph(message, ''),
      ...(hint === undefined ? [] : [paragraph(`→ ${hint}`, 'hint')]),
    ]),
  );
  const { left, top, bottom } = cell.getBoundingClientRect();
  const height = tip.offsetHeight;
  const isBelow = bottom + height + 6 < innerHeight;
  tip.style.top = `${Math.max(4, isBelow ? bottom + 4 : top - height - 4)}px`;
  tip.style.left = `${Math.max(4, Math.min(left, innerWidth - tip.offsetWidth - 4))}px`;
}

function hideTip() {
  tip.hidden = true;
}

document.addEventListener('pointerover', showTip);
document.addEventListener('focusin', showTip);
document.addEventListener('focusout', hideTip);
document.documentElement.addEventListener('pointerleave', hideTip);
addEventListener(
  'scroll',
  () => {
    hideTip();
    tellPage();
  },
  { passive: true },
);

/**
 * @param {string} text
 * @param {string} className
 */
function paragraph(text, className) {
  const element = document.createElement('p');
  element.textContent = text;
  element.className = className;
  return element;
}

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
  /** @param {{ cell: typeof onCell, zoom: typeof onZoom, page: typeof onPage }} listeners */
  listen: (listeners) => {
    onCell = listeners.cell;
    onZoom = listeners.zoom;
    onPage = listeners.page;
    fitDesk();
  },
};
