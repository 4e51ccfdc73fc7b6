import { compile } from '../../scripts/compile.mjs';
import { PROGRAM_ROOT } from '../util/program.ts';
import { findCurrent } from '../workspace/compiled.mjs';

/** Tests of the command line run the compiled program: it is made before the first of them, and once. */
export default async function compileOnce(): Promise<void> {
  if (findCurrent(PROGRAM_ROOT) === null) await compile(PROGRAM_ROOT);
}
