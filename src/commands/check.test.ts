import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toFindings } from '../cli/print-report.ts';
import type { CheckOptions } from '../compile.ts';
import {
  type Findings,
  formatGithubParts,
  formatJsonParts,
  formatSarifOf,
  formatTextParts,
} from '../report/groups.ts';
import { withWorkplace } from '../test/workplace.ts';
import { putWrongOffices } from '../test/wrong-offices.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { check } from './check.ts';
import { compileOnce, compileSources } from './compile-sources.ts';

const style = { language: 'zh', verbose: true, paint: (_: string, text: string) => text } as const;
const FORMATS: Record<string, (findings: Findings) => Iterable<string>> = {
  text: (findings) => formatTextParts(findings, style),
  json: (findings) => formatJsonParts(findings, 'en', { fixed: [] }),
  github: (findings) => formatGithubParts(findings, 'zh'),
  sarif: (findings) => formatSarifOf(findings, 'zh', '1'),
};

test('an office at a time says what all of them at once say, to the byte', async () => {
  await withWorkplace(async (workplace) => {
    putWrongOffices(workplace);
    const base: CheckOptions = {
      ...{ cwd: workplace.folder, projects: 'projects', templates: join(PROGRAM_ROOT, 'templates') },
      ...{ paths: [], strict: false },
    };
    const requests: Partial<CheckOptions>[] = [
      {},
      { strict: true },
      { year: '2023' },
      { paths: ['projects/2022/甲镇'] },
      { paths: ['projects/2022/甲镇/自评/样例.yaml', 'projects/2023'] },
      { paths: ['projects/2022/甲镇/自评/样例.yaml', 'projects/2022/丙镇'] },
      { paths: ['projects/2022/坏的', 'projects/2022/丙镇'] },
    ];
    for (const request of requests) {
      const held = compileSources({ ...base, ...request });
      const once = compileOnce({ ...base, ...request }, { drafts: false, also: [] });
      for (const [format, write] of Object.entries(FORMATS)) {
        const expected = [...write(toFindings(held))].join('');
        expect([...write(check({ ...base, ...request }))].join(''), format).toBe(expected);
        expect([...write(toFindings(once))].join(''), format).toBe(expected);
        if (format === 'json' || format === 'sarif') JSON.parse(expected);
      }
    }
    const { hasErrors, projects } = check(base);
    expect({ hasErrors, projects }).toEqual({ hasErrors: true, projects: 9 });
    const codes = [...check(base).groups].flatMap(({ office, diagnostics }) =>
      diagnostics.map(({ code, at }) => `${office?.office ?? '–'} ${at.file.split('/').at(-1)} ${code}`),
    );
    for (const found of [
      '2022/甲镇 样例.yaml code/repeated',
      '2022/甲镇-二 别的.yaml silence/unused',
      '2022/甲镇 booklet.yaml office/repeated-code',
      '2022/空的 booklet.yaml office/empty',
      '– 样例.yaml file/ignored',
    ])
      expect(codes).toContain(found);
    expect(codes.join()).not.toMatch(/乙站 样例.yaml (?:code|silence)/);
  });
});
