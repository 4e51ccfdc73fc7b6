import { resolve } from 'node:path';
import type { Checked, CheckOptions } from '../compile.ts';
import { hasErrors } from '../report/diagnostic.ts';
import type { Sentence } from '../report/sentence.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { withStaged } from '../workspace/git/staged.ts';
import { check } from './check.ts';

export interface StagedChecked extends Pick<Checked, 'diagnostics' | 'texts' | 'projects' | 'strays'> {
  told: Sentence[];
}

/**
 * Checks the years and offices that the next commit changes, as they are staged. Throws EnvironmentError.
 */
export async function checkStaged(options: CheckOptions): Promise<StagedChecked> {
  const { cwd, projects, paths } = options;
  if (paths.length > 0) throw new EnvironmentError('usage/staged-paths');
  return await withStaged(resolve(cwd, projects), async (staged) => {
    const { strays } = staged;
    const folders = staged.folders.filter(
      (folder) => options.year === undefined || folder.split('/')[1] === options.year,
    );
    if (folders.length === 0) return { diagnostics: strays, strays, texts: new Map(), projects: 0, told: [] };
    const templates = resolve(cwd, options.templates);
    const checked = check({ ...options, templates, cwd: staged.cwd, paths: folders });
    const told = hasErrors(checked.diagnostics) ? [{ code: 'staged/errors', args: {} }] : [];
    // Those of the folder that git wrote for this are in what is staged, too.
    const known = new Set(checked.strays.map(({ at }) => at.file));
    const more = strays.filter(({ at }) => !known.has(at.file));
    return {
      ...checked,
      diagnostics: [...checked.diagnostics, ...more],
      strays: [...checked.strays, ...more],
      told,
    };
  });
}
