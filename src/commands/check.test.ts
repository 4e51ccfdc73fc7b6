import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toFindings } from '../cli/print-report.ts';
import type { CheckOptions } from '../compile.ts';
import { type Findings, formatGithubParts, formatJsonParts, formatTextParts } from '../report/groups.ts';
import { SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { type Workplace, withWorkplace } from '../test/workplace.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { check } from './check.ts';
import { compileSources } from './compile-sources.ts';

const OTHER = SOUND_TABLE.replace('52270022P004296102284', '52270022P00430210119J');
const suppressed = (comment: string) => SOUND_TABLE.replace('项目编码', `# 忽略 ${comment}\n项目编码`);

/** Offices in which all is wrong that is found by comparing them, beside what is wrong in one alone. */
function putOffices({ put }: Workplace): void {
  put('projects', null);
  const files = {
    '2022/booklet.yaml': SOUND_BOOKLET,
    '2022/甲镇/booklet.yaml': '单位: 甲镇\n单位编码: 219001\n',
    '2022/甲镇/样例.yaml': SOUND_TABLE,
    '2022/甲镇/另一个.yaml': OTHER.replace('≥ 4 次', '许多'),
    '2022/甲镇/自评/样例.yaml': '完成情况: 好\n指标:\n  没有的: 4 次\n',
    '2022/甲镇-二/booklet.yaml': '单位: 甲镇二\n单位编码: 219002\n检查:\n  code/repeated: 警告\n',
    '2022/甲镇-二/样例.yaml': SOUND_TABLE.replace('样例', '样例 '),
    '2022/甲镇/乙站/booklet.yaml': '单位: 乙站\n单位编码: 219001\n',
    '2022/甲镇/乙站/样例.yaml': suppressed('code/repeated：同一个项目，两个单位分别填报'),
    '2022/丙镇/booklet.yaml': '单位: 丙镇\n单位编码: 待填\n',
    '2022/丙镇/样例.yaml': suppressed('code/repeated、text/half-width'),
    '2022/丁镇/booklet.yaml': '单位: 丁镇\n单位编码: 待填\n',
    '2022/丁镇/样例.yaml': suppressed('code/repeated'),
    '2022/甲镇-二/别的.yaml': OTHER.replace('样例', '别的')
      .replace('P00430210119J', 'Z000000000001')
      .replace('项目编码', '# 忽略 code/repeated\n项目编码'),
    '2022/空的/booklet.yaml': '单位: 空的\n',
    '2022/没有/样例.yaml': SOUND_TABLE,
    '2022/大写A/booklet.yaml': '单位: 大\n',
    '2022/大写a/booklet.yaml': '单位: 小\n',
    '2023/booklet.yaml': SOUND_BOOKLET.replace('2022', '2023'),
    '2023/样例.yaml': SOUND_TABLE,
    '2023/样例2.yaml': SOUND_TABLE,
    '2024年/样例.yaml': SOUND_TABLE,
  };
  for (const [path, text] of Object.entries(files)) put(`projects/${path}`, text);
}

const style = { language: 'zh', verbose: true, paint: (_: string, text: string) => text } as const;
const FORMATS: Record<string, (findings: Findings) => Iterable<string>> = {
  text: (findings) => formatTextParts(findings, style),
  json: (findings) => formatJsonParts(findings, 'en', { fixed: [] }),
  github: (findings) => formatGithubParts(findings, 'zh'),
};

test('an office at a time says what all of them at once say, to the byte', async () => {
  await withWorkplace(async (workplace) => {
    putOffices(workplace);
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
    ];
    for (const request of requests) {
      const held = compileSources({ ...base, ...request });
      for (const [format, write] of Object.entries(FORMATS)) {
        const expected = [...write(toFindings(held))].join('');
        expect([...write(check({ ...base, ...request }))].join(''), format).toBe(expected);
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
