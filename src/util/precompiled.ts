import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { packages } from './program.ts';

/** Where the compiled program has what was made of a text: named after it, so that it is never that of another. */
export function precompiledFile(source: string): string {
  const hash = createHash('sha256').update(source).digest('hex');
  return join('precompiled', `${hash.slice(0, 32)}.cjs`);
}

/** What was made of a text when the program was compiled; null for any other text, and where the program runs as it is written. */
export function findPrecompiled(source: string): unknown {
  try {
    return packages(join(import.meta.dirname, precompiledFile(source)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}
