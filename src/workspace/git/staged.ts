import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { LIMITS } from '../../read/limits.ts';
import { splitAtResults, toResultsPlace } from '../../read/results-place.ts';
import { BOOKLET_STEM, isSourceName, stemOf } from '../../read/source.ts';
import type { Diagnostic } from '../../report/diagnostic.ts';
import { EnvironmentError } from '../../util/environment-error.ts';
import { escapeControls } from '../../util/escape-controls.ts';
import { groupBy } from '../../util/group-by.ts';
import { type FoundPath, findOfficePaths, reportStrays } from '../strays.ts';
import { readBlobs } from './blobs.ts';
import { demandGit, listGit, runGit, withoutLineEnd } from './run-git.ts';

/** The sources as they are staged, in a folder of their own. */
export interface Staged {
  /** A copy of the folder that `projects` is in. */
  cwd: string;
  /** The years and offices of which something is staged, or of what they inherit, as paths from there. */
  folders: string[];
  strays: Diagnostic[];
}

/**
 * Lends what the next commit will hold of the years and offices that it changes; `projects` is absolute. The files are written as git keeps
 * them: which filters a checkout would run is said in the tree, which may be a stranger's. Throws EnvironmentError `git/…`.
 */
export async function withStaged<T>(projects: string, use: (staged: Staged) => Promise<T>): Promise<T> {
  const [outside, name] = [dirname(projects), basename(projects)];
  const prefix = withoutLineEnd(await demandGit(['rev-parse', '--show-prefix'], outside));
  const index = 'of-commit';
  const list = (...args: string[]) =>
    listGit(['--literal-pathspecs', ...args, '--', name], outside, { index });
  const changed = await list('diff', '--cached', '--name-only', '--no-renames', '--no-ext-diff', '-z');
  const paths = changed.filter(Boolean).map((path) => path.slice(prefix.length).split('/').slice(1));
  const entries = (await list('ls-files', '--stage', '-z')).flatMap((entry) => readEntry(entry) ?? []);
  const kept = new Map(entries.map(({ path, isLink }) => [path, isLink]));
  const offices = findOfficePaths([...paths, ...[...kept.keys()].map((path) => path.split('/').slice(1))]);
  const touched = new Set(
    paths.flatMap((steps) => {
      const office = officeOf(steps);
      if (office === null) return [];
      // What a booklet.yaml says holds for those below it.
      const isInherited = stemOf(steps.at(-1) ?? '') === BOOKLET_STEM;
      const below = isInherited ? [...offices].filter((path) => path.startsWith(`${office}/`)) : [];
      return [...(offices.has(office) ? [office] : []), ...below].map((path) => `${name}/${path}`);
    }),
  );
  // What an office inherits.
  const above = new Set(
    [...touched].flatMap((path) =>
      path.split('/').map((_, index, steps) => `${steps.slice(0, index).join('/')}/${BOOKLET_STEM}.yaml`),
    ),
  );
  const others = paths.flatMap((steps): FoundPath[] => {
    const isLink = kept.get([name, ...steps].join('/'));
    return isLink === undefined ? [] : [{ steps, kind: isLink ? 'link' : 'file' }];
  });
  const strays = reportStrays(others, (steps) => escapeControls([name, ...steps].join('/')), offices);
  if (entries.length === 0 && touched.size === 0 && !existsSync(projects)) {
    throw new EnvironmentError('sources/no-folder', { folder: projects });
  }
  const unmerged = entries.find(({ stage }) => stage !== '0');
  if (unmerged !== undefined)
    throw new EnvironmentError('git/unmerged', { path: escapeControls(unmerged.path) });
  const folder = mkdtempSync(join(tmpdir(), 'jixiaoce-staged-'));
  const cwd = join(folder, prefix);
  try {
    const files = entries.filter(({ path }) => {
      const office = officeOf(path.split('/').slice(1));
      return above.has(path) || (office !== null && touched.has(`${name}/${office}`));
    });
    const write = (listed: readonly StagedEntry[]) =>
      writeFiles(
        outside,
        listed.map(({ path, ...entry }) => ({ ...entry, path: join(cwd, path) })),
      );
    await write(files);
    const texts = files.flatMap(({ path, mode }) =>
      mode.startsWith('100') ? [readFileSync(join(cwd, path), 'utf8')] : [],
    );
    const sharing = await findSharing(texts, outside, name);
    const own = new Set(files);
    await write(entries.filter((entry) => !own.has(entry) && sharing.has(entry.path)));
    const folders = [...touched].filter((folder) => existsSync(join(cwd, folder))).sort();
    return await use({ cwd, folders, strays });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The staged files that have a code of these, which are unique in a year, and every booklet.yaml above them: of other offices no
 * more is needed.
 */
async function findSharing(texts: readonly string[], outside: string, name: string): Promise<Set<string>> {
  const codes = new Set(
    texts.flatMap((text) => [
      ...(text.match(/[0-9A-Z]{21}/g) ?? []),
      // Alone it is too short to be looked for.
      ...[...text.matchAll(/^单位编码: *["']?([0-9A-Za-z]+)/gm)].flatMap(([, code = '']) =>
        ['', '"', "'"].map((quote) => `单位编码: ${quote}${code}`),
      ),
    ]),
  );
  if (codes.size === 0) return new Set();
  const input = [...codes].join('\n');
  const args = ['--literal-pathspecs', 'grep', '--cached', '-l', '-z', '-a', '-F', '-f', '-', '--', name];
  const { stdout } = await runGit(args, outside, { input, index: 'of-commit' });
  const found = stdout.toString('utf8').split('\0').filter(Boolean);
  const above = found.flatMap((path) =>
    path.split('/').map((_, index, steps) => `${steps.slice(0, index).join('/')}/${BOOKLET_STEM}.yaml`),
  );
  return new Set([...found, ...above]);
}

/** The office of a source: a table's or booklet.yaml's own folder, that of the goals of a result; null for what is none. */
function officeOf(steps: readonly string[]): string | null {
  const folder = steps.slice(0, -1);
  const { goals, inside } = splitAtResults(folder) ?? { goals: folder, inside: [] };
  const isRead = inside.length === 0 || toResultsPlace(inside) !== null;
  return isSourceName(steps.at(-1) ?? '') && isRead ? goals.join('/') : null;
}

interface StagedEntry {
  mode: string;
  hash: string;
  stage: string;
  path: string;
  isLink: boolean;
}

async function writeFiles(repository: string, entries: readonly StagedEntry[]): Promise<void> {
  const plain = entries.filter(({ mode }) => mode.startsWith('100'));
  for (const { path } of entries) mkdirSync(dirname(path), { recursive: true });
  const paths = groupBy(plain, ({ hash }) => hash);
  for await (const [hash, bytes] of readBlobs(repository, [...paths.keys()])) {
    // One that is too large is reported as that.
    for (const { path } of paths.get(hash) ?? []) writeFileSync(path, bytes ?? Buffer.alloc(LIMITS.file + 1));
  }
  // Links and submodules are refused where sources are read; a folder takes their place.
  for (const { path } of entries.filter(({ mode }) => !mode.startsWith('100'))) mkdirSync(path);
}

/** One line of `git ls-files --stage`: mode, hash, stage, a tab, path. A file in conflict has stages 1 to 3 instead of 0. */
function readEntry(line: string): StagedEntry | null {
  const [, mode, hash, stage, path] = /^(\d+) ([\da-f]+) (\d)\t(.+)$/s.exec(line) ?? [];
  if (mode === undefined || hash === undefined || stage === undefined || path === undefined) return null;
  return { mode, hash, stage, path, isLink: mode === '120000' };
}
