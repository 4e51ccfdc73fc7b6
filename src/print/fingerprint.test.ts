import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parse } from '@babel/parser';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXPORT_VERSION } from '../convert/export/outputs.ts';
import type { Document } from '../document/document.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import {
  fingerprint,
  listPrintInputs,
  partFingerprint,
  printIdentity,
  WRITER_VERSION,
} from './fingerprint.ts';

/**
 * The code that WRITER_VERSION stands for, without comments and formatting. When this test fails:
 * - an output can differ after your change: raise WRITER_VERSION in fingerprint.ts, and write the new number and hash here;
 * - no output can (a name, a message): write the new hash beside the present number.
 */
const WRITERS: Record<number, string> = { 5: 'bf6bb2e2daf608f6' };

const SRC = join(PROGRAM_ROOT, 'src');

/** Lays out and prints; binds; keeps what was printed; cuts fonts; puts the web page around it. */
const WRITING = [
  'print/printer.ts',
  'print/bind.ts',
  'print/printed-part.ts',
  'print/cut-fonts.ts',
  'print/web-page.ts',
];

/** What they load of these rooms. Other rooms give them HTML and facts, which are inputs, or work that leaves no trace. */
const ROOMS = /^(?:print|pdf|font)\//;

function listWriters(entries: readonly string[], rooms: RegExp): string[] {
  const found = new Set<string>();
  const follow = (file: string) => {
    if (found.has(file) || !rooms.test(file)) return;
    found.add(file);
    for (const target of importsOf(file)) follow(target);
  };
  for (const file of entries) follow(file);
  return [...found].sort();
}

function parseFile(file: string) {
  const text = readFileSync(join(SRC, file), 'utf8').replaceAll('\r\n', '\n');
  return { text, ...parse(text, { sourceType: 'module', plugins: ['typescript'], tokens: true }) };
}

/** Without what is loaded for its types alone, which the linter makes `import type`. */
function importsOf(file: string): string[] {
  return parseFile(file).program.body.flatMap((node) => {
    const isImport = node.type === 'ImportDeclaration' && node.importKind !== 'type';
    const isExport = node.type === 'ExportNamedDeclaration' && node.exportKind !== 'type';
    const module = isImport || isExport ? node.source?.value : undefined;
    if (!module?.startsWith('.')) return [];
    return [
      relative(SRC, resolve(SRC, dirname(file), module))
        .split(sep)
        .join('/'),
    ];
  });
}

/** The tokens of a file; a comma before a closing bracket is formatting. */
function readTokens(file: string): string {
  const { text, tokens } = parseFile(file);
  const words = (tokens ?? [])
    .filter(({ type }) => typeof type === 'object')
    .map(({ start, end }) => text.slice(start, end));
  return words.filter((word, index) => word !== ',' || !/^[)\]}]$/.test(words[index + 1] ?? '')).join('\n');
}

test('a version number changes with the code that makes outputs', () => {
  const writers = listWriters(WRITING, ROOMS);
  expect(writers).toEqual(
    expect.arrayContaining(['font/cmap.ts', 'font/outlines.ts', 'font/subset.ts', 'pdf/assemble.ts']),
  );
  expect(writers).not.toContain('pdf/words.ts');
  expect(
    WRITERS[WRITER_VERSION],
    'the code that makes outputs has changed: see WRITERS in src/print/fingerprint.test.ts',
  ).toBe(hashOf(writers));
});

/** The same for EXPORT_VERSION, and the files that are written without a browser. */
const EXPORTERS: Record<number, string> = { 2: 'e1c7e8e4ebaa0c75' };

test('another one changes with the code that writes .xlsx and .docx', () => {
  const writers = listWriters(['convert/export/outputs.ts'], /^(?:convert\/export|document\/text-width)/);
  expect(writers).toEqual(expect.arrayContaining(['convert/export/worksheet.ts', 'document/text-width.ts']));
  expect(
    EXPORTERS[EXPORT_VERSION],
    'the code that writes exports has changed: see EXPORTERS in src/print/fingerprint.test.ts',
  ).toBe(hashOf(writers));
});

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n${readTokens(file)}\n`);
  return hash.digest('hex').slice(0, 16);
}

const about = {
  title: '题',
  author: '单位',
  subject: '表',
  keywords: ['词'],
  tables: [],
  booklet: null,
  date: '2022-01-01',
};
const document: Document = {
  kind: 'project',
  stem: '表',
  path: '2022/表',
  body: '<p>文</p>',
  about,
  mayFallBack: false,
};

test('all of a document that reaches paper is in its fingerprint, and nothing else', () => {
  const before = fingerprint(document, 'identity', null);
  const of = (changed: Partial<Document>) => fingerprint({ ...document, ...changed }, 'identity', null);
  const table = { year: '2022', stem: '表', code: '1', digest: '0123456789' };
  const changes: Partial<Document>[] = [
    { kind: 'booklet' },
    { body: '<p>字</p>' },
    { stamp: '草稿' },
    { about: { ...about, title: '题目' } },
    { about: { ...about, author: '' } },
    { about: { ...about, subject: '' } },
    { about: { ...about, keywords: ['词', '句'] } },
    { about: { ...about, tables: [table] } },
    { about: { ...about, booklet: { year: '2022', digest: '0123456789' } } },
    { about: { ...about, date: '2022-01-02' } },
  ];
  const hashes = [
    ...changes.map(of),
    fingerprint(document, 'other', null),
    fingerprint(document, 'identity', 0),
  ];
  expect(new Set([before, ...hashes]).size).toBe(1 + hashes.length);
  // Whether another font may step in is seen in the body: the characters are in it.
  expect(of({ mayFallBack: true })).toBe(before);
});

test('of what is printed once, the fingerprint has what its pages show, and not what documents say of themselves', () => {
  const sheets = { stem: '表', body: '<p>文</p>', mayFallBack: false, numbering: { labels: { a: '1' } } };
  const of = (changed: object) => partFingerprint({ ...sheets, ...changed }, 'identity');
  const changes = [
    { body: '<p>字</p>' },
    { stamp: '草稿' },
    { numbering: { labels: { a: '2' } } },
    { numbering: {} },
  ];
  const hashes = [of({}), ...changes.map(of), partFingerprint(sheets, 'other')];
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(of({ stem: '改了名', mayFallBack: true })).toBe(of({}));
});

test('each declared input of a print is in its identity', () => {
  const inputs = listPrintInputs('browser', { identity: 'templates' });
  const before = printIdentity(inputs);
  for (const name of Object.keys(inputs)) {
    expect(printIdentity({ ...inputs, [name]: 'another' } as typeof inputs), name).not.toBe(before);
  }
  expect(printIdentity(listPrintInputs('browser', { identity: 'templates' }))).toBe(before);
});

/** The program, copied so that its files can be changed. */
let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'jixiaoce-program-'));
  for (const name of ['src', 'templates', 'schema', 'package.json', 'tsconfig.json'])
    cpSync(join(PROGRAM_ROOT, name), join(copy, name), { recursive: true });
  symlinkSync(join(PROGRAM_ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  writeFileSync(
    join(copy, 'tell.ts'),
    `import { openContext } from './src/commands/context.ts';
import { fingerprint, listPrintInputs, printIdentity } from './src/print/fingerprint.ts';
const { templates } = openContext('${join(copy, 'templates').replaceAll('\\', '/')}', false);
const document = ${JSON.stringify(document)};
console.log(fingerprint(document, printIdentity(listPrintInputs('browser', templates)), null));
`,
  );
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The document's fingerprint as the copied program tells it. */
async function tell(): Promise<string> {
  const program = 'dist/told/tell.mjs';
  await build({
    ...({ absWorkingDir: copy, entryPoints: ['tell.ts'], outfile: program, bundle: true } as const),
    ...({ packages: 'external', platform: 'node', format: 'esm', logLevel: 'silent' } as const),
  });
  const { stdout, stderr } = spawnSync(process.execPath, [program], { cwd: copy, encoding: 'utf8' });
  expect(stdout, stderr).toMatch(/^[0-9a-f]{64}\n$/);
  return stdout;
}

const CHANGES: [file: string, from: RegExp, to: string, isInput: boolean][] = [
  ['src/print/fingerprint.ts', /WRITER_VERSION = (\d+)/, 'WRITER_VERSION = 1$1', true],
  ['src/print/printer.ts', /generateTaggedPDF: true/, 'generateTaggedPDF: false', true],
  ['src/font/faces.ts', /outlineStep: 8/, 'outlineStep: 16', true],
  ['src/font/subset.ts', /'STAT'/, "'STAT', 'GPOS'", true],
  ['src/browser/start.ts', /'--no-pings',/, "'--no-pings', '--force-color-profile=srgb',", true],
  ['src/browser/browser.ts', /TZ: 'UTC'/, "TZ: 'Asia/Shanghai'", true],
  ['templates/styles/table.css', /$/, '\ntd { color: #111 }\n', true],
  ['templates/browser/paginate.js', /$/, '\nglobalThis.more = 1;\n', true],
  ['templates/document.hbs', /<body/, '<body lang="zh"', true],
  ['src/browser/start.ts', /^/, '/* A comment. */\n', false],
  ['src/messages/browser.ts', /[。]/, '！', false],
  ['src/preview/page-files.ts', /$/, '\nexport const more = 1;\n', false],
  ['src/pdf/words.ts', /WIDE = 20/, 'WIDE = 30', false],
];

test('what is declared changes a fingerprint, and no other change of the program does', async () => {
  const before = await tell();
  for (const [file, from, to, isInput] of CHANGES) {
    const path = join(copy, file);
    const text = readFileSync(path, 'utf8');
    const changed = text.replace(from, to);
    expect(changed, file).not.toBe(text);
    writeFileSync(path, changed);
    expect((await tell()) !== before, `${file} ${from}`).toBe(isInput);
    writeFileSync(path, text);
  }
});
