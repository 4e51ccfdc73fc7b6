import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { toLine } from '../form/text.ts';
import { compiledFile } from '../test/program.ts';
import { openPage, withTestBrowser } from '../test/raw-print.ts';
import { withWorkplace } from '../test/workplace.ts';
import { unfoldsTooFar } from './unfolded-size.ts';
import { readPdfWords } from './words.ts';

const TABLE = 'projects/2022/党员志愿服务工作经费.yaml';

test('pages in order, a line for each cell however it was wrapped, as the source says it', async () => {
  await withWorkplace(async ({ build, read }) => {
    await build();
    const words = await readPdfWords(read('out/2022/党员志愿服务工作经费.pdf'), toLine);
    expect(words).toMatch(
      /^〔第 1 页〕\n预算项目绩效目标表\n(?:单位：.*\n年度：.*\n)?项目名称\n党员志愿服务工作经费\n/,
    );
    expect(words).toContain('\n2022年1月至12月\n');
    expect(words).toContain('\n≤\n2.73\n万元\n');
    expect(words).toMatch(/\n第1页 共1页\n52270022P004296102284 · [0-9a-f]{10}\n$/);
    const [, remark = ''] = /备注: (按照机关党员.*)/.exec(read(TABLE).toString()) ?? [];
    expect(words.split('\n')).toContain(remark);

    const booklet = (await readPdfWords(read('out/2022/booklet.pdf'), toLine)).split('\n');
    const marks = booklet.filter((line) => line.startsWith('〔'));
    expect(marks).toEqual(marks.map((_, index) => `〔第 ${index + 1} 页〕`));
    expect(marks.length).toBeGreaterThan(10);
    expect(booklet.filter((line) => /^[. ]+$/.test(line))).toEqual([]);
  });
});

test('Latin words that were wrapped keep their blank, and a PDF without tags has its lines', async () => {
  const latin = 'performance targets of the budget office '.repeat(12).trim();
  await withTestBrowser(async (browser) => {
    const page = await openPage(browser);
    await page.setContent(`<title>x</title><p style="width: 6cm">${latin}</p>`);
    expect(await readPdfWords(await page.pdf({ tagged: true }), toLine)).toBe(`〔第 1 页〕\n${latin}\n`);
    const plain = await page.pdf({ tagged: false });
    const lines = (await readPdfWords(plain, toLine)).trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.slice(1).join(' ')).toBe(latin);
  });
});

test('what is no PDF is represented by its hash, so that git goes on', async () => {
  await withWorkplace(async ({ folder, put }) => {
    put('坏.pdf', '%PDF-1.7 不完整');
    const words = execFileSync(process.execPath, [compiledFile('pdf-words.js'), '坏.pdf'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    const hash = createHash('sha256').update('%PDF-1.7 不完整').digest('hex');
    expect(words).toBe(`〔读不出文字的 PDF〕 sha256 ${hash}\n`);
  });
});

/** One page whose content is a gigabyte of blanks, deflated twice. */
function writeBomb(): Buffer {
  const content = deflateSync(deflateSync(Buffer.alloc(900_000_000, ' ')));
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<<>>>>',
    Buffer.concat([
      Buffer.from(`<</Length ${content.length}/Filter[/FlateDecode/FlateDecode]>>\nstream\n`),
      content,
      Buffer.from('\nendstream'),
    ]),
  ];
  const pieces = objects.map((object, index) =>
    Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]),
  );
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...pieces,
    Buffer.from('trailer\n<</Size 5/Root 1 0 R>>\n%%EOF\n'),
  ]);
}

test('a PDF that unfolds to gigabytes is represented by its hash without being unfolded; ours are read', async () => {
  const bomb = writeBomb();
  expect(bomb.length).toBeLessThan(3000);
  expect(unfoldsTooFar(bomb)).toBe(true);
  await withWorkplace(async ({ folder, put, build, read }) => {
    put('弹.pdf', bomb);
    const tell = (file: string) =>
      execFileSync(process.execPath, [compiledFile('pdf-words.js'), file], {
        cwd: folder,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    expect(tell('弹.pdf')).toMatch(/^〔读不出文字的 PDF〕 sha256 [0-9a-f]{64}\n$/);
    await build();
    expect(unfoldsTooFar(read('out/2022/booklet.pdf'))).toBe(false);
    expect(tell('out/2022/党员志愿服务工作经费.pdf')).toBe(
      await readPdfWords(read('out/2022/党员志愿服务工作经费.pdf'), toLine),
    );
  });
});
