import { join } from 'node:path';
import type { CompiledYear } from '../compile.ts';
import { SORT_SCRIPT } from '../document/index-offices.ts';
import { toPolicy } from '../document/policy.ts';
import type { Templates } from '../document/templates.ts';
import { toLine } from '../form/text.ts';
import { hashOf, makeFolder, refuseLinks } from '../workspace/folder.ts';
import { hasOutputs } from '../workspace/printed-body.ts';
import { type Outputs, readOutput, writeOutput } from './outputs.ts';

/** Writes a year's index.html where it is another one now. */
export async function writeIndex(
  {
    year: { path: folder, booklet, offices },
    toIndex,
  }: { year: Pick<CompiledYear, 'path' | 'booklet' | 'offices'>; toIndex: CompiledYear['toIndex'] },
  templates: Templates,
  outputs: Outputs,
): Promise<void> {
  if (toIndex === null) return;
  const path = `${folder}/index.html`;
  const script = offices.length > 0 ? SORT_SCRIPT : undefined;
  const body = toIndex((stem, format) =>
    hasOutputs(`${folder}/${stem}`, outputs.out, outputs.manifest, format && [format]),
  );
  const content = templates.renderDocument({
    title: toLine(booklet.title),
    body: script === undefined ? body : `${body}<script>${script}</script>`,
    kind: 'index',
    policy: toPolicy(script),
    ways: listIndexesAbove(folder, outputs),
  });
  const fingerprint = hashOf(content);
  if (readOutput(outputs.out, path) === fingerprint && outputs.manifest.files.has(path)) return;
  refuseLinks(outputs.out, path);
  makeFolder(join(outputs.out, folder));
  await writeOutput(outputs, path, content, { fingerprint, pages: 0 });
}

/** Links to the pages of the folders above an office, from the year's on. They are written before its own. */
function listIndexesAbove(folder: string, { out, manifest }: Outputs): { href: string; label: string }[] {
  const steps = folder.split('/');
  return steps.slice(1).flatMap((_, at) => {
    const above = `${steps.slice(0, at + 1).join('/')}/index.html`;
    const isThere = manifest.files.has(above) && readOutput(out, above) !== null;
    const label = at === 0 ? '全年度总览' : steps.slice(1, at + 1).join('/');
    return isThere ? [{ href: `${'../'.repeat(steps.length - 1 - at)}index.html`, label }] : [];
  });
}
