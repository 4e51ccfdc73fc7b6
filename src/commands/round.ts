import { setTimeout } from 'node:timers/promises';
import type { Checked } from '../compile.ts';
import type { Message } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';

/** The last good state, and the machine's trouble that keeps it from being newer. */
export interface Round {
  checked: Checked;
  trouble: Message | null;
}

/** Milliseconds, and how they pass. */
export interface Clock {
  now(): number;
  wait(milliseconds: number): Promise<unknown>;
}

const REAL: Clock = { now: () => performance.now(), wait: (milliseconds) => setTimeout(milliseconds) };

/** Milliseconds of quiet before the result of a file that may be half saved is shown. */
const SECOND_THOUGHT = 80;
const LONGEST_THOUGHT = 500;
/** Milliseconds between two looks meanwhile, for the rest of the file is mostly there at once. */
const GLANCE = 10;

export function goRound(recheck: () => Checked, { checked }: Round): Round {
  try {
    return { checked: recheck(), trouble: null };
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return { checked, trouble: { code: error.code, args: error.args } };
  }
}

/**
 * What the files say once they have said it for a while, if it may be half of what is meant; otherwise at once. `quietFor`:
 * milliseconds since the last change.
 */
export async function lookTillQuiet(
  recheck: () => Checked,
  before: Round,
  quietFor: () => number,
  clock = REAL,
): Promise<Round> {
  const start = clock.now();
  for (;;) {
    // A look at many tables takes time of its own: what counts is when it began. And the last change may have been reported
    // before the round that was then shown: silence from before the first look says nothing of what this look finds.
    const thought = clock.now() - start;
    const isLast = Math.min(quietFor(), thought) >= SECOND_THOUGHT || thought >= LONGEST_THOUGHT;
    const seen = goRound(recheck, before);
    if (isLast || !mayBeHalfSaved(seen, before)) return seen;
    await clock.wait(GLANCE);
  }
}

export function isSame(one: Round, other: Round): boolean {
  return one.checked === other.checked && JSON.stringify(one.trouble) === JSON.stringify(other.trouble);
}

/**
 * Whether an error is new, a file is missing, or the templates have changed: half a template, even an empty file, may be
 * without a mistake, and every page would show it.
 */
function mayBeHalfSaved(now: Round, before: Round): boolean {
  const isNewTrouble = now.trouble !== null && now.trouble.code !== before.trouble?.code;
  const known = listErrors(before.checked);
  return (
    isNewTrouble ||
    now.checked.context !== before.checked.context ||
    [...listErrors(now.checked)].some((error) => !known.has(error)) ||
    now.checked.projects < before.checked.projects
  );
}

function listErrors({ diagnostics }: Checked): Set<string> {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return new Set(errors.map(({ code, at }) => `${at.file} ${code}`));
}
