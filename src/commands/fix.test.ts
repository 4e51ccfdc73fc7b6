import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { type Workplace, withWorkplace } from '../test/workplace.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { fixSources } from './fix.ts';

const fix = ({ folder }: Workplace, options: { paths?: string[]; dryRun?: boolean } = {}) =>
  fixSources({
    cwd: folder,
    projects: 'projects',
    templates: join(PROGRAM_ROOT, 'templates'),
    paths: ['projects/2024'],
    strict: false,
    dryRun: false,
    ...options,
  });

/** A workplace with a year of one table. */
const withTable = (table: string | Uint8Array, use: (place: Workplace) => void) =>
  withWorkplace(async (place) => {
    place.put('projects/2024/booklet.yaml', SOUND_BOOKLET.replace('2022', '2024'));
    place.put('projects/2024/样例.yaml', table);
    use(place);
  });

const FILE = 'projects/2024/样例.yaml';
const TABLE = SOUND_TABLE.replaceAll('2022', '2024').replace('52270022P', '52270024P');
/** Two figures without a sign, and a comment. */
const WRONG = TABLE.replace('≥ 4 次', '4 次  # 四次').replace('≤ 30 万元', '30 万元');

test('every remedy is made and reported, and nothing else is touched: mark, line ends, comments, permissions', async () => {
  const crlf = `\ufeff${WRONG.replaceAll('\n', '\r\n')}`;
  await withTable(crlf, (place) => {
    if (process.platform !== 'win32') chmodSync(join(place.folder, FILE), 0o640);
    const { fixed, messages } = fix(place);
    expect(fixed).toEqual([
      {
        ...{ file: FILE, line: 8, code: 'value/no-sign' },
        ...{ before: '        指标值: 4 次  # 四次', after: '        指标值: = 4 次  # 四次' },
      },
      {
        ...{ file: FILE, line: 17, code: 'value/no-sign' },
        ...{ before: '        指标值: 30 万元', after: '        指标值: ≤ 30 万元' },
      },
    ]);
    expect(messages).toEqual([{ code: 'fix/done', args: { count: '2', files: '1' } }]);
    const made = crlf.replace(': 4 次', ': = 4 次').replace(': 30 万元', ': ≤ 30 万元');
    expect(place.read(FILE).toString()).toBe(made);
    if (process.platform !== 'win32') expect(statSync(join(place.folder, FILE)).mode & 0o777).toBe(0o640);
    expect(fix(place)).toEqual({
      fixed: [],
      patch: '',
      messages: [{ code: 'fix/none', args: { count: '0', files: '0' } }],
    });
  });
  const cr = WRONG.replaceAll('\n', '\r');
  await withTable(cr, (place) => {
    expect(fix(place).fixed).toHaveLength(2);
    expect(place.read(FILE).toString()).toBe(
      cr.replace(': 4 次', ': = 4 次').replace(': 30 万元', ': ≤ 30 万元'),
    );
  });
});

test('with dryRun nothing is written, and git applies the diff', async () => {
  for (const table of [WRONG, WRONG.replaceAll('\n', '\r\n'), `\ufeff${WRONG.trimEnd()}`]) {
    await withTable(table, (place) => {
      const { patch } = fix(place, { dryRun: true });
      expect(place.read(FILE).toString()).toBe(table);
      execFileSync('git', ['apply', '-'], { cwd: place.folder, input: patch });
      const applied = place.read(FILE).toString();
      place.put(FILE, table);
      fix(place);
      expect(applied).toBe(place.read(FILE).toString());
      expect(applied).not.toBe(table);
    });
  }
});

test('only what was asked for is changed; a link is not followed', async () => {
  await withTable(WRONG, (place) => {
    place.put('projects/2024/另一.yaml', WRONG.replace('样例', '另一').replace('102284', '102285'));
    place.put('别处.yaml', WRONG);
    symlinkSync(join(place.folder, '别处.yaml'), join(place.folder, 'projects/2024/链接.yaml'));
    const { fixed } = fix(place, { paths: [FILE] });
    expect(new Set(fixed.map(({ file }) => file))).toEqual(new Set([FILE]));
    expect(place.read('projects/2024/另一.yaml').toString()).toContain('指标值: 4 次');
    expect(fix(place).fixed.map(({ file }) => file)).toEqual(Array(2).fill('projects/2024/另一.yaml'));
    expect(place.read('别处.yaml').toString()).toBe(WRONG);
  });
});

test('two remedies on one line are made one after the other, and the same every time', async () => {
  // Half-width signs, a doubled stop and a blank, each with a remedy of its own.
  const table = TABLE.replace('教材和场地', '教材,场地，，会议。。 按步就班');
  const made = async () => {
    const result: string[] = [];
    await withTable(table, (place) => {
      const { fixed } = fix(place);
      result.push(place.read(FILE).toString(), JSON.stringify(fixed));
    });
    return result;
  };
  const [first, second] = [await made(), await made()];
  expect(second).toEqual(first);
  expect(first[0]).toContain('备注: 教材，场地，会议。');
  expect(first[0]).not.toContain('按步就班');
});

describe('of the wrong sources', () => {
  const corpus = join(PROGRAM_ROOT, 'src', 'test', 'wrong');
  test.each(['yaml', 'schema', 'value'])(
    '%s: all lines but those of the remedies stay, and a second run finds nothing',
    async (kind) => {
      await withWorkplace(async (place) => {
        place.put('projects/2024/booklet.yaml', SOUND_BOOKLET.replace('2022', '2024'));
        const names = readdirSync(join(corpus, kind));
        for (const name of names) place.put(`projects/2024/${name}`, readFileSync(join(corpus, kind, name)));
        const { fixed } = fix(place);
        expect(fixed.length).toBeGreaterThanOrEqual(names.length / 8);
        for (const name of names) {
          const own = fixed.filter(({ file }) => file.endsWith(`/${name}`));
          const before = readFileSync(join(corpus, kind, name), 'utf8');
          const after = place.read(`projects/2024/${name}`).toString();
          if (own.length === 0) expect(after).toBe(before);
          else expect(after).not.toBe(before);
        }
        expect(fix(place).fixed).toEqual([]);
      });
    },
  );
});
