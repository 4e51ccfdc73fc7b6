import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { rmSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { EnvironmentError } from '../util/environment-error.ts';
import { packages } from '../util/program.ts';
import { raceAbort } from '../util/race-abort.ts';
import { withDeadline } from '../util/with-deadline.ts';
import { readErrorCode } from './cache.ts';
import { isSandboxError, mustForgoSandbox, pickTellingLine } from './sandbox.ts';

/** Milliseconds. Long, because a virus scanner may read a whole desktop browser before it runs for the first time. */
const startLimit = 60_000;
/** Milliseconds for a polite end, after which the process is killed. */
const closeLimit = 5_000;

/** Milliseconds that the last words of a browser that died may take to come through. */
const lastWordsLimit = 1_000;

/** How every browser is started; some of it decides what a page looks like. */
export const BROWSER_ARGUMENTS: readonly string[] = [
  '--font-render-hinting=none',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-gpu',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
];

/** How the folders of profiles begin; the id of the process that made one follows. */
const PROFILE = 'jixiaoce-browser-';

/** Milliseconds: a process in another container, whose id means nothing here, has ended by then. */
const ABANDONED_AFTER = 60 * 60 * 1000;

/** Removes the profiles of programs that were killed. Never fails. */
async function removeAbandonedProfiles(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names) {
    const maker = new RegExp(`^${PROFILE}(\\d+)-\\w+$`).exec(name)?.[1];
    if (maker === undefined || isAlive(Number(maker))) continue;
    const path = join(tmpdir(), name);
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > ABANDONED_AFTER) await rm(path, { recursive: true, force: true }).catch(() => {});
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

export interface StartOptions {
  executablePath: string;
  /** True for a headless shell, false for a desktop browser. */
  isShell: boolean;
  /** The whole environment of the browser's process, given the folder for its profile, which is removed at the end. */
  toEnvironment: (profile: string) => NodeJS.ProcessEnv;
  signal?: AbortSignal | undefined;
  onSpawn?: (() => void) | undefined;
  /** Milliseconds that one request to the browser may take. */
  protocolTimeout?: number | undefined;
}

export interface StartedBrowser {
  browser: Browser;
  /** Ends the process and removes its profile. Never fails. */
  close(): Promise<void>;
}

/**
 * Starts a browser that is driven through a pipe (no port that others could connect to). An abort kills it at once. Fails
 * with browser/sandbox, browser/does-not-start or machine/files, or with the signal's reason; then no process and no profile is left.
 */
export async function startBrowser(options: StartOptions): Promise<StartedBrowser> {
  // Loaded here and not above, because a build in which nothing has changed starts no browser; and by require, because
  // loading its two hundred modules one by one takes twice as long.
  const puppeteer = loadPuppeteer();
  options.signal?.throwIfAborted();
  await removeAbandonedProfiles();
  const profile = await mkdtemp(join(tmpdir(), `${PROFILE}${process.pid}-`)).catch((cause) => {
    throw new EnvironmentError('machine/temporary', { path: tmpdir(), reason: readErrorCode(cause) }, cause);
  });
  const watched = watchForChild(profile, options.onSpawn);
  const endNow = () => {
    killGroup(watched.child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once('exit', endNow);
  const close = async (browser?: Browser) => {
    // A shell has nothing to put in order: its profile is thrown away.
    await endProcess(watched.child, options.isShell ? undefined : browser);
    process.off('exit', endNow);
    await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }).catch(() => {});
  };
  const env = options.toEnvironment(profile);
  try {
    const launched = puppeteer.launch({
      browser: 'chrome',
      executablePath: options.executablePath,
      headless: options.isShell ? 'shell' : true,
      pipe: true,
      // Nobody needs it, and if its process died puppeteer would wait for it.
      waitForInitialPage: false,
      userDataDir: profile,
      env,
      args: [
        ...BROWSER_ARGUMENTS,
        ...(mustForgoSandbox(env) ? ['--no-sandbox'] : []),
        ...(options.isShell ? ['--no-startup-window'] : []),
      ],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: startLimit,
      ...(options.signal ? { signal: options.signal } : {}),
      ...(options.protocolTimeout === undefined ? {} : { protocolTimeout: options.protocolTimeout }),
    });
    // Raced, because puppeteer may wait forever for a browser that died or that it killed itself.
    const browser = await withDeadline(
      raceAbort(Promise.race([launched, watched.ended]), options.signal),
      startLimit,
      () => {
        watched.failure = new Error(`no answer in ${startLimit / 1000} s`);
        return watched.failure;
      },
    );
    watched.child ??= browser.process() ?? undefined;
    return { browser, close: () => close(browser) };
  } catch (error) {
    await close();
    options.signal?.throwIfAborted();
    throw toStartError(options.executablePath, watched, error);
  } finally {
    watched.stop();
  }
}

interface WatchedChild {
  child: ChildProcess | undefined;
  failure: Error | undefined;
  stderr: string;
  /** Rejects when it has ended, or could not be started at all. */
  ended: Promise<never>;
  stop(): void;
}

/**
 * Sees the process that puppeteer is about to start, recognised by its profile folder. Through a pipe puppeteer tells
 * nothing about a failed start: what the browser wrote to stderr is lost, and a program that the system cannot run ends
 * this one with an unhandled `error` event.
 */
function watchForChild(profile: string, onSpawn?: () => void): WatchedChild {
  let hearEnd = (_: Error) => {};
  const ended = new Promise<never>((_, reject) => {
    hearEnd = reject;
  });
  ended.catch(() => {});
  const watched: WatchedChild = { child: undefined, failure: undefined, stderr: '', ended, stop };
  const isOurs = (child: ChildProcess) => child.spawnargs?.some((argument) => argument.endsWith(profile));
  const keepStderr = (chunk: Buffer) => {
    watched.stderr = (watched.stderr + chunk.toString('utf8')).slice(-16_384);
  };
  function onChild(message: unknown): void {
    const { process: child } = message as { process: ChildProcess };
    child.on('error', (error) => {
      if (isOurs(child)) {
        watched.failure = error;
        hearEnd(error);
      } else if (child.listenerCount('error') === 1) throw error;
    });
    // The message comes from the constructor, before there are arguments and streams.
    queueMicrotask(() => {
      if (!isOurs(child)) return;
      watched.child = child;
      // Not before puppeteer has done with it.
      setImmediate(() => onSpawn?.());
      child.stderr?.on('data', keepStderr);
      child.once('exit', () => {
        // Helpers that outlive it hold its pipe open, and a pending request would wait forever.
        killGroup(child);
        // What has come meanwhile, on a machine that was busy, is read before the time is up.
        const timer = setTimeout(() => setImmediate(() => hearEnd(new Error('ended'))), lastWordsLimit);
        child.once('close', () => {
          clearTimeout(timer);
          hearEnd(new Error('ended'));
        });
      });
    });
  }
  function stop(): void {
    unsubscribe('child_process', onChild);
    watched.child?.stderr?.off('data', keepStderr);
  }
  subscribe('child_process', onChild);
  return watched;
}

async function endProcess(child: ChildProcess | undefined, browser: Browser | undefined): Promise<void> {
  if (child?.pid === undefined || hasEnded(child)) return killGroup(child);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (browser?.connected) {
    const timer = setTimeout(() => killGroup(child), closeLimit);
    await Promise.race([browser.close().catch(() => {}), ended]);
    clearTimeout(timer);
  }
  killGroup(child);
  await ended;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** The browser leads a process group of its own (puppeteer sees to that), so none of its helpers survives it. */
function killGroup(child: ChildProcess | undefined): void {
  if (child?.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nobody is left in the group.
  }
}

function toStartError(path: string, watched: WatchedChild, error: unknown): EnvironmentError {
  const detail =
    watched.failure?.message ||
    pickTellingLine(watched.stderr) ||
    describeEnd(watched.child) ||
    (error instanceof Error ? error.message : String(error));
  // Of starting it, or its own.
  if (/EMFILE|ENFILE|Too many open files/.test(`${detail}${watched.stderr}`))
    return new EnvironmentError('machine/files', {}, error);
  const code = isSandboxError(watched.stderr) ? 'browser/sandbox' : 'browser/does-not-start';
  return new EnvironmentError(code, { path, detail }, error);
}

function describeEnd(child: ChildProcess | undefined): string | undefined {
  if (child?.signalCode) return child.signalCode;
  return child?.exitCode ? `exit code ${child.exitCode}` : undefined;
}

/**
 * Puppeteer's core: its own entry looks for a configuration file from the working directory upwards and runs it when it is
 * JavaScript, and the working directory may hold a stranger's branch.
 */
function loadPuppeteer(): typeof import('puppeteer') {
  return requireOfPuppeteer()('puppeteer-core');
}

function requireOfPuppeteer(): NodeJS.Require {
  return createRequire(packages.resolve('puppeteer'));
}

/** It starts the browser with arguments of its own. Loads none of it. */
export function puppeteerVersion(): string {
  return requireOfPuppeteer()('puppeteer-core/package.json').version;
}
