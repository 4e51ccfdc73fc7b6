import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { listOffices } from '../office-folders.ts';
import { readGit } from './version.ts';

/**
 * The top of the working tree that a year's folder is in, or without git the folder around that of the years; and the folders of
 * the year and its offices as paths from there, with forward slashes.
 */
export async function findOfficesInTree(year: string): Promise<{ top: string; folders: string[] }> {
  // Git names folders by their real paths.
  const projects = realpathSync(dirname(year));
  const git = await readGit(projects);
  const top = git.state === 'ready' ? resolve(git.root) : dirname(projects);
  const offices = listOffices(join(projects, basename(year)));
  return { top, folders: offices.map(({ folder }) => relative(top, folder).split(sep).join('/')) };
}
