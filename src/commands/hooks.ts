import type { Message } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { copyProgram, isCopyCurrent, removeCopy } from '../workspace/git/program.ts';
import {
  findCommonDir,
  type GitSetting,
  readGitSetting,
  readHook,
  writeGitSetting,
  writeHook,
} from '../workspace/git/settings.ts';
import { readGit } from '../workspace/git/version.ts';

export interface HooksOptions {
  cwd: string;
  off: boolean;
  program?: string;
}

export interface Hooked {
  messages: Message[];
  /** Whether it is now as it was asked for. */
  isDone: boolean;
}

/** Something of the repository's that `hooks` sets: a key of its configuration, or its pre-commit hook. */
interface Setting {
  key: string;
  value: string;
  /** Of this version of the program or an older one. */
  isOurs(value: string): boolean;
  read(root: string): Promise<GitSetting>;
  write(root: string, value: string | null): Promise<void>;
}

/**
 * Switches on, in this repository's own git folder and configuration, that tables are checked before a commit and that git
 * compares PDFs by their words; or undoes it. What git runs is a copy of the program outside the working tree, so a branch
 * that is checked out cannot change it. What somebody else has set is never touched. Throws EnvironmentError.
 */
export async function switchHooks({ cwd, off, program = PROGRAM_ROOT }: HooksOptions): Promise<Hooked> {
  const git = await readGit(cwd);
  if (git.state === 'missing') throw new EnvironmentError('hooks/no-git');
  if (git.state === 'not-trusted') throw git.trouble;
  if (git.state === 'no-repository') throw new EnvironmentError('hooks/no-repository');
  const { root } = git;
  const { own } = await readGitSetting(root, RECORD);
  const switchedOn = new Set(own.flatMap((keys) => keys.split(' ')));
  const states = await Promise.all(
    SETTINGS.map(async (setting) => ({
      ...setting,
      ...(await setting.read(root)),
      isRecorded: switchedOn.has(setting.key),
    })),
  );
  return off ? await switchOff(root, states) : await switchOn(root, states, program);
}

type State = Setting & GitSetting & { isRecorded: boolean };

async function switchOn(root: string, states: readonly State[], program: string): Promise<Hooked> {
  const taken = states.filter(
    ({ effective, value, isOurs, isRecorded }) =>
      effective !== null && effective !== value && !(isRecorded && isOurs(effective)),
  );
  if (taken.length > 0) {
    const messages = taken.map(
      ({ key, effective }): Message =>
        key === HOOK
          ? { code: 'hooks/own-script', args: { key } }
          : { code: 'hooks/taken', args: { key, value: effective ?? '' } },
    );
    return { messages, isDone: false };
  }
  const commonDir = await findCommonDir(root);
  const open = states.filter(({ effective, value }) => (effective ?? '') !== value);
  const isCurrent = isCopyCurrent(commonDir, program, root);
  if (open.length === 0 && isCurrent)
    return { messages: [{ code: 'hooks/already-on', args: {} }], isDone: true };
  if (!isCurrent) copyProgram(commonDir, program, root);
  const record = states.filter((state) => state.value !== '' && (state.isRecorded || open.includes(state)));
  await writeGitSetting(root, RECORD, record.map(({ key }) => key).join(' '));
  for (const { write, value } of open) await write(root, value === '' ? null : value);
  return { messages: [{ code: 'hooks/on', args: {} }], isDone: true };
}

/** Settings that were changed since are left alone. */
async function switchOff(root: string, states: readonly State[]): Promise<Hooked> {
  const recorded = states.filter(({ isRecorded }) => isRecorded);
  if (recorded.length === 0) return { messages: [{ code: 'hooks/already-off', args: {} }], isDone: true };
  for (const { own, isOurs, write } of recorded) {
    if (own.length === 1 && own.every(isOurs)) await write(root, null);
  }
  await writeGitSetting(root, RECORD, null);
  removeCopy(await findCommonDir(root));
  return { messages: [{ code: 'hooks/off', args: {} }], isDone: true };
}

/** The keys that were set here, so that settings from before are not undone. */
const RECORD = 'jixiaoce.switchedOn';

const HOOK = 'pre-commit';
const HOOK_MARK = '# jixiaoce';
/** Git starts it at the top of the working tree. Graphical programs may not know where Node.js is. */
const HOOK_TEXT = `#!/bin/sh
${HOOK_MARK}: checks the tables that are staged. \`npm run hooks\` wrote this; \`npm run hooks -- --off\` removes it.
if ! command -v node >/dev/null; then
  echo "提交前没有检查：找不到 node / not checked before the commit: node was not found" >&2
  exit 0
fi
exec node "$(git rev-parse --git-common-dir)/jixiaoce/run.mjs" pre-commit
`;

/**
 * What git shows in front of a changed stretch of a source: the row or the group it is in, or the text of a project. Bytes
 * are compared, so no character class holds Han characters.
 */
const HUNK_HEADINGS = ['^ *- +(三级指标:.*)$', '^ *([^- #].*指标): *$', '^([^- #][^:]*):'].join('\n');

function setting(key: string, value: string, isOurs: (value: string) => boolean): Setting {
  return {
    key,
    value,
    isOurs,
    read: (root) => readGitSetting(root, key),
    write: (root, text) => writeGitSetting(root, key, text),
  };
}

const SETTINGS: readonly Setting[] = [
  {
    key: HOOK,
    value: HOOK_TEXT,
    isOurs: (value) => value.includes(HOOK_MARK),
    read: (root) => readHook(root, HOOK),
    write: (root, text) => writeHook(root, HOOK, text),
  },
  // Set to a folder of the working tree by older versions; empty means unset. With another value our hook would not run.
  setting('core.hooksPath', '', (value) => value.endsWith('.githooks')),
  // Git runs this in a shell at the top of the working tree.
  setting(
    'diff.pdf.textconv',
    'node "$(git rev-parse --git-common-dir)/jixiaoce/run.mjs" pdf-words',
    (value) => value.includes('jixiaoce/run.mjs') || value.includes('scripts/pdf-words.ts'),
  ),
  // File names as they are, not as numbers.
  setting('core.quotePath', 'false', (value) => value === 'false'),
  setting('diff.jixiaoce.xfuncname', HUNK_HEADINGS, (value) => value.includes('三级指标')),
];
