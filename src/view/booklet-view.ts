import type Big from 'big.js';
import type { Booklet } from '../booklet/booklet.ts';
import { isCost } from '../project/form.ts';
import type { Project } from '../project/project.ts';
import { toLine, toParagraphs } from '../project/text.ts';
import { isMoney, sumAmounts, toTenThousandYuan, writeAmount } from '../project/value.ts';
import { splitTitle } from './label-words.ts';
import { anchorOf } from './project-view.ts';
import type { BookletView } from './views.ts';

/** `projects` in the booklet's order. */
export function toBookletView(booklet: Booklet, projects: readonly Project[]): BookletView {
  const total = writeAmount(sumAmounts(projects.map(costOf)));
  return {
    title: toLine(booklet.title),
    titleParts: splitTitle(toLine(booklet.title)),
    unit: toLine(booklet.unit),
    unitParts: splitTitle(toLine(booklet.unit)),
    year: booklet.year,
    date: booklet.date === null ? '' : writeDate(booklet.date),
    notes: toParagraphs(booklet.notes?.text ?? ''),
    projects: projects.map((project, index) => ({
      number: String(index + 1),
      anchor: anchorOf(project),
      name: toLine(project.name.text),
      code: project.code.text,
      indicators: String(project.indicators.length),
      cost: writeAmount(costOf(project)),
    })),
    total: {
      indicators: String(projects.reduce((sum, project) => sum + project.indicators.length, 0)),
      cost: total,
    },
    sentence: `编报绩效目标的项目 ${projects.length} 个，成本指标合计 ${total} 万元。`,
  };
}

/** 成本控制数 in 万元: the amounts of money among a project's cost indicators. */
export function costOf(project: Project): Big {
  return sumAmounts(
    project.indicators.flatMap(({ level1, level2, target }) =>
      target.kind === 'figure' && isCost(level1, level2) && isMoney(target.unit)
        ? [toTenThousandYuan(target.number, target.unit)]
        : [],
    ),
  );
}

/** `2022-01-09` → `2022年1月9日` */
function writeDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
