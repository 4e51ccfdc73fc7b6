import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ReportedDiagnostic } from '../report/report.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from './compile-source.ts';
import { SLIPS } from './slips.ts';

/**
 * Sources with one mistake each, as authors make them. The first line says what is to be told of it: `# 期望 code line`, with
 * more lines behind commas when the same thing is told of several.
 */
const CORPUS = join(PROGRAM_ROOT, 'src', 'test', 'wrong');
const KINDS = readdirSync(CORPUS).sort();
const FILES = KINDS.flatMap((kind) =>
  readdirSync(join(CORPUS, kind)).map((name) => `${kind}/${name}`),
).sort();

const read = (path: string) => readFileSync(join(CORPUS, path), 'utf8');

/** Errors and warnings; what a reviewer would suggest besides is not the mistake. */
function findingsIn(path: string): ReportedDiagnostic[] {
  const text = read(path);
  const isBooklet = dirname(path) === 'booklet';
  const { report } = compileTexts({
    '样例.yaml': isBooklet ? SOUND_TABLE : text,
    'booklet.yaml': isBooklet ? text : SOUND_BOOKLET,
  });
  return report.diagnostics.filter(({ severity }) => severity !== 'suggestion');
}

function expectedOf(path: string): string[] {
  const [, code, lines = ''] = /^# 期望 (\S+) ([\d, ]+)$/.exec(read(path).split('\n')[0]?.trim() ?? '') ?? [];
  return lines.split(',').map((line) => `${Number(line)} ${code}`);
}

describe.each(KINDS)('%s', (kind) => {
  test.each(FILES.filter((path) => dirname(path) === kind))('%s', (path) => {
    const findings = findingsIn(path);
    expect(findings.map(({ line, code }) => `${line} ${code}`)).toEqual(expectedOf(path));
    const written = read(path);
    for (const { message, hint = '' } of findings) {
      const words = `${message}${hint}`.match(/[A-Za-z]{4,}(?:\.yaml)?/g) ?? [];
      expect(words.filter((word) => !word.endsWith('.yaml') && !written.includes(word))).toEqual([]);
      expect(`${message}${hint}`).not.toMatch(/undefined|null|\{\w+\}/);
    }
  });
});

test('the corpus is as large as promised, and its files are named apart', () => {
  const slips = FILES.filter((path) => dirname(path) === 'yaml');
  expect(FILES.length).toBeGreaterThanOrEqual(120);
  expect(slips.length).toBeGreaterThanOrEqual(50);
  expect(new Set(FILES.map((path) => read(path))).size).toBe(FILES.length);
  expect(FILES.filter((path) => basename(path) !== basename(path).normalize('NFC'))).toEqual([]);
});

const EIGHT = join(PROGRAM_ROOT, 'projects', '2022');
const TABLES = readdirSync(EIGHT).filter((name) => name !== 'booklet.yaml');

test.each(SLIPS)('%s on any line of the eight tables is told once, on that line', (_, make) => {
  let slips = 0;
  for (const name of TABLES) {
    const lines = readFileSync(join(EIGHT, name), 'utf8').split('\n');
    for (const [index, line] of lines.entries()) {
      const slip = make(line);
      if (slip === null) continue;
      slips += 1;
      const { report } = compileTexts({
        [name]: lines.with(index, slip).join('\n'),
        'booklet.yaml': SOUND_BOOKLET,
      });
      const told = report.diagnostics.filter(
        ({ severity, code }) => severity !== 'suggestion' && /^(?:yaml|schema)/.test(code),
      );
      expect(
        told.map((found) => found.line),
        `${name} ${index + 1}: ${slip}`,
      ).toEqual([index + 1]);
    }
  }
  expect(slips).toBeGreaterThan(50);
});
