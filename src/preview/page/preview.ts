// The preview: hears what changed, shows it, and leads from the page to the source.
import type { PageEvent, PdfEvent } from '../clients.ts';
import type { Operation } from '../operations.ts';
import type { PreviewFinding } from '../preview.ts';
import { addressOf, encodePath, go, here, onArrival } from './address.ts';
import { element } from './dom.ts';
import { listenToEdits, sendOperation, showEdits, suppressFinding } from './edits.ts';
import { showFindings } from './findings.ts';
import { allowImports, watchDrops } from './import.ts';
import { listenToKeys, onKey } from './keys.ts';
import { firstAddress, knowsYear, markCurrent, showList } from './list.ts';
import { showNotices } from './notices.ts';
import type { EditHost, NamedCell } from './page.ts';
import { openSource, toEditorAddress } from './source-links.ts';
import { connect, on, onConnection } from './stream.ts';
import { showVersions } from './versions.ts';
import { listenToView, savedZoom, showPageCount, showPageNumber, showZoom } from './view.ts';
import { words } from './words.ts';

const frame = element<HTMLIFrameElement>('frame');
const edit = element<HTMLAnchorElement>('edit');
const pdf = element<HTMLAnchorElement>('pdf');

let page: PageEvent | null = null;
/** What was said of the page last; empty before anything was, for null is an answer, too. */
let lastPage = '';
/** Which print is shown where there is no live page; printed again, it is fetched again. */
let shownPrint = '';
let version: string | null = null;
/** What the frame was made of, but for its styles. */
let framed: string | null = null;
let trouble: { text: string; hint?: string } | null = null;
/** Why the pages could not be made. */
let failure: string | null = null;
/** Why the PDF cannot be printed. */
let unprinted: string | null = null;
/** The styles with which pages could be made last. */
let soundStyles = '';
/** Whether what lies in `out` is not what the program wrote there. */
let isForeign = false;
let isConnected = true;
/** Whether the program writes what is edited here. */
let mayEdit = false;
/** Of the text that edits are made against. */
let revision = '';
/** Of the page in `out`, as it was said last. */
let latestPrint: string | null = null;
/** Where each page was left; kept when the page is loaded again. */
const scrolls = new Map<string, number>(JSON.parse(sessionStorage.getItem('scrolls') ?? '[]'));

/** The frame's own scripts, once they and the fonts are there. */
let ready = loadFrame();

async function loadFrame() {
  const inside = () => frame.contentWindow as typeof globalThis | null;
  while (inside()?.pages === undefined) await new Promise((resolve) => setTimeout(resolve, 10));
  const window = inside() as typeof globalThis;
  await window.pages.fonts;
  window.pages.listen({ cell: openCell, zoom: showZoom, page: showPageNumber });
  window.pages.setHost(editHost());
  window.pages.setZoom(savedZoom());
  frame.contentDocument?.addEventListener('keydown', onKey);
  if (frame.contentDocument !== null) watchDrops(frame.contentDocument);
  return window;
}

onConnection((isNow) => {
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

function arrive() {
  keepScroll();
  page = null;
  failure = null;
  unprinted = null;
  lastPage = '';
  shownPrint = '';
  latestPrint = null;
  isForeign = false;
  markCurrent(here());
  connect();
}

function keepScroll() {
  if (page !== null) scrolls.set(addressOf(page.year, page.stem), frame.contentWindow?.scrollY ?? 0);
}

async function showPage(said: PageEvent | null) {
  if (said?.movedTo) return go(addressOf(said.year, said.movedTo), true);
  const isArriving = page === null;
  page = said;
  const title =
    said === null ? '' : said.stem === 'booklet' && !said.year.includes('/') ? words.booklet : said.name;
  document.title = title === '' ? words.product : `${title} · ${words.product}`;
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
  else await showPrinted();
  if (isArriving && said !== null)
    (await ready).scrollTo(0, scrolls.get(addressOf(said.year, said.stem)) ?? 0);
}

async function showBody(said: PageEvent, body: string, isLong: boolean) {
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
  showPageCount(shown.pages);
  const style = window.document.querySelector('style');
  if (failure === null) soundStyles = style?.textContent ?? '';
  else if (style !== null && soundStyles !== '') style.textContent = soundStyles;
  drawNotices();
}

async function clear() {
  (await ready).pages.clear();
  showPageCount(0);
}

async function showPdf({ state, url, print, message }: PdfEvent) {
  pdf.dataset.state = state;
  pdf.title = message ?? (url === null ? '' : words.pdfHint);
  if (url === null) pdf.removeAttribute('href');
  else pdf.href = url;
  element('pdf-text').textContent = words[`pdf-${state}`];
  unprinted = state === 'failed' ? message : null;
  drawNotices();
  latestPrint = print;
  await showPrinted();
}

/** The booklet, and a table that was not sound since the program started, are shown as they were printed last. */
async function showPrinted() {
  const shown = page;
  const print = latestPrint;
  if (shown === null || shown.body !== null || print === null || print === shownPrint) return;
  const printed = await fetch(`/-/printed${addressOf(shown.year, shown.stem)}`);
  // Something newer may have been asked for meanwhile.
  if (page !== shown || print !== latestPrint) return;
  shownPrint = print;
  isForeign = !printed.ok;
  if (isForeign) return drawNotices();
  await showBody(shown, await printed.text(), shown.stem === 'booklet');
}

async function showLook(look: { styles: string; frame: string }) {
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

function linkTo(place: { line: number; column: number }) {
  return page === null ? '' : toEditorAddress(page, place);
}

function openCell(cell: NamedCell) {
  if (page !== null) void openSource(page, cell);
}

/** What the frame edits with; null where nothing can be edited. */
function editHost(): EditHost | null {
  if (!mayEdit) return null;
  return {
    words,
    send: sendEdit,
    office: async () => {
      const answer = await fetch(`/-/words/${encodePath(here().year)}`);
      return answer.ok ? await answer.json() : null;
    },
    suppress: suppressFinding,
    open: (cell) => openCell({ ...cell, anchor: '' }),
  };
}

async function sendEdit(operation: Operation) {
  const sent = await sendOperation(operation);
  // The page that follows may be reported a moment later: the next edit is made against it.
  if (sent.revision !== undefined) revision = sent.revision;
  return sent;
}

const findingActions = {
  fix: ({ code, line, column }: PreviewFinding) =>
    void sendEdit({ kind: 'fix', finding: { code, line, column } }),
  fixAll: (code: string) => void sendEdit({ kind: 'fix-all', code }),
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
onArrival(arrive);
listenToKeys(() => mayEdit);
listenToView(() => ready);
listenToEdits(() => page && { year: page.year, stem: page.stem, name: page.name, revision });
arrive();
