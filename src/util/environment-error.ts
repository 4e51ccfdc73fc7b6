import type { ArgsOf, MessageCode } from '../messages/wording.ts';

/**
 * The machine's trouble: no browser, no disk, a template that does not load. It is thrown, caught once in `scripts/`,
 * printed as one sentence with its remedy, and ends the program with exit code 2. An author's mistake is never one.
 */
export class EnvironmentError<Code extends MessageCode = MessageCode> extends Error {
  override name = 'EnvironmentError';
  readonly code: MessageCode;
  readonly args: Record<string, string>;
  /** `file:line:column` of what is wrong, where it is a file of the templates. */
  readonly place: string | null;

  /** `code` is a key of the catalogue in src/messages; `args` fill its placeholders. */
  constructor(
    code: Code,
    ...[args = {}, cause, place = null]: ArgsOf<Code, [cause?: unknown, place?: string | null]>
  ) {
    super(`${code} ${JSON.stringify(args)}`, { cause });
    this.code = code;
    this.args = args;
    this.place = place;
  }
}
