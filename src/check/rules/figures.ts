import { isMoney } from '../../form/money.ts';
import { isSaving } from '../../form/saving.ts';
import { toLine } from '../../form/text.ts';
import { isCost } from '../../form/tree.ts';
import { isCounted, isNeverNegative, isPercent } from '../../form/units.ts';
import { misreadPercentage, writeBest, writeFigure } from '../../form/value.ts';
import { rewriteValue } from '../../read/edit.ts';
import { type Diagnostic, diagnose } from '../../report/diagnostic.ts';
import type { Check, CheckedYear } from '../check.ts';
import { cite, isRate, isUnwanted, isWanted, mayLeaveHundred } from '../language/meaning.ts';
import { listSourceTexts } from '../printed-texts.ts';
import { clerkRows, figureRows } from '../rows.ts';
import { createCorrectFigure, createLocate, locatePart } from '../within.ts';

/** A percentage outside 0–100, but for growth and completion; 292 % is ≥ 92 % read as one number. */
function checkPercentRange({ projects, sources }: CheckedYear): Diagnostic[] {
  const locate = createLocate(sources);
  return projects.flatMap(figureRows).flatMap(({ name, target }) => {
    const number = Number(target.number);
    if (!isPercent(target.unit) || (number >= 0 && number <= 100) || mayLeaveHundred(toLine(name.text))) {
      return [];
    }
    const at = locatePart(locate, target, 'number');
    const example = misreadPercentage(target.number);
    const wording = example === null ? 'figure/percent-range' : 'figure/percent-range#misread';
    return [diagnose('warning', wording, at, { number: target.number, example: example ?? '' })];
  });
}

/** The sign against the meaning: 合格率 ≤ would be met by failing, 投诉次数 ≥ by being complained of. */
function checkDirection({ projects, sources }: CheckedYear): Diagnostic[] {
  const locate = createLocate(sources);
  return projects.flatMap(figureRows).flatMap(({ level1, level2, name, target }) => {
    const { operator } = target;
    if (operator === '=') return [];
    const isSaved = isCost(level1, level2) && isMoney(target.unit) && isSaving(name.text, operator);
    const isAtMost = operator === '≤' || operator === '<';
    const line = toLine(name.text);
    if (!(isAtMost ? isSaved || isWanted(line) : isUnwanted(line))) return [];
    const turned = ({ '≤': '≥', '<': '>', '≥': '≤', '>': '<' } as const)[operator];
    return [
      diagnose(
        'warning',
        isAtMost ? 'figure/direction#wanted' : 'figure/direction#unwanted',
        locatePart(locate, target, 'sign'),
        { name: cite(line), sign: operator, corrected: writeBest({ ...target, operator: turned }) },
      ),
    ];
  });
}

/** Things that are counted one by one with decimals, 76.00 个; only an average may have some, 1.5 次. */
function checkDecimals({ projects, sources }: CheckedYear): Diagnostic[] {
  const locate = createLocate(sources);
  const correct = createCorrectFigure(sources);
  return projects.flatMap(figureRows).flatMap(({ name, target }) => {
    const [whole = '', decimals] = target.number.split('.');
    if (decimals === undefined || !isCounted(target.unit)) return [];
    const at = locatePart(locate, target, 'number');
    const args = { number: target.number, unit: target.unit };
    if (/^0+$/.test(decimals)) {
      const { corrected, fix } = correct(target, { ...target, number: whole });
      return [diagnose('warning', 'figure/decimals#corrected', at, { ...args, corrected }, fix)];
    }
    if (/平均|人均|均|每/u.test(name.text)) return [];
    return [diagnose('warning', 'figure/decimals', at, args)];
  });
}

/** -4 次: no count, length, weight, time or cost is less than nothing, but for a change of one (人员增减 -4 人). */
function checkNegative({ projects, sources }: CheckedYear): Diagnostic[] {
  const locate = createLocate(sources);
  return projects.flatMap((project) => [
    ...(project.budget?.number.startsWith('-')
      ? [diagnose('warning', 'figure/negative#budget', project.budget.at)]
      : []),
    ...figureRows(project).flatMap(({ level1, level2, name, target }) => {
      if (!/^-.*[1-9]/.test(target.number) || /增减|变化|变动|浮动|偏差|误差/u.test(name.text)) return [];
      const isSpent = isCost(level1, level2) && isMoney(target.unit);
      if (!isSpent && (!isNeverNegative(target.unit) || mayLeaveHundred(toLine(name.text)))) return [];
      const at = locatePart(locate, target, 'number');
      const corrected = writeBest({ ...target, number: target.number.slice(1) });
      return [
        diagnose('warning', 'figure/negative', at, { number: target.number, unit: target.unit, corrected }),
      ];
    }),
  ]);
}

const BENEFIT = '效益指标';

/** A figure of another class than its group: quality that is counted, quantity in %, a benefit in % that is no rate. */
function checkClass({ projects, sources }: CheckedYear): Diagnostic[] {
  const locate = createLocate(sources);
  return projects.flatMap(figureRows).flatMap(({ level1, level2, name, target }) => {
    const unit = () => locatePart(locate, target, 'unit');
    const args = { unit: target.unit };
    const isPercentage = isPercent(target.unit);
    // Faults are counted, and having few of them is quality: 差错 ≤ 2 次.
    if (level2 === '质量指标' && isCounted(target.unit) && !isUnwanted(toLine(name.text))) {
      return [diagnose('suggestion', 'figure/class#quality', unit(), args)];
    }
    if (level2 === '数量指标' && isPercentage) {
      return [diagnose('suggestion', 'figure/class#quantity', unit(), args)];
    }
    if (level1 === BENEFIT && isPercentage && !isRate(toLine(name.text))) {
      return [diagnose('suggestion', 'figure/class#benefit', target.at, { text: writeFigure(target) })];
    }
    return [];
  });
}

const SATISFACTION = '满意度指标';

/** 满意度 of 100 %: nobody can promise that, and a table that does is measured by it. */
function checkFullSatisfaction({ projects }: CheckedYear): Diagnostic[] {
  return projects.flatMap(figureRows).flatMap(({ level1, target }) => {
    const isFull = isPercent(target.unit) && Number(target.number) === 100;
    if (level1 !== SATISFACTION || !isFull || target.operator === '≤' || target.operator === '<') return [];
    return [diagnose('suggestion', 'figure/satisfaction-full', target.at)];
  });
}

/** A row of 满意度 whose name does not say that satisfaction is measured. */
function checkSatisfactionName(year: CheckedYear): Diagnostic[] {
  const texts = listSourceTexts(year);
  return year.projects.flatMap(clerkRows).flatMap(({ level1, name }) => {
    if (level1 !== SATISFACTION || name.text.includes('满意')) return [];
    const line = toLine(name.text);
    // Behind a sentence or another measure the word cannot simply be added.
    if (line.length > 25 || /[率度数量\p{P}]$/u.test(line)) {
      return [diagnose('suggestion', 'figure/satisfaction-name', name.at, { name: cite(line) })];
    }
    const corrected = `${line}满意度`;
    const fix = { edits: [rewriteValue(texts.get(name.at.file) ?? '', name, corrected)] };
    return [
      diagnose('suggestion', 'figure/satisfaction-name#corrected', name.at, { name: line, corrected }, fix),
    ];
  });
}

export const figureChecks: readonly Check[] = [
  { codes: { 'figure/percent-range': 'warning' }, run: checkPercentRange },
  { codes: { 'figure/direction': 'warning' }, run: checkDirection },
  { codes: { 'figure/decimals': 'warning' }, run: checkDecimals },
  { codes: { 'figure/negative': 'warning' }, run: checkNegative },
  { codes: { 'figure/class': 'suggestion' }, run: checkClass },
  { codes: { 'figure/satisfaction-full': 'suggestion' }, run: checkFullSatisfaction },
  { codes: { 'figure/satisfaction-name': 'suggestion' }, run: checkSatisfactionName },
];
