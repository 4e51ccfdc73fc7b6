import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { type BuildOptions, type Built, build } from '../commands/build.ts';
import { PART_FOLDER } from '../commands/part-shelf.ts';
import { PROGRAM_ROOT } from '../util/program.ts';

/** A folder of its own in which a test works like an office: sources in `projects/`, outputs in `out/`. */
export interface Workplace {
  folder: string;
  /** Writes a file under the folder; with null it is removed. */
  put(path: string, content: string | Uint8Array | null): void;
  read(path: string): Buffer;
  /** Every file under `out/` with the hash of its bytes, by path; without the parts that outputs are bound of. */
  outputs(out?: string): Record<string, string>;
  build(options?: Partial<BuildOptions>): Promise<Built>;
  /** Puts so many copies of a table beside it, under other names and codes: a build of them takes a while. */
  multiply(count: number): void;
}

/** Lends a folder with a blank and Chinese characters in its path, with the eight tables in it, and removes it. */
export async function withWorkplace<T>(use: (workplace: Workplace) => Promise<T>): Promise<T> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'jixiaoce-')));
  const folder = join(root, '绩效 目标');
  try {
    cpSync(join(PROGRAM_ROOT, 'projects'), join(folder, 'projects'), { recursive: true });
    const put: Workplace['put'] = (path, content) => {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      if (content === null) rmSync(file, { recursive: true });
      else writeFileSync(file, content);
    };
    const read: Workplace['read'] = (path) => readFileSync(join(folder, path));
    return await use({
      ...{ folder, put, read },
      multiply: (count) => {
        const name = '党员干部教育经费';
        const text = read(`projects/2022/${name}.yaml`).toString();
        for (let number = 1; number <= count; number += 1) {
          const code = `52270022Z${String(number).padStart(12, '0')}`;
          const copy = text
            .replace(/^项目名称: .*$/m, `$&${number}`)
            .replace(/^项目编码: .*$/m, `项目编码: ${code}`);
          put(`projects/2022/${name}${number}.yaml`, copy);
        }
      },
      outputs: (out = 'out') => hashFiles(join(folder, out)),
      build: (options = {}) => build({ ...defaults(folder), ...options }),
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

let printed: Promise<(readonly [path: string, bytes: Buffer])[]> | undefined;

/** Lends a workplace whose eight tables are printed already: one build serves all tests of a file. */
export async function withPrintedWorkplace<T>(use: (workplace: Workplace) => Promise<T>): Promise<T> {
  printed ??= withWorkplace(async ({ build, folder, read }) => {
    await build();
    return listFiles(join(folder, 'out')).map((path) => [path, read(`out/${path}`)] as const);
  });
  const files = await printed;
  return withWorkplace((workplace) => {
    for (const [path, bytes] of files) workplace.put(`out/${path}`, bytes);
    return use(workplace);
  });
}

function defaults(folder: string): BuildOptions {
  return {
    cwd: folder,
    projects: 'projects',
    templates: join(PROGRAM_ROOT, 'templates'),
    out: 'out',
    paths: [],
    strict: false,
    force: false,
    env: process.env,
    epoch: null,
    cores: 2,
    now: Date.now(),
    signal: new AbortController().signal,
    onProgress: () => {},
  };
}

function hashFiles(folder: string): Record<string, string> {
  const outputs = listFiles(folder).filter((path) => !path.split('/').includes(PART_FOLDER));
  const hash = (path: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
  return Object.fromEntries(outputs.map((path) => [path, hash(path)]));
}

/** With forward slashes. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.split(sep).join('/'))
    .sort();
}
