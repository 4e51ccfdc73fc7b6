import { type Diagnostic, diagnose } from '../../report/diagnostic.ts';
import type { Check } from '../check.ts';
import { applyToTexts, type PrintedText, placeInText, rewriteText, type TextRule } from '../printed-texts.ts';

/** Anything in angle brackets, or in the shape of an entity; bounded, so that hostile text costs no more than other text. */
const MARK = /<[^<>]{1,300}>|&#?[a-z\d]{2,8};/gi;
/** HTML's own tags, or anything in the shape of a tag that has an attribute; `<3 天>` and `甲<乙` are none. */
const TAG =
  /^<(?:\/?(?:p|br|hr|div|span|a|b|i|u|s|em|strong|font|table|thead|tbody|tr|td|th|ul|ol|li|img|h[1-6]|style|script|iframe|object|embed|sub|sup|center|section|pre|code|blockquote|o:p|svg|link|meta|html|body|head|form|input|button)(?:[\s/][^<>]*)?>|[a-z][\w:-]*\s[^<>=]*=|!--)/i;
const ENTITY =
  /^&(?:nbsp|[ae]msp|ensp|thinsp|amp|lt|gt|quot|apos|[lr][ds]quo|[mn]dash|hellip|middot|bull|times|divide|deg|copy|reg|yen|sect|permil|[gl]e|ne|zwn?j|[lr]aquo|#\d{1,7}|#x[\da-f]{1,6});$/i;

function isHtml(mark: string): boolean {
  return TAG.test(mark) || ENTITY.test(mark);
}

/** Tags and entities that came along from a web page or a rich-text editor. */
const findHtml: TextRule = (printed) => {
  const found = [...printed.text.matchAll(MARK)].find(([mark]) => isHtml(mark));
  if (found === undefined) return [];
  const corrected = withoutHtml(printed.text);
  const isKnown = corrected !== null && corrected !== '' && corrected.length <= 60;
  if (!isKnown) return [tell('text/html', printed, found)];
  const told = tell('text/html#corrected', printed, found, corrected);
  // What is left of a figure may need more than this.
  const isFigure = printed.key === '指标值' || printed.key === '预算金额';
  return [isFigure ? told : { ...told, fix: rewriteText(printed, corrected) }];
};

/** Tags that change what a figure or a word says: 10<sup>4</sup>, a sentence that is struck out. */
const MEANS_SOMETHING = /<\/?(?:sup|sub|s|strike|del|ins|ruby|rt)[\s>/]/i;

/** What entities stand for, but blanks and what is a sign of markup itself. */
const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  divide: '÷',
  deg: '°',
  copy: '©',
  reg: '®',
  yen: '¥',
  sect: '§',
  permil: '‰',
  ge: '≥',
  le: '≤',
  ne: '≠',
  laquo: '«',
  raquo: '»',
};

/** The words of a text without its tags; null where that could change what it says. */
function withoutHtml(text: string): string | null {
  if (MEANS_SOMETHING.test(text)) return null;
  const plain = text
    .replace(MARK, (mark) => (isHtml(mark) ? (ENTITIES[mark.slice(1, -1).toLowerCase()] ?? '\0') : mark))
    // A tag divides Latin words; between Han characters there is no blank.
    .replace(/ ?\0[ \0]{0,50}/g, (_, index: number, whole: string) => (isInLatin(whole, index) ? ' ' : ''))
    .trim();
  return /[<>&\n\0]/.test(plain) ? null : plain;
}

function isInLatin(text: string, index: number): boolean {
  const behind = text.slice(index, index + 60).replace(/^[ \0]{1,60}/, '');
  return /[A-Za-z\d]$/.test(text.slice(0, index)) && /^[A-Za-z\d]/.test(behind);
}

/** Braces of a template that was never filled in. */
const findBraces: TextRule = (printed) => {
  const found = /\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|\{\{|\}\}/.exec(printed.text);
  return found === null ? [] : [tell('text/braces', printed, found)];
};

/** `[words](address)`, `![picture](address)`, `**bold**`, `# heading`; 黔南考发[2021](试行) has no address. */
const MARKDOWN =
  /!?\[[^[\]\n]*\]\([^()\s]{0,200}[/.#][^()\s]{0,200}\)|\*\*[^*\s](?:[^*\n]*[^*\s])?\*\*|__[\p{Script=Han}][^_\n]*__|^#{1,6} +\S.*/mu;

/** Signs of Markdown. */
const findMarkdown: TextRule = (printed) => {
  const found = MARKDOWN.exec(printed.text);
  return found === null ? [] : [tell('text/markdown', printed, found)];
};

/** A function's call, a cell with what may follow it in a formula, or DDE's `cmd|`. */
const FORMULA =
  /^\s*[=＝+@-]\s*(?:[a-z][a-z\d.]*\(|\$?[a-z]{1,3}\$?\d{1,7}(?=\s*(?:$|[-+*/:,)!&]))|[a-z]+\|)/i;

/** A formula that was copied out of a spreadsheet instead of its result; 指标值 begins with a sign by right. */
const findFormula: TextRule = (printed) => {
  if (printed.key === '指标值') return [];
  const found = FORMULA.exec(printed.text);
  if (found === null) return [];
  const line = printed.text.split('\n')[0] ?? '';
  return [
    diagnose('warning', 'text/formula', placeInText(printed, 0, line.length), {
      formula: line.trim().slice(0, 40),
    }),
  ];
};

function tell(wording: string, printed: PrintedText, found: RegExpExecArray, corrected?: string): Diagnostic {
  const end = found.index + found[0].length;
  const args = { markup: found[0].slice(0, 40) };
  const at = placeInText(printed, found.index, end);
  return diagnose('warning', wording, at, corrected === undefined ? args : { ...args, corrected });
}

export const markupChecks: readonly Check[] = [
  {
    codes: {
      'text/html': 'warning',
      'text/braces': 'warning',
      'text/markdown': 'warning',
      'text/formula': 'warning',
    },
    run: (year) => applyToTexts(year, [findHtml, findBraces, findMarkdown, findFormula]),
  },
];
