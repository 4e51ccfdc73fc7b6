// Files that are dropped onto the page, or chosen: each is read by the program, and its drafts are looked at one after the other.
import { addressOf, encodePath, go, here, type PageName, RESULTS } from './address.ts';
import { element } from './dom.ts';

import { announce } from './edits.ts';
import type { Review } from './page.ts';
import { postFile } from './post.ts';
import { endReview, isReviewing, onLeave, review, showReading, showRefusal } from './review.ts';
import { say, words } from './words.ts';

const overlay = element('drop');
const chooser = element<HTMLInputElement>('import-files');

let mayImport = false;

/** Files that wait for their turn, and where they are to go. */
let queue: { file: File; year: string }[] = [];
let isAtWork = false;
let count = 0;

export function allowImports(isNow: boolean) {
  mayImport = isNow;
}

/** Lets files be dropped onto a document: the page's, and that of its frame, which hears of what is dragged over it alone. */
export function watchDrops(document: Document) {
  document.addEventListener('dragenter', onDrag);
  document.addEventListener('dragover', onDrag);
  document.addEventListener('drop', onDrop);
}

function onDrag(event: DragEvent) {
  if (!event.dataTransfer?.types.includes('Files')) return;
  // Without this a file that is dropped would take the place of the page.
  event.preventDefault();
  event.dataTransfer.dropEffect = mayImport ? 'copy' : 'none';
  if (!mayImport || isReviewing()) return;
  element('drop-title').textContent = say('dropTitle', { place: goalsOf(here().year) });
  overlay.hidden = false;
}

function onDrop(event: DragEvent) {
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

// A pointer moves only when nothing is dragged any more, even if the end of the drag was not reported.
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

/** Results belong to the folder of their goals. */
function goalsOf(year: string) {
  return year.replace(RESULTS, '');
}

function take(files: File[]) {
  const year = goalsOf(here().year);
  queue.push(...files.map((file) => ({ file, year })));
  count += files.length;
  if (!isAtWork && files.length > 0) void work();
}

async function work() {
  isAtWork = true;
  const kept: PageName[] = [];
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
  const said = [
    ...(kept.length === 0 ? [] : [say('imported', { count: kept.length })]),
    ...(left === 0 ? [] : [say('importLeft', { count: left })]),
  ];
  if (said.length > 0) announce(said.join(words.sentence), false);
}

async function importOne({ file, year }: { file: File; year: string }) {
  const progress = count < 2 ? '' : say('importProgress', { index: count - queue.length, count });
  const sending = new AbortController();
  onLeave(() => sending.abort());
  showReading(file.name, progress);
  const route = `import/${encodePath(year)}`;
  const isLarge = file.size > words.importMost;
  const sent = isLarge
    ? { status: 413, text: words.importTooLarge, hint: words.importTooLargeHint }
    : await postFile(route, file, sending.signal);
  if (sending.signal.aborted) return { kept: [], left: 0, isStopped: true };
  const answer = sent as unknown as Review;
  if (sent.status === 200 && answer.error === null) return review(answer);
  const { error, notes = [] } = answer;
  return showRefusal(file.name, error ? { text: error.message, hint: error.hint ?? '' } : sent, notes);
}
