import type { Document } from '../document/document.ts';
import { type BrowserUseOptions, withFonts } from '../print/print-all.ts';
import type { ChangedSheets } from './changed-sheets.ts';
import { type Picture, withScreenshots } from './picture.ts';

export interface Shot extends ChangedSheets {
  document: Document;
}

/** Takes pictures of every document, one after the other, in a browser of `withFonts`. No browser without a document. */
export async function takeAll<Job extends Shot>(
  jobs: readonly Job[],
  options: BrowserUseOptions,
  onPictures: (job: Job, pictures: Picture[]) => Promise<void>,
): Promise<void> {
  if (jobs.length === 0) return;
  const waiting = [...jobs];
  const documents = jobs.map(({ document }) => document);
  const { templates, signal } = options;
  await withFonts(documents, options, (browser, { fonts, patience }) =>
    withScreenshots(browser, { templates, fonts, patience }, async ({ take }) => {
      for (let [job] = waiting; job !== undefined; [job] = waiting) {
        signal.throwIfAborted();
        await onPictures(job, await take(job.document, job));
        waiting.shift();
      }
    }),
  );
}
