import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type OutlineItem, readPdfText } from '../test/pdf-text.ts';
import { withPrintedWorkplace, withWorkplace } from '../test/workplace.ts';
import { PROGRAM_ROOT } from '../util/program.ts';

const NAMES = readdirSync(join(PROGRAM_ROOT, 'projects/2022'))
  .filter((name) => name !== 'booklet.yaml')
  .map((name) => name.replace('.yaml', ''));

/** What a table's source says, in the order in which it should be read on paper: the cells of each row. */
function cellsOf(name: string): string[][] {
  const source = readFileSync(join(PROGRAM_ROOT, 'projects/2022', `${name}.yaml`), 'utf8');
  const table = parse(source, { schema: 'failsafe' }) as Record<
    string,
    Record<string, Record<string, Record<string, string>[]>>
  >;
  return Object.values(table.绩效指标 ?? {}).flatMap((groups) =>
    Object.values(groups).flatMap((rows) =>
      rows.map((row) => {
        const [operator = '', number = '', unit = ''] = row.指标值?.split(' ') ?? ['定性', row.定性];
        return [row.三级指标, operator, number, unit, row.备注 ?? ''].map((cell) =>
          (cell ?? '').replace(/\s/g, ''),
        );
      }),
    ),
  );
}

test('the eight tables: every cell of all 59 rows is in the PDFs, in the HTML and in the booklet', async () => {
  await withWorkplace(async ({ build, read, outputs }) => {
    const built = await build();
    expect(built.diagnostics.filter(({ severity }) => severity !== 'suggestion')).toEqual([]);
    expect(built.printed).toHaveLength(9);
    expect(Object.keys(outputs())).toEqual(
      [...NAMES, 'booklet']
        .flatMap((name) => [`2022/${name}.html`, `2022/${name}.pdf`])
        .concat('2022/index.html', 'manifest.json')
        .sort(),
    );
    const booklet = await readPdfText(read('out/2022/booklet.pdf'));
    const whole = booklet.pages.join('');
    let rows = 0;
    for (const name of NAMES) {
      const pdf = await readPdfText(read(`out/2022/${name}.pdf`));
      const html = read(`out/2022/${name}.html`)
        .toString()
        .replace(/<[^>]*>|\s/g, '');
      for (const cells of cellsOf(name)) {
        rows += 1;
        const row = cells.join('');
        expect(pdf.pages.join('')).toContain(row);
        expect(html).toContain(row);
        expect(whole).toContain(row);
      }
      expect(read(`out/2022/${name}.pdf`).length).toBeLessThan(64_000);
    }
    expect(rows).toBe(59);
    expect(whole).toContain('编报绩效目标的项目8个，成本指标合计90.08万元。');
    expect(read('out/2022/booklet.pdf').length).toBeLessThan(250_000);
  });
});

test('the booklet: parts, bookmarks, page labels, numbers that are where they lead', async () => {
  await withPrintedWorkplace(async ({ read }) => {
    const pdf = await readPdfText(read('out/2022/booklet.pdf'));
    expect(
      pdf.sizes.every(([width, height]) => Math.abs(width - 841.9) < 1 && Math.abs(height - 595.3) < 1),
    ).toBe(true);
    const front = pdf.labels?.filter((label) => /^[ivx]+$/.test(label)) ?? [];
    expect(front).toEqual(['i', 'ii', 'iii', 'iv', 'v'].slice(0, front.length));
    expect(pdf.labels?.slice(front.length)).toEqual(
      pdf.pages.slice(front.length).map((_, index) => String(index + 1)),
    );

    const contents = pdf.links.findIndex((links) => links.length >= NAMES.length);
    const targets = new Set(pdf.links.flat());
    expect([...targets].filter((target) => target.startsWith('p-'))).toHaveLength(8);
    for (const target of targets) {
      const label = pdf.labels?.[await pdf.pageOf(target)];
      expect(label, target).toBeDefined();
      const code = target.replace('p-', '');
      if (target.startsWith('p-')) expect(pdf.pages[await pdf.pageOf(target)]).toContain(code);
    }
    expect(pdf.pages[contents]).toContain('目录');
    const titles = pdf.outline.map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['目录', '汇总表']));
    expect(pdf.outline.flatMap(({ items }) => items.map(({ title }) => title)).sort()).toEqual(
      [...NAMES].sort(),
    );
    expect(pdf.info).toMatchObject({ Title: '2022年度预算项目绩效目标表', Language: 'zh-CN' });
    expect(pdf.hasTags).toBe(true);
  });
});

test('a volume without the tables of its offices has their bookmarks, which lead to their lines', async () => {
  await withWorkplace(async ({ build, read, put }) => {
    const table = read('projects/2022/党员干部教育经费.yaml').toString().replaceAll('2022', '2023');
    put('projects/2023/booklet.yaml', '标题: 汇编\n单位: 某县财政局\n年度: 2023\n内容: 汇总\n');
    for (const [index, office] of ['1-甲局', '1-甲局/1-乙所', '2-丙局'].entries()) {
      put(`projects/2023/${office}/booklet.yaml`, `标题: 汇编\n单位: ${office.slice(-2)}\n`);
      put(
        `projects/2023/${office}/表.yaml`,
        table.replace('党员干部教育经费', '表').replace(/0136F/, `000${index}F`),
      );
    }
    await build({ paths: ['projects/2023'] });
    const pdf = await readPdfText(read('out/2023/booklet.pdf'));
    const [contents, summary] = pdf.outline;
    expect([contents?.title, summary?.title]).toEqual(['目录', '汇总表']);
    const list = (items: OutlineItem[]): unknown[] => items.map(({ title, items }) => [title, list(items)]);
    expect(list(summary?.items ?? [])).toEqual([
      ['甲局', [['乙所', []]]],
      ['丙局', []],
    ]);
  });
});

test('the PDF says what it is, and its date is the year’s, or what SOURCE_DATE_EPOCH says', async () => {
  await withWorkplace(async ({ build, read }) => {
    const path = 'projects/2022/党员干部教育经费.yaml';
    await build({ paths: [path] });
    const { info, hasTags, language } = await readPdfText(read('out/2022/党员干部教育经费.pdf'));
    expect(info).toMatchObject({
      Title: '党员干部教育经费　预算项目绩效目标表',
      Author: '黔南州直属机关工委',
      Subject: '预算项目绩效目标表',
      CreationDate: "D:20220101000000+00'00'",
    });
    expect(String(info.Keywords)).toContain('52270022P00430210136F');
    expect([hasTags, language]).toEqual([true, 'zh-CN']);
    await build({ paths: [path], epoch: 1_700_000_000 });
    expect((await readPdfText(read('out/2022/党员干部教育经费.pdf'))).info.CreationDate).toBe(
      "D:20231114221320+00'00'",
    );
  });
});

test('the same bytes: twice, and one project at a time in reverse', async () => {
  await withPrintedWorkplace(async ({ build, outputs }) => {
    const first = outputs();
    await build({ out: 'again', cores: 1 });
    expect(outputs('again')).toEqual(first);
    for (const name of NAMES.toReversed()) {
      const { printed } = await build({ out: 'single', paths: [`projects/2022/${name}.yaml`] });
      expect(printed).toEqual([`2022/${name}.pdf`]);
    }
    expect(Object.keys(outputs('single')).filter((path) => /booklet|index/.test(path))).toEqual([]);
    await build({ out: 'single' });
    expect(outputs('single')).toEqual(first);
  });
});

describe('only what changed is printed', () => {
  test('nothing, one edit, an output changed by hand, a project deleted, a file that is not ours', async () => {
    await withPrintedWorkplace(async ({ build, outputs, put, read }) => {
      const before = outputs();
      expect((await build()).printed).toEqual([]);
      expect((await build({ force: true })).printed).toHaveLength(9);
      expect(outputs()).toEqual(before);

      const path = 'projects/2022/党员干部教育经费.yaml';
      const source = read(path).toString();
      put(path, source.replace('≤ 30 万元', '≤ 31 万元'));
      expect((await build()).printed.sort()).toEqual(['2022/booklet.pdf', '2022/党员干部教育经费.pdf']);
      put(path, source);
      await build();
      expect(outputs()).toEqual(before);

      put('out/2022/党员干部教育经费.pdf', 'changed by hand');
      expect((await build()).printed).toEqual(['2022/党员干部教育经费.pdf']);
      expect(outputs()).toEqual(before);

      put('out/2022/我的笔记.txt', '别动');
      put(path, null);
      put('out/2022/党员干部教育经费.html', 'changed by hand');
      expect((await build()).removed).toEqual(['2022/党员干部教育经费.pdf']);
      expect(Object.keys(outputs())).toContain('2022/我的笔记.txt');
      expect(read('out/2022/党员干部教育经费.html').toString()).toBe('changed by hand');
    });
  });

  test('a year that is gone takes its outputs with it', async () => {
    await withWorkplace(async ({ build, outputs, put, read }) => {
      for (const name of ['党员干部教育经费.yaml', 'booklet.yaml'])
        put(`projects/2021/${name}`, read(`projects/2022/${name}`));
      await build({ year: '2021' });
      expect(Object.keys(outputs()).filter((path) => path.startsWith('2021/'))).toHaveLength(5);
      await build({ year: '2022' });
      expect(Object.keys(outputs()).filter((path) => path.startsWith('2021/'))).toHaveLength(5);
      put('projects/2021', null);
      expect((await build()).removed).toHaveLength(5);
      expect(Object.keys(outputs()).filter((path) => path.startsWith('2021/'))).toEqual([]);
    });
  });
});

const GOOD = '党员干部教育经费';
const BAD = '党员志愿服务工作经费';
/** Mistakes of every stage, each of which stops its own table. */
const MISTAKES: Record<string, (source: string) => string> = {
  yaml: () => '项目名称：坏\n',
  schema: (source) => source.replace('项目编码', '项目编吗'),
  value: (source) => source.replace('≤ 2.73 万元', '2.73 万元'),
  rule: (source) => source.replace('≤ 2.73 万元', '≤ 待填 万元'),
};

describe('one mistake stops one table', () => {
  test.each(Object.entries(MISTAKES))('%s', async (_, spoil) => {
    await withPrintedWorkplace(async ({ build, outputs, put, read }) => {
      const before = outputs();
      put(`projects/2022/${BAD}.yaml`, spoil(read(`projects/2022/${BAD}.yaml`).toString()));
      const good = read(`projects/2022/${GOOD}.yaml`).toString();
      put(`projects/2022/${GOOD}.yaml`, good.replace('≤ 30 万元', '≤ 31 万元'));
      const built = await build();
      expect(built.printed).toEqual([`2022/${GOOD}.pdf`]);
      expect(built.removed).toEqual([]);
      const after = outputs();
      for (const kept of [`2022/${BAD}.pdf`, `2022/${BAD}.html`, '2022/booklet.pdf', '2022/booklet.html'])
        expect(after[kept], kept).toBe(before[kept]);
      expect(built.messages.map(({ code, args }) => [code, args.names])).toEqual([
        ['build/table-kept', BAD],
        ['build/volume-kept', BAD],
      ]);
      const index = read('out/2022/index.html').toString();
      expect(index).toContain('有错误，这是上次的');
      expect(index).toContain('全册还是上次的');
      // The same state again changes nothing, and a build of all that is right again ends as if nothing had been.
      expect((await build()).printed).toEqual([]);
      expect(outputs()).toEqual(after);
    });
  });

  test('a table that was never printed is named, and index.html leads to nothing that is not there', async () => {
    await withWorkplace(async ({ build, outputs, put, read }) => {
      put('projects/2022/新项目.yaml', '项目名称：坏\n');
      const built = await build();
      expect(built.printed).toHaveLength(8);
      expect(built.messages.map(({ code }) => code)).toEqual(['build/table-held', 'build/volume-held']);
      const index = read('out/2022/index.html').toString();
      const led = [...index.matchAll(/href="([^"]+)"/g)].map(
        ([, path = '']) => `2022/${decodeURIComponent(path)}`,
      );
      expect(led).toHaveLength(16);
      expect(Object.keys(outputs())).toEqual(expect.arrayContaining(led));
      expect(index).toContain('新项目');
      expect(index).toContain('全册要等错误都改好才有');
    });
  });

  test('a year of which no table can be printed says so, and no sum', async () => {
    await withWorkplace(async ({ build, put, read }) => {
      put('projects/2031/booklet.yaml', '标题: 2031年度\n单位: 某局\n年度: 2031\n');
      put('projects/2031/新项目.yaml', '项目名称: 新项目\n项目编码: 待填\n');
      await build({ year: '2031' });
      const index = read('out/2031/index.html').toString();
      expect(index).toContain('共有项目 1 个，都有错误。');
      expect(index).not.toContain('其余');
    });
  });

  test('booklet.yaml: what every table says is printed of none; its own order or notes stop the booklet', async () => {
    await withPrintedWorkplace(async ({ build, outputs, put, read }) => {
      const before = outputs();
      const path = 'projects/2022/booklet.yaml';
      const booklet = read(path).toString();
      put(
        `projects/2022/${GOOD}.yaml`,
        read(`projects/2022/${GOOD}.yaml`).toString().replace('30 万元', '31 万元'),
      );
      put(path, booklet.replace('单位:', '单味:'));
      const held = await build();
      expect([held.printed, held.removed]).toEqual([[], []]);
      expect(outputs()).toEqual(before);
      expect(held.messages.map(({ code }) => code)).toEqual(['build/booklet-held']);
      put(path, `${booklet.replace(/^顺序:[\s\S]*/m, '')}顺序:\n  - 没有的项目\n`);
      const built = await build();
      expect(built.printed).toEqual([`2022/${GOOD}.pdf`]);
      expect(built.messages.map(({ code }) => code)).toEqual(['build/volume-kept']);
    });
  });

  test('a year’s folder is made with its booklet; a file is made alone, whatever the others are like', async () => {
    await withPrintedWorkplace(async ({ build, outputs, put }) => {
      const whole = outputs();
      await build({ out: 'folder', paths: ['projects/2022'] });
      expect(outputs('folder')).toEqual(whole);
      put('projects/2022/新项目.yaml', '项目名称：坏\n');
      const path = `projects/2022/${BAD}.yaml`;
      const alone = await build({ paths: [path], force: true });
      expect([alone.printed, alone.messages]).toEqual([[`2022/${BAD}.pdf`], []]);
      const none = await build({ paths: ['projects/2022/新项目.yaml'] });
      expect([none.printed, none.messages.map(({ code }) => code)]).toEqual([[], ['build/table-held']]);
    });
  });
});

describe('--draft', () => {
  const SKELETON = `项目名称: 新项目
项目编码: 待填
预算金额: 待填
绩效目标: |
  待填
绩效指标:
  产出指标:
    数量指标:
      - 三级指标: 待填
        指标值: ≥ 待填 次
  效益指标:
`;

  test('prints what is unfinished, marked on each sheet, apart from the others; what is finished or gone leaves', async () => {
    await withPrintedWorkplace(async ({ build, outputs, put, read }) => {
      const before = outputs();
      put('projects/2022/新项目.yaml', SKELETON);
      put('projects/2022/读不了.yaml', '项目名称：坏\n');
      const path = `projects/2022/${BAD}.yaml`;
      const source = read(path).toString();
      const rows = Array.from(
        { length: 60 },
        (_, row) => `      - 三级指标: 第${row}行\n        指标值: ≥ ${row} 次\n`,
      );
      put(path, source.replace('≤ 2.73 万元', '2.73 万元').replace(/(数量指标:\n)/, `$1${rows.join('')}`));
      const built = await build({ draft: true });
      expect(built.drafts?.printed.sort()).toEqual([`2022/${BAD}.pdf`, '2022/新项目.pdf'].sort());
      expect(built.printed).toEqual([]);
      expect(built.messages.map(({ code, args }) => `${code} ${args.names}`)).toEqual([
        `build/table-kept ${BAD}`,
        'build/table-drafted 新项目',
        'build/table-unread 读不了',
        expect.stringContaining('build/volume-kept'),
      ]);
      const long = await readPdfText(read(`out/草稿/2022/${BAD}.pdf`));
      expect(long.pages.length).toBeGreaterThan(2);
      // Before the table's own words or behind them, never among them.
      for (const page of long.pages) expect(page.replace(/^草稿|草稿$/, '')).not.toContain('草稿');
      for (const page of long.pages) expect(page.match(/草稿/g)).toHaveLength(1);
      expect(long.pages.join('')).toContain('2.73万元');
      expect(long.info).toMatchObject({ Title: `${BAD}　预算项目绩效目标表（草稿）` });
      const html = read(`out/草稿/2022/新项目.html`).toString();
      expect(html.match(/class="stamp"/g)).toHaveLength(1);
      expect(html).toContain('≥ 待填 次');
      // The good ones are as they were, and a build without --draft neither touches nor counts the others.
      const apart = ([name]: [string, string]) => !name.startsWith('草稿/') && !/index|manifest/.test(name);
      const good = Object.fromEntries(Object.entries(before).filter(apart));
      expect(outputs()).toMatchObject(good);
      const drafts = outputs('out/草稿');
      const plain = await build();
      expect([plain.printed, plain.removed, plain.drafts]).toEqual([[], [], null]);
      expect(outputs('out/草稿')).toEqual(drafts);
      expect((await build({ draft: true })).drafts?.unchanged).toHaveLength(2);
      const also = await build({ draft: true, also: ['docx'] });
      expect(also.drafts?.printed.sort()).toEqual([`2022/${BAD}.docx`, '2022/新项目.docx'].sort());
      put(path, source);
      put('projects/2022/新项目.yaml', null);
      put('projects/2022/读不了.yaml', null);
      const done = await build({ draft: true });
      expect(done.drafts?.removed).toHaveLength(6);
      expect(outputs()).toMatchObject(before);
      expect(Object.keys(outputs('out/草稿'))).toEqual(['manifest.json']);
    });
  });
});

test('a character that no font has is a warning, and the page prints', async () => {
  await withWorkplace(async ({ build, put, read }) => {
    const path = 'projects/2022/党员干部教育经费.yaml';
    put(path, read(path).toString().replace('培训全覆盖', '培训全覆盖\u{2A6A5}'));
    const built = await build({ paths: [path] });
    const told = built.diagnostics.map(({ severity, code }) => `${severity} ${code}`);
    expect(told.filter((line) => !line.startsWith('suggestion'))).toEqual(['warning text/no-glyph']);
    expect(built.printed).toHaveLength(1);
    expect((await build({ paths: [path], strict: true, force: true })).printed).toEqual([]);
  });
});
