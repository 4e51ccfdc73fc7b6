/**
 * The program that prints while the preview is shown: a process of its own, so that cutting fonts and writing a booklet never
 * keep a save waiting. `watch` starts it; it ends when its parent ends or goes away, and its browser with it.
 */
import { constants, setPriority } from 'node:os';
import { createPrintingLoop } from '../commands/printing-loop.ts';
import type { PrintingOptions, PrintingOrder } from '../preview/background-printer.ts';

// Its browser inherits that: who edits goes first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const loop = createPrintingLoop(
  JSON.parse(process.env.JIXIAOCE_PRINTING ?? '') as PrintingOptions,
  (message) => {
    // The parent may be gone by now, which `disconnect` reports.
    if (process.connected) process.send?.(message, () => {});
  },
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
process.on('message', (order: PrintingOrder) => loop.take(order));
process.on('disconnect', async () => {
  await loop.end();
  process.exit();
});
// Ctrl-C reaches every process of a terminal; the parent says when to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
