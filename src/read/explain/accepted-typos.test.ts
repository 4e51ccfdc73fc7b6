import { expect, test } from 'vitest';
import { findIn, SOUND_TABLE } from '../../test/compile-source.ts';

const found = (from: string, to: string) => {
  const table = SOUND_TABLE.replace(from, () => to);
  expect(table).not.toBe(SOUND_TABLE);
  return findIn(table).filter((finding) => finding.includes('yaml/'));
};
const foundInNote = (note: string) => found('备注: 教材和场地', `备注: ${note}`);

test.each([
  ['州委 #3 会议室', '18:16 yaml/cut-by-hash'],
  ['教材  #场地', '18:17 yaml/cut-by-hash'],
])('%s: what is behind # would not be printed', (note, finding) => {
  expect(foundInNote(note)).toEqual([finding]);
});

test.each([
  '教材  # 待核实',
  '教材 # 待核实',
  '教材 #',
  '教材 ## 待核实',
  '教材 #忽略 text/blank：原文如此',
  '教材  #',
  '教材 # 忽略 text/blank：原文如此',
  '教材#1号',
  '教材＃1号',
  '"州委 #3 会议室"',
  "'州委 #3 会议室'",
  '|\n          州委 #3 会议室',
  '|  # 说明\n          州委会议室',
])('%s: a comment, or no # that cuts', (note) => {
  expect(foundInNote(note)).toEqual([]);
});

test('Chinese quotes are text unless they were to do what straight ones do', () => {
  expect(foundInNote('“% 为单位”')).toEqual(['18:13 yaml/chinese-quotes']);
  expect(foundInNote('“微心愿”')).toEqual([]);
  expect(foundInNote('“微心愿”和“三会一课”')).toEqual([]);
});

test('a key with a full-width colon is not swallowed by the text above it', () => {
  expect(found('绩效目标: ', '实施单位: 样例单位\n  绩效目标：')).toEqual(['4:7 yaml/full-width-colon']);
  expect(found('绩效目标: 开展', '绩效目标: |\n  备注：开展')).toEqual([]);
  expect(found('教材和场地', '"教材\n          备注：场地"')).toEqual([]);
});

test('a key is not swallowed by the block above it', () => {
  const goal = /绩效目标: (.*)\n绩效指标:/.exec(SOUND_TABLE)?.[0] ?? '';
  const block = goal.replace('绩效目标: ', '绩效目标: |\n  ').replace('绩效指标', '  绩效指标');
  expect(found(goal, block)).toEqual(['5:3 yaml/indent']);
});
