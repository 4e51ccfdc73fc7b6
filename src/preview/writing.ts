import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A route that writes: `path` is what is behind its name. */
export type WritingRoute = JsonRoute | FileRoute;

interface JsonRoute {
  kind: 'json';
  /** Bytes that its body may have. */
  most: number;
  answer(path: string[], body: unknown): Answered | Promise<Answered>;
}

/** Its body is a file as it is. */
interface FileRoute {
  kind: 'file';
  most: number;
  /** What a larger one is answered. */
  tooLarge: Answered;
  /** Null as long as another file has its turn. */
  begin(): FileTurn | null;
  busy: Answered;
}

export interface FileTurn {
  /** `signal`: whoever sent it has gone. */
  answer(path: string[], file: SentFile, signal: AbortSignal): Promise<Answered>;
  end(): void;
}

export interface SentFile {
  /** What it was called: one line without a folder, to be shown. */
  name: string;
  bytes: Buffer;
}

export interface Answered {
  status: number;
  body: object;
}

/** Milliseconds: a body comes from this machine, all at once. */
const BODY_WITHIN = 5000;
/** A file may come from a slow disk or another machine. */
const FILE_WITHIN = 60_000;

const TYPES: Readonly<Record<WritingRoute['kind'], RegExp>> = {
  json: /^application\/json(?:;\s*charset=utf-8)?$/i,
  file: /^application\/octet-stream$/i,
};

/**
 * Whether a request to write is none of ours. On top of what reading asks for (`refuse`) it names the page's own origin and the
 * token of this run, which no other page can read, and says that its body is JSON or bytes, which no form of another page can send.
 */
export function refuseWriting(
  { method, headers }: IncomingMessage,
  port: number,
  token: string,
  kind: WritingRoute['kind'],
): boolean {
  const host = headers.host?.toLowerCase() ?? '';
  const site = headers['sec-fetch-site'];
  if (method !== 'POST') return true;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return true;
  if (headers.origin !== `http://${host}` || (site !== undefined && site !== 'same-origin')) return true;
  if (!TYPES[kind].test(headers['content-type'] ?? '')) return true;
  const given = Buffer.from(String(headers['x-jixiaoce-token'] ?? ''));
  const own = Buffer.from(token);
  return given.length !== own.length || !timingSafeEqual(given, own);
}

/** Answers a request that was not refused. */
export async function answerWriting(
  request: IncomingMessage,
  response: ServerResponse,
  route: WritingRoute | undefined,
  path: string[],
): Promise<void> {
  const send = ({ status, body }: Answered) => {
    // Whoever asked may be gone by now.
    if (response.destroyed) return;
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
      .end(JSON.stringify(body));
  };
  const refuseBody = (answered: Answered) => {
    send(answered);
    // What is left of it is thrown away, for a while, so that the answer is read.
    request.resume();
    setTimeout(() => request.complete || request.destroy(), BODY_WITHIN).unref();
  };
  if (route === undefined) return send({ status: 404, body: {} });
  if (route.kind === 'json') {
    const bytes = await readBody(request, route.most, BODY_WITHIN);
    if (bytes === null) return refuseBody({ status: 413, body: {} });
    const json = parseJson(bytes);
    return send(json === undefined ? { status: 400, body: {} } : await route.answer(path, json));
  }
  const turn = route.begin();
  if (turn === null) return refuseBody(route.busy);
  try {
    const bytes = await readBody(request, route.most, FILE_WITHIN);
    if (bytes === null) return refuseBody(route.tooLarge);
    const leaving = new AbortController();
    response.once('close', () => leaving.abort());
    const name = toFileName(String(request.headers['x-jixiaoce-file'] ?? ''));
    send(await turn.answer(path, { name, bytes }, leaving.signal));
  } finally {
    turn.end();
  }
}

/** Null for one that is too long, has no length, or does not come. */
function readBody(request: IncomingMessage, most: number, within: number): Promise<Buffer | null> {
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  if (!Number.isSafeInteger(length) || length > most) return Promise.resolve(null);
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    const end = (body: Buffer | null) => {
      clearTimeout(timer);
      resolve(body);
    };
    const timer = setTimeout(end, within, null);
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.once('error', () => end(null));
    request.once('close', () => end(null));
    request.once('end', () => end(Buffer.concat(pieces)));
  });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** UTF-16 units of the longest name that is shown: of a longer one the end, with its ending, is. */
const LONGEST_NAME = 120;

/** The last part of a name that came percent-encoded, without what steers the text around it. */
export function toFileName(encoded: string): string {
  let decoded = '';
  try {
    decoded = decodeURIComponent(encoded);
  } catch {
    // It is nothing that the page sends.
  }
  const last =
    decoded
      .slice(-4 * LONGEST_NAME)
      .split(/[/\\]/)
      .at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim();
  return plain.slice(-LONGEST_NAME).replace(/^\.+/, '') || 'file';
}
