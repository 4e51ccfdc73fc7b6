import { execFileSync } from 'node:child_process';

export interface RunningProcess {
  pid: number;
  parent: number;
  command: string;
}

/** The processes that a process started, and theirs. Not on Windows. */
export function processesBelow(root: number): RunningProcess[] {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,state=,comm='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null && !match[3]?.startsWith('Z'))
    .map((match) => ({ pid: Number(match?.[1]), parent: Number(match?.[2]), command: match?.[4] ?? '' }));
  const below: RunningProcess[] = [];
  const waiting = [root];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    const children = all.filter((process) => process.parent === parent);
    below.push(...children);
    waiting.push(...children.map(({ pid }) => pid));
  }
  return below;
}

/** Kills, once, the first process of a browser below `root` of a type, `main` or as Chromium calls it, as soon as it is there. */
export function killFirst(root: number, type: string): { hasKilled: () => boolean; stop: () => void } {
  let hasKilled = false;
  const timer = setInterval(() => {
    const browsers = processesBelow(root).filter(({ command }) => /chrom|edge/i.test(command));
    const victim = browsers.find(({ pid }) => typeOf(pid) === type);
    if (victim === undefined) return;
    process.kill(victim.pid, 'SIGKILL');
    hasKilled = true;
    clearInterval(timer);
  }, 1);
  return { hasKilled: () => hasKilled, stop: () => clearInterval(timer) };
}

function typeOf(pid: number): string {
  try {
    const line = execFileSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' });
    const type = /--type=(\S+)/.exec(line)?.[1] ?? 'main';
    return type === 'utility' ? (/--utility-sub-type=(\w+)/.exec(line)?.[1] ?? type) : type;
  } catch {
    return 'ended';
  }
}
