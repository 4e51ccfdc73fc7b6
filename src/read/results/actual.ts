import type Big from 'big.js';
import { preferUnit } from '../../form/units.ts';
import { hasSign, parseFigure, writeFigure } from '../../form/value.ts';
import { type Diagnostic, diagnose, type Fix } from '../../report/diagnostic.ts';
import { rewriteInline } from '../edit.ts';
import type { Located } from '../located.ts';
import type { FigureTarget } from '../table.ts';
import { convert } from './units.ts';

/** What was reached, in the unit of its target; or what is wrong with it. */
export type Actual = { number: Big } | { fault: Diagnostic };

/** Reads `4 次` beside a target of 次. `source`: the text of its file. */
export function readActual(written: Located, target: FigureTarget, source: string): Actual {
  const text = written.text.trim();
  const example = `${target.number} ${target.unit}`;
  const fault = (wording: string, args: Record<string, string> = {}, fix: Fix | null = null) => ({
    fault: diagnose('error', wording, written.at, { text, example, ...args }, fix),
  });
  const correct = (wording: string, corrected: string) =>
    fault(`${wording}#corrected`, { corrected }, { edits: [rewriteInline(source, written, corrected)] });
  if (hasSign(text)) {
    const figure = parseFigure(text);
    if ('wording' in figure) return fault('result/not-a-figure');
    const plain = `${figure.number} ${figure.unit}`;
    // What was reached is one number: only = says no more than the number itself.
    return figure.operator === '=' ? correct('result/sign', plain) : fault('result/sign', { plain });
  }
  const figure = parseFigure(`= ${text}`);
  if ('wording' in figure) {
    if (figure.wording === 'value/no-unit') return fault('result/no-unit', { unit: target.unit });
    // What was reached is no limit: of 95%以上 only its author knows how much it was.
    if (!figure.corrected?.startsWith('= ')) return fault('result/not-a-figure');
    return correct('result/not-a-figure', figure.corrected.replace(/^= /, ''));
  }
  const number = convert(figure.number, figure.unit, target.unit);
  if (number !== null) return { number };
  return fault('result/unit', {
    unit: preferUnit(figure.unit),
    wanted: target.unit,
    target: writeFigure(target),
  });
}
