import { describe, expect, test } from 'vitest';
import { compileTexts, findIn, SOUND_BOOKLET, SOUND_TABLE } from '../../test/compile-source.ts';

const withRemark = (text: string) =>
  SOUND_TABLE.replace('备注: 教材和场地', `备注: |\n${text.replace(/^/gm, '          ')}`);
const findText = (text: string) => findIn(withRemark(text)).filter((found) => found.includes(' text/'));
const hintIn = (text: string) =>
  compileTexts({ '样例.yaml': withRemark(text), 'booklet.yaml': SOUND_BOOKLET })
    .report.diagnostics.filter(({ code }) => code.startsWith('text/'))
    .map(({ hint }) => hint);

describe('quotation marks', () => {
  test.each([
    ['reversed', '开展”七一“系列活动', ['19:13 text/reversed-quotes']],
    ['reversed after a right pair', '“三会一课”和”七一“', ['19:18 text/reversed-quotes']],
    ['reversed across lines', '开展”七\n一“活动', ['19:13 text/reversed-quotes']],
    ['not closed', '开展“七一系列活动', ['19:13 text/unbalanced-quotes']],
    ['not opened', '开展七一”系列活动', ['19:15 text/unbalanced-quotes']],
    ['not opened before a right pair', '七一”和“三会一课”', ['19:13 text/unbalanced-quotes']],
    ['closed by another opening one', '开展“七一“活动', ['19:13 text/unbalanced-quotes']],
    ['single ones not closed', '“开展‘七一活动”', ['19:14 text/unbalanced-quotes']],
    ['right', '“七一”和“三会一课”', []],
    ['nested', '“开展‘七一’活动”和““七一”活动”', []],
    ['across lines', '“比、学、\n赶、超”', []],
    ['an apostrophe', 'Women’s Day 活动', []],
  ])('%s', (_, text, findings) => {
    expect(findText(text)).toEqual(findings);
  });

  test('the hint turns them', () => {
    expect(hintIn('开展”七一“系列活动')).toEqual(['改成 “七一”']);
  });
});

describe('brackets', () => {
  test.each([
    ['a title not closed', '根据《实施意见的通知精神，推进', ['19:13 text/unbalanced-brackets']],
    ['a title not opened', '根据实施意见》推进', ['19:17 text/unbalanced-brackets']],
    ['round', '培训（两期，600人', ['19:13 text/unbalanced-brackets']],
    ['square', '【重点项目', ['19:11 text/unbalanced-brackets']],
    ['pairs of every kind', '《条例（试行）》〔2021〕【重点】〈一〉《关于〈条例〉的通知》', []],
    ['across lines', '培训（两期，\n600人）', []],
    ['items', '1）培训；2）宣传；a)调研；\n三）督导', []],
    ['full-width closed by half-width', '条例（试行)', ['19:16 text/half-width']],
  ])('%s', (_, text, findings) => {
    expect(findText(text)).toEqual(findings);
  });
});

describe('text/half-width', () => {
  test.each([
    ['a comma', '考评和复核, 印制资料', ['19:16 text/half-width']],
    ['a colon', '时间:年底', ['19:13 text/half-width']],
    ['behind a figure', '培训4次,宣传2次;督导1次', ['19:15 text/half-width']],
    ['behind a percentage', '合格率100%;覆盖率', ['19:18 text/half-width']],
    ['brackets', '条例(试行)', ['19:13 text/half-width']],
    ['thousands', '发放1,200份', []],
    ['a time, a ratio, a label', '8:30开始，比例1:2，目标1: 扎实推进', []],
    ['an address', '见https://example.com/?a=1', []],
    ['Latin words', '购买Word, Excel；函数f(x)', []],
    ['items', '(1)培训', []],
    ['full-width', '复核，印制（两册）；时间：年底！？', []],
  ])('%s', (_, text, findings) => {
    expect(findText(text)).toEqual(findings);
  });

  test('one finding a text, with its place corrected', () => {
    expect(findText('复核, 印制, 装订')).toHaveLength(1);
    expect(hintIn('复核, 印制(两册), 装订')).toEqual(['改成全角：“复核，印制（两册），装订”']);
  });

  test('a name is letter for letter what the system has', () => {
    const table = SOUND_TABLE.replace('项目名称: 样例', '项目名称: 样例(2 期)');
    const { report } = compileTexts({ '样例(2 期).yaml': table, 'booklet.yaml': SOUND_BOOKLET });
    expect(report.diagnostics.filter(({ code }) => code.startsWith('text/'))).toEqual([]);
  });
});

describe('text/lost-dot', () => {
  test.each([
    ['a slogan', '以“晋级升星？好花更红”为抓手', ['19:17 text/lost-dot']],
    ['a half-width one, not reported as such too', '以“晋级升星?好花更红”为抓手', ['19:17 text/lost-dot']],
    ['a question', '“我是谁？为了谁”“入党为什么？在党干什么”', []],
    ['several questions', '“学了吗？做了吗？用了吗？”', []],
    ['without quotes', '晋级升星？好花更红', []],
  ])('%s', (_, text, findings) => {
    expect(findText(text)).toEqual(findings);
  });

  test('the hint puts the dot back', () => {
    expect(hintIn('以“晋级升星？好花更红”为抓手')).toEqual(['改成 “晋级升星·好花更红”']);
  });
});

describe('text/blank', () => {
  test.each([
    ['a date: one finding for all of its blanks', '2022 年 1 月至 12 月', ['19:15 text/blank']],
    ['a sum', '印制资料 2 万', ['19:15 text/blank']],
    ['numbers of an outline', '1.1 场地；1.2.1 教材', []],
    ['a no-break space', '印制资料\u00a02册', ['19:15 text/blank']],
    ['none', '2022年1月至12月', []],
    ['between Latin and digits, between Han', 'Word 2019 版、 教材', ['19:20 text/blank']],
    ['items', '1. 培训 A；2. 宣传\n3 督导', []],
    ['a line end', '培训\n4次', []],
  ])('%s', (_, text, findings) => {
    expect(findText(text)).toEqual(findings);
  });

  test('counts them and shows the text without', () => {
    expect(hintIn('2022 年 1 月至 12 月')).toEqual(['去掉空格：“2022年1月至12月”']);
  });

  test('a figure has its blanks by right', () => {
    expect(findIn(SOUND_TABLE).filter((found) => found.includes('text/blank'))).toEqual([]);
  });
});

describe('text/doubled', () => {
  test.each([
    ['commas', '培训，，宣传', ['19:13 text/doubled']],
    ['full stops', '培训。。', ['19:13 text/doubled']],
    ['a comma and a full stop', '培训，。', ['19:13 text/doubled']],
    ['an ellipsis and a dash', '培训……——宣传。', []],
    ['marks and quotes', '“培训。”，“宣传；”', []],
  ])('%s', (_, text, findings) => {
    expect(findText(text)).toEqual(findings);
  });
});
