import { NAME_KEY } from '../../form/form.ts';
import { findLabel, findLeftovers, type Leftover } from '../../form/to-fill.ts';
import { says } from '../../messages/catalogue.ts';
import { listScalars } from '../../read/scalars.ts';
import { placeIn } from '../printed-texts.ts';
import { type Rule, sourceRule } from '../rule.ts';

/**
 * Whatever is left to fill in, at its place: the 待填 that `npm run new` writes, and what people leave of a blank form: XX年,
 * ≥（ ）个, 同上.
 */
export const toFill = sourceRule({
  code: 'text/to-fill',
  severity: 'error',
  docs: {
    zh: '还没有填的内容，空白表上的字',
    en: 'something is still to be filled in, or left of a blank form',
    example: '≥（ ）个',
  },
  messages: {
    default: says(
      '“{key}”还没有填：这里写着“{found}” ⇒ 把“{found}”换成内容',
      '“{key}” is still to be filled in: it says “{found}” ⇒ Put the content in the place of “{found}”',
    ),
    label: {
      severity: 'warning',
      ...says(
        '“{found}”是空白表上的字，不是指标名称 ⇒ 删去“{found}”',
        '“{found}” is printed on the blank form and no part of the name ⇒ Delete “{found}”',
      ),
    },
  },
  check({ parsed }, report) {
    for (const { key: own, above, ...located } of listScalars(parsed)) {
      if (ABOUT_WORDS.has(above)) continue;
      const key = own || above;
      const { text } = located;
      const place = ({ index, text: { length } }: Leftover) =>
        placeIn(located, parsed.source.text, index, index + length);
      const leftovers = findLeftovers(text, key, parsed.words.prose.has(key));
      for (const found of leftovers) report('default', place(found), { key, found: toShow(found) });
      const label = leftovers.length === 0 && key === NAME_KEY ? findLabel(text) : null;
      if (label !== null) report('label', place(label), { found: label.text });
    }
  },
});

/** 常见错字 and 检查 are about words, 表式 names forms, and no page shows them. */
const ABOUT_WORDS: ReadonlySet<string> = new Set(['常见错字', '检查', '表式']);

/** Blanks of a blank form are shown as they are, but not whole lines of them. */
function toShow({ text }: Leftover): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}

export const toFillRules: readonly Rule[] = [toFill];
