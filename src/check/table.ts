import type { Check } from './check.ts';
import { codeChecks } from './rules/code.ts';
import { dateChecks } from './rules/dates.ts';
import { figureChecks } from './rules/figures.ts';
import { checkGlyphs } from './rules/glyphs.ts';
import {
  checkFileName,
  checkFolder,
  checkOrder,
  checkRepeatedCode,
  checkRepeatedName,
  checkReservedName,
  checkWindowsName,
} from './rules/identity.ts';
import { moneyChecks } from './rules/money.ts';
import { structureChecks } from './rules/structure.ts';
import { textChecks } from './rules/text-checks.ts';
import { checkToFill } from './rules/to-fill.ts';
import { valueChecks } from './rules/values.ts';

/** Every check that goes beyond the JSON Schema, in one list. */
export const CHECKS: readonly Check[] = [
  { codes: { 'code/repeated': 'error' }, comparesTables: true, run: checkRepeatedCode },
  { codes: { 'name/repeated': 'warning' }, comparesTables: true, run: checkRepeatedName },
  { codes: { 'name/file': 'warning' }, run: checkFileName },
  {
    codes: { 'file/reserved': 'error', 'file/same-name': 'error' },
    comparesTables: true,
    run: checkReservedName,
  },
  { codes: { 'name/windows': 'error' }, run: checkWindowsName },
  {
    codes: { 'order/unknown-name': 'error', 'order/incomplete': 'warning' },
    comparesTables: true,
    run: checkOrder,
  },
  { codes: { 'booklet/year': 'warning' }, run: checkFolder },
  { codes: { 'text/no-glyph': 'warning' }, run: checkGlyphs },
  { codes: { 'text/to-fill': 'error' }, run: checkToFill },
  ...codeChecks,
  ...structureChecks,
  ...moneyChecks,
  ...figureChecks,
  ...valueChecks,
  ...dateChecks,
  ...textChecks,
];
