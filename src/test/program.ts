import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { PROGRAM_ROOT } from '../commands/workshop.ts';

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
  const tsx = import.meta.resolve('tsx/esm');
  const child = spawn(process.execPath, ['--import', tsx, join(PROGRAM_ROOT, 'src/cli/main.ts'), ...args], {
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
