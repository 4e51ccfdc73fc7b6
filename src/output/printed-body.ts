import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The pages of an output as they were printed; null when there is none. */
export function readPrintedBody(folder: string, stem: string): string | null {
  try {
    const html = readFileSync(join(folder, `${stem}.html`), 'utf8');
    return html.slice(html.indexOf('>', html.indexOf('<body')) + 1, html.lastIndexOf('</body>'));
  } catch {
    return null;
  }
}

/** Another one whenever an output was written anew; null when there is none. Reads no content. */
export function identifyPrint(folder: string, stem: string): string | null {
  try {
    const { mtimeMs, size } = statSync(join(folder, `${stem}.pdf`));
    return `${mtimeMs}-${size}`;
  } catch {
    return null;
  }
}
