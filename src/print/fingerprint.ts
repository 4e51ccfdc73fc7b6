import { createHash } from 'node:crypto';
import { BROWSER_LOCALE } from '../browser/browser.ts';
import { BROWSER_ARGUMENTS, puppeteerVersion } from '../browser/start.ts';
import { type Document, listHashes } from '../document/document.ts';
import type { Templates } from '../document/templates.ts';
import { faceIdentity, faces } from '../font/faces.ts';
import { CUT_SETTINGS, harfbuzzIdentity } from '../font/subset.ts';
import { PRINT_OPTIONS } from './printer.ts';
import type { Sheets } from './sheets.ts';

/**
 * Counts the versions of the code that makes outputs: what lays out, cuts fonts, and writes PDFs and web pages. Raised
 * when a change there changes an output; a test knows the modules, and fails when one of them changed.
 */
export const WRITER_VERSION = 5;

/** Everything but the document that decides an output. No source file is read: a compiled program has none. */
export function listPrintInputs(browser: string, templates: Pick<Templates, 'identity'>) {
  return {
    writer: WRITER_VERSION,
    /** The identity of its build. */
    browser,
    puppeteer: puppeteerVersion(),
    browserArguments: BROWSER_ARGUMENTS,
    browserLocale: BROWSER_LOCALE,
    /** Styles, scripts of the page, and the HTML around them. */
    templates: templates.identity,
    fonts: faces.map((face) => ({ ...face, identity: faceIdentity(face) })),
    harfbuzz: harfbuzzIdentity(),
    fontCut: CUT_SETTINGS,
    print: PRINT_OPTIONS,
    /** Another one may compress the same content to other bytes. */
    zlib: process.versions.zlib,
  };
}

/** Identifies what `listPrintInputs` lists. */
export function printIdentity(inputs: ReturnType<typeof listPrintInputs>): string {
  return hash(inputs);
}

/** The hash of all that decides a print: while it is the same, so is the file. `epoch` as in PrinterOptions. */
export function fingerprint(document: Document, identity: string, epoch: number | null): string {
  const { kind, about, stamp = '' } = document;
  return hash([identity, epoch, kind, about, stamp], listHashes(document));
}

/** The same for pages that are bound into documents. */
export function partFingerprint({ body, stamp = '', numbering = {} }: Sheets, identity: string): string {
  return hash([identity, stamp, numbering], [body]);
}

/** The inputs as JSON, which shows where it ends. */
function hash(inputs: object, bodies: Iterable<string> = []): string {
  const hash = createHash('sha256').update(JSON.stringify(inputs));
  for (const body of bodies) hash.update(body);
  return hash.digest('hex');
}
