import type { Cost } from './bench-run.ts';

export interface Row {
  figure: string;
  ours: string;
  floor?: string;
  ratio?: string;
  /** The ratio of processor time. */
  cpu?: string;
  limit?: string;
}

/** A figure beside what it is compared with. */
export function row(figure: string, ours: Cost, floor: Cost | null, limit = ''): Row {
  const ratio = (mine: number | null, its: number | null | undefined) =>
    mine === null || its == null ? '' : (mine / its).toFixed(2);
  return {
    figure,
    ours: seconds(ours.wall),
    floor: floor === null ? '' : seconds(floor.wall),
    ratio: ratio(ours.wall, floor?.wall),
    cpu: ratio(ours.cpu, floor?.cpu),
    limit,
  };
}

export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

/** As Markdown. */
export function formatRows(rows: readonly Row[]): string {
  return formatTable(
    ['figure', 'ours', 'floor', 'ratio', 'ratio of CPU', 'limit'],
    rows.map(({ figure, ours, floor = '', ratio = '', cpu = '', limit = '' }) => [
      figure,
      ours,
      floor,
      ratio,
      cpu,
      limit,
    ]),
  );
}

export function formatTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |\n`;
  return lines
    .map((line) => `| ${widths.map((width, column) => (line[column] ?? '').padEnd(width)).join(' | ')} |\n`)
    .flatMap((line, index) => (index === 0 ? [line, rule] : [line]))
    .join('');
}
