// @ts-check
// From a cell or a finding to its line in the reader's editor.
import { addressOf } from './list.js';

/** @typedef {import('../clients.ts').PageEvent} PageEvent */

const jump = document.createElement('a');

/**
 * @param {PageEvent} page
 * @param {{ line: number, column: number }} place
 */
export function toEditorAddress(page, { line, column }) {
  return page.editor.replace('{line}', String(line)).replace('{column}', String(column));
}

/**
 * Opens the source of a cell; in a booklet that of the table whose sheets have the anchor.
 * @param {PageEvent} shown
 * @param {{ row: number | null, field: string, anchor: string }} cell
 */
export async function openSource(shown, { row, field, anchor }) {
  if (shown.stem !== 'booklet') return open(toEditorAddress(shown, placeOf(shown, row, field)));
  const answer = await fetch(`/-/table${addressOf(shown.year, anchor)}`);
  if (!answer.ok) return;
  /** @type {PageEvent} */
  const table = await answer.json();
  open(toEditorAddress(table, placeOf(table, row, field)));
}

/**
 * @param {PageEvent} table
 * @param {number | null} row
 * @param {string} field
 */
function placeOf({ places, findings }, row, field) {
  const fields = row === null ? places.fields : places.rows[row]?.fields;
  // A page that is kept from before has no places any more: then where the mistake is.
  return fields?.[field] ?? findings[0] ?? { line: 1, column: 1 };
}

/** @param {string} address */
function open(address) {
  jump.href = address;
  document.body.append(jump);
  jump.click();
  jump.remove();
}
