import type * as Frame from './frame.js';

/** What the scripts of this folder and the program hand to each other. */
declare global {
  var Idiomorph: typeof import('idiomorph').Idiomorph;

  var pages: {
    fonts: Promise<unknown>;
    show(shown: Frame.Shown): { pages: number; failure: string | null };
    clear(): void;
    setZoom(zoom: number | 'fit'): void;
    goToPage(number: number): void;
    listen(listeners: {
      cell: (cell: { row: number | null; field: string; anchor: string }) => void;
      zoom: (percent: number) => void;
      page: (number: number) => void;
    }): void;
  };
}
