import type { Folio } from './page-content.ts';

/**
 * Pages that Chromium printed, and all that belongs to them, cut out of the file so that they can be bound into others: the same
 * pages give the same part, whatever was printed with them. Objects are numbered from 1, the pages first; their texts can be relocated.
 */
export interface PdfPart {
  producer: string;
  language: string;
  pages: PartPage[];
  /** The shared fonts that it uses, by name. */
  fonts: PartFont[];
  /** One after the other, each with a line break behind it. */
  objects: Buffer;
  /** The number of each, and the offset behind it. */
  numbers: number[];
  ends: number[];
  streams: PartStream[];
  /** Numbers of the elements that are kids of the document's. */
  roots: number[];
  /** Numbers of what the keys of its pages, then those of its annotations, lead to; 0 for nothing. */
  keys: number[];
  /** How many objects it has, its pages among them. */
  size: number;
  /** Whether all of it is as PDF/A-2a and PDF/UA-1 want it: nothing foreign is in it, and no character is missing. */
  isConforming: boolean;
  bookmarks: PartBookmark[];
  destinations: { name: string; page: number; place: string }[];
}

export interface PartPage {
  /** Its dictionary without /Contents and /Parent. */
  entries: string;
  /** What is drawn, before and after the page's number. */
  content: Buffer[];
  folio: Folio | null;
  /** The place of its upper left corner, as in a destination. */
  top: string;
}

export interface PartFont {
  name: string;
  descriptor: string;
  /** Ascending. */
  glyphs: number[];
}

export interface PartStream {
  number: number;
  dictionary: string;
  content: Buffer;
}

export interface PartBookmark {
  title: string;
  level: number;
  page: number;
  place: string;
  element: number | null;
}
