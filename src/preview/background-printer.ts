import { type ChildProcess, fork } from 'node:child_process';
import type { CheckOptions } from '../compile.ts';
import type { Document } from '../document/document.ts';
import { fingerprint } from '../print/fingerprint.ts';
import type { Message } from '../report/diagnostic.ts';
import { memoize } from '../util/memoize.ts';

export interface PrintingOptions extends CheckOptions {
  out: string;
  browser?: string | undefined;
  epoch: number | null;
  cores: number;
}

/** tables: those that changed. year: everything, with booklets and index. */
export type PrintingOrder = 'tables' | 'year';

export type PrintingReport =
  | { kind: 'fresh'; path: string; content: string }
  | { kind: 'done'; order: PrintingOrder }
  | ({ kind: 'message' } & Message)
  | ({ kind: 'trouble' } & Message);

/** Prints in a child process. */
export interface BackgroundPrinter {
  /** Something changed: its tables are printed when the author pauses, the booklet when the pause is longer. */
  follow(): void;
  /** Somebody removed the outputs at `path`: they are printed again. */
  forget(path: string): void;
  /** Whether the outputs at `path` (`2022/党员`) are those of this very document. */
  isFresh(path: string, document: Document): boolean;
  /** Why nothing can be printed, until something was printed again. */
  readonly trouble: Message | null;
  /** Ends the process and its browser. */
  close(): Promise<void>;
}

/** Milliseconds without a change: a table prints in a twentieth of a second, a booklet takes longer. */
const TABLES_AFTER = 400;
const YEAR_AFTER = 1500;

/** Milliseconds that the process has to end by itself: one that is killed leaves what it has half written, and its browser's profile. */
const END_WITHIN = 3000;

const whatItSays = memoize((document: Document) => fingerprint(document, '', null));

/**
 * Starts no process before something is to be printed. `program`: the file that runs a `createPrintingLoop`. `onChange`: what
 * `isFresh` or `trouble` say may be different now. `onMessage`: what it did beside printing, for its user.
 */
export function createBackgroundPrinter(
  program: string,
  options: PrintingOptions,
  onChange: () => void,
  onMessage: (message: Message) => void,
): BackgroundPrinter {
  const printed = new Map<string, string>();
  const timers: NodeJS.Timeout[] = [];
  let trouble: Message | null = null;
  let child: ChildProcess | undefined;

  const start = (): ChildProcess => {
    const started = fork(program, {
      env: { ...process.env, JIXIAOCE_PRINTING: JSON.stringify(options) },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    started.on('message', (report: PrintingReport) => {
      if (report.kind === 'message') {
        onMessage({ code: report.code, args: report.args });
        return;
      }
      if (report.kind === 'fresh') printed.set(report.path, report.content);
      trouble = report.kind === 'trouble' ? { code: report.code, args: report.args } : null;
      onChange();
    });
    // A message to a process that is just ending, or one that could not be started: its exit is reported.
    started.on('error', () => {});
    started.once('exit', (code) => {
      if (child !== started) return;
      // It is started again at the next change.
      child = undefined;
      if (code !== 0) trouble = { code: 'watch/printing-ended', args: {} };
      onChange();
    });
    return started;
  };
  const order = (what: PrintingOrder) => {
    child ??= start();
    if (child.connected) child.send(what);
  };
  const stopTimers = () => {
    for (const timer of timers.splice(0)) clearTimeout(timer);
  };

  const follow = () => {
    stopTimers();
    timers.push(setTimeout(order, TABLES_AFTER, 'tables'), setTimeout(order, YEAR_AFTER, 'year'));
  };

  return {
    follow,
    forget: (path) => {
      printed.delete(path);
      follow();
    },
    isFresh: (path, document) => printed.get(path) === whatItSays(document),
    get trouble() {
      return trouble;
    },
    close: async () => {
      stopTimers();
      const ending = child;
      child = undefined;
      if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
      const ended = new Promise((resolve) => ending.once('exit', resolve));
      ending.disconnect();
      const timer = setTimeout(() => ending.kill('SIGKILL'), END_WITHIN);
      await ended;
      clearTimeout(timer);
    },
  };
}
