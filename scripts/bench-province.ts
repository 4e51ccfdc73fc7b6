import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeTables } from './bench-year.ts';

/** Tables of one office: a province of 100,000 has 400 of them. */
const OFFICE = 250;

/** Writes a year of `count` projects in offices, made of the real tables; no code is there twice. */
export function writeProvince(projects: string, realTables: string, count: number): void {
  const year = join(projects, '2022');
  mkdirSync(year, { recursive: true });
  cpSync(join(realTables, 'booklet.yaml'), join(year, 'booklet.yaml'));
  for (let first = 0; first < count; first += OFFICE) {
    const number = String(219001 + first / OFFICE);
    const folder = join(year, `${number}-单位${number}`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'booklet.yaml'), `单位: 单位${number}\n单位编码: ${number}\n`);
    writeTables(folder, realTables, { first, count: Math.min(OFFICE, count - first) });
  }
}
