import { EXIT, INTERRUPTED } from './command.ts';

/** Presses of Ctrl-C after which nothing is waited for any more: what should end in good order may be stuck. */
const PATIENCE = 3;

/** Ctrl-C, a closed terminal or a kill end a command in good order: its browser is closed and nothing is half written. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  let asked = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      asked += 1;
      controller.abort(INTERRUPTED);
      if (asked === PATIENCE) process.exit(EXIT.interrupted);
    });
  }
  return controller.signal;
}
