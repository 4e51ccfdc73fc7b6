import { ORIGIN_SCHEMA, UA_NAMESPACE, UA_SCHEMA, writeExtensionSchemas } from './extension-schema.ts';
import { encodeText } from './pdf-syntax.ts';
import {
  type BookletOrigin,
  ORIGIN_NAMESPACE,
  type TableOrigin,
  writeBookletOrigin,
  writeTableOrigins,
} from './provenance.ts';
import { escapeXml } from './xml.ts';

/** What a PDF says about itself: nothing in it comes from the clock, the machine or chance. */
export interface PdfAbout {
  title: string;
  author: string;
  subject: string;
  keywords: string[];
  /** What its tables were made from, in their order. */
  tables: TableOrigin[];
  /** What it was made from as a whole, when it is a booklet. */
  booklet: BookletOrigin | null;
  creator: string;
  /** Date of creation and of the last change, to the second, written in UTC. */
  date: Date;
  /** Each run of page labels begins at a page (index from 0, the first run at 0) and counts from i or 1. */
  pageLabels: { firstPage: number; style: 'roman' | 'decimal' }[];
}

/** The document information dictionary. Empty texts are left out. */
export function writeInformation(about: PdfAbout, producer: string | undefined): Map<string, string> {
  const date = `(D:${about.date.toISOString().slice(0, 19).replace(/[-:T]/g, '')}+00'00')`;
  const texts = {
    Title: about.title,
    Author: about.author,
    Subject: about.subject,
    Keywords: about.keywords.join(', '),
    Creator: about.creator,
  };
  const entries = new Map<string, string>();
  for (const [key, text] of Object.entries(texts)) if (text) entries.set(key, encodeText(text));
  if (producer) entries.set('Producer', producer);
  return entries.set('CreationDate', date).set('ModDate', date);
}

export function writePageLabels(labels: PdfAbout['pageLabels']): string {
  if (labels[0]?.firstPage !== 0) throw new Error('page labels must begin at the first page');
  const runs = labels.map(({ firstPage, style }) => `${firstPage} <</S /${style === 'roman' ? 'r' : 'D'}>>`);
  return `<</Nums [${runs.join(' ')}]>>`;
}

export interface XmpFacts {
  language: string;
  producer: string;
  /** Says that the file is PDF/A-2a and PDF/UA-1. */
  isConforming: boolean;
}

/** The same facts as XMP (ISO 16684-1), which document systems read; it is not compressed, so that plain tools find it. */
export function writeXmp(about: PdfAbout, { language, producer, isConforming }: XmpFacts): string {
  const alternative = (text: string) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
  const list = (kind: 'Seq' | 'Bag', texts: string[]) =>
    `<rdf:${kind}>${texts.map((text) => `<rdf:li>${escapeXml(text)}</rdf:li>`).join('')}</rdf:${kind}>`;
  const date = `${about.date.toISOString().slice(0, 19)}+00:00`;
  const properties = [
    ['dc:format', 'application/pdf'],
    ['dc:title', about.title && alternative(about.title)],
    ['dc:creator', about.author && list('Seq', [about.author])],
    ['dc:description', about.subject && alternative(about.subject)],
    ['dc:language', language && list('Bag', [language])],
    ['pdf:Keywords', escapeXml(about.keywords.join(', '))],
    ['pdf:Producer', escapeXml(producer)],
    ['xmp:CreatorTool', escapeXml(about.creator)],
    ['xmp:CreateDate', date],
    ['xmp:ModifyDate', date],
    ...(isConforming
      ? [
          ['pdfaid:part', '2'],
          ['pdfaid:conformance', 'A'],
          ['pdfuaid:part', '1'],
        ]
      : []),
    ['jixiaoce:tables', writeTableOrigins(about.tables)],
    ['jixiaoce:booklets', writeBookletOrigin(about.booklet)],
  ];
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="${UA_NAMESPACE}" xmlns:jixiaoce="${ORIGIN_NAMESPACE}">
${properties.flatMap(([name, value]) => (value ? [`<${name}>${value}</${name}>`] : [])).join('\n')}
</rdf:Description>
${writeExtensionSchemas([ORIGIN_SCHEMA, ...(isConforming ? [UA_SCHEMA] : [])])}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}
