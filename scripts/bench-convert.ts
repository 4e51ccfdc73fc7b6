import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompilerContext, compileYear } from '../src/compile.ts';
import { toExports } from '../src/convert/export/outputs.ts';
import type { ExportFormat } from '../src/form/vocabulary.ts';
import { readSources } from '../src/workspace/disk.ts';
import { CLI, type Cost, runNode, say, usualCost } from './bench-run.ts';
import { type Row, seconds } from './bench-table.ts';
import { writeYear } from './bench-year.ts';

const COUNT = 1000;
const TIMES = 5;

/**
 * What `--also` adds to a build of 1,000 tables: their files and that of the year, in this process, before the disk. Then the
 * workbook of that year, and the document of each table, imported again by the program from start to end.
 */
export async function benchConvert(
  work: string,
  realProjects: string,
  context: CompilerContext,
): Promise<Row[]> {
  say('1,000 tables to Excel, Word and JSON, and back');
  const projects = join(work, 'exports');
  writeYear(projects, join(realProjects, '2022'), COUNT);
  const { years } = readSources({ cwd: work, projects, paths: [] });
  const [year] = years.map((sources) => compileYear(sources, context));
  if (year?.bind == null) throw new Error('the year to be exported has an error');
  const documents = [year.bind(), ...year.tables.map(({ document }) => document)];
  const files = join(work, 'exported');
  mkdirSync(files);
  const rows: Row[] = [];
  for (const [format, limit] of [
    ['xlsx', '1 s'],
    ['docx', '1.5 s'],
    ['json', '0.5 s'],
  ] as const) {
    const write = () => {
      const exports = toExports(documents, year, new Set<ExportFormat>([format]));
      return exports.map((file) => ({ name: `${file.stem}.${format}`, content: file.write() }));
    };
    const costs = Array.from({ length: TIMES }, (): Cost => {
      const [started, before] = [performance.now(), process.cpuUsage()];
      write();
      return { wall: performance.now() - started, cpu: process.cpuUsage(before).user / 1000 };
    });
    for (const { name, content } of write()) writeFileSync(join(files, name), content);
    const { wall, cpu } = usualCost(costs);
    const ours = `${seconds(wall)}, ${seconds(cpu ?? Number.NaN)} of CPU`;
    rows.push({ figure: `${COUNT} tables as .${format}, over the build`, ours, limit });
  }
  const documentsOnly = readdirSync(files).filter((name) => name.endsWith('.docx'));
  for (const [what, names] of [
    ['the workbook of a year', ['booklet.xlsx']],
    ['their documents', documentsOnly],
  ] as const) {
    const costs: Cost[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const into = mkdtempSync(join(work, 'imported-'));
      mkdirSync(join(into, '2022'));
      const paths = names.map((name) => join(files, name));
      costs.push(
        await runNode(work, CLI, 'import', '--projects', into, '--year', '2022', '--quiet', ...paths),
      );
    }
    const { wall, cpu } = usualCost(costs);
    const perSecond = (milliseconds: number | null) =>
      milliseconds === null ? '' : Math.round((COUNT / milliseconds) * 1000);
    const ours = `${perSecond(wall)}/s, ${perSecond(cpu)}/s of CPU`;
    rows.push({ figure: `${COUNT} tables imported from ${what}`, ours, limit: '200/s' });
  }
  return rows;
}
