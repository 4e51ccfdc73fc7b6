import { join, relative, resolve, sep } from 'node:path';
import { isMap, isScalar } from 'yaml';
import { toBooklet } from '../booklet/booklet.ts';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { carryOver } from '../drafts/carry-over.ts';
import { type Draft, writeSkeleton } from '../drafts/skeleton.ts';
import { makeFolder } from '../output/folder.ts';
import { writeNew } from '../output/new-file.ts';
import type { IndicatorTree } from '../project/form.ts';
import { type ParsedSource, parse, spanOf } from '../project/parse.ts';
import { TO_FILL } from '../project/to-fill.ts';
import { validate } from '../project/validate.ts';
import { refuseLink, showPath } from '../sources/disk.ts';
import { BOOKLET_STEM, isSourceName, type Source } from '../sources/source.ts';
import { listNames, listYears, readSourceIfAny } from '../sources/year-folder.ts';
import { MachineTrouble } from '../trouble.ts';
import type { Sentence } from './sentence.ts';
import { openWorkshop, PROGRAM_ROOT } from './workshop.ts';

export interface NewOptions {
  cwd: string;
  /** The folder that holds a folder for each year. */
  projects: string;
  /** The newest year there is when it is not given. */
  year?: string | undefined;
  /** The name as the command line gave it: one word, or it was not quoted. */
  names: string[];
  code?: string | undefined;
  /** Last year's table, to carry over. */
  from?: string | undefined;
}

export interface New {
  /** The file that was written, as it is shown; null when the mistakes stood in the way. */
  written: string | null;
  /** What was done, and what to do next. */
  told: Sentence[];
  diagnostics: Diagnostic[];
  texts: Map<string, string>;
}

/** Writes a new table, or last year's for the new year. A file that is there is never touched. Throws MachineTrouble. */
export async function writeNewTable(options: NewOptions): Promise<New> {
  const { cwd, projects } = options;
  const name = chooseName(options).normalize('NFC');
  const folder = join(resolve(cwd, projects), chooseYear(options));
  const path = join(folder, `${name}.yaml`);
  const file = showPath(cwd, path);
  refuseLink(cwd, folder);
  const draft: Draft = { name, code: options.code ?? null, schema: schemaFrom(folder) };
  const { value, diagnostics, texts } = drawUp(draft, folder, options);
  if (value === null) return { written: null, told: [], diagnostics, texts };

  const source: Source = { file, stem: name, text: value };
  const faults = judge(source);
  if (faults.length > 0) {
    return { written: null, told: [], diagnostics: faults, texts: new Map([[file, value]]) };
  }
  const refused = refusePlace(source, folder);
  if (refused.length > 0) return { written: null, told: [], diagnostics: refused, texts: new Map() };
  makeFolder(folder);
  if (await writeNew(path, value)) {
    const told = [{ code: 'new/written', args: { file } }];
    return { written: file, told, diagnostics: [], texts: new Map() };
  }
  return { written: null, told: [], diagnostics: [exists(source)], texts: new Map() };
}

function chooseName({ names: [name, ...more] }: NewOptions): string {
  if (name === undefined) throw new MachineTrouble('new/no-name');
  if (more.length > 0) throw new MachineTrouble('new/several-names', { names: [name, ...more].join(' ') });
  return name;
}

function chooseYear({ cwd, projects, year }: NewOptions): string {
  const newest = listYears(cwd, projects).at(-1);
  if (year === undefined) {
    if (newest === undefined) throw new MachineTrouble('new/no-year', { folder: projects });
    return newest;
  }
  if (/^20\d{2}$/.test(year)) return year;
  throw new MachineTrouble('usage/value', { option: '--year', value: year, allowed: '2000–2099' });
}

/** The text of the new table. What is wrong with last year's YAML stands in the way. */
function drawUp(draft: Draft, folder: string, { cwd, from }: NewOptions) {
  const texts = new Map<string, string>();
  if (from === undefined) {
    return { value: writeSkeleton({ ...draft, ...readHabits(cwd, folder) }), diagnostics: [], texts };
  }
  const read = readSourceIfAny(cwd, from);
  if (read === null) throw new MachineTrouble('sources/no-such-path', { path: from });
  const { value: source } = read;
  if (source === null) return { value: null, diagnostics: read.diagnostics, texts };
  texts.set(source.file, source.text);
  const { value: parsed, diagnostics } = parse(source);
  return { value: parsed === null ? null : carryOver(parsed, draft), diagnostics, texts };
}

/** The year's tree of indicators, and how its other tables call the 二级指标 of 满意度. */
function readHabits(cwd: string, folder: string): { tree: IndicatorTree; satisfaction: string } {
  const sources = listNames(folder)
    .filter((name) => isSourceName(name) && /\.yaml$/i.test(name))
    .flatMap((name) => readSourceIfAny(cwd, join(folder, name))?.value ?? [])
    .flatMap((source) => parse(source).value ?? []);
  const booklet = sources.find(({ source }) => source.stem === BOOKLET_STEM);
  const satisfaction = sources.flatMap((parsed) => satisfactionOf(parsed) ?? [])[0];
  return {
    tree: booklet === undefined ? '2015' : toBooklet(booklet).tree,
    satisfaction: satisfaction ?? '服务对象满意度指标',
  };
}

function satisfactionOf({ root }: ParsedSource): string | null {
  const group = root.getIn(['绩效指标', '满意度指标'], true);
  const key = isMap(group) ? group.items[0]?.key : null;
  return isScalar(key) && ALLOWED_SATISFACTION.test(String(key.value)) ? String(key.value) : null;
}

const ALLOWED_SATISFACTION = /^(?:服务对象|社会公众或服务对象)?满意度指标$/;

/** What the schema says of the two values that the command line gave. */
function judge(source: Source): Diagnostic[] {
  const { value: parsed } = parse(source);
  if (parsed === null) throw new Error(`the new table is no YAML:\n${source.text}`);
  const given = ['项目名称', '项目编码'].flatMap((key) => {
    const node = parsed.root.get(key, true);
    return isScalar(node) && node.value !== TO_FILL ? [spanOf(source.file, node)] : [];
  });
  const { projectSchema } = openWorkshop(join(PROGRAM_ROOT, 'templates'), false);
  return validate(parsed, projectSchema).filter(({ at }) =>
    given.some(({ start, end }) => at.start >= start && at.end <= end && at.end > 0),
  );
}

/** Names that the program's own outputs bear, and names that differ in case only, which Windows takes for one. */
function refusePlace(source: Source, folder: string): Diagnostic[] {
  const { file, stem } = source;
  const at = { file, start: 0, end: 0 };
  if (['booklet', 'index', 'manifest'].includes(stem.toLowerCase())) {
    return [diagnose('error', 'file/reserved', at, { stem })];
  }
  const wanted = `${stem}.yaml`.toLowerCase();
  const isThere = listNames(folder).some((name) => name.normalize('NFC').toLowerCase() === wanted);
  return isThere ? [exists(source)] : [];
}

function exists({ file }: Source): Diagnostic {
  return diagnose('error', 'new/exists', { file, start: 0, end: 0 });
}

/** With forward slashes on Windows, too; a schema on another drive is named in full. */
function schemaFrom(folder: string): string {
  return relative(folder, join(PROGRAM_ROOT, 'schema', 'project.schema.json'))
    .split(sep)
    .join('/');
}
