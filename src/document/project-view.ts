import { toLine, toParagraphs } from '../form/text.ts';
import type { Booklet } from '../read/booklet.ts';
import { digestOf } from '../read/content-hash.ts';
import type { Draft, DraftIndicator } from '../read/project.ts';
import { chooseColumnWidths } from './column-widths.ts';
import { splitLabel } from './label-words.ts';
import type { ProjectView, RowView } from './views.ts';

/** What the form prints as the sign of a row that has no figure; nothing for one that cannot be read. */
export const WORD_SIGNS = { qualitative: '定性', 'other-quantity': '定量（其他）', unread: '' } as const;

export function toProjectView(project: Draft, { unit, year }: Pick<Booklet, 'unit' | 'year'>): ProjectView {
  const rows = project.indicators.map((indicator, index) => toRowView(indicator, index, project.indicators));
  const widths = chooseColumnWidths(rows);
  return {
    anchor: anchorOf(project),
    name: toLine(project.name.text),
    code: project.code.text,
    digest: digestOf(project),
    unit: toLine(unit),
    year,
    facts: [
      ...(project.budget
        ? [{ label: '预算金额', text: `${project.budget.number} ${project.budget.unit}`.trim() }]
        : []),
      ...project.facts.map(({ label, value }) => ({ label, text: toLine(value.text) })),
    ],
    columns: {
      indicator: String(widths.indicator),
      value: String(widths.value),
      unit: String(widths.unit),
      remark: String(widths.remark),
      explanation: String(widths.explanation),
    },
    goal: toParagraphs(project.goal.text),
    rows,
  };
}

/** The same alone and in the booklet, whatever else is printed with it: the code is unique in its year. A draft may have none. */
export function anchorOf({ code }: Draft): string {
  return `p-${/^[0-9A-Za-z]+$/.test(code.text) ? code.text : 'draft'}`;
}

function toRowView(indicator: DraftIndicator, index: number, indicators: readonly DraftIndicator[]): RowView {
  const { target } = indicator;
  const isFigure = target.kind === 'figure';
  const sameLevel1 = (other: DraftIndicator | undefined) => other?.level1 === indicator.level1;
  const sameLevel2 = (other: DraftIndicator | undefined) =>
    sameLevel1(other) && other?.level2 === indicator.level2;
  const group = (label: string, isSame: (other: DraftIndicator | undefined) => boolean) => {
    if (isSame(indicators[index - 1])) return null;
    let rows = 1;
    while (isSame(indicators[index + rows])) rows += 1;
    return { label: splitLabel(label), rows };
  };
  return {
    number: String(index),
    level1: group(indicator.level1, sameLevel1),
    level2: group(indicator.level2, sameLevel2),
    indicator: toParagraphs(indicator.name.text),
    operator: isFigure ? target.operator : WORD_SIGNS[target.kind],
    value: isFigure ? [target.number] : toParagraphs(target.text),
    valueIsText: !isFigure,
    unit: isFigure ? target.unit : '',
    remark: toParagraphs(indicator.remark?.text ?? ''),
    explanation: toParagraphs(indicator.explanation?.text ?? ''),
  };
}
