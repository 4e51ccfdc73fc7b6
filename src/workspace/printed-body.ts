import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { memoizeLast } from '../util/memoize.ts';
import { hashOf, readTextIfAny } from './folder.ts';
import { type Manifest, PRINTED, parseManifest } from './manifest.ts';
import { lookAt, readPlainFile } from './plain-file.ts';

/** Whether a table's or a booklet's outputs are there, of whatever state of its source. `path`: without ending. */
export function hasOutputs(
  path: string,
  out: string,
  { files }: Manifest,
  endings: readonly string[] = PRINTED,
): boolean {
  return endings.every(
    (ending) => files.has(`${path}.${ending}`) && lookAt(join(out, `${path}.${ending}`))?.isFile(),
  );
}

/** An output as this program wrote it; null when it is not there, or when its bytes are not those that the manifest names. */
export function readVouched(out: string, path: string): Buffer | null {
  try {
    const bytes = readPlainFile(join(out, path));
    if (bytes === null) return null;
    const manifest = parseManifest(readTextIfAny(join(out, 'manifest.json')));
    return manifest.files.get(path)?.sha256 === hashOf(bytes) ? bytes : null;
  } catch {
    return null;
  }
}

/** The pages of an output as they were printed, without the links to its neighbours above them. */
export function bodyOf(html: string): string {
  const body = html.slice(html.indexOf('>', html.indexOf('<body')) + 1, html.lastIndexOf('</body>'));
  const ways = '<nav class="ways">';
  return body.trimStart().startsWith(ways) ? body.slice(body.indexOf('</nav>') + '</nav>'.length) : body;
}

/**
 * Another one whenever an output was written again, or the manifest names other bytes for it; null when there is none. Reads no
 * content: it is asked at each save.
 */
export function createPrintIdentity(out: string): (path: string) => string | null {
  const readManifest = memoizeLast(() => parseManifest(readTextIfAny(join(out, 'manifest.json'))));
  const describe = (file: string) => {
    const { mtimeMs, size } = lstatSync(join(out, file));
    return `${mtimeMs}-${size}`;
  };
  return (path) => {
    try {
      const { files } = readManifest(describe('manifest.json'));
      return `${describe(`${path}.pdf`)}-${files.get(`${path}.html`)?.sha256}`;
    } catch {
      return null;
    }
  };
}
