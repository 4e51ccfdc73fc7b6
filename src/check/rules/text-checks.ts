import type { Check } from '../check.ts';
import { characterChecks } from './characters.ts';
import { contradictionChecks } from './contradictions.ts';
import { copyChecks } from './copies.ts';
import { goalChecks } from './goal.ts';
import { hiddenQuantityChecks } from './hidden-quantities.ts';
import { markupChecks } from './markup.ts';
import { misprintChecks } from './misprints.ts';
import { punctuationChecks } from './punctuation.ts';
import { wordingChecks } from './wording.ts';

/** The checks on what a table says, from its characters to its sense. */
export const textChecks: readonly Check[] = [
  ...markupChecks,
  ...characterChecks,
  ...punctuationChecks,
  ...misprintChecks,
  ...hiddenQuantityChecks,
  ...contradictionChecks,
  ...wordingChecks,
  ...copyChecks,
  ...goalChecks,
];
