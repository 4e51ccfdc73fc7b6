import { toFullWidth } from '../form/text.ts';
import { type Diagnostic, diagnose, type Span } from '../report/diagnostic.ts';

/** Windows keeps these names for devices, with or without an ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=$|\.)/iu;
/** The name, ending left off, as Windows can hold it: itself, a correction, or null for the name of a device. */
export function fitForWindows(name: string): string | null {
  if (DEVICE.test(name)) return null;
  // What Windows takes for something else has a twin that it leaves alone.
  return name.replace(/[<>:"|?*\\]/g, toFullWidth).replace(/[. ]{1,20}$/u, '');
}

/** Why a file or folder of this name cannot be on Windows, or null: whoever gets the repository there finds no such file. */
export function refuseFileName(name: string, at: Span): Diagnostic | null {
  const corrected = fitForWindows(name);
  if (corrected === null) return diagnose('error', 'name/windows#device', at, { name });
  return corrected === name ? null : diagnose('error', 'name/windows', at, { name, corrected });
}
