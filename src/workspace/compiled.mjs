/**
 * Which compiled program is current: plain JavaScript, for the entry reads it before anything is compiled.
 * scripts/compile.mjs compiles.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What dist/current.json says.
 * @typedef {object} Current
 * @property {string} folder Below dist/.
 * @property {string} hash Of the text of all inputs.
 * @property {Record<string, [modified: number, size: number]>} inputs By path below the root.
 */

/** Commands that are used most: each is also compiled by itself (`check.js`), into fewer files than all commands share. */
export const APART = ['check', 'build'];

/** Milliseconds: a process that runs an older program has ended by then. */
const FORGOTTEN_AFTER = 24 * 60 * 60 * 1000;

/**
 * The folder of the current program, below dist/; null when there is none, or its sources have changed.
 * @param {string} root
 * @returns {string | null}
 */
export function findCurrent(root) {
  const current = readCurrent(root);
  if (current === null || !hasSources(root)) return current?.folder ?? null;
  const { folder, hash, inputs } = current;
  const paths = Object.keys(inputs);
  if (paths.every((path) => String(describe(`${root}/${path}`)) === String(inputs[path]))) return folder;
  // Copied, or checked out again: other times, perhaps the same text.
  if (!paths.every((path) => existsSync(join(root, path))) || hashInputs(root, paths) !== hash) return null;
  try {
    noteCurrent(root, folder, paths);
  } catch {
    // Not ours to write: the text is compared again next time.
  }
  return folder;
}

/**
 * An installed package has none: it was compiled when it was packed.
 * @param {string} root
 */
export function hasSources(root) {
  return existsSync(join(root, 'src/cli/main.ts'));
}

/**
 * Notes that `folder` was compiled from the files at `paths`.
 * @param {string} root
 * @param {string} folder
 * @param {string[]} paths
 */
export function noteCurrent(root, folder, paths) {
  const inputs = Object.fromEntries(paths.map((path) => [path, describe(join(root, path))]));
  const dist = join(root, 'dist');
  const temporary = join(dist, `noting-${randomUUID()}`);
  writeFileSync(temporary, JSON.stringify({ folder, hash: hashInputs(root, paths), inputs }));
  renameSync(temporary, join(dist, 'current.json'));
}

/**
 * Removes other programs than the current one.
 * @param {string} root
 * @param {number} age Milliseconds; what is just being written is left alone in any case.
 */
export function removeOlder(root, age = FORGOTTEN_AFTER) {
  const dist = join(root, 'dist');
  const current = readCurrent(root)?.folder;
  for (const name of readdirSync(dist)) {
    if (name === current || name === 'current.json') continue;
    const least = name.includes('-') ? FORGOTTEN_AFTER : age;
    const path = join(dist, name);
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Number.POSITIVE_INFINITY };
    if (Date.now() - mtimeMs >= least) rmSync(path, { recursive: true, force: true });
  }
}

/**
 * What was compiled last, whether the sources have changed or not.
 * @param {string} root
 * @returns {Current | null}
 */
export function readCurrent(root) {
  const file = join(root, 'dist', 'current.json');
  if (!existsSync(file)) return null;
  let current;
  try {
    current = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  return existsSync(join(root, 'dist', current.folder, 'main.js')) ? current : null;
}

/**
 * @param {string} file
 * @returns {[modified: number, size: number]}
 */
function describe(file) {
  const { mtimeMs, size } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 };
  return [mtimeMs, size];
}

/**
 * @param {string} root
 * @param {string[]} paths
 */
function hashInputs(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}
