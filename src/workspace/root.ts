import { dirname, relative, resolve, sep } from 'node:path';
import { MachineTrouble } from '../util/trouble.ts';
import type { Manifest } from './manifest.ts';

/**
 * The one folder that holds all these year folders; `otherwise` when there is none. Throws MachineTrouble `out/two-roots`: years
 * of two would be written over each other.
 */
export function findRoot(cwd: string, folders: readonly string[], otherwise: string): string {
  const roots = [...new Set(folders.map((folder) => dirname(resolve(cwd, folder))))];
  const [root = resolve(cwd, otherwise), other] = roots;
  if (other !== undefined)
    throw new MachineTrouble('out/two-roots', { root: show(cwd, root), other: show(cwd, other) });
  return root;
}

/**
 * Notes in the manifest whose outputs it lists: the folder of the years, as seen from `out`, so that moving both changes nothing.
 * Throws MachineTrouble `out/other-root` when they are those of another folder.
 */
export function claimOutputs(
  manifest: Manifest,
  { cwd, out, root }: { cwd: string; out: string; root: string },
): void {
  const own = relative(out, root).split(sep).join('/');
  if (manifest.root !== null && manifest.root !== own && manifest.files.size > 0) {
    const other = show(cwd, resolve(out, manifest.root));
    throw new MachineTrouble('out/other-root', { out: show(cwd, out), root: show(cwd, root), other });
  }
  manifest.root = own;
}

function show(cwd: string, path: string): string {
  const inside = relative(cwd, path);
  return (inside === '' || inside.startsWith('..') ? path : inside).split(sep).join('/');
}
