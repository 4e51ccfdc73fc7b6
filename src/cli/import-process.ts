/**
 * The program that reads a file which was dropped onto the preview: a process of its own, so that neither a large file nor a hostile
 * one keeps the preview waiting. The file comes on stdin; what was read goes to stdout.
 */
import { importFiles } from '../commands/import.ts';
import type { ReadingOrder } from '../preview/file-reader.ts';
import { type ImportReview, toError } from '../preview/import-review.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { endWindowsTree } from '../workspace/end-tree.ts';
import { toReview } from './import-json.ts';

// Whoever asked is gone: LibreOffice, which it may have started, ends with it.
process.once('disconnect', () => {
  if (process.platform === 'win32') endWindowsTree(process.pid);
  else process.kill(-process.pid, 'SIGKILL');
  process.exit(1);
});

const order = JSON.parse(process.env.JIXIAOCE_IMPORT ?? '') as ReadingOrder;
const pieces: Buffer[] = [];
for await (const piece of process.stdin) pieces.push(piece as Buffer);
const review = JSON.stringify(await read(order, Buffer.concat(pieces)));
process.stdout.write(review, () => process.exit());

async function read({ name, language, ...target }: ReadingOrder, bytes: Uint8Array): Promise<ImportReview> {
  const base = { file: name, format: null, notes: [], tables: [] };
  try {
    const options = { ...target, dryRun: true, force: false, files: [{ name, bytes }], env: process.env };
    const [imported] = (await importFiles(options)).files;
    return imported === undefined ? { ...base, error: null } : toReview(imported, language);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return { ...base, error: toError(error, language) };
  }
}
