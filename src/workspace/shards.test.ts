import { expect, test } from 'vitest';
import { type Load, parseShard, takeShard } from './shards.ts';

const load = (office: string, ...sizes: number[]): Load => ({
  office,
  files: sizes.map((size, at) => ({ file: `${office}/${at}`, size })),
});
const share = (loads: Load[], count: number) =>
  Array.from({ length: count }, (_, at) => [...takeShard(loads, { index: at + 1, count })]);

test('every file is in one shard, in whatever order the offices are listed', () => {
  const loads = [load('甲', 5, 5), load('乙', 3), load('丙', 3, 3), load('丁', 1)];
  for (const count of [1, 2, 3, 7]) {
    const shards = share(loads, count);
    const all = loads.flatMap(({ files }) => files.map(({ file }) => file));
    expect(shards.flat().sort()).toEqual(all.sort());
    const again = share(loads.toReversed(), count);
    expect(again.map((files) => files.sort())).toEqual(shards.map((files) => files.sort()));
  }
});

test('an office stays together, but for one that is larger than a shard', () => {
  const small = share([load('甲', 2, 2), load('乙', 2, 2), load('丙', 2, 2)], 3);
  expect(small.map((files) => new Set(files.map((file) => file[0])).size)).toEqual([1, 1, 1]);
  const large = share([load('甲', 4, 4, 4, 4), load('乙', 4)], 2);
  expect(large.map((files) => files.length).sort()).toEqual([2, 3]);
});

test('a shard is written as index and count', () => {
  expect(parseShard('2/7')).toEqual({ index: 2, count: 7 });
  for (const text of ['0/7', '8/7', '1', '1/0', '1/2/3', '-1/2']) expect(parseShard(text)).toBeNull();
});
