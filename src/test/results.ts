/** The table of results that a sound table can have (`SOUND_TABLE`), and its monitoring in the middle of the year. */
export const SOUND_RESULT = `资金: { 年初预算数: 30 万元, 全年预算数: 30 万元, 全年执行数: 28.50 万元 }
完成情况: 举办培训4期，570人次。
指标:
  培训次数: 4 次
  培训合格率: 96 %
  完成时限: 达成
  培训费: 28.5 万元
  履职能力: { 实际: 考核平均分高于上年, 程度: 达成 }
  参训人员满意度: { 实际: 90 %, 原因: 场地小。 }
`;

export const SOUND_MONITORING = `资金: { 年初预算数: 30 万元, 执行数: 12 万元 }
指标:
  培训次数: { 实际: 2 次, 预计: 4 次 }
  培训合格率: 96 %
  完成时限: 正在办
  培训费: 12 万元
  履职能力: 正在考核
  参训人员满意度: 95 %
`;
