import type { Document } from '../document/document.ts';
import { toPolicy } from '../document/policy.ts';
import type { Templates } from '../document/templates.ts';

/** The printed pages as a web page of their own; `body`: the document's, with its pages made. `hasIndex`: beside it. */
export function toWebPage(
  { about, stem }: Document,
  body: string,
  templates: Templates,
  hasIndex: boolean,
): string {
  return templates.renderDocument({
    title: about.title,
    body,
    kind: 'pages',
    policy: toPolicy(),
    ways: [
      ...(hasIndex ? [{ href: 'index.html', label: '本年度目录' }] : []),
      { href: `${encodeURIComponent(stem)}.pdf`, label: 'PDF' },
    ],
  });
}
