// @ts-check
// The cells of the pages: what they are called, which one is next, and what was found in them.

/** @typedef {import('../preview.ts').PreviewFinding} PreviewFinding */
/** @typedef {import('../cell-path.ts').CellName} CellName */

/** @param {string} id */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

const sheets = byId('sheets');

/** @param {ParentNode} root */
export function cellsOf(root) {
  return /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-field]'));
}

/** @param {HTMLElement} cell */
export function rowOf(cell) {
  const row = /** @type {HTMLElement | null} */ (cell.closest('[data-row]'))?.dataset.row;
  return row === undefined ? null : Number(row);
}

/**
 * @param {HTMLElement} cell
 * @returns {CellName}
 */
export function toCellName(cell) {
  return { row: rowOf(cell), field: cell.dataset.field ?? '' };
}

/**
 * The cells that a field has in the cell's row, in their order: sign, figure and unit are one field.
 * @param {HTMLElement} cell
 * @returns {HTMLElement[]}
 */
export function siblingsOf(cell) {
  const cells = /** @type {Iterable<HTMLElement>} */ (cell.closest('tr')?.cells ?? [cell]);
  return [...cells].filter(({ dataset }) => dataset.field === cell.dataset.field);
}

/** @param {HTMLElement} cell */
export function nameOf(cell) {
  return `${rowOf(cell) ?? ''}/${cell.dataset.field}/${siblingsOf(cell).indexOf(cell)}`;
}

/**
 * The first cell of that name on the pages: of a row that is cut, in its upper part.
 * @param {CellName} name
 */
export function findCell({ row, field }) {
  return [...cellsOf(sheets)].find((cell) => rowOf(cell) === row && cell.dataset.field === field) ?? null;
}

/** @param {EventTarget | null} target */
export function cellAt(target) {
  const found = /** @type {Element | null} */ (target)?.closest?.('#sheets [data-field]');
  return /** @type {HTMLElement | null} */ (found ?? null);
}

/**
 * Where the cells of a field are together, in the window.
 * @param {HTMLElement} cell
 */
export function placeOf(cell) {
  const places = siblingsOf(cell).map((one) => one.getBoundingClientRect());
  const left = Math.min(...places.map((place) => place.left));
  const top = Math.min(...places.map((place) => place.top));
  const right = Math.max(...places.map((place) => place.right));
  return new DOMRect(left, top, right - left, Math.max(...places.map((place) => place.bottom)) - top);
}

/** One cell for each field of each row, as they are read. */
export function listFields() {
  /** @type {Map<string, HTMLElement>} */
  const fields = new Map();
  for (const cell of cellsOf(sheets)) {
    const name = `${rowOf(cell) ?? ''}/${cell.dataset.field}`;
    if (cell.dataset.field && !fields.has(name)) fields.set(name, cell);
  }
  return [...fields.values()];
}

/**
 * The nearest cell in the direction of an arrow.
 * @param {HTMLElement} cell
 * @param {string} key
 */
export function neighbourOf(cell, key) {
  const from = placeOf(cell);
  const isAcross = key === 'ArrowLeft' || key === 'ArrowRight';
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  /** @type {{ cell: HTMLElement, far: number } | null} */
  let nearest = null;
  for (const other of listFields()) {
    const to = placeOf(other);
    const gap = isAcross
      ? sign > 0
        ? to.left - from.right
        : from.left - to.right
      : sign > 0
        ? to.top - from.bottom
        : from.top - to.bottom;
    if (other === cell || gap < -2) continue;
    const aside = isAcross
      ? Math.max(0, to.top - from.top, from.top - to.bottom + 1)
      : Math.max(0, to.left - from.left, from.left - to.right + 1);
    const far = gap + aside * 4;
    if (nearest === null || far < nearest.far) nearest = { cell: other, far };
  }
  return nearest?.cell ?? null;
}

/**
 * @param {readonly PreviewFinding[]} findings
 * @param {HTMLElement} cell
 */
export function findingsOf(findings, cell) {
  const row = rowOf(cell);
  return findings.filter((finding) => finding.cell?.row === row && finding.cell.field === cell.dataset.field);
}

/**
 * @param {readonly PreviewFinding[]} findings
 * @param {HTMLElement} cell
 */
export function worstOf(findings, cell) {
  const own = findingsOf(findings, cell);
  return ['error', 'warning', 'suggestion']
    .map((severity) => own.find((finding) => finding.severity === severity))
    .find(Boolean);
}

/**
 * @param {string} tag
 * @param {string} className
 * @param {string} text
 */
export function make(tag, className, text) {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
