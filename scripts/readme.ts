/** `npm run readme`: writes the table of checks into both READMEs, from the same list that `check --list` prints. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatCheckTable } from '../src/commands/list-checks.ts';
import { PROGRAM_ROOT } from '../src/commands/workshop.ts';

for (const [name, language] of [
  ['README.zh-CN.md', 'zh'],
  ['README.md', 'en'],
] as const) {
  const file = join(PROGRAM_ROOT, name);
  const table = `<!-- checks:begin -->\n${formatCheckTable(language)}<!-- checks:end -->`;
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/<!-- checks:begin -->[\s\S]*<!-- checks:end -->/, () => table),
  );
}
