import { expect, test } from 'vitest';
import { WORDS } from '../../test/forms.ts';
import { findNearest } from './nearest.ts';

test.each([
  ['绩校目标', '绩效目标'],
  ['绩效木标', '绩效目标'],
  ['目标绩效', '绩效目标'],
  ['年度总体目标', '绩效目标'],
  ['项目编号', '项目编码'],
  ['二、项目名称', '项目名称'],
  ['（1）项目名称', '项目名称'],
  ['**项目名称**', '项目名称'],
  ['项目名称（全称）', '项目名称'],
  ['項目名稱', '项目名称'],
  ['负责', '负责人'],
  ['项目负责人', '负责人'],
  ['立项依据', null],
  ['电话', null],
  ['name', null],
  ['', null],
  ['长'.repeat(10_000), null],
])('%s → %s', (word, nearest) => {
  expect(findNearest(word, WORDS.top)).toBe(nearest);
});

test.each([
  ['只标值', '指标值'],
  ['指标名称', '三级指标'],
  ['备注（指标解释等）', '备注'],
  ['评分标准', '指标值说明'],
  ['定性指标', '定性'],
  ['符号', null],
])('in a row: %s → %s', (word, nearest) => {
  expect(findNearest(word, WORDS.row)).toBe(nearest);
});
