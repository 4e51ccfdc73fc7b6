import { readdirSync, readFileSync } from 'node:fs';

export interface RunningProcess {
  pid: number;
  name: string;
  isNode: boolean;
  parentIsNode: boolean;
}

/** Peak memory of this program's children, by /proc; null where there is no /proc. Shared pages count once. */
export function watchMemory(): { stop: () => { node: number; all: number } | null } {
  let node = 0;
  let all = 0;
  const timer = setInterval(() => {
    let sum = 0;
    for (const { pid, isNode } of descendants(process.pid)) {
      const kilobytes = proportionalSize(pid);
      sum += kilobytes;
      if (isNode) node = Math.max(node, kilobytes);
    }
    all = Math.max(all, sum);
  }, 250);
  return {
    stop: () => {
      clearInterval(timer);
      return all === 0 ? null : { node: Math.round(node / 1024), all: Math.round(all / 1024) };
    },
  };
}

/** The processes that a process started, and theirs, by /proc. */
export function descendants(root: number): RunningProcess[] {
  const parents = new Map<number, { parent: number; name: string }>();
  for (const pid of readNames('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = readIfThere(`/proc/${pid}/stat`);
    const [, name = '', parent = ''] = /^\d+ \((.*)\) \S (\d+)/.exec(stat) ?? [];
    parents.set(Number(pid), { parent: Number(parent), name });
  }
  const isBelow = (pid: number): boolean => {
    const parent = parents.get(pid)?.parent ?? 0;
    return parent === root || (parent > 1 && isBelow(parent));
  };
  return [...parents]
    .filter(([pid]) => isBelow(pid))
    .map(([pid, { name, parent }]) => ({
      pid,
      name,
      isNode: isNode(name),
      parentIsNode: isNode(parents.get(parent)?.name ?? ''),
    }));
}

/** Kilobytes of memory, a page that several share counted by its share. */
export function proportionalSize(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readIfThere(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

const isNode = (name: string) => /^(node|MainThread)/.test(name);

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
