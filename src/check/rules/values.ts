import { FIGURE_KEY, keyOfRole, takesWords, WORDS_KEY } from '../../form/form.ts';
import { isPercent } from '../../form/units.ts';
import { hasSign, misreadPercentage, writeBest, writeFigure } from '../../form/value.ts';
import { says, saysOnly } from '../../messages/catalogue.ts';
import { renameKey, rewriteInline, writeInline } from '../../read/edit.ts';
import type { Located } from '../../report/diagnostic.ts';
import { readFigureInWords } from '../language/figure-in-words.ts';
import { clerkRows, correctFigure, figureRows } from '../rows.ts';
import { type Rule, tableRule } from '../rule.ts';

const notCanonical = tableRule({
  code: 'value/not-canonical',
  severity: 'suggestion',
  docs: { zh: '指标值不是规范写法', en: 'a figure that is not in the form’s spelling', example: '≥95%' },
  messages: saysOnly(
    '“{text}”能读懂，但不是规范写法 ⇒ 写成“{corrected}”',
    '“{text}” is understood, but not the usual spelling ⇒ Write “{corrected}”',
  ),
  check({ table, text }, report) {
    for (const { target } of figureRows(table)) {
      // ㎡ is reported as the character that it is.
      if (target.text === writeBest(target) || /[㎡㎥㎞㎏]/u.test(target.text)) continue;
      const { corrected, fix } = correctFigure(text, target, target);
      report('default', target.at, { text: target.text.trim(), corrected }, fix);
    }
  },
});

/** 定量（其他） says nothing without a text on how it is scored: the system refuses the row. */
const explanationMissing = tableRule({
  code: 'value/explanation-missing',
  severity: 'error',
  docs: { zh: '定量其他没有指标值说明', en: '定量其他 without 指标值说明', example: '定量其他: 按进度完成' },
  messages: saysOnly(
    '定量（其他）没有“{key}” ⇒ 在下面补上一行“{key}: ……”，说清怎样算完成、怎样评分',
    'A 定量（其他） needs its {key} ⇒ Add a line “{key}: …” that says how it is scored',
  ),
  check({ table }, report) {
    const key = keyOfRole(table.form, 'explanation');
    if (key === null) return;
    for (const { target, explanation } of clerkRows(table)) {
      if (target.kind === 'other-quantity' && explanation === null) report('default', target.at, { key });
    }
  },
});

/** 定性 that is only a number, with or without sign and unit: it is a figure, and belongs under 指标值. */
const figureInWords = tableRule({
  code: 'value/figure-in-words',
  severity: 'error',
  docs: { zh: '定性里只有数字', en: '定性 that is only a number', example: '定性: 100%' },
  messages: {
    default: says(
      '定性只有数字“{text}” ⇒ 有数字的写“指标值”，补上符号和单位，例如“{corrected} 次”',
      'The 定性 is only a number, “{text}” ⇒ Write it under 指标值 with sign and unit, for example “{corrected} 次”',
    ),
    corrected: says(
      '定性只有数字“{text}” ⇒ 把这一行改成“{corrected}”',
      'The 定性 is only a figure, “{text}” ⇒ Change the line to “{corrected}”',
    ),
    percent: says(
      '定性只有数字“{text}”，又超过了 100 % ⇒ 核对数字，再写成指标值：是不是“{corrected}”？',
      'The 定性 is only a figure, “{text}”, over 100 % ⇒ Correct it and write it as 指标值: perhaps “{corrected}”?',
    ),
  },
  check({ table, text: source }, report) {
    if (takesWords(table.form)) return;
    for (const { target } of clerkRows(table)) {
      if (target.kind !== 'qualitative') continue;
      const text = target.text.trim();
      const figure = readFigureInWords(text);
      if (figure === null) continue;
      if (figure.unit === '') {
        const corrected = `指标值: ${writeInline(writeFigure(figure).trimEnd())}`;
        report('default', target.at, { text, corrected });
        continue;
      }
      const written = writeFigure(figure);
      if (isPercent(figure.unit) && Number(figure.number) > 100 && !hasSign(text)) {
        const corrected = `指标值: ${misreadPercentage(figure.number) ?? written}`;
        report('percent', target.at, { text, corrected });
        continue;
      }
      const key = keyBefore(source, target, WORDS_KEY);
      const fix = key && { edits: [renameKey(key, FIGURE_KEY), rewriteInline(source, target, written)] };
      report('corrected', target.at, { text, corrected: `指标值: ${writeInline(written)}` }, fix);
    }
  },
});

function keyBefore(source: string, { at }: Located, key: string): { start: number; end: number } | null {
  const start = source.lastIndexOf(key, at.start);
  const end = start + key.length;
  return start >= 0 && /^["']?\s{0,9}:\s*$/.test(source.slice(end, at.start)) ? { start, end } : null;
}

export const valueRules: readonly Rule[] = [notCanonical, explanationMissing, figureInWords];
