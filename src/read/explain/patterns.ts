import type { Located } from '../../report/diagnostic.ts';
import { type Diagnostic, diagnose, type Fix, type Span } from '../../report/diagnostic.ts';
import { rewriteInline, rewriteValue } from '../edit.ts';
import type { ParsedSource } from '../parse.ts';
import { BOOKLET_STEM } from '../source.ts';
import { quote } from './lines.ts';

export function explainPattern(
  key: string,
  located: Located,
  { source: { text: source, stem }, words }: ParsedSource,
): Diagnostic {
  const { text, at } = located;
  const args = { key, text: quote(text) };
  const fix = (value: string) => ({ edits: [rewriteValue(source, located, value)] });
  // A form may have a column of that name.
  if (stem === BOOKLET_STEM && key === '单位编码') return diagnose('error', 'code/unit-shape', at, args);
  const type = words.types.get(key);
  if (type === 'code') return explainCode(args, text, at, fix);
  if (type === 'name') {
    return explainName(args, text, at, (value) => ({ edits: [rewriteInline(source, located, value)] }));
  }
  if (type === 'weight') {
    const corrected = /^(\d{1,3}(?:\.\d{1,2})?)\s?[分%]?$/.exec(text.normalize('NFKC').trim())?.[1];
    if (corrected === undefined) return diagnose('error', 'value/weight', at, args);
    return diagnose('error', 'value/weight#corrected', at, { ...args, corrected }, fix(corrected));
  }
  switch (key) {
    case '年度': {
      const corrected = /^\D{0,2}(20\d{2})\D{0,2}$/.exec(text.normalize('NFKC'))?.[1];
      if (corrected === undefined) return diagnose('error', 'date/year-shape', at, args);
      return diagnose('error', 'date/year-shape#corrected', at, { ...args, corrected }, fix(corrected));
    }
    case '编制日期': {
      const corrected = correctDate(text);
      if (corrected === null) return diagnose('error', 'date/shape', at, args);
      return diagnose('error', 'date/shape#corrected', at, { ...args, corrected }, fix(corrected));
    }
    default:
      return diagnose('error', 'schema/pattern', at, args);
  }
}

type Args = Record<'key' | 'text', string>;

/** 21 characters; the places of wrong ones are known by the code's own checks. */
const CODE_LENGTH = 21;

function explainCode(args: Args, text: string, at: Span, fix: (value: string) => Fix): Diagnostic {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s“”"'-]/g, '')
    .toUpperCase();
  // A letter that no code has is reported first: the code has to be compared anyway.
  if (/^\d{8}[A-Z][0-9A-HJ-NP-RTUWXY]{12}$/.test(plain)) {
    return diagnose('error', 'code/shape#corrected', at, { ...args, corrected: plain }, fix(plain));
  }
  const length = Array.from(text).length;
  if (length === CODE_LENGTH) return diagnose('error', 'code/shape', at, args);
  return diagnose('error', 'code/shape#length', at, { ...args, length: String(length) });
}

function explainName(args: Args, text: string, at: Span, fix: (value: string) => Fix): Diagnostic {
  if (/[\r\n\u2028\u2029]/.test(text)) {
    const lines = text.split(/[\r\n\u2028\u2029]/).map((line) => line.trim());
    const corrected = lines.join('');
    const shown = { ...args, corrected: quote(corrected) };
    return diagnose('error', 'name/characters#lines', at, shown, fix(corrected));
  }
  return diagnose('error', 'name/characters', at, args);
}

/** `2022年1月5日`, `2022.1.5`, `2022/1/5` → `2022-01-05`; null for no date of the calendar. */
function correctDate(text: string): string | null {
  const found = /^\s*(\d{4})\D(\d{1,2})\D(\d{1,2})\D?\s*$/.exec(text.normalize('NFKC'));
  if (found === null) return null;
  const [, year = '', month = '', day = ''] = found;
  const corrected = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${corrected}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== corrected ? null : corrected;
}
