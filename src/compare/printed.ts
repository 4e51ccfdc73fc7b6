import { WORD_SIGNS } from '../document/project-view.ts';
import { toParagraphs } from '../form/text.ts';
import { type Figure, writeFigure } from '../form/value.ts';
import type { Located } from '../read/located.ts';
import type { Indicator, Project } from '../read/project.ts';

/** One value as the page shows it, under the source's own key. */
export interface PrintedValue {
  key: string;
  /** Paragraphs parted by `\n`; empty when there is none. */
  text: string;
  /** When it is a figure: what differences are taken of. */
  figure: (Pick<Figure, 'number' | 'unit'> & Partial<Pick<Figure, 'operator'>>) | null;
}

/** A source's text as the page shows it: its paragraphs, and several blanks in a row as one. */
export function toPrinted(text: string): string {
  return toParagraphs(text)
    .map((paragraph) => paragraph.replace(/[ \t]+/g, ' '))
    .join('\n');
}

/** What a project says of itself above its indicators, but for its name. */
export function listFields({ code, budget, facts, goal }: Project): PrintedValue[] {
  return [
    toValue('项目编码', code),
    ...(budget
      ? [{ key: '预算金额', text: `${budget.number} ${budget.unit}`, figure: budget } satisfies PrintedValue]
      : []),
    ...facts.map(({ label, value }) => toValue(label, value)),
    toValue('绩效目标', goal),
  ];
}

/** What a row says behind its name. */
export function listCells({ target, remark, explanation }: Indicator): PrintedValue[] {
  const isFigure = target.kind === 'figure';
  return [
    {
      key: '指标值',
      text: isFigure ? writeFigure(target) : `${WORD_SIGNS[target.kind]} ${toPrinted(target.text)}`,
      figure: isFigure ? target : null,
    },
    ...(remark ? [toValue('备注', remark)] : []),
    ...(explanation ? [toValue('指标值说明', explanation)] : []),
  ];
}

function toValue(key: string, { text }: Located): PrintedValue {
  return { key, text: toPrinted(text), figure: null };
}
