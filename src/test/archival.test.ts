import { beforeAll, describe, expect, test } from 'vitest';
import { CLAUSES } from './archival-clauses.ts';
import { type ArchivalDocument, openArchival } from './archival-document.ts';
import { withPrintedWorkplace } from './workplace.ts';

/** By what they are: real PDFs as a build writes them. */
const documents = new Map<string, ArchivalDocument>();

beforeAll(async () => {
  await withPrintedWorkplace(async ({ build, put, read }) => {
    documents.set('a single table', openArchival(read('out/2022/党员志愿服务工作经费.pdf')));
    documents.set('a booklet', openArchival(read('out/2022/booklet.pdf')));
    const rows = Array.from(
      { length: 70 },
      (_, row) => `      - 三级指标: 走访第${row + 1}次\n        指标值: ≥ ${row + 2} 次\n`,
    );
    const source = read('projects/2022/党员干部教育经费.yaml').toString();
    put(
      'projects/2022/党员干部教育经费.yaml',
      source.replace(/(数量指标:\n)/, `$1${rows.join('')}`).replace('绩效目标: ', '绩效目标: 待填'),
    );
    await build({ draft: true });
    documents.set('a draft of several pages', openArchival(read('out/草稿/2022/党员干部教育经费.pdf')));
  });
});

describe.each(['a single table', 'a booklet', 'a draft of several pages'])('%s', (name) => {
  test.each(CLAUSES)('%s', (_, faults) => {
    expect([...new Set(faults(documents.get(name) as ArchivalDocument))].slice(0, 20)).toEqual([]);
  });
});
