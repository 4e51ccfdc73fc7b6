import { describe, expect, test } from 'vitest';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../../test/compile-source.ts';

const REMARK = '按照州委统一部署，在机关全面开展创建工作，建立政治过硬、本领高强的干部队伍';
const GOAL = '开展党员教育培训4次，培训600人，提升履职能力，全面完成年度任务。';

/** A second project beside the sound one; it comes later by its code. */
const second = (goal: string, remark: string, name = '党员志愿服务工作经费') =>
  SOUND_TABLE.replace('样例', name)
    .replace('102284', '102303')
    .replace(GOAL, goal)
    .replace('教材和场地', remark);
const first = (remark: string) => SOUND_TABLE.replace('教材和场地', remark);
const find = (one: string, two: string, name = '党员志愿服务工作经费') =>
  compileTexts({ '样例.yaml': one, [`${name}.yaml`]: two, 'booklet.yaml': SOUND_BOOKLET })
    .report.diagnostics.filter(({ code }) => code === 'text/copied' || code === 'text/other-project')
    .map(({ file, line, column, message }) => `${file.slice(14, -5)}:${line}:${column} ${message}`);

describe('text/copied names the other file, at the later project', () => {
  test.each([
    [
      'the goal',
      '教材',
      GOAL,
      '场地',
      ['党员志愿服务工作经费:3:7 绩效目标里有一整段与 projects/2022/样例.yaml 的相同'],
    ],
    [
      'a paragraph of it',
      '教材',
      `|\n  另一段。\n\n  目标 2: ${GOAL.replace('，', '，\n  ')}`,
      '场地',
      ['党员志愿服务工作经费:3:7 绩效目标里有一整段与 projects/2022/样例.yaml 的相同'],
    ],
    [
      'a remark but for its full stop',
      REMARK,
      '另一个目标',
      `${REMARK}。`,
      ['党员志愿服务工作经费:18:13 备注与 projects/2022/样例.yaml 的相同'],
    ],
    ['a short remark', '教材和场地费', '另一个目标', '教材和场地费', []],
    ['another end', REMARK, '另一个目标', `${REMARK}伍`, []],
  ])('%s', (_, remark, goal, otherRemark, findings) => {
    expect(find(first(remark), second(goal, otherRemark))).toEqual(findings);
  });

  test('twice in one project is not meant', () => {
    const table = first(REMARK).replace('指标值: ≥ 95 %\n  ', `指标值: ≥ 95 %\n        备注: ${REMARK}\n  `);
    expect(find(table, second('另一个目标', '场地'))).toEqual([]);
  });
});

describe('text/other-project', () => {
  test.each([
    ['a remark', '用于党员志愿服务的场地', '样例:18:15 这里说的是另一个项目“党员志愿服务工作经费”'],
    ['with 党 left out', '用于员志愿服务', '样例:18:15 这里说的是另一个项目“党员志愿服务工作经费”'],
  ])('%s', (_, remark, finding) => {
    expect(find(first(remark), second('另一个目标', '场地'))).toEqual([finding]);
  });

  test('its own name, a part of its own name and other words are none', () => {
    expect(find(first('志愿服务和党员服务'), second('党员志愿服务', '党员志愿服务场地'))).toEqual([]);
    const longer = second('党员志愿服务', '场地', '样例').replace('样例', '党员志愿服务和培训工作经费');
    const texts = {
      '党员志愿服务工作经费.yaml': second('另一个目标', '场地').replace('102303', '102284'),
      '党员志愿服务和培训工作经费.yaml': longer,
      'booklet.yaml': SOUND_BOOKLET,
    };
    const codes = compileTexts(texts).report.diagnostics.map(({ code }) => code);
    expect(codes).not.toContain('text/other-project');
  });
});

describe('row/repeated', () => {
  const find = (name: string, target: string, below = '产出指标:\n    数量指标:\n') =>
    compileTexts({
      '样例.yaml': SOUND_TABLE.replace(below, `${below}      - 三级指标: ${name}\n        ${target}\n`),
      'booklet.yaml': SOUND_BOOKLET,
    })
      .report.diagnostics.filter(({ code }) => code === 'row/repeated')
      .map(({ severity, line, message }) => `${severity} ${line} ${message}`);

  test.each([
    ['培训次数', '指标值: ≥ 4 次'],
    ['培训次数', '指标值: ≥4次'],
    ['培训次数', '指标值: ">= 4.0 次"'],
    ['培训 次数', '指标值: ≥ 4 次\n        备注: 另一期'],
  ])('%s %s', (name, target) => {
    const line = target.includes('备注') ? 10 : 9;
    expect(find(name, target)).toEqual([`warning ${line} “培训次数”和第 7 行的指标一样，指标值也一样`]);
  });

  test('words, in another group', () => {
    expect(find('履职能力', '定性: 有所提升')).toEqual([
      'warning 23 “履职能力”和第 7 行的指标一样，指标值也一样',
    ]);
  });

  test.each([
    ['培训次数', '指标值: ≥ 5 次'],
    ['培训次数', '指标值: = 4 次'],
    ['培训期数', '指标值: ≥ 4 次'],
    ['项目或定额成本控制率', '指标值: = 100 %\n        备注: 项目或定额成本控制率'],
  ])('%s %s is another row', (name, target) => {
    expect(find(name, target)).toEqual([]);
  });
});
