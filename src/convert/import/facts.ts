import type { Field, Form, HeadLine } from '../../form/form.ts';
import { bareHeading, type Dictionary, type FactLabel } from '../../form/headings.ts';
import type { PlacedCell } from '../../read/rows/align.ts';
import { placeCells } from '../../read/rows/row.ts';
import type { Place, SourceCell, SourceRow } from '../../read/rows/source-row.ts';
import { doubtful, type Note, quoteShort, repaired } from '../../read/rows/source-row.ts';

/** A value from above or below the indicators. */
export interface FoundFact extends FactLabel {
  /** Of a list, from 0. */
  row: number | null;
  text: string;
  /** What its label says that amounts are in, e.g. 万元. */
  unit: string;
  place: Place;
}

/** What is around the indicators of a table. */
export interface FoundFacts {
  facts: FoundFact[];
  /** 单位, 年度, 编制日期: of the office rather than of the table. */
  about: Map<string, string>;
  notes: Note[];
}

export interface FactReader extends FoundFacts {
  /** Whether a row begins with the name of a fact. */
  isFact(row: SourceRow): boolean;
  /** Whether it names one that a table has once, at its beginning. */
  begins(row: SourceRow): boolean;
  read(row: SourceRow): void;
}

const ABOUT: ReadonlySet<string> = new Set(['单位', '年度', '编制日期', '金额单位', '填报单位']);

/** （2022年度） below a title. */
const YEAR = /^[（(]?20\d{2}年度?[）)]?$/u;

interface Label extends FactLabel {
  unit: string;
}

/** A cell with a name. */
interface Named extends PlacedCell {
  label: Label;
}

export function createFactReader(form: Form, dictionary: Dictionary, isLoose: boolean): FactReader {
  const facts: FoundFact[] = [];
  const about = new Map<string, string>();
  const notes: Note[] = [];
  const words = listWords(form);
  const ownWords = new Set(
    form.fields
      .flatMap((field) => [field, ...(field.block?.parts ?? [])])
      .map(({ label }) => bareHeading(label)),
  );
  const fieldOf = (key: string) => form.fields.find((field) => field.key === key);
  /** The block whose parts are being named. */
  let block: string | null = null;
  /** The names above the next row's values, by column. */
  let above: Named[] = [];
  /** The columns of a list, and its rows so far. */
  let list: { key: string; columns: { part: string; from: number; to: number }[]; count: number } | null =
    null;
  let last: FoundFact | null = null;

  /** The same few words are asked for again and again. */
  const bares = new Map<string, string>();
  const bareOf = (text: string): string => {
    const known = bares.get(text) ?? bareHeading(text.slice(0, 100));
    bares.set(text, known);
    return known;
  };

  /** `nth`: which of several with this name in one row, from 0; null where it is alone. */
  const find = (text: string, nth: number | null = null): Label | null => {
    if (text.length > 30) return null;
    const bare = bareOf(text);
    // A word of the form itself is no other word for one of its names.
    if (words.has(bare) && !ownWords.has(bare)) return null;
    const known = dictionary.facts.get(bare) ?? [];
    const label =
      (nth === null ? undefined : known.filter(({ part }) => part !== null)[nth]) ??
      known.find(({ key, part }) => key === block && part !== null) ??
      known.find(({ part }) => part === null) ??
      known[0];
    const unit = /[（(](?:单位[：:])?([百千万亿]{0,2}元)[）)]/u.exec(text)?.[1] ?? '';
    return label === undefined ? null : { ...label, unit };
  };

  const set = (label: Label, cell: SourceCell, text: string, row: number | null = null) => {
    const { key, part } = label;
    const known = facts.find((fact) => fact.key === key && fact.part === part && fact.row === row);
    if (known !== undefined) {
      if (known.text !== text)
        notes.push(doubtful(cell.place, 'import/twice', { key, text: quoteShort(text) }, [text]));
      return;
    }
    const own = unitOf(key);
    last = { key, part, row, text, unit: label.unit || own, place: cell.place };
    facts.push(last);
    if (cell.hadTags) notes.push(repaired(cell.place, 'import/tags', {}, [text]));
  };
  const units = new Map<string, string>();
  const unitOf = (key: string) => units.get(key) ?? fieldOf(key)?.block?.unit ?? '';

  /** `填报人：张三　　负责人：李四` */
  const readInline = (cell: SourceCell): boolean => {
    const pieces = cell.text.split(/\s{2,}|\u3000+|\t/).filter((piece) => piece.trim() !== '');
    const pairs = pieces.map((piece) => /^([^：:]{1,20})[：:]([\s\S]*)$/u.exec(piece.trim()));
    const isKnown = (name: string) => find(name) !== null || ABOUT.has(bareOf(name));
    if (pairs.length === 0 || !pairs.every((pair) => pair !== null && isKnown(pair[1] ?? ''))) return false;
    for (const pair of pairs) {
      const [, name = '', value = ''] = pair ?? [];
      const label = find(name);
      if (ABOUT.has(bareOf(name)) && label === null) about.set(bareOf(name), value.trim());
      else if (label !== null && value.trim() !== '') set(label, cell, value.trim());
    }
    return true;
  };

  /** The column of names has no heading of its own in a block of funds. */
  const namesOf = (key: string, from: number, columns: readonly { from: number }[]) => {
    const [first] = fieldOf(key)?.block?.parts ?? [];
    const isBefore = first?.label === '' && columns.every((column) => from < column.from);
    return isBefore ? { part: first.key } : undefined;
  };

  const readList = (cells: readonly PlacedCell[]): boolean => {
    if (list === null) return false;
    const label = bareOf(fieldOf(list.key)?.label ?? '');
    const own = cells.filter(({ cell }) => bareOf(cell.text) !== label);
    const isOther = (text: string) => find(text)?.part === null && find(text)?.key !== list?.key;
    if (own.some(({ cell }) => isOther(cell.text))) {
      list = null;
      return false;
    }
    // A second line of headings.
    if (list.count === 0 && own.every(({ cell }) => find(cell.text)?.key === list?.key)) return false;
    const total = fieldOf(list.key)?.block?.total;
    if (own.some(({ cell }) => total != null && cell.text === total)) return true;
    const { key, columns, count } = list;
    let isFilled = false;
    for (const { cell, from } of own) {
      const column = columns.find((one) => one.from <= from && from <= one.to) ?? namesOf(key, from, columns);
      if (column === undefined) notes.push(unused(cell));
      else {
        set({ key, part: column.part, unit: '' }, cell, cell.text, count);
        isFilled = true;
      }
    }
    if (isFilled) list.count += 1;
    return true;
  };

  const isBlock = ({ key, part }: FactLabel) => part === null && fieldOf(key)?.block != null;

  /** In a block, 合计 is the part that the others add up to. */
  const findSum = (text: string): Label | null => {
    const sum = fieldOf(block ?? '')?.block?.parts.find(({ sumOf }) => sumOf.length > 0);
    return block === null || sum === undefined || !/^(?:合计|总计|小计)$/u.test(bareOf(text))
      ? null
      : { key: block, part: sum.key, unit: '' };
  };

  const readLabels = (cells: readonly PlacedCell[]): boolean => {
    const [first] = cells;
    const over = first === undefined ? null : find(first.cell.text);
    if (over !== null && isBlock(over) && fieldOf(over.key)?.type !== 'list') openBlock(over);
    const found = cells.flatMap(({ cell, from, to }): Named[] => {
      const label = find(cell.text) ?? findSum(cell.text);
      return label === null ? [] : [{ label, from, to, cell }];
    });
    const others = cells.filter(
      ({ cell }) => !found.some((one) => one.cell === cell) && !words.has(bareOf(cell.text)),
    );
    const inList = found.filter(({ label }) => label.part !== null && fieldOf(label.key)?.type === 'list');
    if (inList.length >= 2 && others.length === 0) {
      const key = inList[0]?.label.key ?? '';
      const columns = inList.map(({ label, from, to }) => ({ part: label.part ?? '', from, to }));
      if (list?.key === key && list.count === 0) {
        const isOver = ({ from, to }: { from: number; to: number }) =>
          columns.some((one) => one.from >= from && one.to <= to);
        list.columns = [...list.columns.filter((one) => !isOver(one)), ...columns];
      } else list = { key, columns, count: 0 };
      block = key;
      return true;
    }
    const texts = found.filter(({ label }) => !isBlock(label) && fieldOf(label.key)?.type !== 'list');
    const isHeaded = over !== null && isBlock(over) && texts.length === found.length - 1;
    // One name alone in its row has its text in the next one, over the whole line.
    if (others.length > 0 || texts.length === 0 || !(isHeaded || texts.length === found.length)) return false;
    const isOne = texts.length === 1 && cells.length === 1 && (cells[0]?.to ?? 0) > (cells[0]?.from ?? 0);
    if (texts.length < 2 && !isOne) return false;
    above = isHeaded ? found : texts;
    return true;
  };

  const openBlock = ({ key, unit }: Label) => {
    block = key;
    if (unit !== '') units.set(key, unit);
  };

  const read = (row: SourceRow): void => {
    const all = placeCells(row);
    if (readList(all)) return;
    // The name of a block is merged beside its parts and their values.
    const cells = all.filter(({ cell }) => !above.some((one) => one.cell === cell));
    // Only the very next row, and only one without names: the names may have had empty cells behind them.
    const taken = above;
    above = [];
    if (taken.length > 0 && cells.every(({ cell }) => find(cell.text) === null)) {
      if (cells.some(({ from, to }) => taken.some((one) => one.from <= to && from <= one.to))) {
        for (const { cell, from, to } of cells) {
          const own = taken.find((one) => one.from <= to && from <= one.to);
          if (own !== undefined) set(own.label, cell, cell.text);
          else if (!words.has(bareOf(cell.text))) notes.push(unused(cell));
        }
        return;
      }
    }
    if (readLabels(cells)) return;
    let pending: Label | null = null;
    let isFirst = true;
    const left: SourceCell[] = [];
    const names = cells.map(({ cell }) => bareOf(cell.text));
    for (const [at, { cell }] of cells.entries()) {
      const bare = names[at] ?? '';
      // Blocks side by side have the same names.
      const isRepeated = names.indexOf(bare) !== names.lastIndexOf(bare);
      const label = find(
        cell.text,
        isRepeated ? names.slice(0, at).filter((name) => name === bare).length : null,
      );
      if (label !== null) {
        isFirst = false;
        if (isBlock(label)) openBlock(label);
        else block = label.part === null ? null : label.key;
        pending = isBlock(label) || fieldOf(label.key)?.type === 'list' ? null : label;
      } else if (pending !== null) {
        set(pending, cell, cell.text);
        pending = null;
      } else if (readInline(cell)) isFirst = false;
      else if (ABOUT.has(bare)) pending = { key: bare, part: null, unit: '' };
      else if (words.has(bare) || isTitle(cell.text, form)) isFirst = false;
      else if (cells.length === 1 && YEAR.test(bare)) about.set('年度', bare);
      else if (isFirst && isLoose && last !== null) {
        // A line without a name goes on where the one before it was broken.
        const joiner = /[。！？；]$/u.test(last.text) ? '\n' : '';
        last.text = `${last.text}${joiner}${cell.text}`;
        notes.push(
          repaired(cell.place, 'import/goes-on', { key: last.key, text: quoteShort(cell.text) }, [cell.text]),
        );
        isFirst = false;
      } else left.push(cell);
    }
    notes.push(...(left.length === cells.length ? [unusedRow(row)] : left.map(unused)));
  };

  const isFact = (row: SourceRow) => {
    const [first] = placeCells(row);
    if (first === undefined) return false;
    const name = /^([^：:]{1,20})[：:]/u.exec(first.cell.text)?.[1] ?? first.cell.text;
    return find(name) !== null || ABOUT.has(bareOf(name)) || words.has(bareOf(first.cell.text));
  };
  const begins = (row: SourceRow) => {
    const [first] = placeCells(row);
    const label = first === undefined ? null : find(first.cell.text.split(/[：:]/u)[0] ?? '');
    return label !== null && fieldOf(label.key)?.role === 'name';
  };
  return { facts, about, notes, isFact, begins, read };
}

export function unused(cell: Pick<SourceCell, 'text' | 'place'>): Note {
  return doubtful(cell.place, 'import/unused', { text: quoteShort(cell.text) }, [cell.text]);
}

/** The same for a row of which nothing is known. */
export function unusedRow(row: SourceRow): Note {
  const texts = placeCells(row).map(({ cell }) => cell.text);
  return doubtful(row.place, 'import/unused', { text: quoteShort(texts.join('｜')) }, texts);
}

/** What a form prints that is neither a name nor a value. */
function listWords({ head, foot, fields }: Form): ReadonlySet<string> {
  const ofLine = (line: HeadLine): string[] => {
    switch (line.kind) {
      case 'beside':
        return [line.label ?? ''];
      case 'heading':
        return [line.text];
      case 'room':
        return [line.label, line.closing];
      case 'signatures':
        return [...line.names];
      case 'note':
        return [line.text];
      default:
        return [];
    }
  };
  const ofBlock = ({ block }: Field) => [
    block?.total ?? '',
    ...(block?.parts ?? []).map(({ above }) => above ?? ''),
  ];
  const words = [...[...head, ...foot].flatMap(ofLine), ...fields.flatMap(ofBlock)];
  return new Set(words.filter((word) => word !== '').map(bareHeading));
}

/** 续表, or a title with （续）: what is below it belongs to the table above. */
export function isContinued(text: string): boolean {
  return /^[（(]?(?:[接续]上?表|续)[\d一二三四五六七八九十]{0,2}[）)]?$|[（(]续表?[\d一二三四五六七八九十]{0,2}[）)]$/u.test(
    text.slice(-60).replace(/\s/gu, ''),
  );
}

/** The title of a form, whatever year is before it, or the number of the annex that it is. */
export function isTitle(text: string, { title }: Pick<Form, 'title'>): boolean {
  const bare = text.replace(/[\s#]/gu, '');
  const isOfForm = /(?:绩效|目标|自评|监控).{0,12}(?:表|汇总|清单)(?:[（(].{1,20}[）)])?$/u.test(bare);
  return (
    bare.length <= 40 &&
    (bare.endsWith(title) || isOfForm || /^附[件表][\d一二三四五六七八九十-]{0,5}[:：]?$/u.test(bare))
  );
}
