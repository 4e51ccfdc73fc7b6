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
  /** The first address that it prints. */
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
  const address = new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      const found = /http:\/\/\S+/.exec(stdout)?.[0];
      if (found !== undefined) resolve(found);
    });
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const finished = new Promise<Finished>((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, stderr })),
  );
  return { child, finished, said: () => stderr, address };
}
