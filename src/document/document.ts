import { createHash } from 'node:crypto';
import { toLine } from '../form/text.ts';
import type { PdfAbout } from '../pdf/metadata.ts';
import type { TableOrigin } from '../pdf/provenance.ts';
import type { Booklet } from '../read/booklet.ts';
import { digestOf, originOf } from '../read/content-hash.ts';
import { nameOfPlace, toOriginStem } from '../read/results-place.ts';
import { BOOKLET_STEM } from '../read/source.ts';
import type { Draft } from '../read/table.ts';
import { pack, packText } from '../util/pack.ts';
import type { BookletView, ResultsBookletView, TableView } from './views.ts';

export interface DocumentAbout
  extends Pick<PdfAbout, 'title' | 'author' | 'subject' | 'keywords' | 'tables' | 'booklet'> {
  /** 编制日期, else 1 January of the 年度, as YYYY-MM-DD: never the clock. */
  date: string;
}

/** HTML that is complete but for the page breaks, and what else decides its print. */
export interface Document {
  kind: 'project' | 'booklet' | 'comparison';
  stem: string;
  /** Its outputs are `<path>.pdf` and `<path>.html` below `out`. */
  path: string;
  /** One or more articles, every value escaped. */
  readonly body: string;
  /** Of a body that is packed, to be compared without unpacking it. */
  bodyHash?: string;
  /** What a table's files in other formats are made of. Not kept: it takes four times the memory of the table. */
  toView?: () => TableView;
  about: DocumentAbout;
  /** True when it holds a character that no font has (its author gets a warning): another font may step in for it. */
  mayFallBack: boolean;
  /** Set large and light across each sheet. */
  stamp?: string;
  volume?: VolumeFront & { tables: readonly VolumeTable[] };
}

/** What is before the tables of a volume: its HTML, and what that is rendered from. */
export interface VolumeFront {
  readonly front: string;
  toView: () => BookletView | ResultsBookletView;
}

/** A table in a booklet, and the names of the offices that it belongs to, from the top; none for a table of the booklet's own folder. */
export interface VolumeTable {
  document: Document;
  offices: readonly string[];
}

const SUBJECT = '预算项目绩效目标表';

interface Glyphs {
  mayFallBack: boolean;
}

export function toTableDocument(
  table: Draft,
  toView: () => TableView,
  body: string,
  booklet: Booklet,
  glyphs: Glyphs,
): Document {
  const name = toLine(table.name.text);
  return {
    kind: 'project',
    stem: table.stem,
    path: `${booklet.path}/${table.stem}`,
    body,
    toView,
    about: {
      title: `${name}　${table.form.title}`,
      author: toLine(booklet.unit),
      subject: table.form.title,
      keywords: [
        name,
        ...(table.code.text === '' ? [] : [table.code.text]),
        `${booklet.year}年度`,
        '绩效目标',
      ],
      tables: [
        { year: booklet.year, stem: originStem(table), code: table.code.text, digest: digestOf(table) },
      ],
      booklet: null,
      date: dateOf(booklet),
    },
    ...glyphs,
  };
}

/** The same in a tenth of the memory. `hasView`: files in other formats are to be made of it. */
export function packDocument({ body, about, toView, ...rest }: Document, hasView: boolean): Document {
  const unpackBody = packText(body);
  const unpackView = hasView && toView ? pack(toView()) : undefined;
  return {
    ...rest,
    bodyHash: hashOf(body),
    // Pieces of the source's text would keep it in memory.
    about: structuredClone(about),
    ...(unpackView ? { toView: unpackView } : {}),
    get body() {
      return unpackBody();
    },
  };
}

/** What a table is known by in its year: a result by its folder, too. */
export function originStem({ stem, results }: Draft): string {
  return results === undefined ? stem : toOriginStem(nameOfPlace(results), stem);
}

const DRAFT = '草稿';

/** The same, for a table that is not to be filed yet. */
export function toDraftDocument(document: Document): Document {
  const { about } = document;
  const title = `${about.title}（${DRAFT}）`;
  return { ...document, stamp: DRAFT, about: { ...about, title, keywords: [...about.keywords, DRAFT] } };
}

/** Front matter and tables in one document; of a summary the tables only count. */
export function toBookletDocument(
  booklet: Booklet,
  { front: whole, toView }: VolumeFront,
  counted: readonly VolumeTable[],
  { isSummary, ...glyphs }: Glyphs & { isSummary: boolean },
): Document {
  const bound = isSummary ? [] : counted;
  const front = packText(whole);
  const tables = counted.flatMap(({ document }) => document.about.tables);
  return {
    kind: 'booklet',
    stem: BOOKLET_STEM,
    path: `${booklet.path}/${BOOKLET_STEM}`,
    // A volume's tables have theirs: it is put together when somebody shows it.
    get body() {
      return [front(), ...bound.map(({ document }) => document.body)].join('');
    },
    volume: {
      get front() {
        return front();
      },
      toView,
      tables: bound,
    },
    about: {
      title: toLine(booklet.title),
      author: toLine(booklet.unit),
      subject: SUBJECT,
      keywords: [`${booklet.year}年度`, '绩效目标', '汇编'],
      tables,
      booklet: originOf(booklet, {
        tables: counted.map(({ document, offices }) => ({ digest: digestIn(document), offices })),
        isSummary,
      }),
      date: dateOf(booklet),
    },
    ...glyphs,
  };
}

/** Of all its HTML, in order. */
export function* listHashes(document: Document): Generator<string> {
  const { volume } = document;
  yield volume ? hashOf(volume.front) : (document.bodyHash ?? hashOf(document.body));
  for (const table of volume?.tables ?? []) yield* listHashes(table.document);
}

function hashOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

function digestIn({ about }: Document): string {
  return about.tables.map(({ digest }) => digest).join();
}

const COMPARISON = '预算项目绩效目标调整前后对照表';

/**
 * `booklet`: of the last year that was compared; its office and date are the document's. `tables`: what its 调整后 was made
 * from.
 */
export function toComparisonDocument(
  body: string,
  booklet: Booklet,
  tables: TableOrigin[],
  glyphs: Glyphs,
): Document {
  return {
    kind: 'comparison',
    stem: 'comparison',
    path: 'comparison',
    body,
    about: {
      title: COMPARISON,
      author: toLine(booklet.unit),
      subject: COMPARISON,
      keywords: ['绩效目标', '调整'],
      tables,
      booklet: null,
      date: dateOf(booklet),
    },
    ...glyphs,
  };
}

function dateOf({ date, year }: Booklet): string {
  return date ?? `${/^\d{4}$/.test(year) ? year : '1970'}-01-01`;
}
