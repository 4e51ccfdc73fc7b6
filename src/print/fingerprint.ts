import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Document } from '../document/document.ts';
import { faceIdentity, faces } from '../font/faces.ts';
import { compareText } from '../report/diagnostic.ts';

/**
 * Stands for everything but the document that decides a print: the browser's build, the fonts, the page's styles and
 * script, and the code that prints. `browser` and `templates` are their identities.
 */
export function printIdentity(browser: string, templates: string): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const folders = [here, join(here, '../browser'), join(here, '../font'), join(here, '../pdf')];
  const code = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .sort(compareText)
      .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')),
  );
  return hashParts([browser, templates, ...faces.map(faceIdentity), ...code]);
}

/** The hash of all that decides a print: while it is the same, so is the file. `epoch` as in PrinterOptions. */
export function fingerprint(document: Document, identity: string, epoch: number | null): string {
  return hashParts([identity, String(epoch), JSON.stringify(document.about), document.body]);
}

/** Each part with its length before it, so that no two lists of parts have the same text. */
function hashParts(parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return hash.digest('hex');
}
