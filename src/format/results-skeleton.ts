import { FUNDS_KEY, type ResultsForm, ROWS_KEY } from '../form/results-form.ts';
import { toLine } from '../form/text.ts';
import { TO_FILL } from '../form/to-fill.ts';
import { writeFigure } from '../form/value.ts';
import { listNames, shortestName } from '../read/results/match.ts';
import type { Draft, DraftIndicator } from '../read/table.ts';
import { schemaLine } from './attach-comments.ts';
import { writeScalar } from './write-layout.ts';

/**
 * A source of results in which 待填 marks what to fill in: every indicator of the goals, with its target in a comment. `schema`:
 * where the editor finds the form's, or null.
 */
export function writeResultsSkeleton(form: ResultsForm, goals: Draft, schema: string | null): string {
  const names = listNames(goals.indicators);
  const own = form.fields.filter(
    ({ isRequired, source, key }) =>
      isRequired && (source === null || !goals.facts.some(({ field }) => field.key === key)),
  );
  const lines = [
    ...schemaLine(schema),
    ...writeFunds(form),
    ...own.flatMap(({ key, type }) =>
      type === 'paragraphs' ? [`${key}: |`, `  ${TO_FILL}`] : [`${key}: ${TO_FILL}`],
    ),
    `${ROWS_KEY}:`,
    ...goals.indicators.flatMap((indicator) =>
      writeRow(shortestName(indicator, names), indicator, form).map((line) => `  ${line}`),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function writeFunds({ funds }: ResultsForm): string[] {
  if (funds === null) return [];
  const wanted = funds.columns.filter(({ isRequired }) => isRequired);
  const [, ...parts] = funds.rows;
  return [
    `# 分来源的，在${parts.map((part) => `“${part}”`).join('、')}下面分别写，总额由程序加`,
    `${FUNDS_KEY}:`,
    ...wanted.map(({ key }) => `  ${key}: ${TO_FILL}`),
  ];
}

/** A figure needs its actual value alone; words need what else the form asks for. */
function writeRow(name: string, { target }: DraftIndicator, form: ResultsForm): string[] {
  const wanted =
    target.kind === 'unread' ? '' : target.kind === 'figure' ? writeFigure(target) : toLine(target.text);
  const comment = wanted === '' ? '' : ` # 目标 ${wanted}`;
  const head = writeScalar(name);
  const degree = form.scoring && form.rowFields.find(({ use }) => use === 'degree');
  if (!degree || target.kind === 'figure') return [`${head}: ${TO_FILL}${comment}`];
  const actual = form.rowFields.find(({ use }) => use === 'actual')?.key ?? '';
  const options = `${degree.options.join('、')}，或者百分之几`;
  return [`${head}:`, `  ${actual}: ${TO_FILL}${comment}`, `  ${degree.key}: ${TO_FILL} # ${options}`];
}
