import { resolve } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CheckOptions } from '../compile.ts';
import { LIMITS } from '../convert/import/grid.ts';
import type { Language } from '../messages/wording.ts';
import { createBackgroundPrinter } from '../preview/background-printer.ts';
import { createChangeFeed } from '../preview/change-feed.ts';
import { createEditor } from '../preview/editor.ts';
import { fillFile } from '../preview/editor-address.ts';
import { createFileReader } from '../preview/file-reader.ts';
import { createImporter } from '../preview/importer.ts';
import { type LastShown, toPreview } from '../preview/preview.ts';
import { openPreviewServer, type PreviewServer } from '../preview/preview-server.ts';
import type { Message } from '../report/diagnostic.ts';
import { createChecker } from './compile-sources.ts';
import { SCHEMA_FOLDER } from './context.ts';
import { createTable, refuseName } from './edit-tables.ts';
import { goRound, isSame, lookTillQuiet, type Round } from './round.ts';

export interface WatchOptions extends Omit<CheckOptions, 'paths'> {
  out: string;
  /** The browser to print with; otherwise it is looked for. */
  browser?: string | undefined;
  epoch: number | null;
  cores: number;
  language: Language;
  /** The first port to try. */
  port: number;
  /** Nothing can be edited from the preview. */
  readOnly: boolean;
  /** The address of a place in the reader's editor, with `{file}`, `{line}` and `{column}`. */
  editor: string;
  /** The file of the process that prints: see `createBackgroundPrinter`. */
  printingProgram: string;
  /** That of the process that reads files to be imported: see `createFileReader`. */
  importProgram: string;
  /** Ends the loop. */
  signal: AbortSignal;
  /** Called once, when the preview can be opened. */
  onAddress: (address: string) => void;
  /** Called when printing or watching begins to fail: the preview goes on without. */
  onTrouble: (trouble: Message) => void;
  /** What the printing did beside: no trouble. */
  onMessage: (message: Message) => void;
  /** Called after each round in which something was new. */
  onRound: (round: Round) => void;
}

/**
 * `check` in a loop: compile, show, wait for the next change; the printing follows by itself. Resolves when the signal says so.
 * Throws EnvironmentError when there is nothing to begin with, or no port.
 */
export async function watch(options: WatchOptions): Promise<void> {
  const { cwd, projects, templates, year, strict, browser, epoch, cores, language, signal } = options;
  const out = resolve(cwd, options.out);
  const request = { cwd, projects, templates, year, strict, paths: [] };
  const recheck = createChecker(request);
  let round: Round = { checked: recheck(), trouble: null };
  let server: PreviewServer | undefined;
  let lastReported = '';
  const reportOnce = ({ code, args }: Message) => {
    if (code !== lastReported) options.onTrouble({ code, args });
    lastReported = code;
  };
  const feed = await createChangeFeed(
    [projects, templates, SCHEMA_FOLDER].map((folder) => resolve(cwd, folder)),
    reportOnce,
  );
  // What changed while the folders were being looked through was not reported.
  round = goRound(recheck, round);
  const onPrint = () => {
    if (printer.trouble === null) lastReported = '';
    else reportOnce(printer.trouble);
    server?.publishPrints();
  };
  const printer = createBackgroundPrinter(
    options.printingProgram,
    { ...request, out, browser, epoch, cores },
    onPrint,
    options.onMessage,
  );
  const lastShown: LastShown = new Map();
  const publish = ({ checked, trouble }: Round) => {
    const preview = toPreview(checked, lastShown, language);
    const edits = editor?.list() ?? null;
    server?.publish({ preview, templates: checked.context.templates, trouble, edits });
    printer.follow();
  };
  const show = (next: Round) => {
    round = next;
    publish(round);
    // The page leaves when this turn ends; what is heard beside it can wait.
    setImmediate(options.onRound, round);
  };
  const refuse = (file: string, name: string) => refuseName(resolve(cwd, file), name);
  const editor = options.readOnly
    ? null
    : createEditor(() => round.checked, {
        ...{ cwd, language, refuseName: refuse },
        createTable: (folder, name) =>
          createTable({ cwd, projects, templates, folder: resolve(cwd, folder), names: [name] }),
        // What the program wrote itself is whole, and is shown at once.
        onWritten: () => {
          const next = goRound(recheck, round);
          if (isSame(next, round)) publish(round);
          else show(next);
        },
      });
  const importer =
    editor &&
    createImporter(() => round.checked, {
      ...{ cwd, projects, templates, language, refuseName: refuse },
      most: LIMITS.file,
      read: createFileReader(options.importProgram),
      record: editor.record,
    });
  try {
    const toEditorAddress = (file: string) => fillFile(options.editor, resolve(cwd, file));
    server = await openPreviewServer({
      ...{ port: options.port, language, out, printer, toEditorAddress },
      writers: editor && importer && { editor, importer },
    });
    options.onAddress(server.address);
    show(round);
    for (;;) {
      await feed.next(signal);
      const next = await lookTillQuiet(recheck, round, feed.quietFor);
      if (isSame(next, round)) continue;
      show(next);
      await nextTurn();
    }
  } catch (error) {
    if (!signal.aborted || error !== signal.reason) throw error;
  } finally {
    await Promise.all([feed.close(), server?.close(), importer?.close(), printer.close()]);
  }
}
