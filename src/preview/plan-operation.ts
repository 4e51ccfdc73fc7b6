import type { AnalysisTools } from '../check/analyze.ts';
import { createFinder, makeFixes } from '../check/fixes.ts';
import { isChangeable } from '../check/levels.ts';
import type { CompiledResults, CompiledYear } from '../compile.ts';
import { FIGURE_KEY, type Form, listGroups, TREE_KEY } from '../form/form.ts';
import { toLine } from '../form/text.ts';
import { TO_FILL } from '../form/to-fill.ts';
import { type Change, planChange } from '../format/edit/change.ts';
import type { Path } from '../format/edit/entry-lines.ts';
import { getAt, type Plain } from '../format/edit/plain-data.ts';
import { type Refusal, refuse } from '../format/edit/planned.ts';
import { newRowOf } from '../format/skeleton.ts';
import { type ParsedSource, parse } from '../read/parse.ts';
import { BOOKLET_STEM, type Source } from '../read/source.ts';
import type { Draft } from '../read/table.ts';
import type { Diagnostic, Edit, Message } from '../report/diagnostic.ts';
import { countLines } from '../report/lines.ts';
import { type CellName, findCellSource, findRow } from './cell-path.ts';
import type { FindingName, Operation } from './operations.ts';
import { findResultsCell } from './results-cell.ts';

/** What an operation works on. */
export interface OperationTarget {
  /** The year or office, or its folder of results, that the source is in; and the one that has the goals. */
  year: CompiledYear;
  goals: CompiledYear;
  /** The folders above it, from which it inherits. */
  above: readonly CompiledYear[];
  source: Source;
  /** Null for booklet.yaml, and for what cannot be read. */
  table: Draft | null;
  tools: AnalysisTools;
}

export interface PlannedOperation {
  /** To be made group after group. */
  groups: Edit[][];
  /** For the list of edits. */
  did: Message;
}

/** The edits of one file; 项目名称 together with the file's name is `rename-table.ts`. */
export function planOperation(
  target: OperationTarget,
  operation: Exclude<Operation, { kind: 'rename' }>,
): PlannedOperation | Refusal {
  if (operation.kind === 'fix') return planFix(target, operation.finding);
  if (operation.kind === 'fix-all') return planFixes(target, operation.code);
  const parsed = parseSource(target);
  if (parsed === null) return refuse('edit/unreadable');
  const planned =
    operation.kind === 'suppress'
      ? planSuppression(target, operation)
      : isResults(target.year)
        ? planResultsChange(parsed, target.table, operation)
        : planTableChange(parsed, target.table, target.year, operation);
  if ('refusal' in planned) return planned;
  const proven = planChange(parsed, planned.change);
  return 'refusal' in proven ? proven : { groups: [proven.edits], did: planned.did };
}

/** A change of the source, and how it is listed. */
type Planned = { change: Change; did: Message } | Refusal;

export function parseSource({ year, source, tools: { forms } }: OperationTarget): ParsedSource | null {
  const known = forms.find(year.booklet.form.name) ?? forms.first;
  return parse(source, source.stem === BOOKLET_STEM ? forms.first.words : known.words).value;
}

function planTableChange(
  parsed: ParsedSource,
  table: Draft | null,
  year: CompiledYear,
  operation: Exclude<Operation, { kind: 'rename' | 'fix' | 'fix-all' | 'suppress' }>,
): Planned {
  if (table === null) return refuse('edit/shape');
  if (operation.kind === 'add-group') {
    const { level1, level2 } = operation;
    if (!isGroup(table, level1, level2)) return refuse('edit/shape');
    return addRow(parsed, table.form, [TREE_KEY, level1, level2], null, {
      code: 'edit/did-add-group',
      args: { where: level2 },
    });
  }
  const { cell } = operation;
  if (operation.kind === 'set') return setText(parsed, table, { ...operation, year });
  const row = findRowOf(parsed, table, cell);
  const where = nameOf(table, cell);
  const did = { code: DID[operation.kind], args: { where } };
  if (operation.kind === 'add-row' && row === null) {
    const empty = table.indicators[cell.row ?? -1];
    return empty
      ? addRow(parsed, table.form, [TREE_KEY, empty.level1, empty.level2], null, did)
      : refuse('edit/shape');
  }
  const index = row?.at(-1);
  if (row === null || typeof index !== 'number') return refuse('edit/shape');
  const list = row.slice(0, -1);
  switch (operation.kind) {
    case 'add-row':
      return addRow(parsed, table.form, list, index + 1, did);
    case 'duplicate-row': {
      const value = getAt(parsed.data as Plain, row) ?? '';
      return { change: { kind: 'insert-row', list, index: index + 1, row: value }, did };
    }
    case 'remove-row':
      return { change: { kind: 'remove-row', row }, did };
    case 'move-row': {
      const { level1, level2, index: place } = operation;
      if (cell.row === null || !isGroup(table, level1, level2)) return refuse('edit/shape');
      return { change: { kind: 'move-row', row, list: [TREE_KEY, level1, level2], index: place }, did };
    }
  }
}

/** Of results what is written can be changed; their rows are those of the goals. */
function planResultsChange(parsed: ParsedSource, table: Draft | null, operation: Operation): Planned {
  if (table === null || operation.kind !== 'set') return refuse('edit/shape');
  const { cell } = operation;
  const found = findResultsCell(parsed, table, cell);
  if (found === null) return refuse('edit/shape');
  const text = toTyped(operation.text);
  if (text === '') return refuse('edit/required', { key: cell.field });
  return { change: { kind: 'set', path: found.path, text }, did: didSet(table, cell, found.text, text) };
}

const DID = {
  'add-row': 'edit/did-add-row',
  'duplicate-row': 'edit/did-duplicate-row',
  'remove-row': 'edit/did-remove-row',
  'move-row': 'edit/did-move-row',
} as const;

function setText(
  parsed: ParsedSource,
  table: Draft,
  { cell, text: typed, key, year }: Extract<Operation, { kind: 'set' }> & { year: CompiledYear },
): Planned {
  const text = toTyped(typed);
  const found = findCellSource(parsed, table, cell);
  const empty = table.indicators[cell.row ?? -1];
  if (found === null) {
    // The one row of a group that has none: what is typed begins it.
    if (empty === undefined || findRow(parsed, empty) !== null) return refuse('edit/shape');
    const group = year.booklet.form.level1s.get(empty.level1)?.level2s.get(empty.level2);
    const row = { ...(group ? newRowOf(table.form, group) : {}), [key ?? cell.field]: text };
    const list = [TREE_KEY, empty.level1, empty.level2];
    return { change: { kind: 'insert-row', list, index: 0, row }, did: didSet(table, cell, '', text) };
  }
  const field = table.form.rowFields.find((known) => known.key === cell.field);
  if (text === '' && found.isRequired) return refuse('edit/required', { key: field?.label ?? cell.field });
  const path = found.path;
  const isTarget = cell.row !== null && cell.field === FIGURE_KEY;
  return {
    change: { kind: 'set', path, text, ...(isTarget && key !== null ? { key } : {}) },
    did: didSet(table, cell, found.text, text),
  };
}

/** Without the blanks that end lines, and with line ends as sources are read with. */
function toTyped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?<![ \t\u3000])[ \t\u3000]+$/gm, '')
    .trim();
}

function didSet(table: Draft, cell: CellName, before: string, after: string): Message {
  const shown = (words: string) => toLine(words) || '（空）';
  return {
    code: 'edit/did-set',
    args: { where: nameOf(table, cell), before: shown(before), after: shown(after) },
  };
}

/** `index` null: behind the last row that is there. */
function addRow(parsed: ParsedSource, form: Form, list: Path, index: number | null, did: Message): Planned {
  const rows = getAt(parsed.data as Plain, list);
  const place = index ?? (Array.isArray(rows) ? rows.length : 0);
  return { change: { kind: 'insert-row', list, index: place, row: blankRow(form, list) }, did };
}

function blankRow(form: Form, list: Path): Record<string, string> {
  const [first, level1 = '', level2 = ''] = list.map(String);
  if (first !== TREE_KEY) {
    const parts = form.fields.find(({ key }) => key === first)?.block?.parts ?? [];
    return Object.fromEntries(parts.filter(({ isOptional }) => !isOptional).map(({ key }) => [key, TO_FILL]));
  }
  const group = form.level1s.get(level1)?.level2s.get(level2);
  return newRowOf(form, group ?? NO_GROUP);
}

/** What a row of a group begins with of which the form says nothing. */
const NO_GROUP = { starter: null, newRow: null } as const;

function isGroup({ form, indicators }: Draft, level1: string, level2: string): boolean {
  return (
    listGroups(form).some(([first, second]) => first === level1 && second === level2) ||
    indicators.some((row) => row.level1 === level1 && row.level2 === level2)
  );
}

/** The row that a cell is in: of the indicators, or of a list above them. */
function findRowOf(parsed: ParsedSource, table: Draft, cell: CellName): Path | null {
  const indicator = table.indicators[cell.row ?? -1];
  if (indicator !== undefined) return findRow(parsed, indicator);
  const path = findCellSource(parsed, table, cell)?.path.slice(0, -1) ?? [];
  return typeof path.at(-1) === 'number' ? path : null;
}

/** How the list of edits calls a cell: `培训次数·指标值`, `绩效目标`. */
function nameOf({ indicators }: Draft, { row, field }: CellName): string {
  const name = toLine(indicators[row ?? -1]?.name.text ?? '').slice(0, 20);
  return name === '' ? field : `${name}·${field}`;
}

function planSuppression(
  target: OperationTarget,
  { finding, reason }: Extract<Operation, { kind: 'suppress' }>,
): Planned {
  const found = findDiagnostic(target, finding);
  if (found === null) return refuse('edit/finding-gone');
  const { code, at } = found;
  if (!isChangeable(code)) return refuse('edit/not-suppressible');
  return {
    change: { kind: 'suppress', at: at.start, code, reason },
    did: { code: 'edit/did-suppress', args: { code, reason } },
  };
}

function planFix(target: OperationTarget, finding: FindingName): PlannedOperation | Refusal {
  const found = findDiagnostic(target, finding);
  if (found?.fix === undefined) return refuse('edit/finding-gone');
  return { groups: [found.fix.edits], did: { code: 'edit/did-fix', args: { code: found.code } } };
}

function planFixes(
  { year, goals, above, source, tools }: OperationTarget,
  code: string,
): PlannedOperation | Refusal {
  const find = (stem: string) => goals.sources.find((own) => own.stem === stem);
  const table = find(source.stem);
  const results = isResults(year)
    ? [{ ...year.place, folder: year.folder, sources: [source], diagnostics: [] }]
    : [];
  const alone = {
    ...{ year: goals.year, path: goals.path, folder: goals.folder, booklet: find(BOOKLET_STEM) ?? null },
    tables: table === undefined || table.stem === BOOKLET_STEM ? [] : [table],
    ...{ results, diagnostics: [] },
  };
  const folders = above.map(({ year, path, folder, sources }) => ({
    ...{ year, path, folder, tables: [], results: [], diagnostics: [] },
    booklet: sources.find(({ stem }) => stem === BOOKLET_STEM) ?? null,
  }));
  const [fixed] = makeFixes(
    [...folders, alone],
    createFinder(tools),
    (finding) => finding.at.file === source.file && finding.code === code,
  );
  if (fixed === undefined) return refuse('edit/finding-gone');
  const args = { code, count: String(fixed.made.length) };
  return { groups: fixed.groups, did: { code: 'edit/did-fix-all', args } };
}

export function isResults(year: CompiledYear): year is CompiledResults {
  return 'place' in year;
}

function findDiagnostic(
  { year, source }: OperationTarget,
  { code, line, column }: FindingName,
): Diagnostic | null {
  const lines = countLines(source.text);
  const isThere = ({ start }: Diagnostic['at']) => {
    const place = lines.linePos(start);
    return place.line === line && place.col === column;
  };
  const own = year.diagnostics.filter((one) => one.at.file === source.file && one.code === code);
  return own.find(({ at }) => isThere(at)) ?? null;
}
