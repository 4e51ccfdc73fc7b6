import { isScalar, type Node, type YAMLMap } from 'yaml';
import { FIGURE_KEY, type Form, keyOfRole, NAME_KEY, OTHER_KEY, WORDS_KEY } from '../form/form.ts';
import type { ValueFault } from '../form/value.ts';
import { type Diagnostic, diagnose } from '../report/diagnostic.ts';
import { renameKey, rewriteInline, writeInline } from './edit.ts';
import type { Located } from './located.ts';

export interface ValuePlace {
  form: Form;
  source: string;
  /** Of a target: the row that it is in. */
  row: YAMLMap | undefined;
}

/** Why a value is refused, with what its form has for it instead. */
export function explainValue(
  { wording, corrected, example = '', other = '' }: ValueFault,
  located: Located,
  { form, source, row }: ValuePlace,
): Diagnostic {
  const { at } = located;
  const text = located.text.trim();
  const has = (key: string) => form.rowFields.some((field) => field.key === key);
  const key = wording === 'value/date' && example !== '' && has(WORDS_KEY) ? findKey(row) : null;
  if (key !== null && !row?.has(WORDS_KEY)) {
    const [start = 0, end = 0] = key.range ?? [];
    const edits = [renameKey({ start, end }, WORDS_KEY)];
    if (example !== text) edits.push(rewriteInline(source, located, example));
    const args = { text, corrected: `${WORDS_KEY}: ${example}` };
    return diagnose('error', 'value/date#corrected', at, args, { edits });
  }
  const name = row?.get(NAME_KEY);
  if (wording === 'value/name-in-value' && corrected !== null && !saysOnly(text, String(name))) {
    return diagnose('error', wording, at, { text, example: corrected });
  }
  if (corrected === null) {
    // Beside a Han character a figure of a text has no blank.
    const plain = text.replace(/(?<=\d) (?=\p{Script=Han})/gu, '');
    const explanation = keyOfRole(form, 'explanation') ?? '';
    const variant = variantOf(wording, { words: has(WORDS_KEY), other: has(OTHER_KEY), explanation });
    return diagnose('error', `${wording}${variant}`, at, { text, example, other, plain, explanation });
  }
  const fix = { edits: [rewriteInline(source, located, corrected)] };
  return diagnose('error', `${wording}#corrected`, at, { text, corrected: writeInline(corrected) }, fix);
}

/** Where the hint names a key of the row that takes what is no figure: one for forms that do not have it. */
function variantOf(wording: string, has: { words: boolean; other: boolean; explanation: string }): string {
  switch (wording) {
    case 'value/range':
      if (has.other) return has.explanation === '' ? '#other' : '';
      return has.words ? '#words' : '#plain';
    case 'value/about':
      return has.other ? '' : '#plain';
    case 'value/date':
    case 'value/no-number':
    case 'value/not-one-figure':
      return has.words ? '' : '#plain';
    case 'value/date#limit':
      return has.words ? '' : '-plain';
    default:
      return '';
  }
}

function findKey(row: YAMLMap | undefined): Node | null {
  const pair = row?.items.find(({ key }) => isScalar(key) && key.value === FIGURE_KEY);
  return isScalar(pair?.key) ? (pair.key as Node) : null;
}

/** Whether the words before a figure are in the indicator's name, so that nothing is lost without them. */
function saysOnly(text: string, name: string): boolean {
  const words = /^[^=><≥≤＝＞＜≧≦]*/u.exec(text)?.[0].replace(/[\s:：]/gu, '') ?? '';
  return name.replace(/\s/gu, '').includes(words);
}
