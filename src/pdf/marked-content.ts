import { groupBy } from '../util/group-by.ts';
import { listMatches } from '../util/list-matches.ts';
import { lazy } from '../util/memoize.ts';
import { readGlyphs } from './page-content.ts';

/**
 * What is drawn on a page, divided into what its tags lead to and what is only there for the eye (ISO 32000-1, 14.8.2.2):
 * lines, backgrounds, the foot of a page, leaders. Chromium leaves the latter without a mark, and marks the borders of a cell as
 * if they were its words.
 */
export interface MarkedContent {
  pieces: string[];
  /** Of each mark that is left, by the number that Chromium gave it, its own; in the order of these. */
  marks: ReadonlyMap<number, number>;
  /** By the number that Chromium gave it. */
  textOf(mark: number): string;
}

/** What is painted, from the construction of a path to its painting, or from BT to ET; or state around it. */
interface Piece {
  lines: string[];
  kind: 'state' | 'path' | 'text' | 'object';
  mark: number | null;
}

const MARK = /^\/\S+ <<\/MCID (\d+) >>BDC$/;
const PATH = / (?:re|m|l|c|v|y)$|^h$/;
const PAINT = /^(?:f\*?|F|S|s|B\*?|b\*?|(?:W\*? )?n)$/;

/** `drawn`: a page's content, perhaps cut outside its marks. `glyphText`: what a glyph of the font of that resource name says. */
export function markContent(drawn: readonly string[], glyphText: GlyphText): MarkedContent {
  const read = drawn.map((piece) => readPieces(piece, glyphText));
  const tagged = new Set(
    read.flat().flatMap(({ mark, kind }) => (kind === 'text' || kind === 'object' ? [mark] : [])),
  );
  const marks = new Map<number, number>();
  const write = (pieces: readonly Piece[]): string => {
    const lines: string[] = [];
    let open: number | null = null;
    let around: string[] = [];
    const turnTo = (next: number | null) => {
      if (next !== open && open !== null) lines.push('EMC');
      lines.push(...around);
      around = [];
      if (next !== open && next === EYE) lines.push('/Artifact BMC');
      else if (next !== open && next !== null) {
        if (marks.has(next)) throw new Error(`PDF mark ${next} is there twice`);
        lines.push(`/Span <</MCID ${marks.size}>> BDC`);
        marks.set(next, marks.size);
      }
      open = next;
    };
    for (const { kind, mark, lines: own } of pieces) {
      if (kind === 'state') around.push(...own);
      else {
        turnTo(mark !== null && tagged.has(mark) ? mark : EYE);
        lines.push(...own);
      }
    }
    turnTo(null);
    return lines.map((line) => `${line}\n`).join('');
  };
  const pieces = read.map(write);
  // A page of 目录 has some thirty links among a thousand pieces.
  const texts = lazy(() =>
    groupBy(
      read.flat().filter(({ kind }) => kind === 'text'),
      ({ mark }) => mark,
    ),
  );
  const textOf = (mark: number) =>
    (texts().get(mark) ?? []).map(({ lines }) => readText(lines, glyphText)).join('');
  return { pieces, marks, textOf };
}

/** For what is only there for the eye. */
const EYE = -1;

function readPieces(drawn: string, glyphText: GlyphText): Piece[] {
  const pieces: Piece[] = [];
  let mark: number | null = null;
  /** Marks within the present one. */
  let depth = 0;
  let path: string[] = [];
  let text: string[] | null = null;
  const add = (kind: Piece['kind'], lines: string[]) => pieces.push({ kind, lines, mark });
  for (const line of drawn.split('\n')) {
    const number = line.startsWith('/') ? MARK.exec(line)?.[1] : undefined;
    if (number !== undefined) {
      if (mark !== null) throw new Error('PDF mark within another');
      mark = Number(number);
      continue;
    }
    if (line.endsWith('BDC') || line.endsWith('BMC')) depth += 1;
    if (line === 'EMC') {
      if (depth === 0) {
        mark = null;
        continue;
      }
      depth -= 1;
    }
    if (line === 'BT') text = [];
    if (text !== null) {
      text.push(line);
      if (line !== 'ET') continue;
      add('text', dropReplacements(text, glyphText));
      text = null;
    } else if (PATH.test(line) || (path.length > 0 && !PAINT.test(line))) path.push(line);
    else if (PAINT.test(line)) {
      add(line.endsWith('n') ? 'state' : 'path', [...path, line]);
      path = [];
    } else if (line.endsWith(' Do')) add('object', [line]);
    else if (line.endsWith(' sh')) add('path', [line]);
    else if (line !== '') add('state', [line]);
  }
  if (text !== null || path.length > 0 || mark !== null || depth > 0)
    throw new Error('PDF page that ends too early');
  return pieces;
}

type GlyphText = (font: string, glyph: number) => string;

/** A text's lines, each with what its glyphs say. */
function sayLines(lines: readonly string[], glyphText: GlyphText): { line: string; said: string }[] {
  let font = '';
  return lines.map((line) => {
    if (line.startsWith('/')) font = FONT.exec(line)?.[1] ?? font;
    const isShown = line.endsWith('Tj') || line.endsWith('TJ');
    const strings = isShown ? listMatches(STRING, line) : [];
    const glyphs = strings.flatMap(([string]) => readGlyphs(string.slice(1, -1)));
    return { line, said: glyphs.map((glyph) => glyphText(font, glyph)).join('') };
  });
}

const STRING = /<[0-9A-F]*>/g;
const FONT = /^\/(\w+) \S+ Tf$/;
const REPLACEMENT = /^\/Span ?<<\/ActualText <FEFF([0-9A-F]*)> *>> BDC$/;

/**
 * Without replacements that say what the glyphs say: Chromium knows only the lowest character of each glyph, and writes one for
 * 目 and every other that is not. Some readers lose what follows them.
 */
function dropReplacements(lines: string[], glyphText: GlyphText): string[] {
  if (!lines.some((line) => line.startsWith('/Span'))) return lines;
  const said = sayLines(lines, glyphText);
  const kept = new Set(said);
  for (const [start, opening] of said.entries()) {
    const replacement = REPLACEMENT.exec(opening.line)?.[1];
    if (replacement === undefined) continue;
    const end = lines.indexOf('EMC', start);
    const own = said
      .slice(start, end)
      .map((line) => line.said)
      .join('');
    if (own !== decode(replacement)) continue;
    kept.delete(opening);
    kept.delete(said[end] as (typeof said)[number]);
  }
  return [...kept].map(({ line }) => line);
}

function readText(lines: readonly string[], glyphText: GlyphText): string {
  let text = '';
  let isReplaced = false;
  for (const { line, said } of sayLines(lines, glyphText)) {
    const replacement = REPLACEMENT.exec(line)?.[1];
    if (replacement !== undefined) text += decode(replacement);
    else if (!isReplaced) text += said;
    isReplaced = replacement !== undefined || (isReplaced && line !== 'EMC');
  }
  return text;
}

const decode = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
