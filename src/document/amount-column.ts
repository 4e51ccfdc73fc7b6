/** `30` → `30.00`, `+0.5` → `+0.50`: in a column of amounts the points are below each other. More decimals stay; what is no number, too. */
export function toColumnAmount(amount: string): string {
  const [, whole, decimals = ''] = /^([-+]?\d+)(?:\.(\d+))?$/.exec(amount) ?? [];
  return whole === undefined ? amount : `${whole}.${decimals.padEnd(2, '0')}`;
}
