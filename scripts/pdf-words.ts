/**
 * `pdf-words FILE`: a PDF by its words on stdout. Git calls it to compare PDFs; `npm run hooks` tells git to. Git gives up
 * the whole comparison when it fails, so a file that cannot be read is told by its hash.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readPdfWords } from '../src/pdf/words.ts';

const bytes = readFileSync(process.argv[2] ?? '');
const words = await readPdfWords(bytes).catch(() => {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return `〔读不出文字的 PDF〕 sha256 ${hash}\n`;
});
process.stdout.write(words);
