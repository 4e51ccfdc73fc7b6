import Big from 'big.js';
import { mayLeaveHundred } from '../../form/change.ts';
import { isMoney, moneyMeant } from '../../form/money.ts';
import { toLine } from '../../form/text.ts';
import { isCounted, isNeverNegative, isPercent, preferUnit } from '../../form/units.ts';
import { type Figure, hasSign, misreadPercentage, parseFigure, writeFigure } from '../../form/value.ts';
import { type MessageCode, variantOf } from '../../messages/wording.ts';
import type { Located } from '../../report/diagnostic.ts';
import { type Diagnostic, diagnose, type Fix } from '../../report/diagnostic.ts';
import { rewriteInline } from '../edit.ts';
import type { FigureTarget } from '../table.ts';
import { convert } from './units.ts';

export interface Wanted {
  name: Located;
  target: FigureTarget;
}

/**
 * Reads `4 次` beside a target of 次: what was reached, in the unit of its target. Null for what is no such figure, which is an
 * error. Warnings: what nothing can reach. `source`: the text of its file.
 */
export function readActual(
  written: Located,
  { name, target }: Wanted,
  source: string,
  diagnostics: Diagnostic[],
): Big | null {
  const text = written.text.trim();
  const example = `${target.number} ${target.unit}`;
  const fault = (wording: MessageCode, args: Record<string, string> = {}, fix: Fix | null = null) => {
    diagnostics.push(diagnose('error', wording, written.at, { text, example, ...args }, fix));
    return null;
  };
  const correct = (wording: MessageCode, corrected: string) =>
    fault(
      variantOf(wording, 'corrected'),
      { corrected },
      { edits: [rewriteInline(source, written, corrected)] },
    );
  if (hasSign(text)) {
    const figure = parseFigure(text);
    if ('wording' in figure) return fault('result/not-a-figure');
    const plain = `${figure.number} ${figure.unit}`;
    // What was reached is one number: only = says no more than the number itself.
    return figure.operator === '=' ? correct('result/sign', plain) : fault('result/sign', { plain });
  }
  const figure = parseFigure(`= ${text}`);
  if ('wording' in figure) {
    if (figure.wording === 'value/no-unit') {
      // 0.96 is 96 %.
      const share = isPercent(target.unit) ? figure.example?.replace(/^= /, '') : undefined;
      const plain = share ?? `${text.normalize('NFKC')} ${target.unit}`;
      return fault('result/no-unit', { unit: target.unit, plain });
    }
    // What was reached is no limit: of 95%以上 only its author knows how much it was.
    if (!figure.corrected?.startsWith('= ')) return fault('result/not-a-figure');
    return correct('result/not-a-figure', figure.corrected.replace(/^= /, ''));
  }
  const meant = isMoney(target.unit) ? moneyMeant(figure.unit) : null;
  if (meant !== null) return correct('result/not-a-figure', `${figure.number} ${meant}`);
  const number = convert(figure.number, figure.unit, target.unit);
  if (number === null) {
    const args = { unit: preferUnit(figure.unit), wanted: target.unit, target: writeFigure(target) };
    return fault('result/unit', args);
  }
  const odd = findOdd(figure, target, toLine(name.text));
  if (odd !== null) {
    const plain = misreadPercentage(figure.number)?.replace(/^≥ /, '') ?? '';
    diagnostics.push(diagnose('warning', odd, written.at, { text, unit: figure.unit, example: plain }));
  }
  return number;
}

/** What nothing can reach, unless its target or the name says so: 292 %, -4 次, 4.5 次. */
function findOdd({ number, unit }: Figure, target: FigureTarget, name: string): MessageCode | null {
  const isOver = isPercent(unit) && new Big(number).gt(100) && new Big(target.number).lte(100);
  const isUnder = number.startsWith('-') && !target.number.startsWith('-') && new Big(number).lt(0);
  const mayChange = mayLeaveHundred(name) || /增减|变化|变动|浮动|偏差|误差/u.test(name);
  if (isOver && !mayChange)
    return misreadPercentage(number) === null
      ? 'figure/percent-range#actual'
      : 'figure/percent-range#actual-misread';
  if (isUnder && !mayChange && (isPercent(unit) || isMoney(unit) || isNeverNegative(unit)))
    return 'figure/negative#actual';
  const isWhole = new Big(number).mod(1).eq(0);
  return isCounted(unit) && !isWhole && !/均|每/u.test(name) ? 'figure/decimals#actual' : null;
}
