/** `npm run reference`: writes the reference pages of docs/ from the definitions of options, checks and keys, in both languages. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatReference } from '../src/cli/help.ts';
import { formatCheckReference } from '../src/commands/list-checks.ts';
import { PROGRAM_ROOT } from '../src/util/program.ts';
import { formatKeyReference } from './reference-keys.ts';

/** The text of each page, by its path below the program's folder. */
export function generateReference(): Map<string, string> {
  const pages = new Map<string, string>();
  for (const [suffix, language] of [
    ['.zh-CN', 'zh'],
    ['', 'en'],
  ] as const) {
    pages.set(`docs/reference-commands${suffix}.md`, formatReference(language));
    pages.set(`docs/reference-checks${suffix}.md`, formatCheckReference(language));
    pages.set(`docs/reference-keys${suffix}.md`, formatKeyReference(language));
  }
  return pages;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const [file, text] of generateReference()) writeFileSync(join(PROGRAM_ROOT, file), text);
}
