import { EnvironmentError } from '../util/environment-error.ts';

/** SOURCE_DATE_EPOCH, seconds since 1970, or null when it is not set. Throws EnvironmentError `usage/epoch`. */
export function readEpoch(env: NodeJS.ProcessEnv): number | null {
  const value = env.SOURCE_DATE_EPOCH;
  if (value === undefined || value === '') return null;
  if (!/^\d{1,11}$/.test(value)) throw new EnvironmentError('usage/epoch', { value });
  return Number(value);
}
