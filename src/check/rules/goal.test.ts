import { describe, expect, test } from 'vitest';
import { findIn, SOUND_TABLE } from '../../test/compile-source.ts';

const withGoal = (goal: string) => SOUND_TABLE.replace(/^绩效目标: .*$/m, `绩效目标: ${goal}`);
const find = (table: string) => findIn(table).filter((found) => found.includes('goal/'));
const LONG = '提升党员干部的履职能力和服务水平，推进党建工作常态化、制度化，全面完成年度任务';

describe('goals', () => {
  test.each([
    ['short, which hides that it has no quantity', '提升履职能力。', ['3:7 goal/short']],
    ['29 characters with a quantity', `培训4次${'全'.repeat(25)}`, ['3:7 goal/short']],
    ['30 characters', `培训4次${'全'.repeat(26)}`, []],
    ['no quantity', LONG, ['3:7 goal/no-quantity']],
    ['a document and a date only', `根据黔南考发〔2021〕1号，2022年${LONG}`, ['3:7 goal/no-quantity']],
    ['a name with a number', `目标1：落实三会一课，${LONG}`, ['3:7 goal/no-quantity']],
    ['a percentage', `${LONG}，合格率100%`, []],
    ['a number in words', `${LONG}，培训四次`, []],
  ])('%s', (_, goal, findings) => {
    expect(find(withGoal(goal))).toEqual(findings);
  });
});

describe('goal/no-row', () => {
  test.each([
    ['work without a row', `${LONG}，开展观摩2次`, ['3:49 goal/no-row']],
    ['twice the same', `${LONG}，开展观摩2次，组织观摩`, ['3:49 goal/no-row']],
    ['in a row’s name', `${LONG}，开展培训2次`, []],
    ['only mentioned', `${LONG}，总结以往观摩经验2次`, []],
    ['named in a title', `${LONG}，实施《观摩办法》2次`, []],
  ])('%s', (_, goal, findings) => {
    expect(find(withGoal(goal))).toEqual(findings);
  });

  test('a remark that mentions it is enough', () => {
    const table = withGoal(`${LONG}，开展观摩2次`).replace('教材和场地', '观摩车辆');
    expect(find(table)).toEqual([]);
  });
});
