/**
 * `npm run bench`: how fast the program is beside the least that the same work could cost, both measured in this run, one
 * after the other, several times. The table shows the medians of the time, and the least of the processor time, to which other
 * programs only add. `npm run bench -- PART` measures one part alone; all of them take half an hour.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openContext } from '../src/commands/context.ts';
import { compileYear } from '../src/compile.ts';
import { PROGRAM_ROOT } from '../src/util/program.ts';
import { readSources } from '../src/workspace/disk.ts';
import { benchConvert } from './bench-convert.ts';
import { writeFloorJob } from './bench-jobs.ts';
import { benchYears, PEERS } from './bench-peers.ts';
import { benchProvince } from './bench-province.ts';
import { alternate, CLI, median, runNode, say, sumCosts } from './bench-run.ts';
import { formatRows, type Row, row } from './bench-table.ts';
import { benchEndurance, benchWatch, percentile } from './bench-watch.ts';
import { writeYear } from './bench-year.ts';

const FLOOR = join(PROGRAM_ROOT, 'scripts/bench-floor.ts');
const REAL = join(PROGRAM_ROOT, 'projects');
const work = mkdtempSync(join(tmpdir(), 'jixiaoce-bench-'));
const context = openContext(join(PROGRAM_ROOT, 'templates'), false);
const rows: Row[] = [];

const [asked, more] = process.argv.slice(2);
const PARTS: [name: string, about: string, run: () => Promise<void>][] = [
  ['quick', 'the eight tables, and the chain from text to HTML', benchTables],
  [
    'convert',
    'what Excel, Word and JSON add to a build; imports',
    () => add(benchConvert(work, REAL, context)),
  ],
  [
    'years',
    'years of 10, 100 and 1,000 tables beside bare prints and Typst',
    async () => {
      await add(benchYears(work, REAL, context));
      process.stdout.write(`${PEERS}\n`);
    },
  ],
  ['diff', 'comparing 1,000 tables', benchDiff],
  [
    'offices',
    'checks of 1,000 and 10,000 tables; with 100000 behind it, of those',
    () => add(benchProvince(work, REAL, Number(more ?? 10_000))),
  ],
  ['watch', 'the preview, from a save to the paint', benchPreview],
];

try {
  const wanted = PARTS.filter(([name]) => name === (asked ?? name));
  if (wanted.length === 0) listParts();
  for (const [, , run] of wanted) await run();
} finally {
  rmSync(work, { recursive: true, force: true });
}
if (rows.length > 0) process.stdout.write(formatRows(rows));

function listParts(): void {
  const lines = PARTS.map(([name, about]) => `  ${name.padEnd(8)} ${about}\n`);
  process.stderr.write(`npm run bench -- PART\n${lines.join('')}`);
  process.exitCode = 2;
}

async function add(measured: Promise<Row[]>): Promise<void> {
  rows.push(...(await measured));
}

async function benchTables(): Promise<void> {
  const hello = join(work, 'hello.ts');
  writeFileSync(hello, "console.log('hello');\n");
  await runNode(work, CLI, 'build', '--projects', REAL, '--out', join(work, 'warm-up'), '--quiet');
  await benchEight(hello);
  await benchChain();
}

/** A committed year of 1,000 of which ten are changed: comparing is reading it twice, and little more. */
async function benchDiff(): Promise<void> {
  say('1,000 tables: ten changed, compared with their last commit');
  const folder = join(work, 'repository');
  const projects = join(folder, 'projects');
  const names = writeYear(projects, join(REAL, '2022'), 1000);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.org', ...args], {
      cwd: folder,
    });
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'bench');
  for (const name of names.slice(0, 10)) {
    const file = join(projects, '2022', `${name}.yaml`);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(指标值: . )(\d)/, '$19$2'));
  }
  const check = () => runNode(work, CLI, 'check', '--projects', projects, '--quiet');
  const [compared, checked] = await alternate(
    5,
    () => runNode(work, CLI, 'diff', '--projects', projects, '--quiet'),
    async () => sumCosts(await check(), await check()),
  );
  rows.push(row('1,000 tables, ten changed: diff ÷ two runs of check', compared, checked, '1.3'));
}

/** The eight tables: cold, and again with nothing changed. */
async function benchEight(hello: string): Promise<void> {
  say('the eight tables');
  const job = await writeFloorJob(work, context, {
    name: 'eight',
    projects: REAL,
    printed: join(work, 'warm-up/2022'),
    pages: 1,
  });
  const [cold, floor] = await alternate(
    5,
    () =>
      runNode(work, CLI, 'build', '--projects', REAL, '--out', mkdtempSync(join(work, 'cold-')), '--quiet'),
    () => runNode(work, FLOOR, job),
  );
  rows.push(row('cold build of the eight ÷ the same browser, fonts and prints', cold, floor, '1.2'));
  const [again, least] = await alternate(
    9,
    () => runNode(work, CLI, 'build', '--projects', REAL, '--out', join(work, 'warm-up'), '--quiet'),
    () => runNode(work, hello),
  );
  rows.push(row('second build, nothing changed ÷ node + tsx saying hello', again, least, '2'));
  const [check, least2] = await alternate(
    9,
    () => runNode(work, CLI, 'check', '--projects', REAL, '--quiet'),
    () => runNode(work, hello),
  );
  rows.push(row('check of the eight ÷ node + tsx saying hello', check, least2, '1.6'));
}

/** From text to HTML in this process: milliseconds a table, and whether a larger year costs more for each. */
async function benchChain(): Promise<void> {
  say('the chain');
  const perTable = (count: number) => {
    const projects = join(work, `chain-${count}`);
    writeYear(projects, join(REAL, '2022'), count);
    const { years } = readSources({ cwd: work, projects, paths: [] });
    const times = Array.from({ length: 5 }, () => {
      const started = performance.now();
      for (const year of years) compileYear(year, context);
      return performance.now() - started;
    });
    return median(times) / count;
  };
  const [hundred, thousand] = [perTable(100), perTable(1000)];
  rows.push({
    figure: '1,000 tables from text to HTML, in one process',
    ours: `${thousand.toFixed(2)} ms each`,
    floor: `${hundred.toFixed(2)} ms each of 100`,
    ratio: (thousand / hundred).toFixed(2),
    limit: '1.5 s in all',
  });
}

/** The preview: from a save to the paint, beside a file event and one server-sent event; and a thousand saves in a row. */
async function benchPreview(): Promise<void> {
  say('the preview of 8, 100 and 1,000 tables (some two minutes)');
  for (const { projects, ours, floor, kept } of await benchWatch(work, [8, 100, 1000])) {
    const least = percentile(floor, 0.5);
    const allowed = projects === 1000 ? 150 : 40;
    for (const [name, share, limit] of [
      ['p50', 0.5, allowed],
      ['p95', 0.95, 2 * allowed],
    ] as const) {
      const [mine, its] = [percentile(ours, share), percentile(floor, share)];
      rows.push({
        figure: `save to paint among ${projects}, ${name} − file event and server-sent event`,
        ours: `${mine.toFixed(0)} ms`,
        floor: `${its.toFixed(0)} ms`,
        ratio: `+${(mine - least).toFixed(0)} ms`,
        limit: `+${limit} ms`,
      });
    }
    rows.push({
      figure: `cell kept to paint among ${projects}, p50 (p95 ${percentile(kept, 0.95).toFixed(0)} ms)`,
      ours: `${percentile(kept, 0.5).toFixed(0)} ms`,
      floor: `${least.toFixed(0)} ms`,
      ratio: `+${(percentile(kept, 0.5) - least).toFixed(0)} ms`,
      limit: projects === 1000 ? '120 ms' : '60 ms',
    });
  }
  say('1,000 saves in a row (some two minutes)');
  const { saves, early, late, browsers } = await benchEndurance(work, 1000);
  rows.push({
    figure: `memory of watch after ${saves} saves ÷ after ${saves / 10}; browsers at once: ${browsers}`,
    ours: `${late} MB`,
    floor: `${early} MB`,
    ratio: (late / early).toFixed(2),
    limit: '1.2',
  });
}
