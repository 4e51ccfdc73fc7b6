import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * The folder that the program itself is installed in: its schemas and templates, and the files that it hands out as they are.
 * The same distance from here in src/ as from what is compiled, dist/NAME/….js.
 */
export const PROGRAM_ROOT = join(import.meta.dirname, '..', '..');

/** Finds what belongs to the packages that the program was installed with. */
export const packages = createRequire(join(PROGRAM_ROOT, 'package.json'));
