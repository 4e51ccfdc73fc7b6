import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM_ROOT } from '../util/program.ts';

/** What people read about the program, from its folder on. */
export const DOCUMENTS: readonly string[] = [
  ...readdirSync(PROGRAM_ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(PROGRAM_ROOT, 'docs')).map((name) => `docs/${name}`),
];

/** Git may hand the file out with CRLF on Windows. */
export function readDocument(file: string): string {
  return readFileSync(join(PROGRAM_ROOT, file), 'utf8').replaceAll('\r\n', '\n');
}
