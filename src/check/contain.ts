import { type Diagnostic, diagnose } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';

/**
 * What a stage makes of one file. When it throws, that is a fault of the program; it is reported as an error of the file, with the
 * place in the program, so that the file is known and the others are made all the same.
 */
export function contain<T>(file: string, run: () => T, otherwise: (fault: Diagnostic) => T): T {
  try {
    return run();
  } catch (cause) {
    if (cause instanceof EnvironmentError) throw cause;
    const { stack = '' } = cause as Error;
    const place = stack.split('\n').find((line) => line.trimStart().startsWith('at ')) ?? '';
    const reason = `${String(cause)} ${place.trim()}`.trim();
    return otherwise(diagnose('error', 'file/failed', { file, start: 0, end: 0 }, { reason }));
  }
}
