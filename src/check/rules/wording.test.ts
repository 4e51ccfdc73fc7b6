import { describe, expect, test } from 'vitest';
import { compileTexts, findIn, SOUND_BOOKLET, SOUND_TABLE } from '../../test/compile-source.ts';

const named = (name: string) => SOUND_TABLE.replace('- 三级指标: 履职能力', `- 三级指标: ${name}`);
const reasonsFor = (table: string) =>
  compileTexts({ '样例.yaml': table, 'booklet.yaml': SOUND_BOOKLET })
    .report.diagnostics.filter(({ code }) => code === 'name/slogan')
    .map(({ message }) => message);

/** The 定性 of the row 履职能力, and how it is scored. */
const QUALITATIVE = /定性: (?!2022).*(?:\n {8}指标值说明: .*)?/;

describe('name/slogan: one finding a name, with its reason', () => {
  test.each([
    ['抓好机关工作', ['三级指标“抓好机关工作”说的是要做的事，不是考核的内容']],
    ['进一步增强荣誉感。', ['三级指标“进一步增强荣誉感”说的是要做的事，不是考核的内容']],
    ['加大宣传力度', ['三级指标“加大宣传力度”说的是要做的事，不是考核的内容']],
    ['建强队伍，强化堡垒', ['三级指标“建强队伍，强化堡垒”是一句话，不是名称']],
    ['宣传、活动效果。', ['三级指标末尾有标点']],
    ['全州党政机关和事业单位的党员干部参加教育培训的覆盖率比例', ['三级指标有 28 个字，超过 25 个']],
    ['全州党政机关事业单位的党员干部参加教育培训的覆盖率', []],
    ['提高群众满意度', []],
    ['开展培训次数', []],
    ['落实率', []],
    ['组织生活会次数', []],
    ['党建工作常态化、制度化', []],
  ])('%s', (name, reasons) => {
    expect(reasonsFor(named(name))).toEqual(reasons);
  });

  test('what money is spent on may be worded as it is done, but not at any length', () => {
    const spent = (name: string) => SOUND_TABLE.replace('三级指标: 培训费', `三级指标: ${name}`);
    expect(reasonsFor(spent('开展活动，租用车辆'))).toEqual([]);
    expect(reasonsFor(spent('开展活动场地布置、租用车辆，配备购买志愿者全部的必要物资'))).toEqual([
      '三级指标有 28 个字，超过 25 个',
    ]);
  });

  test('the row of the system is never a finding', () => {
    const row =
      '      - 三级指标: 项目或定额成本控制率\n        指标值: = 100 %\n        备注: 项目或定额成本控制率\n';
    const table = SOUND_TABLE.replace('      - 三级指标: 培训费', `${row}      - 三级指标: 培训费`);
    const [before, after] = [SOUND_TABLE, table].map((text) =>
      findIn(text).map((found) => found.split(' ')[1]),
    );
    expect(after).toEqual(before);
  });
});

describe('row/vague', () => {
  const find = (row: string) =>
    findIn(SOUND_TABLE.replace(QUALITATIVE, row)).filter((found) => found.endsWith('row/vague'));
  test.each(['良好', '有所提升', '不断强化、逐步提升。', '持续增强使命感和荣誉感', '效果显著'])(
    '%s',
    (text) => {
      expect(find(`定性: ${text}`)).toEqual(['22:13 row/vague']);
    },
  );

  test.each(['培训全覆盖', '达到国家标准', '2022年1月至12月', '形成长效机制文件', '持续提升3个位次'])(
    '%s is none',
    (text) => {
      expect(find(`定性: ${text}`)).toEqual([]);
    },
  );

  test('with a 指标值说明 it is allowed', () => {
    expect(find('定性: 有所提升\n        指标值说明: 优良中差分别得分')).toEqual([]);
  });
});
