import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { PROGRAM_ROOT } from '../util/program.ts';
import { compileTexts } from './compile-source.ts';
import { DOCUMENTS, readDocument } from './documents.ts';
import { startProgram } from './program.ts';
import { withRepository } from './repository.ts';

/** A heading as GitHub and VS Code name it in a link. */
function toAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function listAnchors(text: string): string[] {
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => toAnchor(heading));
}

function findBrokenLinks(file: string): string[] {
  const links = [...readDocument(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^https?:/.test(link)) return false;
    const [path = '', anchor] = decodeURI(link).split('#');
    const target = path === '' ? file : posix.join(posix.dirname(file), path);
    if (!existsSync(join(PROGRAM_ROOT, target))) return true;
    return anchor !== undefined && !listAnchors(readDocument(target)).includes(anchor);
  });
}

test.each(DOCUMENTS)('%s: every link leads somewhere', (file) => {
  expect(findBrokenLinks(file)).toEqual([]);
});

test.each(['README.md', 'README.zh-CN.md'])('%s is short', (file) => {
  expect(readDocument(file).split('\n').length).toBeLessThanOrEqual(151);
});

/** The blocks of YAML that are a whole file. */
function listWholeFiles(file: string, schema: string): string[] {
  const blocks = [...readDocument(file).matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
  return blocks.filter((text) => text.includes(`/schema/${schema}`));
}

const withTable = DOCUMENTS.filter((file) => listWholeFiles(file, 'project.schema.json').length > 0);
const BOOKLET = '标题: 样例汇编\n单位: 样例单位\n年度: 2022\n';

test.each(withTable)('%s: its tables and booklets pass the checks', (file) => {
  const booklets = listWholeFiles('docs/bureau.md', 'booklet.schema.json');
  expect(booklets).toHaveLength(1);
  for (const table of listWholeFiles(file, 'project.schema.json')) {
    for (const booklet of [BOOKLET, ...booklets]) {
      const name = /^项目名称: (.+)$/m.exec(table)?.[1] ?? '';
      const { report } = compileTexts({ [`${name}.yaml`]: table, 'booklet.yaml': booklet });
      expect(report.diagnostics.filter(({ severity }) => severity !== 'suggestion')).toEqual([]);
    }
  }
});

test('the tables are in the documents for those who fill them in', () => {
  expect(withTable).toEqual(expect.arrayContaining(['README.md', 'README.zh-CN.md', 'docs/clerk.md']));
});

/** Commits and days are those of the writer. */
const withoutCommits = (text: string) => text.replaceAll(/（[0-9a-f]{7}，\d{4}-\d\d-\d\d）/g, '（）');

const TABLE = '党员志愿服务工作经费';
const COST = '≤ 2.73 万元';

interface Shown {
  file: string;
  edits?: [from: string, to: string][];
  /** One after the other; the document shows what the last one prints. */
  commands: string[];
}

test.each<Shown>([
  { file: 'README.zh-CN.md', edits: [[COST, '≥ 3.00 万元']], commands: ['check'] },
  { file: 'README.md', edits: [[COST, '≥ 3.00 万元']], commands: ['check --lang en'] },
  { file: 'docs/clerk.md', commands: ['new 机关党建培训经费'] },
  { file: 'docs/clerk.md', commands: ['new 机关党建培训经费', 'check'] },
  {
    file: 'docs/clerk.md',
    edits: [['    数量指标:\n', '    数量指标:\n培训次数\t≥\t4\t次\t每季度一次\n培训人数\t≥\t600\t人次\t\n']],
    commands: ['check'],
  },
  { file: 'docs/forms.md', edits: [['绩效目标:', '联系电话: 0854-8220000\n绩效目标:']], commands: ['check'] },
  {
    file: 'docs/reviewer.md',
    edits: [
      ['继续推进', '持续推进'],
      [COST, '≤ 3.00 万元'],
    ],
    commands: ['diff'],
  },
])('$file shows what $commands prints', async ({ file, edits = [], commands }) => {
  await withRepository(async ({ folder, edit }) => {
    for (const [from, to] of edits) edit(TABLE, from, to);
    let shown = '';
    for (const command of commands) {
      const { stderr } = await startProgram(folder, command.split(' ')).finished;
      // Of a list of findings the first.
      shown = command.startsWith('check') ? (stderr.split('\n\n')[0] ?? '') : stderr.trim();
    }
    expect(shown).not.toBe('');
    expect(withoutCommits(readDocument(file))).toContain(withoutCommits(shown));
  });
});
