/** A value before or after a change: its paragraphs, each of stretches that were taken out, put in, or stayed (neither). */
const SAMPLE_MARKS = [[{ text: '一年一次', isRemoved: true, isAdded: false }]];

/** One changed value of a project's own, above its indicators. */
const SAMPLE_FIELD = {
  /** The source's own key, e.g. 绩效目标. */
  label: '绩效目标',
  before: SAMPLE_MARKS,
  after: SAMPLE_MARKS,
  /** 增减: the difference, and what it is in per cent. */
  difference: ['+0.27 万元'],
};

/** A merged label, in the parts between which it may break; it is in the first row of its group and covers `rows` rows. */
const SAMPLE_GROUP = { label: ['产出指标'], rows: 1 } as { label: string[]; rows: number } | null;

/** 项目数, 三级指标数, 成本指标合计. */
const SAMPLE_TOTALS = [{ label: '项目数', before: '8', after: '9', difference: ['+1'] }];

/** 预算项目绩效目标调整前后对照表; see sample.ts. */
export const SAMPLE_COMPARISON = {
  /** 单位; empty when no booklet.yaml names it. */
  unit: '样例单位',
  /** What was compared with what. */
  ends: '2022年1月20日的提交 1a2b3c4 → 工作区现在的文件',
  /** Of each year. */
  totals: SAMPLE_TOTALS,
  /** Why the sums are without differences; nothing when they have them. */
  withheld: ['不作比较。'],
  /** A sheet for each. */
  projects: [
    {
      /** 序号, from 1. */
      number: '1',
      anchor: 'c-1',
      /** The office that it is the first of, with its sums; nothing for the others. */
      office: [{ name: '样例镇（2022/样例镇）', totals: SAMPLE_TOTALS }],
      name: '样例项目',
      code: '52270022P004296102284',
      /** The marks of the table before and after, which trace knows it by; one where they agree or there is one. */
      digests: '3f9a1c2e77 → 4b3ac56598',
      /** 调整类型: 修改, 新增, 删除 or 改名. */
      change: '修改',
      /** 原名称 and 原文件 of a project that was renamed: those that differ. */
      previous: [{ label: '原名称', text: '样例' }],
      /** 成本控制数（万元） before and after, and the difference of the two. */
      cost: { before: '2.73', after: '3', difference: '+0.27' },
      fields: [SAMPLE_FIELD],
      /** Changed values of rows, and rows that were added, removed, renamed or moved. */
      rows: [
        {
          level1: SAMPLE_GROUP,
          level2: SAMPLE_GROUP,
          indicator: ['三级指标'],
          /** 调整内容: 指标值, 备注, …, or what happened to the row. */
          what: '指标值',
          before: SAMPLE_MARKS,
          after: SAMPLE_MARKS,
          difference: ['+0.27 万元'],
        },
      ],
    },
  ],
  /** What changed in the years' booklet.yaml. */
  booklets: [{ label: '2022年度汇编', fields: [SAMPLE_FIELD] }],
  /** Files that could not be compared, a sentence each. */
  notes: ['读不出来。'],
  /** True when the two are the same. */
  isEmpty: true,
};
