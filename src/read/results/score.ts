import Big from 'big.js';
import { isCost } from '../../form/form.ts';
import type { Scoring } from '../../form/results-form.ts';
import { toLine } from '../../form/text.ts';
import type { RowKind } from '../../form/words.ts';
import type { MessageCode } from '../../messages/wording.ts';
import type { FigureTarget } from '../table.ts';

/** How much of a target was reached: 1 is all of it. Null where no rule can say. */
export function rateOf(
  target: FigureTarget,
  actual: Big,
  kind: RowKind,
  scoring: Pick<Scoring, 'isCut' | 'equal'>,
): Big | null {
  const wanted = new Big(target.number);
  switch (directionOf(target, kind)) {
    case 'up':
      return rateUp(wanted, actual, target.operator === '>', scoring.isCut);
    case 'down':
      return rateDown(wanted, actual, target.operator === '<');
    case 'equal': {
      if (actual.eq(wanted)) return ONE;
      if (scoring.equal === 'exact') return NONE;
      const [less, more] = actual.lt(wanted) ? [actual, wanted] : [wanted, actual];
      return less.lt(0) ? null : less.div(more);
    }
  }
}

const ONE = new Big(1);
const NONE = new Big(0);

function rateUp(wanted: Big, actual: Big, isStrict: boolean, isCut: boolean): Big | null {
  const isMet = isStrict ? actual.gt(wanted) : actual.gte(wanted);
  // Over nothing, or less than nothing, there is no ratio.
  if (wanted.lte(0)) return isMet ? ONE : null;
  if (actual.lt(0)) return NONE;
  return isMet && isCut ? ONE : actual.div(wanted);
}

function rateDown(wanted: Big, actual: Big, isStrict: boolean): Big | null {
  if (isStrict ? actual.lt(wanted) : actual.lte(wanted)) return ONE;
  if (wanted.lt(0) || actual.lte(0)) return null;
  return wanted.div(actual);
}

/** Whether more is better. What something costs is a limit, whatever its sign, unless that says that more is better. */
export function directionOf({ operator, unit }: FigureTarget, kind: RowKind): 'up' | 'down' | 'equal' {
  if (operator === '≥' || operator === '>') return 'up';
  if (operator === '≤' || operator === '<') return 'down';
  return isCost(kind) || unit === '' ? 'down' : 'equal';
}

export function roundPoints(points: Big, { decimals }: Pick<Scoring, 'decimals'>): Big {
  return points.round(decimals, Big.roundHalfUp);
}

export function writePoints(points: Big, { decimals }: Pick<Scoring, 'decimals'>): string {
  return points.toFixed(decimals);
}

/** `达成`, `85 %`, `基本达成 75 %`: how far words are fulfilled. */
export type Degree = { share: Big; band: string } | { wording: MessageCode; args: Record<string, string> };

/** Null for a text that names neither a band nor a share. */
export function readDegree(written: string, { bands }: Scoring): Degree | null {
  const text = toLine(written).normalize('NFKC');
  const writtenShare = /(\d{1,3}(?:\.\d{1,2})?)\s?%\)?$/.exec(text);
  const percent = writtenShare?.[1];
  const name = text.slice(0, writtenShare?.index).replace(/[\s,、(]{1,3}$/, '');
  const band = bands.find((known) => known.name === name);
  if (name !== '' && band === undefined) return null;
  if (percent === undefined)
    return band === undefined ? null : { share: toShare(band.take), band: band.name };
  const share = toShare(percent);
  if (share.gt(1)) return { wording: 'result/degree#over', args: { text } };
  const found = bands.find(({ from, to }) => share.gte(toShare(to)) && share.lte(toShare(from)));
  if (band === undefined) return { share, band: found?.name ?? '' };
  const isInside = share.gte(toShare(band.to)) && share.lte(toShare(band.from));
  return isInside
    ? { share, band: band.name }
    : { wording: 'result/degree#outside', args: { text, band: band.name, from: band.from, to: band.to } };
}

function toShare(percent: string): Big {
  return new Big(percent).div(100);
}

export function gradeOf(total: Big, { grades }: Scoring): string {
  return grades.find(({ from }) => total.gte(from))?.name ?? '';
}
