import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, test } from 'vitest';
import { PROGRAM_ROOT } from '../util/program.ts';

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
      /^(?:workspace\/|browser\/|font\/|print\/|preview\/|compare\/picture\.ts|cli\/pdf-words\.ts|commands\/context\.ts)/,
    ),
  ).toEqual([]);
  expect(mayImport(/^node:(?:http|net|readline)|^chokidar/, /^preview\//)).toEqual([]);
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

/** From the top down; a room may import those in lines below its own, types included. */
const ROOMS = [
  'cli',
  'commands',
  'preview compare convert',
  'print workspace',
  'compile.ts',
  'document',
  'pdf',
  'check',
  'format',
  'read',
  'form',
  'report',
  'font browser',
  'util',
  'messages',
].map((line) => line.split(' '));

test('imports point down, types included', () => {
  const rankOf = (file: string) => ROOMS.findIndex((line) => line.includes(file.split('/')[0] ?? ''));
  const wrong = files.flatMap((file) => {
    const text = readFileSync(join(SRC, file), 'utf8');
    expect(rankOf(file), file).toBeGreaterThanOrEqual(0);
    return [...text.matchAll(/(?:\bfrom|\bimport\()\s*'(\.[^']+)'/g)].flatMap(([, module = '']) => {
      const target = relative(SRC, resolve(SRC, dirname(file), module))
        .split(sep)
        .join('/');
      const isOwn = target.split('/')[0] === file.split('/')[0];
      return isOwn || rankOf(file) < rankOf(target) ? [] : [`${file} → ${target}`];
    });
  });
  expect(wrong).toEqual([]);
});
