import { INTERRUPTED } from './command.ts';

/** Ctrl-C, a closed terminal or a kill end a command in good order: its browser is closed and nothing is half written. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => controller.abort(INTERRUPTED));
  return controller.signal;
}
