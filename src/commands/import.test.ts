import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileYear } from '../compile.ts';
import { digestOf } from '../read/content-hash.ts';
import { type Workplace, withWorkplace } from '../test/workplace.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { readSources } from '../workspace/disk.ts';
import { openContext } from './context.ts';
import { type ImportOptions, importFiles } from './import.ts';

/** What was extracted from the document of the eight tables: rows have slid, labels are lost, and a goal has tags in it. */
const EIGHT = readFileSync(join(PROGRAM_ROOT, 'src/test/import/eight-tables.txt'));

const context = openContext(join(PROGRAM_ROOT, 'templates'), false);

function run({ folder }: Workplace, options: Partial<ImportOptions>) {
  const base = { projects: 'projects', force: false, dryRun: false, env: process.env };
  return importFiles({ ...base, cwd: folder, files: ['表.txt'], ...options });
}

/** The content hash of each table of a year, by name, once the comments of the import are deleted. */
function marksOf({ folder, read, put }: Workplace, year: string): Record<string, string> {
  const list = () => readSources({ cwd: folder, projects: 'projects', year, paths: [] }).years;
  for (const { file } of list().flatMap(({ tables }) => tables)) {
    const text = read(file).toString();
    put(file, text.replace(/^ *# 待核对.*\n/gm, ''));
  }
  const compiled = list().map((sources) => compileYear(sources, context));
  const tables = compiled.flatMap(({ tables, drafts }) => [...tables, ...drafts]);
  return Object.fromEntries(tables.map(({ table }) => [table.name.text, digestOf(table)]));
}

test('the raw text of the eight tables becomes drafts with the content hashes of the eight sources', async () => {
  await withWorkplace(async (workplace) => {
    workplace.put('表.txt', EIGHT);
    const { files } = await run(workplace, { year: '2023' });
    expect(files).toMatchObject([{ trouble: null, notes: [] }]);
    expect(files[0]?.tables.map(({ rows }) => rows.length)).toEqual([7, 8, 7, 9, 7, 7, 7, 7]);
    const draft = workplace.read('projects/2023/党员志愿服务工作经费.yaml').toString();
    expect(draft).toContain(
      '      # 待核对 改：第 13 行错了 2 格，按符号“≤”对齐\n      - 三级指标: 开展活动场地布置、租用车辆，配备购买志愿者必要物资\n        指标值: ≤ 2.73 万元\n',
    );
    expect(marksOf(workplace, '2023')).toEqual(marksOf(workplace, '2022'));
  });
});

describe('files', () => {
  test('none that is there is touched, and then none of the file’s tables is written', async () => {
    await withWorkplace(async (workplace) => {
      workplace.put('表.txt', EIGHT);
      workplace.put('projects/2023/星级支部创建工作经费.yaml', '项目名称: 别的\n');
      const before = workplace.outputs('projects');
      const { files } = await run(workplace, { year: '2023' });
      expect(files[0]?.trouble).toEqual({
        code: 'import/exists',
        args: { file: 'projects/2023/星级支部创建工作经费.yaml' },
      });
      expect(workplace.outputs('projects')).toEqual(before);
      expect((await run(workplace, { year: '2023', force: true })).files[0]?.trouble).toBeNull();
      expect(workplace.read('projects/2023/星级支部创建工作经费.yaml').toString()).toContain('创建率');
    });
  });

  test('--dry-run writes nothing, and says what it would', async () => {
    await withWorkplace(async (workplace) => {
      workplace.put('表.txt', EIGHT);
      const before = workplace.outputs('.');
      const { files } = await run(workplace, { dryRun: true });
      expect(files[0]?.tables).toHaveLength(8);
      expect(files[0]?.tables[0]).toMatchObject({
        isWritten: false,
        path: 'projects/2022/党员志愿服务工作经费.yaml',
      });
      expect(workplace.outputs('.')).toEqual(before);
    });
  });

  test('--into writes into an office’s folder, which gets a booklet.yaml', async () => {
    await withWorkplace(async (workplace) => {
      workplace.put('表.txt', EIGHT);
      const { messages } = await run(workplace, { year: '2023', into: '219-棠溪镇' });
      expect(messages).toEqual([
        { code: 'import/booklet', args: { file: 'projects/2023/219-棠溪镇/booklet.yaml' } },
      ]);
      expect(workplace.read('projects/2023/219-棠溪镇/booklet.yaml').toString()).toContain(
        '单位: 棠溪镇\n年度: 2023\n',
      );
      expect(workplace.read('projects/2023/219-棠溪镇/党员干部教育经费.yaml').toString()).toContain('培训费');
      await expect(run(workplace, { into: '../外面' })).rejects.toBeInstanceOf(EnvironmentError);
    });
  });

  test('one that cannot be read is reported, the others are written', async () => {
    await withWorkplace(async (workplace) => {
      workplace.put('表.txt', EIGHT);
      workplace.put('坏.docx', Buffer.from('PK\u0003\u0004坏了'));
      workplace.put('又一份.txt', EIGHT);
      const files = ['坏.docx', '没有.txt', '表.txt', '又一份.txt'];
      const imported = await run(workplace, { year: '2023', files });
      expect(imported.files.map(({ trouble }) => trouble?.code ?? null)).toEqual([
        'import/damaged',
        'import/missing',
        null,
        'import/same-name#file',
      ]);
      expect(imported.files[3]?.trouble?.args.file).toBe('表.txt');
    });
  });
});

test.each([
  ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 without a mark', (text: string) => Buffer.from(text, 'utf16le')],
])('text in %s is the same', async (_, encode) => {
  await withWorkplace(async (workplace) => {
    workplace.put('表.txt', encode(EIGHT.toString()));
    const { files } = await run(workplace, { dryRun: true });
    const tables = (imported: typeof files) => imported[0]?.tables.map(({ text }) => text);
    workplace.put('表.txt', EIGHT);
    expect(tables(files)).toEqual(tables((await run(workplace, { dryRun: true })).files));
  });
});

/** Node reads GBK and does not write it. */
function toGbk(text: string): Buffer {
  const codes = new Map<string, number[]>();
  const decoder = new TextDecoder('gb18030');
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const bytes = [first, second];
      if (second !== 0x7f) codes.set(decoder.decode(Uint8Array.from(bytes)), bytes);
    }
  }
  return Buffer.from(Array.from(text, (sign) => codes.get(sign) ?? [sign.charCodeAt(0)]).flat());
}

test('text in GBK is the same, and that it was is said', async () => {
  await withWorkplace(async (workplace) => {
    workplace.put('表.txt', toGbk(EIGHT.toString()));
    const { files } = await run(workplace, { year: '2023' });
    expect(files[0]?.notes).toEqual([{ code: 'import/encoding', args: { encoding: 'GBK' } }]);
    expect(marksOf(workplace, '2023')).toEqual(marksOf(workplace, '2022'));
  });
});

test.each([
  ['no file', { files: [] }, 'import/no-files'],
  ['a year that is none', { year: '../2022' }, 'usage/value'],
])('%s is trouble', async (_, options, code) => {
  await withWorkplace(async (workplace) => {
    const trouble = await run(workplace, options).catch((error: unknown) => error);
    expect(trouble).toMatchObject({ code });
  });
});
