// From a cell or a finding to its line in the reader's editor.
import type { PageEvent } from '../clients.ts';
import { addressOf } from './address.ts';
import { make } from './dom.ts';
import type { NamedCell } from './page.ts';

const jump = make('a');

export function toEditorAddress(page: PageEvent, { line, column }: { line: number; column: number }) {
  return page.editor.replace('{line}', String(line)).replace('{column}', String(column));
}

/** Opens the source of a cell; in a booklet that of the table whose sheets have the anchor. */
export async function openSource(shown: PageEvent, { row, field, anchor }: NamedCell) {
  if (shown.stem !== 'booklet') return open(toEditorAddress(shown, placeOf(shown, row, field)));
  const answer = await fetch(`/-/table${addressOf(shown.year, anchor)}`);
  if (!answer.ok) return;
  const table: PageEvent = await answer.json();
  open(toEditorAddress(table, placeOf(table, row, field)));
}

function placeOf({ places, findings }: PageEvent, row: number | null, field: string) {
  const fields = row === null ? places.fields : places.rows[row]?.fields;
  // A page that is kept from before has no places any more: then where the mistake is.
  return fields?.[field] ?? findings[0] ?? { line: 1, column: 1 };
}

function open(address: string) {
  jump.href = address;
  document.body.append(jump);
  jump.click();
  jump.remove();
}
