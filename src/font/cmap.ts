/**
 * A font's cmap table (OpenType 1.9, formats 4 and 12): which code points have which glyph, as runs in which both count up
 * together. Sorted, without overlaps, without the glyph 0, which means “none”.
 */
export interface GlyphRun {
  first: number;
  last: number;
  /** The glyph of `first`. */
  glyph: number;
}

/** Where a table of a TrueType file is, in bytes. */
export interface FontTable {
  tag: string;
  offset: number;
  length: number;
}

/** `header` is the beginning of the file: 12 bytes, and 16 for each table. */
export function listTables(header: Buffer): FontTable[] {
  return Array.from({ length: header.readUInt16BE(4) }, (_, index) => {
    const record = 12 + index * 16;
    return {
      tag: header.toString('latin1', record, record + 4),
      offset: header.readUInt32BE(record + 8),
      length: header.readUInt32BE(record + 12),
    };
  });
}

export function findTable(header: Buffer, tag: string): FontTable {
  const found = listTables(header).find((table) => table.tag === tag);
  if (!found) throw new Error(`font without a ${tag} table`);
  return found;
}

export function readCharacterMap(cmap: Buffer): GlyphRun[] {
  const offsets: number[] = [];
  for (let record = 4; record < 4 + cmap.readUInt16BE(2) * 8; record += 8)
    offsets.push(cmap.readUInt32BE(record + 4));
  const format = (wanted: number) => offsets.find((offset) => cmap.readUInt16BE(offset) === wanted);
  // Format 12 has all planes; format 4 repeats its first 65,536 code points for old readers.
  const whole = format(12);
  const basic = format(4);
  if (whole !== undefined) return readFormat12(cmap.subarray(whole));
  if (basic !== undefined) return readFormat4(cmap.subarray(basic));
  throw new Error('font without a cmap of format 4 or 12');
}

/** Character → glyph, 0 for none. */
export function openCharacterMap(font: Buffer): (character: string) => number {
  const { offset, length } = findTable(font, 'cmap');
  const runs = readCharacterMap(font.subarray(offset, offset + length));
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    const run = runs.find(({ first, last }) => first <= code && code <= last);
    return run === undefined ? 0 : run.glyph + code - run.first;
  };
}

/** The code points that lead to each glyph of a font. */
export interface GlyphSources {
  /** glyph → its lowest code point, 0 for none. */
  lowest: Uint32Array;
  /** Glyphs that several code points share → those, ascending. */
  shared: Map<number, number[]>;
}

/** Reads a TrueType file's cmap the other way round, in one pass: it has thirty thousand characters. */
export function listGlyphSources(font: Buffer): GlyphSources {
  const { offset, length } = findTable(font, 'cmap');
  const lowest = new Uint32Array(0x10000);
  const shared = new Map<number, number[]>();
  for (const run of readCharacterMap(font.subarray(offset, offset + length))) {
    for (let code = run.first; code <= run.last; code += 1) {
      const glyph = run.glyph + code - run.first;
      const first = lowest[glyph] ?? 0;
      if (first === 0) lowest[glyph] = code;
      else {
        const codes = shared.get(glyph);
        if (codes) codes.push(code);
        else shared.set(glyph, [first, code]);
      }
    }
  }
  return { lowest, shared };
}

function readFormat12(table: Buffer): GlyphRun[] {
  const runs: GlyphRun[] = [];
  const count = table.readUInt32BE(12);
  for (let group = 16; group < 16 + count * 12; group += 12) {
    const first = table.readUInt32BE(group);
    const glyph = table.readUInt32BE(group + 8);
    const run = { first, last: table.readUInt32BE(group + 4), glyph };
    if (glyph > 0) runs.push(run);
    else if (run.last > first) runs.push({ first: first + 1, last: run.last, glyph: 1 });
  }
  return runs;
}

function readFormat4(table: Buffer): GlyphRun[] {
  const runs: GlyphRun[] = [];
  const bytes = table.readUInt16BE(6); // twice the number of segments
  for (let segment = 0; segment < bytes; segment += 2) {
    const last = table.readUInt16BE(14 + segment);
    const first = table.readUInt16BE(16 + bytes + segment);
    const delta = table.readUInt16BE(16 + 2 * bytes + segment);
    const rangeAt = 16 + 3 * bytes + segment;
    const range = table.readUInt16BE(rangeAt);
    for (let code = first; code <= last && code < 0xffff; code += 1) {
      const listed = range === 0 ? code : table.readUInt16BE(rangeAt + range + 2 * (code - first));
      const glyph = range > 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph === 0) continue;
      const run = runs.at(-1);
      if (run && run.last === code - 1 && run.glyph + code - run.first === glyph) run.last = code;
      else runs.push({ first: code, last: code, glyph });
    }
  }
  return runs;
}
