import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RESULTS_FOLDERS, type ResultsPlace, toResultsPlace } from '../read/results-place.ts';
import { compareText } from '../report/diagnostic.ts';

/** The folders of results of a year or an office, in the order of its time: months, then 自评. Links are not followed. */
export function listResultsFolders(goals: string): (ResultsPlace & { path: string })[] {
  const folders = (steps: readonly string[]) =>
    readdirSync(join(goals, ...steps), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => [...steps, name.normalize('NFC')])
      .sort(([, a = ''], [, b = '']) => compareText(a, b));
  const found = folders([])
    .filter(([name = '']) => RESULTS_FOLDERS.has(name))
    .flatMap((steps) => (toResultsPlace(steps) === null ? folders(steps) : [steps]));
  return found
    .flatMap((steps) => {
      const place = toResultsPlace(steps);
      return place === null ? [] : [{ ...place, path: join(goals, ...steps) }];
    })
    .sort((a, b) => (a.month ?? 13) - (b.month ?? 13));
}
