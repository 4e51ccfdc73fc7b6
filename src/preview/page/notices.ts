// What is said above the pages: why they are not what the sources say now.
import type { PageEvent } from '../clients.ts';
import { element, make } from './dom.ts';
import { entriesWithErrors } from './list.ts';
import { say, words } from './words.ts';

export interface Notices {
  page: PageEvent | null;
  /** There never was such a page. */
  isUnknown: boolean;
  isConnected: boolean;
  trouble: { text: string; hint?: string } | null;
  /** Why the pages could not be made. */
  failure: string | null;
  /** Why the PDF cannot be printed. */
  unprinted: string | null;
  /** What lies in `out` is not what the program wrote there. */
  isForeign: boolean;
}

export function showNotices({
  page,
  isUnknown,
  isConnected,
  trouble,
  failure,
  unprinted,
  isForeign,
}: Notices) {
  const notices: [className: string, text: string][] = [];
  if (!isConnected) notices.push(['warning', words.disconnected]);
  if (trouble !== null) notices.push(['error', [trouble.text, trouble.hint].filter(Boolean).join(' → ')]);
  if (isUnknown || page?.state === 'gone') notices.push(['warning', words.gone]);
  else if (page?.state === 'kept' || (page?.state === 'none' && page.stem !== 'booklet' && hasSheets())) {
    notices.push(['error', words.kept]);
  }
  const held = page?.stem === 'booklet' ? entriesWithErrors() : [];
  if (held.length > 0)
    notices.push(['error', say(hasSheets() ? 'bookletHeld' : 'bookletNone', { names: listNames(held) })]);
  // While it is being printed the manifest is behind.
  if (isForeign && /held|none|failed/.test(element('pdf').dataset.state ?? ''))
    notices.push(['error', words.foreign]);
  if (failure !== null)
    notices.push(['error', say(hasSheets() ? 'notPaged' : 'notPagedYet', { reason: failure })]);
  else if (unprinted !== null) notices.push(['error', `${words['pdf-failed']}：${unprinted}`]);
  element('notices').replaceChildren(...notices.map(([className, text]) => make('p', className, text)));
}

function hasSheets() {
  return element('count').textContent !== '';
}

/** Names that are listed before it is said how many there are. */
const MOST_NAMES = 3;

function listNames(names: string[]) {
  const listed = names.slice(0, MOST_NAMES).join(words.separator);
  return names.length > MOST_NAMES ? say('andMore', { names: listed, count: names.length }) : listed;
}
