import type { CommandName } from './options.ts';

/**
 * Options that say different things: the first of a line does not go with any of the others. `form=自评`: an option with that
 * value. One that was simply ignored would do something else than its author meant.
 */
const EXCLUDING: Partial<Record<CommandName, readonly (readonly [string, ...string[]])[]>> = {
  check: [
    ['list', 'fix', 'staged', 'shard', 'year'],
    ['shard', 'fix', 'staged'],
    ['fix', 'staged'],
  ],
  build: [['shard', 'draft']],
  new: [
    ['from-year', 'form=自评', 'form=监控', 'form=整体', 'month', 'example', 'codeowners'],
    ['form=自评', 'from', 'code'],
    ['form=监控', 'from', 'code'],
  ],
};

/** Two options that were given together and exclude each other, as they were written; null when all go together. */
export function findExcluding(
  name: CommandName,
  given: ReadonlyMap<string, string | true>,
): [string, string] | null {
  const isGiven = (option: string) => {
    const [key = '', value] = option.split('=');
    return value === undefined ? given.has(key) : given.get(key) === value;
  };
  for (const [first, ...others] of [...(EXCLUDING[name] ?? []), ['quiet', 'verbose'] as const]) {
    const other = isGiven(first) && others.find(isGiven);
    if (other) return [first, other].map((option) => `--${option.replace('=', ' ')}`) as [string, string];
  }
  return null;
}
