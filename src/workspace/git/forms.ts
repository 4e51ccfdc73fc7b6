import { existsSync, realpathSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { compareText } from '../../report/diagnostic.ts';
import { readFormFiles, SHIPPED_TEMPLATES } from '../template-files.ts';
import { readBlobs } from './blobs.ts';
import { askGit, listGit } from './run-git.ts';

export interface FormsInGit {
  /** The folder of templates that they are in. */
  templates: string;
  /** The repository's top folder, for git to start in. */
  top: string;
  /** Inside it, with forward slashes. */
  path: string;
}

/** Null where the forms are somewhere else, such as in an installed package: then they have no history of their own. */
export async function findFormsInGit(start: string, templates: string): Promise<FormsInGit | null> {
  const folder = join(templates, 'forms');
  if (!existsSync(folder)) return null;
  const top = await askGit(['rev-parse', '--show-toplevel'], start);
  if (top === null || top === '') return null;
  const path = relative(realpathSync(top), realpathSync(folder)).split(sep).join('/');
  return path === '' || path.startsWith('..') || /^[A-Za-z]:/.test(path) ? null : { templates, top, path };
}

/** The forms of a commit by name, over the program's own; none where it has no such folder. Throws EnvironmentError `git/…`. */
export async function readFormsOf(
  { templates, top, path }: FormsInGit,
  commit: string,
): Promise<Map<string, string>> {
  const listing = ['--literal-pathspecs', 'ls-tree', '-z', '--full-tree', commit, '--', `${path}/`];
  const files = (await listGit(listing, top)).flatMap((record) => {
    const [, hash = '', file = ''] = /^100\d+ blob (\S+)\t(.*\.yaml)$/s.exec(record) ?? [];
    return hash === '' ? [] : [{ hash, name: basename(file, '.yaml') }];
  });
  const texts = new Map<string, string>();
  let index = 0;
  for await (const [, bytes] of readBlobs(
    top,
    files.map(({ hash }) => hash),
  )) {
    const { name = '' } = files[index] ?? {};
    index += 1;
    if (bytes !== null) texts.set(name, bytes.toString('utf8').replaceAll('\r\n', '\n'));
  }
  if (texts.size === 0 || templates === SHIPPED_TEMPLATES) return texts;
  const all = [...readFormFiles(SHIPPED_TEMPLATES), ...texts];
  return new Map([...new Map(all)].sort(([one], [other]) => compareText(one, other)));
}

/** Whether the forms as they are differ from the last commit; no where there is none, and no git. */
export async function areFormsChanged(templates: string): Promise<boolean> {
  const changed = await askGit(
    ['--literal-pathspecs', 'diff', '--name-only', 'HEAD', '--', 'forms'],
    templates,
  );
  return changed !== null && changed !== '';
}
