import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { compileOnce } from '../src/commands/compile-sources.ts';
import { PROGRAM_ROOT } from '../src/util/program.ts';
import { watchMemory } from './bench-memory.ts';
import { CLI, type Cost, runNode, say } from './bench-run.ts';
import { type Row, row, seconds } from './bench-table.ts';
import { writeTables } from './bench-year.ts';

/** Tables of one office: a province of 100,000 has 400 of them. */
const OFFICE = 250;

/** Writes a year of `count` projects in offices, made of the real tables; no code is there twice. */
export function writeProvince(projects: string, realTables: string, count: number): void {
  const year = join(projects, '2022');
  mkdirSync(year, { recursive: true });
  cpSync(join(realTables, 'booklet.yaml'), join(year, 'booklet.yaml'));
  for (let first = 0; first < count; first += OFFICE) {
    const number = String(219001 + first / OFFICE);
    const folder = join(year, `${number}-单位${number}`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'booklet.yaml'), `单位: 单位${number}\n单位编码: ${number}\n`);
    writeTables(folder, realTables, { first, count: Math.min(OFFICE, count - first) });
  }
}

/** What 100,000 tables in 400 offices took when they were last checked, on two cores that others used, too. */
const RECORDED: Row = {
  figure: 'check of 100,000 tables in 400 offices, measured once (2026-11-26): processor time, peak memory',
  ours: '301 s, 477 MB',
  limit: '1024 MB',
};

/** Bytes that a build holds of the sources when they are compiled. */
function measureHeld(cwd: string, projects: string): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const use = () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const options = { cwd, projects, templates: join(PROGRAM_ROOT, 'templates'), paths: [], strict: false };
  const before = use();
  const { years } = compileOnce(options, { drafts: false, also: [] });
  const held = use() - before;
  return years.length > 0 ? held : 0;
}

function rowOfHeld(work: string, folderOf: (count: number) => string): Row {
  // What is loaded and made once is none of it.
  measureHeld(work, folderOf(1000));
  const each = measureHeld(work, folderOf(10_000)) / 10_000;
  return {
    figure: 'build and merge hold of each of 10,000 tables; of 100,000 tables, extrapolated',
    ours: `${(each / 1024).toFixed(1)} KB; ${Math.round((each * 100_000) / 1024 ** 2)} MB`,
    floor: '',
    ratio: '',
    cpu: '',
    limit: '1024 MB',
  };
}

/** How `check` grows with the offices, and what a province takes to build in shards. `most`: 100,000 tables, too. */
export async function benchProvince(work: string, real: string, most = 10_000): Promise<Row[]> {
  const folderOf = (count: number) => join(work, `province-${count}`);
  const rows: Row[] = [];
  let fewer: Cost | null = null;
  for (const count of [1000, 10_000, 100_000].filter((count) => count <= most)) {
    say(`${count} tables in offices of ${OFFICE}`);
    writeProvince(folderOf(count), join(real, '2022'), count);
    const memory = watchMemory();
    const check = await runNode(work, CLI, 'check', '--projects', folderOf(count), '--quiet');
    const peak = memory.stop();
    const ten = fewer && { wall: fewer.wall * 10, cpu: fewer.cpu && fewer.cpu * 10 };
    const figure = `check of ${count} tables in ${count / OFFICE} offices${ten === null ? '' : ' ÷ ten times a tenth'}`;
    rows.push(row(`${figure}; ${peak?.node ?? '?'} MB`, check, ten, ten === null ? '' : '1.1; 1024 MB'));
    fewer = check;
  }
  if (most < 100_000) rows.push(RECORDED);

  rows.push(rowOfHeld(work, folderOf));

  say('a shard of 250 tables is built');
  const shard = (name: string) =>
    runNode(
      ...[work, CLI, 'build', '--projects', folderOf(1000), '--out', join(work, name), '--quiet'],
      ...['--shard', '1/4'],
    );
  const first = await shard('shard');
  const again = await shard('shard');
  // What printing takes; finding out what is to be printed is in both.
  const each = (first.wall - again.wall) / OFFICE;
  rows.push({
    figure: 'build of 100,000 tables in 20 shards: each shard, extrapolated from one of 250 tables',
    ours: seconds(again.wall + each * 5000),
  });
  return rows;
}
