import type { Document } from '../document/document.ts';
import { type BoundPart, bind, type Print } from '../print/bind.ts';
import { partFingerprint } from '../print/fingerprint.ts';
import { openFonts } from '../print/fonts.ts';
import { type PrintOptions, printAll } from '../print/print-all.ts';
import { labelOf, type PartLabel, type PrintedPart } from '../print/printed-part.ts';
import { type Sheets, toFront, toSheets } from '../print/sheets.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { lazy } from '../util/memoize.ts';
import { openShelf } from './part-shelf.ts';

export interface PrintDocumentsOptions extends Omit<PrintOptions, 'fonts'> {
  /** An absolute path. */
  out: string;
  identity: string;
  epoch: number | null;
  /** Prints what is on the shelf, too. */
  force: boolean;
}

/** A document, and its outputs' path under `out` without ending. */
export interface DocumentJob {
  document: Document;
  path: string;
}

interface Part {
  sheets: Sheets;
  path: string;
  fingerprint: string;
}

/**
 * Prints the parts that are not on the shelf, and binds the documents: a table as soon as its part is there, a volume when all
 * are. `onPrint` is called for each document, in no particular order.
 */
export async function printDocuments<Job extends DocumentJob>(
  jobs: readonly Job[],
  options: PrintDocumentsOptions,
  onPrint: (job: Job, print: Print) => Promise<void>,
): Promise<void> {
  const { out, identity, epoch, force, signal } = options;
  const shelf = openShelf(out);
  const fonts = lazy(openFonts);
  const known = new Map<string, Pick<PartLabel, 'pages' | 'anchor'>>();
  const toPart = (sheets: Sheets, path: string): Part => {
    return { sheets, path, fingerprint: partFingerprint(sheets, identity) };
  };
  const volumes = jobs.filter(({ document }) => document.volume !== undefined);
  const tables = new Map(jobs.map((job) => [job.path, job]));
  for (const { path } of volumes) tables.delete(path);
  const parts = new Map<string, Part>();
  for (const { document, path } of tables.values()) parts.set(path, toPart(toSheets(document), path));
  for (const { document } of volumes) {
    for (const { document: table } of document.volume?.tables ?? []) {
      if (!parts.has(table.path)) parts.set(table.path, toPart(toSheets(table), table.path));
    }
  }

  const bindOne = (job: Job, bound: Iterable<BoundPart>) =>
    onPrint(job, bind(job.document, bound, { fonts: fonts().shared, epoch }));
  const missing: Part[] = [];
  const ready: Part[] = [];
  for (const part of parts.values()) {
    const label = force ? null : shelf.look(part.path, part.fingerprint);
    if (label !== null) known.set(part.path, label);
    (label === null ? missing : ready).push(part);
  }
  const take = (part: Part): PrintedPart => {
    const printed = shelf.read(part.path, part.fingerprint);
    if (printed === null) throw new EnvironmentError('out/part-changed', { path: part.path });
    return printed;
  };
  const partsOf = ({ document }: Job) =>
    (document.volume?.tables ?? []).map((table) => parts.get(table.document.path) as Part);
  const frontOf = (job: Job): Part => {
    let page = 0;
    const labels: Record<string, string> = {};
    for (const { path } of partsOf(job)) {
      const { pages, anchor } = known.get(path) ?? { pages: 0, anchor: null };
      if (anchor !== null) labels[anchor] = String(page + 1);
      page += pages;
    }
    return toPart(toFront(job.document, labels), job.path);
  };
  let isFrontTurn = true;
  const takeFronts = () => {
    const fronts = isFrontTurn ? volumes.map(frontOf) : [];
    isFrontTurn = false;
    return fronts.filter(({ path, fingerprint }) => force || shelf.look(path, fingerprint) === null);
  };

  for (const part of ready) {
    signal.throwIfAborted();
    const job = tables.get(part.path);
    if (job !== undefined) await bindOne(job, [{ part: take(part), offices: [] }]);
  }
  const first = missing.length > 0 ? missing : takeFronts();
  if (first.length > 0) {
    const later = volumes.map(({ document }) => ({ body: document.volume?.front ?? '' }));
    await printAll(
      first,
      later,
      { ...options, fonts },
      {
        onPart: async (part, printed) => {
          await shelf.write(part.path, part.fingerprint, printed);
          known.set(part.path, labelOf(printed));
          const job = tables.get(part.path);
          if (job !== undefined) await bindOne(job, [{ part: printed, offices: [] }]);
        },
        takeMore: takeFronts,
      },
    );
  }
  for (const job of volumes) {
    signal.throwIfAborted();
    const tables = job.document.volume?.tables ?? [];
    const all = [frontOf(job), ...partsOf(job)];
    await bindOne(
      job,
      (function* () {
        for (const [index, part] of all.entries())
          yield { part: take(part), offices: tables[index - 1]?.offices ?? [] };
      })(),
    );
  }
}
