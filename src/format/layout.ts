/** A comment, `#` and all, and whether an empty line is above it. */
export interface Comment {
  text: string;
  isApart: boolean;
}

/** How a text is written: in its line, below a `|`, or exactly as it is in the source. */
export type Text =
  | { kind: 'text'; text: string; style: 'line' | 'quoted' | 'block' }
  | { kind: 'raw'; text: string; lines: string[] };
export type Value = Text | { kind: 'map' | 'list'; entries: Entry[] };

/** One key with its value, or one item of a list, with the comments that belong to it. */
export interface Entry {
  /** null for an item of a list. */
  key: string | null;
  value: Value;
  /** Above it. */
  leading: Comment[];
  /** On its own line, behind it; with `#`. */
  trailing: string | null;
  /** Below it, with its own indentation. */
  after: Comment[];
  /** Whether an empty line is above it. */
  isApart: boolean;
}

/** A source as it is laid out on its lines: what can be changed, and written again. */
export interface Layout {
  /** Comments about the whole file. */
  header: Comment[];
  entries: Entry[];
  footer: Comment[];
}

/** An entry and where it is in the source. */
export interface PlacedEntry extends Entry {
  start: number;
  /** How far it is indented. */
  column: number;
  parent: PlacedEntry | null;
}
