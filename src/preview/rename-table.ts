import { resolve } from 'node:path';
import { toLine } from '../form/text.ts';
import { planChange } from '../format/edit/change.ts';
import { type Refusal, refuse } from '../format/edit/planned.ts';
import { rewriteValue } from '../read/edit.ts';
import { BOOKLET_STEM } from '../read/source.ts';
import type { Edit, Message } from '../report/diagnostic.ts';
import { renameSource } from '../workspace/rename-source.ts';
import { editSourceFile } from '../workspace/source-file.ts';
import { isResults, type OperationTarget, parseSource } from './plan-operation.ts';

/** What a table is called: its file without ending, and its 项目名称. */
export interface TableName {
  stem: string;
  name: string;
}

export interface Renaming {
  from: TableName;
  to: TableName;
  /** Of its own file. */
  groups: Edit[][];
}

export function nameOf({ source, table }: OperationTarget): TableName {
  return { stem: source.stem, name: toLine(table?.name.text ?? '') };
}

/** Another name for file and 项目名称 together. */
export function planRename(
  target: OperationTarget,
  name: string,
  { refuseName }: { refuseName(file: string, name: string): Message | null },
): (Renaming & { did: Message }) | Refusal {
  const { source, table } = target;
  const key = table?.form.fields.find(({ role }) => role === 'name')?.key;
  const parsed = parseSource(target);
  const isOther = source.stem === BOOKLET_STEM || isResults(target.year);
  if (key === undefined || parsed === null || isOther) return refuse('edit/shape');
  if (name === '') return refuse('edit/required', { key });
  if (/[\p{Cc}/\\]/u.test(name) || name.startsWith('.')) return refuse('edit/name');
  const from = nameOf(target);
  const refusal = name === from.stem ? null : refuseName(source.file, name);
  if (refusal !== null) return { refusal };
  const planned = planChange(parsed, { kind: 'set', path: [key], text: name });
  if ('refusal' in planned) return planned;
  const groups = planned.edits.length === 0 ? [] : [planned.edits];
  const did: Message = { code: 'edit/did-rename', args: { before: from.name || from.stem, after: name } };
  return { from, to: { stem: name, name }, groups, did };
}

/** Its results are renamed with it, and its name in the 顺序 of booklet.yaml. False when its file says something else by now. Throws EnvironmentError `out/…`. */
export function renameTable(
  { year, goals, source }: OperationTarget,
  { from, to, groups }: Renaming,
  cwd: string,
): boolean {
  const path = (file: string) => resolve(cwd, file);
  if (!renameSource(path(source.file), path(pathOfStem(source.file, to.stem)), source.text, groups))
    return false;
  for (const result of goals.results.flatMap(({ sources }) => sources)) {
    if (result.stem === from.stem)
      renameSource(path(result.file), path(pathOfStem(result.file, to.stem)), result.text, []);
  }
  const booklet = year.sources.find(({ stem }) => stem === BOOKLET_STEM);
  const listed = year.booklet.order.filter(({ text }) => toLine(text) === from.name);
  if (booklet === undefined || listed.length === 0) return true;
  const edits = listed.map((located) => rewriteValue(booklet.text, located, to.name));
  editSourceFile(path(booklet.file), booklet.text, [edits])?.write();
  return true;
}

export function pathOfStem(file: string, stem: string): string {
  return `${file.slice(0, file.lastIndexOf('/') + 1)}${stem}.yaml`;
}
