import { chooseForms } from '../convert/import/choose-form.ts';
import type { SourceDocument } from '../convert/import/grid.ts';
import { recognize } from '../convert/import/recognize.ts';
import type { Form } from '../form/form.ts';

/** The tables of a document by some forms of goals and departments alone. */
export function recognizeBy(document: SourceDocument, tables: readonly [Form, ...Form[]]) {
  const sheets = document.grids.map((grid) => ({ grid, name: '' }));
  return recognize(document, chooseForms(sheets, { tables, results: [], own: new Map() }));
}
