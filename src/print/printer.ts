import type { Browser, CDPSession } from 'puppeteer';
import type { Document } from '../render/document.ts';
import type { Templates } from '../render/templates.ts';
import { MachineTrouble } from '../trouble.ts';
import { canonicalPdf } from './canonical.ts';
import { type PdfFile, readPdf } from './pdf-file.ts';
import type { WrittenCharacters } from './text-layer.ts';

/** A font cut to the characters of this run, ready to be served to the page. */
export interface CutFont {
  family: string;
  /** Its name inside a PDF, e.g. NotoSerifSC-Regular. */
  postScriptName: string;
  bytes: Buffer;
}

/** One document on paper: the PDF, the same pages as HTML, and how many they are. */
export interface Print {
  pdf: Buffer;
  /** The body with its pages made. */
  body: string;
  pages: number;
}

export interface PrinterOptions {
  templates: Templates;
  fonts: readonly CutFont[];
  written: WrittenCharacters;
  /** Named in the PDF as the program that made it. */
  creator: string;
  /** Seconds since 1970 from SOURCE_DATE_EPOCH, or null for the document's own date. */
  epoch: number | null;
}

/** What templates/browser/ reports of the pages it made. */
interface Pages {
  pages: { anchor: string | null; label: string; numbering: 'front' | 'body' }[];
  links: { target: string; printed: string }[];
}

/** One warm page of the browser. Not to be used for two documents at once. */
export interface Printer {
  /** Prints a document; throws MachineTrouble when the page or the browser fails, and `print/…` when the pages are not right. */
  print(document: Document): Promise<Print>;
}

/** Nothing is resolved or requested under this name: every request is answered here or refused. */
const ORIGIN = 'http://jixiaoce.invalid';

const CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'";

/** Margins and size come from the style sheet; tags and bookmarks are Chromium's own. */
export const PRINT_OPTIONS = {
  printBackground: true,
  preferCSSPageSize: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  marginTop: 0,
  marginBottom: 0,
  marginLeft: 0,
  marginRight: 0,
} as const;

/** Bytes of a large PDF that are fetched at once. */
const PIECE = 1024 * 1024;

/**
 * Lends a page whose styles, fonts and script are loaded once; each print only replaces the body, which is some ten times
 * faster than a page for each. The page reaches neither network nor disk: requests are answered from memory or refused,
 * and scripts of the document do not run.
 */
export async function withPrinter<T>(
  browser: Browser,
  options: PrinterOptions,
  use: (printer: Printer) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage();
  try {
    const client = await page.createCDPSession();
    const failure = watchForFailure(client);
    const guard = <R>(work: Promise<R>): Promise<R> => Promise.race([work, failure.promise]);
    await guard(openShell(client, options));
    return await use({
      print: async (document) => {
        const shown = await guard(show(client, document));
        failure.check();
        const bytes = await guard(printPage(client, document.kind));
        failure.check();
        const file = readPdf(bytes);
        verify(document, file, shown, options.fonts);
        return {
          pdf: toCanonical(document, file, shown, options),
          body: shown.body,
          pages: shown.pages.length,
        };
      },
    });
  } finally {
    // Not waited for: the browser may be about to end, and takes its pages along.
    page.close().catch(() => {});
  }
}

/** Serves the empty document and the fonts, and waits until the fonts are ready to be used. */
async function openShell(client: CDPSession, { templates, fonts }: PrinterOptions): Promise<void> {
  const faces = fonts
    .map(({ family }, index) => `@font-face{font-family:"${family}";src:url(${ORIGIN}/font-${index}.ttf)}`)
    .join('');
  const shell = templates
    .renderDocument({ title: '', body: '', kind: 'pages' })
    .replace('</style>', `${faces}</style>`);
  const resources = new Map<string, { type: string; body: Buffer }>([
    [`${ORIGIN}/`, { type: 'text/html; charset=utf-8', body: Buffer.from(shell) }],
    ...fonts.map(
      ({ bytes }, index) => [`${ORIGIN}/font-${index}.ttf`, { type: 'font/ttf', body: bytes }] as const,
    ),
  ]);
  client.on('Fetch.requestPaused', ({ requestId, request }) => {
    const resource = resources.get(request.url);
    const answer = resource
      ? client.send('Fetch.fulfillRequest', {
          requestId,
          responseCode: 200,
          responseHeaders: [
            { name: 'content-type', value: resource.type },
            { name: 'content-security-policy', value: CONTENT_POLICY },
          ],
          body: resource.body.toString('base64'),
        })
      : client.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    // The page may be gone by now; whoever is waiting for it hears of that itself.
    answer.catch(() => {});
  });
  await client.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  await client.send('Page.enable');
  await client.send('Inspector.enable');
  await client.send('Log.enable');
  await client.send('Emulation.setScriptExecutionDisabled', { value: true });
  await client.send('Emulation.setEmulatedMedia', { media: 'print' });
  const loaded = new Promise<void>((resolve) => client.once('Page.loadEventFired', () => resolve()));
  await client.send('Page.navigate', { url: `${ORIGIN}/` });
  await loaded;
  await evaluate(client, `(() => {${templates.script}\n})()`);
  const ready = await evaluate(
    client,
    `Promise.all(${JSON.stringify(fonts.map(({ family }) => family))}.map((family) => document.fonts.load('10px "' + family + '"', '表')))
      .then((loads) => loads.every((faces) => faces.length > 0))`,
  );
  if (ready !== true) throw new MachineTrouble('print/fonts');
  // Freezing hides the page, and waking it does not show it: it no longer paints for a screen that nobody sees, which is a
  // quarter of the work of a print.
  await client.send('Page.setWebLifecycleState', { state: 'frozen' });
  await client.send('Page.setWebLifecycleState', { state: 'active' });
}

/** Puts a document into the page, lets the script make its pages, and brings the result back. */
async function show(client: CDPSession, { body, about }: Document): Promise<Pages & { body: string }> {
  const result = await evaluate(client, `(${SHOW})(${JSON.stringify(body)}, ${JSON.stringify(about.title)})`);
  return result as Pages & { body: string };
}

/**
 * Runs in the page. Elements that could load or run something never come out of our templates: if one is there, a value
 * was not escaped, and nothing is printed.
 */
const SHOW = `(body, title) => {
  document.title = title;
  document.body.innerHTML = body;
  const alien = document.body.querySelector('script,iframe,frame,object,embed,link,meta,base,form,img,svg,style');
  if (alien) throw new Error('unexpected element: ' + alien.localName);
  const made = globalThis.jixiaoce.paginate(document.body);
  return { ...made, body: document.body.innerHTML };
}`;

/** A table's PDF comes in one reply, which is quickest; a booklet's in pieces, because it may be too large for one. */
async function printPage(client: CDPSession, kind: Document['kind']): Promise<Buffer> {
  if (kind === 'project') {
    const { data } = await client.send('Page.printToPDF', PRINT_OPTIONS);
    return Buffer.from(data, 'base64');
  }
  const { stream: handle = '' } = await client.send('Page.printToPDF', {
    ...PRINT_OPTIONS,
    transferMode: 'ReturnAsStream',
  });
  const pieces: Buffer[] = [];
  for (let isEnd = false; !isEnd; ) {
    const { data, eof } = await client.send('IO.read', { handle, size: PIECE });
    pieces.push(Buffer.from(data, 'base64'));
    isEnd = eof;
  }
  await client.send('IO.close', { handle });
  return Buffer.concat(pieces);
}

async function evaluate(client: CDPSession, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails === undefined) return result.value;
  throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
}

/** Hears of a crash, of a browser that went away, and of anything the page asked for and did not get. */
function watchForFailure(client: CDPSession) {
  const refused: string[] = [];
  let navigations = 0;
  const promise = new Promise<never>((_, reject) => {
    client.on('Inspector.targetCrashed', () => reject(new MachineTrouble('print/page-crashed')));
    client.on('Inspector.detached', () => reject(new MachineTrouble('print/browser-gone')));
  });
  // Nobody may be waiting when it happens; whoever prints next hears of it.
  promise.catch(() => {});
  client.on('Fetch.requestPaused', ({ request }) => {
    if (!request.url.startsWith(`${ORIGIN}/`)) refused.push(request.url);
  });
  // What the content policy forbids is never requested: the browser only complains.
  client.on('Log.entryAdded', ({ entry }) => {
    if (entry.level === 'error') refused.push(entry.url ?? entry.text);
  });
  client.on('Page.frameNavigated', () => {
    navigations += 1;
  });
  return {
    promise,
    /** Our own page must still stand, and must have asked for nothing. */
    check: () => {
      const [url] = refused;
      if (url !== undefined || navigations > 1)
        throw new MachineTrouble('print/reached-out', { url: url ?? '' });
    },
  };
}

/** Pages as foretold, printed numbers as linked, fonts ours: otherwise the print is refused. */
function verify(document: Document, file: PdfFile, { pages, links }: Pages, fonts: readonly CutFont[]): void {
  const name = document.stem;
  if (file.pageCount !== pages.length) {
    throw new MachineTrouble('print/page-count', {
      name,
      expected: String(pages.length),
      found: String(file.pageCount),
    });
  }
  for (const { target, printed } of links) {
    const page = file.destinations.get(target);
    const found = page === undefined ? '' : (pages[page]?.label ?? '');
    if (found !== printed) throw new MachineTrouble('print/page-number', { name, target, printed, found });
  }
  const known = new Set(fonts.map(({ postScriptName }) => postScriptName));
  const alien = file.fonts.find((font) => !known.has(font.name));
  if (alien !== undefined && !document.mayFallBack) {
    throw new MachineTrouble('print/alien-font', { name, font: alien.name });
  }
}

function toCanonical(
  { about }: Document,
  file: PdfFile,
  { pages }: Pages,
  { creator, epoch, written }: PrinterOptions,
): Buffer {
  const firstOf = (numbering: 'front' | 'body') => pages.findIndex((page) => page.numbering === numbering);
  const labels = [
    { firstPage: firstOf('front'), style: 'roman' as const },
    { firstPage: firstOf('body'), style: 'decimal' as const },
  ];
  const facts = {
    title: about.title,
    author: about.author,
    subject: about.subject,
    keywords: about.keywords,
    tables: about.tables,
    creator,
    date: epoch === null ? new Date(`${about.date}T00:00:00Z`) : new Date(epoch * 1000),
    pageLabels: labels.filter(({ firstPage }) => firstPage >= 0),
  };
  return canonicalPdf(file, facts, written);
}
