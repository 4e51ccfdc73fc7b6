import { resolve } from 'node:path';
import { findBrowser, withBrowser } from '../browser/browser.ts';
import { toChangedSheets } from '../compare/changed-sheets.ts';
import { type Shot, takeAll } from '../compare/take-all.ts';
import { renderTable } from '../document/render-unit.ts';
import type { Message } from '../report/diagnostic.ts';
import { withPictureFolder } from '../workspace/picture-folder.ts';
import { showPath } from '../workspace/show-path.ts';
import type { Compared } from './diff.ts';
import type { PageOptions } from './print-comparison.ts';

export interface PictureOptions extends PageOptions {
  /** The folder that the pictures go to, in a folder for each year. */
  images: string;
  onProgress: (sentence: Message) => void;
}

export interface Pictured {
  messages: Message[];
  written: string[];
}

const SIDES = { before: '前', after: '后' } as const;

interface ChangedTable extends Shot {
  /** Year, source and side, e.g. `2022/项目-前`. */
  name: string;
}

/**
 * Writes a picture of each sheet that holds something that differs, before and after, with a frame around it. What was before
 * is laid out with the present templates: only what the tables say is compared. No browser is started when no page has changed.
 * Throws EnvironmentError, or the signal's reason when it was interrupted.
 */
export async function pictureChanges(
  compared: Compared,
  { cwd, images, browser, onProgress, useBrowser = withBrowser, ...options }: PictureOptions,
): Promise<Pictured> {
  const tables = listChangedTables(compared);
  const folder = resolve(cwd, images);
  const total = String(tables.length);
  const { written, removed } = await withPictureFolder(folder, async (write) => {
    if (tables.length === 0) return;
    const choice = findBrowser({ executablePath: browser, env: options.env });
    const use = { ...options, browser: choice, useBrowser, templates: compared.context.templates };
    let done = 0;
    await takeAll(tables, use, async ({ name }, pictures) => {
      done += 1;
      onProgress({ code: 'diff/picturing', args: { done: String(done), total, name } });
      // So that sheet 2 is before sheet 10.
      const digits = String(pictures.at(-1)?.sheet ?? 1).length;
      for (const { sheet, png } of pictures)
        await write(`${name}-${String(sheet).padStart(digits, '0')}.png`, png);
    });
  });
  const shown = showPath(cwd, folder);
  const count = String(written.length);
  const messages: Message[] = [
    written.length === 0
      ? { code: 'diff/images-none', args: {} }
      : { code: 'diff/images-written', args: { count, folder: shown } },
  ];
  if (removed.length > 0)
    messages.push({ code: 'diff/images-removed', args: { count: String(removed.length) } });
  return { written: written.map((name) => `${shown}/${name}`), messages };
}

/** Table by table, in the comparison's order, what was before and what is now. */
function listChangedTables({ comparison, context, ...compared }: Compared): ChangedTable[] {
  return comparison.projects.flatMap((change) =>
    (['before', 'after'] as const).flatMap((side) => {
      const sheets = toChangedSheets(change, side);
      if (sheets === null) return [];
      const file = side === 'before' ? (change.previousFile ?? change.file) : change.file;
      return compared[side].flatMap(({ path, booklet, tables }) =>
        tables
          .filter(({ table }) => table.file === file)
          .map((table) => ({
            ...sheets,
            name: `${path}/${toFileName(table.table.stem)}-${SIDES[side]}`,
            document: renderTable(table, booklet, context.templates),
          })),
      );
    }),
  );
}

/**
 * A revision may have been made on another system, where names may hold what leads out of a folder on this one. Percent-encoded,
 * so that two names stay two.
 */
function toFileName(stem: string): string {
  return stem.replace(
    /[\\/:*?"<>|%]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}
