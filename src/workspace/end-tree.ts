import { type ChildProcess, spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Ends a process and those that it started. Windows ends a process alone, so that `taskkill` follows its children; that was
 * written after its documentation and not run there. Elsewhere a group ends together (`leads`), or a launcher ends its own program.
 */
export function endTree(child: ChildProcess, { leads }: { leads: boolean }): void {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') endWindowsTree(pid);
    else if (leads) process.kill(-pid, 'SIGKILL');
    else child.kill();
  } catch {
    // It has ended by itself.
  }
}

/** By its full path: a program of that name in the working directory is not meant. */
export function endWindowsTree(pid: number): void {
  const taskkill = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'taskkill.exe');
  spawnSync(taskkill, ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true });
}
