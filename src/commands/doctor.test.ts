import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CATALOGUE } from '../messages/wording.ts';
import { type Workplace, withWorkplace } from '../test/workplace.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { type DoctorOptions, examine } from './doctor.ts';

/** What is not as it should be, as `what code`. */
async function findAmiss({ folder }: Workplace, options: Partial<DoctorOptions>): Promise<string[]> {
  const findings = await examine({
    cwd: folder,
    projects: 'projects',
    templates: join(PROGRAM_ROOT, 'templates'),
    out: 'out',
    env: process.env,
    node: process.versions.node,
    ...options,
  });
  for (const { code } of findings) expect(CATALOGUE).toHaveProperty([code]);
  return (
    findings
      // LibreOffice may be there or not.
      .filter(({ what, condition }) => condition !== 'ok' && what !== 'office')
      .map(({ what, condition, code }) => `${what} ${condition} ${code}`)
  );
}

test('a place where everything is there; git is asked, and its absence is no trouble', async () => {
  await withWorkplace(async (workplace) => {
    expect(await findAmiss(workplace, {})).toEqual(['git note doctor/no-repository']);
    execFileSync('git', ['init', '-q'], { cwd: workplace.folder });
    expect(await findAmiss(workplace, {})).toEqual([]);
    // Looking must leave no trace.
    expect(Object.keys(workplace.outputs('.')).filter((path) => /probe|^out/.test(path))).toEqual([]);
  });
});

test('everything that can be wrong is reported in one run', async () => {
  await withWorkplace(async (workplace) => {
    workplace.put('模板/project.hbs', '{{#if name}}');
    workplace.put('成果', '不是文件夹');
    mkdirSync(join(workplace.folder, '空'));
    const env = { ...process.env, PUPPETEER_EXECUTABLE_PATH: '' };
    const amiss = await findAmiss(workplace, {
      projects: '空',
      templates: '模板',
      out: '成果',
      browser: '没有',
      env,
      node: '18.19.0',
    });
    expect(amiss).toEqual([
      'node trouble doctor/node-too-old',
      'browser trouble browser/not-found-at',
      expect.stringMatching(/^templates trouble template\//),
      'projects trouble sources/no-years',
      'out trouble doctor/not-a-folder',
      'git note doctor/no-repository',
    ]);
  });
});

test('whether other formats can be imported', async () => {
  await withWorkplace(async ({ folder, put }) => {
    put('程序/soffice', '');
    const env = { ...process.env, PATH: join(folder, '程序') };
    const base = {
      cwd: folder,
      projects: 'projects',
      templates: join(PROGRAM_ROOT, 'templates'),
      out: 'out',
    };
    const findings = await examine({ ...base, env, node: process.versions.node });
    expect(findings.find(({ what }) => what === 'office')).toMatchObject({
      condition: 'ok',
      args: { path: join(folder, '程序/soffice') },
    });
  });
});

test.skipIf(process.platform === 'win32')('a browser that is no browser', async () => {
  await withWorkplace(async (workplace) => {
    expect(await findAmiss(workplace, { browser: '/bin/false' })).toContain(
      'browser trouble browser/does-not-start',
    );
  });
});

test('the oldest Node.js is compared number by number', async () => {
  await withWorkplace(async (workplace) => {
    const isTooOld = async (node: string) =>
      (await findAmiss(workplace, { node, browser: '没有' })).includes('node trouble doctor/node-too-old');
    expect(await isTooOld('20.9.0')).toBe(true);
    expect(await isTooOld('20.19.0')).toBe(false);
    expect(await isTooOld('24.1.0')).toBe(false);
  });
});
