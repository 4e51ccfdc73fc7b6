import {
  FIGURE_KEY,
  type Field,
  type Form,
  isCost,
  kindOf,
  NAME_KEY,
  TARGET_KEYS,
  TREE_KEY,
} from '../../form/form.ts';
import { isMoney } from '../../form/money.ts';
import { toLine } from '../../form/text.ts';
import { TO_FILL } from '../../form/to-fill.ts';
import { parseAmount } from '../../form/value.ts';
import type { Vocabulary } from '../../form/vocabulary.ts';
import { orderOf } from '../../format/key-order.ts';
import type { Entry, Value } from '../../format/layout.ts';
import { writeTidily } from '../../format/tidy.ts';
import { word } from '../../messages/wording.ts';
import { fitForWindows } from '../../read/file-name.ts';
import type { FoundRow } from '../../read/rows/row.ts';
import { doubtful, type Note, quoteShort, repaired } from '../../read/rows/source-row.ts';
import { readTarget, writeValue } from '../../read/rows/target.ts';
import { DEPARTMENT_STEM } from '../../read/source.ts';
import type { FoundFact } from './facts.ts';
import type { FoundTable } from './recognize.ts';

/** A source as it is to be written, and all that is to be looked at in it. */
export interface TableDraft {
  /** Of the file, without ending. */
  stem: string;
  /** Below that of its goals: empty for goals themselves. */
  folder: string;
  name: string;
  code: string;
  form: Form;
  table: FoundTable;
  text: string;
  notes: Note[];
  /** What `text` is written from. */
  entries: readonly Entry[];
  /** Of each row: where it came from, what it is in the draft, with the key of each value, and what is to be looked at. */
  rows: { row: FoundRow; keys: string[]; after: string[]; notes: readonly Note[] }[];
}

export interface DraftOptions {
  /** Where the schema is from the new file; null where the form has none. */
  schema: string | null;
  words: Vocabulary;
  /** What the file is called when the table has no name. */
  fallback: string;
}

export function toDraft(table: FoundTable, { schema, words, fallback }: DraftOptions): TableDraft {
  const { form, place } = table;
  const ofTable: Note[] = [...table.notes];
  const written = (role: Field['role']) => {
    const field = form.fields.find((one) => one.role === role);
    const fact = table.facts.find(({ key, part }) => key === field?.key && part === null);
    return fact === undefined ? '' : toLine(fact.text);
  };
  const [name, code] = [written('name'), written('code')];
  const isDepartment = form.kind === 'department';
  const stem = isDepartment ? DEPARTMENT_STEM : toStem(name === '' ? fallback : name);
  // A department's table is about the office and has no project's name.
  if (name === '' && !isDepartment) ofTable.push(doubtful(place, 'import/no-name', { stem }));
  else if (!isDepartment && stem !== name.normalize('NFC'))
    ofTable.push(doubtful(place, 'import/renamed', { name, stem }, [name]));

  // 单位：万元 above a table is what its amounts are in.
  const unit = [...table.about.values()].find(isMoney) ?? '';
  const notes = [...ofTable];
  const entries: Entry[] = [];
  for (const field of form.fields) {
    const own = table.facts.filter(({ key }) => key === field.key);
    const { value, notes: more } = toFactValue(
      field,
      own,
      name === '' && field.role === 'name' ? stem : null,
      unit,
    );
    if (value === null) continue;
    entries.push(toEntry(field.key, value, more));
    notes.push(...more);
  }
  const rows: TableDraft['rows'] = [];
  const tree = toTree(table.rows, form, rows, notes);
  entries.push(toEntry(TREE_KEY, tree, []));
  const [first] = entries;
  if (first !== undefined) first.leading = [...toComments(ofTable), ...first.leading];
  const header =
    schema === null ? [] : [{ text: `# yaml-language-server: $schema=${schema}`, isApart: false }];
  const text = writeTidily({ header, entries, footer: [] }, orderOf(words, false));
  return { stem, folder: '', name, code, form, table, text, notes, entries, rows };
}

/** What such comments begin with; `check` counts them until they are deleted. */
const REVIEW_MARK = '待核对';

/** `# 待核对 改：第 12 行错了 1 格，按符号“=”对齐` */
function toComment({ kind, place, code, args }: Note): string {
  const where = word(place.code, place.args, 'zh').text;
  const what = word(code, args, 'zh').text.replaceAll('\n', ' ');
  return `# ${REVIEW_MARK} ${kind === 'repaired' ? '改' : '疑'}：${where}${what}`;
}

export function toComments(notes: readonly Note[]): Entry['leading'] {
  const texts = [...new Set(notes.map(toComment))];
  return texts.map((text) => ({ text, isApart: false }));
}

export function toEntry(key: string | null, value: Value, notes: readonly Note[]): Entry {
  return { key, value, leading: toComments(notes), trailing: null, after: [], isApart: false };
}

export function toText(text: string, type: Field['type']): Value {
  const isText = type === 'text' || type === 'paragraphs';
  return { kind: 'text', text: isText ? text.replaceAll('\n', '\n\n') : toLine(text), style: 'line' };
}

function toFactValue(
  field: Field,
  facts: readonly FoundFact[],
  instead: string | null,
  unit: string,
): { value: Value | null; notes: Note[] } {
  const notes: Note[] = [];
  if (field.block !== null) {
    const { parts } = field.block;
    const entriesOf = (own: readonly FoundFact[]) =>
      parts.flatMap((part): Entry[] => {
        const fact = own.find((one) => one.part === part.key);
        if (fact === undefined) return [];
        const { text, notes: more } = writeFact(part, fact, unit);
        notes.push(...more);
        return [toEntry(part.key, { kind: 'text', text, style: 'line' }, [])];
      });
    const whole = facts.find(({ part }) => part === null);
    if (whole !== undefined)
      notes.push(doubtful(whole.place, 'import/unused', { text: quoteShort(whole.text) }, [whole.text]));
    const counts = new Set(facts.flatMap(({ row }) => row ?? []));
    if (field.type !== 'list') {
      const entries = entriesOf(facts);
      return { value: entries.length === 0 ? null : { kind: 'map', entries }, notes };
    }
    const rows = [...counts].map((row) =>
      toEntry(null, { kind: 'map', entries: entriesOf(facts.filter((fact) => fact.row === row)) }, []),
    );
    return { value: rows.length === 0 ? null : { kind: 'list', entries: rows }, notes };
  }
  const [fact] = facts;
  if (fact === undefined) {
    if (!field.isRequired) return { value: null, notes };
    return { value: { kind: 'text', text: instead ?? TO_FILL, style: 'line' }, notes };
  }
  const { text, notes: more } = writeFact(field, fact, unit);
  return { value: toText(text, field.type), notes: more };
}

function writeFact(
  field: Field,
  { text, unit, place }: FoundFact,
  ofTable: string,
): { text: string; notes: Note[] } {
  switch (field.type) {
    case 'amount': {
      const line = toLine(text).replace(/,(?=\d{3})/g, '');
      const isBare = /^-?\d+(?:\.\d+)?$/.test(line);
      const meant = unit || ofTable;
      const whole = isBare && meant !== '' ? `${line} ${meant}` : line;
      const amount = parseAmount(whole);
      if (!('wording' in amount)) return { text: `${amount.number} ${amount.unit}`, notes: [] };
      if (amount.corrected === null) return { text: whole, notes: [] };
      const note = repaired(place, 'import/value', { from: whole, to: amount.corrected }, [text]);
      return { text: amount.corrected, notes: [note] };
    }
    case 'choice': {
      const chosen = /[☑√✓✔■☒▣]\s*([^□☐☑√✓✔■☒▣\s]+)/u.exec(text)?.[1];
      return { text: chosen ?? toLine(text), notes: [] };
    }
    case 'code':
      return { text: text.replace(/\s/g, ''), notes: [] };
    default:
      return { text, notes: [] };
  }
}

/** The rows under their groups, each with its comments above it. */
function toTree(found: readonly FoundRow[], form: Form, rows: TableDraft['rows'], notes: Note[]): Value {
  const level1s = new Map<string, Map<string, Entry[]>>();
  for (const row of found) {
    const { key, text, notes: more } = readTarget(row, isCost(kindOf(form, row.level1, row.level2)));
    const own = [...row.notes, ...more];
    const entries: [string, string, Field['type']][] = [
      [NAME_KEY, row.name === '' ? TO_FILL : row.name, 'line'],
      [key, text === '' ? TO_FILL : text, key === FIGURE_KEY ? 'line' : 'text'],
    ];
    for (const [other, figure] of row.values) {
      if (other === FIGURE_KEY) continue;
      const { text: value, notes: of, isRead } = writeValue(figure, row.place);
      own.push(...(isRead ? of : []));
      entries.push([other, isRead ? value : `${figure.number}${figure.unit}`, isRead ? 'line' : 'text']);
    }
    for (const [other, value] of row.texts) {
      if ((TARGET_KEYS as readonly string[]).includes(other)) continue;
      const type = form.rowFields.find((field) => field.key === other)?.type ?? 'text';
      entries.push([other, value, type]);
    }
    notes.push(...own);
    const value: Value = {
      kind: 'map',
      entries: entries.map(([name, written, type]) => toEntry(name, toText(written, type), [])),
    };
    const level2s = level1s.get(row.level1) ?? new Map<string, Entry[]>();
    level1s.set(row.level1, level2s);
    level2s.set(row.level2, [...(level2s.get(row.level2) ?? []), toEntry(null, value, own)]);
    const keys = ['一级指标', '二级指标', ...entries.map(([name]) => name)];
    const after = [row.level1, row.level2, ...entries.map(([, written]) => written)];
    rows.push({ row, keys, after, notes: own });
  }
  return {
    kind: 'map',
    entries: [...level1s].map(([level1, level2s]) =>
      toEntry(
        level1,
        {
          kind: 'map',
          entries: [...level2s].map(([level2, entries]) => toEntry(level2, { kind: 'list', entries }, [])),
        },
        [],
      ),
    ),
  };
}

/** A name that every system can hold as a file's. */
export function toStem(name: string): string {
  const plain = toLine(name)
    .normalize('NFC')
    .replaceAll('/', '／')
    .replace(/\p{Cc}/gu, '')
    .replace(/\.{2,}/g, '．．')
    .replace(/^[. ]+/, '');
  const fitting = fitForWindows(plain) ?? `${plain}_`;
  return Array.from(fitting).slice(0, 100).join('') || TO_FILL;
}
