import { type ImportedFile, type ImportedTable, importFiles } from '../commands/import.ts';
import { type Language, word } from '../messages/wording.ts';
import type { Note } from '../read/rows/source-row.ts';
import { escapeControlsInLine, formatEscapedJson } from '../util/escape-controls.ts';
import { defineCommand, EXIT } from './command.ts';
import { say, sayNote, toReview } from './import-json.ts';
import { interruption } from './interruption.ts';
import { printMessages } from './print-report.ts';
import { paint, printText } from './terminal.ts';

export const command = defineCommand('import', async ({ values, paths, language }) => {
  const { 'dry-run': dryRun, ...options } = values;
  const imported = await importFiles({
    ...options,
    dryRun,
    cwd: process.cwd(),
    files: paths,
    env: process.env,
    signal: interruption(),
  });
  const { files, messages } = imported;
  const tables = files.flatMap((file) => file.tables);
  const count = (kind: Note['kind']) =>
    tables.reduce((sum, { notes }) => sum + notes.filter((note) => note.kind === kind).length, 0);
  const summary = {
    files: files.length,
    failed: files.filter(({ trouble }) => trouble !== null).length,
    tables: tables.length,
    written: tables.filter(({ isWritten }) => isWritten).length,
    // Of a file that could not be written nothing counts.
    rows: tables.reduce((sum, { rows, isWritten }) => sum + (isWritten || dryRun ? rows.length : 0), 0),
    repaired: count('repaired'),
    doubtful: count('doubtful'),
  };
  if (values.format === 'json') {
    const list = files.map((file) => toReview(file, language));
    process.stdout.write(formatEscapedJson({ folder: imported.folder, files: list, summary }));
  } else {
    for (const file of files) printText(describe(file, values.verbose, values.quiet, language));
    const args = Object.fromEntries(Object.entries(summary).map(([key, value]) => [key, String(value)]));
    const code = dryRun ? 'import/done#dry' : summary.written === 0 ? 'import/done#none' : 'import/done';
    printMessages([...messages, { code, args: { ...args, folder: imported.folder } }], values, language);
  }
  return summary.failed > 0 ? EXIT.errors : EXIT.clean;
});

function describe(file: ImportedFile, verbose: boolean, quiet: boolean, language: Language): string {
  const name = escapeControlsInLine(file.file);
  const lines: string[] = [];
  if (file.trouble !== null) {
    const { text, hint } = word(file.trouble.code, file.trouble.args, language);
    lines.push(`${paint('red', '✗')} ${name} ${escapeControlsInLine(text)}`);
    if (hint !== undefined) lines.push(`  → ${hint}`);
  }
  if (quiet) return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
  for (const note of file.notes)
    lines.push(`${paint('yellow', '–')} ${name} ${escapeControlsInLine(say(note, language))}`);
  if (file.trouble === null)
    for (const table of file.tables) lines.push(...describeTable(file, table, verbose, language));
  return `${lines.join('\n')}\n`;
}

function describeTable(
  file: ImportedFile,
  table: ImportedTable,
  verbose: boolean,
  language: Language,
): string[] {
  const { path, rows, notes, isWritten } = table;
  const of = (kind: Note['kind']) => String(notes.filter((note) => note.kind === kind).length);
  const args = {
    ...{ path, from: file.file, place: say(table.table.place, language), rows: String(rows.length) },
    ...{ repaired: of('repaired'), doubtful: of('doubtful') },
  };
  const code = isWritten ? 'import/written' : 'import/drafted';
  const lines = [
    `${paint(isWritten ? 'green' : 'yellow', isWritten ? '✓' : '–')} ${escapeControlsInLine(say({ code, args }, language))}`,
  ];
  const ofRows = new Set(rows.flatMap((row) => row.notes));
  for (const note of notes.filter((one) => !ofRows.has(one))) lines.push(`    ${mark(note, language)}`);
  for (const { row, after, notes: own } of rows) {
    for (const note of own) lines.push(`    ${mark(note, language)}`);
    if (own.length === 0 && !verbose) continue;
    const [before, now] = [
      say({ code: 'import/before', args: {} }, language),
      say({ code: 'import/after', args: {} }, language),
    ];
    lines.push(`      ${before} ${showCells(row.before)}`, `      ${now} ${showCells(after)}`);
  }
  return lines;
}

function mark(note: Note, language: Language): string {
  const code = note.kind === 'repaired' ? 'import/repaired' : 'import/doubtful';
  return `${paint('yellow', say({ code, args: {} }, language))} ${escapeControlsInLine(sayNote(note, language))}`;
}

/** As much of each cell as lets two lines be compared. */
function showCells(cells: readonly string[]): string {
  const short = cells.map((cell) => (cell.length > 20 ? `${cell.slice(0, 19)}…` : cell));
  return escapeControlsInLine(short.join('｜').replaceAll('\n', ' '));
}
