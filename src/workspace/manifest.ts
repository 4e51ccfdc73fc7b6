import { EXPORT_FORMATS } from '../form/vocabulary.ts';
import { compareText } from '../report/diagnostic.ts';

/** What each table and each volume is printed into. */
export const PRINTED = ['pdf', 'html'] as const;

/** The endings of all outputs: beside what is printed, what is written where it is asked for. */
const ENDINGS: readonly string[] = [...PRINTED, ...EXPORT_FORMATS];

export interface ManifestEntry {
  /** The hash of everything that decides the file. */
  fingerprint: string;
  /** The hash of its bytes: a file that was changed by hand is known by it. */
  sha256: string;
  /** Sheets of paper; 0 for a page that is not printed. */
  pages: number;
}

/** `out/manifest.json`: outputs by their path under `out/`, and the browser that printed them. */
export interface Manifest {
  browser: string;
  /** The folder of the years that these are outputs of, as seen from `out`; null when it is not known. */
  root: string | null;
  files: Map<string, ManifestEntry>;
}

const VERSION = 1;

/** Reads the manifest's text; anything that is not one of ours counts as none, so that everything is printed again. */
export function parseManifest(text: string | null): Manifest {
  const none: Manifest = { browser: '', root: null, files: new Map() };
  if (text === null) return none;
  try {
    const { version, browser, root, files } = JSON.parse(text) as {
      version: number;
      browser: string;
      root?: unknown;
      files: object;
    };
    if (version !== VERSION || typeof browser !== 'string') return none;
    const ours = Object.entries(files).filter(([path, entry]) => isManifestEntry(path, entry));
    return { browser, root: typeof root === 'string' ? root : null, files: new Map(ours) };
  } catch {
    return none;
  }
}

/** A manifest may be edited by anybody; a path that leaves `out`, or is in no folder, is not followed. */
export function isManifestEntry(path: string, entry: unknown): entry is ManifestEntry {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  const isInside = folders.length > 0 && !folders.some((folder) => /[\\:]|^\.*$/.test(folder));
  const { fingerprint, sha256, pages } = (entry ?? {}) as Partial<ManifestEntry>;
  return (
    isInside &&
    ENDINGS.some((ending) => name.endsWith(`.${ending}`)) &&
    typeof fingerprint === 'string' &&
    typeof sha256 === 'string' &&
    typeof pages === 'number'
  );
}

/** Sorted and without dates: the same outputs have the same manifest. */
export function formatManifest({ browser, root, files }: Manifest): string {
  const sorted = Object.fromEntries([...files].sort(([a], [b]) => compareText(a, b)));
  return `${JSON.stringify({ version: VERSION, browser, ...(root === null ? {} : { root }), files: sorted }, null, 1)}\n`;
}

/**
 * What is on the disk now, with the changes that this run made to what it found: another run may have ended meanwhile,
 * and its outputs are to stay known.
 */
export function mergeManifest(found: Manifest, mine: Manifest, now: Manifest): Manifest {
  const files = new Map(now.files);
  for (const [path, entry] of mine.files) if (found.files.get(path) !== entry) files.set(path, entry);
  for (const path of found.files.keys()) if (!mine.files.has(path)) files.delete(path);
  return { ...mine, files };
}
