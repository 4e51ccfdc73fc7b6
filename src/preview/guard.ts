import type { IncomingMessage } from 'node:http';

/**
 * Whether a request is none of ours: another name for this machine (a foreign site may resolve its own name to 127.0.0.1),
 * another page as its origin, or anything but reading. What is refused gets nothing.
 */
export function refuse({ method, headers }: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { origin } = headers;
  const host = headers.host?.toLowerCase() ?? '';
  const site = headers['sec-fetch-site'];
  if (method !== 'GET' && method !== 'HEAD') return true;
  if (!hosts.includes(host)) return true;
  if (origin !== undefined && origin !== `http://${host}`) return true;
  // `none`: typed or followed from another program. Browsers send it with every request; other programs do not.
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** The parts of a path, decoded; null for one that climbs (`..`), hides a slash, or cannot be decoded. */
export function splitPath(address: string): string[] | null {
  const path = address.split(/[?#]/, 1)[0] ?? '';
  if (!path.startsWith('/')) return null;
  try {
    const parts = path.slice(1).split('/').map(decodeURIComponent);
    return parts.every((part) => part !== '.' && part !== '..' && !/[/\\\0]/.test(part)) ? parts : null;
  } catch {
    return null;
  }
}
