import { dirname, resolve } from 'node:path';
import { findBrowser, withBrowser } from '../browser/browser.ts';
import type { ComparisonReport } from '../compare/formats/json.ts';
import { toComparisonView } from '../compare/view.ts';
import { type Document, toComparisonDocument } from '../document/document.ts';
import { toPolicy } from '../document/policy.ts';
import { bind } from '../print/bind.ts';
import { openFonts } from '../print/fonts.ts';
import { type BrowserUseOptions, printAll } from '../print/print-all.ts';
import { toSheets } from '../print/sheets.ts';
import { type Booklet, defaultBooklet } from '../read/booklet.ts';
import { stemOf } from '../read/source.ts';
import type { Message } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { lazy } from '../util/memoize.ts';
import { makeFolder, writeWhole } from '../workspace/folder.ts';
import { readGivenFile } from '../workspace/input-file.ts';
import { showPath } from '../workspace/show-path.ts';
import type { Compared } from './diff.ts';

export function toDocument({ before, after, context }: Compared, report: ComparisonReport): Document {
  const booklet: Booklet =
    findYear(after)?.booklet ?? findYear(before)?.booklet ?? defaultBooklet('', context.forms.first.form);
  const body = context.templates.renderComparison(toComparisonView(report, booklet.unit));
  const mayFallBack = [...body].some((character) => !context.coverage.has(character.codePointAt(0) ?? 0));
  const tables = report.projects.flatMap(({ year, file, code, digests: { after: digest } }) =>
    digest === null ? [] : [{ year, stem: stemOf(file), code, digest }],
  );
  return toComparisonDocument(body, booklet, tables, { mayFallBack });
}

/** The last year itself: whose offices are compared. */
function findYear(years: Compared['after']): Compared['after'][number] | undefined {
  return years.findLast(({ path }) => !path.includes('/')) ?? years.at(-1);
}

/**
 * The same as one HTML file, whose pages are made where it is opened: a reader's faces are not the printer's, so they are to be
 * measured there.
 */
export function formatComparisonHtml(document: Document, { context }: Compared): string {
  const { renderDocument, script } = context.templates;
  const paginate = `\n${script}\nglobalThis.jixiaoce.paginate(document.body);\n`;
  return renderDocument({
    title: document.about.title,
    body: `${document.body}<script>${paginate}</script>`,
    kind: 'pages',
    policy: toPolicy(paginate),
  });
}

/** What pages of a comparison are made with. */
export interface PageOptions extends Pick<BrowserUseOptions, 'env' | 'signal' | 'onUnpack'> {
  cwd: string;
  browser?: string | undefined;
  /** `withBrowser` unless a warm one is kept. */
  useBrowser?: typeof withBrowser;
}

export interface PrintComparisonOptions extends PageOptions {
  pdf: string;
  epoch: number | null;
}

/**
 * Checks where a PDF is to go, before anything is compared: a source named by mistake would be lost. Throws EnvironmentError
 * `diff/no-pdf-name` or `diff/not-overwritten`.
 */
export function checkPdfPlace(cwd: string, pdf: string): void {
  if (!/\.pdf$/i.test(pdf)) throw new EnvironmentError('diff/no-pdf-name', { file: pdf });
  const bytes = readGivenFile(cwd, pdf);
  if (bytes !== null && !bytes.subarray(0, 5).equals(Buffer.from('%PDF-')))
    throw new EnvironmentError('diff/not-overwritten', { file: pdf });
}

/** Prints the document into a file, and says so. Throws EnvironmentError, or the signal's reason when it was interrupted. */
export async function printComparison(
  document: Document,
  { context }: Compared,
  { cwd, pdf, browser, useBrowser = withBrowser, ...options }: PrintComparisonOptions,
): Promise<Message> {
  const choice = findBrowser({ executablePath: browser, env: options.env });
  const file = resolve(cwd, pdf);
  makeFolder(dirname(file));
  const fonts = lazy(openFonts);
  const { epoch } = options;
  await printAll(
    [{ sheets: toSheets(document) }],
    [],
    { ...options, browser: choice, useBrowser, templates: context.templates, cores: 1, fonts },
    {
      onPart: (_, part) =>
        writeWhole(file, bind(document, [{ part, offices: [] }], { fonts: fonts().shared, epoch }).pdf),
    },
  );
  return { code: 'diff/pdf-written', args: { file: showPath(cwd, file) } };
}
