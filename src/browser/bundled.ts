import { execFile } from 'node:child_process';
import { createHash, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { EnvironmentError } from '../util/environment-error.ts';
import { packages } from '../util/program.ts';
import { chooseCacheFolder, ensurePrivateFolder, readErrorCode } from './cache.ts';
import { pickTellingLine } from './sandbox.ts';
import { readTar } from './tar.ts';
import {
  describeFiles,
  isComplete,
  moveIntoPlace,
  readStamp,
  removeLeftovers,
  writeStamp,
} from './unpacked.ts';

const packageName = '@sparticuz/chromium';
/** Without the C library's loader (Alpine has another one) the bundled browser cannot run at all. */
const loader = '/lib64/ld-linux-x86-64.so.2';

export interface BundledBrowser {
  version: string;
  /** Holds chromium.br and the archives beside it. */
  packed: string;
  /** Where it is, or will be, unpacked. */
  executablePath: string;
}

/**
 * The headless shell that came with the program as an npm package, or undefined when it is not installed or cannot run
 * here. None of the package's own code is used: it unpacks to a path that anyone can plant a program at.
 */
export function findBundledBrowser(env: NodeJS.ProcessEnv): BundledBrowser | undefined {
  const folders = packages.resolve.paths(packageName) ?? [];
  const folder = folders
    .map((path) => join(path, packageName))
    .find((path) => existsSync(join(path, 'bin', 'chromium.br')));
  if (folder === undefined || !existsSync(loader)) return undefined;
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const executablePath = join(chooseCacheFolder(env), `browser-${version}`, 'chromium');
  return { version, packed: join(folder, 'bin'), executablePath };
}

export interface UnpackOptions {
  env: NodeJS.ProcessEnv;
  signal?: AbortSignal | undefined;
  /**
   * Called once, before the long step: 191 MB, about two seconds. Not called when the browser is there already. `isRepair`:
   * one was there, and is not as it was unpacked.
   */
  onUnpack?: ((isRepair: boolean) => void) | undefined;
  /** Reads every byte of what was unpacked before: it did not start. */
  distrust?: boolean | undefined;
}

/**
 * Makes sure that the browser is whole at its `executablePath`, and returns what its process needs in its environment
 * to see our libraries and our font only. Two first starts at once both succeed. Fails with a browser/… EnvironmentError,
 * or with the signal's reason, and leaves nothing half-unpacked.
 */
export async function unpackBundledBrowser(
  bundled: BundledBrowser,
  options: UnpackOptions,
): Promise<Record<string, string>> {
  const folder = dirname(bundled.executablePath);
  const root = dirname(folder);
  ensurePrivateFolder(root);
  let temporary: string | undefined;
  try {
    if (!(await isComplete(folder, options.distrust))) {
      options.onUnpack?.(existsSync(folder));
      await removeLeftovers(root, folder);
      temporary = await mkdtemp(join(root, 'unpacking-'));
      await unpackInto(temporary, folder, bundled, options);
      await moveIntoPlace(temporary, folder, options.distrust ?? false);
    }
    return await describeEnvironment(folder, options.env);
  } catch (error) {
    options.signal?.throwIfAborted();
    throw toUnpackError(error, folder, bundled.packed);
  } finally {
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
  }
}

/** Unpacks into `folder`, to be moved to `destination` afterwards. */
async function unpackInto(
  folder: string,
  destination: string,
  { packed }: BundledBrowser,
  options: UnpackOptions,
): Promise<void> {
  const executable = join(folder, 'chromium');
  const hash = createHash('sha256');
  const hashes: Record<string, string> = {};
  await pipeline(
    createReadStream(join(packed, 'chromium.br')),
    createBrotliDecompress({ chunkSize: 1 << 20 }),
    (chunks: AsyncIterable<Buffer>) => hashPassing(chunks, hash),
    createWriteStream(executable, { flags: 'wx', mode: 0o700, flush: true }),
    { signal: options.signal },
  );
  for (const [archive, keep] of [
    ['al2023.tar.br', 'lib/'],
    ['fonts.tar.br', 'fonts/'],
  ] as const) {
    const tar = await promisify(brotliDecompress)(await readFile(join(packed, archive)));
    for (const file of readTar(tar).filter(({ path }) => path.startsWith(keep))) {
      await mkdir(dirname(join(folder, file.path)), { recursive: true, mode: 0o700 });
      await writeFile(join(folder, file.path), file.bytes, { mode: 0o600, flag: 'wx' });
      hashes[file.path] = createHash('sha256').update(file.bytes).digest('hex');
    }
  }
  const fonts = describeFonts(destination);
  await writeFile(join(folder, 'fonts.conf'), fonts, { mode: 0o600, flag: 'wx' });
  hashes['fonts.conf'] = createHash('sha256').update(fonts).digest('hex');
  hashes.chromium = hash.digest('hex');
  const ownLibraries = await needsOwnLibraries(folder, destination, options);
  await writeStamp(folder, { destination, files: await describeFiles(folder, hashes), ownLibraries });
}

async function* hashPassing(chunks: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

/**
 * The system's libraries come first, because they get security updates; ours serve where it has none. Fails when the browser
 * runs with neither; `destination` is what is reported then.
 */
async function needsOwnLibraries(
  folder: string,
  destination: string,
  options: UnpackOptions,
): Promise<boolean> {
  const { env, signal } = options;
  const run = (variables: NodeJS.ProcessEnv) =>
    promisify(execFile)(join(folder, 'chromium'), ['--version'], { env: variables, timeout: 30_000, signal });
  try {
    await run(env);
    return false;
  } catch {
    signal?.throwIfAborted();
  }
  try {
    await run({ ...env, LD_LIBRARY_PATH: join(folder, 'lib') });
    return true;
  } catch (error) {
    signal?.throwIfAborted();
    const reason = readErrorCode(error);
    // The one disk we know of that forbids running programs: it was mounted `noexec`.
    if (reason === 'EACCES')
      throw new EnvironmentError('browser/cache-not-executable', { path: destination }, error);
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    const detail = pickTellingLine(stderr) || reason;
    throw new EnvironmentError(
      'browser/does-not-start',
      { path: join(destination, 'chromium'), detail },
      error,
    );
  }
}

/** What the browser's process needs to find our font list and, where the system has none, our libraries. */
async function describeEnvironment(folder: string, env: NodeJS.ProcessEnv): Promise<Record<string, string>> {
  const { ownLibraries } = await readStamp(folder);
  const libraries = [join(folder, 'lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return {
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    ...(ownLibraries ? { LD_LIBRARY_PATH: libraries } : {}),
  };
}

/**
 * Only the font that came with the browser is to be seen, so that a page looks the same on every machine. With no font at
 * all Chromium prints blank pages.
 */
function describeFonts(folder: string): string {
  const path = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>${path}/fonts</dir><cachedir>${path}/fonts-cache</cachedir></fontconfig>
`;
}

function toUnpackError(error: unknown, folder: string, packed: string): unknown {
  if (error instanceof EnvironmentError) return error;
  const code = readErrorCode(error);
  const isOfPackage = error instanceof Error && 'path' in error && String(error.path).startsWith(packed);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new EnvironmentError('browser/no-space', { path: folder }, error);
  if (isOfPackage || /^(ERR_|Z_)/.test(code))
    return new EnvironmentError('browser/bundled-damaged', { path: folder, detail: code }, error);
  if (/^E[A-Z]+$/.test(code))
    return new EnvironmentError('browser/cache-not-writable', { path: folder, detail: code }, error);
  return error;
}
