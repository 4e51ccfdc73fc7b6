#!/usr/bin/env node
/**
 * Where every command begins: finds the compiled program, compiles it when its sources have changed, and runs it. Plain
 * JavaScript that an old Node.js can read, too: what goes wrong before our own code is loaded is a sentence.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { startMessages } from '../messages/start.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Bytes of address space: a check of a few tables reserves 290 MB beyond what Node.js has by now. */
const LEAST_ROOM = 300e6;
/** Of the compiler, which is a process of its own and shows its stack when it runs out. */
const LEAST_FOR_COMPILER = 1500e6;

/** What stops a command before it has begun: the code and the arguments of a sentence. */
class StartTrouble extends Error {
  /**
   * @param {keyof typeof startMessages} code
   * @param {Record<string, string>} args
   * @param {unknown} [cause]
   */
  constructor(code, args, cause) {
    super(code);
    this.code = code;
    this.args = args;
    this.cause = cause;
  }
}

run().catch((error) => {
  const trouble = toEnvironmentError(error);
  if (trouble === null) throw error;
  tell(trouble);
  process.exitCode = 2;
});

async function run() {
  refuseOldNode();
  refuseLittleMemory();
  optimizeLess();
  const compiled = await import('../workspace/compiled.mjs');
  const folder = compiled.findCurrent(ROOT) || (await compile(compiled));
  const [, , name = ''] = process.argv;
  const program = compiled.APART.includes(name) ? name : 'main';
  await import(pathToFileURL(join(ROOT, 'dist', folder, `${program}.js`)).href);
}

function refuseOldNode() {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const needed = engines.node.replace(/^\D+/, '');
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = needed.split('.').map(Number);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  throw new StartTrouble('doctor/node-too-old', { version: process.versions.node, needed });
}

/** Where memory is limited (`ulimit -v`), Node.js does not throw when it runs out: it aborts. */
function refuseLittleMemory() {
  const limit = addressSpace();
  if (limit === Infinity) return;
  const [, size = ''] = /^VmSize:\s{0,20}(\d+) kB/m.exec(readFileSync('/proc/self/status', 'latin1')) || [];
  if (limit - 1024 * Number(size) < LEAST_ROOM) throw new StartTrouble('machine/memory', {});
}

/** Bytes of address space that a process may have. Linux alone can say so. */
function addressSpace() {
  try {
    const [, limit = ''] =
      /^Max address space +(\d+) /m.exec(readFileSync('/proc/self/limits', 'latin1')) || [];
    return limit === '' ? Infinity : Number(limit);
  } catch (_) {
    return Infinity;
  }
}

/**
 * The V8 of Node.js 20 spends a third of a short command's processor time on optimizing code that is hardly called again. Later
 * versions have a cheaper compiler for it, and not this flag.
 */
function optimizeLess() {
  if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=400000');
}

/** @param {typeof import('../workspace/compiled.mjs')} compiled */
async function compile({ hasSources, removeOlder }) {
  if (!hasSources(ROOT)) throw new StartTrouble('program/not-compiled', { reason: 'dist/' });
  if (addressSpace() < LEAST_FOR_COMPILER) throw new StartTrouble('machine/memory', {});
  try {
    const { compile } = await import('../../scripts/compile.mjs');
    const folder = await compile(ROOT);
    removeOlder(ROOT);
    return folder;
  } catch (error) {
    if (toEnvironmentError(error) !== null) throw error;
    const { code = '', path, message } = /** @type {NodeJS.ErrnoException} */ (error);
    if (/^(?:EACCES|EPERM|EROFS|ENOTDIR|EEXIST)$/.test(code))
      throw new StartTrouble(
        'program/not-writable',
        { path: path || join(ROOT, 'dist'), reason: code },
        error,
      );
    throw new StartTrouble(
      'program/not-compiled',
      { reason: code || message.split('\n', 3).join(' ') },
      error,
    );
  }
}

/**
 * Only trouble with the machine is reported in a sentence, and a package that is not installed is trouble; a bug shows its stack.
 * @param {any} error
 * @returns {StartTrouble | null}
 */
function toEnvironmentError(error) {
  if (error instanceof StartTrouble) return error;
  const { code = '', message = '' } = error || {};
  const missing = /Cannot find (?:package|module) '([^'./][^']*)'/.exec(message);
  if (missing !== null && /MODULE_NOT_FOUND$/.test(code))
    return new StartTrouble('packages/missing', { packages: missing[1] || '' }, error);
  // A file of what was compiled is gone.
  if (code === 'ERR_MODULE_NOT_FOUND' && message.includes(join(ROOT, 'dist')))
    return new StartTrouble('program/not-compiled', { reason: message }, error);
  if (code === 'ENOENT' && error.syscall === 'uv_cwd')
    return new StartTrouble('machine/no-folder', {}, error);
  if (code === 'EMFILE' || code === 'ENFILE') return new StartTrouble('machine/files', {}, error);
  if (code === 'ENOMEM' || /Array buffer allocation failed|WebAssembly.*[Oo]ut of memory/.test(message))
    return new StartTrouble('machine/memory', {}, error);
  return null;
}

/** @param {StartTrouble} trouble */
function tell({ code, args, cause }) {
  const { argv, env, stderr } = process;
  const isEnglish = argv.includes('--lang=en') || argv[argv.indexOf('--lang') + 1] === 'en';
  const { text, hint } = startMessages[code][isEnglish ? 'en' : 'zh'];
  const fill = (/** @type {string} */ words) => words.replace(/\{(\w+)\}/g, (_, name) => args[name] || '');
  const head = isEnglish ? 'Cannot go on' : '无法继续';
  const painted = stderr.isTTY && !env.NO_COLOR ? `\u001b[31m${head}\u001b[39m` : head;
  stderr.write(`${painted} ${fill(text)}\n  → ${fill(hint)}\n`);
  if (argv.includes('--verbose') && cause) stderr.write(`${cause}\n`);
}
