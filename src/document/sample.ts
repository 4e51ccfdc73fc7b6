import type {
  BookletView,
  ComparisonView,
  CoverView,
  FactCellView,
  IndexView,
  OutputLinks,
  ResultsBookletView,
  TableView,
} from './views.ts';

const SAMPLE_CELL: FactCellView = {
  isHeading: false,
  scope: 'row',
  kind: 'code',
  label: '项目名称',
  field: '项目名称',
  columns: '4',
  rows: '2',
  isName: true,
  text: ['样例项目'],
  choices: [{ option: '甲', isChosen: true }],
  room: '3',
};

/** Views in which every list has an element and every optional thing is there: templates are judged against them. */
export const SAMPLE_PROJECT: TableView = {
  anchor: 'p-0',
  isUpright: true,
  name: '样例项目',
  code: '52270022P004296102284',
  digest: '3f9a1c2e77',
  unit: '样例单位',
  year: '2022',
  title: '样例表',
  widths: ['5', '14'],
  lines: [
    {
      isLong: true,
      isTied: true,
      isBelow: true,
      cells: [SAMPLE_CELL, { ...SAMPLE_CELL, isHeading: true }],
    },
  ],
  foot: [{ isLong: true, isTied: true, isBelow: true, cells: [SAMPLE_CELL] }],
  closings: [{ isNote: true, text: '注：样例。', names: [{ label: '填报人', field: '填报人', text: '甲' }] }],
  factWidths: ['5', '14'],
  spans: ['1', '1'],
  headings: [[{ text: '备注', subheading: '（指标解释等）', scope: 'col', columns: '1', rows: '2' }]],
  rows: [
    {
      number: '0',
      cells: [
        {
          kind: 'level1',
          field: '一级指标',
          isLabel: true,
          rows: '1',
          parts: ['产出指标'],
          isName: false,
          text: [],
        },
        {
          kind: 'indicator',
          field: '三级指标',
          isLabel: false,
          rows: '1',
          parts: [],
          isName: true,
          text: ['甲'],
        },
        { kind: 'unit', field: '指标值', isLabel: false, rows: '1', parts: [], isName: false, text: ['次'] },
      ],
    },
  ],
  total: [{ isHeading: true, columns: '5', text: '总分' }],
};

const SAMPLE_ROW = {
  number: '1',
  anchor: 'p-0',
  name: '样例项目',
  code: '52270022P004296102284',
  indicators: '1',
  budget: '3.00',
  cost: '2.73',
};

const SAMPLE_COVER: CoverView = {
  title: '样例',
  titleParts: ['样例'],
  unit: '样例单位',
  unitParts: ['样例单位'],
  year: '2022',
};

export const SAMPLE_BOOKLET: BookletView = {
  isUpright: true,
  ...SAMPLE_COVER,
  date: '2022年1月1日',
  notes: ['说明。'],
  isByOffice: true,
  hasTables: true,
  hasCodes: true,
  departments: [{ anchor: 'p-1', name: '样例整体' }],
  projects: [SAMPLE_ROW],
  offices: [
    {
      number: '1',
      depth: '1',
      anchor: 'p-0',
      name: '样例单位',
      departments: [{ anchor: 'p-1', name: '样例整体' }],
      tables: [SAMPLE_ROW],
      projects: '1',
      indicators: '1',
      budget: '3.00',
      cost: '2.73',
    },
  ],
  total: { projects: '1', indicators: '1', budget: '3.00', cost: '2.73' },
  sentence: '编报绩效目标的项目 1 个，成本指标合计 2.73 万元。',
};

export const SAMPLE_RESULTS: ResultsBookletView = {
  isUpright: true,
  ...SAMPLE_COVER,
  columns: [{ heading: '执行率', kind: 'number' }],
  tables: [
    {
      number: '1',
      anchor: 'p-0',
      name: '样例项目',
      code: '52270022P004296102284',
      cells: [{ text: '95.00%', isAmount: true }],
    },
  ],
  total: [{ text: '95.00%', isAmount: true }],
  sentence: '自评的项目 1 个，平均得分 95.00：优 1 个。',
};

const SAMPLE_LINKS: OutputLinks = {
  html: 'a.html',
  pdf: 'a.pdf',
  exports: [{ label: 'Excel', href: 'a.xlsx' }],
};

export const SAMPLE_INDEX: IndexView = {
  hasOffices: true,
  hasTables: true,
  offices: [
    {
      ...SAMPLE_LINKS,
      ...{ name: '样例单位', depth: '1', index: 'a/index.html' },
      ...{ filed: '1', unfinished: '0', faulty: '0', budget: '3.00', cost: '2.73' },
    },
  ],
  title: '样例',
  unit: '样例单位',
  year: '2022',
  sentence: '编报绩效目标的项目 1 个，成本指标合计 2.73 万元。',
  projects: [
    {
      number: '1',
      name: '样例项目',
      code: '52270022P004296102284',
      budget: '3.00',
      cost: '2.73',
      ...SAMPLE_LINKS,
      note: '有错误，这是上次的',
    },
  ],
  booklet: SAMPLE_LINKS,
  bookletNote: '全册还是上次的。',
  results: [
    {
      title: '自评',
      sentence: '项目 1 个：已写 1 个。',
      hasScores: true,
      booklet: SAMPLE_LINKS,
      rows: [
        {
          name: '样例项目',
          ...SAMPLE_LINKS,
          state: '已写',
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
  total: { budget: '3.00', cost: '2.73' },
};

const SAMPLE_MARKS = [[{ text: '一年一次', isRemoved: true, isAdded: false }]];

const SAMPLE_FIELD = {
  label: '绩效目标',
  before: SAMPLE_MARKS,
  after: SAMPLE_MARKS,
  difference: ['+0.27 万元'],
};

export const SAMPLE_COMPARISON: ComparisonView = {
  unit: '样例单位',
  ends: '2022年1月20日的提交 1a2b3c4 → 工作区现在的文件',
  totals: [{ label: '项目数', before: '8', after: '9', difference: ['+1'] }],
  withheld: ['不作比较。'],
  projects: [
    {
      number: '1',
      anchor: 'c-1',
      office: [
        {
          name: '样例镇（2022/样例镇）',
          totals: [{ label: '项目数', before: '1', after: '1', difference: [] }],
        },
      ],
      name: '样例项目',
      code: '52270022P004296102284',
      digests: '3f9a1c2e77 → 4b3ac56598',
      change: '修改',
      previous: [{ label: '原名称', text: '样例' }],
      cost: { before: '2.73', after: '3', difference: '+0.27' },
      fields: [SAMPLE_FIELD],
      rows: [
        {
          level1: { label: ['产出指标'], rows: 1 },
          level2: { label: ['数量指标'], rows: 1 },
          indicator: ['三级指标'],
          what: '指标值',
          before: SAMPLE_MARKS,
          after: SAMPLE_MARKS,
          difference: ['+0.27 万元'],
        },
      ],
    },
  ],
  booklets: [{ label: '2022年度汇编', fields: [SAMPLE_FIELD] }],
  notes: ['读不出来。'],
  isEmpty: true,
};
