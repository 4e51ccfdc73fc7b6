import { join, resolve } from 'node:path';
import { type BrowserChoice, findBrowser } from '../browser/browser.ts';
import { createWarmBrowser, type WarmBrowser } from '../browser/warm.ts';
import { type Checked, type CheckedOnce, type CheckOptions, type CompiledYear, unitsOf } from '../compile.ts';
import { toDraftDocument } from '../document/document.ts';
import type { Templates } from '../document/templates.ts';
import { listPrintInputs, printIdentity } from '../print/fingerprint.ts';
import { LONGEST_REQUEST } from '../print/print-all.ts';
import { BOOKLET_STEM, findAbove } from '../read/source.ts';
import type { Message } from '../report/diagnostic.ts';
import { makeFolder, readTextIfAny, writeWholeSync } from '../workspace/folder.ts';
import { parseManifest } from '../workspace/manifest.ts';
import { hasOutputs } from '../workspace/printed-body.ts';
import { findRoot } from '../workspace/root.ts';
import { listYears } from '../workspace/year-folder.ts';
import { compileOnce, readShard } from './compile-sources.ts';
import { type Printed, type PrintYearsOptions, printYears, type WantedYear } from './print-years.ts';
import { reportHeld } from './report-held.ts';
import { formatShardRecord, hashSources, SHARD_FILE, type ShardRecord } from './shard-record.ts';

export interface BuildOptions
  extends CheckOptions,
    Omit<PrintYearsOptions, 'templates' | 'root' | 'useBrowser' | 'onFresh'> {
  /** Also prints what has errors and can be read, marked 草稿, into a folder of its own. */
  draft?: boolean | undefined;
}

export interface Built extends CheckedOnce, Printed {
  /** What was printed marked 草稿; null when that was not asked for. */
  drafts: Printed | null;
  /** What was not printed, and what that means for what is in `out`. */
  messages: Message[];
}

/** Below `out`: unfinished tables, with a manifest of their own. */
export const DRAFT_FOLDER = '草稿';

/**
 * Checks, then prints what changed. A table with an error keeps its last outputs, and so does a booklet that holds one. Throws
 * EnvironmentError, or the signal's reason when it was interrupted; what was finished until then stays and is known to the next
 * build.
 */
export async function build(options: BuildOptions): Promise<Built> {
  let isRepaired = false;
  const onProgress: BuildOptions['onProgress'] = (progress) => {
    if (progress.step === 'unpack') isRepaired ||= progress.isRepair;
    options.onProgress(progress);
  };
  const watched = { ...options, onProgress };
  const warm = createWarmBrowser();
  try {
    const isEarly = isCold(options);
    if (isEarly) await begin(warm, watched);
    const built = await checkAndPrint(watched, isEarly ? warm.useBrowser : undefined);
    const repaired: Message[] = isRepaired ? [{ code: 'browser/repaired', args: {} }] : [];
    return Object.assign(built, { messages: [...repaired, ...built.messages] });
  } finally {
    await warm.close();
  }
}

/** Whether everything will be printed: the manifest knows no output. Errors are met again, and reported, later. */
function isCold({ cwd, projects, out, force }: BuildOptions): boolean {
  try {
    const { files } = parseManifest(readTextIfAny(join(resolve(cwd, out), 'manifest.json')));
    return (force || files.size === 0) && listYears(cwd, projects).length > 0;
  } catch {
    return false;
  }
}

/** The browser comes up while the sources are compiled. One that is not found is reported when something is to be printed. */
async function begin(warm: WarmBrowser, options: BuildOptions): Promise<void> {
  const { browser: executablePath, env, signal, onProgress } = options;
  let choice: BrowserChoice;
  try {
    choice = findBrowser({ executablePath, env });
  } catch {
    return;
  }
  const onUnpack = (isRepair: boolean) => onProgress({ step: 'unpack', isRepair });
  await warm.begin(choice, { env, signal, onUnpack, protocolTimeout: LONGEST_REQUEST });
}

async function checkAndPrint(
  options: BuildOptions,
  useBrowser: WarmBrowser['useBrowser'] | undefined,
): Promise<Built> {
  const { draft = false, also = [] } = options;
  const isShard = options.shard !== undefined;
  const sources = new Map<string, string>();
  const checked = compileOnce(options, { drafts: draft, also }, (office) => {
    if (isShard) for (const [place, hash] of hashSources(office)) sources.set(place, hash);
  });
  const { years, selection, whole } = checked;
  const { templates } = checked.context;
  const isAskedFor = ({ file }: { file: string }) => selection === null || selection.has(file);
  const out = resolve(options.cwd, options.out);
  const root = rootOf(checked, options);
  const print = (wanted: readonly WantedYear[], folder: string) =>
    printYears(wanted, isGone(checked, options.year), {
      ...options,
      templates,
      out: folder,
      root,
      useBrowser,
    });
  const units = years.flatMap(unitsOf);
  const wanted = units.flatMap((year) =>
    whole.has(year.folder)
      ? wantYear(year)
      : wantTables(year, ({ listed }) => isAskedFor(listed), isShard && year.toIndex !== null),
  );
  const printed = await print(wanted, out);
  if (options.shard !== undefined)
    recordShard(options.shard, printed, sources, { ...options, out, templates });
  const drafts = options.draft
    ? await print(
        units.map((year) => wantDrafts(year, whole.has(year.folder), isAskedFor)),
        join(out, DRAFT_FOLDER),
      )
    : null;
  const manifest = parseManifest(readTextIfAny(join(out, 'manifest.json')));
  const messages = units.flatMap((year) =>
    reportHeld(year, {
      tables: year.held.filter(isAskedFor),
      isWhole: whole.has(year.folder),
      isDrafted: drafts !== null,
      has: (stem) => hasOutputs(`${year.path}/${stem}`, out, manifest),
    }),
  );
  return Object.assign(checked, printed, { drafts, messages });
}

/** Writes what a shard made beside it, for `merge`. */
function recordShard(
  shard: string,
  { printed, unchanged }: Printed,
  sources: ShardRecord['sources'],
  {
    out,
    templates,
    browser,
    env,
    epoch,
    also = [],
  }: Omit<BuildOptions, 'templates'> & { templates: Templates },
): void {
  const manifest = parseManifest(readTextIfAny(join(out, 'manifest.json')));
  const paths = [...printed, ...unchanged].flatMap((path) => [path, path.replace(/\.pdf$/, '.html')]);
  const files = new Map(
    paths.flatMap((path) => {
      const entry = manifest.files.get(path);
      return entry === undefined ? [] : [[path, entry] as const];
    }),
  );
  const choice = files.size === 0 ? null : findBrowser({ executablePath: browser, env });
  const record = {
    ...readShard(shard),
    identity: choice === null ? '' : printIdentity(listPrintInputs(choice.identity, templates)),
    browser: choice === null ? '' : manifest.browser,
    epoch,
    also: [...also].sort(),
    sources,
    files,
  };
  makeFolder(out);
  writeWholeSync(join(out, SHARD_FILE), formatShardRecord(record));
}

/** The folder of the years. Throws EnvironmentError `out/two-roots`. */
export function rootOf(
  { years }: Pick<Checked, 'years'>,
  { cwd, projects }: Pick<CheckOptions, 'cwd' | 'projects'>,
): string {
  return findRoot(
    cwd,
    years.filter(({ path }) => !path.includes('/')).map(({ folder }) => folder),
    projects,
  );
}

/** All of a year, the booklet, the longest, first. Of a year whose booklet.yaml is wrong nothing is touched. */
export function wantYear(year: CompiledYear): WantedYear[] {
  const { tables, held, bind, isBookletSound, toIndex } = year;
  if (!isBookletSound) return [];
  const documents = [...(bind === null ? [] : [bind()]), ...tables.map(({ document }) => document)];
  const stems = held.map(({ stem }) => stem);
  // Where no table is left, no volume is to come.
  const volume = hasTable(year) ? [BOOKLET_STEM] : [];
  return [
    {
      year,
      documents,
      isWhole: true,
      held: new Set([...volume, ...stems]),
      toIndex,
      indexFollows: toIndex !== null,
    },
  ];
}

function hasTable({ tables, held, offices }: CompiledYear): boolean {
  return tables.length + held.length > 0 || offices.some(hasTable);
}

/** Some of a year's tables, and nothing else of it; `indexFollows`: the rest is soon asked for. */
export function wantTables(
  year: CompiledYear,
  isWanted: (table: CompiledYear['tables'][number]) => boolean,
  indexFollows = false,
): WantedYear[] {
  const documents = year.tables.filter(isWanted).map(({ document }) => document);
  if (documents.length === 0) return [];
  return [{ year, documents, isWhole: false, held: new Set(), toIndex: null, indexFollows }];
}

function wantDrafts(
  year: CompiledYear,
  isWhole: boolean,
  isAskedFor: (table: { file: string }) => boolean,
): WantedYear {
  const asked = year.drafts.filter(({ listed }) => isAskedFor(listed));
  const documents = asked.map(({ toDocument }) => toDraftDocument(toDocument()));
  return { year, documents, isWhole, held: new Set(), toIndex: null, indexFollows: false };
}

/** Folders that are no year or office any more: of all, when all were asked for, else of those below one that was. */
export function isGone(
  { years, selection, whole }: Pick<Checked, 'years' | 'selection' | 'whole'>,
  onlyYear: string | undefined,
): (folder: string) => boolean {
  const present = new Map(years.flatMap(unitsOf).map((year) => [year.path, year]));
  const isAll = selection === null && onlyYear === undefined;
  return (folder) => {
    const above = findAbove(folder, present);
    const isBelowWhole = above !== null && whole.has(above.folder);
    return !present.has(folder) && (isBelowWhole || isAll);
  };
}
