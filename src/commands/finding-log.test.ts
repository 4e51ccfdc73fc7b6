import { expect, test } from 'vitest';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { createFindingLog } from './finding-log.ts';

/** What is told of each state of a table, as `+ code`, `- code` and `~ code` for what is suppressed. */
function follow(...tables: string[]): string[][] {
  const log = createFindingLog();
  return tables.map((table) => {
    const { year } = compileTexts({ '样例.yaml': table, 'booklet.yaml': SOUND_BOOKLET });
    const { fresh, mended, suppressed } = log({ diagnostics: year.diagnostics, years: [year] });
    const tell = (sign: string, list: typeof fresh) => list.map(({ code }) => `${sign} ${code}`);
    return [...tell('+', fresh), ...tell('-', mended), ...tell('~', suppressed)];
  });
}

const HALF = SOUND_TABLE.replace('教材和场地', '教材, 场地');

test('only what changed is reported, wherever it moved', () => {
  expect(follow(SOUND_TABLE, HALF, `# 一行\n${HALF}`, SOUND_TABLE)).toEqual([
    [],
    ['+ text/half-width'],
    [],
    ['- text/half-width'],
  ]);
});

test('a suggestion about a value keeps nothing from being judged', () => {
  const loose = HALF.replace('≥ 95 %', '>= 95 %').replace("'", '');
  const [first = [], second = []] = follow(
    loose.replace('指标值: >= 95 %', "指标值: '>= 95 %'"),
    loose.replace('指标值: >= 95 %', "指标值: '>= 95 %'").replace('教材, 场地', '教材，场地'),
  );
  expect(first.some((line) => line.startsWith('+ value/'))).toBe(true);
  expect(second).toEqual(['- text/half-width']);
});

test('two alike are two', () => {
  const more = HALF.replace(
    '  效益指标',
    '      - 三级指标: 场地费\n        指标值: ≤ 5 万元\n        备注: 教材, 场地\n  效益指标',
  );
  expect(follow(HALF, more, HALF)).toEqual([
    ['+ text/half-width'],
    ['+ text/half-width'],
    ['- text/half-width'],
  ]);
});

test('what a comment suppresses is not mended', () => {
  const suppressed = HALF.replace('        备注', '        # 忽略 text/half-width：原文如此\n        备注');
  expect(follow(HALF, suppressed)).toEqual([['+ text/half-width'], ['~ text/half-width']]);
});

test('what a table that cannot be read had is neither mended nor new when it can be read again', () => {
  for (const broken of [HALF.replace('绩效指标:', '绩效指标：'), HALF.replace('三级指标', '三级指标名')]) {
    const [, second = [], third = []] = follow(HALF, broken, HALF);
    expect(second.filter((line) => /^[-~]/.test(line))).toEqual([]);
    expect(third.filter((line) => line.startsWith('+'))).toEqual([]);
    expect(third.every((line) => /^- (?:yaml|schema)\//.test(line))).toBe(true);
  }
});

test('a value that is wrong is neither mended nor new while YAML cannot read its table', () => {
  const wrong = HALF.replace('≥ 4 次', '4');
  const broken = wrong.replace('项目编码: ', '项目编码：');
  expect(follow(wrong, broken, wrong, HALF)).toEqual([
    ['+ value/no-unit', '+ text/half-width'],
    ['+ yaml/full-width-colon'],
    ['- yaml/full-width-colon'],
    ['- value/no-unit'],
  ]);
});
