import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RULES } from '../check/rules.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { CATALOGUE, word } from './wording.ts';

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test('every message says the same in both languages, with the same placeholders', () => {
  const rules = RULES.flatMap(({ code, messages }) =>
    Object.entries(messages).map(([key, message]) => [`${code}#${key}`, message] as const),
  );
  for (const [code, { zh, en }] of [...Object.entries(CATALOGUE), ...rules]) {
    expect(zh.text, code).toMatch(/\p{Script=Han}/u);
    expect(Boolean(zh.hint), code).toBe(Boolean(en.hint));
    expect(new Set(placeholders(zh.text)), code).toEqual(new Set(placeholders(en.text)));
  }
});

test('every code that the program can report has its words, and every word is used somewhere', () => {
  const files = ['src', 'scripts'].flatMap((name) => {
    const folder = join(PROGRAM_ROOT, name);
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.test)\.(?:ts|mjs)$/.test(file) && !/messages[\\/]/.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8'));
  });
  const reported = new Set(files.join('\n').match(/(?<=['`])[a-z]+\/[a-z0-9-]+(?:#[a-z]+)?(?=['`$#])/g));
  // Types of content have the same shape.
  for (const type of ['text/css', 'text/event-stream', 'text/javascript', 'text/plain'])
    reported.delete(type);
  const codes = [...reported].filter((text) =>
    Object.keys(CATALOGUE).some((code) => code.startsWith(`${text.split('/')[0]}/`)),
  );
  const ofRules = new Set(RULES.map(({ code }) => code));
  const known = new Set(Object.keys(CATALOGUE).flatMap((code) => [code, code.split('#')[0] ?? '']));
  expect(codes.filter((code) => !known.has(code) && !ofRules.has(code))).toEqual([]);
  const unused = [...known].filter((code) => !reported.has(code) && !reported.has(code.split('#')[0] ?? ''));
  expect(unused).toEqual([]);
});

test('fills placeholders and leaves other braces alone', () => {
  const { text, hint } = word(
    'template/unknown-name',
    { file: 'a.hbs', line: '3', column: '5', name: '{line}' },
    'zh',
  );
  expect(text).toBe('模板 a.hbs 第 3 行第 5 列：没有“{line}”这个名字');
  expect(hint).toContain('views.ts');
  expect(() => word('no/such', {}, 'zh')).toThrow('no wording for no/such');
});
