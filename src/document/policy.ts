import { createHash } from 'node:crypto';

/**
 * What an HTML file that is opened from a disk may do: show itself with its own styles, and run `script` when it has one. It
 * loads nothing and sends nothing, whatever is written in it.
 */
export function toPolicy(script?: string): string {
  const scripts =
    script === undefined
      ? ''
      : ` script-src 'sha256-${createHash('sha256').update(script).digest('base64')}';`;
  return `default-src 'none';${scripts} style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'`;
}
