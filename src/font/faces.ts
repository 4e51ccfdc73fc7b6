import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { EnvironmentError } from '../util/environment-error.ts';
import { packages } from '../util/program.ts';
import { findTable, readCharacterMap } from './cmap.ts';

/** One of the two typefaces that everything is set in. There is no bold and no italic: a made-up one becomes Type 3. */
export interface Face {
  /** The name in the style sheets. */
  family: string;
  /** The name that the face has in a PDF. */
  postScriptName: string;
  /** npm package, and the file in it. */
  packageName: string;
  file: string;
  /**
   * Font units (thousandths of the type size) that its outlines are rounded to in print, for smaller PDFs; nothing moves by
   * more than half a step. That is to stay under half a dot of a 600 dpi printer, 21 µm: 10.5 points × 4/1000 are 15 µm.
   */
  outlineStep: number;
}

export const faces: readonly [song: Face, hei: Face] = [
  {
    family: 'Jixiaoce Song',
    postScriptName: 'NotoSerifSC-Regular',
    packageName: '@expo-google-fonts/noto-serif-sc',
    file: '400Regular/NotoSerifSC_400Regular.ttf',
    outlineStep: 8,
  },
  {
    family: 'Jixiaoce Hei',
    postScriptName: 'NotoSansSC-Medium',
    packageName: '@expo-google-fonts/noto-sans-sc',
    file: '500Medium/NotoSansSC_500Medium.ttf',
    outlineStep: 4,
  },
];

/** Which characters print as themselves. */
export interface Coverage {
  /** True also for what needs no glyph: see `needsNoGlyph`. */
  has(codePoint: number): boolean;
}

/** The font's file, whatever the working directory. Fails with `fonts/missing`. */
export function facePath(face: Face): string {
  return resolveInPackage(face, face.file);
}

/** Names the font in a fingerprint without reading its 15 MB. npm never changes a published version. */
export function faceIdentity(face: Face): string {
  const { version } = JSON.parse(readFileSync(resolveInPackage(face, 'package.json'), 'utf8')) as {
    version: string;
  };
  return `${face.packageName}@${version}/${face.file}`;
}

/** Reads the font's cmap table alone, in a few ms. Fails with `fonts/missing` or `fonts/unreadable`. */
export function readCoverage(face: Face): Coverage {
  const bits = new Uint8Array(0x110000 / 8);
  for (const { first, last } of readCharacterMap(readCmap(face))) {
    for (let code = first; code <= last; code += 1)
      bits[code >> 3] = (bits[code >> 3] ?? 0) | (1 << (code & 7));
  }
  return {
    has: (codePoint) =>
      (((bits[codePoint >> 3] ?? 0) >> (codePoint & 7)) & 1) === 1 || needsNoGlyph(codePoint),
  };
}

/** What both faces have: the same words are in a heading (Hei) and in a cell (Song). */
export function readCommonCoverage(): Coverage {
  const coverages = faces.map(readCoverage);
  return { has: (codePoint) => coverages.every((coverage) => coverage.has(codePoint)) };
}

/**
 * Characters that draw nothing, so that no font need have them: line breaks, tabs and other control characters; blanks
 * of every width (the browser measures those that a font does not have); and what Unicode calls default ignorable: soft hyphens,
 * zero-width spaces and joiners, marks of direction, variation selectors. Whether they may be in a source at all is
 * for the checks to say. The Ogham space is the one blank that is drawn. Private-use characters are drawn.
 */
export function needsNoGlyph(codePoint: number): boolean {
  return codePoint !== 0x1680 && drawsNothing.test(String.fromCodePoint(codePoint));
}

const drawsNothing = /^[\p{Cc}\p{Zs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]$/u;

function resolveInPackage({ packageName }: Face, file: string): string {
  try {
    return packages.resolve(`${packageName}/${file}`);
  } catch (cause) {
    throw new EnvironmentError('fonts/missing', { package: packageName }, cause);
  }
}

function readCmap(face: Face): Buffer {
  const path = facePath(face);
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const header = Buffer.alloc(12 + 16 * 64);
    readSync(file, header, 0, header.length, 0);
    const { offset, length } = findTable(header, 'cmap');
    const cmap = Buffer.alloc(length);
    if (readSync(file, cmap, 0, length, offset) < length) throw new Error('font file ends early');
    return cmap;
  } catch (cause) {
    throw new EnvironmentError('fonts/unreadable', { path }, cause);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
