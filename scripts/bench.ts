/**
 * `npm run bench`: how fast the program is beside the least that the same work could cost, both measured in this run, one
 * after the other, several times; the table shows the medians. `npm run bench -- quick` leaves out what takes minutes,
 * `npm run bench -- watch` measures the preview alone, `npm run bench -- diff` the comparison,
 * `npm run bench -- exports` what Excel and Word files add to a build,
 * `npm run bench -- attacks` what the worst files that are known cost.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openContext } from '../src/commands/context.ts';
import { type CompiledYear, compileYear } from '../src/compile.ts';
import { toExports } from '../src/convert/export/outputs.ts';
import { cutFonts } from '../src/print/cut-fonts.ts';
import { PROGRAM_ROOT } from '../src/util/program.ts';
import { readSources } from '../src/workspace/disk.ts';
import { bodyOf } from '../src/workspace/printed-body.ts';
import { benchAttacks, formatAttacks } from './bench-attacks.ts';
import type { FloorJob } from './bench-floor.ts';
import { watchMemory } from './bench-memory.ts';
import { benchEndurance, benchWatch, percentile } from './bench-watch.ts';
import { writeYear } from './bench-year.ts';

interface Row {
  figure: string;
  ours: string;
  floor: string;
  ratio: string;
  limit: string;
}

const CLI = join(PROGRAM_ROOT, 'src/cli/entry.mjs');
const FLOOR = join(PROGRAM_ROOT, 'scripts/bench-floor.ts');
const REAL = join(PROGRAM_ROOT, 'projects');
const work = mkdtempSync(join(tmpdir(), 'jixiaoce-bench-'));
const context = openContext(join(PROGRAM_ROOT, 'templates'), false);
const rows: Row[] = [];

try {
  const asked = process.argv[2];
  if (asked === undefined || asked === 'quick') await benchTables(asked === 'quick');
  if (asked === undefined || asked === 'diff') await benchDiff();
  if (asked === undefined || asked === 'watch') await benchPreview();
  if (asked === 'exports') benchExports();
  if (asked === 'attacks') process.stdout.write(formatAttacks(await benchAttacks(work, process.argv[3])));
} finally {
  rmSync(work, { recursive: true, force: true });
}
if (rows.length > 0) process.stdout.write(format(rows));

async function benchTables(isQuick: boolean): Promise<void> {
  const hello = join(work, 'hello.ts');
  writeFileSync(hello, "console.log('hello');\n");
  await runNode(CLI, 'build', '--projects', REAL, '--out', join(work, 'warm-up'), '--quiet');
  await benchEight(hello);
  await benchChain();
  benchExports();
  if (!isQuick) await benchThousand();
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
  const check = () => runNode(CLI, 'check', '--projects', projects, '--quiet');
  const [compared, checked] = await alternate(
    5,
    () => runNode(CLI, 'diff', '--projects', projects, '--quiet'),
    async () => (await check()) + (await check()),
  );
  add('1,000 tables, ten changed: diff ÷ two runs of check', compared, checked, '1.3');
}

/** The eight tables: cold, and again with nothing changed. */
async function benchEight(hello: string): Promise<void> {
  say('the eight tables');
  const job = await writeJob('eight', REAL, join(work, 'warm-up/2022'), 1);
  const [cold, floor] = await alternate(
    5,
    () => runNode(CLI, 'build', '--projects', REAL, '--out', mkdtempSync(join(work, 'cold-')), '--quiet'),
    () => runNode(FLOOR, job),
  );
  add('cold build of the eight ÷ the same browser, fonts and prints', cold, floor, '1.5');
  const [again, least] = await alternate(
    9,
    () => runNode(CLI, 'build', '--projects', REAL, '--out', join(work, 'warm-up'), '--quiet'),
    () => runNode(hello),
  );
  add('second build, nothing changed ÷ node + tsx saying hello', again, least, '3');
  const [check, least2] = await alternate(
    9,
    () => runNode(CLI, 'check', '--projects', REAL, '--quiet'),
    () => runNode(hello),
  );
  add('check of the eight ÷ node + tsx saying hello', check, least2, '2.5');
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

/** What `--also` adds to a build of 1,000 tables: their files and that of the year, in this process, before the disk. */
function benchExports(): void {
  say('1,000 tables as Excel and Word');
  const projects = join(work, 'exports');
  writeYear(projects, join(REAL, '2022'), 1000);
  const { years } = readSources({ cwd: work, projects, paths: [] });
  for (const year of years.map((sources) => compileYear(sources, context))) {
    const tables = year.projects.map(({ document }) => document);
    const documents = [...(year.bind === null ? [] : [year.bind()]), ...tables];
    for (const [format, limit] of [
      ['xlsx', '1 s'],
      ['docx', '1.5 s'],
    ] as const) {
      const times = Array.from({ length: 5 }, () => {
        const started = performance.now();
        for (const { write } of toExports(documents, year, new Set([format]))) write();
        return performance.now() - started;
      });
      rows.push({
        figure: `1,000 tables as .${format}, over the build`,
        ours: seconds(median(times)),
        floor: '',
        ratio: '',
        limit,
      });
    }
  }
}

/** A year of 1,000: all of it, the booklet, one edit, and the memory. */
async function benchThousand(): Promise<void> {
  const cores = availableParallelism();
  const projects = join(work, 'thousand');
  const out = join(work, 'thousand-out');
  const [first = ''] = writeYear(projects, join(REAL, '2022'), 1000);
  say('1,000 tables: everything (some two minutes)');
  const memory = watchMemory();
  const all = await runNode(CLI, 'build', '--projects', projects, '--out', out, '--quiet');
  const peak = memory.stop();
  const names = readdirSync(join(projects, '2022')).map((name) => name.replace('.yaml', ''));
  const singles = names.filter((name) => name !== 'booklet');

  say('1,000 tables: bare prints');
  const bare = await printBare(await writeJob('singles', projects, join(out, '2022'), cores, singles));
  const booklet = await printBare(await writeJob('booklet', projects, join(out, '2022'), 1, ['booklet']));

  say('1,000 tables: the projects alone, then the booklet alone, then one edit');
  const alone = join(work, 'singles-out');
  const paths = names
    .filter((name) => name !== 'booklet')
    .map((name) => join(projects, '2022', `${name}.yaml`));
  const ofSingles = await runNode(CLI, 'build', '--out', alone, '--quiet', ...paths);
  const ofBooklet = await runNode(CLI, 'build', '--projects', projects, '--out', alone, '--quiet');
  const file = join(projects, '2022', `${first}.yaml`);
  writeFileSync(file, readFileSync(file, 'utf8').replace('绩效目标: ', '绩效目标: ').replace('良好', '优良'));
  const edit = await runNode(CLI, 'build', '--projects', projects, '--out', out, '--quiet');

  rows.push(row('1,000 PDFs ÷ 1,000 bare prints on as many pages as cores', ofSingles, bare, '1.2'));
  rows.push(row('booklet of 1,000 ÷ one bare print of the same HTML', ofBooklet, booklet, '1.3'));
  rows.push(row('one table edited among 1,000 ÷ the booklet’s print alone', edit, booklet, '1.3'));
  rows.push({ figure: 'everything of 1,000, cold', ours: seconds(all), floor: '', ratio: '', limit: '' });
  if (peak !== null) {
    rows.push({
      figure: 'memory at 1,000: node / all processes (proportional set size)',
      ours: `${peak.node} / ${peak.all} MB`,
      floor: '',
      ratio: '',
      limit: '500 / 1500 MB',
    });
  }
}

/** The preview: from a save to the paint, beside a file event and one server-sent event; and a thousand saves in a row. */
async function benchPreview(): Promise<void> {
  say('the preview of 8, 100 and 1,000 tables (some two minutes)');
  for (const { projects, ours, floor } of await benchWatch(work, [8, 100, 1000])) {
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

/** Writes what the floor needs: the pages as they were printed, and the same cut fonts. */
async function writeJob(
  name: string,
  projects: string,
  htmlFolder: string,
  pages: number,
  only?: string[],
): Promise<string> {
  const { years } = readSources({ cwd: work, projects, paths: [] });
  const [year] = years.map((sources) => compileYear(sources, context));
  const documents = documentsOf(year).filter(({ stem }) => only === undefined || only.includes(stem));
  const fonts = (await cutFonts(documents, context.templates.text)).map(({ family, bytes }, index) => {
    const file = join(work, `${name}-${index}.ttf`);
    writeFileSync(file, bytes);
    return { family, file };
  });
  const bodies = documents.map(({ stem }) => {
    return bodyOf(readFileSync(join(htmlFolder, `${stem}.html`), 'utf8'));
  });
  const shell = context.templates.renderDocument({ title: '', body: '', kind: 'pages' });
  const file = join(work, `${name}.json`);
  writeFileSync(file, JSON.stringify({ shell, fonts, bodies, pages } satisfies FloorJob));
  return file;
}

function documentsOf(year: CompiledYear | undefined) {
  if (year?.bind == null) throw new Error('the year to be measured has an error');
  return [year.bind(), ...year.projects.map(({ document }) => document)];
}

async function printBare(job: string): Promise<number> {
  return await runNode(FLOOR, job);
}

/** Our own program is compiled; what it is compared with is not. */
function loaderFor(script = ''): string[] {
  return script.endsWith('.ts') ? ['--import', import.meta.resolve('tsx/esm')] : [];
}

/** Milliseconds that a program takes from start to end; it must succeed. */
function runNode(...args: string[]): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...loaderFor(args[0]), ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      cwd: work,
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(performance.now() - started) : reject(new Error(`${args[0]} ended with ${code}`)),
    );
  });
}

/** Runs two things by turns, so that both meet the same moods of the machine; the medians of each. */
async function alternate(
  times: number,
  one: () => Promise<number>,
  other: () => Promise<number>,
): Promise<[number, number]> {
  const ones: number[] = [];
  const others: number[] = [];
  for (let time = 0; time < times; time += 1) {
    ones.push(await one());
    others.push(await other());
  }
  return [median(ones), median(others)];
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function add(figure: string, ours: number, floor: number, limit: string): void {
  rows.push(row(figure, ours, floor, limit));
}

function row(figure: string, ours: number, floor: number, limit: string): Row {
  return { figure, ours: seconds(ours), floor: seconds(floor), ratio: (ours / floor).toFixed(2), limit };
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

function say(step: string): void {
  process.stderr.write(`… ${step}\n`);
}

function format(table: Row[]): string {
  const columns = ['figure', 'ours', 'floor', 'ratio', 'limit'] as const;
  const lines = [Object.fromEntries(columns.map((column) => [column, column])) as unknown as Row, ...table];
  const widths = columns.map((column) => Math.max(...lines.map((line) => line[column].length)));
  return lines
    .map(
      (line) =>
        `| ${columns.map((column, index) => line[column].padEnd(widths[index] ?? 0)).join(' | ')} |\n`,
    )
    .flatMap((line, index) =>
      index === 0 ? [line, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |\n`] : [line],
    )
    .join('');
}
