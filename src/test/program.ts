import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { PROGRAM_ROOT } from '../util/program.ts';
import { findCurrent } from '../workspace/compiled.mjs';

/** What `npm run` and `jixiaoce` start. */
export const ENTRY = join(PROGRAM_ROOT, 'src/cli/entry.mjs');

/** A file of the compiled program. */
export function compiledFile(name: string): string {
  return join(PROGRAM_ROOT, 'dist', findCurrent(PROGRAM_ROOT) ?? '', name);
}

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The program, running as `npm run` runs it. */
export interface RunningProgram {
  child: ChildProcess;
  finished: Promise<Finished>;
  /** What it has said on stderr until now. */
  said(): string;
  /** The first address that it prints; fails with its stderr when it ends without one. */
  address: Promise<string>;
}

/** Runs the program as `npm run` does, in another working directory. */
export function startProgram(cwd: string, args: string[], env: NodeJS.ProcessEnv = {}): RunningProgram {
  const child = spawn(process.execPath, [ENTRY, ...args], {
    cwd,
    env: { ...process.env, ...env },
  });
  let stdout = '';
  let stderr = '';
  const address = new Promise<string>((resolve, reject) => {
    child.once('close', () => reject(new Error(stderr)));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      const found = /http:\/\/\S+/.exec(stdout)?.[0];
      if (found !== undefined) resolve(found);
    });
  });
  // Most programs print none, and nobody waits for it.
  address.catch(() => {});
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const finished = new Promise<Finished>((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, stderr })),
  );
  return { child, finished, said: () => stderr, address };
}

/**
 * Runs it until a condition holds, at which it kills itself: whoever watched it from outside might look too late. `condition`:
 * JavaScript to which `node:fs` is `fs`; while it throws it does not hold.
 */
export function runUntil(
  cwd: string,
  args: string[],
  condition: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Finished> {
  const watch = `import * as fs from 'node:fs';
    const holds = () => { try { return ${condition}; } catch { return false; } };
    setInterval(() => { if (holds()) process.kill(process.pid, 'SIGKILL'); }, 1).unref();`;
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(watch)}`;
  return startProgram(cwd, args, { ...env, NODE_OPTIONS }).finished;
}
