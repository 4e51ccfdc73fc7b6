import { dirname, join, resolve } from 'node:path';
import { EXPORT_FORMATS } from '../form/vocabulary.ts';
import type { MessageCode } from '../messages/wording.ts';
import { isWholePart } from '../print/printed-part.ts';
import type { YearSources } from '../read/source.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { openSources } from '../workspace/disk.ts';
import {
  hashOf,
  makeFolder,
  readTextIfAny,
  refuseLinks,
  writeWhole,
  writeWholeSync,
} from '../workspace/folder.ts';
import { formatManifest, type ManifestEntry, parseManifest } from '../workspace/manifest.ts';
import { readPlainFile } from '../workspace/plain-file.ts';
import { claimOutputs } from '../workspace/root.ts';
import { type BuildOptions, type Built, build } from './build.ts';
import { PART_FOLDER } from './part-shelf.ts';
import { hashSources, parseShardRecord, SHARD_FILE, type ShardRecord } from './shard-record.ts';
import { checkSet } from './shard-set.ts';

/** A part that was made, and where it lies. */
interface MadeShard extends ShardRecord {
  /** As it was named. */
  folder: string;
  absolute: string;
}

/**
 * Joins the outputs of shards, then binds the volumes from their parts, and writes the indexes. Every file is verified before one is
 * written. Throws EnvironmentError `merge/…`.
 */
export async function merge({
  folders,
  ...options
}: Omit<BuildOptions, 'paths' | 'shard' | 'force' | 'also' | 'draft'> & {
  folders: string[];
}): Promise<Built> {
  const { cwd } = options;
  const out = resolve(cwd, options.out);
  const shards = folders.map((folder) => readShardFolder(cwd, folder));
  const [first] = shards;
  if (first === undefined) throw new EnvironmentError('merge/no-folder');
  for (const { folder, absolute } of shards)
    if (absolute === out) throw new EnvironmentError('merge/into-itself', { path: folder });
  checkSet(shards.map((shard) => ({ ...shard, settings: JSON.stringify([shard.epoch, shard.also]) })));
  const files = joinFiles(shards);
  checkRevision(
    shards,
    openSources({ cwd, projects: options.projects, year: options.year, paths: [] }).years,
  );
  refuseLinks(out, 'manifest.json');
  const place = join(out, 'manifest.json');
  const manifest = parseManifest(readTextIfAny(place));
  claimOutputs(manifest, { cwd, out, root: resolve(cwd, options.projects) });
  for (const [path, { shard, entry }] of files) {
    for (const [name, bytes] of readVerified(path, shard, entry)) {
      refuseLinks(out, name);
      makeFolder(dirname(join(out, name)));
      await writeWhole(join(out, name), bytes);
    }
    manifest.files.set(path, entry);
  }
  manifest.browser = shards.find(({ browser }) => browser !== '')?.browser ?? manifest.browser;
  makeFolder(out);
  writeWholeSync(place, formatManifest(manifest));
  const also = EXPORT_FORMATS.filter((format) => first.also.includes(format));
  return await build({ ...options, paths: [], force: false, also, bindOnly: true, epoch: first.epoch });
}

function readShardFolder(cwd: string, folder: string): MadeShard {
  const absolute = resolve(cwd, folder);
  const record = parseShardRecord(readTextIfAny(join(absolute, SHARD_FILE)));
  if (record === null) throw new EnvironmentError('merge/no-shard', { path: folder });
  return { ...record, folder, absolute };
}

/** The sources that the parts were made from have to be those of now, all of them. */
function checkRevision(shards: readonly MadeShard[], offices: Iterable<YearSources>): void {
  const made = new Map<string, Set<string>>();
  for (const { sources } of shards) {
    for (const [place, hash] of sources) made.set(place, (made.get(place) ?? new Set()).add(hash));
  }
  const changed: string[] = [];
  const missing: string[] = [];
  for (const office of offices) {
    for (const [place, hash] of hashSources(office)) {
      const known = made.get(place);
      made.delete(place);
      if (known === undefined) missing.push(place);
      else if (known.size > 1 || !known.has(hash)) changed.push(place);
    }
  }
  refuseSources('merge/other-revision', [...changed, ...made.keys()]);
  refuseSources('merge/table-missing', missing);
}

function refuseSources(code: MessageCode, places: readonly string[]): void {
  const [file] = places;
  if (file !== undefined) throw new EnvironmentError(code, { count: String(places.length), file });
}

/** What each part made, by path; no file is another one in two of them, and each is as it was written. */
function joinFiles(shards: readonly MadeShard[]): Map<string, { shard: MadeShard; entry: ManifestEntry }> {
  const files = new Map<string, { shard: MadeShard; entry: ManifestEntry }>();
  for (const shard of shards) {
    for (const [path, entry] of shard.files) {
      const known = files.get(path);
      if (known !== undefined && known.entry.sha256 !== entry.sha256)
        throw new EnvironmentError('merge/conflict', {
          file: path,
          path: known.shard.folder,
          other: shard.folder,
        });
      // Nothing is written before all of it is known to be sound.
      readVerified(path, shard, entry);
      files.set(path, { shard, entry });
    }
  }
  return files;
}

/** An output, and of a printed one its part, by their paths below `out`. */
function readVerified(
  path: string,
  { absolute, folder }: MadeShard,
  { sha256 }: ManifestEntry,
): [name: string, bytes: Buffer][] {
  const read = (name: string, isSound: (bytes: Buffer) => boolean): [string, Buffer] => {
    const bytes = readIfAny(join(absolute, name));
    if (bytes === null || !isSound(bytes))
      throw new EnvironmentError('merge/changed', { file: `${folder}/${name}`, path: folder });
    return [name, bytes];
  };
  const own = read(path, (bytes) => hashOf(bytes) === sha256);
  if (!path.endsWith('.pdf')) return [own];
  return [own, read(`${PART_FOLDER}/${path.slice(0, -'.pdf'.length)}.part`, isWholePart)];
}

function readIfAny(path: string): Buffer | null {
  try {
    return readPlainFile(path);
  } catch {
    return null;
  }
}
