import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { PROGRAM_ROOT } from '../commands/workshop.ts';
import { compileTexts } from './compile-source.ts';
import { DOCUMENTS, readDocument } from './documents.ts';

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
