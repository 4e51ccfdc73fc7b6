/**
 * What the templates see: plain objects in which everything is decided and every key is always present (an empty list or
 * string where there is nothing), so that a name that is not here is a misspelling. Every name has an example, every list an
 * element: templates are judged against them, and the types in views.ts are theirs.
 */

const CODE = '52270022P004296102284';

/** Cells above and below the indicators: a name, or a value. */
const SAMPLE_CELL = {
  /** A name, which labels what is beside or below it. */
  isHeading: false,
  /** Of a name: row, col, colgroup, or rowgroup over several lines. */
  scope: 'row',
  /** Its class: code, choice, amount, room; level1 of a name over several lines; empty for others. */
  kind: 'code',
  label: '项目名称',
  /** Between which it breaks; empty where it is one line. */
  parts: ['项目名称'],
  /** The source's own key, with which the preview finds the value's line; that of a block and its own, with strokes between. */
  field: '项目名称',
  /** How many columns and rows it covers; empty for a name that covers one. */
  columns: '4',
  rows: '2',
  /** The table's own name, which bookmarks show. */
  isName: true,
  /** Its paragraphs. */
  text: ['样例项目'],
  /** What may be chosen, in the place of a text. */
  choices: [{ option: '甲', isChosen: true }],
  /** How many lines of room it has to be written in by hand. */
  room: '3',
};

const SAMPLE_LINE = {
  /** It may be cut anywhere between two pages. */
  isLong: true,
  /** It stays on the page of the line above it. */
  isTied: true,
  /** The name of its block is in a line above it. */
  isBelow: true,
  cells: [SAMPLE_CELL],
};

export const SAMPLE_PROJECT = {
  /** Element id of the project's first page, ASCII, the same alone and in the booklet; its link target. */
  anchor: 'p-0',
  /** Its sheets are upright. */
  isUpright: true,
  /** The form, by the name of its file. */
  form: '样例表',
  /** What is printed above the table: the form's own title. */
  title: '样例表',
  name: '样例项目',
  code: CODE,
  /** The hash of the table's content: ten hex digits, which `trace` finds its source and revision by. */
  digest: '3f9a1c2e77',
  /** 单位; empty when no booklet.yaml names it. */
  unit: '样例单位',
  /** 年度, four digits */
  year: '2022',
  /** The columns' widths in characters, e.g. `14`. */
  widths: ['5', '14'],
  /** The columns of what is above and below the indicators, and how many of these each of the columns covers. */
  factWidths: ['5', '14'],
  spans: ['1', '1'],
  /** Lines of facts above the indicators. */
  lines: [SAMPLE_LINE],
  /** Headings of the indicators by their lines: over as many columns and rows as they say. */
  headings: [
    [
      {
        text: '备注',
        /** Between which it breaks; empty where it is one line. */
        parts: ['备注'],
        /** Set smaller below it; empty where there is none. */
        subheading: '（指标解释等）',
        /** `col`, or `colgroup` over several. */
        scope: 'col',
        columns: '1',
        rows: '2',
      },
    ],
  ],
  rows: [
    {
      /** The row's place in its table, from 0: with it the preview finds the cell's line in the source. */
      number: '0',
      cells: [
        {
          /** Its class: level1, level2, indicator, operator, value, unit, remark, explanation, points, text. */
          kind: 'level1',
          /** The source's own key, with which the preview finds the cell's line. */
          field: '一级指标',
          /** 一级指标 or 二级指标, merged: covers `rows` rows from this one on, and breaks only between `parts`. */
          isLabel: true,
          rows: '1',
          parts: ['产出指标'],
          /** 三级指标, the heading of its row. */
          isName: true,
          text: ['甲'],
        },
      ],
    },
  ],
  /** The row below the rows that adds up their points; empty for a table without points. */
  total: [{ isHeading: true, columns: '5', text: '总分' }],
  /** Lines of facts below the indicators. */
  foot: [SAMPLE_LINE],
  /** Lines below the table, without a frame: a note, or names to sign beside. */
  closings: [{ isNote: true, text: '注：样例。', names: [{ label: '填报人', field: '填报人', text: '甲' }] }],
};

/** A project in 汇总表. */
const SAMPLE_ROW = {
  /** 序号, from 1. */
  number: '1',
  anchor: 'p-0',
  name: '样例项目',
  code: CODE,
  /** 指标数 */
  indicators: '1',
  /** 预算金额 and 成本控制数（万元）, with two decimals, more only where they are written; — where the table has none. */
  budget: '3.00',
  cost: '2.73',
};

/** What a volume's cover says, of goals or of results. */
export const SAMPLE_COVER = {
  /** 标题, e.g. 2022年度预算项目绩效目标表; and in the parts between which it may break */
  title: '样例',
  titleParts: ['样例'],
  /** 单位 */
  unit: '样例单位',
  unitParts: ['样例单位'],
  /** 年度, four digits */
  year: '2022',
};

/** The office as a whole, which 汇总表 leaves out. */
const SAMPLE_DEPARTMENTS = [{ anchor: 'p-1', name: '样例整体' }];

export const SAMPLE_BOOKLET = {
  ...SAMPLE_COVER,
  /** The sheets of its front are upright, as those of its tables are. */
  isUpright: true,
  /** 编制日期 as it is printed; empty when the source has none. */
  date: '2022年1月1日',
  /** 说明, printed after the contents. */
  notes: ['说明。'],
  /** Some project has a code: 汇总表 has a column of them. */
  hasCodes: true,
  departments: SAMPLE_DEPARTMENTS,
  /** It is above offices: `offices` has its lines, otherwise `projects`. */
  isByOffice: true,
  /** They are bound in it, and so have page numbers. */
  hasTables: true,
  projects: [SAMPLE_ROW],
  offices: [
    {
      /** 序号, from 1; of an office below another one `2.1`; and how many steps it has. */
      number: '1',
      depth: '1',
      /** The id of its line in 汇总表, where 目录 leads while no table of its is bound. */
      row: 'office-1',
      /** In a volume without its tables its line is a heading, or one below that. */
      isHeading: true,
      isSubheading: true,
      /** Of its first table; empty where it has none, or none is bound. */
      anchor: 'p-0',
      name: '样例单位',
      /** The office as a whole, and its own tables, where they are bound. */
      departments: SAMPLE_DEPARTMENTS,
      tables: [SAMPLE_ROW],
      /** How many it has, with those of the offices below it, and their sums. */
      projects: '1',
      indicators: '1',
      budget: '3.00',
      cost: '2.73',
    },
  ],
  total: { projects: '1', indicators: '1', budget: '3.00', cost: '2.73' },
  sentence: '编报绩效目标的项目 1 个，成本指标合计 2.73 万元。',
};

/** What is before the tables of a volume of results. `isAmount`: of money, set at the right. */
export const SAMPLE_RESULTS = {
  ...SAMPLE_COVER,
  isUpright: true,
  /** Whether any table has a code. */
  hasCodes: true,
  /** Of the 汇总表, between 项目编码 and 页码; `kind` is the class of their width. */
  columns: [{ heading: '执行率', kind: 'number' }],
  tables: [
    {
      number: '1',
      anchor: 'p-0',
      name: '样例项目',
      code: CODE,
      cells: [{ text: '95.00%', isAmount: true }],
    },
  ],
  total: [{ text: '95.00%', isAmount: true }],
  sentence: '自评的项目 1 个，平均得分 95.00：优 1 个。',
};

/** Relative links to outputs, percent-encoded; `html` and `pdf` are empty where there is no such file. */
export const SAMPLE_LINKS = {
  html: 'a.html',
  pdf: 'a.pdf',
  /** In other formats. */
  exports: [{ label: 'Excel', href: 'a.xlsx' }],
};

/** How far an office is. */
const SAMPLE_COUNTS = {
  /** Tables that are printed, that are not finished, and that have errors. */
  filed: '1',
  unfinished: '0',
  faulty: '0',
  /** For each of `places` how many results are printed, of how many tables. */
  results: ['1/1'],
  budget: '3.00',
  cost: '2.73',
};

/** The index.html of a year or an office. */
export const SAMPLE_INDEX = {
  /** The offices below it, each behind the one above it. */
  hasOffices: true,
  offices: [
    {
      ...SAMPLE_LINKS,
      ...SAMPLE_COUNTS,
      name: '样例单位',
      /** How many steps it is below the page's folder. */
      depth: '1',
      /** Leads to its own page. */
      index: 'a/index.html',
    },
  ],
  /** Where they have results. */
  places: ['监控 7月'],
  allOffices: SAMPLE_COUNTS,
  /** It has tables of its own. */
  hasTables: true,
  title: '样例',
  unit: '样例单位',
  year: '2022',
  sentence: '编报绩效目标的项目 1 个，成本指标合计 2.73 万元。',
  /** The tables in the booklet's order, then those with an error. */
  projects: [
    {
      ...SAMPLE_LINKS,
      /** 序号, from 1. */
      number: '1',
      name: '样例项目',
      code: CODE,
      /** Empty for a table with an error. */
      budget: '3.00',
      cost: '2.73',
      /** That the table has an error, and whether what the links lead to is older. */
      note: '有错误，这是上次的',
    },
  ],
  booklet: SAMPLE_LINKS,
  /** That the booklet is older than its tables, or missing. */
  bookletNote: '全册还是上次的。',
  /** Folders of results. */
  results: [
    {
      /** 自评, 监控 7月 */
      title: '自评',
      sentence: '项目 1 个：已写 1 个。',
      /** False for results without points. */
      hasScores: true,
      booklet: SAMPLE_LINKS,
      rows: [
        {
          ...SAMPLE_LINKS,
          name: '样例项目',
          /** 已写, its lamps, 有错误 or 没有写 */
          state: '已写',
          /** 执行率 and 得分 as they are written, and as bars of at most 100. */
          rate: '95.00%',
          rateWidth: '95',
          score: '98.97',
          scoreWidth: '99',
          grade: '优',
        },
      ],
    },
  ],
  totalLabel: '合计',
  /** Of all projects without an error. */
  total: { budget: '3.00', cost: '2.73' },
};
