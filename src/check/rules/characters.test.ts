import { describe, expect, test } from 'vitest';
import { applyFix } from '../../report/fix.ts';
import { compileTexts, findIn, SOUND_BOOKLET, SOUND_TABLE } from '../../test/compile-source.ts';
import { ordinaryForm } from '../language/compatibility.ts';

const withRemark = (text: string) => SOUND_TABLE.replace('教材和场地', text);
const textFindings = (table: string, booklet = SOUND_BOOKLET) =>
  compileTexts({ '样例.yaml': table, 'booklet.yaml': booklet }).report.diagnostics.filter(
    ({ code }) => code.startsWith('text/') || code.startsWith('value/') || code.startsWith('name/'),
  );
const reported = (table: string) =>
  textFindings(table).map(({ line, column, severity, code }) => `${line}:${column} ${severity} ${code}`);

describe('text/invisible', () => {
  test.each([
    ['zero-width space', '\u200b'],
    ['zero-width joiner', '\u200d'],
    ['word joiner', '\u2060'],
    ['soft hyphen', '\u00ad'],
    ['BOM inside', '\ufeff'],
    ['right-to-left override', '\u202e'],
    ['left-to-right mark', '\u200e'],
    ['isolate', '\u2067'],
    ['backspace', '\u0008'],
    ['escape', '\u001b'],
    ['line separator', '\u2028'],
    ['private use', '\ue000'],
    ['private use that no font has', '\u{10fffd}'],
  ])('%s is an error at its place', (_, character) => {
    expect(reported(withRemark(`教材${character}和场地`))).toEqual(['18:15 error text/invisible']);
  });

  test.each([
    ['ordinary text', '教材 A、B（1）……——·'],
    ['a variation selector of a name', '葛\u{e0100}某'],
    ['an accent', 'Café'],
  ])('%s is none', (_, text) => {
    expect(reported(withRemark(text)).filter((found) => found.includes('text/invisible'))).toEqual([]);
  });

  test('names the code point and the words before it, and is reported once a character', () => {
    const [finding, ...others] = textFindings(withRemark('教材\u200b和\u200b场地'));
    expect(others).toEqual([]);
    expect(finding?.message).toBe('“教材”后面有看不见的字符 U+200B（共 2 个）');
  });

  test('an escape is reported at the whole value', () => {
    expect(reported(withRemark('"教材\\u200b"'))).toEqual(['18:13 error text/invisible']);
  });

  test('a value that is refused already is not reported again', () => {
    expect(reported(SOUND_TABLE.replace('≥ 4 次', '\u200b≥ 4 次'))).toEqual(['8:14 error value/no-number']);
    expect(reported(SOUND_TABLE.replace('≥ 4 次', '≥ 4 \u200b次'))).toEqual(['8:18 error text/invisible']);
  });

  test('switched off for a year, the character without a glyph is still reported', () => {
    const booklet = `${SOUND_BOOKLET}检查:\n  text/invisible: 忽略\n`;
    const codes = textFindings(withRemark('教材\u{10fffd}'), booklet).map(({ code }) => code);
    expect(codes).toEqual(['text/no-glyph']);
  });
});

describe('text/compatibility', () => {
  test.each([
    ['Kangxi radical', '⼀', '一'],
    ['CJK radical', '⻓', '长'],
    ['compatibility ideograph', '\uf9ca', '流'],
    ['square metre', '㎡', '平方米'],
    ['enclosed figure', '㈠', '（一）'],
    ['bracketed figure', '⑴', '（1）'],
    ['figure with a stop', '⒈', '1.'],
    ['ligature', 'ﬁ', 'fi'],
    ['small comma', '﹐', '，'],
    ['half-width full stop', '｡', '。'],
  ])('%s', (_, character, ordinary) => {
    const [finding, ...others] = textFindings(withRemark(`教材${character}和场地`));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'text/compatibility', severity: 'warning', line: 18, column: 15 });
    expect(finding?.hint).toBe(`改成“${ordinary}”`);
  });

  test('circled figures, Roman numerals, full-width signs and degrees are ordinary', () => {
    expect(reported(withRemark('①②Ⅱ％＋＝℃№²：（元）'))).toEqual([]);
    expect(['一', 'm', '﨎'].map(ordinaryForm)).toEqual([null, null, null]);
  });

  test('full-width digits and letters are reported as one word', () => {
    const [finding, ...others] = textFindings(withRemark('教材２０２２Ａ册'));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ column: 15, endColumn: 20, hint: '改成半角：“2022A”' });
  });
});

describe('text/folded', () => {
  const goal = /^绩效目标: (.*)$/m;
  const rewrite = (how: string) =>
    findIn(SOUND_TABLE.replace(goal, how)).filter((found) => /text\//.test(found));
  test.each([
    [
      'a > block',
      '绩效目标: >\n  开展培训4次，\n  全面完成年度任务，提升党员干部的履职能力和服务水平。',
      ['3:7 text/folded'],
    ],
    [
      'a plain text',
      '绩效目标: 开展培训4次，\n  全面完成年度任务，提升党员干部的履职能力和服务水平。',
      ['3:7 text/folded'],
    ],
    [
      'a quoted text',
      '绩效目标: "开展培训4次，\n  全面完成年度任务，提升党员干部的履职能力和服务水平。"',
      ['3:7 text/folded'],
    ],
    [
      'only one of them, whose blank is by a digit',
      '绩效目标: >\n  开展培训，全面提升党员干部的履职能力和服务水平，计划4\n  次，600\n  人。',
      ['3:7 text/folded'],
    ],
    ['a | block', '绩效目标: |\n  开展培训4次，\n  全面完成年度任务，提升党员干部的履职能力和服务水平。', []],
    [
      'a > block of one line',
      '绩效目标: >\n  开展培训4次，全面完成年度任务，提升党员干部的履职能力和服务水平。',
      [],
    ],
    [
      'paragraphs of one line',
      '绩效目标: >\n  开展培训4次，全面完成年度任务，提升党员干部的履职能力和服务水平。\n\n  第二段。',
      [],
    ],
    [
      'line ends escaped',
      '绩效目标: "开展培训4次，\\\n  全面完成年度任务，提升党员干部的履职能力和服务水平。"',
      [],
    ],
  ])('%s', (_, how, findings) => {
    expect(rewrite(how)).toEqual(findings);
  });
});

describe('subscripts', () => {
  const look = (remark: string) =>
    compileTexts({ '样例.yaml': withRemark(remark), 'booklet.yaml': SOUND_BOOKLET }).report.diagnostics;

  test('are reported a word each, with the ordinary characters, and not as boxes', () => {
    const found = look('减少CO₂排放，监测PM₂.₅和NOₓ；CO₂每日一报');
    expect(found.map(({ line, column, code, hint }) => `${line}:${column} ${code} ${hint}`)).toEqual([
      '18:15 text/no-glyph 写成“CO2”',
      '18:23 text/no-glyph 写成“PM2.5”',
      '18:29 text/no-glyph 写成“NOx”',
    ]);
    expect(found.map(({ message }) => message).join()).not.toContain('方框');
    const mended = applyFix(
      withRemark('减少CO₂排放，监测PM₂.₅和NOₓ；CO₂每日一报'),
      found[0]?.fix ?? { edits: [] },
    );
    expect(mended).toBe(withRemark('减少CO2排放，监测PM₂.₅和NOₓ；CO2每日一报'));
    expect(look('减少CO2排放，监测PM2.5和NOx')).toEqual([]);
  });

  test('a rare character beside them is reported, too', () => {
    expect(look('CO₂和𪚥').map(({ message }) => message.includes('U+2A6A5'))).toEqual([false, true]);
  });
});
