import {
  type Dictionary,
  isStream,
  Name,
  Operator,
  type PdfObjects,
  Reference,
  readPdfObjects,
  readValues,
  unfold,
  type Value,
} from './pdf-objects.ts';

/** A PDF as its clauses are about it. */
export interface ArchivalDocument {
  pdf: PdfObjects;
  catalog: Dictionary;
  pages: Page[];
  /** The structure tree's elements, before those that they hold. */
  elements: Element[];
  fonts: Font[];
  annotations: { dictionary: Dictionary; page: Dictionary; element: Element | undefined }[];
  xmp: string;
  information: Map<string, string>;
}

export interface Page {
  dictionary: Dictionary;
  operations: Operation[];
}

/** One operator with its operands, and the marks around it, the outermost first. */
export interface Operation {
  operator: string;
  operands: Value[];
  marks: { tag: string; properties: Dictionary }[];
  /** Saved states. */
  depth: number;
}

export interface Element {
  type: string;
  dictionary: Dictionary;
  parent: Element | undefined;
  kids: Element[];
  /** What is drawn for it: page dictionaries with their marks. */
  marks: { page: Dictionary; mark: number }[];
  annotations: Dictionary[];
}

export interface Font {
  dictionary: Dictionary;
  descendant: Dictionary;
  /** Glyphs that are shown anywhere. */
  shown: Set<number>;
}

export function openArchival(bytes: Buffer): ArchivalDocument {
  const pdf = readPdfObjects(bytes);
  const catalog = pdf.dictionary(pdf.trailer.get('Root'));
  const pages = listPages(pdf, pdf.dictionary(catalog.get('Pages')));
  const root = pdf.dictionary(catalog.get('StructTreeRoot'));
  const elements: Element[] = [];
  for (const kid of listKids(pdf, root.get('K'))) readElement(pdf, pdf.dictionary(kid), undefined, elements);
  const annotations = pages.flatMap(({ dictionary }) =>
    pdf.array(dictionary.get('Annots')).map((annotation) => {
      const own = pdf.dictionary(annotation);
      return {
        dictionary: own,
        page: dictionary,
        element: elements.find((element) => element.annotations.includes(own)),
      };
    }),
  );
  const information = new Map(
    [...pdf.dictionary(pdf.trailer.get('Info'))].map(([key, value]) => [key, decodeText(value)]),
  );
  const xmp = pdf.stream(catalog.get('Metadata')).raw.toString('utf8');
  return { pdf, catalog, pages, elements, fonts: listFonts(pdf, pages), annotations, xmp, information };
}

export function decodeText(value: Value | undefined): string {
  if (!Buffer.isBuffer(value)) return '';
  return value[0] === 0xfe && value[1] === 0xff
    ? Buffer.from(value.subarray(2)).swap16().toString('utf16le')
    : value.toString('latin1');
}

/** Every value of the file, those inside others too. */
export function* walk(pdf: PdfObjects): Generator<Value> {
  const visit = function* (value: Value): Generator<Value> {
    yield value;
    if (Array.isArray(value)) for (const kid of value) yield* visit(kid);
    else if (value instanceof Map) for (const kid of value.values()) yield* visit(kid);
    else if (isStream(value)) yield* visit(value.dictionary);
  };
  for (const number of pdf.numbers) yield* visit(pdf.resolve(new Reference(number)));
}

/** A property of XMP as text, or null. */
export function propertyOf(xmp: string, name: string): string | null {
  const text = new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(xmp)?.[1];
  const plain = text
    ?.replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  return plain ?? null;
}

function listPages(pdf: PdfObjects, node: Dictionary): Page[] {
  if (pdf.name(node.get('Type')) === 'Pages')
    return pdf.array(node.get('Kids')).flatMap((kid) => listPages(pdf, pdf.dictionary(kid)));
  const contents = pdf.resolve(node.get('Contents'));
  const streams = Array.isArray(contents) ? contents : [contents];
  const text = Buffer.concat(streams.flatMap((stream) => [unfold(pdf.stream(stream)), Buffer.from('\n')]));
  return [{ dictionary: node, operations: readOperations(text) }];
}

function readOperations(text: Buffer): Operation[] {
  const operations: Operation[] = [];
  let operands: Value[] = [];
  let marks: Operation['marks'] = [];
  let depth = 0;
  for (const value of readValues(text)) {
    if (!(value instanceof Operator)) {
      operands.push(value);
      continue;
    }
    const { operator } = value;
    if (operator === 'q') depth += 1;
    if (operator === 'Q') depth -= 1;
    operations.push({ operator, operands, marks, depth });
    if (operator === 'BMC' || operator === 'BDC') {
      const [tag, properties] = operands;
      marks = [
        ...marks,
        {
          tag: tag instanceof Name ? tag.name : '',
          properties: properties instanceof Map ? properties : new Map(),
        },
      ];
    } else if (operator === 'EMC') {
      if (marks.length === 0) throw new Error('EMC without a mark');
      marks = marks.slice(0, -1);
    }
    operands = [];
  }
  if (marks.length > 0 || depth < 0) throw new Error('marks or states that do not end');
  return operations;
}

function listKids(pdf: PdfObjects, value: Value | undefined): Value[] {
  const kids = pdf.resolve(value);
  if (kids === null) return [];
  return Array.isArray(kids) ? kids : [kids];
}

function readElement(
  pdf: PdfObjects,
  dictionary: Dictionary,
  parent: Element | undefined,
  all: Element[],
): Element {
  const element: Element = {
    type: pdf.name(dictionary.get('S')),
    dictionary,
    parent,
    kids: [],
    marks: [],
    annotations: [],
  };
  all.push(element);
  for (const kid of listKids(pdf, dictionary.get('K')).map((value) => pdf.resolve(value))) {
    const own = pdf.dictionary(kid);
    const page = pdf.dictionary(own.get('Pg') ?? dictionary.get('Pg'));
    if (typeof kid === 'number') element.marks.push({ page, mark: kid });
    else if (own.has('MCID')) element.marks.push({ page, mark: own.get('MCID') as number });
    else if (own.has('Obj')) element.annotations.push(pdf.dictionary(own.get('Obj')));
    else element.kids.push(readElement(pdf, own, element, all));
  }
  return element;
}

function listFonts(pdf: PdfObjects, pages: readonly Page[]): Font[] {
  const fonts = new Map<Dictionary, Font>();
  for (const { dictionary, operations } of pages) {
    const resources = pdf.dictionary(pdf.dictionary(dictionary.get('Resources')).get('Font'));
    let font: Font | undefined;
    for (const { operator, operands } of operations) {
      if (operator === 'Tf') {
        const found = pdf.dictionary(resources.get((operands[0] as Name).name));
        const [descendant] = pdf.array(found.get('DescendantFonts'));
        font = fonts.get(found) ?? {
          dictionary: found,
          descendant: pdf.dictionary(descendant),
          shown: new Set(),
        };
        fonts.set(found, font);
      }
      for (const shown of operator === 'Tj' ? operands : operator === 'TJ' ? (operands[0] as Value[]) : [])
        if (Buffer.isBuffer(shown))
          for (let at = 0; at < shown.length; at += 2) font?.shown.add(shown.readUInt16BE(at));
    }
  }
  return [...fonts.values()];
}
