import { join } from 'node:path';
import type { ResultsPlace } from '../read/results-place.ts';
import {
  BOOKLET_STEM,
  byStem,
  gatherResults,
  gatherYear,
  isSourceName,
  type YearSources,
} from '../read/source.ts';
import { diagnose } from '../report/diagnostic.ts';
import { type OfficeFolder, readFolder } from './office-folders.ts';
import { listResultsFolders } from './results-folders.ts';
import { showPath } from './show-path.ts';
import { readSource } from './source-reader.ts';

/** Its sources, and what is wrong with files that are not read. */
export function readOffice(
  cwd: string,
  office: OfficeFolder,
  { hasResults = true, read: readOne = readSource } = {},
): YearSources {
  const readAll = (files: readonly string[]) => files.map((path) => readOne(cwd, path));
  const [{ files }, ...listed] = listFolders(office);
  const folders = hasResults ? listed : [];
  const results = folders.map(({ folder, place, files }) =>
    gatherResults(place, showPath(cwd, folder), readAll(files)),
  );
  const read = gatherYear(office.path, showPath(cwd, office.folder), readAll(files), results);
  const twins = office.twins.map(({ folder, other }) => {
    const at = { file: `${showPath(cwd, folder)}/${BOOKLET_STEM}.yaml`, start: 0, end: 0 };
    return diagnose('error', 'file/same-name#folder', at, { other: showPath(cwd, other) });
  });
  return { ...read, diagnostics: [...read.diagnostics, ...twins] };
}

interface Listed {
  folder: string;
  /** Its sources in a fixed order. */
  files: string[];
}

/** An office's own folder, then those of its results. */
export function listFolders({
  folder,
  names,
}: OfficeFolder): [Listed, ...(Listed & { place: ResultsPlace })[]] {
  const inOrder = (within: string, names: readonly string[]) =>
    names.toSorted(byStem).map((name) => join(within, name));
  const results = listResultsFolders(folder).map(({ path, ...place }) => {
    const own = readFolder(path).map(({ name }) => name);
    return { folder: path, files: inOrder(path, own.filter(isSourceName)), place };
  });
  return [{ folder, files: inOrder(folder, names) }, ...results];
}
