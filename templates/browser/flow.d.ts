/** What the scripts of this folder hand to each other. All lengths are CSS pixels. */
declare namespace Jixiaoce {
  /** The text of one cell that may be cut between its lines; line i is from tops[i] to bottoms[i]. */
  interface FlowCell {
    tops: number[];
    bottoms: number[];
    /** Height of the line （续） above what goes on from an earlier page; 0 where none is put. */
    mark: number;
    /** Height of the whole cell on a later page when its text ended on an earlier one: a repeated name, else 0. */
    repeat: number;
  }

  interface FlowRow {
    /** Natural height, merged labels left out. */
    height: number;
    /** Index of the table or list it is in. */
    block: number;
    /** Indices of its merged groups, outermost first; consecutive rows share them. */
    groups: number[];
    /** Never last on a page: the following row stays with it. */
    keepWithNext: boolean;
    /** Cells that may be cut; empty when the row must stay whole. */
    cells: FlowCell[];
    /** Padding and border of a cut cell, above and below together. */
    pad: number;
    /** Least height of the first piece and of every later one, set by the cells that are not cut. */
    first: number;
    later: number;
  }

  interface Flow {
    /** Height that a page offers. */
    room: number;
    /** Height of the running head of every page but the first. */
    runningHead: number;
    /** What each table adds on every page: column headings and frame. */
    blocks: { head: number }[];
    /** Height that a merged label needs where its group begins, and with （续） where it goes on. */
    groups: { label: number; again: number }[];
    rows: FlowRow[];
  }

  /** A row, or a part of one, on a page. Cell i shows its lines from[i] up to and without to[i]. */
  interface Piece {
    row: number;
    from: number[];
    to: number[];
    height: number;
  }

  interface PaginatedPage {
    /** Id of the page, by which links find it; null on the pages that go on from another. */
    anchor: string | null;
    /** The page label: i, ii, iii … or 1, 2, 3 … */
    label: string;
    numbering: 'front' | 'body';
  }

  interface Pagination {
    /** In the order in which they print. */
    pages: PaginatedPage[];
    /** Every printed page number and the anchor it speaks of. */
    links: { target: string; printed: string }[];
    /** What is put in for {page} and {pages} is known where parts are bound. */
    folios: { alone: string; bound: string };
  }

  interface Numbering {
    /** Set where a page's number will be, behind a comment, when what is paginated is bound into a document later. */
    sign?: string;
    /** Page labels by anchor of what is bound behind these pages. */
    labels?: Record<string, string>;
  }

  /** A line of a paragraph, counted from 0. */
  interface Line {
    paragraph: HTMLElement;
    line: number;
    top: number;
    bottom: number;
  }

  /** A place in the text of a cell where a line begins. */
  interface CutPoint {
    node: Node;
    offset: number;
    /** True when the line is not the first of its paragraph. */
    inside: boolean;
  }

  /** A table, list or single element of a page that is too long, and its rows. */
  interface DraftRow {
    element: HTMLElement;
    /** The table or list; null for a row outside of one. */
    block: HTMLElement | null;
    /** The merged label cells it is in, outermost first. */
    labels: HTMLTableCellElement[];
    /** The cells of FlowRow.cells. */
    cells: { element: HTMLElement; lines: Line[] }[];
  }

  /** An article's last sheet, to which the next article may be joined. Heights are in CSS pixels. */
  interface Joinable {
    article: Element;
    sheet: HTMLElement;
    content: HTMLElement;
    /** How many sheets the article has. */
    sheets: number;
    /** What the sheet offers its content. */
    room: number;
    /** Whether the sheet goes on from another one. */
    isLater: boolean;
    height: number;
    /** Of the title, which is not repeated on a sheet. */
    title: number;
    extra: number;
  }

  interface Draft {
    page: HTMLElement;
    content: HTMLElement;
    runningHead: HTMLElement | null;
    rows: DraftRow[];
    /** Merged labels, the heights they need, and how many other cells of their row are before them; the order is that of Flow.groups. */
    labels: Map<HTMLTableCellElement, { label: number; again: number; behind: number }>;
  }
}

declare var jixiaoce: {
  /** Divides the articles under `root` into pages, numbers them and fills in every printed page number. */
  paginate(root: ParentNode, numbering?: Jixiaoce.Numbering): Jixiaoce.Pagination;
  chooseBreaks(flow: Jixiaoce.Flow): Jixiaoce.Piece[][];
  draftPage(page: HTMLElement): Jixiaoce.Draft;
  openGalley(draft: Jixiaoce.Draft): void;
  measureFlow(draft: Jixiaoce.Draft, room: number): Jixiaoce.Flow;
  countLines(node: Node): number;
  /** The lines of a cell's paragraphs. `leading`: the height of a line as the style sheet has it. */
  readLines(cell: Element, leading: number): Jixiaoce.Line[];
  repeatedLines(lines: readonly Jixiaoce.Line[]): number;
  shortenName(name: string): string;
  leadingOf(element: Element): number;
  padOf(element: Element): number;
  joinSheets(root: ParentNode): void;
  findLine(paragraph: HTMLElement, line: number): Jixiaoce.CutPoint;
  rebuildPage(
    draft: Jixiaoce.Draft,
    pages: Jixiaoce.Piece[][],
    cuts: Map<Jixiaoce.Piece, (Jixiaoce.CutPoint | null)[]>,
  ): HTMLElement[];
};
