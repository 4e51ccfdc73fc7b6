import type { CellName } from '../cell-path.ts';
import type { OfficeWords } from '../completions.ts';
import type { ImportReview } from '../import-review.ts';
import type { KeptOutcome, PresentFile } from '../importer.ts';
import type { Operation } from '../operations.ts';
import type { PageWords } from '../page-files.ts';
import type { TablePlaces } from '../places.ts';
import type { PreviewFinding } from '../preview.ts';
import type { TableEditing } from '../table-editing.ts';

/** What became of an operation. */
export interface Sent {
  /** 200 when it was made; 409 when the file says something else by now; 0 when the program does not answer. */
  status: number;
  text: string;
  hint: string;
  /** Of the file afterwards, and what it is called then. */
  revision?: string;
  stem?: string;
}

/** What was read from a file, as `import` answers. */
export interface Review extends ImportReview {
  id: string;
  /** The path of the folder that its goals go into. */
  year: string;
  /** What is in the place of each table. */
  present: (PresentFile | null)[];
}

/** What became of a draft, as `keep` answers. */
export type Kept = KeptOutcome;

/** What the frame asks the page around it for while something is edited. */
export interface EditHost {
  words: PageWords;
  /** Makes an operation in the table that is shown, against the text that is shown. */
  send(operation: Operation): Promise<Sent>;
  office(): Promise<OfficeWords | null>;
  /** Asks for the reason, and suppresses a finding. */
  suppress(finding: PreviewFinding): void;
  /** Opens the source of a cell in the reader's editor. */
  open(cell: CellName): void;
}

/** A cell that was clicked, and where its table begins in a booklet. */
export interface NamedCell extends CellName {
  anchor: string;
}

export interface Shown {
  /** What is shown: `2022/党员`; another one is no change of the one before. */
  key: string;
  body: string;
  /** A booklet: of many sheets only those in sight are laid out. */
  isLong: boolean;
  places: TablePlaces;
  /** Null where nothing can be edited. */
  editing: TableEditing | null;
  findings: PreviewFinding[];
}

/** What the scripts of this folder and the program hand to each other. */
declare global {
  var pages: {
    fonts: Promise<unknown>;
    show(shown: Shown): { pages: number; failure: string | null };
    clear(): void;
    setZoom(zoom: number | 'fit'): void;
    goToPage(number: number): void;
    /** Null where nothing can be edited. */
    setHost(host: EditHost | null): void;
    listen(listeners: {
      cell: (cell: NamedCell) => void;
      zoom: (percent: number) => void;
      page: (number: number) => void;
    }): void;
  };
}
