import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../messages/wording.ts';
import type { Message } from '../report/diagnostic.ts';
import { endTree } from '../workspace/end-tree.ts';
import { toEnvironmentError } from '../workspace/folder.ts';
import type { ImportReview } from './import-review.ts';

/** What a process that reads a file is to know. */
export interface ReadingOrder {
  cwd: string;
  projects: string;
  templates: string;
  language: Language;
  year: string;
  /** The folder of an office below the year; empty for the year itself. */
  into: string;
  /** What the file is called, without a folder. */
  name: string;
}

/** The tables of a file, or why the process that reads it ended early. */
export type FileReader = (
  order: ReadingOrder,
  bytes: Uint8Array,
  signal: AbortSignal,
) => Promise<ImportReview | Message>;

/** Megabytes that JavaScript may take in it. */
const MOST_MEMORY = 768;

/** Milliseconds: LibreOffice is given two minutes. */
const READ_WITHIN = 150_000;

/** Bytes of an answer: more tables than anybody would look at one by one. */
const MOST_READ = 32 * 1024 ** 2;

/** `program`: the file that reads what it gets on stdin. Its temporary files are in a folder of its own, which goes with it. */
export function createFileReader(program: string): FileReader {
  return async (order, bytes, signal) => {
    const folder = makeTemporary();
    try {
      return await readIn(folder, program, order, bytes, signal);
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  };
}

/** This user's alone. Throws EnvironmentError `out/…`. */
function makeTemporary(): string {
  const prefix = join(tmpdir(), 'jixiaoce-drop-');
  try {
    return mkdtempSync(prefix);
  } catch (cause) {
    throw toEnvironmentError(prefix, cause);
  }
}

function readIn(
  folder: string,
  program: string,
  order: ReadingOrder,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<ImportReview | Message> {
  const places = { TMPDIR: folder, TEMP: folder, TMP: folder };
  const child = spawn(process.execPath, [`--max-old-space-size=${MOST_MEMORY}`, program], {
    env: { ...process.env, ...places, JIXIAOCE_IMPORT: JSON.stringify(order) },
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
    windowsHide: true,
    // A group of its own: LibreOffice, which it may have started, ends with it.
    detached: process.platform !== 'win32',
  });
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let length = 0;
    let ending: Message | null = null;
    const end = (why: Message) => {
      ending ??= why;
      endTree(child, { leads: true });
    };
    const timer = setTimeout(end, READ_WITHIN, {
      code: 'import/too-slow',
      args: { seconds: String(READ_WITHIN / 1000) },
    });
    const abort = () => end(ENDED);
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    child.stdout?.on('data', (piece: Buffer) => {
      pieces.push(piece);
      length += piece.length;
      if (length > MOST_READ) end({ code: 'import/too-many#tables', args: {} });
    });
    // Whatever it could not take: its exit is reported.
    child.stdin?.on('error', () => {}).end(bytes);
    child.on('error', () => end(ENDED));
    child.once('close', (code) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
      if (ending !== null || code !== 0) resolve(ending ?? ENDED);
      else resolve(JSON.parse(Buffer.concat(pieces).toString('utf8')) as ImportReview);
    });
  });
}

const ENDED: Message = { code: 'import/ended', args: {} };
