import type { ServerResponse } from 'node:http';
import type { Templates } from '../document/templates.ts';
import type { Wording } from '../messages/catalogue.ts';
import { type Language, word } from '../messages/wording.ts';
import type { Message } from '../report/diagnostic.ts';
import { memoize } from '../util/memoize.ts';
import { hashOf } from '../workspace/folder.ts';
import { createPrintIdentity } from '../workspace/printed-body.ts';
import type { BackgroundPrinter } from './background-printer.ts';
import type { ListedEdit } from './editor.ts';
import { isListed, type Preview, type PreviewPage } from './preview.ts';
import type { PreviewYear } from './preview-list.ts';

/** What clients are shown: the last good state, and what keeps it from being newer. */
export interface PreviewState {
  preview: Preview;
  templates: Templates;
  /** The machine's trouble, e.g. a broken template; null when all is well. */
  trouble: Message | null;
  /** What was edited from the page; null when it may edit nothing. */
  edits: ListedEdit[] | null;
}

/** A page as it is sent; `editor` is the address of its source with `{line}` and `{column}` to be filled. */
export type PageEvent = PreviewPage & { editor: string };

export interface PdfEvent {
  /** fresh: what the page shows. waiting: it is being printed. held: the source has errors. failed: see `message`. */
  state: 'fresh' | 'waiting' | 'held' | 'failed' | 'none';
  url: string | null;
  /** Another one whenever the pages that are in `out` are others; null while there are none. */
  print: string | null;
  message: string | null;
}

/** What a page is sent, by channel. */
export interface Channels {
  version: string;
  look: { styles: string; frame: string };
  edits: ListedEdit[] | null;
  page: PageEvent | null;
  list: PreviewYear[];
  trouble: Wording | null;
  pdf: PdfEvent;
  /** Another tab needs the connection. */
  pause: null;
}

export interface ClientsOptions {
  language: Language;
  /** An absolute path. */
  out: string;
  printer: Pick<BackgroundPrinter, 'isFresh' | 'forget' | 'trouble'>;
  /** The address of a source, as it is shown, in the reader's editor, with `{line}` and `{column}`. */
  toEditorAddress: (file: string) => string;
  /** Of the preview's own page: one from another program loads itself again. */
  version: string;
}

/** The browsers that look at a page each, and hear of what is new on it. */
export interface Clients {
  /** Says everything at once, and what changes until the response is closed. */
  add(response: ServerResponse, year: string, stem: string, state: PreviewState): void;
  publish(state: PreviewState): void;
  /** Says what the printer knows now. */
  publishPrints(state: PreviewState): void;
  toPageEvent(page: PreviewPage | null): PageEvent | null;
}

/** A page that somebody looks at, and what was said to it last on each channel. */
interface Client {
  response: ServerResponse;
  year: string;
  stem: string;
  said: Map<string, string>;
}

export function createClients(options: ClientsOptions): Clients {
  const { language, toEditorAddress, version } = options;
  const identify = createPrintIdentity(options.out);
  const clients = new Set<Client>();
  let rest: NodeJS.Immediate | undefined;
  const toPageEvent = (page: PreviewPage | null): PageEvent | null =>
    page && { ...page, editor: toEditorAddress(page.file) };
  const tellPrint = (client: Client, { preview }: PreviewState) =>
    say(client, 'pdf', describePdf(preview, client.year, client.stem, { ...options, identify }));
  const tellPage = (client: Client, { preview, templates, edits }: PreviewState) => {
    say(client, 'version', version);
    say(client, 'look', { styles: templates.styles, frame: identifyFrame(templates) });
    say(client, 'edits', edits);
    say(client, 'page', toPageEvent(preview.page(client.year, client.stem)));
  };
  const tellRest = (client: Client, state: PreviewState) => {
    const { preview, trouble } = state;
    say(client, 'list', NO_SOURCES.has(trouble?.code ?? '') ? [] : preview.years);
    say(client, 'trouble', trouble && word(trouble.code, trouble.args, language));
    tellPrint(client, state);
  };
  return {
    toPageEvent,
    add: (response, year, stem, state) => {
      const client = { response, year, stem, said: new Map<string, string>() };
      clients.add(client);
      response.on('close', () => clients.delete(client));
      response.write(`retry: ${RETURN}\n\n`);
      tellPage(client, state);
      tellRest(client, state);
      const [longest] = clients;
      if (clients.size > MOST_STREAMS && longest !== undefined) {
        clients.delete(longest);
        say(longest, 'pause', null);
        longest.response.end();
      }
    },
    publish: (state) => {
      for (const client of clients) tellPage(client, state);
      // What is written now leaves when this turn ends: the author waits for the page, not for the list.
      clearImmediate(rest);
      rest = setImmediate(() => {
        for (const client of clients) tellRest(client, state);
      });
    },
    publishPrints: (state) => {
      for (const client of clients) tellPrint(client, state);
    },
  };
}

/** All of the frame but its styles: they can be changed under way. */
const identifyFrame = memoize(({ script, styles, renderDocument }: Templates): string => {
  const shell = renderDocument({ title: '', body: '', kind: 'pages' });
  return hashOf(`${script}${shell.replace(styles, '')}`);
});

/** Trouble that means that there is no table any more. */
const NO_SOURCES = new Set([
  'sources/no-folder',
  'sources/no-years',
  'sources/no-years#stray',
  'sources/no-such-year',
  'sources/no-projects',
  'sources/no-projects#stray',
]);

/**
 * A browser has six connections for all its tabs, and a seventh tab would wait for ever. When there are more streams than
 * these, the one that is open longest makes room; its page comes back after `RETURN` milliseconds and receives everything.
 */
const MOST_STREAMS = 4;
const RETURN = 1000;

/** Bytes: a browser that does not read is cut off. It comes back by itself, and receives everything. */
const MOST_UNREAD = 64 * 1024 * 1024;

function say<Channel extends keyof Channels>(
  { response, said }: Client,
  channel: Channel,
  content: Channels[Channel],
): void {
  const text = JSON.stringify(content);
  if (said.get(channel) === text) return;
  said.set(channel, text);
  if (response.writableLength > MOST_UNREAD) response.destroy();
  else response.write(`event: ${channel}\ndata: ${text}\n\n`);
}

function describePdf(
  preview: Preview,
  year: string,
  stem: string,
  { identify, printer, language }: ClientsOptions & { identify: (path: string) => string | null },
): PdfEvent {
  const document = preview.document(year, stem);
  const path = `${year}/${stem}`;
  const print = isListed(preview, year, stem) ? identify(path) : null;
  const url =
    print === null ? null : `/-/pdf/${[...year.split('/'), stem].map(encodeURIComponent).join('/')}.pdf`;
  const event = { url, print, message: null };
  if (document === null) return { ...event, state: url === null ? 'none' : 'held' };
  const isPrinted = printer.isFresh(path, document);
  if (isPrinted && print !== null) return { ...event, state: 'fresh' };
  if (isPrinted) printer.forget(path);
  if (printer.trouble === null) return { ...event, state: 'waiting' };
  const { text, hint } = word(printer.trouble.code, printer.trouble.args, language);
  return { ...event, state: 'failed', message: [text, hint].filter(Boolean).join('\n→ ') };
}
