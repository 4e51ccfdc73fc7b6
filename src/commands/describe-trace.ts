import type { MessageCode } from '../messages/wording.ts';
import type { Message } from '../report/diagnostic.ts';
import type { Traced, TracedBooklet, TracedTable } from './trace.ts';

export interface Description {
  /** A table's name, as far as it is known, and its mark; a booklet's path in `out`. */
  name: string;
  isCurrent: boolean;
  messages: Message[];
}

export interface DescribedTarget {
  target: string;
  problem: Message | null;
  found: Description[];
}

/** Digits of a commit that are shown; git takes them for the whole. */
const SHOWN = 10;

const PROBLEMS = {
  'no-file': 'trace/no-file',
  'not-pdf': 'trace/not-pdf',
  'not-ours': 'trace/not-ours',
  'no-tables': 'trace/no-tables',
} as const;

const CURRENCIES = {
  current: 'trace/current',
  changed: 'trace/changed',
  unreadable: 'trace/unreadable',
  gone: 'trace/gone',
} as const;

const BOOKLET_CURRENCIES = {
  current: 'trace/booklet-current',
  changed: 'trace/booklet-changed',
  unreadable: 'trace/booklet-unreadable',
  gone: 'trace/booklet-gone',
} as const;

const GIT = {
  missing: 'trace/no-git',
  'no-repository': 'trace/no-repository',
  'not-trusted': 'trace/not-trusted',
  shallow: 'trace/shallow',
} as const;

/** What `trace` found. `folder`: that of the sources, as it is shown. */
export function describeTrace(
  { targets, git }: Pick<Traced, 'targets' | 'git'>,
  folder: string,
): { targets: DescribedTarget[]; git: Message | null } {
  const isMissed = targets.some(({ tables }) => tables.some(({ revision }) => revision === null));
  return {
    targets: targets.map(({ target, problem, booklets, tables }) => ({
      target,
      problem: problem && { code: PROBLEMS[problem], args: {} },
      found: [
        ...booklets.map((booklet) => describeBooklet(booklet, folder)),
        ...tables.map((table) => ({
          name: [table.origin.stem, table.origin.code, table.origin.digest].filter(Boolean).join(' · '),
          isCurrent: table.currency === 'current',
          messages: describeTable(table, git, folder),
        })),
      ],
    })),
    git: isMissed && git !== 'ready' ? { code: GIT[git], args: {} } : null,
  };
}

function describeBooklet({ origin: { year }, path, currency }: TracedBooklet, folder: string): Description {
  const sentence = { code: BOOKLET_CURRENCIES[currency], args: { year, folder } };
  return { name: `${path ?? year}/booklet`, isCurrent: currency === 'current', messages: [sentence] };
}

function describeTable(
  { origin, currency, source, revision }: TracedTable,
  git: Traced['git'],
  folder: string,
) {
  const messages: Message[] = [];
  const say = (code: MessageCode, args: Message['args'] = {}) => messages.push({ code, args });
  // A digest alone, and nothing that has it.
  if (origin.code === undefined) say('trace/unknown');
  else say(CURRENCIES[currency], { file: source?.file ?? '', digest: source?.digest ?? '', folder });
  if (revision !== null) {
    const { commit, date, author, subject, path } = revision;
    const args = { commit: commit.slice(0, SHOWN), date: date.slice(0, 10), author, subject, path };
    say(path === source?.file ? 'trace/revision' : 'trace/revision#file', args);
    if (currency === 'changed') say('trace/compare', args);
  } else if (git === 'ready' && origin.code !== undefined) {
    say(currency === 'current' ? 'trace/not-committed' : 'trace/no-revision');
  }
  return messages;
}
