import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { chmodSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { killAll, killFirst, processesBelow } from '../test/processes.ts';
import { type Workplace, withWorkplace } from '../test/workplace.ts';
import type { EnvironmentError } from '../util/environment-error.ts';
import { PROGRAM_ROOT } from '../util/program.ts';

const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no trouble',
    (error: EnvironmentError) => {
      if (error.code === undefined) throw error;
      return error.code;
    },
  );

/** The browser processes of this test. */
const browsers = () => processesBelow(process.pid).filter(({ command }) => /chrom|edge/i.test(command));
const killBrowsers = () => killAll(browsers());

describe.skipIf(process.platform === 'win32')('the browser', () => {
  test('dies once: it is started again and the lost pages are printed', async () => {
    await withWorkplace(async ({ build, outputs }) => {
      await build();
      const whole = outputs();
      let deaths = 0;
      const built = await build({
        out: 'other',
        onProgress: ({ step }) => {
          if (step === 'print' && deaths++ === 0) killBrowsers();
        },
      });
      expect(deaths).toBe(9);
      expect(built.printed).toHaveLength(9);
      expect(outputs('other')).toEqual(whole);
      await expect.poll(browsers).toEqual([]);
    });
  });

  test('dies again and again: trouble, and what is there is whole', async () => {
    await withWorkplace(async ({ build, outputs, multiply }) => {
      // More than one page prints at once: the browser still has work whenever it dies.
      multiply(60);
      expect(await codeOf(build({ cores: 0, onProgress: killBrowsers }))).toBe('print/browser-gone');
      const files = Object.keys(outputs());
      expect(files.filter((path) => path.includes('.tmp'))).toEqual([]);
      expect(files.length).toBeGreaterThan(1);
      expect((await build()).unchanged.length).toBeGreaterThan(0);
    });
  });

  test.each(['main', 'zygote', 'renderer', 'network', 'gpu-process'])(
    'its process %s dies while it starts: it is started again and all is printed',
    async (type) => {
      await withWorkplace(async ({ build }) => {
        const killing = killFirst(process.pid, type);
        try {
          expect((await build()).printed).toHaveLength(9);
        } finally {
          killing.stop();
        }
        expect(killing.hasKilled()).toBe(true);
        await expect.poll(browsers).toEqual([]);
      });
    },
  );

  test('an interrupted build leaves no browser and nothing half written, and the next one goes on', async () => {
    await withWorkplace(async ({ build, outputs }) => {
      const controller = new AbortController();
      const reason = new Error('interrupted');
      const interrupted = build({
        signal: controller.signal,
        onProgress: ({ step }) => step === 'print' && controller.abort(reason),
      });
      await expect(interrupted).rejects.toBe(reason);
      await expect.poll(browsers).toEqual([]);
      expect(Object.keys(outputs()).filter((path) => path.includes('.tmp'))).toEqual([]);
      const built = await build();
      expect(built.printed.length + built.unchanged.length).toBe(9);
      expect(built.unchanged.length).toBeGreaterThan(0);
    });
  });

  test('is not started when nothing changed, or when there is an error', async () => {
    await withWorkplace(async ({ build, put }) => {
      let seen = 0;
      await build({ onProgress: () => (seen = Math.max(seen, browsers().length)) });
      expect(seen).toBeGreaterThan(0);
      seen = 0;
      const watch = setInterval(() => (seen += browsers().length), 5);
      await build();
      put('projects/2022/坏.yaml', '项目名称：坏\n');
      await build();
      clearInterval(watch);
      expect(seen).toBe(0);
    });
  });
});

test('two builds into one folder at once both end with whole files', async () => {
  await withWorkplace(async ({ build, outputs }) => {
    await build({ out: 'alone' });
    await Promise.all([build(), build()]);
    expect(outputs()).toEqual(outputs('alone'));
  });
});

test.each([
  ['no projects folder', { projects: 'nowhere' }, 'sources/no-folder'],
  ['a projects folder without years', { projects: 'projects/2022/..//../empty' }, 'sources/no-years'],
  ['an unknown year', { year: '1999' }, 'sources/no-such-year'],
  ['an unknown path', { paths: ['projects/2022/没有.yaml'] }, 'sources/no-such-path'],
  ['no templates', { templates: 'nowhere' }, 'template/no-folder'],
  ['a folder without templates', { templates: 'projects' }, 'template/nothing'],
  ['a browser that is not there', { browser: '/no/such/browser' }, 'browser/not-found-at'],
  ['an out that is a file', { out: 'empty/file' }, 'out/file-in-way'],
  ['an out below a file', { out: 'empty/file/out' }, 'out/file-in-way'],
  [
    'a folder where a PDF is to be',
    { out: 'taken', paths: ['projects/2022/党员干部教育经费.yaml'] },
    'out/is-folder',
  ],
  ['an out with a name that no disk takes', { out: '长'.repeat(300) }, 'out/name-too-long'],
])('%s is trouble', async (_, options, code) => {
  await withWorkplace(async ({ build, put }) => {
    put('empty/file', '');
    put('taken/2022/党员干部教育经费.pdf/一个文件', '');
    expect(await codeOf(build(options))).toBe(code);
  });
});

describe('a template that reaches out is refused', () => {
  const withTemplates = (
    change: (folder: string) => void,
    use: (workplace: Workplace, templates: string) => Promise<void>,
  ) =>
    withWorkplace(async (workplace) => {
      const templates = join(workplace.folder, 'templates');
      cpSync(join(PROGRAM_ROOT, 'templates'), templates, { recursive: true });
      change(templates);
      await use(workplace, templates);
    });
  const append = (file: string, text: string) => writeFileSync(file, readFileSync(file, 'utf8') + text);

  test.each([
    ['a picture from the network', '.page{background:url(http://example.invalid/a.png)}'],
    ['a picture from the disk', '.page{background:url(file:///etc/hostname)}'],
    ['a style sheet', '@import url(http://example.invalid/a.css);'],
  ])('%s', async (_, css) => {
    await withTemplates(
      (templates) => writeFileSync(join(templates, 'styles', '0.css'), css),
      async ({ build, outputs }, templates) => {
        expect(await codeOf(build({ templates }))).toBe('print/reached-out');
        expect(Object.keys(outputs('.')).filter((path) => path.endsWith('.pdf'))).toEqual([]);
      },
    );
  });

  test('a font that is not ours', async () => {
    await withTemplates(
      (templates) => append(join(templates, 'styles', 'table.css'), 'td{font-family:monospace !important}'),
      async ({ build }, templates) => {
        const code = await codeOf(build({ templates }));
        // Without any other font on the machine there is nothing to fall back to.
        expect(['print/alien-font', 'no trouble']).toContain(code);
      },
    );
  });

  test('a page that does not fit its sheet', async () => {
    await withTemplates(
      (templates) => append(join(templates, 'styles', 'page.css'), '.page{height:230mm !important}'),
      async ({ build }, templates) => {
        expect(await codeOf(build({ templates }))).toBe('print/page-count');
      },
    );
  });
});

test('temporary files of a killed build are removed when they are old', async () => {
  await withWorkplace(async ({ build, put, folder }) => {
    put('out/2022/.jixiaoce-0123456789abcdef.tmp', 'half');
    await build();
    expect(readdirSync(join(folder, 'out/2022'))).toContain('.jixiaoce-0123456789abcdef.tmp');
    await build({ now: Date.now() + 2 * 60 * 60 * 1000, force: true });
    expect(readdirSync(join(folder, 'out/2022'))).not.toContain('.jixiaoce-0123456789abcdef.tmp');
  });
});

test.skipIf(process.platform === 'win32')(
  'the browser is started before the sources are read when nothing was printed yet; what fails then is reported when it is needed',
  async () => {
    await withWorkplace(async ({ folder, put, read, build }) => {
      put('浏览器', '#!/bin/sh\nexit 1\n');
      const browser = join(folder, '浏览器');
      chmodSync(browser, 0o755);
      /** Whether a build starts it: what it would do itself may come after the end of a build that does not need it. */
      const starts = async (outcome: () => Promise<void>) => {
        let isStarted = false;
        const onChild = (message: unknown) => {
          const { process: child } = message as { process: ChildProcess };
          queueMicrotask(() => (isStarted ||= child.spawnfile === browser));
        };
        subscribe('child_process', onChild);
        await outcome();
        unsubscribe('child_process', onChild);
        return isStarted;
      };
      const refused = async () => {
        await expect(build({ browser })).rejects.toMatchObject({ code: 'browser/does-not-start' });
      };
      expect(await starts(refused)).toBe(true);

      // Nothing can be printed: it was started in vain, and nobody needs to know.
      const texts = readdirSync(join(folder, 'projects/2022')).map((name) => `projects/2022/${name}`);
      const sound = new Map(texts.map((path) => [path, read(path)]));
      for (const path of texts) put(path, '项目名称：坏\n');
      const printsNothing = async () => {
        expect((await build({ browser })).printed).toEqual([]);
      };
      expect(await starts(printsNothing)).toBe(true);

      for (const [path, text] of sound) put(path, text);
      expect((await build()).printed).toHaveLength(9);
      for (const path of texts) put(path, '项目名称：坏\n');
      expect(await starts(printsNothing)).toBe(false);
    });
  },
);
