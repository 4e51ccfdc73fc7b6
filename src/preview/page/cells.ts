// The cells of the pages: what they are called, which one is next, and what was found in them.
import type { CellName } from '../cell-path.ts';
import type { PreviewFinding } from '../preview.ts';
import { element } from './dom.ts';

const sheets = element('sheets');

export function cellsOf(root: ParentNode) {
  return root.querySelectorAll<HTMLElement>('[data-field]');
}

export function rowOf(cell: HTMLElement) {
  const row = cell.closest<HTMLElement>('[data-row]')?.dataset.row;
  return row === undefined ? null : Number(row);
}

export function toCellName(cell: HTMLElement): CellName {
  return { row: rowOf(cell), field: cell.dataset.field ?? '' };
}

/** The cells that a field has in the cell's row, in their order: sign, figure and unit are one field. */
export function siblingsOf(cell: HTMLElement): HTMLElement[] {
  const cells: Iterable<HTMLElement> = cell.closest('tr')?.cells ?? [cell];
  return [...cells].filter(({ dataset }) => dataset.field === cell.dataset.field);
}

export function nameOf(cell: HTMLElement) {
  return `${rowOf(cell) ?? ''}/${cell.dataset.field}/${siblingsOf(cell).indexOf(cell)}`;
}

/** The first cell of that name on the pages: of a row that is cut, in its upper part. */
export function findCell({ row, field }: CellName) {
  return [...cellsOf(sheets)].find((cell) => rowOf(cell) === row && cell.dataset.field === field) ?? null;
}

export function cellAt(target: EventTarget | null) {
  return (target as Element | null)?.closest?.<HTMLElement>('#sheets [data-field]') ?? null;
}

/** Where the cells of a field are together, in the window. */
export function placeOf(cell: HTMLElement) {
  const places = siblingsOf(cell).map((one) => one.getBoundingClientRect());
  const left = Math.min(...places.map((place) => place.left));
  const top = Math.min(...places.map((place) => place.top));
  const right = Math.max(...places.map((place) => place.right));
  return new DOMRect(left, top, right - left, Math.max(...places.map((place) => place.bottom)) - top);
}

/** One cell for each field of each row, as they are read. */
export function listFields() {
  const fields = new Map<string, HTMLElement>();
  for (const cell of cellsOf(sheets)) {
    const name = `${rowOf(cell) ?? ''}/${cell.dataset.field}`;
    if (cell.dataset.field && !fields.has(name)) fields.set(name, cell);
  }
  return [...fields.values()];
}

/** The nearest cell in the direction of an arrow. */
export function neighbourOf(cell: HTMLElement, key: string) {
  const from = placeOf(cell);
  const isAcross = key === 'ArrowLeft' || key === 'ArrowRight';
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  let nearest: { cell: HTMLElement; far: number } | null = null;
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

export function findingsOf(findings: readonly PreviewFinding[], cell: HTMLElement) {
  const row = rowOf(cell);
  return findings.filter((finding) => finding.cell?.row === row && finding.cell.field === cell.dataset.field);
}

export function worstOf(findings: readonly PreviewFinding[], cell: HTMLElement) {
  const own = findingsOf(findings, cell);
  return ['error', 'warning', 'suggestion']
    .map((severity) => own.find((finding) => finding.severity === severity))
    .find(Boolean);
}
