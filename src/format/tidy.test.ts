import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from '../read/parse.ts';
import { WORDS } from '../test/forms.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { orderOf, ROW } from './key-order.ts';
import { splitSentences } from './sentences.ts';
import { tidy } from './tidy.ts';

function tidyText(text: string): string {
  const { value, diagnostics } = parse({ file: '样例.yaml', stem: '样例', text }, WORDS);
  expect(diagnostics).toEqual([]);
  if (value === null) throw new Error('no YAML');
  return tidy(value);
}

/** Tidies twice: the second time there must be nothing left to do. */
function tidyOnce(text: string): string {
  const tidied = tidyText(text);
  expect(tidyText(tidied)).toBe(tidied);
  return tidied;
}

const readSchema = (name: string) => JSON.parse(readFileSync(join(PROGRAM_ROOT, 'schema', name), 'utf8'));

test('the eight tables and their booklet.yaml are canonical', () => {
  const folder = join(PROGRAM_ROOT, 'projects', '2022');
  const names = readdirSync(folder);
  expect(names).toHaveLength(9);
  for (const name of names) {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(tidyOnce(text)).toBe(text);
  }
});

test('the order of keys is the schemas’', () => {
  const table = readSchema('project.schema.json');
  const { 绩效指标: tree } = table.properties;
  const booklet = readSchema('booklet.schema.json');
  const { top, below } = orderOf(WORDS, false);
  expect(top).toEqual(Object.keys(table.properties));
  expect(orderOf(WORDS, true).top).toEqual(Object.keys(booklet.properties));
  expect(below.get('绩效指标')).toEqual(Object.keys(tree.properties));
  for (const [level1, { properties }] of Object.entries<{ properties: object }>(tree.properties)) {
    expect(below.get(level1)).toEqual(Object.keys(properties));
  }
  expect(below.get(ROW)).toEqual(Object.keys(table.definitions.row.properties));
});

test('order of keys, with every comment where it belongs', () => {
  const tidied = tidyOnce(`# yaml-language-server: $schema=x
# 全文的说明

# 编码的来源
项目编码: "52270022P004296102284" # 照抄


项目名称:   '样例'
绩效指标: # 两组
    # 关于满意度
    满意度指标:
        满意度指标: [{指标值: '＝100%', 三级指标: 满意度}] # 调查
    产出指标:
        # 关于质量
        质量指标:
        - 三级指标: 合格率
          指标值: ">= 95%"
        # 关于第二行
        - # 关于名称
          备注: 甲 # 尾
          指标值: ≥4次
          # 名称
          三级指标: 次数
          # 本行之后
        # 质量完
    # 产出完
    # 全组完
# 全文完`);
  expect(tidied).toBe(`# yaml-language-server: $schema=x
# 全文的说明

项目名称: 样例

# 编码的来源
项目编码: 52270022P004296102284 # 照抄
绩效指标: # 两组
  产出指标:
    # 关于质量
    质量指标:
      - 三级指标: 合格率
        指标值: ≥ 95 %
      # 关于第二行
      # 关于名称
      # 名称
      - 三级指标: 次数
        # 本行之后
        指标值: ≥ 4 次
        备注: 甲 # 尾
      # 质量完
  # 产出完
  # 全组完
  # 关于满意度
  满意度指标:
    满意度指标:
      - 三级指标: 满意度 # 调查
        指标值: = 100 %
# 全文完
`);
});

describe('texts', () => {
  const remark = (value: string) =>
    tidyOnce(`备注: ${value}\n`)
      .replace(/^备注: ?/, '')
      .replace(/\n$/, '');
  const long = '开展党务干部培训，提升党务干部能力素质，增强党务干部的履职能力，端正入党动机';

  test.each([
    ['short sentences stay in their line', '甲。乙。', '甲。乙。'],
    ['long ones go a line each', `${long}。好。`, `|\n  ${long}。\n  好。`],
    ['a sentence that is long alone', `${long}${long}`, `|\n  ${long}${long}`],
    ['a block is broken by sentences', '|-\n    甲。乙！\n    丙', '|\n  甲。\n  乙！\n  丙'],
    ['an author’s own breaks stay', '|\n  甲，\n  乙', '|\n  甲，\n  乙'],
    ['paragraphs', '|\n  甲\n\n\n  乙  \n', '|\n  甲\n\n  乙'],
    [
      'not inside quotes and brackets',
      '|\n  以“升星？好花”（见上。）为准',
      '|\n  以“升星？好花”（见上。）为准',
    ],
    ['not before a blank, which would be lost', '|\n  1. 甲； 2. 乙', '|\n  1. 甲； 2. 乙'],
    ['a folded block is its author’s to mend', '>\n    甲\n    乙', '>\n  甲\n  乙'],
    ['quotes only where YAML wants them', "'甲'", '甲'],
    ['quotes that YAML wants', "'甲: 乙'", '"甲: 乙"'],
    ['quotes that keep an editor from reading a number', "'1e3'", '"1e3"'],
    ['a figure in words is no figure', '≥4次', '≥4次'],
    ['nothing', '', ''],
    ['an empty text', "''", '""'],
  ])('%s', (_, value, expected) => {
    expect(remark(value)).toBe(expected);
  });

  test('lines break behind closing quotes and join again to the same text', () => {
    const line = '他说：“好。”（完）。再来！？”乙“。丙；丁';
    const lines = splitSentences(line);
    expect(lines).toEqual(['他说：“好。”', '（完）。', '再来！？”', '乙“。丙；丁']);
    expect(lines.join('')).toBe(line);
  });
});

test.each([
  ['＝76.00个', '= 76.00 个'],
  ['"≦2.73万元"', '≤ 2.73 万元'],
  ['100%', '100%'],
  ['≥ ４ 次', '≥ ４ 次'],
  ['≥95', '≥95'],
  ['良好', '良好'],
])('指标值: %s', (written, expected) => {
  expect(tidyOnce(`指标值: ${written}\n`)).toBe(`指标值: ${expected}\n`);
});

test('amounts of the budget', () => {
  expect(tidyOnce('预算金额: 2.73万元\n')).toBe('预算金额: 2.73 万元\n');
});

test('CRLF, trailing blanks and many empty lines go; one empty line stays where there were some', () => {
  const text =
    '\r\n\r\n项目名称: 样例  \r\n\r\n\r\n绩效目标: |\r\n  甲\r\n\r\n\r\n# 注\r\n绩效指标:\r\n\r\n  产出指标: {}\r\n\r\n';
  expect(tidyOnce(text)).toBe('项目名称: 样例\n\n绩效目标: |\n  甲\n\n# 注\n绩效指标:\n  产出指标: {}\n');
});

test('keys that the form does not know stay behind their neighbours', () => {
  expect(tidyOnce('绩校目标: 甲\n项目编码: 乙\n别的: 丙\n项目名称: 丁\n"": 戊\n')).toBe(
    '绩校目标: 甲\n项目名称: 丁\n"": 戊\n项目编码: 乙\n别的: 丙\n',
  );
});

test('whatever is in a source, it is kept: a thousand damaged tables', () => {
  const folder = join(PROGRAM_ROOT, 'projects', '2022');
  const tables = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const pieces = [
    '# 注',
    '  # 注',
    '        # 注',
    '',
    ' ',
    "'",
    '"',
    '|',
    '>',
    '- ',
    '。',
    '“',
    '\t',
    '\r',
    '　',
    '? ',
    '{}',
    '\u2028',
  ];
  let seed = 1;
  const next = (below: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  let sound = 0;
  for (let round = 0; round < 1000; round += 1) {
    const lines = (tables[next(tables.length)] ?? '').split('\n');
    for (let slip = 0; slip < 2; slip += 1) {
      const at = next(lines.length);
      const piece = pieces[next(pieces.length)] ?? '';
      const line = lines[at] ?? '';
      if (next(2) === 0) lines.splice(at, 0, piece);
      else lines[at] = line.slice(0, next(line.length + 1)) + piece + line.slice(next(line.length + 1));
    }
    const { value } = parse({ file: '样例.yaml', stem: '样例', text: lines.join('\n') }, WORDS);
    if (value === null) continue;
    sound += 1;
    // Throws when a word or a comment is lost.
    tidyOnce(tidy(value));
  }
  expect(sound).toBeGreaterThan(200);
});

test('every way to break a line, in every text: what prints stays', () => {
  const pieces = ['\\n', '\\r', '\\t', ' ', '。', 'a', '\\v', '\\u3000', '\\u2028'];
  const texts = pieces.flatMap((a) => pieces.flatMap((b) => pieces.map((c) => a + b + c)));
  for (const between of texts) {
    const text = `绩效目标: "。${between}a"\n标题: "a${between}。"\n备注: "《a${between}"\n`;
    const { value } = parse({ file: '样例.yaml', stem: '样例', text }, WORDS);
    if (value === null) throw new Error(text);
    // Throws when what is printed would change.
    tidyOnce(tidy(value));
  }
});
