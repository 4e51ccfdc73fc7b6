import { dirname, join, resolve } from 'node:path';
import { TO_FILL } from '../form/to-fill.ts';
import { UNPRINTABLE } from '../read/source.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { refuseLink, showPath } from '../workspace/disk.ts';
import { kindOf } from '../workspace/find-table.ts';
import { makeFolder } from '../workspace/folder.ts';
import { findOfficesInTree } from '../workspace/git/office-paths.ts';
import { writeNew } from '../workspace/new-file.ts';
import { listYears } from '../workspace/year-folder.ts';
import { chooseYear, exists, type New, type NewOptions, refused, refuseWith, wrote } from './new-draft.ts';

/** Where sites look for it, the first that counts first. */
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'] as const;

const HEAD = [
  '# 谁的文件夹谁审核：拉取请求改到一个单位的文件夹，网站请写在它后面的人审核。',
  `# 把每一个 @${TO_FILL} 换成账号或组，例如 @zhangsan、@xian/caizheng；几个的用空格隔开。没有换的那一行不起作用。`,
  '# 一个文件只照最后合得上的那一行；单位的表要上一级也审核的，把上一级的人也写在单位那一行。',
];

/**
 * Writes CODEOWNERS at the top of the repository: a line for each folder of a year, and of its offices, for which somebody is to
 * answer. Throws EnvironmentError.
 */
export async function writeCodeowners(options: NewOptions): Promise<New> {
  const { cwd, into, from, code, month, fromYear, example, form = '目标', names } = options;
  refuseWith('--codeowners', {
    ...{ '--into': into, '--from': from, '--code': code, '--month': month },
    ...{ '--from-year': fromYear, '--example': example, '--form': form !== '目标' },
    ...Object.fromEntries(names.map((name) => [name, true])),
  });
  const projects = resolve(cwd, options.projects);
  const year = chooseYear(options);
  if (!listYears(cwd, options.projects).includes(year))
    throw new EnvironmentError('sources/no-such-year', { folder: showPath(cwd, projects), year });
  const { top, folders } = await findOfficesInTree(join(projects, year));
  const unfit = folders.find((folder) => folder.search(UNPRINTABLE) !== -1);
  if (unfit !== undefined)
    throw new EnvironmentError('new/codeowners-name', { folder: showPath(top, join(top, unfit)) });
  const refuse = (place: string) => refused([exists(showPath(cwd, join(top, place)), '#codeowners')]);
  const there = PLACES.find((place) => kindOf(top, place) !== null);
  if (there !== undefined) return refuse(there);
  const path = join(top, PLACES[0]);
  refuseLink(cwd, dirname(path));
  makeFolder(dirname(path));
  const lines = folders.map((folder) => `${toPattern(folder)} @${TO_FILL}`);
  if (!(await writeNew(path, `${[...HEAD, ...lines].join('\n')}\n`))) return refuse(PLACES[0]);
  const file = showPath(cwd, path);
  const args = { file, count: String(folders.length) };
  return wrote(file, [file], [{ code: 'new/codeowners-written', args }]);
}

/** A folder with all that is in it, from the top; what has a meaning in a pattern is a character. */
function toPattern(folder: string): string {
  return `/${folder.replace(/[\s\\*?#]/g, '\\$&')}/`;
}
