import type { BookletView, ComparisonView, IndexView, ProjectView } from './views.ts';

/** Views in which every list has an element and every optional thing is there: templates are judged against them. */
export const SAMPLE_PROJECT: ProjectView = {
  anchor: 'p-0',
  name: '样例项目',
  code: '52270022P004296102284',
  digest: '3f9a1c2e77',
  unit: '样例单位',
  year: '2022',
  facts: [{ label: '预算金额', text: '2.73 万元' }],
  columns: { indicator: '14', value: '9', unit: '4', remark: '17', explanation: '7' },
  goal: ['第一段。', '第二段。'],
  rows: [
    {
      number: '0',
      level1: { label: ['产出指标'], rows: 1 },
      level2: { label: ['数量指标'], rows: 1 },
      indicator: ['三级指标'],
      operator: '≥',
      value: ['4'],
      valueIsText: false,
      unit: '次',
      remark: ['备注'],
      explanation: ['说明'],
    },
  ],
};

export const SAMPLE_BOOKLET: BookletView = {
  title: '样例',
  titleParts: ['样例'],
  unit: '样例单位',
  unitParts: ['样例单位'],
  year: '2022',
  date: '2022年1月1日',
  notes: ['说明。'],
  projects: [
    {
      number: '1',
      anchor: 'p-0',
      name: '样例项目',
      code: '52270022P004296102284',
      indicators: '1',
      budget: '3.00',
      cost: '2.73',
    },
  ],
  total: { indicators: '1', budget: '3.00', cost: '2.73' },
  sentence: '编报绩效目标的项目 1 个，成本指标合计 2.73 万元。',
};

export const SAMPLE_INDEX: IndexView = {
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
      html: 'a.html',
      pdf: 'a.pdf',
      note: '有错误，这是上次的',
    },
  ],
  booklet: { html: 'booklet.html', pdf: 'booklet.pdf' },
  bookletNote: '全册还是上次的。',
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
