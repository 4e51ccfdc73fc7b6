import type { Browser, CDPSession, Page } from 'puppeteer';
import type { Templates } from '../document/templates.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { withDeadline } from '../util/with-deadline.ts';

/** A font cut to the characters of this run, ready to be served to the page. */
export interface CutFont {
  family: string;
  /** Its name inside a PDF, e.g. NotoSerifSC-Regular. */
  postScriptName: string;
  bytes: Buffer;
}

/** What the page is made with. */
export interface SheetPageOptions {
  templates: Templates;
  fonts: readonly CutFont[];
  /** Milliseconds that one step of the page may take. */
  patience: number;
}

/** Milliseconds in which an empty page with its fonts is open; it takes a third of a second. */
const LONGEST_OPENING = 30_000;

/** What is laid out: a document, or a part of one. */
export interface Layout {
  stem: string;
  body: string;
  /** See Document.stamp. */
  stamp?: string;
  /**
   * How its pages are numbered; without it each is numbered as it is. `sign` is set in place of the numbers, which are put in
   * when the pages are bound; `labels` are those, by anchor, of pages that will be bound behind it.
   */
  numbering?: { sign?: string; labels?: Record<string, string> };
}

/** What templates/browser/ reports of the pages it made. */
export interface Pages {
  pages: { anchor: string | null; label: string; numbering: 'front' | 'body' }[];
  links: { target: string; printed: string }[];
  /** How a page is numbered in a document by itself and in a volume: {page} and {pages} are put in. */
  folios: { alone: string; bound: string };
}

export interface Laid extends Pages {
  /** The HTML that came out, cut where a page's number will be. */
  body: string[];
}

/** One page of the browser in which documents are laid out, one after the other. */
export interface SheetPage {
  client: CDPSession;
  /** Puts documents into the page, one after the other, and makes their sheets. All are numbered as the first is. */
  lay(documents: readonly Layout[]): Promise<Laid[]>;
  /** Runs an expression in the page, and brings back what it gives. */
  evaluate(expression: string): Promise<unknown>;
  /** Waits for work in the page, and fails as soon as the page is gone or has reached out for something. */
  guard<R>(work: Promise<R>): Promise<R>;
}

/** Nothing is resolved or requested under this name: every request is answered here or refused. */
const ORIGIN = 'http://jixiaoce.invalid';

const CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'";

/**
 * Lends a page whose styles, fonts and script are loaded once; each document only replaces the body, which is some ten times
 * faster than a page for each. The page reaches neither network nor disk: requests are answered from memory or refused,
 * and scripts of the document do not run.
 */
export async function withSheetPage<T>(
  browser: Browser,
  options: SheetPageOptions,
  use: (page: SheetPage) => Promise<T>,
): Promise<T> {
  const failure = watchForFailure(browser);
  const guard = async <R>(work: Promise<R>, limit = options.patience): Promise<R> => {
    const result = await withDeadline(
      Promise.race([work, failure.promise]),
      limit,
      () => new EnvironmentError('print/no-answer'),
    );
    failure.check();
    return result;
  };
  let page: Page | undefined;
  const open = async (): Promise<CDPSession> => {
    await failure.watchBrowser(await browser.target().createCDPSession());
    page = await browser.newPage();
    const client = await page.createCDPSession();
    failure.watchPage(client);
    await openShell(client, options);
    return client;
  };
  try {
    const client = await guard(open(), LONGEST_OPENING);
    return await use({
      client,
      guard,
      lay: (documents) => guard(show(client, documents)),
      evaluate: (expression) => guard(evaluate(client, expression)),
    });
  } finally {
    failure.stop();
    // Not waited for: the browser may be about to end, and takes its pages along.
    page?.close().catch(() => {});
  }
}

/** Serves the empty document and the fonts, and waits until the fonts are ready to be used. */
async function openShell(client: CDPSession, { templates, fonts }: SheetPageOptions): Promise<void> {
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
    // The page may be gone by now; the request that waits for it fails by itself.
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
  if (ready !== true) throw new EnvironmentError('print/fonts');
}

/** Puts documents into the page, lets the script make their pages, and brings the result back. */
async function show(client: CDPSession, documents: readonly Layout[]): Promise<Laid[]> {
  const [first] = documents;
  const texts = documents.map(({ body, stamp = '' }) => ({ body, stamp }));
  try {
    const result = await evaluate(
      client,
      `(${SHOW})(${[texts, first?.numbering ?? {}, STAMP_STYLE].map((value) => JSON.stringify(value)).join(', ')})`,
    );
    return (result as (Pages & { body: string })[]).map(({ body, ...pages }) => {
      return { ...pages, body: body.split(`<!--folio-->${first?.numbering?.sign ?? ''}`) };
    });
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
    throw new EnvironmentError('print/not-paged', { name: first?.stem ?? '', reason: error.message }, error);
  }
}

/** What a script in the page threw. */
class PageError extends Error {}

/**
 * Of a stamp, which is no matter of the templates: no table may be printed without it. It lies under the text, in a grey that
 * hides nothing and still shows on a copy.
 */
const STAMP_STYLE =
  'position:absolute;inset:0;z-index:-1;display:grid;place-items:center;margin:0;color:#e4e4e4;font:400 62mm/1 "Jixiaoce Hei",sans-serif;letter-spacing:.2em;rotate:-24deg;pointer-events:none';

/**
 * Runs in the page. Elements that could load or run something never come out of our templates: if one is there, a value
 * was not escaped, and nothing is printed.
 */
const SHOW = `(documents, numbering, style) => {
  const { body } = document;
  body.innerHTML = '';
  const articles = documents.map((own) => {
    const before = body.childElementCount;
    body.insertAdjacentHTML('beforeend', own.body);
    return [...body.children].slice(before);
  });
  const alien = body.querySelector('script,iframe,frame,object,embed,link,meta,base,form,img,svg,style');
  if (alien) throw new Error('有元素 <' + alien.localName + '>，模板里不能用');
  const made = globalThis.jixiaoce.paginate(body, numbering);
  let first = 0;
  const laid = documents.map(({ stamp }, at) => {
    const own = articles[at].filter((article) => article.isConnected);
    const pages = own.flatMap((article) => [...article.querySelectorAll('.page')]);
    for (const page of stamp === '' ? [] : pages) {
      const mark = document.createElement('p');
      mark.setAttribute('aria-hidden', 'true');
      mark.className = 'stamp';
      mark.style.cssText = style;
      mark.textContent = stamp;
      page.style.isolation = 'isolate';
      page.append(mark);
    }
    const from = first;
    first += pages.length;
    return {
      ...made,
      pages: made.pages.slice(from, first),
      body: own.map((article) => article.outerHTML + '\\n').join(''),
    };
  });
  // Chromium links only to what is there.
  for (const anchor of Object.keys(numbering.labels ?? {})) {
    const target = document.createElement('span');
    target.id = anchor;
    target.hidden = true;
    body.append(target);
  }
  return laid;
}`;

async function evaluate(client: CDPSession, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails === undefined) return result.value;
  const description = exceptionDetails.exception?.description ?? exceptionDetails.text;
  // What our scripts find wrong is an Error; anything else they throw is a bug.
  const found = /^Error: (.*)/.exec(description)?.[1];
  throw found === undefined ? new Error(description) : new PageError(found, { cause: description });
}

/** Hears of a crash, of a browser that went away, and of anything the page asked for and did not get. */
function watchForFailure(browser: Browser) {
  const refused: string[] = [];
  let navigations = 0;
  let fail = (_: EnvironmentError) => {};
  const promise = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Nobody may be waiting when it happens; whoever prints next hears of it.
  promise.catch(() => {});
  const onGone = () => fail(new EnvironmentError('print/browser-gone'));
  const onCrash = () => fail(new EnvironmentError('print/page-crashed'));
  browser.once('disconnected', onGone);
  return {
    promise,
    /** From now on, also of a page that dies before it can be spoken to. */
    watchBrowser: async (client: CDPSession) => {
      client.on('Target.targetCrashed', onCrash);
      await client.send('Target.setDiscoverTargets', { discover: true });
    },
    watchPage: (client: CDPSession) => {
      client.on('Inspector.targetCrashed', onCrash);
      client.on('Inspector.detached', onGone);
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
    },
    /** Our own page must still be there, and must have asked for nothing. */
    check: () => {
      const [url] = refused;
      if (url !== undefined || navigations > 1)
        throw new EnvironmentError('print/reached-out', { url: url ?? '' });
    },
    stop: () => browser.off('disconnected', onGone),
  };
}
