import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { facePath, faces } from '../font/faces.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { packages } from '../util/program.ts';
import { bodyOf, readVouched } from '../workspace/printed-body.ts';
import { type ClientsOptions, createClients, type PreviewState } from './clients.ts';
import { refuse, splitPath } from './guard.ts';
import { createPageFiles, FRAME_POLICY, type ServedFile, SHELL_POLICY, toFrame } from './page-files.ts';
import { isListed, type Preview } from './preview.ts';
import { answerWriting, refuseWriting } from './writing.ts';
import { createWritingRoutes, type Writers } from './writing-routes.ts';

export interface PreviewServerOptions extends Omit<ClientsOptions, 'version'> {
  /** Null when nothing may be written from the page: there are no routes that write. */
  writers: Writers | null;
  /** The first port to try; the next free one is taken. 0 is any. */
  port: number;
}

export interface PreviewServer {
  /** `http://127.0.0.1:4173/` */
  address: string;
  /** Sends every client what is new to it. */
  publish(state: PreviewState): void;
  /** Sends what the printer says now. */
  publishPrints(): void;
  close(): Promise<void>;
}

/** What a path below `/-/` leads to; null for what is not there. */
type Answer = ServedFile | { stream: string; type: string; cache: string } | null;

/** Serves the preview to this machine alone. Throws EnvironmentError `watch/no-port`. */
export async function openPreviewServer(options: PreviewServerOptions): Promise<PreviewServer> {
  const { writers, language } = options;
  const token = writers === null ? null : randomBytes(24).toString('base64url');
  const routes = writers === null ? {} : createWritingRoutes(writers, language);
  const files = createPageFiles(language, token, writers?.importer.most ?? 0);
  const clients = createClients({ ...options, version: files.version });
  let state: PreviewState | undefined;

  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      write(request, response);
      return;
    }
    const path = refuse(request, portOf(server)) ? null : splitPath(request.url ?? '/');
    if (path === null || state === undefined) {
      response.writeHead(403).end();
      return;
    }
    const [first = '', second = ''] = path;
    if (first === '-' && second === 'events') {
      listen(request, response, state);
      return;
    }
    const isThere = first === '' || isListed(state.preview, ...splitLast(path));
    const { searchParams } = new URL(request.url ?? '/', 'http://preview.invalid');
    if (first === '-') send(response, 200, answer(path.slice(1), searchParams.get('text') ?? '', state));
    else send(response, isThere ? 200 : 404, files.shell);
  });

  /** `/-/write/ROUTE/…` */
  function write(request: IncomingMessage, response: ServerResponse): void {
    const [first, second, name = '', ...rest] = splitPath(request.url ?? '') ?? [];
    const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
    const isOurs = token !== null && !refuseWriting(request, portOf(server), token, route?.kind ?? 'json');
    if (!isOurs || first !== '-' || second !== 'write' || state === undefined) {
      response.writeHead(403, { connection: 'close' }).end();
      return;
    }
    void answerWriting(request, response, route, rest);
  }

  function answer(
    [what = '', ...place]: string[],
    text: string,
    { preview, templates }: PreviewState,
  ): Answer {
    const own = files.get(what);
    const [year, name] = splitLast(place);
    if (own !== undefined) return own;
    if (what === 'pages.js') return { type: 'text/javascript', content: templates.script };
    if (what === 'frame') return { ...toFrame(templates), policy: FRAME_POLICY };
    if (what === 'font') return answerFont(name);
    if (what === 'mono') return MONO;
    if (what === 'search') {
      return { type: 'application/json', content: JSON.stringify(preview.search(place.join('/'), text)) };
    }
    if (what === 'words') {
      const words = preview.words(place.join('/'));
      return words && { type: 'application/json', content: JSON.stringify(words) };
    }
    if (what === 'table') {
      const page = clients.toPageEvent(preview.pageOfAnchor(year, name));
      return page && { type: 'application/json', content: JSON.stringify(page) };
    }
    return answerPrint(what, preview, year, name.replace(/\.pdf$/, ''));
  }

  /**
   * Files of `out` are found by what the list names, never by what an address says, and are shown only as this program wrote
   * them. Pages go out as text: opened by themselves they lead nowhere.
   */
  function answerPrint(what: string, preview: Preview, year: string, stem: string): Answer {
    if (!['pdf', 'printed'].includes(what) || !isListed(preview, year, stem)) return null;
    const path = `${year}/${stem}`;
    const bytes = readVouched(options.out, `${path}.${what === 'pdf' ? 'pdf' : 'html'}`);
    // Somebody wrote over it, or the manifest is still to be written.
    if (bytes === null) options.printer.forget(path);
    if (bytes === null || what === 'pdf')
      return bytes && { type: 'application/pdf', content: bytes, policy: '' };
    return { type: 'text/plain', content: bodyOf(bytes.toString('utf8')) };
  }

  function listen(request: IncomingMessage, response: ServerResponse, now: PreviewState): void {
    const { searchParams } = new URL(request.url ?? '/', 'http://preview.invalid');
    response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream; charset=utf-8' });
    response.write('retry: 500\n\n');
    clients.add(response, searchParams.get('year') ?? '', searchParams.get('stem') ?? '', now);
  }

  await listenOnFreePort(server, options.port);
  return {
    address: `http://127.0.0.1:${portOf(server)}/`,
    publish: (now) => {
      state = now;
      clients.publish(now);
    },
    publishPrints: () => {
      if (state !== undefined) clients.publishPrints(state);
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The path of a folder, and the name in it. */
function splitLast(steps: readonly string[]): [folder: string, name: string] {
  return [steps.slice(0, -1).join('/'), steps.at(-1) ?? ''];
}

/** The fonts whole: their characters are as wide as those of the cut ones that are printed. */
function answerFont(index: string): Answer {
  const face = /^\d$/.test(index) ? faces[Number(index)] : undefined;
  return face === undefined ? null : { stream: facePath(face), type: 'font/ttf', cache: 'max-age=86400' };
}

/** For code, where the machine has no face whose letters are all as wide. */
const MONO: Answer = {
  stream: packages.resolve('@expo-google-fonts/pt-mono/400Regular/PTMono_400Regular.ttf'),
  type: 'font/ttf',
  cache: 'max-age=86400',
};

/** No other page may read or frame an answer, and the browser keeps none. */
const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};

function send(response: ServerResponse, status: number, answer: Answer): void {
  if (answer === null) {
    response.writeHead(404).end();
  } else if ('content' in answer) {
    const { type, content, policy = SHELL_POLICY } = answer;
    const contentType = typeof content === 'string' ? `${type}; charset=utf-8` : type;
    const headers = { 'content-type': contentType, ...(policy && { 'content-security-policy': policy }) };
    response.writeHead(status, { ...HEADERS, ...headers }).end(content);
  } else {
    const { type, cache } = answer;
    const stream = createReadStream(answer.stream);
    stream.on('open', () => {
      response.writeHead(status, { ...HEADERS, 'content-type': type, 'cache-control': cache });
      stream.pipe(response);
    });
    stream.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(404).end()));
    response.on('close', () => stream.destroy());
  }
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}

/** How many ports are tried before it is given up. */
const PORTS = 50;

async function listenOnFreePort(server: Server, first: number): Promise<void> {
  const last = Math.min(first + PORTS - 1, 65535);
  for (let port = first; port <= last; port += 1) {
    const failure = await tryPort(server, port);
    if (failure === null) return;
    if (failure.code !== 'EADDRINUSE' && failure.code !== 'EACCES')
      throw new EnvironmentError(
        'watch/no-port',
        { port: String(port), reason: failure.code ?? '' },
        failure,
      );
  }
  throw new EnvironmentError('watch/no-port', { port: `${first}–${last}`, reason: 'EADDRINUSE' });
}

function tryPort(server: Server, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.off('error', resolve);
      resolve(null);
    });
  });
}
