import { MachineTrouble } from '../util/trouble.ts';

/** SOURCE_DATE_EPOCH, seconds since 1970, or null when it is not set. Throws MachineTrouble `usage/epoch`. */
export function readEpoch(env: NodeJS.ProcessEnv): number | null {
  const value = env.SOURCE_DATE_EPOCH;
  if (value === undefined || value === '') return null;
  if (!/^\d{1,11}$/.test(value)) throw new MachineTrouble('usage/epoch', { value });
  return Number(value);
}
