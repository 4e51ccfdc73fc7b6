/** Names that are listed before it is only said that there are more. */
export const MOST_NAMES = 20;

export function listFirst(names: readonly string[]): string {
  return [...names.slice(0, MOST_NAMES), ...(names.length > MOST_NAMES ? ['……'] : [])].join('、');
}
