import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export interface Requirements {
  /** The oldest Node.js, e.g. `20.19`. */
  node: string;
  packages: string[];
  version: string;
}

export function readRequirements(root: string): Requirements {
  const { engines, dependencies, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    engines: { node: string };
    dependencies: Record<string, string>;
    version: string;
  };
  return { node: engines.node.replace(/^\D+/, ''), packages: Object.keys(dependencies), version };
}

/** The packages that are not installed where the program in `root` looks for them. Loads none. */
export function findMissingPackages(root: string, packages: readonly string[]): string[] {
  const require = createRequire(join(root, 'package.json'));
  return packages.filter(
    (name) => !require.resolve.paths(name)?.some((folder) => existsSync(join(folder, name, 'package.json'))),
  );
}
