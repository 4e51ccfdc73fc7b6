import { describe, expect, test } from 'vitest';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../../test/compile-source.ts';

const find = (table: string) =>
  compileTexts({ '样例.yaml': table, 'booklet.yaml': SOUND_BOOKLET })
    .report.diagnostics.filter(({ code }) => code === 'row/contradiction')
    .map(({ line, column, message }) => `${line}:${column} ${message}`);
const withRow = (name: string, target: string) =>
  SOUND_TABLE.replace('    质量指标:', `      - 三级指标: ${name}\n        ${target}\n    质量指标:`);

describe('row/contradiction', () => {
  test.each([
    ['two rows', withRow('培训次数', '指标值: ≥ 5 次'), ['10:14 “培训”在这张表里有两个数：≥ 4 次 和 ≥ 5 次']],
    [
      'a row and words',
      withRow('工作', '定性: 观摩会≥1次，培训≥5次'),
      ['10:22 “培训”在这张表里有两个数：≥ 4 次 和 ≥5次'],
    ],
    [
      'words twice',
      withRow('工作', '定性: 观摩会≥1次，召开观摩会≥2次'),
      ['10:25 “观摩会”在这张表里有两个数：≥1次 和 ≥2次'],
    ],
    [
      'the goal and a row',
      SOUND_TABLE.replace('党员教育培训4次', '培训3次'),
      ['8:14 “培训”在这张表里有两个数：3次 和 ≥ 4 次'],
    ],
    ['the same count', withRow('培训次数', '指标值: = 4 次'), []],
    ['other units', withRow('培训人数', '指标值: ≥ 500 期'), []],
    ['other things', withRow('观摩培训次数', '指标值: ≥ 5 次'), []],
    ['a rhythm', withRow('工作', '定性: 培训每季度1次'), []],
    ['money', withRow('工作', '定性: 培训费3万元'), []],
  ])('%s', (_, table, findings) => {
    expect(find(table)).toEqual(findings);
  });
});
