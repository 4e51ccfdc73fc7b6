import { basename, extname, resolve } from 'node:path';
import { Refusal, type SourceDocument } from '../convert/import/grid.ts';
import { formatOfFile, readDocument } from '../convert/import/read-file.ts';
import type { Message } from '../report/diagnostic.ts';
import { readGivenFile } from '../workspace/input-file.ts';
import { convertFiles, findOfficeSuite } from '../workspace/office-suite.ts';
import { showPath } from '../workspace/show-path.ts';

export interface FilesOptions {
  cwd: string;
  /** Paths as the command line gave them, or files that are in memory already. */
  files: readonly (string | GivenFile)[];
  env: NodeJS.ProcessEnv;
  /** Ends a conversion. */
  signal?: AbortSignal;
}

export interface GivenFile {
  /** Without a folder. */
  name: string;
  bytes: Uint8Array;
}

/** A file as rows of cells, or why it is not. */
export interface ReadFile {
  /** Its bytes, where it is to be converted first. */
  foreign?: { bytes: Uint8Array; to: 'xlsx' | 'docx' };
  file: string;
  format: string | null;
  document: SourceDocument | null;
  notes: Message[];
  trouble: Message | null;
}

/** The cells of each file. Those in other formats are converted together: LibreOffice takes a second to start. */
export async function readFiles({ cwd, files, env, signal }: FilesOptions): Promise<ReadFile[]> {
  const read = files.map((file): ReadFile => {
    const shown = typeof file === 'string' ? showPath(cwd, resolve(cwd, file)) : file.name;
    const base: ReadFile = { file: shown, format: null, document: null, notes: [], trouble: null };
    return attempt(base, () => {
      const bytes = typeof file === 'string' ? readGivenFile(cwd, file) : file.bytes;
      if (bytes === null) throw new Refusal('import/missing');
      const format = formatOfFile(bytes, basename(shown));
      if (typeof format !== 'string') {
        const ending = extname(shown).slice(1).toLowerCase();
        return { ...base, format: ending, foreign: { bytes, to: format.foreign } };
      }
      const document = readDocument(bytes, format);
      return { ...base, format, document, notes: [...document.notes] };
    });
  });
  for (const to of ['xlsx', 'docx'] as const) {
    const waiting = read.filter(({ foreign }) => foreign?.to === to);
    if (waiting.length === 0) continue;
    const program = findOfficeSuite(env);
    const inputs = waiting.map(({ foreign, format }) => ({
      bytes: foreign?.bytes ?? new Uint8Array(),
      ending: /^[a-z]{1,5}$/.test(format ?? '') ? (format ?? '') : 'bin',
    }));
    const converted = program === null ? null : await convertFiles(program, inputs, to, signal);
    for (const [index, one] of waiting.entries()) {
      const bytes = converted?.[index] ?? null;
      const code = converted === null ? 'import/no-office' : 'import/not-converted';
      if (bytes === null) one.trouble = { code, args: { format: to } };
      else {
        const mended = attempt(one, () => {
          const document = readDocument(bytes, to);
          return {
            ...one,
            document,
            notes: [{ code: 'import/converted', args: { format: to } }, ...document.notes],
          };
        });
        Object.assign(one, mended);
      }
    }
  }
  return read;
}

function attempt(base: ReadFile, run: () => ReadFile): ReadFile {
  try {
    return run();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { ...base, trouble: refusal.sentence };
  }
}
