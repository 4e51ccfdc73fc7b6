import { expect, test } from 'vitest';
import { openForms } from '../commands/context.ts';
import { inherit } from './inherit.ts';

const base = openForms('').first.source;

test('what is new comes in the order of the page; a heading of the same name is no place', () => {
  const { source, faults } = inherit(base, {
    基于: '预算项目绩效目标表',
    字段: {
      年度目标: { 类型: '段落', 说明: '今年。' },
      中期目标: { 类型: '段落', 说明: '三年。' },
      主管部门: { 类型: '单行', 说明: '部门。' },
    },
    表头: [['项目名称', '主管部门'], { 标题: '年度目标', 并排: ['中期目标', '年度目标'] }],
    行: { 半年指标值: { 类型: '值', 说明: '半年。' } },
    列: [
      { 标题: '三级指标', 内容: '三级指标', 宽: '40' },
      {
        标题: '指标值',
        列: [
          { 标题: '半年', 内容: '半年指标值', 宽: '30' },
          { 标题: '全年', 内容: '指标值', 宽: '30' },
        ],
      },
    ],
  });
  expect(faults).toEqual([]);
  const keys = Object.keys(source.行);
  expect(keys.indexOf('半年指标值')).toBeLessThan(keys.indexOf('指标值'));
  const fields = Object.keys(source.字段).filter((key) => /目标|部门/.test(key) && key !== '绩效目标');
  expect(fields).toEqual(['主管部门', '中期目标', '年度目标']);
});

test('a key of the rows that is left out is left out of inherited examples, new tables and fixed rows', () => {
  const { source, faults } = inherit(base, {
    基于: '预算项目绩效目标表',
    去掉: { 行: ['定性', '定量其他', '备注'] },
    行: { 指标值: { 类型: '值', 必填: '是', 说明: '数或文字。' } },
  });
  expect(faults).toEqual([]);
  expect(source.指标.产出指标?.二级.时效指标).toMatchObject({
    起步: '指标值',
    例: { 三级指标: '完成时限', 指标值: '2022年1月至12月' },
  });
  expect(source.固定行).toEqual([{ 写法: '成本', 三级指标: '项目或定额成本控制率', 指标值: '= 100 %' }]);
  // What the base says stays as it is.
  expect(base.指标.产出指标?.二级.时效指标).toMatchObject({ 起步: '定性' });
});
