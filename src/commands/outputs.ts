import { dirname, join } from 'node:path';
import { hashOf, makeFolder, refuseLinks, removeAbandoned, writeWhole } from '../workspace/folder.ts';
import type { Journal } from '../workspace/journal.ts';
import { isManifestEntry, type Manifest, type ManifestEntry } from '../workspace/manifest.ts';
import { findLink, readHash } from '../workspace/plain-file.ts';
import { type OutputPlace, toOtherRoot } from '../workspace/root.ts';

/** Where a run writes, and what is known of what is there. */
export interface Outputs {
  out: string;
  manifest: Manifest;
  journal: Journal<ManifestEntry>;
}

/**
 * Outputs of runs that were killed before they wrote the manifest: what is there as it was noted is known from now on.
 * Throws EnvironmentError `out/other-root` when it is that of another folder of years.
 */
export function recall({ out, manifest, journal }: Outputs, place: OutputPlace): void {
  const isThere = (noted: Noted) => isAsNoted(noted, out);
  const other = journal.foreign.find(({ left }) =>
    left.some((noted) => !manifest.files.has(noted[0]) && isThere(noted)),
  );
  if (other !== undefined) throw toOtherRoot(other.owner, place);
  for (const noted of journal.left.filter(isThere)) manifest.files.set(...noted);
}

type Noted = readonly [path: string, entry: ManifestEntry];

export function isAsNoted([path, entry]: Noted, out: string): boolean {
  return isManifestEntry(path, entry) && readOutput(out, path) === entry.sha256;
}

/** The hash of an output; null when it is none, or is in a folder that is a link. */
export function readOutput(out: string, path: string): string | null {
  return findLink(out, path) === null ? readHash(join(out, path)) : null;
}

/** Whether an output is as it was written with this fingerprint. */
export function isWritten(path: string, fingerprint: string, { out, manifest: { files } }: Outputs): boolean {
  const entry = files.get(path);
  return entry?.fingerprint === fingerprint && entry.sha256 === readOutput(out, path);
}

/** Writes an output, and notes it first: a run that is killed leaves no file that nobody knows. */
export async function writeOutput(
  { out, manifest, journal }: Outputs,
  path: string,
  content: string | Uint8Array,
  known: Omit<ManifestEntry, 'sha256'>,
): Promise<void> {
  const entry = { ...known, sha256: hashOf(content) };
  journal.note(path, entry);
  await writeWhole(join(out, path), content);
  manifest.files.set(path, entry);
}

/** Makes the folders of what is to be written, without what killed runs left half written in them. */
export function openFolders(files: readonly { path: string }[], out: string, now: number): void {
  removeAbandoned(out, now);
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) {
    refuseLinks(out, `${folder}/`);
    makeFolder(join(out, folder));
    removeAbandoned(join(out, folder), now);
  }
}
