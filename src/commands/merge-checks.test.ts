import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Findings, formatJsonParts } from '../report/groups.ts';
import { type Workplace, withWorkplace } from '../test/workplace.ts';
import { putWrongOffices } from '../test/wrong-offices.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { check } from './check.ts';
import { areChecks, mergeChecks } from './merge-checks.ts';

const report = (findings: Findings) => JSON.parse([...formatJsonParts(findings, 'zh')].join(''));
/** Findings in an order that does not depend on who reports them. */
const sorted = (findings: object[]) => findings.map((one) => JSON.stringify(one)).sort();

const optionsOf = ({ folder }: Workplace) => ({
  ...{ cwd: folder, projects: 'projects', templates: join(PROGRAM_ROOT, 'templates') },
  ...{ paths: [], strict: false },
});

function checkShards(workplace: Workplace, count: number, more: { year?: string; strict?: boolean } = {}) {
  const folders = Array.from({ length: count }, (_, at) => `份/${count}/${at + 1}`);
  const reports = folders.map((out, at) =>
    report(check({ ...optionsOf(workplace), ...more, shard: `${at + 1}/${count}`, out })),
  );
  return { folders, reports };
}

test('shards, and what compares their offices, report together what one check reports', async () => {
  await withWorkplace(async (workplace) => {
    putWrongOffices(workplace);
    const options = optionsOf(workplace);
    for (const [counts, more] of [
      [[2, 3, 20], {}],
      [[3], { strict: true }],
      [[1], { year: '2023' }],
    ] as const) {
      const whole = report(check({ ...options, ...more }));
      for (const count of counts) {
        const { folders, reports } = checkShards(workplace, count, more);
        expect(areChecks(options.cwd, folders)).toBe(true);
        const merged = mergeChecks({ ...options, folders });
        const compared = report(merged);
        const all = [...reports, compared].flatMap(({ diagnostics }) => diagnostics);
        // A shard with files of one office, or of none, names no office.
        const plain = (findings: object[]) => sorted(findings.map((one) => ({ ...one, office: '' })));
        expect(plain(all)).toEqual(plain(whole.diagnostics));
        expect(compared.summary).toEqual(whole.summary);
        expect(compared.offices).toEqual(whole.offices);
        expect(merged.hasErrors).toBe(true);
      }
    }
    const codes = report(mergeChecks({ ...options, folders: checkShards(workplace, 3).folders }));
    const repeated = codes.diagnostics.find(({ code }: { code: string }) => code === 'code/repeated');
    expect(repeated).toMatchObject({ line: 2, column: 7, office: '2022/甲镇' });
  });
});

test('what does not belong together, or to the present sources, is refused in a sentence', async () => {
  await withWorkplace(async (workplace) => {
    putWrongOffices(workplace);
    const { read, put, folder: cwd } = workplace;
    const options = optionsOf(workplace);
    const refusal = (folders: string[]) => {
      try {
        return mergeChecks({ ...options, folders }).hasErrors;
      } catch (error) {
        return error instanceof EnvironmentError
          ? [error.code, ...Object.values(error.args)].join(' ')
          : error;
      }
    };
    const { folders } = checkShards(workplace, 3);
    const [first = '', second = '', third = ''] = folders;
    expect(refusal(folders)).toBe(true);
    expect(refusal([first, third])).toBe('merge/missing 3 2');
    expect(refusal([first, second, third, second])).toBe(`merge/doubled 2 ${second} ${second}`);
    expect(refusal([first, second, 'projects'])).toBe('merge/no-shard projects');
    expect(refusal([first, ...checkShards(workplace, 1).folders])).toContain('merge/other-count');
    const file = `${third}/shard-check.json`;
    const record = read(file).toString();
    put(file, record.replace('"count":3', '"count":4'));
    expect(refusal(folders)).toBe(`merge/no-shard ${third}`);
    put(file, record.slice(0, -20));
    expect(refusal(folders)).toBe(`merge/no-shard ${third}`);
    check({ ...options, shard: '3/3', out: third, strict: true });
    expect(refusal(folders)).toContain('merge/other-settings');
    put(file, record);

    const table = 'projects/2022/甲镇/样例.yaml';
    const text = read(table).toString();
    // As long as it was.
    put(table, text.replace('≥ 4 次', '≥ 5 次'));
    expect(refusal(folders)).toBe('merge/other-revision#office 1 projects/2022/甲镇');
    put(table, text);
    put('projects/2022/新的/booklet.yaml', '单位: 新的\n');
    expect(refusal(folders)).toBe('merge/other-revision#office 1 projects/2022/新的');
    put('projects/2022/新的', null);
    put('projects/2022/空的', null);
    expect(refusal(folders)).toBe('merge/other-revision#office 1 projects/2022/空的');
    // What was printed there, too, is joined as that.
    put(`${first}/shard.json`, '{}');
    expect(areChecks(cwd, folders)).toBe(false);
  });
});
