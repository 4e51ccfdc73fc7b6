import { dirname, join, resolve } from 'node:path';
import { isMap, isScalar } from 'yaml';
import { type Form, TREE_KEY, treeOf } from '../form/form.ts';
import { toLine } from '../form/text.ts';
import { TO_FILL } from '../form/to-fill.ts';
import { carryOver } from '../format/carry-over.ts';
import { writeSkeleton } from '../format/skeleton.ts';
import { defaultBooklet, findFormOf, readBookletOf } from '../read/booklet.ts';
import type { Forms, KnownForm } from '../read/forms.ts';
import { type ParsedSource, parse, spanOf } from '../read/parse.ts';
import { RESULTS_FOLDERS } from '../read/results-place.ts';
import { BOOKLET_STEM, DEPARTMENT_STEM, isSourceName, type Source, stemOf } from '../read/source.ts';
import { listSuppressions } from '../read/suppressions.ts';
import { validate } from '../read/validate.ts';
import { type Diagnostic, diagnose, type Message } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { findTable, kindOf } from '../workspace/find-table.ts';
import { makeFolder } from '../workspace/folder.ts';
import { writeNew } from '../workspace/new-file.ts';
import { refuseLink, showPath } from '../workspace/show-path.ts';
import { listNames, readSourceIfAny } from '../workspace/year-folder.ts';
import { openForms } from './context.ts';
import { writeCodeowners } from './new-codeowners.ts';
import {
  chooseYear,
  exists,
  formOfFolder,
  type New,
  type NewOptions,
  readBooklets,
  refused,
  refusePlace,
  schemaFrom,
  splitOffice,
  wrote,
} from './new-draft.ts';
import { writeExample } from './new-example.ts';
import { writeNewResults } from './new-results.ts';
import { writeNewYear } from './new-year.ts';

/** Writes a new table, last year's for the new year, a whole year, or who reviews which folder. A file that is there is never touched. Throws EnvironmentError. */
export async function writeNewTable(options: NewOptions): Promise<New> {
  const { cwd, projects, fromYear } = options;
  if (options.codeowners) return writeCodeowners(options);
  if (fromYear !== undefined) return writeNewYear(options, fromYear);
  if (options.example) return writeExample(options);
  const kind = RESULTS_FOLDERS.get(options.form ?? '');
  if (kind !== undefined) return writeNewResults(options, kind);
  if (options.month !== undefined) throw new EnvironmentError('new/month-alone');
  const isDepartment = options.form === '整体';
  const name = isDepartment ? DEPARTMENT_STEM : chooseName(options).normalize('NFC');
  const year = chooseYear(options);
  const office = splitOffice(options.into ?? '', { projects, year });
  const folder = options.folder ?? join(resolve(cwd, projects), year, ...office);
  if (office.length > 0 && kindOf(cwd, join(folder, `${BOOKLET_STEM}.yaml`)) !== 'file')
    throw new EnvironmentError('new/into-alone', { folder: showPath(cwd, folder) });
  const path = join(folder, `${name}.yaml`);
  const file = showPath(cwd, path);
  if (name === BOOKLET_STEM)
    return refused([diagnose('error', 'file/reserved', { file, start: 0, end: 0 }, { stem: name })]);
  refuseLink(cwd, folder);
  const forms = openForms(cwd, options.templates);
  const { value, suppressions, diagnostics, texts } = drawUp(name, folder, path, forms, options);
  if (value === null) return refused(diagnostics, texts);
  const source: Source = { file, stem: name, text: value };
  const faults = validateGiven(source, formOfFolder(options, folder, name, forms));
  if (faults.length > 0) return refused(faults, new Map([[file, value]]));
  const inTheWay = refusePlace(source, folder);
  if (inTheWay.length > 0) return refused(inTheWay);
  makeFolder(folder);
  if (!writeNew(path, value)) return refused([exists(file)]);
  const left: Message = { code: 'new/suppressions-left', args: { count: String(suppressions) } };
  const messages: Message[] = [
    ...(suppressions === 0 ? [] : [left]),
    { code: 'new/written', args: { file } },
  ];
  return wrote(file, [file], messages);
}

/** Without a name, last year's. People write the file's name, too. */
function chooseName({ names: [name, ...more], from }: NewOptions): string {
  if (more.length > 0) throw new EnvironmentError('new/several-names', { names: [name, ...more].join(' ') });
  if (name === undefined && from === undefined) throw new EnvironmentError('new/no-name');
  return name?.replace(/\.ya?ml$/i, '') ?? stemOf((from ?? '').replaceAll('\\', '/'));
}

/** The text of the new table. What is wrong with last year's YAML is in the way. */
function drawUp(name: string, folder: string, path: string, forms: Forms, options: NewOptions) {
  const { cwd, from } = options;
  const { form, unit, tree, habits } = readHabits(options, folder, name, forms);
  if (options.code !== undefined && !form.fields.some(({ type }) => type === 'code'))
    throw new EnvironmentError('new/no-code', { form: form.name });
  const given = form.kind === 'department' ? (options.names[0] ?? null) : name;
  const draft = { form, name: given, code: options.code ?? null, schema: schemaFrom(folder, form, options) };
  const texts = new Map<string, string>();
  if (from === undefined) {
    const value = writeSkeleton({ ...draft, name: given ?? (unit || TO_FILL), tree, habits });
    return { value, suppressions: 0, diagnostics: [], texts };
  }
  const old = locateTable(from, path, options);
  const read = readSourceIfAny(cwd, old);
  if (read === null) throw new EnvironmentError('sources/no-such-path', { path: from });
  const { value: source } = read;
  if (source === null) return { value: null, suppressions: 0, diagnostics: read.diagnostics, texts };
  texts.set(source.file, source.text);
  const { words } = formOfFolder(options, dirname(resolve(cwd, old)), source.stem, forms);
  const { value: parsed, diagnostics } = parse(source, words);
  if (parsed === null) return { value: null, suppressions: 0, diagnostics, texts };
  if (!parsed.root.has(TREE_KEY)) throw new EnvironmentError('new/from-no-table', { path: source.file });
  return {
    value: carryOver(parsed, draft),
    suppressions: listSuppressions(parsed).length,
    diagnostics,
    texts,
  };
}

/** The file that `--from` means: a path, a path without its ending, or a project's name. */
function locateTable(from: string, except: string, { cwd, projects }: NewOptions): string {
  const kind = kindOf(cwd, from);
  if (kind === 'folder') {
    const year = /(?:^|[/\\])(20\d{2})[/\\]*$/.exec(from)?.[1];
    if (year === undefined) throw new EnvironmentError('new/from-folder', { path: from });
    const next = String(Number(year) + 1);
    throw new EnvironmentError('new/from-folder#year', { path: from, year, next });
  }
  if (kind !== null) return from;
  if (kindOf(cwd, `${from}.yaml`) === 'file') return `${from}.yaml`;
  const isPath = /[/\\]|\.ya?ml$/i.test(from);
  return isPath ? from : findTable(cwd, projects, from, except);
}

/** The year's form and tree of indicators, and how its other tables call what has several names. */
function readHabits(options: NewOptions, folder: string, name: string, forms: Forms) {
  const { first } = forms;
  const sources = listNames(folder)
    .filter((name) => isSourceName(name) && /\.yaml$/i.test(name))
    .flatMap((name) => readSourceIfAny(options.cwd, join(folder, name))?.value ?? [])
    .flatMap((source) => parse(source, first.words).value ?? []);
  const booklet = readBookletOf(readBooklets(options, folder), forms) ?? defaultBooklet('', first.form);
  const { unit, tree } = booklet;
  const { form } = findFormOf(name, booklet, forms);
  const tables = sources.filter(({ source }) => source.stem !== BOOKLET_STEM);
  const habits = new Map<string, string>();
  for (const [level1] of treeOf(form, tree)) {
    const name = tables.flatMap((table) => satisfactionOf(table, form, level1) ?? [])[0];
    if (name !== undefined) habits.set(level1, name);
  }
  return { form, unit: toLine(unit), tree, habits };
}

/** The 二级指标 of a table under which it says how content people are: offices have different names for the one. */
function satisfactionOf({ root }: ParsedSource, { level1s }: Form, level1: string): string | null {
  const group = root.getIn([TREE_KEY, level1], true);
  const key = isMap(group) ? group.items[0]?.key : null;
  const name = isScalar(key) ? String(key.value) : '';
  return level1s.get(level1)?.level2s.get(name)?.kind === 'satisfaction' ? name : null;
}

/** What the schema says of the two values that the command line gave. */
function validateGiven(source: Source, { form, words, validate: schema }: KnownForm): Diagnostic[] {
  const { value: parsed } = parse(source, words);
  if (parsed === null) throw new Error(`the new table is no YAML:\n${source.text}`);
  const given = form.fields.flatMap(({ key, type }) => {
    const node = type === 'name' || type === 'code' ? parsed.root.get(key, true) : null;
    return isScalar(node) && node.value !== TO_FILL ? [spanOf(source.file, node)] : [];
  });
  return validate(parsed, schema()).filter(({ at }) =>
    given.some(({ start, end }) => at.start >= start && at.end <= end && at.end > 0),
  );
}
