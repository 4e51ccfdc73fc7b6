import { closeSync, type Dirent, openSync, readdirSync, readSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BOOKLET_STEM, isSourceName, isYear, stemOf } from '../read/source.ts';
import { compareText, type Diagnostic, diagnose } from '../report/diagnostic.ts';
import { type FoundPath, isPassedOver, reportStrays } from './strays.ts';

/** Folders below folders, and entries outside offices in all, that are looked through. */
const DEEPEST = 8;
const MOST = 20_000;

/**
 * What below a folder looks like a source and is not read. `root`: the folder of the years, or one year. `onlyYear`: nothing of
 * other years. `show`: an absolute path as its author sees it.
 */
export function findStrays(
  root: string,
  show: (absolute: string) => string,
  onlyYear?: string,
): Diagnostic[] {
  const isOneYear = isYear(basename(root));
  const [top, above] = isOneYear ? [dirname(root), [basename(root)]] : [root, []];
  const found: FoundPath[] = [];
  const waiting: string[][] = [above];
  let left = MOST;
  for (let steps = waiting.pop(); steps !== undefined; steps = waiting.pop()) {
    const entries = readEntries(join(top, ...steps));
    if (entries === null) {
      found.push({ steps, kind: 'unreadable' });
      continue;
    }
    // The files of an office are read anyway, however many they are.
    const isOffice = entries.some(({ name }) => isSourceName(name) && stemOf(name) === BOOKLET_STEM);
    if (!isOffice) left -= entries.length;
    if (left < 0) break;
    for (const entry of entries) {
      const inside = [...steps, entry.name];
      const path = join(top, ...inside);
      if (isPassedOver(entry.name)) continue;
      if (steps.length === 0 && isYear(entry.name) && onlyYear !== undefined && entry.name !== onlyYear)
        continue;
      const kind = kindOf(entry);
      found.push({ steps: inside, kind, holdsTable: kind === 'file' && holdsTable(path) });
      if (kind === 'folder' && inside.length < DEEPEST) waiting.push(inside);
    }
  }
  const strays = reportStrays(found, (steps) => show(join(top, ...steps)));
  if (left < 0) {
    const at = { file: show(root), start: 0, end: 0 };
    strays.push(diagnose('warning', 'file/ignored#many', at, { most: String(MOST) }));
  }
  return strays.sort((a, b) => compareText(a.at.file, b.at.file));
}

function readEntries(folder: string): Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ENOENT' ? [] : null;
  }
}

function kindOf(entry: Dirent): FoundPath['kind'] {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'other';
}

/** Bytes of a text's beginning in which a table or a result has one of its keys. */
const BEGINNING = 1024;

/** Notepad adds `.txt`, and some programs no ending at all: such a text is looked into. */
function holdsTable(path: string): boolean {
  if (!/(?:\.txt|^[^.]*)$/i.test(basename(path))) return false;
  const bytes = Buffer.alloc(BEGINNING);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, bytes, 0, BEGINNING, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
  // Notepad's “Unicode”.
  const text = bytes.toString(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf16le' : 'utf8');
  return /^\ufeff?[ ]{0,8}(?:项目名称|项目编码|绩效指标|指标|资金)[ ]{0,8}[:：]/m.test(text);
}
