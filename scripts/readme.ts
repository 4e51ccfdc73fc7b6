/** `npm run readme`: writes what the documents repeat of the program, the table of checks and the commands with their options. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatReference } from '../src/cli/help.ts';
import { formatCheckTable } from '../src/commands/list-checks.ts';
import { PROGRAM_ROOT } from '../src/commands/workshop.ts';

for (const [suffix, language] of [
  ['.zh-CN', 'zh'],
  ['', 'en'],
] as const) {
  const file = join(PROGRAM_ROOT, `README${suffix}.md`);
  const table = `<!-- checks:begin -->\n${formatCheckTable(language)}<!-- checks:end -->`;
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/<!-- checks:begin -->[\s\S]*<!-- checks:end -->/, () => table),
  );
  const reference = join(PROGRAM_ROOT, `docs/reference-commands${suffix}.md`);
  writeFileSync(reference, formatReference(language));
}
