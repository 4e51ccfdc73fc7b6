/**
 * Compiles src/ into dist/NAME, named after its content, and notes in dist/current.json which one is current. `npm ci` runs
 * it, and so does the first command after a change (src/cli/entry.mjs). Two at once are safe: a folder appears whole, and so
 * does the note; whoever runs an older program still finds it.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { APART, findCurrent, noteCurrent, removeOlder } from '../src/workspace/compiled.mjs';

/** What a process starts with; each is a file of its own. */
const ENTRIES = [
  'src/cli/main.ts',
  'src/cli/printing-process.ts',
  'src/cli/import-process.ts',
  'src/cli/pdf-words.ts',
  'src/commands/precompile.ts',
];

/** What the preview's page and its frame run, and how they look; and what they are made of. */
const PAGE = 'src/preview/page';

/** They read files of their own at run time, or are large and seldom needed. All else becomes part of the program. */
const EXTERNAL = ['ajv', 'open', 'pdfjs-dist', 'puppeteer', 'puppeteer-core'];

/**
 * Returns the folder below dist/. Rejects with esbuild's error, or that of the disk.
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function compile(root) {
  const { build } = await import('esbuild');
  const shared = /** @type {const} */ ({
    absWorkingDir: root,
    outdir: 'dist',
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    logLevel: 'silent',
  });
  const programOptions = /** @type {const} */ ({
    ...shared,
    splitting: true,
    platform: 'node',
    target: 'node20',
    external: EXTERNAL,
    // For packages in CommonJS that require what Node.js has.
    banner: {
      js: "import { createRequire as __r } from 'node:module'; const require = __r(import.meta.url);",
    },
  });
  const program = await build({ ...programOptions, entryPoints: ENTRIES, entryNames: '[name]' });
  const apart = await Promise.all(
    APART.map((name) =>
      build({
        ...programOptions,
        entryPoints: [{ in: 'src/cli/main.ts', out: name }],
        plugins: [withoutOthers(name)],
      }),
    ),
  );
  const page = await build({
    ...shared,
    entryPoints: ['frame.ts', 'preview.ts', ...readdirSync(join(root, PAGE)).filter(isCopied)].map(
      (name) => `${PAGE}/${name}`,
    ),
    outbase: 'src/preview',
    loader: { '.css': 'copy', '.hbs': 'copy' },
    platform: 'browser',
  });
  const outputFiles = [program, ...apart, page].flatMap((built) => built.outputFiles);
  const dist = join(root, 'dist');
  const hash = createHash('sha256');
  for (const { path, contents } of outputFiles) hash.update(`${relative(dist, path)}\0`).update(contents);
  const folder = hash.digest('hex').slice(0, 16);
  mkdirSync(dist, { recursive: true });
  const isWhole = outputFiles.every(({ path, contents }) => {
    const file = join(dist, folder, relative(dist, path));
    return statSync(file, { throwIfNoEntry: false })?.size === contents.length;
  });
  if (!isWhole) {
    rmSync(join(dist, folder), { recursive: true, force: true });
    const temporary = join(dist, `compiling-${randomUUID()}`);
    try {
      mkdirSync(temporary);
      mkdirSync(join(temporary, 'page'));
      for (const { path, contents } of outputFiles)
        writeFileSync(join(temporary, relative(dist, path)), contents);
      await writePrecompiled(temporary);
      moveIntoPlace(temporary, join(dist, folder));
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  }
  const read = { ...program.metafile.inputs, ...page.metafile.inputs };
  const inputs = Object.keys(read).filter((path) => !path.includes('node_modules/'));
  noteCurrent(root, folder, [...inputs, 'package-lock.json', 'scripts/compile.mjs'].sort());
  return folder;
}

/**
 * What is made of the schemas, templates and forms as they are now, so that no command has to. Of one that is changed later it is
 * made when it is read.
 * @param {string} folder
 */
async function writePrecompiled(folder) {
  const { listPrecompiled } = await import(pathToFileURL(join(folder, 'precompile.js')).href);
  mkdirSync(join(folder, 'precompiled'));
  for (const { file, code } of listPrecompiled()) writeFileSync(join(folder, file), code);
}

/**
 * Leaves the programs of other commands where they are: this one never loads them.
 * @param {string} name
 * @returns {import('esbuild').Plugin}
 */
function withoutOthers(name) {
  return {
    name: 'without-others',
    setup: ({ onResolve }) => {
      onResolve({ filter: /^\.\/run-/ }, ({ path, kind }) =>
        kind === 'dynamic-import' && path !== `./run-${name}.ts` ? { path, external: true } : null,
      );
    },
  };
}

/** @param {string} name */
function isCopied(name) {
  return /\.(?:css|hbs)$/.test(name);
}

/** @param {string} temporary @param {string} place */
function moveIntoPlace(temporary, place) {
  try {
    renameSync(temporary, place);
  } catch (error) {
    // Another process has just put the same program there.
    if (!existsSync(join(place, 'main.js'))) throw error;
  }
}

const own = fileURLToPath(import.meta.url);
if (process.argv[1] === own) {
  const root = join(own, '../..');
  if (process.argv[2] === '--if-changed' && findCurrent(root) !== null) process.exit();
  await compile(root);
  removeOlder(root, 0);
}
