import { resolve } from 'node:path';
import { type Checked, type CompiledYear, unitsOf } from '../compile.ts';
import { type Language, word } from '../messages/wording.ts';
import type { Source } from '../read/source.ts';
import type { Edit, Message } from '../report/diagnostic.ts';
import { applyFix } from '../report/fix.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { removeSource } from '../workspace/rename-source.ts';
import { editSourceFile } from '../workspace/source-file.ts';
import { invertEdits, type LoggedEdit, revisionOf, type Undo } from './edit-log.ts';
import type { EditRequest } from './operations.ts';
import { type OperationTarget, planOperation } from './plan-operation.ts';
import { nameOf, pathOfStem, planRename, renameTable } from './rename-table.ts';

export interface EditorOptions {
  cwd: string;
  language: Language;
  /** What `new` does, in the folder of a year or an office as it is shown. */
  createTable(folder: string, name: string): Promise<{ file: string } | { refusal: Message }>;
  /** Why a table of this name cannot be in the folder of `file`; null when it can. */
  refuseName(file: string, name: string): Message | null;
  /** Reads everything again and shows it. */
  onWritten(): void;
}

/** What became of a request: an HTTP status, and what its page hears. */
export interface EditOutcome {
  status: 200 | 404 | 409 | 422;
  body: { text: string; hint?: string | undefined; stem?: string; revision?: string };
}

/** One line of the list of edits. */
export interface ListedEdit {
  id: number;
  time: string;
  year: string;
  stem: string;
  text: string;
  canUndo: boolean;
}

/** Edits sources for the page. */
export interface Editor {
  edit(year: string, stem: string, request: EditRequest): EditOutcome;
  undo(id: number): EditOutcome;
  create(year: string, name: string): Promise<EditOutcome>;
  /** Notes what was written without it, and shows it. */
  record(entries: Omit<LoggedEdit, 'id' | 'time'>[]): void;
  /** The last one first. */
  list(): ListedEdit[];
}

/** Edits that are remembered. */
const MOST_LOGGED = 200;

/** `look`: what the sources said when they were read last. */
export function createEditor(look: () => Checked, options: EditorOptions): Editor {
  const { cwd, language } = options;
  const log: LoggedEdit[] = [];
  let count = 0;

  const answer = (status: EditOutcome['status'], { code, args }: Message): EditOutcome => ({
    status,
    body: word(code, args, language),
  });
  const done = (stem: string, revision: string): EditOutcome => ({
    status: 200,
    body: { text: '', stem, revision },
  });
  const changed = (): EditOutcome => {
    options.onWritten();
    return answer(409, { code: 'edit/changed', args: {} });
  };
  const record: Editor['record'] = (entries) => {
    const time = new Date().toTimeString().slice(0, 5);
    for (const entry of entries) {
      count += 1;
      log.unshift({ id: count, time, ...entry });
    }
    log.length = Math.min(log.length, MOST_LOGGED);
    options.onWritten();
  };

  const edit: Editor['edit'] = (yearName, stem, { revision, operation }) => {
    const target = findTarget(look(), yearName, stem);
    if (target === null) return answer(404, { code: 'edit/gone', args: {} });
    const { source } = target;
    if (revisionOf(source.text) !== revision) return changed();
    const place = { year: yearName, stem };
    if (operation.kind === 'rename') {
      const planned = planRename(target, operation.name.trim(), options);
      if ('refusal' in planned) return answer(422, planned.refusal);
      if (!renameTable(target, planned, cwd)) return changed();
      const { to, groups, did } = planned;
      const back = { stem, name: planned.from.name, groups: invertEdits(source.text, groups) };
      const file = pathOfStem(source.file, to.stem);
      const text = applyAll(source.text, groups);
      const undo: Undo = { kind: 'rename', ...back };
      record([{ ...place, stem: to.stem, did, file, revision: revisionOf(text), undo }]);
      return done(to.stem, revisionOf(text));
    }
    const planned = planOperation(target, operation);
    if ('refusal' in planned) return answer(422, planned.refusal);
    const groups = planned.groups.filter((group) => group.length > 0);
    if (groups.length === 0) return done(stem, revision);
    if (!write(cwd, source, groups)) return changed();
    const text = applyAll(source.text, groups);
    const undo: Undo = { kind: 'edit', groups: invertEdits(source.text, groups) };
    record([{ ...place, did: planned.did, file: source.file, revision: revisionOf(text), undo }]);
    return done(stem, revisionOf(text));
  };

  const undo: Editor['undo'] = (id) => {
    const entry = log.find((one) => one.id === id);
    if (entry === undefined) return answer(404, { code: 'edit/gone', args: {} });
    const { year, stem, undo: back } = entry;
    const target = findTarget(look(), year, stem);
    if (target === null || revisionOf(target.source.text) !== entry.revision)
      return answer(409, { code: 'edit/not-undone', args: {} });
    const { source } = target;
    const isDone =
      back.kind === 'edit'
        ? write(cwd, source, back.groups)
        : back.kind === 'remove'
          ? removeSource(resolve(cwd, source.file), source.text)
          : renameTable(target, { from: nameOf(target), to: back, groups: back.groups }, cwd);
    if (!isDone) return changed();
    log.splice(log.indexOf(entry), 1);
    options.onWritten();
    const text = back.kind === 'remove' ? '' : applyAll(source.text, back.groups);
    return done(back.kind === 'rename' ? back.stem : stem, revisionOf(text));
  };

  const guard =
    <A extends unknown[]>(run: (...args: A) => EditOutcome) =>
    (...args: A): EditOutcome => {
      try {
        return run(...args);
      } catch (error) {
        if (error instanceof EnvironmentError) return answer(422, error);
        throw error;
      }
    };

  return {
    edit: guard(edit),
    undo: guard(undo),
    record,
    create: async (year, name) => {
      const unit = look().years.find(({ path }) => path === year);
      if (unit === undefined) return answer(404, { code: 'edit/gone', args: {} });
      const made = await options.createTable(unit.folder, name.trim());
      // What `new` advises is for its command line.
      if ('refusal' in made) return { status: 422, body: { text: answer(422, made.refusal).body.text } };
      options.onWritten();
      const source = look()
        .years.flatMap(({ sources }) => sources)
        .find(({ file }) => file === made.file);
      if (source === undefined) return answer(404, { code: 'edit/gone', args: {} });
      const did: Message = { code: 'edit/did-create', args: { name: source.stem } };
      const { file, stem, text } = source;
      record([{ year, stem, did, file, revision: revisionOf(text), undo: { kind: 'remove' } }]);
      return done(stem, revisionOf(text));
    },
    list: () => {
      const { texts } = look();
      const revisions = new Map<string, string>();
      const revisionNow = (file: string) => {
        const known = revisions.get(file) ?? revisionOf(texts.get(file) ?? '');
        revisions.set(file, known);
        return known;
      };
      return log.map(({ id, time, year, stem, did, file, revision }) => ({
        ...{ id, time, year, stem },
        text: word(did.code, did.args, language).text,
        canUndo: revisionNow(file) === revision,
      }));
    },
  };
}

function applyAll(text: string, groups: readonly (readonly Edit[])[]): string {
  return groups.reduce((made, edits) => applyFix(made, { edits: [...edits] }), text);
}

function write(cwd: string, { file, text }: Source, groups: readonly (readonly Edit[])[]): boolean {
  const edited = editSourceFile(resolve(cwd, file), text, groups);
  edited?.write();
  return edited !== null;
}

/** Null for what the list does not name. */
function findTarget({ years, context }: Checked, yearName: string, stem: string): OperationTarget | null {
  for (const goals of years) {
    const year = unitsOf(goals).find((unit) => unit.path === yearName);
    const source = year?.sources.find((candidate) => candidate.stem === stem);
    if (year !== undefined && source !== undefined) {
      const table = tableOf(year, stem);
      const above = years.filter(({ path }) => goals.path.startsWith(`${path}/`));
      return { year, goals, above, source, table, tools: context };
    }
  }
  return null;
}

function tableOf({ tables, drafts }: CompiledYear, stem: string) {
  return [...tables, ...drafts].find(({ table }) => table.stem === stem)?.table ?? null;
}
