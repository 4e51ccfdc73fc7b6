import { dirname, join, resolve } from 'node:path';
import { TO_FILL } from '../form/to-fill.ts';
import { UNPRINTABLE } from '../read/source.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { kindOf } from '../workspace/find-table.ts';
import { makeFolder, readTextIfAny, writeWhole } from '../workspace/folder.ts';
import { findOfficesInTree } from '../workspace/git/office-paths.ts';
import { writeNew } from '../workspace/new-file.ts';
import { refuseLink, showPath } from '../workspace/show-path.ts';
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
 * answer. One that is there gets the lines that it does not have. Throws EnvironmentError.
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
  if (there !== undefined) {
    const text = kindOf(top, there) === 'file' ? readTextIfAny(join(top, there)) : null;
    const added = text === null ? null : addLines(text, folders);
    if (added === null || added.count === 0) return refuse(there);
    refuseLink(cwd, dirname(join(top, there)));
    await writeWhole(join(top, there), added.text);
    const file = showPath(cwd, join(top, there));
    const [count, carried] = [String(added.count), String(added.carried)];
    const code = added.carried === 0 ? 'new/codeowners-added' : 'new/codeowners-added#carried';
    return wrote(file, [file], [{ code, args: { file, count, carried } }]);
  }
  const path = join(top, PLACES[0]);
  refuseLink(cwd, dirname(path));
  makeFolder(dirname(path));
  const lines = folders.map((folder) => `${toPattern(folder)} @${TO_FILL}`);
  if (!writeNew(path, `${[...HEAD, ...lines].join('\n')}\n`)) return refuse(PLACES[0]);
  const file = showPath(cwd, path);
  const args = { file, count: String(folders.length) };
  return wrote(file, [file], [{ code: 'new/codeowners-written', args }]);
}

/** A line with an owner; what follows the pattern is kept as it is written. */
const LINE = /^\/?((?:\\.|[^\s\\#])+?)\/?\s+(\S.*)$/;

/**
 * The text with a line for each folder that has none: the owners are those of the same folder in the newest other year, `carried`
 * of them. The last line that fits counts: the line of a folder is before those of the folders in it.
 */
function addLines(
  text: string,
  folders: readonly string[],
): { text: string; count: number; carried: number } {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.trimEnd().split(/\r?\n/);
  const patternOf = (line: string) => LINE.exec(line)?.[1] ?? '';
  const known = new Set(lines.map(patternOf));
  const [yearFolder = ''] = folders;
  const around = toPattern(yearFolder).slice(1, -'2026/'.length);
  const splitYear = (pattern: string) =>
    pattern.startsWith(around) ? /^(\d{4})(\/.*)?$/.exec(pattern.slice(around.length)) : null;
  const newest = new Map<string, { year: string; owner: string }>();
  for (const line of lines) {
    const [, pattern = '', owner = ''] = LINE.exec(line) ?? [];
    const [, year = '', below = ''] = splitYear(pattern) ?? [];
    if (year > (newest.get(below)?.year ?? '')) newest.set(below, { year, owner });
  }
  let [count, carried] = [0, 0];
  for (const folder of folders) {
    const pattern = toPattern(folder).slice(1, -1);
    if (known.has(pattern)) continue;
    const other = newest.get(splitYear(pattern)?.[2] ?? '');
    const first = lines.findIndex((line) => patternOf(line).startsWith(`${pattern}/`));
    lines.splice(first === -1 ? lines.length : first, 0, `/${pattern}/ ${other?.owner ?? `@${TO_FILL}`}`);
    count += 1;
    if (other !== undefined) carried += 1;
  }
  return { text: lines.join(end) + end, count, carried };
}

/** A folder with all that is in it, from the top; what has a meaning in a pattern is a character. */
function toPattern(folder: string): string {
  return `/${folder.replace(/[\s\\*?#]/g, '\\$&')}/`;
}
