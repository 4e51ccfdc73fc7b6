import { dirname, relative, resolve, sep } from 'node:path';
import { isYear } from '../read/source.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import type { Manifest } from './manifest.ts';
import { showPath } from './show-path.ts';

/**
 * The one folder that holds all these year folders; `otherwise` when there is none. Throws EnvironmentError `out/two-roots`: years
 * of two would be written over each other.
 */
export function findRoot(cwd: string, folders: readonly string[], otherwise: string): string {
  const roots = [...new Set(folders.map((folder) => dirname(resolve(cwd, folder))))];
  const [root = resolve(cwd, otherwise), other] = roots;
  if (other !== undefined)
    throw new EnvironmentError('out/two-roots', { root: showPath(cwd, root), other: showPath(cwd, other) });
  return root;
}

/** Where outputs are written, and the folder of the years that they are made from. */
export interface OutputPlace {
  cwd: string;
  out: string;
  root: string;
}

/**
 * Notes in the manifest whose outputs it lists: the folder of the years, as seen from `out`, so that moving both changes nothing.
 * Returns that name. Throws EnvironmentError: `out/other-root` when they are those of another folder, `out/in-sources` when
 * outputs would be among the sources.
 */
export function claimOutputs(manifest: Manifest, place: OutputPlace): string {
  const [first = ''] = relative(place.root, place.out).split(sep);
  if (first === '' || isYear(first))
    throw new EnvironmentError('out/in-sources', { out: showPath(place.cwd, place.out) });
  const own = relative(place.out, place.root).split(sep).join('/');
  if (manifest.root !== null && manifest.root !== own && manifest.files.size > 0)
    throw toOtherRoot(manifest.root, place);
  manifest.root = own;
  return own;
}

/** `other`: a folder of years as seen from `out`, whose outputs are there. */
export function toOtherRoot(other: string, { cwd, out, root }: OutputPlace): EnvironmentError {
  return new EnvironmentError('out/other-root', {
    out: showPath(cwd, out),
    root: showPath(cwd, root),
    other: showPath(cwd, resolve(out, other)),
  });
}
