import type { Browser } from 'puppeteer';
import { raceAbort } from '../util/race-abort.ts';
import { type BrowserChoice, type LendOptions, openBrowser, type withBrowser } from './browser.ts';
import type { StartedBrowser } from './start.ts';

/** A browser that stays up between two lendings. */
export interface WarmBrowser {
  /** As `withBrowser`, but the browser is started only when there is none; one that died is replaced. */
  lend: typeof withBrowser;
  /** Ends the browser. Never fails. */
  close(): Promise<void>;
}

/** Nothing is started before it is needed. What fails or is aborted ends the browser. */
export function createWarmBrowser(): WarmBrowser {
  let warm: { started: StartedBrowser; executablePath: string } | undefined;
  const close = async () => {
    const { started } = warm ?? {};
    warm = undefined;
    await started?.close();
  };
  const take = async (choice: BrowserChoice, options: LendOptions): Promise<Browser> => {
    if (warm?.started.browser.connected && warm.executablePath === choice.executablePath) {
      options.onSpawn?.();
      return warm.started.browser;
    }
    await close();
    const started = await openBrowser(choice, options);
    warm = { started, executablePath: choice.executablePath };
    return started.browser;
  };
  return {
    close,
    lend: async (choice, options, use) => {
      try {
        return await raceAbort(use(await take(choice, options)), options.signal);
      } catch (error) {
        // It may be busy with what nobody waits for, or stand still.
        await close();
        throw error;
      }
    },
  };
}
