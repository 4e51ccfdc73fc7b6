import { type Diagnostic, diagnose, type Span } from '../report/diagnostic.ts';

/** Windows keeps these names for devices, with or without an ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=$|\.)/iu;
/** What Windows takes for something else, and the full-width twin that it leaves alone. */
const TWINS: ReadonlyMap<string, string> = new Map([
  ['<', '＜'],
  ['>', '＞'],
  [':', '：'],
  ['"', '＂'],
  ['|', '｜'],
  ['?', '？'],
  ['*', '＊'],
  ['\\', '＼'],
]);

/**
 * Why a file or folder of this name cannot be on Windows, or null. A name without its ending: the clerk who gets the
 * repository there finds neither the source nor its outputs.
 */
export function refuseFileName(name: string, at: Span): Diagnostic | null {
  if (DEVICE.test(name)) return diagnose('error', 'name/windows#device', at, { name });
  const corrected = Array.from(name, (character) => TWINS.get(character) ?? character)
    .join('')
    .replace(/[. ]{1,20}$/u, '');
  if (corrected === name) return null;
  return diagnose('error', 'name/windows', at, { name, corrected });
}
