import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { CompilerContext } from '../src/compile.ts';
import { PROGRAM_ROOT } from '../src/util/program.ts';
import { writeFloorJob, writeTypstJob } from './bench-jobs.ts';
import { watchMemory } from './bench-memory.ts';
import { CLI, type Cost, runNode, say, sumCosts } from './bench-run.ts';
import { formatTable, type Row, row } from './bench-table.ts';
import { writeYear } from './bench-year.ts';

const script = (name: string) => join(PROGRAM_ROOT, 'scripts', name);

/** Years of 10, 100 and 1,000 tables: all of each, one edit, the memory, and what others take for the same. */
export async function benchYears(work: string, real: string, context: CompilerContext): Promise<Row[]> {
  const build = (count: number, ...more: string[]) =>
    runNode(
      work,
      CLI,
      'build',
      '--projects',
      folderOf(count),
      '--out',
      `${folderOf(count)}-out`,
      '--quiet',
      ...more,
    );
  const folderOf = (count: number) => join(work, `year-${count}`);
  const years = new Map<number, Cost>();
  let peak: ReturnType<ReturnType<typeof watchMemory>['stop']> = null;
  for (const count of [10, 100, 1000]) {
    say(`${count} tables: everything`);
    writeYear(folderOf(count), join(real, '2022'), count);
    const memory = watchMemory();
    years.set(count, await build(count));
    peak = memory.stop();
  }
  const [ten, hundred, all] = [...years.values()] as [Cost, Cost, Cost];

  const names = readdirSync(join(folderOf(1000), '2022')).map((name) => name.replace('.yaml', ''));
  const [first = '', ...tables] = names.filter((name) => name !== 'booklet');
  say('1,000 tables: one edit; then nothing changed');
  const file = join(folderOf(1000), '2022', `${first}.yaml`);
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace('绩效目标: ', '绩效目标: 又').replace('良好', '优良'),
  );
  const edit = await build(1000);
  const again = await build(1000);
  const check = await runNode(work, CLI, 'check', '--projects', folderOf(1000), '--quiet');

  say('1,000 tables: Typst');
  const typst = await runNode(work, script('bench-typst.ts'), writeTypstJob(work, context, folderOf(1000)));

  say('1,000 tables: bare prints, one by one, and the booklet as a whole');
  const plan = { projects: folderOf(1000), printed: `${folderOf(1000)}-out/2022` };
  const bare = async (name: string, pages: number, only: string[]) =>
    runNode(
      work,
      script('bench-floor.ts'),
      await writeFloorJob(work, context, { ...plan, name, pages, only }),
    );
  const singles = await bare('singles', availableParallelism(), [first, ...tables]);
  const booklet = await bare('booklet', 1, ['booklet']);

  const of = ({ wall, cpu }: Cost, times: number): Cost => ({ wall: wall * times, cpu: cpu && cpu * times });
  /** What each of 900 more tables takes. */
  const slope = of(sumCosts(all, of(hundred, -1)), 1 / 900);
  return [
    row('a year of 1,000 (PDFs, HTML, booklet) ÷ Typst’s PDFs and volume', all, typst, '1.2'),
    row('a year of 1,000 ÷ bare prints, one by one and as a whole', all, sumCosts(singles, booklet), '0.5'),
    row('one table edited among 1,000 ÷ the year', edit, all, '0.08'),
    row('nothing changed among 1,000 ÷ check of them', again, check),
    {
      figure: 'memory at 1,000: node / all processes (proportional set size)',
      ours: peak === null ? '' : `${peak.node} / ${peak.all} MB`,
      limit: '700 MB in all',
    },
    row('growth: 100 tables ÷ ten times 10', hundred, of(ten, 10)),
    row('growth: 1,000 tables ÷ ten times 100', all, of(hundred, 10)),
    row('growth: 10,000 tables, extrapolated ÷ ten times 1,000', sumCosts(all, of(slope, 9000)), of(all, 10)),
  ];
}

/** What is compared above does not do the same. */
export const PEERS = formatTable(
  ['what comes out', 'ours', 'bare prints', 'Typst'],
  [
    ['merged cells that cross a page: closed, label repeated with （续）', 'yes', 'as given', 'no: cut open'],
    ['rows kept whole, no page with a title alone', 'yes', 'as given', 'rows yes'],
    ['web pages with the same sheets', 'yes', 'no', 'no'],
    ['booklet with 汇总表, links and page numbers that are verified', 'yes', 'as given', 'contents only'],
    ['single PDFs and booklet from one printing', 'yes', 'no', 'no'],
    ['bookmarks, tags, page labels i, ii, 1, 2', 'yes', 'no labels', 'yes'],
    ['PDF/A-2a and PDF/UA-1', 'yes', 'no', 'on request'],
    ['the same bytes on every run', 'yes', 'no', 'with a fixed date'],
    ['only what changed is printed again', 'yes', 'no', 'no'],
    ['compiled by itself, without a browser', 'no', 'no', 'yes'],
    ['paragraphs justified and hyphenated', 'no', 'no', 'yes'],
    ['the page live while it is edited', 'yes', 'no', 'yes (watch)'],
  ],
);
