import type { YAMLMap } from 'yaml';
import { FIGURE_KEY, type Form, keyOfRole, NAME_KEY, OTHER_KEY, WORDS_KEY } from '../form/form.ts';
import type { ValueFault } from '../form/value.ts';
import { type MessageName, variantOf } from '../messages/wording.ts';
import type { Located } from '../report/diagnostic.ts';
import { type Diagnostic, diagnose } from '../report/diagnostic.ts';
import { renameKey, rewriteInline, writeInline } from './edit.ts';
import { findNode } from './parse.ts';

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
  const key =
    wording === 'value/date' && example !== '' && has(WORDS_KEY) && row
      ? findNode(row, [FIGURE_KEY]).keys[0]
      : undefined;
  if (key !== undefined && !row?.has(WORDS_KEY)) {
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
    const own = wordingFor(wording, { words: has(WORDS_KEY), other: has(OTHER_KEY), explanation });
    return diagnose('error', variantOf(own), at, { text, example, other, plain, explanation });
  }
  const fix = { edits: [rewriteInline(source, located, corrected)] };
  return diagnose(
    'error',
    variantOf(wording, 'corrected'),
    at,
    { text, corrected: writeInline(corrected) },
    fix,
  );
}

/** Where the hint names a key of the row that takes what is no figure: one for forms that do not have it. */
function wordingFor(
  wording: MessageName,
  has: { words: boolean; other: boolean; explanation: string },
): MessageName {
  switch (wording) {
    case 'value/range':
      if (has.other) return has.explanation === '' ? 'value/range#other' : wording;
      return has.words ? 'value/range#words' : 'value/range#plain';
    case 'value/about':
      return has.other ? wording : 'value/about#plain';
    case 'value/date#limit':
      return has.words ? wording : 'value/date#plain';
    case 'value/date':
    case 'value/no-number':
    case 'value/not-one-figure':
      return has.words ? wording : `${wording}#plain`;
    default:
      return wording;
  }
}

/** Whether the words before a figure are in the indicator's name, so that nothing is lost without them. */
function saysOnly(text: string, name: string): boolean {
  const words = /^[^=><≥≤＝＞＜≧≦]*/u.exec(text)?.[0].replace(/[\s:：]/gu, '') ?? '';
  return name.replace(/\s/gu, '').includes(words);
}
