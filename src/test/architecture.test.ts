import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';
import { PROGRAM_ROOT } from '../commands/workshop.ts';

const SRC = join(PROGRAM_ROOT, 'src');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((name) => name.split(sep).join('/'))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('test/'));

/** The modules that a file imports when it is loaded; types do not count, nor what it loads later on demand. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s+(?!type\s)([^;]*?)\s*from\s+'([^']+)'/gm);
  return [...statements].flatMap(([, names = '', module = '']) => {
    const onlyTypes = /^\{(?:\s*type\s+[\w\s]+,?)+\s*\}$/.test(names);
    return onlyTypes ? [] : [module];
  });
}

function mayImport(module: RegExp, folders: RegExp): string[] {
  return files.filter((file) => !folders.test(file) && importsOf(file).some((name) => module.test(name)));
}

test('only the edges touch the world', () => {
  expect(
    mayImport(
      /^node:fs|^node:child_process/,
      /^(?:sources\/|browser\/|font\/|print\/|output\/|live\/|commands\/workshop\.ts)/,
    ),
  ).toEqual([]);
  expect(mayImport(/^node:(?:http|net|readline)|^chokidar/, /^live\//)).toEqual([]);
  const speaks = files.filter(
    (file) =>
      !file.startsWith('cli/') &&
      /\bconsole\.|process\.(?:exit|stdout|stderr|argv)\b/.test(readFileSync(join(SRC, file), 'utf8')),
  );
  expect(speaks).toEqual([]);
});

test('puppeteer is imported by nothing that is loaded before a browser is needed', () => {
  expect(mayImport(/^puppeteer/, /^$/)).toEqual([]);
  const reached = new Set<string>();
  const follow = (file: string) => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const module of importsOf(file)) {
      if (module.startsWith('.'))
        follow(
          relative(SRC, resolve(SRC, dirname(file), module))
            .split(sep)
            .join('/'),
        );
    }
  };
  follow('commands/check.ts');
  expect(reached).toContain('compile.ts');
  expect([...reached].filter((file) => /^(?:print|browser)\//.test(file))).toEqual([]);
});

test('imports point down: cli → commands → compile → stages → diagnostic', () => {
  const layers: [folder: RegExp, below: RegExp][] = [
    [/^(?!cli\/)/, /\/cli\//],
    [
      /^(?:project|booklet|view|render|checks|comparison|messages|sources|print|output|browser|font|pdf|util)\//,
      /\/commands\/|\/compile\.ts|\/live\//,
    ],
    [/^live\//, /\/commands\//],
    [/^comparison\//, /\/(?:print|output|render)\//],
    [/^(?:project|view|sources|messages)\//, /\/(?:print|output|checks|render)\//],
    [/^(?:browser|font|pdf|util)\//, /\/(?:print|output|checks|render|booklet|view|sources|comparison)\//],
    [/^(?:browser|font)\//, /\/project\//],
    [/^(?:diagnostic|trouble)\.ts$/, /^\.\//],
  ];
  for (const [folder, above] of layers) {
    const wrong = files.filter(
      (file) =>
        folder.test(file) && importsOf(file).some((module) => above.test(`/${module}`.replace('/../', '/'))),
    );
    expect(wrong).toEqual([]);
  }
});
