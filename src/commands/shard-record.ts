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
  /** The outputs of its tables, by path. */
  files: Map<string, ManifestEntry>;
}

const VERSION = 1;

/** Sorted and without dates. */
export function formatShardRecord({ files, ...record }: ShardRecord): string {
  return `${JSON.stringify({ version: VERSION, ...record, files: Object.fromEntries([...files].sort()) }, null, 1)}\n`;
}

/** Null for what is no such file. */
export function parseShardRecord(text: string | null): ShardRecord | null {
  try {
    const { version, ...record } = JSON.parse(text ?? '') as Omit<ShardRecord, 'files'> & {
      version: number;
      files: object;
    };
    const { index, count, identity, browser, epoch, also } = record;
    const files = Object.entries(record.files);
    const isSound =
      version === VERSION &&
      [index, count].every((number) => Number.isInteger(number) && number > 0 && number < 10_000) &&
      [identity, browser].every((text) => typeof text === 'string') &&
      (epoch === null || Number.isInteger(epoch)) &&
      Array.isArray(also) &&
      files.every(([path, entry]) => isManifestEntry(path, entry));
    return isSound ? { index, count, identity, browser, epoch, also, files: new Map(files) } : null;
  } catch {
    return null;
  }
}
