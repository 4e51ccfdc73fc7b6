import { SYSTEM_ROW } from '../project/form.ts';
import type { ParsedSource } from '../project/parse.ts';
import { TO_FILL } from '../project/to-fill.ts';
import { parseAmount, parseFigure } from '../project/value.ts';
import { isSchemaLine } from '../tidy/attach-comments.ts';
import { type Entry, toLayout, type Value } from '../tidy/layout.ts';
import { writeTidily } from '../tidy/tidy.ts';
import { markFigures } from './mark-figures.ts';
import type { Draft } from './skeleton.ts';

/** Characters: an old value up to this fits behind the new one; a longer one stands above it. */
const SHORT = 30;

/**
 * Last year's table for a new year: names and structure stay; 待填 takes the place of every figure and date, and the old
 * words stand beside it in a comment. The row that the budget system fills in stays as it is.
 */
export function carryOver(parsed: ParsedSource, draft: Draft): string {
  const layout = toLayout(parsed);
  const header = layout.header.filter(({ text }) => !isSchemaLine(text));
  return writeTidily({
    header: [{ text: `# yaml-language-server: $schema=${draft.schema}`, isApart: false }, ...header],
    entries: layout.entries.map((entry) => carryEntry(entry, draft)),
    footer: layout.footer,
  });
}

function carryEntry(entry: Entry, draft: Draft): Entry {
  const known = { ...entry, leading: entry.leading.filter(({ text }) => !isOld(text)) };
  if (known.trailing !== null && isOld(known.trailing)) known.trailing = null;
  const { value } = known;
  if ('entries' in value) {
    if (isControlRow(value)) return known;
    return { ...known, value: { ...value, entries: value.entries.map((inner) => carryEntry(inner, draft)) } };
  }
  const old = value.kind === 'raw' ? value.lines.join('\n') : value.text;
  const { text, changed } = carryText(old, entry.key ?? '', draft);
  if (text === old) return known;
  const carried: Entry = {
    ...known,
    value: { kind: 'text', text, style: value.kind === 'raw' ? 'block' : value.style },
  };
  const [only, ...more] = changed;
  if (
    only !== undefined &&
    more.length === 0 &&
    only.length <= SHORT &&
    known.trailing === null &&
    !old.includes('\n')
  ) {
    return { ...carried, trailing: toComment(only) };
  }
  // Above the entry's own comments, because one of those may speak to the check of the line below.
  return {
    ...carried,
    leading: [...changed.map((line) => ({ text: toComment(line), isApart: false })), ...known.leading],
  };
}

/** What a value becomes, and the old lines that are no longer in it. */
function carryText(old: string, key: string, { name, code }: Draft): { text: string; changed: string[] } {
  const replace = (text: string) => ({ text, changed: [old.trim()] });
  switch (key) {
    case '项目名称':
      return { text: name, changed: [] };
    case '项目编码':
      return code === null ? replace(TO_FILL) : { text: code, changed: [] };
    case '指标值': {
      const figure = parseFigure(old);
      return replace('wording' in figure ? TO_FILL : `${figure.operator} ${TO_FILL} ${figure.unit}`);
    }
    case '预算金额': {
      const amount = parseAmount(old);
      return replace('wording' in amount ? TO_FILL : `${TO_FILL} ${amount.unit}`);
    }
    default: {
      const lines = old.split('\n').map((line) => ({ line, marked: markFigures(line) }));
      return {
        text: lines.map(({ marked }) => marked).join('\n'),
        changed: lines.filter(({ line, marked }) => line !== marked).map(({ line }) => line.trim()),
      };
    }
  }
}

function isControlRow({ entries }: Value & { entries: Entry[] }): boolean {
  return entries.some(
    ({ key, value }) => key === '三级指标' && value.kind === 'text' && value.text.trim() === SYSTEM_ROW,
  );
}

function toComment(old: string): string {
  return `# 去年：${old}`;
}

/** A comment of the year before last. */
function isOld(comment: string): boolean {
  return /^#\s*去年：/.test(comment);
}
