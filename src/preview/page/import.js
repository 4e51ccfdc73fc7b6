// @ts-check
// Files that are dropped onto the page, or chosen: each is read by the program, and its drafts are looked at one after the other.
import { announce } from './edits.js';
import { addressOf } from './list.js';
import { postFile } from './post.js';
import { endReview, isReviewing, onLeave, review, showReading, showRefusal } from './review.js';
import { element, say, words } from './words.js';

const overlay = element('drop');
const chooser = /** @type {HTMLInputElement} */ (element('import-files'));

/** @type {(address: string) => void} */
let go = () => {};
/** @type {() => { year: string }} */
let here = () => ({ year: '' });
let mayImport = false;

/** Files that wait for their turn, and where they are to go. */
/** @type {{ file: File, year: string }[]} */
let queue = [];
let isAtWork = false;
let count = 0;

/** @param {{ go: typeof go, here: typeof here }} listeners */
export function listenToImports(listeners) {
  go = listeners.go;
  here = listeners.here;
}

/** @param {boolean} isNow */
export function allowImports(isNow) {
  mayImport = isNow;
}

/**
 * Lets files be dropped onto a document: the page's, and that of its frame, which hears of what is dragged over it alone.
 * @param {Document} document
 */
export function watchDrops(document) {
  document.addEventListener('dragenter', onDrag);
  document.addEventListener('dragover', onDrag);
  document.addEventListener('drop', onDrop);
}

/** @param {DragEvent} event */
function onDrag(event) {
  if (!event.dataTransfer?.types.includes('Files')) return;
  // Without this a file that is dropped would take the place of the page.
  event.preventDefault();
  event.dataTransfer.dropEffect = mayImport ? 'copy' : 'none';
  if (!mayImport || isReviewing()) return;
  element('drop-title').textContent = say('dropTitle', { place: goalsOf(here().year) });
  overlay.hidden = false;
}

/** @param {DragEvent} event */
function onDrop(event) {
  const { items } = event.dataTransfer ?? {};
  overlay.hidden = true;
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  if (!mayImport || items === undefined) return;
  const entries = [...items].filter(({ kind }) => kind === 'file');
  const folder = entries.map((item) => item.webkitGetAsEntry()).find((entry) => entry?.isDirectory);
  if (folder) announce(say('dropFolder', { name: folder.name }), true);
  const files = entries.filter((item) => !item.webkitGetAsEntry()?.isDirectory);
  take(files.flatMap((item) => item.getAsFile() ?? []));
}

// A pointer moves only when nothing is dragged any more, whatever was said of its end.
for (const type of ['dragleave', 'pointermove'])
  overlay.addEventListener(type, () => {
    overlay.hidden = true;
  });
element('import').addEventListener('click', () => chooser.click());
chooser.addEventListener('change', () => {
  take([...(chooser.files ?? [])]);
  // The same file can be chosen again.
  chooser.value = '';
});

/**
 * Results belong to the folder of their goals.
 * @param {string} year
 */
function goalsOf(year) {
  return year.replace(/\/(?:自评|监控\/[^/]+)$/, '');
}

/** @param {File[]} files */
function take(files) {
  const year = goalsOf(here().year);
  queue.push(...files.map((file) => ({ file, year })));
  count += files.length;
  if (!isAtWork && files.length > 0) void work();
}

async function work() {
  isAtWork = true;
  /** @type {{ year: string, stem: string }[]} */
  const kept = [];
  let left = 0;
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const outcome = await importOne(next);
    kept.push(...outcome.kept);
    left += outcome.left;
    if (outcome.isStopped) queue = [];
  }
  isAtWork = false;
  count = 0;
  endReview();
  const [first] = kept;
  if (first !== undefined) go(addressOf(first.year, first.stem));
  const told = [
    ...(kept.length === 0 ? [] : [say('imported', { count: kept.length })]),
    ...(left === 0 ? [] : [say('importLeft', { count: left })]),
  ];
  if (told.length > 0) announce(told.join(words.sentence ?? ''), false);
}

/** @param {{ file: File, year: string }} given */
async function importOne({ file, year }) {
  const progress = count < 2 ? '' : say('importProgress', { index: count - queue.length, count });
  const sending = new AbortController();
  onLeave(() => sending.abort());
  showReading(file.name, progress);
  const route = `import/${year.split('/').map(encodeURIComponent).join('/')}`;
  const isLarge = file.size > Number(words.importMost);
  const sent = isLarge
    ? { status: 413, text: words.importTooLarge ?? '', hint: words.importTooLargeHint ?? '' }
    : await postFile(route, file, sending.signal);
  if (sending.signal.aborted) return { kept: [], left: 0, isStopped: true };
  const answer = /** @type {import('./page.d.ts').Review} */ (/** @type {unknown} */ (sent));
  if (sent.status === 200 && answer.error === null) return review(answer);
  const { message, hint } = answer.error ?? { message: sent.text, hint: sent.hint };
  return showRefusal({ file: file.name, message, hint: hint ?? '', notes: answer.notes ?? [] });
}
