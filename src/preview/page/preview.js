// @ts-check
// The preview: hears what changed, shows it, and leads from the page to the source.
import { listenToEdits, sendOperation, showEdits, suppressFinding } from './edits.js';
import { showFindings } from './findings.js';
import { allowImports, listenToImports, watchDrops } from './import.js';
import { listenToKeys, onKey } from './keys.js';
import { addressOf, firstAddress, knowsYear, listenToList, markCurrent, showList } from './list.js';
import { showNotices } from './notices.js';
import { openSource, toEditorAddress } from './source-links.js';
import { connect, listenToStream, on } from './stream.js';
import { listenToVersions, showVersions } from './versions.js';
import { listenToView, savedZoom, tellPage, tellPages, tellZoom } from './view.js';
import { element, words } from './words.js';

/** @typedef {import('../clients.ts').PageEvent} PageEvent */

const frame = /** @type {HTMLIFrameElement} */ (element('frame'));
const edit = /** @type {HTMLAnchorElement} */ (element('edit'));
const pdf = /** @type {HTMLAnchorElement} */ (element('pdf'));

/** @type {PageEvent | null} */
let page = null;
/** What was said of the page last; empty before anything was, for null is an answer, too. */
let lastPage = '';
/** Which print is shown where there is no live page; printed again, it is fetched again. */
let shownPrint = '';
/** @type {string | null} */
let version = null;
/** What the frame was made of, but for its styles. */
/** @type {string | null} */
let framed = null;
/** @type {{ text: string, hint?: string } | null} */
let trouble = null;
/** Why the pages could not be made. */
/** @type {string | null} */
let failure = null;
/** Why the PDF cannot be printed. */
/** @type {string | null} */
let unprinted = null;
/** The styles with which pages could be made last. */
let soundStyles = '';
/** Whether what lies in `out` is not what the program wrote there. */
let isForeign = false;
let isConnected = true;
/** Whether the program writes what is edited here. */
let mayEdit = false;
/** Of the text that edits are made against. */
let revision = '';
let latestPrint = '';
/** Where each page was left; kept when the page is loaded again. */
/** @type {Map<string, number>} */
const scrolls = new Map(JSON.parse(sessionStorage.getItem('scrolls') ?? '[]'));

/** @returns {{ year: string, stem: string }} */
function here() {
  const steps = location.pathname.slice(1).split('/').map(decodeURIComponent);
  return { year: steps.slice(0, -1).join('/'), stem: steps.at(-1) ?? '' };
}

/** The frame's own scripts, once they and the fonts are there. */
let ready = loadFrame();

async function loadFrame() {
  const inside = () => /** @type {typeof globalThis | null} */ (frame.contentWindow);
  while (inside()?.pages === undefined) await new Promise((resolve) => setTimeout(resolve, 10));
  const window = /** @type {typeof globalThis} */ (inside());
  await window.pages.fonts;
  window.pages.listen({ cell: openCell, zoom: tellZoom, page: tellPage });
  window.pages.setHost(editHost());
  window.pages.setZoom(savedZoom());
  frame.contentDocument?.addEventListener('keydown', onKey);
  if (frame.contentDocument !== null) watchDrops(frame.contentDocument);
  return window;
}

listenToStream(here, (isNow) => {
  isConnected = isNow;
  drawNotices();
});
on('version', (said) => {
  // Another program answers now: its page may be another, too.
  if (version !== null && version !== said) location.reload();
  version = said;
});
on('edits', async (said) => {
  mayEdit = said !== null;
  showEdits(said);
  allowImports(mayEdit);
  element('rename').hidden = !mayEdit || page?.stem === 'booklet';
  (await ready).pages.setHost(editHost());
});
on('list', (said) => {
  showList(said);
  const { year, stem } = here();
  const first = firstAddress();
  if (first !== null && (stem === '' || !knowsYear(year))) go(first, true);
  drawNotices();
});
on('trouble', (said) => {
  trouble = said;
  drawNotices();
});
on('look', showLook);
on('page', (said) => {
  // After a pause everything is said again, mostly the same.
  const text = JSON.stringify(said);
  if (text === lastPage) return;
  lastPage = text;
  void showPage(said);
});
on('pdf', showPdf);

/**
 * @param {string} address
 * @param {boolean} [isReplacing]
 */
function go(address, isReplacing = false) {
  if (address === location.pathname) return;
  if (isReplacing) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  arrive();
}

function arrive() {
  keepScroll();
  page = null;
  failure = null;
  unprinted = null;
  lastPage = '';
  shownPrint = '';
  isForeign = false;
  markCurrent(here());
  connect();
}

function keepScroll() {
  if (page !== null) scrolls.set(addressOf(page.year, page.stem), frame.contentWindow?.scrollY ?? 0);
}

/** @param {PageEvent | null} said */
async function showPage(said) {
  if (said?.movedTo) return go(addressOf(said.year, said.movedTo), true);
  const isArriving = page === null;
  page = said;
  const title =
    said === null
      ? ''
      : said.stem === 'booklet' && !said.year.includes('/')
        ? (words.booklet ?? '')
        : said.name;
  document.title = title === '' ? (words.product ?? '') : `${title} · ${words.product}`;
  element('name').textContent = title;
  element('code').textContent = said?.code ?? '';
  showVersions(said);
  if (said === null) edit.removeAttribute('href');
  else edit.href = linkTo(said.findings[0] ?? { line: 1, column: 1 });
  revision = said?.editing?.revision ?? '';
  const { editing } = said ?? {};
  element('rename').hidden = !mayEdit || said?.stem === 'booklet' || (editing?.onlyWritten ?? true);
  showFindings(said?.findings ?? [], linkTo, mayEdit && said?.editing != null ? findingActions : null);
  drawNotices();
  if (said?.body != null) await showBody(said, said.body, false);
  else if (isArriving || said === null) await clear();
  if (isArriving && said !== null) {
    const window = await ready;
    window.scrollTo(0, scrolls.get(addressOf(said.year, said.stem)) ?? 0);
  }
}

/**
 * @param {PageEvent} said
 * @param {string} body
 * @param {boolean} isLong
 */
async function showBody(said, body, isLong) {
  const window = await ready;
  // Something newer may have come while the fonts were loading.
  if (page !== said) return;
  const { year, stem, places, editing } = said;
  // Of pages that are kept from before the marks are kept, too.
  const findings = said.state === 'good' ? said.findings : said.formerFindings;
  const shown = window.pages.show({
    ...{ key: `${year}/${stem}`, body, isLong, places, findings },
    editing: said.state === 'good' && stem !== 'booklet' ? editing : null,
  });
  failure = shown.failure;
  tellPages(shown.pages);
  const style = window.document.querySelector('style');
  if (failure === null) soundStyles = style?.textContent ?? '';
  else if (style !== null && soundStyles !== '') style.textContent = soundStyles;
  drawNotices();
}

async function clear() {
  (await ready).pages.clear();
  tellPages(0);
}

/** @param {import('../clients.ts').PdfEvent} said */
async function showPdf({ state, url, print, message }) {
  pdf.dataset.state = state;
  pdf.title = message ?? (url === null ? '' : (words.pdfHint ?? ''));
  if (url === null) pdf.removeAttribute('href');
  else pdf.href = url;
  element('pdf-text').textContent = words[`pdf-${state}`] ?? '';
  unprinted = state === 'failed' ? message : null;
  drawNotices();
  const shown = page;
  // The booklet, and a table that was not sound since the program started, are shown as they were printed last.
  if (shown === null || shown.body !== null || print === null || print === shownPrint) return;
  latestPrint = print;
  const printed = await fetch(`/-/printed${addressOf(shown.year, shown.stem)}`);
  // Something newer may have been asked for meanwhile.
  if (page !== shown || print !== latestPrint) return;
  shownPrint = print;
  isForeign = !printed.ok;
  if (isForeign) return drawNotices();
  await showBody(shown, await printed.text(), shown.stem === 'booklet');
}

/** @param {{ styles: string, frame: string }} look */
async function showLook(look) {
  const window = await ready;
  if (framed !== null && framed !== look.frame) {
    // The script that divides pages cannot be changed under way.
    const top = window.scrollY;
    frame.src = `/-/frame?${look.frame}`;
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    ready = loadFrame();
    await ready;
    framed = look.frame;
    const shown = page;
    if (shown?.body != null) await showBody(shown, shown.body, false);
    frame.contentWindow?.scrollTo(0, top);
    return;
  }
  framed = look.frame;
  const style = window.document.querySelector('style');
  if (style === null || (failure === null && style.textContent?.trim() === look.styles.trim())) return;
  style.textContent = look.styles;
  if (page?.body != null) await showBody(page, page.body, false);
}

/** @param {{ line: number, column: number }} place */
function linkTo(place) {
  return page === null ? '' : toEditorAddress(page, place);
}

/** @param {{ row: number | null, field: string, anchor: string }} cell */
function openCell(cell) {
  if (page !== null) void openSource(page, cell);
}

/** What the frame edits with; null where nothing can be edited. */
function editHost() {
  if (!mayEdit) return null;
  return {
    words,
    send: sendEdit,
    office: async () => {
      const { year } = here();
      const answer = await fetch(`/-/words/${year.split('/').map(encodeURIComponent).join('/')}`);
      return answer.ok ? await answer.json() : null;
    },
    suppress: suppressFinding,
    open: (/** @type {{ row: number | null, field: string }} */ cell) => openCell({ ...cell, anchor: '' }),
  };
}

/** @param {import('../operations.ts').Operation} operation */
async function sendEdit(operation) {
  const sent = await sendOperation(operation);
  // The page that comes of it may be reported a moment later: the next edit is made against it.
  if (sent.revision !== undefined) revision = sent.revision;
  return sent;
}

const findingActions = {
  /** @param {import('../preview.ts').PreviewFinding} finding */
  fix: ({ code, line, column }) => void sendEdit({ kind: 'fix', finding: { code, line, column } }),
  /** @param {string} code */
  fixAll: (code) => void sendEdit({ kind: 'fix-all', code }),
  suppress: suppressFinding,
};

function drawNotices() {
  showNotices({
    page,
    isUnknown: page === null && lastPage !== '',
    isConnected,
    trouble,
    failure,
    unprinted,
    isForeign,
  });
}

// Where the program's own face steps in for Chinese, some elements are not drawn again by themselves.
document.fonts.addEventListener('loadingdone', () => {
  document.body.style.fontKerning = 'none';
  void document.body.offsetHeight;
  document.body.style.fontKerning = '';
});

// Fetched only where the machine has no face of one width, and only when the one for Chinese is there: of two that come
// together the browser draws some elements again with neither.
void ready
  .then(() => document.fonts.ready)
  .then(() => document.fonts.add(new FontFace('Jixiaoce Mono', 'url("/-/mono")')));

addEventListener('pagehide', () => {
  keepScroll();
  sessionStorage.setItem('scrolls', JSON.stringify([...scrolls]));
});
watchDrops(document);
addEventListener('popstate', arrive);
listenToList(go);
listenToVersions(go);
listenToKeys({ go, mayEdit: () => mayEdit });
listenToImports({ go, here });
listenToView(() => ready);
listenToEdits({
  go,
  here: () => page && { year: page.year, stem: page.stem, name: page.name, revision },
});
arrive();
