import type { Check } from './check.ts';
import { checkGlyphs } from './glyphs.ts';
import {
  checkFileName,
  checkOrder,
  checkRepeatedCode,
  checkRepeatedName,
  checkReservedName,
} from './identity.ts';

/** Every check that goes beyond the JSON Schema, in one list. */
export const CHECKS: readonly Check[] = [
  { codes: { 'code/repeated': 'error' }, run: checkRepeatedCode },
  { codes: { 'name/repeated': 'warning' }, run: checkRepeatedName },
  { codes: { 'name/file': 'warning' }, run: checkFileName },
  { codes: { 'file/reserved': 'error', 'file/same-name': 'error' }, run: checkReservedName },
  { codes: { 'order/unknown-name': 'error', 'order/incomplete': 'warning' }, run: checkOrder },
  { codes: { 'text/no-glyph': 'warning' }, run: checkGlyphs },
];
