import { digestOf } from '../project/origin.ts';
import type { Indicator, Project } from '../project/project.ts';
import { toLine, toParagraphs } from '../project/text.ts';
import type { ProjectView, RowView } from './views.ts';

/** What the form prints as the sign of a row that has no figure. */
export const WORD_SIGNS = { qualitative: '定性', 'other-quantity': '定量（其他）' } as const;

export function toProjectView(project: Project): ProjectView {
  return {
    anchor: anchorOf(project),
    name: toLine(project.name.text),
    code: project.code.text,
    digest: digestOf(project),
    facts: [
      ...(project.budget
        ? [{ label: '预算金额', text: `${project.budget.number} ${project.budget.unit}` }]
        : []),
      ...project.facts.map(({ label, value }) => ({ label, text: toLine(value.text) })),
    ],
    columns: isExplained(project) ? 'explained' : 'plain',
    goal: toParagraphs(project.goal.text),
    rows: project.indicators.map((indicator, index) => toRowView(indicator, index, project.indicators)),
  };
}

/** Whether 指标值说明 has at least a third as much to say as 备注: most tables leave it empty. */
function isExplained({ indicators }: Project): boolean {
  const length = (texts: (string | undefined)[]) => texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
  const remarks = length(indicators.map(({ remark }) => remark?.text));
  const explanations = length(indicators.map(({ explanation }) => explanation?.text));
  return explanations > 0 && explanations * 3 >= remarks;
}

/** The same alone and in the booklet, whatever else is printed with it: the code is unique in its year. */
export function anchorOf(project: Project): string {
  return `p-${project.code.text}`;
}

function toRowView(indicator: Indicator, index: number, indicators: readonly Indicator[]): RowView {
  const { target } = indicator;
  const isFigure = target.kind === 'figure';
  const sameLevel1 = (other: Indicator | undefined) => other?.level1 === indicator.level1;
  const sameLevel2 = (other: Indicator | undefined) =>
    sameLevel1(other) && other?.level2 === indicator.level2;
  const group = (label: string, isSame: (other: Indicator | undefined) => boolean) => {
    if (isSame(indicators[index - 1])) return null;
    let rows = 1;
    while (isSame(indicators[index + rows])) rows += 1;
    return { label, rows };
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
