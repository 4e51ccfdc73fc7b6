/**
 * The floor of a build, as a program of its own: start the same browser, load the same fonts, and print the same pages by
 * the bare protocol on one warm page. It reads a JSON job from the file named on the command line and prints the
 * milliseconds of each part.
 */
import { readFileSync } from 'node:fs';
import type { CDPSession } from 'puppeteer';
import { findBrowser, withBrowser } from '../src/browser/browser.ts';
import { PRINT_OPTIONS } from '../src/print/printer.ts';

export interface FloorJob {
  /** The shell's HTML with styles; the fonts' files by family. */
  shell: string;
  fonts: { family: string; file: string }[];
  /** Bodies with their pages made. */
  bodies: string[];
  /** How many pages print at once. */
  pages: number;
}

const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as FloorJob;
const { env } = process;

const times = await withBrowser(findBrowser({ env }), { env }, async (browser) => {
  const clients = await Promise.all(
    Array.from({ length: job.pages }, async () => {
      const page = await browser.newPage();
      const client = await page.createCDPSession();
      await openShell(client);
      return client;
    }),
  );
  const waiting = [...job.bodies];
  const started = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      for (let body = waiting.shift(); body !== undefined; body = waiting.shift()) {
        await client.send('Runtime.evaluate', {
          expression: `document.body.innerHTML = ${JSON.stringify(body)}; 0`,
        });
        const { data } = await client.send('Page.printToPDF', PRINT_OPTIONS);
        Buffer.from(data, 'base64');
      }
    }),
  );
  return { print: performance.now() - started };
});
process.stdout.write(`${JSON.stringify(times)}\n`);

async function openShell(client: CDPSession): Promise<void> {
  const faces = job.fonts
    .map(({ family }, index) => `@font-face{font-family:"${family}";src:url(http://floor.invalid/${index})}`)
    .join('');
  const shell = job.shell.replace('</style>', `${faces}</style>`);
  client.on('Fetch.requestPaused', ({ requestId, request }) => {
    const font = job.fonts[Number(request.url.split('/').at(-1) || NaN)];
    const body = font ? readFileSync(font.file) : Buffer.from(shell);
    const type = font ? 'font/ttf' : 'text/html; charset=utf-8';
    void client.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: 200,
      responseHeaders: [{ name: 'content-type', value: type }],
      body: body.toString('base64'),
    });
  });
  await client.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  await client.send('Page.enable');
  await client.send('Emulation.setEmulatedMedia', { media: 'print' });
  const loaded = new Promise((resolve) => client.once('Page.loadEventFired', resolve));
  await client.send('Page.navigate', { url: 'http://floor.invalid/' });
  await loaded;
  await client.send('Runtime.evaluate', {
    expression: `Promise.all(${JSON.stringify(job.fonts.map(({ family }) => family))}.map((f) => document.fonts.load('10px "' + f + '"', '表')))`,
    awaitPromise: true,
  });
}
