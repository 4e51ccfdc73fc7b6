import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a year of `count` projects made from the real tables, each with its own name and code. Returns their names. */
export function writeYear(folder: string, realTables: string, count: number): string[] {
  const year = join(folder, '2022');
  mkdirSync(year, { recursive: true });
  writeFileSync(join(year, 'booklet.yaml'), readFileSync(join(realTables, 'booklet.yaml')));
  return writeTables(year, realTables, { first: 0, count });
}

/** The `count` projects from the `first` on, into a folder that is there. */
export function writeTables(
  folder: string,
  realTables: string,
  { first, count }: { first: number; count: number },
): string[] {
  const sources = readdirSync(realTables)
    .filter((name) => name.endsWith('.yaml') && name !== 'booklet.yaml')
    .map((name) => readFileSync(join(realTables, name), 'utf8'));
  return Array.from({ length: count }, (_, at) => {
    const index = first + at;
    const source = sources[index % sources.length] ?? '';
    const name = `${/^项目名称: (.*)$/m.exec(source)?.[1]}${index + 1}`;
    // Class Z: the check character of class P does not apply.
    const code = `52270022Z${String(index + 1).padStart(12, '0')}`;
    const text = source
      .replace(/^项目名称: .*$/m, `项目名称: ${name}`)
      .replace(/^项目编码: .*$/m, `项目编码: ${code}`);
    writeFileSync(join(folder, `${name}.yaml`), text);
    return name;
  });
}
