import { resolve } from 'node:path';
import { hasErrors } from '../diagnostic.ts';
import { withStaged } from '../sources/staged.ts';
import { MachineTrouble } from '../trouble.ts';
import { type Checked, type CheckOptions, check } from './check.ts';
import type { Sentence } from './sentence.ts';

export interface StagedChecked extends Checked {
  /** What the errors mean for the commit. */
  told: Sentence[];
}

/**
 * Checks the years that the next commit changes, as they are staged. Null when nothing of any year is. Throws
 * MachineTrouble.
 */
export async function checkStaged(options: CheckOptions): Promise<StagedChecked | null> {
  const { cwd, projects, paths } = options;
  if (paths.length > 0) throw new MachineTrouble('usage/staged-paths');
  return await withStaged(resolve(cwd, projects), async (staged) => {
    if (staged.years.length === 0) return null;
    const templates = resolve(cwd, options.templates);
    const checked = check({ ...options, templates, cwd: staged.cwd, paths: staged.years });
    const told = hasErrors(checked.diagnostics) ? [{ code: 'staged/errors', args: {} }] : [];
    return { ...checked, told };
  });
}
