import type { Path } from './entry-lines.ts';

/** What a source says as plain data: maps without a prototype, lists, texts; see `ParsedSource`. */
export type Plain = string | Plain[] | { [key: string]: Plain };

/** The same with another value at a path; undefined takes the entry away. What the path does not meet is made. */
export function setAt(data: Plain | undefined, path: Path, value: Plain | undefined): Plain | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(data) ? data : [];
    const made = setAt(list[step], rest, value);
    return made === undefined ? list.toSpliced(step, 1) : list.toSpliced(step, 1, made);
  }
  const map = typeof data === 'object' && !Array.isArray(data) ? data : {};
  const entries = Object.entries(map).filter(([key]) => key !== step);
  const made = setAt(Object.hasOwn(map, step) ? map[step] : undefined, rest, value);
  return Object.fromEntries(made === undefined ? entries : [...entries, [step, made]]);
}

/** The value at a path. */
export function getAt(data: Plain | undefined, path: Path): Plain | undefined {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object') return undefined;
    value = Array.isArray(value) ? value[Number(step)] : Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

/** Whether two are equal, ignoring the order of keys and a final line break. */
export function isSame(one: Plain | undefined, other: Plain | undefined): boolean {
  return toComparable(one) === toComparable(other);
}

function toComparable(data: Plain | undefined): string {
  return JSON.stringify(data, (_, value) => {
    if (typeof value === 'string') return value.replace(/(?<!\n)\n+$/, '');
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  });
}
