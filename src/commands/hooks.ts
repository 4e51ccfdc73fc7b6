import { isAbsolute, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { listed } from '../messages/wording.ts';
import { listOwnHooks, readGitSetting, writeGitSetting } from '../sources/git-settings.ts';
import { readGit } from '../sources/git-version.ts';
import { MachineTrouble } from '../trouble.ts';
import type { Sentence } from './sentence.ts';
import { PROGRAM_ROOT } from './workshop.ts';

export interface HooksOptions {
  cwd: string;
  /** Undoes what was switched on. */
  off: boolean;
}

export interface Hooked {
  told: Sentence[];
  /** Whether it is now as it was asked for. */
  isDone: boolean;
}

interface Setting {
  key: string;
  value: string;
  /** Of this version of the program or an older one. */
  isOurs(value: string): boolean;
}

/**
 * What git shows in front of a changed stretch of a source: the row or the group it stands in, or the text of a project. Bytes
 * are compared, so no character class holds Han characters.
 */
const HUNK_HEADINGS = ['^ *- +(三级指标:.*)$', '^ *([^- #].*指标): *$', '^([^- #][^:]*):'].join('\n');

/**
 * Switches on, in this repository's own git configuration, that tables are checked before a commit and that git compares
 * PDFs by their words; or undoes it. What somebody else has set is never touched. Throws MachineTrouble.
 */
export async function switchHooks({ cwd, off }: HooksOptions): Promise<Hooked> {
  const { version, root } = await readGit(cwd);
  if (version === null) throw new MachineTrouble('hooks/no-git');
  if (root === null) throw new MachineTrouble('hooks/no-repository');
  const { own } = await readGitSetting(root, RECORD);
  const switchedOn = new Set(own.flatMap((keys) => keys.split(' ')));
  const states = await Promise.all(
    listSettings(root).map(async (setting) => ({
      ...setting,
      ...(await readGitSetting(root, setting.key)),
      isRecorded: switchedOn.has(setting.key),
    })),
  );
  return off ? await switchOff(root, states) : await switchOn(root, states);
}

type State = Setting & Awaited<ReturnType<typeof readGitSetting>> & { isRecorded: boolean };

async function switchOn(root: string, states: readonly State[]): Promise<Hooked> {
  const taken = states.filter(
    ({ effective, value, isOurs, isRecorded }) =>
      effective !== null && effective !== value && !(isRecorded && isOurs(effective)),
  );
  const told = taken.map(({ key, effective }) => ({
    code: 'hooks/taken',
    args: { key, value: effective ?? '' },
  }));
  const isFirst = states.some(({ key, effective }) => key === HOOKS && effective === null);
  const scripts = isFirst ? await listOwnHooks(root) : [];
  if (scripts.length > 0)
    told.push({ code: 'hooks/own-scripts', args: { key: HOOKS, value: listed(scripts) } });
  if (told.length > 0) return { told, isDone: false };
  const open = states.filter(({ effective, value }) => effective !== value);
  if (open.length === 0) return { told: [{ code: 'hooks/already-on', args: {} }], isDone: true };
  const record = states.filter((state) => state.isRecorded || open.includes(state)).map(({ key }) => key);
  await writeGitSetting(root, RECORD, record.join(' '));
  for (const { key, value } of open) await writeGitSetting(root, key, value);
  return { told: [{ code: 'hooks/on', args: {} }], isDone: true };
}

/** What was changed since is somebody's own. */
async function switchOff(root: string, states: readonly State[]): Promise<Hooked> {
  const recorded = states.filter(({ isRecorded }) => isRecorded);
  if (recorded.length === 0) return { told: [{ code: 'hooks/already-off', args: {} }], isDone: true };
  for (const { key, own, isOurs } of recorded) {
    if (own.length === 1 && own.every(isOurs)) await writeGitSetting(root, key, null);
  }
  await writeGitSetting(root, RECORD, null);
  return { told: [{ code: 'hooks/off', args: {} }], isDone: true };
}

/** The keys that were set here, so that nothing is undone that somebody had set before. */
const RECORD = 'jixiaoce.switchedOn';

const HOOKS = 'core.hooksPath';

/** Paths are seen from the top of the repository, where git runs what they name, so that the folder can be moved. */
function listSettings(root: string): Setting[] {
  const from = (path: string) => relative(root, path).split(sep).join('/');
  const hooks = from(join(PROGRAM_ROOT, '.githooks'));
  const tsx = from(fileURLToPath(import.meta.resolve('tsx/esm')));
  // On another drive there is no way from here.
  const loader = isAbsolute(tsx) ? pathToFileURL(tsx).href : `./${tsx}`;
  const words = from(join(PROGRAM_ROOT, 'scripts', 'pdf-words.ts'));
  return [
    { key: HOOKS, value: hooks, isOurs: (value) => value === hooks },
    {
      key: 'diff.pdf.textconv',
      value: `node --import ${quote(loader)} ${quote(words)}`,
      isOurs: (value) => value.startsWith('node --import ') && value.includes('scripts/pdf-words.ts'),
    },
    // File names as they are, not as numbers.
    { key: 'core.quotePath', value: 'false', isOurs: (value) => value === 'false' },
    {
      key: 'diff.jixiaoce.xfuncname',
      value: HUNK_HEADINGS,
      isOurs: (value) => value.includes('三级指标'),
    },
  ];
}

/** For the shell that git runs such commands with, on Windows too. */
function quote(word: string): string {
  return /^[\w./:@-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
