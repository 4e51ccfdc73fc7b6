/** Names that are listed before it is only said that there are more. */
export const MOST_NAMES = 20;

export function listFirst(names: readonly string[], most = MOST_NAMES): string {
  return [...names.slice(0, most), ...(names.length > most ? ['……'] : [])].join('、');
}
