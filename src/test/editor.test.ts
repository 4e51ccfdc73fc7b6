import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { PROGRAM_ROOT } from '../util/program.ts';
import { SOUND_BOOKLET, SOUND_TABLE } from './compile-source.ts';
import { WORDS } from './forms.ts';
import { type Completion, type Editor, openEditor, type Position } from './language-server.ts';

const MODELINE = '# yaml-language-server: $schema=../../schema/project.schema.json\n';
const TABLE = MODELINE + SOUND_TABLE;
const { groups: GROUPS } = WORDS;
const SETTINGS = JSON.parse(readFileSync(join(PROGRAM_ROOT, '.vscode/settings.json'), 'utf8'));

let folder: string;
let editor: Editor;

/** A copy of the project's layout, with a blank and Chinese characters in its path. */
beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), '绩效 目标-')));
  for (const name of ['schema', 'projects']) {
    cpSync(join(PROGRAM_ROOT, name), join(folder, name), { recursive: true });
  }
  editor = await openEditor(folder, SETTINGS);
});

afterAll(async () => {
  await editor?.close();
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
/** A new file's path; the server remembers every one that was opened. */
const newFile = (year = '2022') => `projects/${year}/样例${++files}.yaml`;

/** Takes the cursor `¦` out of a text. */
function takeCursor(marked: string): { text: string; position: Position } {
  const before = marked.slice(0, marked.indexOf('¦')).split('\n');
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  return { text: marked.replace('¦', ''), position };
}

/** What is offered at the cursor, in the order in which VS Code lists it. */
async function completeAt(marked: string, path = newFile()): Promise<Completion[]> {
  const { text, position } = takeCursor(marked);
  await editor.open(path, text);
  const items = await editor.complete(path, position);
  const rank = ({ sortText, label }: Completion) => sortText ?? label;
  return items.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

const labelsAt = async (marked: string) => (await completeAt(marked)).map(({ label }) => label);

/** The keys among the offers; a skeleton named after its schema is the server's own. */
async function keysAt(marked: string): Promise<string[]> {
  return (await labelsAt(marked)).filter((label) => !/[ （]|^一行|^预算项目绩效|^年度汇编/.test(label));
}

/** The text after an offer is taken, as VS Code does it: further lines get the indentation of the first. */
function accept(marked: string, { textEdit }: Completion): string {
  const lines = takeCursor(marked).text.split('\n');
  const { start, end } = textEdit.range;
  const line = lines[start.line] ?? '';
  const indentation = /^ */.exec(line)?.[0] ?? '';
  const filled = textEdit.newText
    .replace(/\$\{\d+\|([^,|]+)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:数字\}/g, '7')
    .replace(/\$\{\d+:([^}]+)\}/g, '$1')
    .replace(/\$\d+/g, '待填');
  lines[start.line] =
    line.slice(0, start.character) +
    filled.replaceAll('\n', `\n${indentation}`) +
    (lines[end.line] ?? '').slice(end.character);
  return lines.join('\n');
}

async function underlinesOf(text: string, path = newFile()): Promise<string[]> {
  const underlines = await editor.open(path, text);
  return underlines.map(({ range: { start, end }, message }) => {
    const marked = start.line === end.line ? text.split('\n')[start.line] : undefined;
    return `${start.line + 1} ${marked?.slice(start.character, end.character) ?? ''}: ${message}`;
  });
}

describe.concurrent('completion lists, in the form’s order', () => {
  const below = (line: string, cursor: string) =>
    TABLE.replace(new RegExp(`(${line}:\\n)[^]*`), `$1${cursor}`);

  test.each([
    [
      'the keys of a project',
      `${MODELINE}¦\n`,
      ['项目名称', '项目编码', '预算金额', '实施单位', '主管部门', '负责人', '绩效目标', '绩效指标'],
    ],
    [
      'the keys that are left',
      `${MODELINE}项目名称: 样例\n绩效目标: 样例\n¦\n`,
      ['项目编码', '预算金额', '实施单位', '主管部门', '负责人', '绩效指标'],
    ],
    ['一级指标', below('绩效指标', '  ¦\n'), ['产出指标', '成本指标', '效益指标', '满意度指标']],
    ['产出指标', below('产出指标', '    ¦\n'), ['数量指标', '质量指标', '时效指标', '成本指标']],
    ['产出指标, one begun', below('产出指标', '    数¦\n'), ['数量指标', '质量指标', '时效指标', '成本指标']],
    [
      '效益指标',
      below('效益指标', '    ¦\n'),
      ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标'],
    ],
    [
      '满意度指标',
      below(' {2}满意度指标', '    ¦\n'),
      ['服务对象满意度指标', '满意度指标', '社会公众或服务对象满意度指标'],
    ],
    [
      'a row',
      below('数量指标', '      - ¦\n'),
      ['三级指标', '指标值', '定性', '定量其他', '备注', '指标值说明'],
    ],
    [
      'a row with its name',
      below('数量指标', '      - 三级指标: 培训次数\n        ¦\n'),
      ['指标值', '定性', '定量其他', '备注', '指标值说明'],
    ],
  ])('%s', async (_, marked, keys) => {
    expect(await keysAt(marked)).toEqual(keys);
  });

  test('a key is taken with nothing that would have to be deleted', async () => {
    const items = await completeAt(below('数量指标', '      - 三级指标: 培训次数\n        ¦\n'));
    const insertions = items
      .filter(({ label }) => !label.includes(' '))
      .map(({ textEdit }) => textEdit.newText);
    expect(insertions).toEqual(['指标值: ', '定性: ', '定量其他: ', '备注: ', '指标值说明: ']);
  });

  test('signs and units', async () => {
    const items = await completeAt(TABLE.replace('≥ 4 次', '¦'));
    const offers = items.map(({ textEdit }) => textEdit.newText);
    for (const sign of ['≥', '≤', '=', '>', '<']) {
      expect(offers.some((offer) => offer.replace('"', '').startsWith(`${sign} \${1:数字} \${2|`))).toBe(
        true,
      );
    }
    const units = offers.flatMap((offer) => /\$\{2\|([^|]*)\|/.exec(offer)?.[1]?.split(',') ?? []);
    expect(units).toEqual(expect.arrayContaining(['次', '人次', '人', '个', '场', '天', '%', '万元']));
    const taken = items.map((item) => underlinesOf(accept(TABLE.replace('≥ 4 次', '¦'), item)));
    expect((await Promise.all(taken)).flat()).toEqual([]);
  });

  test('of booklet.yaml, which needs no first line', async () => {
    const items = await completeAt('¦\n', 'projects/2031/booklet.yaml');
    expect(items.slice(0, 4).map(({ label }) => label)).toEqual(['新的年度', '标题', '单位', '年度']);
  });
});

describe.concurrent('snippets are where they should be', () => {
  const head = TABLE.slice(0, TABLE.indexOf('      - 三级指标'));
  const tail = TABLE.slice(TABLE.indexOf('    质量指标'));
  const one = '      - 三级指标: 培训次数\n        指标值: ≥ 4 次\n';

  test.each([
    ['on the first line of a list', `${head}      ¦\n${tail}`, 0],
    ['behind a dash', `${head}      - ¦\n${tail}`, 0],
    ['behind a bare dash', `${head}      -¦\n${tail}`, 0],
    ['behind the group', `${head.trimEnd()} ¦\n${tail}`, 0],
    ['below a row', `${head}${one}      ¦\n${tail}`, 1],
    ['behind a dash below a row', `${head}${one}      - ¦\n${tail}`, 1],
    ['behind a dash above a row', `${head}      - ¦\n${one}${tail}`, 0],
    ['in a row that has its name', `${head}${one}      - 三级指标: 待填\n        ¦\n${tail}`, 1],
    ['at the end of the file', `${head}${one}      - ¦`, 1],
  ])('a new indicator %s', async (_, marked, index) => {
    const items = (await completeAt(marked)).filter(({ label }) => label.startsWith('三级指标 + '));
    expect(items.map(({ label }) => label)).toEqual(['三级指标 + 指标值', '三级指标 + 定性']);
    const rows = items.map((item) => parse(accept(marked, item)).绩效指标.产出指标.数量指标[index]);
    expect(rows).toEqual([
      { 三级指标: expect.stringContaining('待填'), 指标值: '≥ 7 次' },
      { 三级指标: expect.stringContaining('待填'), 定性: expect.stringContaining('待填') },
    ]);
    const taken = items.map((item) => underlinesOf(accept(marked, item)));
    expect((await Promise.all(taken)).flat()).toEqual([]);
  });

  test('every list of either tree has both', async () => {
    expect(GROUPS).toHaveLength(14);
    const lists = GROUPS.map(([level1, level2]) =>
      labelsAt(`${MODELINE}绩效指标:\n  ${level1}:\n    ${level2}:\n      ¦\n`),
    );
    for (const labels of await Promise.all(lists))
      expect(labels).toEqual(['三级指标 + 指标值', '三级指标 + 定性']);
  });

  test.each(['2015', '2021'])(
    'a new project of the tree of %s: only its code is still to be written',
    async (tree) => {
      const marked = `${MODELINE}¦\n`;
      const item = (await completeAt(marked)).find(({ label }) => label.startsWith(`新项目（${tree}`));
      const text = accept(marked, item as Completion);
      expect(await underlinesOf(text)).toEqual([
        expect.stringMatching(/^3 待填：系统里的 21 位编码: 项目编码是 21 位/),
      ]);
      const { 产出指标, 成本指标, 效益指标, 满意度指标 } = parse(text).绩效指标;
      expect(Object.keys(产出指标).slice(0, 3)).toEqual(['数量指标', '质量指标', '时效指标']);
      expect((tree === '2015' ? 产出指标.成本指标 : 成本指标.经济成本指标)[0].指标值).toBe('= 100 %');
      expect([效益指标, 满意度指标].map((groups) => Object.values(groups).flat())).toMatchObject([
        [{}],
        [{}],
      ]);
    },
  );

  test('a text over several lines', async () => {
    for (const marked of [
      TABLE.replace('开展党员教育培训4次，培训600人，提升履职能力，全面完成年度任务。', '¦'),
      TABLE.replace('教材和场地', '¦'),
    ]) {
      const item = (await completeAt(marked)).find(({ label }) => label.startsWith('| '));
      expect(await underlinesOf(accept(marked, item as Completion))).toEqual([]);
    }
  });
});

test('hover explains 指标值 in Chinese: what the form wants, how it is written, an example', async () => {
  const path = newFile();
  const { text, position } = takeCursor(TABLE.replace('指标值', '指¦标值'));
  await editor.open(path, text);
  const shown = await editor.hover(path, position);
  for (const words of ['指标值：符号、数、计量单位', '中间各空一格', '不少于', '≤ 2.73 万元'])
    expect(shown).toContain(words);
  expect(shown).not.toMatch(/schema|file:/);
});

describe.concurrent('mistakes are underlined while they are typed, in Chinese', () => {
  test.each([
    ['a misspelt key', '绩效目标', '绩校目标', /^4 绩校目标: 项目名称、.*名称要一字不差/],
    ['a misspelt group', '时效指标', '实效指标', /^13 实效指标: “产出指标”下面只能写.*时效指标/],
    ['a misspelt key of a row', '指标值: ≥ 4', '指标植: ≥ 4', /^9 指标植: 这里写一行指标.*指标值/],
    ['a value without a sign', '≥ 4 次', '100%', /^9 100%: 指标值要写成“符号 数 单位”/],
    ['a value without a unit', '≥ 4 次', '4', /^9 4: 指标值要写成“符号 数 单位”/],
    ['no value', '        指标值: ≥ 4 次\n', '', /^8 三: 一行里，指标值、定性、定量其他三样要写一样/],
    ['two values', '≥ 4 次', '≥ 4 次\n        定性: 好', /^10 定性: 一行里，.*只写一样/],
    ['a code cut short', '52270022P004296102284', '52270022P0', /^3 52270022P0: 项目编码是 21 位/],
    ['a name with a slash', '项目名称: 样例', '项目名称: 样/例', /^2 样\/例: 项目名称写成一行文字/],
    ['an empty key', '三级指标: 培训次数', '三级指标:', /^8 : 这里要写文字/],
    ['text where rows belong', /数量指标:\n.*\n.*\n/, '数量指标: 无\n', /^7 无: 这里要一行一行写三级指标/],
  ])('%s', async (_, from, to, underline) => {
    const underlines = await underlinesOf(TABLE.replace(from, to));
    expect(underlines).toContainEqual(expect.stringMatching(underline));
    expect(underlines.filter((message) => !/: .*\p{Script=Han}/u.test(message))).toEqual([]);
  });

  test('the light bulb offers the right key for a misspelt one', async () => {
    const path = newFile();
    const [, underline] = await editor.open(path, TABLE.replace('绩效目标', '绩校目标'));
    expect(underline && (await editor.offerFixes(path, underline))).toContain('绩效目标');
  });
});

describe.concurrent('a sound source has nothing underlined', () => {
  const year = join(PROGRAM_ROOT, 'projects/2022');
  test.each(readdirSync(year))('%s', async (name) => {
    expect(await underlinesOf(readFileSync(join(year, name), 'utf8'), `projects/2022/${name}`)).toEqual([]);
  });
});

describe.concurrent('sources of other forms have the schema of their form', () => {
  const examples = join(PROGRAM_ROOT, 'templates/forms/例');
  const read = (form: string) =>
    readFileSync(join(examples, `${form}.yaml`), 'utf8').replace('../../../schema', '../../schema');
  const forms = readdirSync(examples)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.replace('.yaml', ''));

  test.each(forms)('nothing is underlined in the example of %s', async (form) => {
    expect(await underlinesOf(read(form), newFile('2023'))).toEqual([]);
  });

  test('a choice offers its options, funds their lines, a list its columns', async () => {
    const city = read('项目支出绩效目标申报表（市级）');
    expect(await labelsAt(city.replace('项目属性: 延续项目', '项目属性: ¦'))).toEqual(
      expect.arrayContaining(['新增项目', '延续项目']),
    );
    expect(await labelsAt(city.replace('  其他资金: 20.5 万元', '  ¦'))).toContain('其他资金');
    const whole = read('部门整体支出绩效目标申报表');
    expect(await labelsAt(whole.replace('    其他资金: 32 万元', '    ¦'))).toContain('其他资金');
    const underlines = await underlinesOf(city.replace('项目属性: 延续项目', '项目属性: 老项目'), newFile());
    expect(underlines).toEqual([expect.stringMatching(/从这几样里选一样：新增项目、延续项目/)]);
  });
});

describe.concurrent('the schema is found', () => {
  const misspelt = SOUND_TABLE.replace('绩效目标', '绩校目标');

  test('by the settings of .vscode alone', async () => {
    expect(await underlinesOf(SOUND_TABLE, newFile('2030'))).toEqual([]);
    expect(await underlinesOf(misspelt, newFile('2030'))).toHaveLength(2);
    expect(await underlinesOf(SOUND_BOOKLET, 'projects/2030/booklet.yaml')).toEqual([]);
    expect(await underlinesOf(SOUND_TABLE, 'projects/2032/booklet.yaml')).not.toEqual([]);
    expect(await underlinesOf(misspelt, 'elsewhere/样例.yaml')).toEqual([]);
  });

  test('by a file’s first line alone', async () => {
    const bare = await openEditor(folder, { 'yaml.schemaStore.enable': false });
    try {
      expect(await bare.open('projects/2022/样例.yaml', misspelt)).toEqual([]);
      expect(await bare.open('projects/2022/另一个.yaml', MODELINE + misspelt)).toHaveLength(2);
    } finally {
      await bare.close();
    }
  });
});
