import type { Browser } from 'puppeteer';
import { raceAbort } from '../util/race-abort.ts';
import { type BrowserChoice, type OpenOptions, openBrowser, type withBrowser } from './browser.ts';
import type { StartedBrowser } from './start.ts';

/** A browser that stays up between two uses. */
export interface WarmBrowser {
  /** As `withBrowser`, but the browser is started only when there is none; one that died is replaced. */
  useBrowser: typeof withBrowser;
  /**
   * Starts it for the use that follows, and resolves when its process is coming up, or could not be started: the use fails
   * with that then.
   */
  begin(choice: BrowserChoice, options: OpenOptions): Promise<void>;
  close(): Promise<void>;
}

/** Nothing is started before it is needed. What fails or is aborted ends the browser. */
export function createWarmBrowser(): WarmBrowser {
  let warm: { started: StartedBrowser; executablePath: string } | undefined;
  let coming: Promise<StartedBrowser> | undefined;
  const close = async () => {
    const begun = await coming?.catch(() => undefined);
    coming = undefined;
    await begun?.close();
    const { started } = warm ?? {};
    warm = undefined;
    await started?.close();
  };
  const take = async (choice: BrowserChoice, options: OpenOptions): Promise<Browser> => {
    if (coming !== undefined) {
      options.onSpawn?.();
      const begun = coming;
      coming = undefined;
      warm = { started: await begun, executablePath: choice.executablePath };
    }
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
    begin: (choice, options) =>
      new Promise((resolve) => {
        coming = openBrowser(choice, { ...options, onSpawn: resolve });
        coming.catch(() => resolve());
      }),
    useBrowser: async (choice, options, use) => {
      try {
        return await raceAbort(use(await take(choice, options)), options.signal);
      } catch (error) {
        // It may be busy with an abandoned task, or hang.
        await close();
        throw error;
      }
    },
  };
}
