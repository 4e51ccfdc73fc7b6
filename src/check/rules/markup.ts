import { says, saysOnly } from '../../messages/catalogue.ts';
import type { Span } from '../../report/diagnostic.ts';
import { listMatches } from '../../util/list-matches.ts';
import { readPairs } from '../../util/word-list.ts';
import { placeInText, rewriteText, type ScalarText } from '../printed-texts.ts';
import { type Rule, textRule } from '../rule.ts';

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

const html = textRule({
  code: 'text/html',
  severity: 'warning',
  docs: { zh: '网页标签，会原样印出来', en: 'HTML, which prints as it is', example: '<p style="…">' },
  messages: {
    default: says(
      '这里有网页标签“{markup}”，会原样印出来 ⇒ 删掉标签，只留文字；另起一段就空一行',
      'There is HTML here: “{markup}”. It prints as written ⇒ Remove the tags; an empty line begins a paragraph',
    ),
    corrected: says(
      '这里有网页标签“{markup}”，会原样印出来 ⇒ 只留文字：“{corrected}”',
      'There is HTML here: “{markup}”. It prints as written ⇒ Leave the words only: “{corrected}”',
    ),
  },
  check(printed, report) {
    const found = listMatches(MARK, printed.text).find(([mark]) => isHtml(mark));
    if (found === undefined) return;
    const { at, markup } = cite(printed, found);
    const corrected = withoutHtml(printed.text);
    if (corrected === null || corrected === '' || corrected.length > 60) {
      report('default', at, { markup });
      return;
    }
    // What is left of a figure may need more than this.
    const isFigure = printed.type === 'figure' || printed.type === 'amount';
    report('corrected', at, { markup, corrected }, isFigure ? null : rewriteText(printed, corrected));
  },
});

/** Tags that change what a figure or a word says: 10<sup>4</sup>, a sentence that is struck out. */
const MEANS_SOMETHING = /<\/?(?:sup|sub|s|strike|del|ins|ruby|rt)[\s>/]/i;

/** Characters of entities, except blanks and markup characters. */
const ENTITIES = readPairs(`
  quot→" apos→' ldquo→“ rdquo→” lsquo→‘ rsquo→’ mdash→— ndash→– hellip→… middot→· bull→• times→×
  divide→÷ deg→° copy→© reg→® yen→¥ sect→§ permil→‰ ge→≥ le→≤ ne→≠ laquo→« raquo→»
`);

/** The words of a text without its tags; null where that could change what it says. */
function withoutHtml(text: string): string | null {
  if (MEANS_SOMETHING.test(text)) return null;
  const plain = text
    .replace(MARK, (mark) => (isHtml(mark) ? (ENTITIES.get(mark.slice(1, -1).toLowerCase()) ?? '\0') : mark))
    // A tag divides Latin words; between Han characters there is no blank.
    .replace(/ ?\0[ \0]{0,50}/g, (_, index: number, whole: string) => (isInLatin(whole, index) ? ' ' : ''))
    .trim();
  return /[<>&\n\0]/.test(plain) ? null : plain;
}

function isInLatin(text: string, index: number): boolean {
  const behind = text.slice(index, index + 60).replace(/^[ \0]{1,60}/, '');
  return /[A-Za-z\d]$/.test(text.slice(0, index)) && /^[A-Za-z\d]/.test(behind);
}

const braces = textRule({
  code: 'text/braces',
  severity: 'warning',
  docs: {
    zh: '模板的花括号，会原样印出来',
    en: 'template braces, which print as they are',
    example: '{{项目名称}}',
  },
  messages: saysOnly(
    '这里有模板的花括号“{markup}”，会原样印出来 ⇒ 换成应该填的文字',
    'There are braces of a template here: “{markup}”. They print as written ⇒ Put the words in their place',
  ),
  check(printed, report) {
    const found = /\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|\{\{|\}\}/.exec(printed.text);
    if (found === null) return;
    const { at, markup } = cite(printed, found);
    report('default', at, { markup });
  },
});

/** `[words](address)`, `![picture](address)`, `**bold**`, `# heading`; 黔南考发[2021](试行) has no address. */
const MARKDOWN =
  /!?\[[^[\]\n]*\]\([^()\s]{0,200}[/.#][^()\s]{0,200}\)|\*\*[^*\s](?:[^*\n]*[^*\s])?\*\*|__[\p{Script=Han}][^_\n]*__|^#{1,6} +\S.*/mu;

const markdown = textRule({
  code: 'text/markdown',
  severity: 'warning',
  docs: { zh: '排版记号，会原样印出来', en: 'Markdown, which prints as it is', example: '**重点**' },
  messages: saysOnly(
    '这里有排版记号“{markup}”，会原样印出来 ⇒ 删掉记号，只留文字',
    'There is Markdown here: “{markup}”. It prints as written ⇒ Remove the signs and leave the words',
  ),
  check(printed, report) {
    const found = MARKDOWN.exec(printed.text);
    if (found === null) return;
    const { at, markup } = cite(printed, found);
    report('default', at, { markup });
  },
});

function cite(printed: ScalarText, { 0: text, index }: RegExpExecArray): { at: Span; markup: string } {
  return { at: placeInText(printed, index, index + text.length), markup: text.slice(0, 40) };
}

/** A function's call, a cell with what may follow it in a formula, or DDE's `cmd|`. */
const FORMULA =
  /#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)|^\s*#{4,}\s*$|^\s*[=＝+@-]\s*(?:[a-z][a-z\d.]*\(|\$?[a-z]{1,3}\$?\d{1,7}(?=\s*(?:$|[-+*/:,)!&]))|[a-z]+\|)/i;

/** A formula copied instead of its result, #REF! or ####. A 指标值 may begin with a sign. */
const formula = textRule({
  code: 'text/formula',
  severity: 'warning',
  docs: {
    zh: '电子表格公式，会原样印出来',
    en: 'a spreadsheet formula, which prints as it is',
    example: '=SUM(A1:A3)',
  },
  messages: saysOnly(
    '这里是电子表格的公式或错误值“{formula}”，会原样印出来 ⇒ 换成公式算出来的结果',
    'This is a spreadsheet formula, or its error: “{formula}”. It prints as written ⇒ Put its result in its place',
  ),
  check(printed, report) {
    if (printed.type === 'figure' || !FORMULA.test(printed.text)) return;
    const line = printed.text.split('\n')[0] ?? '';
    report('default', placeInText(printed, 0, line.length), { formula: line.trim().slice(0, 40) });
  },
});

export const markupRules: readonly Rule[] = [html, braces, markdown, formula];
