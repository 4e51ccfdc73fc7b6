import type Big from 'big.js';
import { writeAmount, writeColumnAmount } from '../form/money.ts';
import { toLine, toParagraphs } from '../form/text.ts';
import type { Booklet } from '../read/booklet.ts';
import type { Project } from '../read/project.ts';
import { listMoney, type Money, readSpending, sumKnown, withoutDepartment } from '../read/spending.ts';
import { splitTitle } from './label-words.ts';
import { anchorOf } from './project-view.ts';
import type { BookletView } from './views.ts';

/** `printed` in the booklet's order. */
export function toBookletView(booklet: Booklet, printed: readonly Project[]): BookletView {
  const projects = withoutDepartment(printed);
  const { tables, total } = listMoney(projects);
  return {
    isUpright: booklet.form.paper === 'portrait',
    title: toLine(booklet.title),
    titleParts: splitTitle(toLine(booklet.title)),
    unit: toLine(booklet.unit),
    unitParts: splitTitle(toLine(booklet.unit)),
    year: booklet.year,
    date: booklet.date === null ? '' : writeDate(booklet.date),
    notes: toParagraphs(booklet.notes?.text ?? ''),
    departments: printed
      .filter((table) => !projects.includes(table))
      .map((table) => ({ anchor: anchorOf(table), name: table.form.title })),
    projects: projects.map((project, index) => ({
      number: String(index + 1),
      anchor: anchorOf(project),
      name: toLine(project.name.text),
      code: project.code.text,
      indicators: String(project.indicators.length),
      ...writeMoney(tables[index] ?? { budget: null, cost: null }),
    })),
    total: {
      indicators: String(projects.reduce((sum, project) => sum + project.indicators.length, 0)),
      ...writeMoney(total),
    },
    sentence: `编报绩效目标的项目 ${projects.length} 个，${writeSum(projects)}。`,
  };
}

/** `成本指标合计 90.08 万元`, for a sentence. */
export function writeSum(projects: readonly Project[]): string {
  const sum = sumKnown(projects.map((project) => readSpending(project).total));
  return sum === null ? '成本指标没有金额' : `成本指标合计 ${writeAmount(sum)} 万元`;
}

/** 预算金额 and 成本控制数 in 万元, as their columns have them. */
function writeMoney({ budget, cost }: Money): { budget: string; cost: string } {
  const write = (amount: Big | null) => (amount === null ? '—' : writeColumnAmount(amount));
  return { budget: write(budget), cost: write(cost) };
}

/** `2022-01-09` → `2022年1月9日` */
export function writeDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
