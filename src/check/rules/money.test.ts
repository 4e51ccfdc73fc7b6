import { describe, expect, test } from 'vitest';
import { SOUND_TABLE } from '../../test/compile-source.ts';
import { createFinder } from '../../test/family.ts';

const ROW = `      - 三级指标: 培训费
        指标值: ≤ 30 万元
        备注: 教材和场地
`;
const withRow = (row: string) => SOUND_TABLE.replace(ROW, row);
const withValue = (value: string) => SOUND_TABLE.replace('≤ 30 万元', value);
const another = (value: string, name = '资料费') =>
  `${ROW}      - 三级指标: ${name}\n        指标值: ${value}\n`;
const { find, words } = createFinder('money');

describe('money/over-budget', () => {
  const budget = (amount: string) => SOUND_TABLE.replace('绩效目标', `预算金额: ${amount}\n绩效目标`);
  test.each([
    ['under the cost', '29.99 万元', ['3:7 money/over-budget']],
    ['in another unit', '299999 元', ['3:7 money/over-budget']],
    ['equal', '30.00 万元', []],
    ['equal in another unit', '0.003 亿元', []],
  ])('%s', (_, amount, findings) => {
    expect(find(budget(amount))).toEqual(findings);
  });

  test('tells the difference exactly', () => {
    expect(words(budget('29.9 万元'))[0]).toContain('多出 0.1 万元');
  });
});

describe('money/direction', () => {
  test.each([
    ['≥', withValue('≥ 30 万元'), ['17:14 money/direction']],
    ['>', withValue('"> 30 万元"'), ['17:15 money/direction']],
    ['=', withValue('= 30 万元'), []],
    ['a benefit in money', SOUND_TABLE.replace(/定性: 有所.*/, '指标值: ≥ 2 万元'), []],
    ['a cost that is no money', withValue('≥ 30 %'), []],
  ])('%s', (_, table, findings) => {
    expect(find(table)).toEqual(findings);
  });

  test('the hint turns the sign', () => {
    expect(words(withValue('≥ 30 万元'))[0]).toContain('是不是“≤ 30 万元”');
  });
});

describe('money/mixed-units', () => {
  test.each([
    ['元 beside 万元', withRow(another('≤ 5000 元')), ['20:21 money/mixed-units']],
    ['one unit', withRow(another('≤ 0.5 万元')), []],
    ['the price of one thing', withRow(another('≤ 300 元', '人均培训费')), ['20:20 money/not-summed']],
    ['元 for each is no money', withRow(another('≤ 300 元/人')), []],
  ])('%s', (_, table, findings) => {
    expect(find(table)).toEqual(findings);
  });

  test('the hint gives the amount in the other unit', () => {
    expect(words(withRow(another('≤ 5000 元')))[0]).toContain('写成“≤ 0.5 万元”');
  });
});

describe('money/parts', () => {
  const FIRES = [
    ['a wrong sum', '印制资料 2 万。会场 1 万。培训 2 次，会议资料 4 万', '≤ 6 万元'],
    ['units of all kinds', '资料 5,000 元，会场 1 万元', '≤ 2 万元'],
    ['one amount over the limit', '活动经费 10 万', '≤ 6 万元'],
    ['one sum over the limit', '共需经费 8 万元', '≤ 6 万元'],
    ['parts of a part', '培训费 4 万元，其中师资 1 万元、场地 3 万元；资料 3 万元', '≤ 6 万元'],
    ['only some, but more than the whole', '其中会场 4 万元，资料 3 万元等', '≤ 6 万元'],
  ] as const;
  const PASSES = [
    ['the sum', '印制资料 2 万。会场 1 万。培训 2 次，会议资料 3 万', '≤ 6 万元'],
    ['one amount that is the limit', '系列活动 10 万', '≤ 10 万元'],
    ['one amount under the limit', '会场 1 万', '≤ 6 万元'],
    ['a total written with its parts', '资料 2 万元，会场 4 万元，共计 6 万元', '≤ 6 万元'],
    ['parts of a part', '培训费 4 万元，其中师资 1 万元、场地 3 万元；资料 2 万元', '≤ 6 万元'],
    ['only some', '其中会场 2 万元，资料 1 万元', '≤ 6 万元'],
    ['and more', '会场 2 万元，资料 1 万元等', '≤ 6 万元'],
    ['last year’s amount', '2021年实际支出 9 万元，本年会场 2 万元，资料 4 万元', '≤ 6 万元'],
    ['people, not money', '培训 3 万人次，服务 2 万户', '≤ 6 万元'],
    ['a price for each', '每人 300 元，会场 5 万元', '≤ 6 万元'],
    ['a product', '300 元×100 人，会场 9 万元', '≤ 6 万元'],
    ['an estimate', '会场约 4 万元，资料约 3 万元', '≤ 6 万元'],
    ['a range', '会场 4 万元，资料 2—3 万元', '≤ 6 万元'],
    ['a holiday', '2022元旦活动 2 万元，2023元宵活动 4 万元', '≤ 6 万元'],
    ['党 is not a total', '共产党员活动 2 万元，公共服务 4 万元', '≤ 6 万元'],
  ] as const;
  const table = (remark: string, value: string) => withValue(value).replace('教材和场地', remark);

  test.each(FIRES)('fires: %s', (_, remark, value) => {
    expect(find(table(remark, value)).map((line) => line.split(' ')[1])).toEqual(['money/parts']);
  });
  test.each(PASSES)('passes: %s', (_, remark, value) => {
    expect(find(table(remark, value))).toEqual([]);
  });

  test('points at the first amount, in a block too, and shows the sum', () => {
    const remark = '|\n          会场布置，\n          会场 2 万；资料 3 万';
    expect(find(table(remark, '≤ 6 万元'))).toEqual(['20:14 money/parts']);
    expect(words(table(remark, '≤ 6 万元'))[0]).toContain('2 万 + 3 万 = 5 万元，与指标值“≤ 6 万元”对不上');
  });
});
