import { dirname, join, resolve } from 'node:path';
import { TO_FILL } from '../form/to-fill.ts';
import { writeBookletSkeleton } from '../format/booklet-skeleton.ts';
import { starterReadme } from '../messages/init.ts';
import type { Language, MessageCode } from '../messages/wording.ts';
import type { Message } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { listNames, makeFolder, readTextIfAny } from '../workspace/folder.ts';
import { writeNew } from '../workspace/new-file.ts';
import { refuseLink, showPath } from '../workspace/show-path.ts';
import { describeDependency, INSTALLED, readStarterFiles } from '../workspace/starter-files.ts';

export interface InitOptions {
  cwd: string;
  /** As the command line gave it: one, or none for the working directory. */
  folders: readonly string[];
  year: string;
  scripts: readonly string[];
  language: Language;
}

export interface Initialized {
  written: string[];
  /** Files that were there before: not touched. */
  left: string[];
  messages: Message[];
}

/** Writes a repository that holds tables only and gets the program as a package. No file that exists is touched. Throws EnvironmentError. */
export async function initRepository(options: InitOptions): Promise<Initialized> {
  const { cwd, folders, year, scripts, language } = options;
  if (folders.length > 1) throw new EnvironmentError('init/several-folders', { names: folders.join(' ') });
  const folder = resolve(cwd, folders[0] ?? '.');
  if (folder === PROGRAM_ROOT) throw new EnvironmentError('init/program', { folder: showPath(cwd, folder) });
  const booklet = `projects/${year}/booklet.yaml`;
  const files = new Map([
    ['package.json', writePackage(folder, scripts)],
    ['README.md', starterReadme[language]],
    ['.gitignore', 'node_modules/\nout/\n*.log\n'],
    ...readStarterFiles(),
    // Where there are years already, none is the first.
    ...(listNames(join(folder, 'projects')).length === 0 ? [[booklet, writeBooklet(year)] as const] : []),
  ]);
  const written: string[] = [];
  const left: string[] = [];
  for (const [path, text] of files) {
    const place = join(folder, path);
    refuseLink(cwd, dirname(place));
    makeFolder(dirname(place));
    const isNew = writeNew(place, text);
    (isNew ? written : left).push(showPath(cwd, place));
  }
  const place = join(folder, 'package.json');
  const missing = listMissingScripts(readTextIfAny(place) ?? '', scripts);
  const messages: Message[] = [];
  const report = (code: MessageCode, args: Message['args']) => messages.push({ code, args });
  for (const file of written) report('init/written', { file });
  for (const file of left) report('init/left', { file });
  if (missing.length > 0) {
    const lines = missing.map((name) => `"scripts.${name}=jixiaoce ${name}"`);
    report('init/scripts-missing', { file: showPath(cwd, place), scripts: lines.join(' ') });
  }
  const isInstalled = PROGRAM_ROOT.startsWith(join(folder, 'node_modules'));
  report(isInstalled ? 'init/next#installed' : 'init/next', { folder: showPath(cwd, folder), booklet });
  return { written, left, messages };
}

function writePackage(folder: string, scripts: readonly string[]): string {
  const content = {
    private: true,
    scripts: Object.fromEntries(scripts.map((name) => [name, `jixiaoce ${name}`])),
    dependencies: { jixiaoce: describeDependency(folder) },
    // The program brings or finds its own browser; puppeteer is not to download another.
    puppeteer: { skipDownload: true },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function writeBooklet(year: string): string {
  return writeBookletSkeleton({
    title: `${year}年度预算项目绩效目标表`,
    unit: TO_FILL,
    year,
    forms: [],
    schema: `../../${INSTALLED}/schema/booklet.schema.json`,
  });
}

/** Those that an existing package.json does not have. */
function listMissingScripts(text: string, scripts: readonly string[]): string[] {
  try {
    const present = JSON.parse(text).scripts ?? {};
    return scripts.filter((name) => !Object.hasOwn(present, name));
  } catch {
    return [...scripts];
  }
}
