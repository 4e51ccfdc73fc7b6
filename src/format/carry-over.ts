import { FIGURE_KEY, type Form, NAME_KEY } from '../form/form.ts';
import { TO_FILL } from '../form/to-fill.ts';
import { parseAmount, parseFigure } from '../form/value.ts';
import type { KeyType } from '../form/vocabulary.ts';
import { isDate, rewriteYear } from '../form/written-date.ts';
import type { ParsedSource } from '../read/parse.ts';
import { BOOKLET_STEM } from '../read/source.ts';
import { isSuppression } from '../read/suppressions.ts';
import { isSchemaLine, schemaLine } from './attach-comments.ts';
import { orderOf } from './key-order.ts';
import type { Comment, Entry } from './layout.ts';
import { markFigures } from './mark-figures.ts';
import { toLayout } from './read-layout.ts';
import type { Draft } from './skeleton.ts';
import { writeTidily } from './tidy.ts';

/** Characters: an old value up to this fits behind the new one; a longer one is above it. */
const SHORT = 30;

/** What a value of a key becomes, and the old lines that are no longer in it; and which rows stay as they are. */
interface Carry {
  value: (old: string, key: string) => Carried;
  stays: (row: Entry[]) => boolean;
}

interface Carried {
  text: string;
  changed: string[];
}

/**
 * Last year's table for a new year: names and structure stay; 待填 takes the place of every figure and date, and the old
 * words are beside it in a comment. The row that the budget system fills in keeps its figure. What was to be ignored last
 * year is looked at again: no `# 忽略` is carried over.
 */
export function carryOver(parsed: ParsedSource, draft: Draft): string {
  const { types } = orderOf(parsed.words, false);
  return carry(parsed, draft.schema, {
    value: (old, key) => carryText(old, types.get(key), draft),
    stays: (row) => isFixed(row, draft.form),
  });
}

/** Last year's booklet.yaml for a new year: the year moves on in 年度, 标题 and 说明, any other date is to fill in. */
export function carryBooklet(
  parsed: ParsedSource,
  { schema, year }: { schema: string | null; year: string },
): string {
  const { root } = parsed;
  const before = Number(root.get('年度'));
  const value = (old: string, key: string): Carried => {
    if (key === '年度') return { text: year, changed: [] };
    if (key === '编制日期') return { text: TO_FILL, changed: [old.trim()] };
    if (key !== '标题' && key !== '说明') return { text: old, changed: [] };
    return carryLines(old, (line) =>
      markFigures(line, ({ text, years: [named] }) =>
        named?.year === before && named.text === text ? rewriteYear(named, Number(year)) : null,
      ),
    );
  };
  return carry(parsed, schema, { value, stays: () => false });
}

function carry(parsed: ParsedSource, schema: string | null, rules: Carry): string {
  const layout = toLayout(parsed);
  const header = layout.header.filter(({ text }) => !isSchemaLine(text) && isKept(text));
  const carried = {
    header: [...schemaLine(schema).map((text) => ({ text, isApart: false })), ...header],
    entries: layout.entries.map((entry) => carryEntry(forget(entry), rules)),
    footer: keep(layout.footer),
  };
  return writeTidily(carried, orderOf(parsed.words, parsed.source.stem === BOOKLET_STEM));
}

/** The entry without the comments of the year before last, and without its suppressions. */
function forget(entry: Entry): Entry {
  const { leading, trailing, after, value } = entry;
  return {
    ...entry,
    leading: keep(leading),
    after: keep(after),
    trailing: trailing !== null && isKept(trailing) ? trailing : null,
    value: 'entries' in value ? { ...value, entries: value.entries.map(forget) } : value,
  };
}

function keep(comments: readonly Comment[]): Comment[] {
  return comments.filter(({ text }) => isKept(text));
}

function isKept(comment: string): boolean {
  return !/^#\s*去年：/.test(comment) && !isSuppression(comment);
}

function carryEntry(entry: Entry, rules: Carry): Entry {
  const { value } = entry;
  if ('entries' in value) {
    const stays = rules.stays(value.entries);
    const entries = value.entries.map((inner) =>
      stays && inner.key === FIGURE_KEY ? inner : carryEntry(inner, rules),
    );
    return { ...entry, value: { ...value, entries } };
  }
  const old = value.kind === 'raw' ? value.lines.join('\n') : value.text;
  const { text, changed } = rules.value(old, entry.key ?? '');
  if (text === old) return entry;
  const carried: Entry = {
    ...entry,
    value: { kind: 'text', text, style: value.kind === 'raw' ? 'block' : value.style },
  };
  const [only, ...more] = changed;
  const isShort = only !== undefined && more.length === 0 && only.length <= SHORT && !old.includes('\n');
  if (isShort && entry.trailing === null) return { ...carried, trailing: toComment(only) };
  return {
    ...carried,
    leading: [...changed.map((line) => ({ text: toComment(line), isApart: false })), ...entry.leading],
  };
}

function carryText(old: string, type: KeyType | undefined, { name, code }: Draft): Carried {
  const replace = (text: string) => ({
    text,
    changed: old.split(/[\r\n]+/).flatMap((line) => line.trim() || []),
  });
  switch (type) {
    case 'name':
      return { text: name ?? old, changed: [] };
    case 'code':
      return code === null ? replace(TO_FILL) : { text: code, changed: [] };
    case 'figure': {
      if (old.includes(TO_FILL)) return { text: old, changed: [] };
      const figure = parseFigure(old);
      return replace('wording' in figure ? TO_FILL : `${figure.operator} ${TO_FILL} ${figure.unit}`);
    }
    case 'amount': {
      if (old.includes(TO_FILL)) return { text: old, changed: [] };
      const amount = parseAmount(old);
      return replace('wording' in amount ? TO_FILL : `${TO_FILL} ${amount.unit}`);
    }
    // 301医院 and a telephone number are not figures of the year.
    case 'line':
    case 'choice':
      return { text: old, changed: [] };
    case 'period':
      return old.includes(TO_FILL) ? { text: old, changed: [] } : replace(TO_FILL);
    default:
      return isDate(old) ? replace(TO_FILL) : carryLines(old, (line) => markFigures(line));
  }
}

function carryLines(old: string, rewrite: (line: string) => string): Carried {
  const lines = old.split('\n').map((line) => ({ line, written: rewrite(line) }));
  return {
    text: lines.map(({ written }) => written).join('\n'),
    changed: lines.filter(({ line, written }) => line !== written).map(({ line }) => line.trim()),
  };
}

function isFixed(row: readonly Entry[], { fixedRows }: Form): boolean {
  const names = fixedRows.map(({ values }) => values[NAME_KEY]);
  return row.some(
    ({ key, value }) => key === NAME_KEY && value.kind === 'text' && names.includes(value.text.trim()),
  );
}

function toComment(old: string): string {
  return `# 去年：${old}`;
}
