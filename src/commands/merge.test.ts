import { expect, test } from 'vitest';
import { SOUND_TABLE } from '../test/compile-source.ts';
import { type Workplace, withWorkplace } from '../test/workplace.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { hashOf } from '../workspace/folder.ts';
import type { BuildOptions } from './build.ts';
import { merge } from './merge.ts';

const CODES = [
  '52270022P004296102284',
  '52270022P00430210119J',
  '52270022P0042961022A0',
  '52270022Z000000000001',
];

/** A year with two offices, one of them with two tables and one above the other. */
function putProvince({ put }: Workplace, projects = 'projects'): void {
  put(projects, null);
  put(
    `${projects}/2022/booklet.yaml`,
    '标题: 全县汇编\n单位: 样县\n年度: 2022\n检查:\n  code/check-character: 忽略\n',
  );
  const offices: [string, string[]][] = [
    ['甲镇', ['一', '二']],
    ['甲镇/甲站', ['一']],
    ['乙镇', ['三']],
  ];
  let count = 0;
  for (const [office, names] of offices) {
    put(`${projects}/2022/${office}/booklet.yaml`, `单位: ${office.slice(-2)}\n`);
    for (const name of names) {
      const table = SOUND_TABLE.replace('样例', name).replace('52270022P004296102284', CODES[count] ?? '');
      put(`${projects}/2022/${office}/${name}.yaml`, table);
      count += 1;
    }
  }
}

async function withProvince(use: (workplace: Workplace, join: Join) => Promise<void>): Promise<void> {
  await withWorkplace(async (workplace) => {
    putProvince(workplace);
    let options: Partial<BuildOptions> = {};
    await use(workplace, async (folders, more = {}) => {
      // The workplace's own options, without its outputs.
      options = { cwd: workplace.folder, projects: 'projects', ...more };
      const { epoch = null } = options;
      return await merge({
        ...{ templates: `${PROGRAM_ROOT}/templates`, out: 'joined' },
        ...{ strict: false, env: process.env, cores: 2, now: 0, onProgress: () => {} },
        ...{ signal: new AbortController().signal, cwd: workplace.folder, projects: 'projects', epoch },
        folders,
      });
    });
  });
}

type Join = (folders: string[], more?: Partial<BuildOptions>) => Promise<unknown>;

async function buildShards({ build }: Workplace, count: number): Promise<string[]> {
  const folders = Array.from({ length: count }, (_, at) => `${count}/${at + 1}`);
  for (const [at, out] of folders.entries()) await build({ out, shard: `${at + 1}/${count}` });
  return folders;
}

test('shards that are joined are byte for byte what one machine makes', async () => {
  await withProvince(async (workplace, join) => {
    const { build, outputs, put } = workplace;
    await build({ out: 'joined' });
    const whole = outputs('joined');
    expect(Object.keys(whole)).toContain('2022/甲镇/甲站/booklet.pdf');
    for (const count of [3, 7]) {
      put('joined', null);
      await join(await buildShards(workplace, count));
      expect(outputs('joined')).toEqual(whole);
    }
  });
});

test('what does not belong together is refused, and nothing is written', async () => {
  await withProvince(async (workplace, join) => {
    const { build, put, read, outputs } = workplace;
    const refusal = async (folders: string[]) => {
      const code = await join(folders).then(
        () => 'joined',
        (error) => (error instanceof EnvironmentError ? error.code : String(error)),
      );
      expect(outputs('.')).not.toHaveProperty('joined/manifest.json');
      return code;
    };
    const [first = '', second = '', third = ''] = await buildShards(workplace, 3);
    expect(await refusal([])).toBe('merge/no-folder');
    expect(await refusal([first, second])).toBe('merge/missing');
    expect(await refusal([first, second, third, second])).toBe('merge/doubled');
    expect(await refusal([first, second, 'projects'])).toBe('merge/no-shard');
    const [only = ''] = await buildShards(workplace, 1);
    expect(await refusal([first, second, only])).toBe('merge/other-count');

    const record = read(`${first}/shard.json`).toString();
    put(`${first}/shard.json`, record.replace(/"identity": "\w/, '"identity": "-'));
    expect(await refusal([first, second, third])).toBe('merge/other-program');
    put(`${first}/shard.json`, record);

    await build({ out: 'other', shard: '2/3', also: ['xlsx'] });
    expect(await refusal([first, 'other', third])).toBe('merge/other-settings');
    await build({ out: 'dated', shard: '2/3', epoch: 86_400 });
    expect(await refusal([first, 'dated', third])).toBe('merge/other-settings');

    // One file in two parts is sound while it is the same.
    const { files, ...rest } = JSON.parse(read(`${second}/shard.json`).toString());
    const [doubled = ''] = Object.keys(JSON.parse(record).files).filter((name) => name.endsWith('.html'));
    const entry = JSON.parse(record).files[doubled];
    put(`${second}/${doubled}`, `${read(`${first}/${doubled}`)} `);
    const sha256 = hashOf(read(`${second}/${doubled}`));
    put(
      `${second}/shard.json`,
      JSON.stringify({ ...rest, files: { ...files, [doubled]: { ...entry, sha256 } } }),
    );
    expect(await refusal([first, second, third])).toBe('merge/conflict');
    put(`${second}/shard.json`, JSON.stringify({ ...rest, files }));
    put(`${second}/${doubled}`, null);

    const [path = ''] = Object.keys(JSON.parse(record).files).filter((name) => name.endsWith('.pdf'));
    const part = `${first}/.parts/${path.replace(/pdf$/, 'part')}`;
    const bytes = read(part);
    put(part, Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]));
    expect(await refusal([first, second, third])).toBe('merge/changed');
    put(part, null);
    expect(await refusal([first, second, third])).toBe('merge/changed');
    put(part, bytes);
    const pdf = read(`${first}/${path}`);
    put(`${first}/${path}`, `${pdf} `);
    expect(await refusal([first, second, third])).toBe('merge/changed');
    put(`${first}/${path}`, pdf);

    const source = 'projects/2022/乙镇/三.yaml';
    const text = read(source).toString();
    put(source, text.replace('≥ 4 次', '≥ 5 次'));
    await build({ out: 'later', shard: '1/1' });
    put(source, text);
    expect(await refusal(['later'])).toBe('merge/other-revision');
    // Whatever is to be bound: parts of another revision, a table with an error, or only a booklet.yaml of it, are refused.
    expect(await refusal([first, second, 'later'])).toBe('merge/other-count');
    for (const [file, changed] of [
      [source, text.replace('≥ 4 次', '≥ 待填')],
      [source, null],
      ['projects/2022/booklet.yaml', `${read('projects/2022/booklet.yaml')}说明: 后来写的。\n`],
      ['projects/2022/乙镇/booklet.yaml', null],
    ] as const) {
      const before = read(file);
      put(file, changed);
      expect(await refusal([first, second, third]), file).toBe('merge/other-revision');
      put(file, before);
    }
    put(
      'projects/2022/乙镇/四.yaml',
      text.replace('项目名称: 三', '项目名称: 四').replace(CODES[3] ?? '', '52270022Z000000000002'),
    );
    expect(await refusal([first, second, third])).toBe('merge/table-missing');
  });
});
