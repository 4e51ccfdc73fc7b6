import { expect, test } from 'vitest';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { type Diagnostic, diagnose } from './diagnostic.ts';
import { limitFindings } from './limit.ts';
import { formatGithub, formatText, toReport } from './report.ts';
import { formatSarif } from './sarif.ts';

const listOf = (file: string, count: number, severity: Diagnostic['severity']) =>
  Array.from({ length: count }, (_, start) =>
    diagnose(severity, 'file/gone', { file, start, end: start + 1 }),
  );

test('100 findings are listed; of 101 the last place says that there are two more', () => {
  const hundred = listOf('甲', 100, 'warning');
  expect(limitFindings(hundred)).toEqual(hundred);
  const limited = limitFindings(listOf('甲', 101, 'warning'));
  expect(limited).toHaveLength(100);
  expect(limited.at(-1)).toMatchObject({
    code: 'report/and-more',
    severity: 'warning',
    args: { count: '2', errors: '0', warnings: '2', suggestions: '0' },
    at: { start: 99 },
  });
  expect(limitFindings(limited)).toEqual(limited);
});

test('an error is listed however many suggestions are before it; other files are listed whole', () => {
  const [error] = listOf('甲', 1, 'error');
  if (error === undefined) throw new Error();
  const limited = limitFindings([...listOf('甲', 5000, 'suggestion'), error, ...listOf('乙', 3, 'warning')]);
  expect(limited).toContain(error);
  expect(limited.filter(({ at }) => at.file === '甲')).toHaveLength(100);
  expect(limited.filter(({ at }) => at.file === '乙').map(({ code }) => code)).toEqual(
    Array(3).fill('file/gone'),
  );
  expect(limited.find(({ code }) => code === 'report/and-more')).toMatchObject({
    severity: 'suggestion',
    args: { count: '4902' },
  });
});

/** A table in which each of some characters is a finding of its own. */
const tableWith = (characters: number) => {
  const rare = Array.from({ length: characters }, (_, at) => String.fromCharCode(0xe000 + at)).join('');
  return SOUND_TABLE.replace('教材和场地', rare);
};

test('every format lists as many and counts the rest in one line; the sums are of all', () => {
  const { year } = compileTexts({ '样例.yaml': tableWith(3000), 'booklet.yaml': SOUND_BOOKLET });
  // The chain itself carries no more than a thousand of one file.
  expect(year.diagnostics.length).toBeLessThan(1100);
  const texts = new Map(year.sources.map(({ file, text }) => [file, text]));
  const report = toReport(year.diagnostics, texts, 1, 'zh');
  expect(report.summary.errors).toBe(3000);
  expect(report.diagnostics).toHaveLength(100);
  const style = { language: 'zh', verbose: true, paint: (_: string, text: string) => text } as const;
  const said = /这个文件还有 29\d\d 条没有列出：29\d\d 个错误/g;
  for (const printed of [
    formatText(report, texts, style),
    JSON.stringify(report),
    formatGithub(report),
    formatSarif(report.diagnostics, '1'),
  ]) {
    expect(printed.match(said)).toHaveLength(1);
    expect(printed.length).toBeLessThan(150_000);
  }
});
