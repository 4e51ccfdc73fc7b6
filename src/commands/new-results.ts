import { join, resolve } from 'node:path';
import { createAnalyzer } from '../check/analyze.ts';
import { writeResultsSkeleton } from '../format/results-skeleton.ts';
import type { MessageCode } from '../messages/wording.ts';
import { findResultsForm } from '../read/results-booklet.ts';
import { correctMonth, type ResultsKind } from '../read/results-place.ts';
import type { Message } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { listFirst } from '../util/list-first.ts';
import { readSources } from '../workspace/disk.ts';
import { makeFolder } from '../workspace/folder.ts';
import { writeNew } from '../workspace/new-file.ts';
import { refuseLink, showPath } from '../workspace/show-path.ts';
import { SHIPPED_TEMPLATES } from '../workspace/template-files.ts';
import { openContext } from './context.ts';
import { chooseYear, type New, type NewOptions, schemaFrom, splitOffice } from './new-draft.ts';

/**
 * Writes the results of each table of a year, of an office (`into`) or of the projects that are named, with 待填 in them. Files
 * that are there stay as they are. Throws EnvironmentError.
 */
export async function writeNewResults(options: NewOptions, kind: ResultsKind): Promise<New> {
  const { cwd, projects } = options;
  const steps = kind === 'evaluation' ? ['自评'] : ['监控', chooseMonth(options.month)];
  if (kind === 'evaluation' && options.month !== undefined) throw new EnvironmentError('new/month-alone');
  const year = chooseYear(options);
  const paths =
    options.into === undefined
      ? []
      : [join(projects, year, ...splitOffice(options.into, { projects, year }))];
  const { years, whole } = readSources({ cwd, projects, year, paths });
  const context = openContext(resolve(cwd, options.templates ?? SHIPPED_TEMPLATES), false);
  const analyze = createAnalyzer(context);
  const wanted = new Set(options.names.map((name) => name.replace(/\.ya?ml$/i, '').normalize('NFC')));
  const files: string[] = [];
  const kept: string[] = [];
  const unread: string[] = [];
  const analyzed = analyze(years);
  for (const [index, { booklet, tables, drafts, folder: shown }] of analyzed.entries()) {
    const sources = years[index];
    if (sources === undefined || !whole.has(shown)) continue;
    const { form } = findResultsForm(kind, booklet, context.forms.results());
    const folder = join(resolve(cwd, sources.folder), ...steps);
    const known = new Map([...tables, ...drafts].map(({ table }) => [table.stem, table]));
    for (const { stem, file } of sources.tables) {
      const goals = known.get(stem);
      const isWanted = options.names.length === 0 || wanted.has(stem);
      wanted.delete(stem);
      if (!isWanted || (goals?.form.kind === 'department' && options.names.length === 0)) continue;
      if (goals === undefined || goals.indicators.length === 0) {
        unread.push(file);
        continue;
      }
      const path = join(folder, `${stem}.yaml`);
      for (const length of steps.keys())
        refuseLink(cwd, join(resolve(cwd, sources.folder), ...steps.slice(0, length + 1)));
      makeFolder(folder);
      const text = writeResultsSkeleton(form, goals, schemaFrom(folder, form, options));
      (writeNew(path, text) ? files : kept).push(showPath(cwd, path));
    }
  }
  const [unknown] = wanted;
  if (unknown !== undefined) throw new EnvironmentError('new/results-unknown', { name: unknown, year });
  if (files.length + kept.length + unread.length === 0)
    throw new EnvironmentError('new/results-none', { year });
  return {
    written: files[0] ?? null,
    files,
    messages: toMessages({ files, kept, unread }),
    diagnostics: [],
    texts: new Map(),
  };
}

function chooseMonth(month: string | undefined): string {
  if (month === undefined) throw new EnvironmentError('new/no-month');
  const meant = correctMonth(month);
  if (meant === null)
    throw new EnvironmentError('usage/value', { option: '--month', value: month, allowed: '1月–12月' });
  return meant;
}

/** Files that are named. */
const MOST = 5;

function toMessages(lists: Record<'files' | 'kept' | 'unread', string[]>): Message[] {
  const sentence = (code: MessageCode, list: readonly string[]): Message[] => {
    const args = { count: String(list.length), files: listFirst(list, MOST) };
    return list.length === 0 ? [] : [{ code, args }];
  };
  return [
    ...sentence('new/results-unread', lists.unread),
    ...sentence('new/results-kept', lists.kept),
    ...sentence('new/results-written', lists.files),
  ];
}
