import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What the Red Hat YAML extension of VS Code runs. */
const SERVER = join(
  dirname(createRequire(import.meta.url).resolve('yaml-language-server/package.json')),
  'bin/yaml-language-server',
);

/** Run before the server: whoever tries to reach the network ends it, and with it the test. */
const OFFLINE = `data:text/javascript,${encodeURIComponent(`
  import net from 'node:net';
  net.Socket.prototype.connect = () => { process.stderr.write('the server reached for the network\\n'); process.exit(3); };
`)}`;

/** From 0, columns in UTF-16 units, as in the protocol. */
export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

export interface Underline {
  range: Range;
  message: string;
}

export interface Completion {
  label: string;
  sortText?: string;
  /** A snippet: `${1:placeholder}`, `${2|one,other|}`. */
  textEdit: { range: Range; newText: string };
}

export interface Editor {
  /** Opens a file with this text, whatever is on the disk, and gives what is underlined in it. */
  open(path: string, text: string): Promise<Underline[]>;
  complete(path: string, position: Position): Promise<Completion[]>;
  /** The Markdown that is shown while the pointer rests there; empty when nothing is. */
  hover(path: string, position: Position): Promise<string>;
  /** What the light bulb offers for an underlined place. */
  offerFixes(path: string, underline: Underline): Promise<string[]>;
  close(): Promise<void>;
}

export type Settings = Readonly<Record<string, unknown>>;

interface Message {
  id?: number;
  method?: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the protocol carries; each caller knows its own.
  params?: any;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  result?: any;
  error?: { message: string };
}

/** Starts the server as VS Code does when it opens `folder` in Chinese under these settings. `close` it. */
export async function openEditor(folder: string, settings: Settings): Promise<Editor> {
  const server = spawn(process.execPath, ['--import', OFFLINE, SERVER, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const closed = new Promise<void>((resolve) => server.once('close', () => resolve()));
  /** Who waits for what: an answer by its number, the underlines of a file by its address. */
  const waiting = new Map<string, (message: Message) => void>();
  server.once('close', () => {
    for (const answer of waiting.values()) answer({ error: { message: 'the language server has ended' } });
  });

  let last = 0;
  const hear = (key: string, message: Message) =>
    new Promise<Message>((resolve, reject) => {
      waiting.set(key, (answer) => {
        waiting.delete(key);
        if (answer.error) reject(new Error(answer.error.message));
        else resolve(answer);
      });
      send(server, message);
    });
  const request = async (method: string, params: unknown) => {
    const id = ++last;
    return (await hear(String(id), { id, method, params })).result;
  };
  const configured = new Promise<void>((resolve) => {
    listen(server, (message) => {
      const { id, method, params } = message;
      if (method === undefined) waiting.get(String(id))?.(message);
      else if (method === 'textDocument/publishDiagnostics') waiting.get(params.uri)?.(message);
      else if (id !== undefined) {
        const sections: string[] = (params.items ?? []).map((item: { section: string }) => item.section);
        send(server, { id, result: sections.map((section) => sectionOf(settings, section)) });
        if (sections.includes('yaml')) resolve();
      }
    });
  });

  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const root = pathToFileURL(folder).href;
  await request('initialize', {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: '绩效' }],
    locale: 'zh-cn',
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: {
        completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
      },
    },
  });
  send(server, { method: 'initialized', params: {} });
  await configured;

  return {
    open: async (path, text) => {
      const textDocument = { uri: uriOf(path), languageId: 'yaml', version: 1, text };
      const told = await hear(uriOf(path), { method: 'textDocument/didOpen', params: { textDocument } });
      return told.params.diagnostics;
    },
    complete: async (path, position) =>
      (await request('textDocument/completion', { textDocument: { uri: uriOf(path) }, position })).items,
    hover: async (path, position) =>
      (await request('textDocument/hover', { textDocument: { uri: uriOf(path) }, position }))?.contents
        .value ?? '',
    offerFixes: async (path, underline) => {
      const context = { diagnostics: [underline] };
      const textDocument = { uri: uriOf(path) };
      const actions = await request('textDocument/codeAction', {
        textDocument,
        range: underline.range,
        context,
      });
      return (actions ?? []).map(({ title }: { title: string }) => title);
    },
    close: () => {
      server.kill();
      return closed;
    },
  };
}

/** VS Code's settings are flat (`yaml.format.enable`), but those of a language (`[yaml]`); a section is asked for as a tree. */
function sectionOf(settings: Settings, section: string): unknown {
  if (section in settings) return settings[section];
  const tree: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(settings)) {
    const [first, name, leaf] = key.split('.');
    if (first !== section || name === undefined) continue;
    tree[name] = leaf === undefined ? value : { ...(tree[name] as object | undefined), [leaf]: value };
  }
  return tree;
}

/** The protocol's frame: a header with the number of bytes, an empty line, JSON. */
function send(server: ChildProcess, message: Message): void {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  server.stdin?.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
}

function listen(server: ChildProcess, hear: (message: Message) => void): void {
  let pending = Buffer.alloc(0);
  server.stdout?.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (;;) {
      const head = pending.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(pending.toString('latin1', 0, head))?.[1]);
      const end = head + 4 + length;
      if (pending.length < end) return;
      const body = pending.toString('utf8', head + 4, end);
      pending = pending.subarray(end);
      hear(JSON.parse(body));
    }
  });
}
