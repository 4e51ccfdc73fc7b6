/**
 * The machine's trouble: no browser, no disk, a template that does not load. It is thrown, caught once in `scripts/`,
 * printed as one sentence with its remedy, and ends the program with exit code 2. An author's mistake is never one.
 */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
  readonly code: string;
  readonly args: Record<string, string>;
  /** `file:line:column` of what is wrong, where it is a file of the templates. */
  readonly place: string | null;

  /** `code` is a key of the catalogue in src/messages; `args` fill its placeholders. */
  constructor(code: string, args: Record<string, string> = {}, cause?: unknown, place: string | null = null) {
    super(`${code} ${JSON.stringify(args)}`, { cause });
    this.code = code;
    this.args = args;
    this.place = place;
  }
}
