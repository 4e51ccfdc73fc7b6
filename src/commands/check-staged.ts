import { basename, resolve } from 'node:path';
import { hasErrors } from '../diagnostic.ts';
import { withStaged } from '../sources/staged.ts';
import { MachineTrouble } from '../trouble.ts';
import { type Checked, type CheckOptions, check } from './check.ts';
import type { Sentence } from './sentence.ts';

export interface StagedChecked extends Pick<Checked, 'diagnostics' | 'texts' | 'projects'> {
  /** What the errors mean for the commit. */
  told: Sentence[];
}

/**
 * Checks the years that the next commit changes, as they are staged. Throws MachineTrouble.
 */
export async function checkStaged(options: CheckOptions): Promise<StagedChecked> {
  const { cwd, projects, paths } = options;
  if (paths.length > 0) throw new MachineTrouble('usage/staged-paths');
  return await withStaged(resolve(cwd, projects), async (staged) => {
    const { strays } = staged;
    const years = staged.years.filter(
      (year) => options.year === undefined || basename(year) === options.year,
    );
    if (years.length === 0) return { diagnostics: strays, texts: new Map(), projects: 0, told: [] };
    const templates = resolve(cwd, options.templates);
    const checked = check({ ...options, templates, cwd: staged.cwd, paths: years });
    const told = hasErrors(checked.diagnostics) ? [{ code: 'staged/errors', args: {} }] : [];
    // Those of the folder that git wrote for this are in what is staged, too.
    const known = new Set(checked.strays.map(({ at }) => at.file));
    const more = strays.filter(({ at }) => !known.has(at.file));
    return { ...checked, diagnostics: [...checked.diagnostics, ...more], told };
  });
}
