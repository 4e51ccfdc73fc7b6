import type { Form } from '../../form/form.ts';
import { toDictionary } from '../../form/headings.ts';
import { FORM_KEYS } from '../../form/words.ts';
import { hasAnchor, type Labels, labelsOf } from '../../read/rows/align.ts';
import { type Header, readHeader, usualHeaders } from '../../read/rows/header.ts';
import { type FoundRow, isBeside, placeCells, readRow } from '../../read/rows/row.ts';
import type { Place, SourceRow } from '../../read/rows/source-row.ts';
import { doubtful, type Note, quoteShort } from '../../read/rows/source-row.ts';
import type { Message } from '../../report/diagnostic.ts';
import type { Candidate, Choice } from './choose-form.ts';
import {
  createFactReader,
  type FactReader,
  type FoundFacts,
  isContinued,
  isTitle,
  unused,
  unusedRow,
} from './facts.ts';
import type { SourceDocument, SourceGrid } from './grid.ts';
import { inheritGroups } from './groups.ts';
import { mendTears } from './tears.ts';

/** A table of the source, its cells by what they are in a form. */
export interface FoundTable extends FoundFacts, Candidate {
  /** Where it begins. */
  place: Place;
  /** The sheet that it is on; empty where there is none. */
  sheet: string;
  rows: FoundRow[];
}

/** Every table of a file, each sheet by the form that was chosen for it. */
export function recognize(
  { grids }: SourceDocument,
  choices: ReadonlyMap<SourceGrid, Choice>,
): { tables: FoundTable[]; notes: Message[] } {
  const tables: FoundTable[] = [];
  const notes: Message[] = [];
  for (const grid of grids) {
    const choice = choices.get(grid);
    const found = choice === undefined ? [] : recognizeAs(grid, choice);
    const isEmpty = grid.rows.every(({ cells }) => cells.every((cell) => cell === null));
    const isUndated = choice?.form.kind === 'monitoring' && choice.month === null;
    const args = { sheet: grid.name };
    if (found.length > 0 && !isUndated) tables.push(...found);
    else if (found.length > 0)
      notes.push({ code: grid.name === '' ? 'import/no-month#document' : 'import/no-month', args });
    // A document has one grid: that it has no table is what stops it.
    else if (!isEmpty && grid.name !== '') notes.push({ code: 'import/no-table', args });
  }
  return { tables, notes };
}

/** What the likely form would explain, cells without a place and rows in doubt, is one sentence that names it. */
function recognizeAs(grid: SourceGrid, { likely, ...chosen }: Choice): FoundTable[] {
  const found = recognizeGrid(grid, chosen);
  if (likely === null) return found;
  const notes = found.flatMap(listNotes);
  const other = recognizeGrid(grid, likely).flatMap(listNotes);
  if (notes.length > other.length || notes.filter(isLeftOut).length > other.filter(isLeftOut).length) {
    const unexplained = new Set(other.map(keyOf));
    for (const table of found) tellLikely(table, likely.form, unexplained);
  }
  return found;
}

function listNotes({ notes, rows }: FoundTable): Note[] {
  return [...notes, ...rows.flatMap((row) => row.notes)];
}

function keyOf({ code, place }: Note): string {
  return JSON.stringify([code, place]);
}

/** Of cells that are in no row and no fact. */
const LEFT_OUT: ReadonlySet<string> = new Set(['import/unused', 'import/no-column', 'import/twice']);

function isLeftOut({ code }: Note): boolean {
  return LEFT_OUT.has(code);
}

function tellLikely(table: FoundTable, likely: Form, unexplained: ReadonlySet<string>): void {
  const left: Note[] = [];
  const takeLeft = (notes: Note[]) => {
    left.push(...notes.filter(isLeftOut));
    return notes.filter((note) => !isLeftOut(note));
  };
  table.notes = takeLeft(table.notes);
  let rows = 0;
  for (const row of table.rows) {
    const own = takeLeft(row.notes);
    row.notes = own.filter((note) => unexplained.has(keyOf(note)));
    if (row.notes.length < own.length) rows += 1;
  }
  if (left.length === 0 && rows === 0) return;
  const before = left.flatMap((note) => note.before);
  const shown = before.slice(0, MOST_SHOWN).map(quoteShort).join('、');
  const args = {
    ...{ likely: likely.name, form: table.form.name, key: FORM_KEYS[likely.kind], rows: String(rows) },
    ...{ count: String(before.length), cells: before.length > MOST_SHOWN ? `${shown}……` : shown },
  };
  table.notes.unshift(doubtful(table.place, 'import/other-form', args, before));
}

/** Cells that one comment names. */
const MOST_SHOWN = 20;

interface Open {
  reader: FactReader;
  place: Place;
  /** The headings above its rows; several where they are a guess, none before any. */
  headers: readonly Header[];
  /** Where they are: in a table of a document, or not. */
  within: string;
  /** 续表 came, and its headings not yet: what names the table again begins none. */
  isContinued: boolean;
  body: SourceRow[];
  rows: FoundRow[];
  notes: Note[];
}

function recognizeGrid(grid: SourceGrid, candidate: Candidate): FoundTable[] {
  const { form } = candidate;
  const dictionary = toDictionary(form);
  const labels = labelsOf(form);
  const tables: FoundTable[] = [];
  const begin = (place: Place): Open => ({
    ...{
      reader: createFactReader(form, dictionary, grid.isLoose),
      place,
      headers: [],
      within: '',
      isContinued: false,
    },
    ...{ body: [], rows: [], notes: [] },
  });
  /** Of what is above a title, or below one that has no table. */
  const left: Note[] = [];
  const first = grid.rows[0];
  if (first === undefined) return [];
  let open = begin(first.place);

  const endBody = () => {
    readBody(open, labels, grid.isLoose);
    open.body = [];
  };
  const end = (place: Place) => {
    endBody();
    const { reader, headers, rows, notes } = open;
    const isList = headers.some(({ slots }) => slots.some((slot) => slot?.kind === 'fact'));
    const base = { ...candidate, place: open.place, sheet: grid.name, ...toFacts(reader, notes), rows };
    const isTable = rows.length > 0 || (headers.length > 0 && reader.facts.length > 0);
    const found = isList ? splitList(base, form) : isTable ? [base] : [];
    // Where labels are merged, or written again in each row, an empty one is none of these.
    const isAgain = (row: FoundRow, index: number) =>
      !row.hasMergedLabel && row.level1 !== '' && row.level1 === rows[index - 1]?.level1;
    const isCertain = rows.some((row, index) => (!grid.isLoose && row.hasMergedLabel) || isAgain(row, index));
    // Results whose form has no columns for groups take those of their goals.
    const hasGroups = headers.some(({ slots }) => slots.some((slot) => slot?.kind.startsWith('level')));
    if (hasGroups || candidate.results === null)
      for (const table of found) inheritGroups(table.rows, form, labels, isCertain);
    left.push(...(found.length === 0 ? listLost(base) : []));
    tables.push(...found);
    open = begin(place);
  };

  for (let index = 0; index < grid.rows.length; index += 1) {
    const row = grid.rows[index];
    if (row === undefined || row.cells.every((cell) => cell === null)) continue;
    const isOpen = open.headers.length > 0;
    const cells = placeCells(row);
    const only = cells.length === 1 ? (cells[0]?.cell.text ?? '') : '';
    if (isOpen && isContinued(only)) {
      open.isContinued = true;
      continue;
    }
    if (isTitle(only, form)) {
      if (isOpen) end(row.place);
      continue;
    }
    const header = readHeader(grid.rows, index, dictionary);
    if (header !== null) {
      index += header.count - 1;
      open.isContinued = false;
      if (open.headers[0]?.words.join('\t') === header.words.join('\t')) continue;
      endBody();
      Object.assign(open, { headers: [header], within: row.place.code });
    } else if (!hasAnchor(row) && open.reader.isFact(row)) {
      if (isOpen && !open.isContinued && open.reader.begins(row)) end(row.place);
      open.reader.read(row);
    } else if (isOpen && row.place.code === open.within) open.body.push(row);
    else if (hasAnchor(row) && open.reader.facts.length > 0) {
      Object.assign(open, { headers: usualHeaders(form), within: row.place.code });
      open.notes.push(doubtful(row.place, 'import/no-header'));
      open.body.push(row);
    } else open.reader.read(row);
  }
  end(first.place);
  tables[0]?.notes.push(...left);
  return tables;
}

/** What was read of a table that is none. */
function listLost({ notes, facts, about, place }: FoundFacts & { place: Place }): Note[] {
  const named = [...about].map(([name, text]) => ({ text: `${name}：${text}`, place }));
  return [...notes, ...[...facts, ...named].map(unused)];
}

function toFacts({ facts, about, notes }: FactReader, more: readonly Note[]): FoundFacts {
  return { facts, about, notes: [...notes, ...more] };
}

function readBody(open: Open, labels: Labels, isLoose: boolean): void {
  const { headers } = open;
  const [header] = headers;
  if (header === undefined) return;
  const isOther = (row: SourceRow) => open.reader.isFact(row) || isBeside(row);
  const { rows, notes } = isLoose ? mendTears(open.body, header, isOther) : { rows: open.body, notes: null };
  let above = { level1: '', level2: '' };
  let left: Note[] = [];
  for (const source of rows) {
    const read = readRow(source, headers, labels, isLoose);
    if (read.kind === 'labels') above = { level1: read.level1 || above.level1, level2: read.level2 };
    else if (read.kind === 'unknown') left.push(unusedRow(source));
    else {
      const { row } = read;
      if (row.level1 === '') Object.assign(row, { level1: above.level1, level2: row.level2 || above.level2 });
      above = { level1: '', level2: '' };
      const torn = notes?.get(source);
      row.notes.unshift(...left, ...(torn === undefined ? [] : [torn]));
      left = [];
      open.rows.push(row);
    }
  }
  open.notes.push(...left);
}

/** A list of all projects, a table of each: what belongs above the tables is in columns, merged or written once. */
function splitList(list: FoundTable, form: Form): FoundTable[] {
  const keys = form.fields.filter(({ role }) => role === 'name' || role === 'code').map(({ key }) => key);
  const tables: FoundTable[] = [];
  for (const row of list.rows) {
    const last = tables.at(-1);
    const isSame = keys.every((key) => {
      const own = row.facts.get(key);
      return own === undefined || own === last?.facts.find((fact) => fact.key === key)?.text;
    });
    const table = isSame && last !== undefined ? last : null;
    const facts = [...row.facts].map(([key, text]) => ({
      key,
      part: null,
      row: null,
      text,
      unit: '',
      place: row.place,
    }));
    if (table === null) {
      const notes = last === undefined ? list.notes : [];
      tables.push({
        ...list,
        place: row.place,
        facts: [...list.facts, ...facts],
        notes: [...notes],
        rows: [row],
      });
      continue;
    }
    table.rows.push(row);
    for (const fact of facts) {
      const known = table.facts.find(({ key }) => key === fact.key);
      if (known === undefined) table.facts.push(fact);
      else if (known.text !== fact.text)
        row.notes.push(doubtful(row.place, 'import/twice', { key: fact.key, text: fact.text }, [fact.text]));
    }
  }
  return tables;
}
