import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { packages } from '../util/program.ts';
import { findTable, type GlyphSources, listGlyphSources, listTables } from './cmap.ts';

/**
 * Cuts a TrueType font down to the characters that are needed: 15 MB become half a megabyte, which the browser loads in a
 * twentieth of the time. Throws when the file is no font. With more than 6,000 characters the font comes back whole.
 *
 * What a document prints as must not depend on what else the cut holds, because one cut serves a whole build. So
 * - glyphs keep their numbers;
 * - `CUT_SETTINGS.always` is in every cut;
 * - with a character come all others that share a glyph with it or with one of its variants (· and ・, space and no-break
 *   space, ligatures): Skia writes into the PDF's text layer the lowest code point that leads to a glyph.
 */
export type FontCutter = (font: Buffer, codePoints: ReadonlySet<number>, sources?: GlyphSources) => Buffer;

/** How every font is cut; all of it decides what is in a PDF. */
export const CUT_SETTINGS = {
  /**
   * Characters that Chromium measures although the document may not have them: the punctuation by which Blink decides
   * whether a font's punctuation can be squeezed (han_kerning.cc), and the letters by which Skia describes a font in a PDF
   * (StemV, CapHeight) and Blink computes ch, ex, ic and the width of a hyphen.
   */
  always: ' -0xiI!1MX水、。，．：；‘’“”…\u3000\u2010',
  /** About here a cut's cmap of format 4 passes its 64 KB, harfbuzz leaves it out, and the PDF's fonts differ by it. */
  mostCharacters: 6_000,
  /** hb_subset_flags_t: RETAIN_GIDS, and NOTDEF_OUTLINE so that a missing character is a box and not nothing. */
  flags: 0x02 | 0x40,
  /** Tables for vertical text and for variable fonts; a PDF would carry them along. */
  unused: ['vhea', 'vmtx', 'STAT'],
} as const;

/** hb_subset_sets_t: the tables to drop, and the layout features to keep. */
const droppedTables = 3;
const layoutFeatures = 6;
/** hb_memory_mode_t: the memory is ours, and harfbuzz may write to it. */
const writable = 2;

/** The functions of harfbuzz that are called here; pointers are numbers, 0 is failure. */
interface Harfbuzz {
  memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(size: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_set_clear(set: number): void;
  hb_set_invert(set: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_set(input: number, which: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_or_fail(face: number, input: number): number;
}

function readHarfbuzz() {
  return readFileSync(packages.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm'));
}

/** Names the build of harfbuzz in a fingerprint: its package does not let its version be read. */
export function harfbuzzIdentity(): string {
  return createHash('sha256').update(readHarfbuzz()).digest('hex');
}

export async function createFontCutter(): Promise<FontCutter> {
  const { instance } = await WebAssembly.instantiate(readHarfbuzz());
  const harfbuzz = instance.exports as unknown as Harfbuzz;
  harfbuzz._initialize();
  return (font, codePoints, sources = listGlyphSources(font)) => {
    // harfbuzz takes a table that is cut short for one that is not there, and is content.
    if (listTables(font).some((table) => table.offset + table.length > font.length)) {
      throw new Error('font file ends early');
    }
    const { lowest, shared } = sources;
    const wanted = new Set(codePoints);
    for (const character of CUT_SETTINGS.always) wanted.add(character.codePointAt(0) ?? 0);
    for (const codes of shared.values()) {
      if (codes.some((code) => wanted.has(code))) for (const code of codes) wanted.add(code);
    }
    return withFace(harfbuzz, font, (face) => {
      for (;;) {
        if (wanted.size > CUT_SETTINGS.mostCharacters) return font;
        const before = wanted.size;
        const cut = subset(harfbuzz, face, wanted);
        for (const glyph of listDrawnGlyphs(cut)) {
          const first = lowest[glyph] ?? 0;
          if (first !== 0 && !wanted.has(first))
            for (const code of shared.get(glyph) ?? [first]) wanted.add(code);
        }
        // Settles in the first round, unless a variant of a character is a character itself.
        if (wanted.size === before) return cut;
      }
    });
  };
}

/** Lends the font as harfbuzz sees it. */
function withFace<T>(harfbuzz: Harfbuzz, font: Buffer, use: (face: number) => T): T {
  const data = need(harfbuzz.malloc(font.length), 'memory for the font');
  new Uint8Array(harfbuzz.memory.buffer).set(font, data);
  const blob = harfbuzz.hb_blob_create(data, font.length, writable, 0, 0);
  const face = harfbuzz.hb_face_create(blob, 0);
  try {
    return use(face);
  } finally {
    harfbuzz.hb_face_destroy(face);
    harfbuzz.hb_blob_destroy(blob);
    harfbuzz.free(data);
  }
}

function subset(harfbuzz: Harfbuzz, face: number, codePoints: ReadonlySet<number>): Buffer {
  const input = need(harfbuzz.hb_subset_input_create_or_fail(), 'memory for the subset');
  let cut = 0;
  let blob = 0;
  try {
    const features = harfbuzz.hb_subset_input_set(input, layoutFeatures);
    harfbuzz.hb_set_clear(features);
    harfbuzz.hb_set_invert(features);
    const tables = harfbuzz.hb_subset_input_set(input, droppedTables);
    for (const tag of CUT_SETTINGS.unused) harfbuzz.hb_set_add(tables, Buffer.from(tag).readUInt32BE());
    harfbuzz.hb_subset_input_set_flags(input, CUT_SETTINGS.flags);
    const characters = harfbuzz.hb_subset_input_unicode_set(input);
    for (const codePoint of codePoints) harfbuzz.hb_set_add(characters, codePoint);
    cut = need(harfbuzz.hb_subset_or_fail(face, input), 'a font to cut');
    blob = harfbuzz.hb_face_reference_blob(cut);
    const start = harfbuzz.hb_blob_get_data(blob, 0);
    // Copied: the memory is harfbuzz's, and moves when it grows.
    return Buffer.from(new Uint8Array(harfbuzz.memory.buffer, start, harfbuzz.hb_blob_get_length(blob)));
  } finally {
    if (blob) harfbuzz.hb_blob_destroy(blob);
    if (cut) harfbuzz.hb_face_destroy(cut);
    harfbuzz.hb_subset_input_destroy(input);
  }
}

function need(pointer: number, what: string): number {
  if (pointer === 0) throw new Error(`harfbuzz has not got ${what}`);
  return pointer;
}

/** The glyphs of a cut font that have an outline: those of its characters, and their variants. */
function listDrawnGlyphs(font: Buffer): Set<number> {
  const wide = font.readInt16BE(findTable(font, 'head').offset + 50) === 1;
  const { offset, length } = findTable(font, 'loca');
  const place = (glyph: number) =>
    wide ? font.readUInt32BE(offset + 4 * glyph) : font.readUInt16BE(offset + 2 * glyph);
  const drawn = new Set<number>();
  for (let glyph = 1; glyph < length / (wide ? 4 : 2) - 1; glyph += 1) {
    if (place(glyph + 1) > place(glyph)) drawn.add(glyph);
  }
  return drawn;
}
