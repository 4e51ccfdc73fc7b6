import { createHash } from 'node:crypto';
import { accessSync, constants, realpathSync, type Stats, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser } from 'puppeteer';
import { EnvironmentError } from '../util/environment-error.ts';
import { raceAbort } from '../util/race-abort.ts';
import { findBundledBrowser, unpackBundledBrowser } from './bundled.ts';
import { describeInstalledPlaces, listInstalledPlaces } from './installed.ts';
import { type StartedBrowser, startBrowser } from './start.ts';

export interface BrowserChoice {
  /** For the bundled browser: where it will be after unpacking. */
  executablePath: string;
  kind: 'chosen' | 'bundled' | 'installed';
  /** Names the browser's exact build without starting it, for fingerprints. */
  identity: string;
}

export interface FindOptions {
  /** Goes before `PUPPETEER_EXECUTABLE_PATH`. */
  executablePath?: string | undefined;
  env: NodeJS.ProcessEnv;
  platform?: NodeJS.Platform;
  arch?: string;
}

/**
 * Which browser to print with: the one asked for; on Linux x64 the headless shell that came with the program (the same
 * everywhere, so the same bytes, and several times faster); else an installed Chrome, Edge or Chromium. Starts and unpacks
 * nothing. Fails with browser/not-found-at or browser/missing.
 */
export function findBrowser(options: FindOptions): BrowserChoice {
  const { env, platform = process.platform, arch = process.arch } = options;
  const asked = options.executablePath || env.PUPPETEER_EXECUTABLE_PATH;
  if (asked) {
    const executablePath = resolve(asked);
    const identity = identifyExecutable(executablePath);
    if (identity === undefined) throw new EnvironmentError('browser/not-found-at', { path: executablePath });
    return { executablePath, kind: 'chosen', identity };
  }
  const mayBundle = platform === 'linux' && arch === 'x64';
  const bundled = mayBundle ? findBundledBrowser(env) : undefined;
  if (bundled) {
    return {
      executablePath: bundled.executablePath,
      kind: 'bundled',
      identity: `bundled ${bundled.version}`,
    };
  }
  for (const executablePath of listInstalledPlaces(platform, env)) {
    const identity = identifyExecutable(executablePath);
    if (identity !== undefined) return { executablePath, kind: 'installed', identity };
  }
  const tried = [...(mayBundle ? ['@sparticuz/chromium'] : []), ...describeInstalledPlaces(platform, env)];
  throw new EnvironmentError('browser/missing', { tried: tried.join('; ') });
}

/** Changes whenever the browser is updated; undefined when there is no program at `path`. */
function identifyExecutable(path: string): string | undefined {
  let real: string;
  let stats: Stats;
  try {
    accessSync(path, constants.X_OK);
    real = realpathSync(path);
    stats = statSync(real);
  } catch {
    return undefined;
  }
  if (!stats.isFile()) return undefined;
  const facts = JSON.stringify([path, real, stats.size, stats.mtimeMs]);
  return `executable ${createHash('sha256').update(facts).digest('hex').slice(0, 16)}`;
}

export interface OpenOptions {
  env: NodeJS.ProcessEnv;
  /** Kills the browser at once and rejects with the signal's reason. */
  signal?: AbortSignal;
  /** Called before the one long step, the first unpacking of the bundled browser: two or three seconds. */
  onUnpack?: (isRepair: boolean) => void;
  /** Called when the process has been started and is coming up: a fifth of a second in which this one has nothing to do. */
  onSpawn?: () => void;
  /** The browser has died: whether the bundled one is as it was unpacked is found out byte by byte before it starts. */
  distrust?: boolean;
  /** Milliseconds that one request to the browser may take; puppeteer's own limit is 180 s. */
  protocolTimeout?: number;
}

/** Starts the chosen browser. Fails with the signal's reason or a browser/… EnvironmentError. */
export async function openBrowser(choice: BrowserChoice, options: OpenOptions): Promise<StartedBrowser> {
  const { env, signal, onUnpack, onSpawn, protocolTimeout } = options;
  signal?.throwIfAborted();
  const bundled = choice.kind === 'bundled' ? findBundledBrowser(env) : undefined;
  const { executablePath } = choice;
  const start = async (distrust: boolean) => {
    const extra =
      bundled &&
      (await unpackBundledBrowser({ ...bundled, executablePath }, { env, signal, onUnpack, distrust }));
    return startBrowser({
      executablePath,
      isShell: extra !== undefined,
      toEnvironment: (profile) => (extra ? { ...env, ...seclude(profile), ...extra } : env),
      signal,
      onSpawn,
      protocolTimeout,
    });
  };
  try {
    return await start(options.distrust ?? false);
  } catch (error) {
    const isOfStart = error instanceof EnvironmentError && error.code === 'browser/does-not-start';
    if (bundled === undefined || !isOfStart || options.distrust) throw error;
    return await start(true);
  }
}

/**
 * Starts the browser for `use`, and ends it whatever happens: when the promise settles there is no process of it and no
 * temporary profile. Fails with what `use` fails with, the signal's reason, or a browser/… EnvironmentError. A browser that
 * dies makes the requests that wait for it fail; `use` decides what to do about that. After an abort `use` is not
 * waited for.
 */
export async function withBrowser<T>(
  choice: BrowserChoice,
  options: OpenOptions,
  use: (browser: Browser) => Promise<T>,
): Promise<T> {
  const started = await openBrowser(choice, options);
  try {
    return await raceAbort(use(started.browser), options.signal);
  } finally {
    await started.close();
  }
}

/**
 * The language and time zone in which the bundled browser runs, whatever the user's. Not zh_CN: where that locale is not
 * installed Chromium cannot read a Chinese path, and takes two seconds to end.
 */
export const BROWSER_LOCALE = { LC_ALL: 'C.UTF-8', LANGUAGE: '', TZ: 'UTC' } as const;

/** Keeps all that the bundled browser writes in its profile, and the user's settings out of the page. */
function seclude(profile: string): Record<string, string> {
  const folders = { HOME: profile, XDG_CONFIG_HOME: profile, XDG_CACHE_HOME: profile, TMPDIR: profile };
  return { ...folders, ...BROWSER_LOCALE };
}
