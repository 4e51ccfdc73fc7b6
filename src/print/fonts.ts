import { readFileSync } from 'node:fs';
import { type GlyphSources, listGlyphSources, openCharacterMap } from '../font/cmap.ts';
import { facePath, faces } from '../font/faces.ts';
import { openGlyphFont } from '../font/glyph-cut.ts';
import type { SharedFont } from '../pdf/shared-font.ts';
import { listWrittenCharacters, type WrittenCharacters } from '../pdf/text-layer.ts';

/** The whole fonts, opened once for all that is printed and bound in a run. */
export interface Fonts {
  files: Buffer[];
  sources: GlyphSources[];
  written: WrittenCharacters;
  /** What documents are bound with. */
  shared: SharedFont[];
}

export function openFonts(): Fonts {
  const files = faces.map((face) => readFileSync(facePath(face)));
  const sources = files.map(listGlyphSources);
  const written = listWrittenCharacters(sources);
  const shared = faces.map(({ postScriptName, outlineStep }, index): SharedFont => {
    const file = files[index] ?? Buffer.alloc(0);
    return {
      name: postScriptName,
      font: openGlyphFont(file, outlineStep),
      sources: sources[index] ?? listGlyphSources(file),
      written,
      glyphOf: openCharacterMap(file),
    };
  });
  return { files, sources, written, shared };
}
