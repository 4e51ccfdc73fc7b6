// @ts-check
// What is said above the pages: why they are not what the sources say now.
import { entriesWithErrors } from './list.js';
import { element, make, say, words } from './words.js';

/** @typedef {import('../clients.ts').PageEvent} PageEvent */

/**
 * @typedef {object} Notices
 * @property {PageEvent | null} page
 * @property {boolean} isUnknown there never was such a page
 * @property {boolean} isConnected
 * @property {{ text: string, hint?: string } | null} trouble
 * @property {string | null} failure why the pages could not be made
 * @property {string | null} unprinted why the PDF cannot be printed
 * @property {boolean} isForeign what lies in `out` is not what the program wrote there
 */

/** @param {Notices} now */
export function showNotices({ page, isUnknown, isConnected, trouble, failure, unprinted, isForeign }) {
  /** @type {[className: string, text: string][]} */
  const notices = [];
  if (!isConnected) notices.push(['warning', words.disconnected ?? '']);
  if (trouble !== null) notices.push(['error', [trouble.text, trouble.hint].filter(Boolean).join(' → ')]);
  if (isUnknown || page?.state === 'gone') notices.push(['warning', words.gone ?? '']);
  else if (page?.state === 'kept' || (page?.state === 'none' && page.stem !== 'booklet' && hasSheets())) {
    notices.push(['error', words.kept ?? '']);
  }
  const held = page?.stem === 'booklet' ? entriesWithErrors() : [];
  if (held.length > 0)
    notices.push(['error', say(hasSheets() ? 'bookletHeld' : 'bookletNone', { names: listNames(held) })]);
  // While it is being printed the manifest is behind.
  if (isForeign && /held|none|failed/.test(element('pdf').dataset.state ?? ''))
    notices.push(['error', words.foreign ?? '']);
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

/** @param {string[]} names */
function listNames(names) {
  const listed = names.slice(0, MOST_NAMES).join(words.separator ?? '');
  return names.length > MOST_NAMES ? say('andMore', { names: listed, count: names.length }) : listed;
}
