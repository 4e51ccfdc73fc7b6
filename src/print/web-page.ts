import type { Document } from '../document/document.ts';
import type { Templates } from '../document/templates.ts';
import { BOOKLET_STEM } from '../read/source.ts';

/** The printed pages as a web page of their own; `body`: the document's, with its pages made. */
export function toWebPage({ about, kind, stem }: Document, body: string, templates: Templates): string {
  return templates.renderDocument({
    title: about.title,
    body,
    kind: 'pages',
    ways: [
      { href: 'index.html', label: '本年度各项目' },
      ...(kind === 'project' ? [{ href: `${BOOKLET_STEM}.html`, label: '全册' }] : []),
      { href: `${encodeURIComponent(stem)}.pdf`, label: 'PDF' },
    ],
  });
}
