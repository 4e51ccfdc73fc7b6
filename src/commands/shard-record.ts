import { listSources, type YearSources } from '../read/source.ts';
import { hashOf } from '../workspace/folder.ts';
import { isManifestEntry, type ManifestEntry } from '../workspace/manifest.ts';
import type { Shard } from '../workspace/shards.ts';

/** Below `out`: what a run of `build --shard` made. */
export const SHARD_FILE = 'shard.json';

export interface ShardRecord extends Shard {
  /** Of all that prints; empty where nothing was to be printed. */
  identity: string;
  browser: string;
  epoch: number | null;
  also: string[];
  /** Hashes of the sources that it read, by `hashSources`. */
  sources: Map<string, string>;
  /** The outputs of its tables, by path. */
  files: Map<string, ManifestEntry>;
}

const VERSION = 2;

/** By their places among the years, wherever these lie. */
export function hashSources(office: YearSources): [place: string, hash: string][] {
  return listSources([office]).map(({ file, text }) => [
    `${office.path}${file.slice(office.folder.length)}`,
    hashOf(text),
  ]);
}

/** Sorted and without dates. */
export function formatShardRecord({ sources, files, ...record }: ShardRecord): string {
  const [said, made] = [sources, files].map((map) => Object.fromEntries([...map].sort()));
  return `${JSON.stringify({ version: VERSION, ...record, sources: said, files: made }, null, 1)}\n`;
}

/** Null for what is no such file. */
export function parseShardRecord(text: string | null): ShardRecord | null {
  try {
    const { version, ...record } = JSON.parse(text ?? '') as Omit<ShardRecord, 'files' | 'sources'> & {
      version: number;
      sources: object;
      files: object;
    };
    const { index, count, identity, browser, epoch, also } = record;
    const sources = Object.entries(record.sources);
    const files = Object.entries(record.files);
    const isSound =
      version === VERSION &&
      [index, count].every((number) => Number.isInteger(number) && number > 0 && number < 10_000) &&
      [identity, browser].every((text) => typeof text === 'string') &&
      (epoch === null || Number.isInteger(epoch)) &&
      Array.isArray(also) &&
      sources.every(([, hash]) => typeof hash === 'string') &&
      files.every(([path, entry]) => isManifestEntry(path, entry));
    if (!isSound) return null;
    return { index, count, identity, browser, epoch, also, sources: new Map(sources), files: new Map(files) };
  } catch {
    return null;
  }
}
