import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createFileReader } from './file-reader.ts';

const root = mkdtempSync(join(tmpdir(), 'jixiaoce-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const order = {
  ...{ cwd: root, projects: 'projects', templates: 'templates', language: 'zh' as const },
  ...{ year: '2022', into: '', name: '表.txt' },
};

/** Reads with a program of a few lines. */
function run(program: string, signal = new AbortController().signal) {
  const file = join(root, 'program.mjs');
  writeFileSync(file, program);
  return createFileReader(file)(order, Buffer.from('表'), signal);
}

const HAS_FILES = `import { writeFileSync } from 'node:fs';\nimport { tmpdir } from 'node:os';\nwriteFileSync(tmpdir() + '/x', 'x');\n`;

test('what a process says is what was read; its temporary files go with it', async () => {
  const own = `let text = '';\nfor await (const piece of process.stdin) text += piece;\nconsole.log(JSON.stringify({ text, folder: tmpdir(), order: process.env.JIXIAOCE_IMPORT }));\nprocess.disconnect();\n`;
  const read = (await run(HAS_FILES + own)) as unknown as { text: string; folder: string; order: string };
  expect(read.text).toBe('表');
  expect(JSON.parse(read.order)).toEqual(order);
  expect(readdirSync(tmpdir())).not.toContain(read.folder.slice(tmpdir().length + 1));
});

test('a process that ends early, never, or with too much is a sentence', async () => {
  expect(await run('process.exit(3);')).toEqual({ code: 'import/ended', args: {} });
  const leaving = new AbortController();
  const left = run('setInterval(() => {}, 1000);', leaving.signal);
  leaving.abort();
  expect(await left).toMatchObject({ code: 'import/ended' });
  const endless = `const write = () => process.stdout.write('x'.repeat(1e6), write);\nwrite();\n`;
  expect(await run(endless)).toMatchObject({ code: 'import/too-many#tables' });
});
