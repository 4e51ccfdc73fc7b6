import { resolve } from 'node:path';
import type { CheckOptions } from '../compile.ts';
import type { Message } from '../report/diagnostic.ts';
import { hasErrors } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { withStaged } from '../workspace/git/staged.ts';
import { type CheckedSources, check } from './check.ts';

export interface StagedChecked extends CheckedSources {
  messages: Message[];
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
    if (folders.length === 0) {
      const groups = [{ office: null, diagnostics: strays, texts: new Map() }];
      return { groups, strays, projects: 0, hasErrors: hasErrors(strays), tables: [], messages: [] };
    }
    const templates = resolve(cwd, options.templates);
    const checked = check({ ...options, templates, cwd: staged.cwd, paths: folders }, strays);
    return { ...checked, messages: checked.hasErrors ? [{ code: 'staged/errors', args: {} }] : [] };
  });
}
