// @ts-check
// One draft beside the cells of its source.
import { addressOf } from './list.js';
import { make, say, words } from './words.js';

/** @typedef {import('./page.d.ts').Review} Review */
/** @typedef {Review['tables'][number]} Table */
/** @typedef {Table['notes'][number]} Note */

/** Rows that are drawn: more than a table may have. */
const MOST_ROWS = 400;

/**
 * Returns the box that says that the draft may take the place of what is there; null where there is none.
 * @param {HTMLElement} shown
 * @param {Review} review
 * @param {number} index
 * @param {string} decision
 */
export function showTable(shown, { tables, notes, present, year }, index, decision) {
  const table = /** @type {Table} */ (tables[index]);
  const there = decision === 'open' ? (present[index] ?? null) : null;
  const over = document.createElement('input');
  over.type = 'checkbox';
  const ofTable = table.notes.filter(({ row, leftOut }) => row === null && !leftOut);
  const left = table.notes.filter(({ leftOut }) => leftOut);
  shown.replaceChildren(
    drawPlace(table),
    ...(there === null ? [] : [drawPresent(table, there, year, over)]),
    ...(notes.length === 0 ? [] : [drawList('about', words.importNotes ?? '', notes)]),
    ...ofTable.map(drawNote),
    ...(left.length === 0
      ? []
      : [
          drawList(
            'left',
            words.importLeftOut ?? '',
            left.map(({ message }) => message),
          ),
        ]),
    drawRows(table),
    ...(table.rows.length > MOST_ROWS
      ? [make('p', 'quiet', say('importMoreRows', { count: table.rows.length - MOST_ROWS }))]
      : []),
  );
  return there !== null && !there.isSame && there.revision !== null ? over : null;
}

/** @param {Table} table */
function drawPlace({ file, place, form, rows, notes }) {
  const line = make('p', 'place', '');
  line.append(
    make('span', '', say('importFrom', { place, rows: rows.length })),
    make('span', '', form),
    make('code', '', file),
  );
  for (const kind of /** @type {const} */ (['repaired', 'doubtful'])) {
    const count = notes.filter((note) => note.kind === kind).length;
    if (count > 0) line.append(make('span', `chip ${kind}`, say(`import-${kind}`, { count })));
  }
  return line;
}

/**
 * @param {Table} table
 * @param {{ revision: string | null, isSame: boolean }} there
 * @param {string} year
 * @param {HTMLInputElement} over
 */
function drawPresent({ stem, folder }, { revision, isSame }, year, over) {
  const box = make('div', 'present', '');
  const key = isSame ? 'importSame' : revision === null ? 'importUnreadable' : 'importPresent';
  const said = make('p', '', say(key, { stem }));
  const link = /** @type {HTMLAnchorElement} */ (make('a', '', words.importShow ?? ''));
  link.href = addressOf(folder === '' ? year : `${year}/${folder}`, stem);
  link.target = '_blank';
  said.append(' ', link);
  box.append(said);
  if (isSame || revision === null) return box;
  const label = make('label', '', '');
  label.append(over, words.importOverChoice ?? '');
  box.append(label);
  return box;
}

/**
 * @param {string} className
 * @param {string} title
 * @param {string[]} texts
 */
function drawList(className, title, texts) {
  const box = make('div', `list ${className}`, '');
  const list = document.createElement('ul');
  list.append(...texts.map((text) => make('li', '', text)));
  box.append(make('p', '', title), list);
  return box;
}

/** @param {Note} note */
function drawNote({ kind, message }) {
  const line = make('p', `note ${kind}`, '');
  line.append(make('b', '', words[kind] ?? ''), message);
  return line;
}

/**
 * What all places of a table begin with: the sheet that they are on.
 * @param {Table} table
 */
function sheetOf({ facts, rows }) {
  const places = [...facts.flatMap(({ before }) => before), ...rows].map(({ place }) => place);
  const common = places.reduce((one, other) => {
    let end = 0;
    while (end < one.length && one[end] === other[end]) end += 1;
    return one.slice(0, end);
  }, places[0] ?? '');
  return /^.*”,? ?/.exec(common)?.[0] ?? '';
}

/** @param {Table} given */
function drawRows(given) {
  const { facts, rows, notes, stem } = given;
  const sheet = sheetOf(given);
  /** @param {string} text */
  const within = (text) => (text.startsWith(sheet) ? text.slice(sheet.length) : text);
  const table = document.createElement('table');
  const head = document.createElement('thead');
  const line = document.createElement('tr');
  for (const key of ['importPlace', 'importBefore', 'importAfter']) {
    const cell = make('th', '', words[key] ?? '');
    cell.setAttribute('scope', 'col');
    line.append(cell);
  }
  head.append(line);
  const body = document.createElement('tbody');
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

/** @param {string} group */
function drawGroup(group) {
  const row = make('tr', 'group', '');
  const cell = /** @type {HTMLTableCellElement} */ (make('th', '', group));
  cell.colSpan = 3;
  cell.scope = 'colgroup';
  row.append(cell);
  return row;
}

/**
 * @param {Table['facts'][number]} fact
 * @param {string} stem
 * @param {(text: string) => string} within
 */
function drawFact({ key, before, after }, stem, within) {
  const row = make('tr', 'fact', '');
  const source = document.createElement('td');
  const draft = document.createElement('td');
  const isName = before.some(({ text }) => text === stem);
  const written = bare([stem, ...after.map(({ path, text }) => path + text)].join('\n'));
  source.append(...before.map(({ text, place }) => drawCell(text, written, place)));
  if (before.length === 0) source.append(make('span', 'quiet', words.importNoSource ?? ''));
  draft.append(...after.map(({ path, text }) => drawValue([key, path].filter(Boolean).join(' '), text)));
  const left = (isName ? words.importFileName : words.importNotUsed) ?? '';
  if (after.length === 0) draft.append(make('span', 'quiet', `${key}：${left}`));
  row.append(
    make('td', 'from', shortened([...new Set(before.map(({ place }) => within(place)))]).join('\n')),
    source,
    draft,
  );
  return row;
}

/**
 * @param {Table['rows'][number]} row
 * @param {Note[]} notes
 * @param {(text: string) => string} within
 */
function drawRow({ place, before, after, keys }, notes, within) {
  const row = make(
    'tr',
    notes.some(({ kind }) => kind === 'doubtful') ? 'doubtful' : notes.length > 0 ? 'repaired' : '',
    '',
  );
  const source = document.createElement('td');
  const draft = document.createElement('td');
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

/**
 * A cell of the source, marked where the draft does not have it as it is.
 * @param {string} text
 * @param {string} written what the draft has, without blanks
 * @param {string} place
 */
function drawCell(text, written, place) {
  // A dash says that there is nothing.
  const isKept = written.includes(bare(text)) || /^[-—–/]+$/.test(text);
  const cell = make('span', text === '' ? 'cell empty' : isKept ? 'cell' : 'cell other', text);
  cell.title = place;
  return cell;
}

/**
 * The first and the last of many.
 * @param {string[]} places
 */
function shortened(places) {
  return places.length < 4 ? places : [places[0] ?? '', '…', places.at(-1) ?? ''];
}

/**
 * @param {string} key
 * @param {string} text
 */
function drawValue(key, text) {
  const line = make('p', 'value', '');
  line.append(make('span', 'key', key), make('span', 'text', text));
  return line;
}

/** @param {string} text */
function bare(text) {
  return text.replace(/\s/g, '');
}

/** @param {readonly string[]} cells */
function trimEnd(cells) {
  return cells.slice(0, cells.findLastIndex((text) => text !== '') + 1);
}
