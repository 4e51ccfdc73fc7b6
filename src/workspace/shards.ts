import { compareText } from '../report/diagnostic.ts';

/** The `index`-th, from 1, of `count` parts of a build or a check. */
export interface Shard {
  index: number;
  count: number;
}

/** `2/7`; null for what names no part. */
export function parseShard(text: string): Shard | null {
  const [, index, count] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return count === undefined || shard.index > shard.count ? null : shard;
}

/** What is to be shared out: an office's files, with their sizes in bytes. */
export interface Load {
  office: string;
  files: readonly { file: string; size: number }[];
}

/**
 * The files of one shard. Each office is in one shard, but for one that is larger than a shard: that is shared out by file.
 * The largest goes first, to the shard that has least: the same files give the same shards.
 */
export function takeShard(loads: readonly Load[], { index, count }: Shard): Set<string> {
  const sizeOf = ({ files }: Load) => files.reduce((sum, { size }) => sum + size, 0);
  const share = loads.reduce((sum, load) => sum + sizeOf(load), 0) / count;
  const pieces = loads
    .flatMap((load) =>
      sizeOf(load) <= share ? [load] : load.files.map((file) => ({ office: load.office, files: [file] })),
    )
    .map((load) => ({ ...load, size: sizeOf(load) }))
    .sort(
      (a, b) =>
        b.size - a.size ||
        compareText(a.office, b.office) ||
        compareText(a.files[0]?.file ?? '', b.files[0]?.file ?? ''),
    );
  const sums = new Array<number>(count).fill(0);
  const taken = new Set<string>();
  for (const { files, size } of pieces) {
    const least = sums.indexOf(Math.min(...sums));
    sums[least] = (sums[least] ?? 0) + size;
    if (least === index - 1) for (const { file } of files) taken.add(file);
  }
  return taken;
}
