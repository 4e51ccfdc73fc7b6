import { expect, test } from 'vitest';
import { formatSarif } from './sarif.ts';

const finding = {
  severity: 'warning' as const,
  code: 'name/file',
  message: '文件名不同',
  hint: '改名',
  file: 'projects/2022/样 例.yaml',
  line: 2,
  column: 3,
  endLine: 2,
  endColumn: 5,
};

test('each finding is a result with its rule, level and place', () => {
  const { version, runs } = JSON.parse(
    formatSarif(
      [finding, { ...finding, severity: 'suggestion', code: 'a/b' }, { ...finding, severity: 'error' }],
      '1.2.3',
    ),
  );
  const [run] = runs;
  expect(version).toBe('2.1.0');
  expect(run.tool.driver).toMatchObject({
    name: 'jixiaoce',
    version: '1.2.3',
    rules: [{ id: 'a/b' }, { id: 'name/file' }],
  });
  expect(run.results.map(({ level }: { level: string }) => level)).toEqual(['warning', 'note', 'error']);
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  expect(run.results[0].message.text).toBe('文件名不同\n改名');
  expect(run.results[0].locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'projects/2022/%E6%A0%B7%20%E4%BE%8B.yaml' },
    region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 5 },
  });
});

test('without findings it is a log with no result', () => {
  expect(JSON.parse(formatSarif([], '1.2.3')).runs).toMatchObject([
    { tool: { driver: { rules: [] } }, results: [] },
  ]);
});

test('a remedy is a replacement of what is there', () => {
  const fix = { title: '写成“≥ 4 次”', edits: [{ start: 12, end: 15, text: '≥ 4 次' }] };
  const [fixed, plain] = JSON.parse(formatSarif([{ ...finding, fix }, finding], '1')).runs[0].results;
  expect(plain).not.toHaveProperty('fixes');
  expect(fixed.fixes).toEqual([
    {
      description: { text: '写成“≥ 4 次”' },
      artifactChanges: [
        {
          artifactLocation: { uri: 'projects/2022/%E6%A0%B7%20%E4%BE%8B.yaml' },
          replacements: [
            { deletedRegion: { charOffset: 12, charLength: 3 }, insertedContent: { text: '≥ 4 次' } },
          ],
        },
      ],
    },
  ]);
});

test.each([
  ['/srv/样.yaml', 'file:///srv/%E6%A0%B7.yaml'],
  ['C:/表/样.yaml', 'file:///C:/%E8%A1%A8/%E6%A0%B7.yaml'],
])('%s is an absolute address', (file, uri) => {
  const { runs } = JSON.parse(formatSarif([{ ...finding, file }], '1'));
  expect(runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
});
