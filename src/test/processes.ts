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
