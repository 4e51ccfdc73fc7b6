/** `npm run bench -- attacks`: what the worst files that are known cost, at 1 MB and just below what is read. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileSources } from '../src/commands/compile-sources.ts';
import { diff } from '../src/commands/diff.ts';
import { trace } from '../src/commands/trace.ts';
import { toComparisonReport } from '../src/compare/formats/json.ts';
import { formatMarkdown } from '../src/compare/formats/markdown.ts';
import { toPreview } from '../src/preview/preview.ts';
import { formatGithub, formatJson, formatText, toReport } from '../src/report/report.ts';
import { formatSarif } from '../src/report/sarif.ts';
import { ATTACKS, type Attack } from '../src/test/attacks.ts';
import { SOUND_BOOKLET } from '../src/test/compile-source.ts';
import { PROGRAM_ROOT } from '../src/util/program.ts';

const SIZES = [1024 * 1024, 250 * 1024];
/** Seconds; on two cores with nothing else to do. */
const LIMIT = 2;

export interface AttackRow {
  name: string;
  kilobytes: number;
  /** The first finding, and how many there are. */
  answer: string;
  seconds: Record<'check' | 'preview' | 'diff' | 'trace', number>;
}

export async function benchAttacks(work: string, only?: string): Promise<AttackRow[]> {
  const rows: AttackRow[] = [];
  for (const attack of ATTACKS.filter(({ name }) => only === undefined || name.includes(only))) {
    for (const bytes of SIZES) rows.push(await measure(attack, bytes, join(work, `attack-${rows.length}`)));
  }
  return rows;
}

async function measure({ name, table, booklet }: Attack, bytes: number, folder: string): Promise<AttackRow> {
  const put = (version: number) => {
    mkdirSync(join(folder, 'projects/2022'), { recursive: true });
    writeFileSync(join(folder, 'projects/2022/样例.yaml'), table(bytes, version));
    writeFileSync(join(folder, 'projects/2022/booklet.yaml'), booklet?.(bytes, version) ?? SOUND_BOOKLET);
  };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.org', ...args], {
      cwd: folder,
    });
  put(0);
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'bench');
  put(1);
  const options = { cwd: folder, projects: 'projects', templates: join(PROGRAM_ROOT, 'templates') };
  const style = { language: 'zh', verbose: true, paint: (_: string, text: string) => text } as const;
  const started = performance.now();
  const checked = compileSources({ ...options, paths: [], strict: false });
  const report = toReport(checked.diagnostics, checked.texts, checked.projects, 'zh');
  for (const format of [formatJson, formatGithub]) format(report);
  formatText(report, checked.texts, style);
  formatSarif(report.diagnostics, '1');
  const afterCheck = performance.now();
  toPreview(checked, new Map(), 'zh').page('2022', '样例');
  const afterPreview = performance.now();
  const { range, comparison, texts } = await diff({ ...options, revisions: [] });
  formatMarkdown(toComparisonReport(range, comparison, texts, 'zh'), 'zh');
  const afterDiff = performance.now();
  await trace({ ...options, targets: ['0123456789'] });
  const afterTrace = performance.now();
  const [first] = report.diagnostics;
  return {
    name,
    kilobytes: Math.round(bytes / 1024),
    answer: `${first?.code ?? ''} (${checked.diagnostics.length})`,
    seconds: {
      check: (afterCheck - started) / 1000,
      preview: (afterPreview - afterCheck) / 1000,
      diff: (afterDiff - afterPreview) / 1000,
      trace: (afterTrace - afterDiff) / 1000,
    },
  };
}

export function formatAttacks(rows: readonly AttackRow[]): string {
  const head = `| attack | KB | check | preview | diff | trace | first finding (how many) |\n| --- | ---: | ---: | ---: | ---: | ---: | --- |\n`;
  return (
    head +
    rows
      .map(({ name, kilobytes, answer, seconds }) => {
        const times = Object.values(seconds).map((time) => `${time.toFixed(2)}${time > LIMIT ? ' !' : ''}`);
        return `| ${[name, kilobytes, ...times, answer].join(' | ')} |\n`;
      })
      .join('')
  );
}
