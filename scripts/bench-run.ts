import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROGRAM_ROOT } from '../src/util/program.ts';
import { descendants } from './bench-memory.ts';

export const CLI = join(PROGRAM_ROOT, 'src/cli/entry.mjs');

/** What a program takes, in milliseconds: from start to end, and of the processor, its children's included. */
export interface Cost {
  wall: number;
  /** Null where there is no /proc. A machine that others use, too, delays everything, and changes this little. */
  cpu: number | null;
}

/** Runs a program of ours, compiled, or a script beside this one; it must succeed. */
export function runNode(cwd: string, ...args: string[]): Promise<Cost> {
  const started = performance.now();
  const before = readChildTime();
  const loader = args[0]?.endsWith('.ts') ? ['--import', import.meta.resolve('tsx/esm')] : [];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...loader, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      cwd,
    });
    // The browser's processes are nobody's children when they end: their time is read while they are at work.
    const seen = new Map<number, number>();
    const timer = setInterval(() => {
      for (const { pid } of descendants(process.pid))
        seen.set(pid, readTime(pid, 'own') ?? seen.get(pid) ?? 0);
    }, 250);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(timer);
      const after = readChildTime();
      const sampled = [...seen.values()].reduce((sum, time) => sum + time, 0);
      const cpu = before === null || after === null ? null : Math.max(after - before, sampled);
      if (code === 0) resolve({ wall: performance.now() - started, cpu });
      else reject(new Error(`${args[0]} ended with ${code}`));
    });
  });
}

/** Milliseconds of processor time that children took which have ended. */
const readChildTime = () => readTime('self', 'children');

/** proc(5): utime, stime, cutime, cstime; a tick is 10 ms. */
function readTime(pid: number | 'self', of: 'own' | 'children'): number | null {
  try {
    const times =
      readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ').slice(11, 15) ?? [];
    const [user, system] = of === 'own' ? times : times.slice(2);
    return (Number(user) + Number(system)) * 10;
  } catch {
    return null;
  }
}

/** Runs two things by turns, so that both meet the same moods of the machine. */
export async function alternate(
  times: number,
  one: () => Promise<Cost>,
  other: () => Promise<Cost>,
): Promise<[Cost, Cost]> {
  const ones: Cost[] = [];
  const others: Cost[] = [];
  for (let time = 0; time < times; time += 1) {
    ones.push(await one());
    others.push(await other());
  }
  return [usualCost(ones), usualCost(others)];
}

export function sumCosts(...costs: readonly Cost[]): Cost {
  return costs.reduce((sum, { wall, cpu }) => ({
    wall: sum.wall + wall,
    cpu: sum.cpu === null || cpu === null ? null : sum.cpu + cpu,
  }));
}

/** The median of the time, and the least of the processor time, to which other programs only add. */
export function usualCost(costs: readonly Cost[]): Cost {
  const cpus = costs.map(({ cpu }) => cpu).filter((cpu) => cpu !== null);
  return { wall: median(costs.map(({ wall }) => wall)), cpu: cpus.length > 0 ? Math.min(...cpus) : null };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

export function say(step: string): void {
  process.stderr.write(`… ${step}\n`);
}
