/**
 * What the templates see: plain objects in which everything is decided and every key is always present (an empty list or
 * string where there is nothing), so that a name that is not here is a misspelling.
 */

/** One printed value: its paragraphs. Empty when the cell is empty. */
export type Paragraphs = string[];

/** A merged label cell; it is in the first row of its group and covers `rows` rows. */
export interface GroupView {
  /** In the parts between which it may break, e.g. 服务对象, 满意度指标. */
  label: Paragraphs;
  rows: number;
}

/** A heading of the table of indicators, over as many columns and rows as it says. */
export interface HeadingView {
  text: string;
  /** Set smaller below it; empty where there is none. */
  subheading: string;
  /** `col`, or `colgroup` over several. */
  scope: string;
  columns: string;
  rows: string;
}

/** A cell of a row, or a merged label that begins in this row. */
export interface CellView {
  /** Its class: level1, level2, indicator, operator, value, unit, remark, explanation, points, text. */
  kind: string;
  /** The source's own key, with which the preview finds the cell's line. */
  field: string;
  /** 一级指标 or 二级指标: covers `rows` rows, and breaks only between `parts`. */
  isLabel: boolean;
  rows: string;
  parts: Paragraphs;
  /** 三级指标, the heading of its row. */
  isName: boolean;
  text: Paragraphs;
}

export interface RowView {
  /** The row's place in its table, from 0: with it the preview finds the cell's line in the source. */
  number: string;
  cells: CellView[];
}

/** A cell above or below the indicators: a name, or a value. */
export interface FactCellView {
  /** A name, which stands for what is beside or below it. */
  isHeading: boolean;
  /** Of a name: row, col, colgroup, or rowgroup over several lines. */
  scope: string;
  /** Its class: code, choice, amount, room; level1 of a name over several lines; empty for others. */
  kind: string;
  label: string;
  /** The source's own key, with which the preview finds the value's line; that of a block and its own, with strokes between. */
  field: string;
  /** How many columns and rows it covers; empty for a name that covers one. */
  columns: string;
  rows: string;
  /** The table's own name, which bookmarks show. */
  isName: boolean;
  text: Paragraphs;
  /** What may be chosen, in the place of a text. */
  choices: { option: string; isChosen: boolean }[];
  /** How many lines of room it has to be written in by hand. */
  room: string;
}

/** A line of facts. */
export interface FactLineView {
  /** It may be cut anywhere between two pages. */
  isLong: boolean;
  /** It stays on the page of the line above it. */
  isTied: boolean;
  /** The name of its block is in a line above it. */
  isBelow: boolean;
  cells: FactCellView[];
}

/** A line below the table, without a frame: a note, or names to sign beside. */
export interface ClosingView {
  isNote: boolean;
  text: string;
  names: { label: string; field: string; text: string }[];
}

/** A cell of the row below the rows that adds up their points. */
export interface TotalCellView {
  isHeading: boolean;
  columns: string;
  text: string;
}

export interface TableView {
  /** Element id of the project's first page, ASCII, the same alone and in the booklet; its link target. */
  anchor: string;
  /** Its sheets are upright. */
  isUpright: boolean;
  /** What is printed above the table: the form's name. */
  title: string;
  name: string;
  code: string;
  /** What stands for the table's content: ten hex digits, which `trace` finds its source and revision by. */
  digest: string;
  /** 单位; empty when no booklet.yaml names it. */
  unit: string;
  /** 年度, four digits */
  year: string;
  /** The columns' widths in characters, e.g. `14`. */
  widths: string[];
  /** The columns of what is above and below the indicators, and how many of these each of the columns covers. */
  factWidths: string[];
  spans: string[];
  lines: FactLineView[];
  headings: HeadingView[][];
  rows: RowView[];
  /** Empty for a table without points. */
  total: TotalCellView[];
  /** Below the indicators. */
  foot: FactLineView[];
  closings: ClosingView[];
}

/** Something of a renamed project's past, e.g. 原名称. */
export interface LabelledView {
  label: string;
  text: string;
}

export interface SummaryRowView {
  /** 序号, from 1. */
  number: string;
  anchor: string;
  name: string;
  code: string;
  /** 指标数 */
  indicators: string;
  /** 预算金额 and 成本控制数（万元）, with two decimals, more only where they are written; — where the table has none. */
  budget: string;
  cost: string;
}

/** An office in a volume above offices. */
export interface OfficeRowView {
  /** 序号, from 1; of an office below another one `2.1`. */
  number: string;
  /** How many steps its number has. */
  depth: string;
  /** Of its first table; empty where it has none, or none is bound. */
  anchor: string;
  name: string;
  /** The office as a whole, and its own tables, where they are bound. */
  departments: { anchor: string; name: string }[];
  tables: SummaryRowView[];
  /** How many it has, with those of the offices below it, and their sums, as in SummaryRowView. */
  projects: string;
  indicators: string;
  budget: string;
  cost: string;
}

/** What a volume's cover says, of goals or of results. */
export interface CoverView {
  /** 标题, e.g. 2022年度预算项目绩效目标表; and in the parts between which it may break */
  title: string;
  titleParts: Paragraphs;
  /** 单位 */
  unit: string;
  unitParts: Paragraphs;
  /** 年度, four digits */
  year: string;
}

export interface BookletView extends CoverView {
  /** The sheets of its front are upright, as those of its tables are. */
  isUpright: boolean;
  /** 编制日期 as it is printed, e.g. 2022年1月1日; empty when the source has none. */
  date: string;
  /** 说明, printed after the contents. */
  notes: Paragraphs;
  /** Some project has a code: 汇总表 has a column of them. */
  hasCodes: boolean;
  /** The office as a whole, which 汇总表 leaves out; empty where there is no table of it. */
  departments: { anchor: string; name: string }[];
  /** It is above offices: `offices` has its lines, otherwise `projects`. */
  isByOffice: boolean;
  /** They are bound in it, and so have page numbers. */
  hasTables: boolean;
  projects: SummaryRowView[];
  offices: OfficeRowView[];
  total: { projects: string; indicators: string; budget: string; cost: string };
  /** 编报绩效目标的项目 N 个，成本指标合计 X 万元。 */
  sentence: string;
}

/** A cell of the 汇总表 of results. */
export interface ResultsCellView {
  text: string;
  /** Of money, set at the right. */
  isAmount: boolean;
}

/** What is before the tables of a volume of results. */
export interface ResultsBookletView extends CoverView {
  isUpright: boolean;
  /** Of the 汇总表, between 项目编码 and 页码; `kind` is the class of their width. */
  columns: { heading: string; kind: string }[];
  tables: { number: string; anchor: string; name: string; code: string; cells: ResultsCellView[] }[];
  total: ResultsCellView[];
  sentence: string;
}

/** A stretch of a text in a comparison: what was taken out, put in, or stayed (neither). */
export interface MarkView {
  text: string;
  isRemoved: boolean;
  isAdded: boolean;
}

/** A value before or after a change: its paragraphs, each of stretches. Empty where there is none. */
export type MarkedView = MarkView[][];

/** One changed value of a project's own, above its indicators. */
export interface FieldChangeView {
  /** The source's own key, e.g. 绩效目标. */
  label: string;
  before: MarkedView;
  after: MarkedView;
  /** 增减: the difference, and what it is in per cent. */
  difference: Paragraphs;
}

/** One changed value of a row, or a row that was added, removed, renamed or moved. */
export interface RowChangeView {
  /** The merged cells, as in RowView. */
  level1: GroupView | null;
  level2: GroupView | null;
  indicator: Paragraphs;
  /** 调整内容: 指标值, 备注, …, or what happened to the row. */
  what: string;
  before: MarkedView;
  after: MarkedView;
  difference: Paragraphs;
}

/** One project's sheet of the comparison. */
export interface ProjectChangeView {
  /** 序号, from 1. */
  number: string;
  anchor: string;
  /** The office that it is the first of, with its sums; nothing for the others. */
  office: { name: string; totals: ComparisonView['totals'] }[];
  name: string;
  code: string;
  /** The marks of the table before and after, which trace knows it by; one where they agree or there is one. */
  digests: string;
  /** 调整类型: 修改, 新增, 删除 or 改名. */
  change: string;
  /** 原名称 and 原文件 of a project that was renamed: those that differ. */
  previous: LabelledView[];
  /** 成本控制数（万元） before and after, and the difference of the two. */
  cost: { before: string; after: string; difference: string };
  fields: FieldChangeView[];
  rows: RowChangeView[];
}

/** 预算项目绩效目标调整前后对照表 */
export interface ComparisonView {
  /** 单位; empty when no booklet.yaml names it. */
  unit: string;
  /** What was compared with what. */
  ends: string;
  /** 项目数, 三级指标数, 成本指标合计, of each year. */
  totals: { label: string; before: string; after: string; difference: Paragraphs }[];
  /** Why the sums are without differences; nothing when they have them. */
  withheld: Paragraphs;
  projects: ProjectChangeView[];
  /** What changed in the years' booklet.yaml. */
  booklets: { label: string; fields: FieldChangeView[] }[];
  /** Files that could not be compared, a sentence each. */
  notes: Paragraphs;
  /** True when the two are the same. */
  isEmpty: boolean;
}

/** Relative links to outputs, percent-encoded; `html` and `pdf` are empty where there is no such file. */
export interface OutputLinks {
  html: string;
  pdf: string;
  /** In other formats. */
  exports: { label: string; href: string }[];
}

/** One line of the year's index.html. */
export interface IndexRowView extends OutputLinks {
  /** 序号, from 1. */
  number: string;
  name: string;
  code: string;
  /** 预算金额 and 成本控制数（万元）, as in SummaryRowView; empty for a table with an error. */
  budget: string;
  cost: string;
  /** That the table has an error, and whether what the links lead to is older. */
  note: string;
}

/** A folder of results in the year's index.html. */
export interface IndexResultsView {
  /** 自评, 监控 7月 */
  title: string;
  sentence: string;
  /** False for results without points. */
  hasScores: boolean;
  booklet: OutputLinks;
  rows: (OutputLinks & {
    name: string;
    /** 已写, its lamps, 有错误 or 没有写 */
    state: string;
    /** 执行率 and 得分 as they are written, and as bars of at most 100. */
    rate: string;
    rateWidth: string;
    score: string;
    scoreWidth: string;
    grade: string;
  })[];
}

/** A line of the overview of offices; `index` leads to its own page. */
export interface IndexOfficeView extends OutputLinks {
  name: string;
  /** How many steps it is below the page's folder. */
  depth: string;
  index: string;
  /** Tables that are printed, that are not finished, and that have errors. */
  filed: string;
  unfinished: string;
  faulty: string;
  budget: string;
  cost: string;
}

/** The index.html of a year or an office. */
export interface IndexView {
  /** The offices below it, each behind the one above it. */
  hasOffices: boolean;
  offices: IndexOfficeView[];
  /** It has tables of its own. */
  hasTables: boolean;
  title: string;
  unit: string;
  year: string;
  sentence: string;
  /** The tables in the booklet's order, then those with an error. */
  projects: IndexRowView[];
  booklet: OutputLinks;
  /** That the booklet is older than its tables, or missing. */
  bookletNote: string;
  results: IndexResultsView[];
  totalLabel: string;
  /** 预算金额 and 成本控制数 of all projects without an error. */
  total: { budget: string; cost: string };
}
