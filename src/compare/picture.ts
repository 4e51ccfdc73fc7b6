import type { Browser } from 'puppeteer';
import type { Document } from '../document/document.ts';
import { type SheetPageOptions, withSheetPage } from '../print/sheet-page.ts';
import type { ChangedSheets } from './changed-sheets.ts';

/** In pixels of the picture. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A sheet, with frames around what is to be seen on it. */
export interface Picture {
  /** From 1. */
  sheet: number;
  png: Buffer;
  frames: Frame[];
}

export interface Screenshot {
  /**
   * Pictures of the sheets that hold any of the cells or gaps, or of all. A cell that is cut, or a label that goes on, is
   * framed on each sheet that it is on. Throws when a cell is nowhere.
   */
  take(document: Document, changed: ChangedSheets): Promise<Picture[]>;
}

/** A4 at 96 dots an inch, in whole CSS pixels, and how many pixels of the picture each of them is wide. */
const SHEET = { width: 1123, height: 794 } as const;
const SCALE = 2;

/** Lends a page that takes pictures: the sheets are those that are printed, with the same styles, fonts and safety. */
export async function withScreenshots<T>(
  browser: Browser,
  options: SheetPageOptions,
  use: (screenshot: Screenshot) => Promise<T>,
): Promise<T> {
  return await withSheetPage(browser, options, async ({ client, lay, evaluate, guard }) => {
    await guard(
      client.send('Emulation.setDeviceMetricsOverride', {
        ...SHEET,
        deviceScaleFactor: SCALE,
        mobile: false,
      }),
    );
    const capture = async (sheet: number): Promise<Buffer> => {
      await evaluate(`(${SHOW_ONE})(${sheet})`);
      const { data } = await guard(
        client.send('Page.captureScreenshot', { format: 'png', clip: { x: 0, y: 0, ...SHEET, scale: 1 } }),
      );
      return Buffer.from(data, 'base64');
    };
    return await use({
      take: async (document, { cells, gaps, isWhole }) => {
        await lay([document]);
        const sheets = (await evaluate(
          `(${FRAME_CELLS})(${JSON.stringify(cells)}, ${JSON.stringify(gaps)})`,
        )) as { boxes: Frame[]; hasGap: boolean }[];
        const pictures: Picture[] = [];
        for (const [sheet, { boxes, hasGap }] of sheets.entries()) {
          if (boxes.length === 0 && !hasGap && !isWhole) continue;
          pictures.push({ sheet: sheet + 1, png: await capture(sheet), frames: boxes.map(toPixels) });
        }
        return pictures;
      },
    });
  });
}

function toPixels({ x, y, width, height }: Frame): Frame {
  const [left, top] = [Math.floor(x * SCALE), Math.floor(y * SCALE)];
  return {
    x: left,
    y: top,
    width: Math.ceil((x + width) * SCALE) - left,
    height: Math.ceil((y + height) * SCALE) - top,
  };
}

/** Runs in the page: every sheet is taken at the same place, so that the same sheet gives the same picture. */
const SHOW_ONE = `(number) => {
  document.querySelectorAll('.page').forEach((sheet, at) => {
    sheet.style.display = at === number ? '' : 'none';
  });
}`;

/**
 * Dashes, hatching and a corner are distinguished without colour. No letter, for the fonts hold no others than the document's. It
 * lies over the sheet and takes no room in it.
 */
const FRAME_STYLE = [
  'position: absolute',
  'border: 2.5px dashed #c2181f',
  'background: linear-gradient(to bottom left, #c2181f 7px, transparent 7.5px) top right / 15px 15px no-repeat,' +
    ' repeating-linear-gradient(135deg, rgb(194 24 31 / 15%) 0 1px, transparent 1px 7px)',
].join('; ');

/** Runs in the page: puts a frame around each cell, and returns of each sheet where they are and whether it has a gap. */
const FRAME_CELLS = `(cells, gaps) => {
  const fieldOf = (element) => element.dataset.field;
  const isOf = (cell, field) => (field === null ? cell.scope !== 'rowgroup' : fieldOf(cell) === field);
  const find = (sheet, { row, field }) => {
    const own = [...sheet.querySelectorAll('[data-field]')].filter(
      (cell) => isOf(cell, field) && (cell.closest('[data-row]')?.dataset.row ?? null) === (row === null ? null : String(row)),
    );
    if (own.length > 0 || row === null) return own;
    // A merged label is in the first of its rows.
    for (let line = sheet.querySelector('[data-row="' + row + '"]'); line; line = line.previousElementSibling) {
      const label = [...line.children].find((cell) => fieldOf(cell) === field && cell.rowSpan > 1);
      if (label) return [label];
    }
    return [];
  };
  const sheets = [...document.querySelectorAll('.page')];
  const found = new Set();
  const boxes = sheets.map((sheet) => {
    const origin = sheet.getBoundingClientRect();
    return cells.flatMap((cell, at) => {
      const rects = find(sheet, cell).map((element) => element.getBoundingClientRect());
      if (rects.length === 0) return [];
      found.add(at);
      const left = Math.min(...rects.map(({ left }) => left));
      const top = Math.min(...rects.map(({ top }) => top));
      const right = Math.max(...rects.map(({ right }) => right));
      const bottom = Math.max(...rects.map(({ bottom }) => bottom));
      return [{ x: left - origin.left, y: top - origin.top, width: right - left, height: bottom - top }];
    });
  });
  const gapSheets = gaps.map((gap) => {
    const own = sheets.filter((sheet) => find(sheet, gap).length > 0);
    return own.at(gap.edge === 'start' ? 0 : -1);
  });
  const missing = cells.find((_, at) => !found.has(at)) ?? gaps.find((_, at) => !gapSheets[at]);
  if (missing) throw new Error('no such cell: ' + JSON.stringify(missing));
  sheets.forEach((sheet, at) => {
    for (const { x, y, width, height } of boxes[at]) {
      const frame = document.createElement('div');
      frame.style.cssText = ${JSON.stringify(FRAME_STYLE)};
      Object.assign(frame.style, { left: x + 'px', top: y + 'px', width: width + 'px', height: height + 'px' });
      sheet.append(frame);
    }
  });
  return sheets.map((sheet, at) => ({ boxes: boxes[at], hasGap: gapSheets.includes(sheet) }));
}`;
