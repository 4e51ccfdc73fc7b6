/**
 * `pdf-words FILE`: a PDF by its words on stdout. Git calls it to compare PDFs; `npm run hooks` tells git to. Git gives up
 * the whole comparison when it fails, so a file that cannot be read is represented by its hash.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { unfoldsTooFar } from '../pdf/unfolded-size.ts';

const MB = 1024 * 1024;
/** Not all that unfolds is deflated, so what reading takes is measured, too. pdf.js needs 460 MB for one table. */
const MOST_MEMORY = { base: 800 * MB, perByte: 40 };
/** Milliseconds. */
const MOST_TIME = { base: 10_000, perByte: 30_000 / MB };
const LOOK_EVERY = 25;

if (isMainThread) {
  const bytes = readFileSync(process.argv[2] ?? '');
  const words = unfoldsTooFar(bytes) ? null : await readInWorker(bytes);
  const hash = () => createHash('sha256').update(bytes).digest('hex');
  process.stdout.write(words ?? `〔读不出文字的 PDF〕 sha256 ${hash()}\n`);
} else {
  const [{ readPdfWords }, { toLine }] = await Promise.all([
    import('../pdf/words.ts'),
    import('../form/text.ts'),
  ]);
  parentPort?.postMessage(await readPdfWords(workerData, toLine));
}

/** Null when the bytes are no PDF, or one that takes more memory or time than its size is worth. */
async function readInWorker(bytes: Buffer): Promise<string | null> {
  const worker = new Worker(new URL(import.meta.url), { workerData: bytes, stderr: true });
  const end = performance.now() + MOST_TIME.base + bytes.length * MOST_TIME.perByte;
  const watch = setInterval(() => {
    const isOver = process.memoryUsage.rss() > MOST_MEMORY.base + bytes.length * MOST_MEMORY.perByte;
    if (isOver || performance.now() > end) void worker.terminate();
  }, LOOK_EVERY);
  try {
    return await new Promise((resolve) => {
      worker.once('message', resolve);
      worker.once('error', () => resolve(null));
      worker.once('exit', () => resolve(null));
    });
  } finally {
    clearInterval(watch);
    await worker.terminate();
  }
}
