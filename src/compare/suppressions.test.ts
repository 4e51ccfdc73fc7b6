import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { formatComparisonHtml, toDocument } from '../commands/print-comparison.ts';
import type { Language } from '../messages/wording.ts';
import { startProgram } from '../test/program.ts';
import { type Repository, withRepository } from '../test/repository.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { formatComparisonJson, toComparisonReport } from './formats/json.ts';
import { formatMarkdown } from './formats/markdown.ts';
import { formatComparisonText } from './formats/text.ts';

const NAME = '党员志愿服务工作经费';
const FILE = `projects/2022/${NAME}.yaml`;
const REASON = '领导同意';
const isReport = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync(join(PROGRAM_ROOT, 'schema/comparison.schema.json'), 'utf8')),
);

async function show({ diff }: Repository, format = 'text', language: Language = 'zh'): Promise<string> {
  const compared = await diff();
  const report = toComparisonReport(compared.range, compared.comparison, compared.texts, language);
  if (format === 'json') return formatComparisonJson(report);
  if (format === 'markdown') return formatMarkdown(report, language);
  if (format === 'html') return formatComparisonHtml(toDocument(compared, report), compared);
  return formatComparisonText(report, {
    language,
    verbose: false,
    hasColour: false,
    paint: (_, text) => text,
  });
}

async function showJson(repository: Repository) {
  const report = JSON.parse(await show(repository, 'json'));
  expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
  return report;
}

/** A budget that the table's cost is above, with a comment that suppresses it or without one. */
function setBudget({ edit }: Repository, suppression: string) {
  edit(NAME, /^(?:# 忽略.*\n)?(?:预算金额:.*\n)?绩效目标:/m, `${suppression}预算金额: 1 万元\n绩效目标:`);
}

test('an amount and the suppression of its error in one commit: every format reports both, with the reason', async () => {
  await withRepository(async (repository) => {
    setBudget(repository, `# 忽略 money/over-budget：${REASON}\n`);
    for (const format of ['text', 'markdown']) {
      const reported = (await show(repository, format)).replace(/\\(?=[/-])/g, '');
      expect(reported, format).toContain(REASON);
      expect(reported, format).toMatch(/加了忽略 money.{1,6}over.{1,6}budget/);
    }
    // The 对照表 is filed: it names the project and the check as the office does, no file and no code.
    const paper = (await show(repository, 'html')).replace(/^[\s\S]*<body/, '');
    expect(paper).toContain(`2022年度“${NAME}”放过了检查“成本指标合计超过预算金额”，理由：${REASON}。`);
    expect(paper).not.toMatch(/money\/|projects\/|\.yaml|忽略/);
    const { suppressions, findings } = await showJson(repository);
    expect(suppressions).toEqual([
      { file: FILE, change: 'added', code: 'money/over-budget', reason: REASON, line: expect.any(Number) },
    ]);
    expect(findings.mended).toEqual([]);
    expect(await show(repository, 'text', 'en')).toContain(
      `suppression of money/over-budget added: ${REASON}`,
    );
  });
});

test('an error that was committed and is suppressed now is not mended; without the comment it is there again, not new', async () => {
  await withRepository(async (repository) => {
    setBudget(repository, '');
    repository.commit('超预算');
    setBudget(repository, `# 忽略 money/over-budget：${REASON}\n`);
    const text = await show(repository);
    expect(text).not.toContain('不再出现的问题');
    expect(text).toContain('只是加了忽略、没有改掉的问题：1 个错误');
    expect(text).not.toContain('没有变化');
    const added = await showJson(repository);
    expect(added.findings).toMatchObject({
      brought: [],
      mended: [],
      unsuppressed: [],
      suppressed: [{ code: 'money/over-budget', file: FILE }],
    });
    expect((await startProgram(repository.folder, ['diff', '--exit-code', '--quiet']).finished).code).toBe(1);
    repository.commit('忽略');
    setBudget(repository, '');
    const removed = await showJson(repository);
    expect(removed.suppressions).toMatchObject([
      { change: 'removed', code: 'money/over-budget', reason: REASON },
    ]);
    expect(removed.findings).toMatchObject({
      brought: [],
      mended: [],
      suppressed: [],
      unsuppressed: [{ code: 'money/over-budget' }],
    });
    expect(await show(repository)).toContain('去掉忽略以后又出现的问题：1 个错误');
    expect(await show(repository, 'html')).toContain(
      `不再放过检查“成本指标合计超过预算金额”，原来的理由：${REASON}。`,
    );
  });
});

test('another reason is reported, another line is not; a file that cannot be read takes nothing away', async () => {
  await withRepository(async (repository) => {
    setBudget(repository, '# 忽略 money/over-budget：甲\n');
    repository.commit('忽略');
    repository.edit(NAME, /^/, '# 一行\n# 又一行\n');
    expect((await showJson(repository)).suppressions).toEqual([]);
    repository.edit(NAME, 'over-budget：甲', 'over-budget：乙');
    const reported = (await showJson(repository)).suppressions.map(
      ({ change, reason }: { change: string; reason: string }) => `${change} ${reason}`,
    );
    expect(reported.sort()).toEqual(['added 乙', 'removed 甲']);
    repository.edit(NAME, '项目名称:', '项目名称：');
    expect((await showJson(repository)).suppressions).toEqual([]);
  });
});

test('a check that 检查 switches off has mended nothing; switched on again it brings nothing new', async () => {
  await withRepository(async (repository) => {
    setBudget(repository, '');
    repository.commit('超预算');
    repository.edit('booklet', /$/, '\n检查:\n  money/over-budget: 忽略\n');
    const off = await showJson(repository);
    expect(off.findings).toMatchObject({
      brought: [],
      mended: [],
      suppressed: [{ code: 'money/over-budget', file: FILE }],
    });
    expect(await show(repository)).toContain('只是加了忽略、没有改掉的问题：1 个错误');
    repository.commit('忽略');
    repository.edit('booklet', '检查:\n  money/over-budget: 忽略\n', '');
    expect((await showJson(repository)).findings).toMatchObject({
      brought: [],
      mended: [],
      unsuppressed: [{ code: 'money/over-budget' }],
    });
  });
});
