import { expect, test } from 'vitest';
import { type Repository, withRepository } from '../../test/repository.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { toComparisonReport } from './json.ts';
import { formatMarkdown } from './markdown.ts';
import { formatComparisonText } from './text.ts';

/** What text from strangers would like to be read as, by Markdown, by HTML and by sites in the finished page. */
const HOSTILE = [
  '@someone @组/队 #123 !45 ~bug %12 %"里程碑" $6 &7 ^alert#8 GH-9 owner/repo#1 a@b.example',
  'https://evil.example www.evil.example _www.evil.example_ _GH-9_ ftp://evil.example mailto:a@b.example javascript:alert(1)',
  '![图](https://evil.example/x.png) [链接](//evil.example) [x]: //evil.example <https://evil.example>',
  '</details></td></table><script>alert(1)</script><img src=x onerror=alert(1)><!-- 藏 -->',
  '**粗** __粗__ `码` ```js ~~删~~ $$公式$$ :smile: | 列 | \\| # 题 > 引 - [ ] 单 1. 序 === ---',
  '{{ x }} {% x %} %{x} [[_TOC_]] ::include{file=x} &lt;b&gt; &#64;name &amp;',
];
const STEERING = '\u001b[2J\u202e反\u2066\u200b\u2028\r\u0007';

/** As a reader's browser has it before sites look for references in it. */
const decode = (markdown: string) =>
  markdown.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

test('no character of a text is left that Markdown or HTML would read as a mark', () => {
  for (const text of HOSTILE) {
    const safe = escapeMarkdown(text);
    expect(safe.replace(/&#\d+;/g, ' ')).not.toMatch(/[&<>"'`*_~[\]()|\\$#@!^{}]|==|:\/\/|www\./);
    expect(decode(safe).replaceAll('\u2060', '')).toBe(text);
  }
});

test('in the finished page nothing looks like a mention, a reference or an address', () => {
  for (const text of HOSTILE) {
    expect(decode(escapeMarkdown(text))).not.toMatch(
      /@[\w\p{Script=Han}]|#\w|[!~%$&^][\w"]|\bGH-\d|:\/\/|www\.|mailto:\w|:\w+:|::/u,
    );
  }
});

test('what steers or hides becomes a character that is seen; a line break keeps the text in its cell', () => {
  expect(escapeMarkdown(STEERING)).toMatch(/^\ufffd&#91;2J\ufffd反(?:\ufffd){5}$/u);
  expect(escapeMarkdown('一\n/close\n# 二')).toBe('一<br>/close<br>&#35;&#8288; 二');
});

test('hostile texts, file names and revision names, in all that is written', async () => {
  await withRepository(async ({ git, put, read, diff }) => {
    const text = HOSTILE.concat(STEERING.replaceAll(/[\u2028\r]/g, '')).join('\n\n');
    const quoted = JSON.stringify(text);
    const name = '@someone <b> #1 [x](y) `z` &lt;';
    const source = read('projects/2022/党员干部教育经费.yaml').toString();
    put(
      `projects/2022/${name}.yaml`,
      source
        .replace(/^项目名称: .*$/m, () => `项目名称: ${JSON.stringify(name)}`)
        .replace(/绩效目标: \|\n(?: {2}.*\n)+/, () => `绩效目标: ${quoted}\n`)
        .replace('三级指标: 培训费', () => `三级指标: ${quoted}`),
    );
    put('projects/2022/党员干部教育经费.yaml', null);
    put('projects/2022/@坏 <details>.yaml', `${text.slice(0, 200)}: [\n`);
    git(['branch', '@everyone-<b>-`#1`']);
    const { range, comparison, texts } = await diff('@everyone-<b>-`#1`');
    const report = toComparisonReport(range, comparison, texts, 'zh');
    expect(report.notCompared).toHaveLength(1);
    expect(report.projects).toMatchObject([{ change: 'renamed', previousName: '党员干部教育经费' }]);

    const markdown = formatMarkdown(report, 'zh');
    const tags = new Set(markdown.match(/<[^>]*>?/g));
    expect([...tags].sort()).toEqual(
      expect.arrayContaining(['<b>', '</b>', '<br>', '</details>', '</summary>', '<summary>']),
    );
    for (const tag of tags)
      expect(tag).toMatch(/^<(?:details open|details|\/?(?:b|br|del|ins|summary|details))>$/);
    const own =
      /^(?:### .*|\|.*\|| *- .*|文件 .*|<\/?details.*|有变化的项目：.*|还有 \d+ 条没有列在这里。|\*\*读不出来，没有比\*\*|读不出来.*|（有文件读不出来.*|)$/;
    expect(markdown.split('\n').filter((line) => !own.test(line))).toEqual([]);
    for (const line of markdown.split('\n').filter((row) => row.startsWith('|')))
      expect(line.match(/\|/g)).toHaveLength(5);
    expect(decode(markdown)).not.toMatch(/@\w|#\d|[!~$^][\w"]|:\/\/|www\./);

    const plain = formatComparisonText(report, {
      language: 'zh',
      verbose: true,
      hasColour: false,
      paint: (_, painted) => painted,
    });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(plain).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/);
  });
});

const reportOf = async ({ diff }: Repository) => {
  const { range, comparison, texts } = await diff();
  return formatMarkdown(toComparisonReport(range, comparison, texts, 'zh'), 'zh');
};

test('a comment about many files stays below 65,536 characters, and names what it leaves out', async () => {
  await withRepository(async (repository) => {
    const { put, read, commit } = repository;
    const source = read('projects/2022/党员干部教育经费.yaml').toString();
    const write = (goal: string) => {
      for (let index = 0; index < 150; index += 1)
        put(
          `projects/2022/项目${index}.yaml`,
          source
            .replace(/^项目名称: .*$/m, `项目名称: 项目${index}`)
            .replace(/^项目编码: .*$/m, `项目编码: 52270022Z${String(index).padStart(12, '0')}`)
            .replace('开展党务干部培训', goal),
        );
    };
    write('开展党务干部培训');
    commit('许多项目');
    write('组织党务干部轮训。'.repeat(40));
    const many = await reportOf(repository);
    expect(many.length).toBeLessThan(65_536);
    const tables = many.match(/^<details><summary>修改/gm)?.length ?? 0;
    const named = many.match(/^- 修改 <b>/gm)?.length ?? 0;
    expect(tables).toBeGreaterThan(20);
    expect(named).toBeGreaterThan(20);
    expect(many).toContain(`还有 ${named} 份文件的变化没有列在这里，只列出了名称。`);
    expect(tables + named).toBe(150);
  });
});

test('a comment about many rows stays below 65,536 characters, and counts those that it leaves out', async () => {
  await withRepository(async (repository) => {
    const rows = Array.from(
      { length: 390 },
      (_, index) => `      - 三级指标: 第${index}次培训${'甲乙丙丁'.repeat(45)}\n        指标值: ≥ 4 次\n`,
    );
    repository.edit('党员干部教育经费', '    质量指标:', `${rows.join('')}    质量指标:`);
    const one = await reportOf(repository);
    expect(one.length).toBeLessThan(65_536);
    const left = Number(/这份文件还有 (\d+) 行变化没有列在这里。/.exec(one)?.[1]);
    expect(left).toBeGreaterThan(0);
    expect((one.match(/^\| 新增 /gm)?.length ?? 0) + left).toBe(390);
  });
});

test('both formats name the code of a new or removed project, and say that 4 万元 and 40000 元 are equal', async () => {
  await withRepository(async ({ edit, put, diff }) => {
    edit('机关党建宣传经费', '≤ 4 万元', '≤ 40000 元');
    put('projects/2022/七一系列活动工作经费.yaml', null);
    const { range, comparison, texts } = await diff();
    const report = toComparisonReport(range, comparison, texts, 'zh');
    const style = {
      language: 'zh',
      verbose: false,
      hasColour: false,
      paint: (_: string, text: string) => text,
    } as const;
    const text = formatComparisonText(report, style);
    expect(text).toContain('≤ 4 万元 → ≤ 40000 元（相等）');
    expect(text).toMatch(/删除 七一系列活动工作经费.*\n {2}项目编码 {2}52270022P00430210140M\n/);
    const markdown = formatMarkdown(report, 'zh');
    expect(markdown).toContain('| 相等 |');
    expect(decode(markdown)).toMatch(/项目编码<\/b> \| 52270022P00430210140M \|/);
  });
});
