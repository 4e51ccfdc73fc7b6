import { EnvironmentError } from '../util/environment-error.ts';
import type { Shard } from '../workspace/shards.ts';

/** One of the parts that are joined. */
export interface Part extends Shard {
  /** As it was named. */
  folder: string;
  /** Of the program that made it; empty where that says nothing. */
  identity: string;
  /** The options that all parts have to be made with. */
  settings: string;
}

/** The first of all parts of one whole, each once, made by one program. Throws EnvironmentError `merge/…`. */
export function checkSet<P extends Part>(parts: readonly P[]): P {
  const [first] = parts;
  if (first === undefined) throw new EnvironmentError('merge/no-folder');
  const known = new Map<number, Part>();
  const printers: Part[] = [];
  for (const part of parts) {
    const { index, count, folder } = part;
    const names = { path: first.folder, other: folder };
    if (count !== first.count)
      throw new EnvironmentError('merge/other-count', {
        ...names,
        count: String(first.count),
        others: String(count),
      });
    const double = known.get(index);
    if (double !== undefined)
      throw new EnvironmentError('merge/doubled', {
        index: String(index),
        path: double.folder,
        other: folder,
      });
    known.set(index, part);
    if (part.settings !== first.settings) throw new EnvironmentError('merge/other-settings', names);
    const printer = printers.find(({ identity }) => identity !== '');
    printers.push(part);
    if (part.identity !== '' && printer !== undefined && part.identity !== printer.identity)
      throw new EnvironmentError('merge/other-program', { path: printer.folder, other: folder });
  }
  const missing = Array.from({ length: first.count }, (_, at) => at + 1).filter((at) => !known.has(at));
  if (missing.length > 0)
    throw new EnvironmentError('merge/missing', { count: String(first.count), missing: missing.join('、') });
  return first;
}
