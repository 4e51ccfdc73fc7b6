import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A route that writes: `path` is what is behind its name. */
export interface WritingRoute {
  /** Bytes that its body may have. */
  most: number;
  answer(path: string[], body: unknown): Answered | Promise<Answered>;
}

export interface Answered {
  status: number;
  body: object;
}

/** Milliseconds: a body comes from this machine, all at once. */
const BODY_WITHIN = 5000;

/**
 * Whether a request to write is none of ours. On top of what reading asks for (`refuse`) it names the page's own origin and the
 * token of this run, which no other page can read, and says that its body is JSON, which no form of another page can send.
 */
export function refuseWriting({ method, headers }: IncomingMessage, port: number, token: string): boolean {
  const host = headers.host?.toLowerCase() ?? '';
  const site = headers['sec-fetch-site'];
  if (method !== 'POST') return true;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return true;
  if (headers.origin !== `http://${host}` || (site !== undefined && site !== 'same-origin')) return true;
  if (!/^application\/json(?:;\s*charset=utf-8)?$/i.test(headers['content-type'] ?? '')) return true;
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
  const send = ({ status, body }: Answered) =>
    response
      .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
      .end(JSON.stringify(body));
  if (route === undefined) return void send({ status: 404, body: {} });
  const body = await readBody(request, route.most);
  if (body === null) {
    send({ status: 413, body: {} });
    // What is left of it is thrown away, for a while, so that the answer is read.
    request.resume();
    setTimeout(() => request.complete || request.destroy(), BODY_WITHIN).unref();
    return;
  }
  send(body.json === undefined ? { status: 400, body: {} } : await route.answer(path, body.json));
}

/** Null for one that is too long, has no length, or does not come; `json` is undefined where it is none. */
function readBody(request: IncomingMessage, most: number): Promise<{ json: unknown } | null> {
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  if (!Number.isSafeInteger(length) || length > most) return Promise.resolve(null);
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    const end = (body: { json: unknown } | null) => {
      clearTimeout(timer);
      resolve(body);
    };
    const timer = setTimeout(end, BODY_WITHIN, null);
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.once('error', () => end(null));
    request.once('close', () => end(null));
    request.once('end', () => end({ json: parseJson(Buffer.concat(pieces)) }));
  });
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
