// One draft beside the cells of its source.
import { addressOf } from './address.ts';
import { make } from './dom.ts';
import type { Review } from './page.ts';
import { say, words } from './words.ts';

type Table = Review['tables'][number];
type Note = Table['notes'][number];

/** Rows that are drawn: more than a table may have. */
const MOST_ROWS = 400;

/** Returns the box that says that the draft may take the place of what is there; null where there is none. */
export function showTable(
  shown: HTMLElement,
  { tables, notes, present, year }: Review,
  index: number,
  decision: string,
) {
  const table = tables[index] as Table;
  const there = decision === 'open' ? (present[index] ?? null) : null;
  const over = make('input');
  over.type = 'checkbox';
  const ofTable = table.notes.filter(({ row, leftOut }) => row === null && !leftOut);
  const left = table.notes.filter(({ leftOut }) => leftOut).map(({ message }) => message);
  shown.replaceChildren(
    drawPlace(table),
    ...(there === null ? [] : [drawPresent(table, there, year, over)]),
    ...(notes.length === 0 ? [] : [drawList('about', words.importNotes, notes)]),
    ...ofTable.map(drawNote),
    ...(left.length === 0 ? [] : [drawList('left', words.importLeftOut, left)]),
    drawRows(table),
    ...(table.rows.length > MOST_ROWS
      ? [make('p', 'quiet', say('importMoreRows', { count: table.rows.length - MOST_ROWS }))]
      : []),
  );
  return there !== null && !there.isSame && there.revision !== null ? over : null;
}

function drawPlace({ file, place, form, rows, notes }: Table) {
  const line = make('p', 'place');
  line.append(
    make('span', '', say('importFrom', { place, rows: rows.length })),
    make('span', '', form),
    make('code', '', file),
  );
  for (const kind of ['repaired', 'doubtful'] as const) {
    const count = notes.filter((note) => note.kind === kind).length;
    if (count > 0) line.append(make('span', `chip ${kind}`, say(`import-${kind}`, { count })));
  }
  return line;
}

function drawPresent(
  { stem, folder }: Table,
  { revision, isSame }: { revision: string | null; isSame: boolean },
  year: string,
  over: HTMLInputElement,
) {
  const box = make('div', 'present');
  const key = isSame ? 'importSame' : revision === null ? 'importUnreadable' : 'importPresent';
  const said = make('p', '', say(key, { stem }));
  const link = make('a', '', words.importShow);
  link.href = addressOf(folder === '' ? year : `${year}/${folder}`, stem);
  link.target = '_blank';
  said.append(' ', link);
  box.append(said);
  if (isSame || revision === null) return box;
  const label = make('label');
  label.append(over, words.importOverChoice);
  box.append(label);
  return box;
}

function drawList(className: string, title: string, texts: string[]) {
  const box = make('div', `list ${className}`);
  const list = make('ul');
  list.append(...texts.map((text) => make('li', '', text)));
  box.append(make('p', '', title), list);
  return box;
}

function drawNote({ kind, message }: Note) {
  const line = make('p', `note ${kind}`);
  line.append(make('b', '', words[kind]), message);
  return line;
}

/** What all places of a table begin with: the sheet that they are on. */
function sheetOf({ facts, rows }: Table) {
  const places = [...facts.flatMap(({ before }) => before), ...rows].map(({ place }) => place);
  const common = places.reduce((one, other) => {
    let end = 0;
    while (end < one.length && one[end] === other[end]) end += 1;
    return one.slice(0, end);
  }, places[0] ?? '');
  return /^.*”,? ?/.exec(common)?.[0] ?? '';
}

function drawRows(given: Table) {
  const { facts, rows, notes, stem } = given;
  const sheet = sheetOf(given);
  const within = (text: string) => (text.startsWith(sheet) ? text.slice(sheet.length) : text);
  const table = make('table');
  const head = make('thead');
  const line = make('tr');
  for (const key of ['importPlace', 'importBefore', 'importAfter'] as const) {
    const cell = make('th', '', words[key]);
    cell.scope = 'col';
    line.append(cell);
  }
  head.append(line);
  const body = make('tbody');
  let group = '';
  body.append(
    ...facts.map((fact) => drawFact(fact, stem, within)),
    ...rows.slice(0, MOST_ROWS).flatMap((row, index) => {
      const [level1 = '', level2 = ''] = row.after;
      const own = [level1, level2].filter((label) => label !== '').join(' › ');
      const isNew = own !== group;
      group = own;
      return [
        ...(isNew ? [drawGroup(own)] : []),
        drawRow(
          row,
          notes.filter((note) => note.row === index),
          within,
        ),
      ];
    }),
  );
  table.append(head, body);
  return table;
}

function drawGroup(group: string) {
  const row = make('tr', 'group');
  const cell = make('th', '', group);
  cell.colSpan = 3;
  cell.scope = 'colgroup';
  row.append(cell);
  return row;
}

function drawFact(
  { key, before, after }: Table['facts'][number],
  stem: string,
  within: (text: string) => string,
) {
  const row = make('tr', 'fact');
  const source = make('td');
  const draft = make('td');
  const isName = before.some(({ text }) => text === stem);
  const written = bare([stem, ...after.map(({ path, text }) => path + text)].join('\n'));
  source.append(...before.map(({ text, place }) => drawCell(text, written, place)));
  if (before.length === 0) source.append(make('span', 'quiet', words.importNoSource));
  draft.append(...after.map(({ path, text }) => drawValue([key, path].filter(Boolean).join(' '), text)));
  const left = isName ? words.importFileName : words.importNotUsed;
  if (after.length === 0) draft.append(make('span', 'quiet', `${key}：${left}`));
  row.append(
    make('td', 'from', shortened([...new Set(before.map(({ place }) => within(place)))]).join('\n')),
    source,
    draft,
  );
  return row;
}

function drawRow(
  { place, before, after, keys }: Table['rows'][number],
  notes: Note[],
  within: (text: string) => string,
) {
  const isDoubtful = notes.some(({ kind }) => kind === 'doubtful');
  const row = make('tr', isDoubtful ? 'doubtful' : notes.length > 0 ? 'repaired' : '');
  const source = make('td');
  const draft = make('td');
  // 定性 may be written as a sign, and is a key in the draft.
  const written = bare([...after, ...keys].join('\n'));
  source.append(...trimEnd(before).map((text) => drawCell(text, written, place)));
  const [, , name = '', ...values] = after;
  draft.append(make('p', 'name', name));
  draft.append(
    ...values.map((text, index) => drawValue(keys[index + 3] ?? '', text)),
    ...notes.map((note) => drawNote({ ...note, message: within(note.message) })),
  );
  row.append(make('td', 'from', within(place)), source, draft);
  return row;
}

/** A cell of the source, marked where the draft does not have it as it is. `written`: what the draft has, without blanks. */
function drawCell(text: string, written: string, place: string) {
  // A dash says that there is nothing.
  const isKept = written.includes(bare(text)) || /^[-—–/]+$/.test(text);
  const cell = make('span', text === '' ? 'cell empty' : isKept ? 'cell' : 'cell other', text);
  cell.title = place;
  return cell;
}

/** The first and the last of many. */
function shortened(places: string[]) {
  return places.length < 4 ? places : [places[0] ?? '', '…', places.at(-1) ?? ''];
}

function drawValue(key: string, text: string) {
  const line = make('p', 'value');
  line.append(make('span', 'key', key), make('span', 'text', text));
  return line;
}

function bare(text: string) {
  return text.replace(/\s/g, '');
}

function trimEnd(cells: readonly string[]) {
  return cells.slice(0, cells.findLastIndex((text) => text !== '') + 1);
}
