import { execFileSync } from 'node:child_process';

export interface RunningProcess {
  pid: number;
  parent: number;
  command: string;
}

/** Those that run; a dead one that nobody has collected yet does not. Not on Windows. */
function listProcesses(): RunningProcess[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,state=,comm='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line))
    .filter((match) => match !== null && !match[3]?.startsWith('Z'))
    .map((match) => ({ pid: Number(match?.[1]), parent: Number(match?.[2]), command: match?.[4] ?? '' }));
}

/** The processes that a process started, and theirs. */
export function processesBelow(root: number): RunningProcess[] {
  const all = listProcesses();
  const below: RunningProcess[] = [];
  const waiting = [root];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    const children = all.filter((process) => process.parent === parent);
    below.push(...children);
    waiting.push(...children.map(({ pid }) => pid));
  }
  return below;
}

/** Those of some processes that have not ended yet, whoever is their parent now. */
export function stillRunning(some: readonly RunningProcess[]): RunningProcess[] {
  const isOne = ({ pid, command }: RunningProcess) =>
    some.some((one) => one.pid === pid && one.command === command);
  return listProcesses().filter(isOne);
}

/** The helpers of a browser may end with it before their turn comes. */
export function killAll(processes: readonly RunningProcess[]): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** Kills, once, the first process of a browser below `root` of a type, `main` or as Chromium calls it, as soon as it is there. */
export function killFirst(root: number, type: string): { hasKilled: () => boolean; stop: () => void } {
  let hasKilled = false;
  const timer = setInterval(() => {
    const browsers = processesBelow(root).filter(({ command }) => /chrom|edge/i.test(command));
    const victim = browsers.find(({ pid }) => typeOf(pid) === type);
    if (victim === undefined) return;
    killAll([victim]);
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
