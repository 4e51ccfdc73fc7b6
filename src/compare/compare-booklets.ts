import { FORM_KEYS, type FormKind } from '../form/words.ts';
import { type Booklet, levelKey } from '../read/booklet.ts';
import { compareText } from '../report/diagnostic.ts';
import type { BookletChange } from './comparison.ts';
import { listChanges } from './difference.ts';
import { type PrintedValue, toPrinted } from './printed.ts';

/** What a year's booklet.yaml said and says; null where there is none. Null when they say the same. */
export function compareBooklets(
  at: { year: string; file: string },
  before: Booklet | null,
  after: Booklet | null,
): BookletChange | null {
  const fields = listChanges(listFields(before), listFields(after), 'field');
  if (before === null && after === null) return null;
  if (before !== null && after !== null && fields.length === 0) return null;
  return { ...at, change: before === null ? 'added' : after === null ? 'removed' : 'changed', fields };
}

/** Its keys in the order of the schema; lists have a line for each entry. Defaults are not distinguished from what is absent. */
function listFields(booklet: Booklet | null): PrintedValue[] {
  if (booklet === null) return [];
  const { title, unit, unitCode, year, date, notes, order, formNames, tree, levels, misprints, formats } =
    booklet;
  const lines = (entries: string[]) => entries.join('\n');
  const texts: [key: string, text: string][] = [
    ['标题', toPrinted(title)],
    ['单位', toPrinted(unit)],
    ['单位编码', unitCode?.text ?? ''],
    ['年度', year],
    ['编制日期', date ?? ''],
    ['说明', toPrinted(notes?.text ?? '')],
    ['顺序', lines(order.map(({ text }) => toPrinted(text)))],
    ['表式', lines([...formNames].map(([kind, { text }]) => writeFormName(kind, toPrinted(text))))],
    ['指标体系', tree],
    [
      '检查',
      lines([...levels].map(([code, { severity }]) => `${code}: ${levelKey(severity)}`).sort(compareText)),
    ],
    ['常见错字', lines([...misprints].map(([wrong, right]) => `${wrong}: ${right}`).sort(compareText))],
    ['内容', booklet.summaryOnly === null ? '' : '汇总'],
    ['另存', lines([...formats].sort(compareText))],
  ];
  return texts.filter(([, text]) => text !== '').map(([key, text]) => ({ key, text, figure: null }));
}

/** Most years name one form only. */
function writeFormName(kind: FormKind, name: string): string {
  return kind === 'goal' ? name : `${FORM_KEYS[kind]}: ${name}`;
}
