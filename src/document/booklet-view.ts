import type Big from 'big.js';
import { writeAmount, writeColumnAmount } from '../form/money.ts';
import { toLine, toParagraphs } from '../form/text.ts';
import type { Booklet } from '../read/booklet.ts';
import { type Money, sumKnown, sumMoney, withoutDepartment } from '../read/spending.ts';
import { splitTitle } from './label-words.ts';
import type { ListedTable } from './listed-table.ts';
import type { BookletView, CoverView, OfficeRowView, SummaryRowView } from './views.ts';

/** An office of a volume: its own tables in the booklet's order, and the offices below it. */
export interface Office {
  name: string;
  tables: readonly ListedTable[];
  offices: readonly Office[];
}

/** What a volume above offices calls an office: by its folder while its booklet.yaml cannot be read. */
export function nameOfOffice({ unit, path }: Booklet): string {
  return toLine(unit) || path.slice(path.lastIndexOf('/') + 1);
}

/** What is below a volume's folder; `isSummary`: it holds no table. */
export interface VolumeContents {
  offices: readonly Office[];
  isSummary: boolean;
}

/** `own`: the tables of its folder, in the booklet's order. */
export function toBookletView(
  booklet: Booklet,
  own: readonly ListedTable[],
  { offices, isSummary }: VolumeContents = { offices: [], isSummary: false },
): BookletView {
  const projects = withoutDepartment(listTables({ name: '', tables: own, offices }));
  const total = sumMoney(projects);
  const ofOwn = own.length > 0 ? [{ name: nameOfOffice(booklet), tables: own, offices: [] }] : [];
  const isByOffice = offices.length > 0;
  return {
    isUpright: booklet.form.paper === 'portrait',
    ...toCover(booklet),
    date: booklet.date === null ? '' : writeDate(booklet.date),
    notes: toParagraphs(booklet.notes?.text ?? ''),
    hasCodes: projects.some(({ code }) => code !== ''),
    isByOffice,
    hasTables: !isSummary,
    departments: isByOffice || isSummary ? [] : listDepartments(own),
    projects: isByOffice ? [] : toRows(own, isSummary),
    offices: isByOffice ? toOfficeRows([...ofOwn, ...offices], isSummary) : [],
    total: { projects: String(projects.length), indicators: countIndicators(projects), ...writeMoney(total) },
    sentence: `编报绩效目标的项目 ${projects.length} 个，${writeSum(projects)}。`,
  };
}

export function toCover({ title, unit, year }: Booklet): CoverView {
  const [name, office] = [toLine(title), toLine(unit)];
  return { title: name, titleParts: splitTitle(name), unit: office, unitParts: splitTitle(office), year };
}

function listTables({ tables, offices }: Office): ListedTable[] {
  return [...tables, ...offices.flatMap(listTables)];
}

/** The office as a whole, which no sum counts. */
function listDepartments(tables: readonly ListedTable[]): BookletView['departments'] {
  const projects = new Set(withoutDepartment(tables));
  return tables
    .filter((table) => !projects.has(table))
    .map(({ anchor, form }) => ({ anchor, name: form.title }));
}

function toRows(printed: readonly ListedTable[], isSummary: boolean): SummaryRowView[] {
  return withoutDepartment(printed).map(({ anchor, name, code, indicators, money }, index) => ({
    number: String(index + 1),
    anchor: isSummary ? '' : anchor,
    name,
    code,
    indicators: String(indicators),
    ...writeMoney(money),
  }));
}

/** A line for each office, and behind it those of the offices below it, with the sums of all that it holds. */
function toOfficeRows(offices: readonly Office[], isSummary: boolean, above = ''): OfficeRowView[] {
  return offices.flatMap((office, index) => {
    const [first, ...others] = listTables(office);
    const projects = withoutDepartment(first === undefined ? [] : [first, ...others]);
    const number = `${above}${index + 1}`;
    const row = {
      number,
      row: `office-${number.replaceAll('.', '-')}`,
      depth: String(number.split('.').length),
      // Bookmarks lead to headings; where its tables are bound, an office has one there.
      isHeading: isSummary && above === '',
      isSubheading: isSummary && above !== '',
      anchor: first === undefined || isSummary ? '' : first.anchor,
      name: office.name,
      departments: isSummary ? [] : listDepartments(office.tables),
      tables: isSummary ? [] : toRows(office.tables, isSummary),
      projects: String(projects.length),
      indicators: countIndicators(projects),
      ...writeMoney(sumMoney(projects)),
    };
    return [row, ...toOfficeRows(office.offices, isSummary, `${number}.`)];
  });
}

function countIndicators(projects: readonly ListedTable[]): string {
  return String(projects.reduce((sum, { indicators }) => sum + indicators, 0));
}

/** `成本指标合计 90.08 万元`, for a sentence. */
export function writeSum(projects: readonly ListedTable[]): string {
  const sum = sumKnown(projects.map(({ money }) => money.cost));
  return sum === null ? '成本指标没有金额' : `成本指标合计 ${writeAmount(sum)} 万元`;
}

/** 预算金额 and 成本控制数 in 万元, as their columns have them. */
export function writeMoney({ budget, cost }: Money): { budget: string; cost: string } {
  const write = (amount: Big | null) => (amount === null ? '—' : writeColumnAmount(amount));
  return { budget: write(budget), cost: write(cost) };
}

/** `2022-01-09` → `2022年1月9日` */
export function writeDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
