// The list at the left: every project of the year and its offices with its findings, a search, and the way from one to the next.
import type { PreviewEntry, PreviewYear } from '../preview-list.ts';
import { addressOf, followLinks, go, type PageName, RESULTS } from './address.ts';
import { element, make, makeButton } from './dom.ts';
import { countOf, say, words } from './words.ts';

const list = element('list');
const search = element<HTMLInputElement>('search');
const select = element<HTMLSelectElement>('year');

const levels = ['error', 'warning', 'suggestion'] as const;

let years: PreviewYear[] = [];
let rows: Row[] = [];
/** What each folder and those below it have, by their paths. */
let within = new Map<string, { error: number; warning: number }>();
let current: PageName = { year: '', stem: '' };
/** The tables whose text the search was found in. */
let inTexts = new Set<string>();
const items = new Map<string, { item: HTMLLIElement; said: string }>();

select.addEventListener('change', () => {
  const [first, second = first] = rowsOf(select.value);
  if (second !== undefined) go(addressOf(second.year, second.stem));
});
search.addEventListener('input', searchTexts);
followLinks(list);

/** Lines above which offices are folded at first. */
const MOST_UNFOLDED = 100;

export function showList(now: PreviewYear[]) {
  const isFirst = years.length === 0;
  years = now;
  rows = toRows();
  within = sumUp();
  if (isFirst && years.reduce((sum, { entries }) => sum + entries.length, 0) > MOST_UNFOLDED) {
    for (const { year, office } of years)
      if (office !== '' && !`${current.year}/`.startsWith(`${year}/`)) folded.add(year);
  }
  void searchTexts();
}

/** Names and codes are here; what the tables say is with the program. */
async function searchTexts() {
  const text = search.value.trim();
  if (text === '') inTexts = new Set();
  draw();
  if (text === '') return;
  const answer = await fetch(`/-/search/${topOf(current.year)}?${new URLSearchParams({ text })}`);
  // Something else may have been typed meanwhile.
  if (!answer.ok || text !== search.value.trim()) return;
  inTexts = new Set(await answer.json());
  draw();
}

export function markCurrent(page: PageName) {
  current = page;
  for (let folder = page.year; folder !== ''; folder = parentOf(folder)) folded.delete(folder);
  draw();
  list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
}

/** Where a visitor without an address is led: the first project with an error, else the first. */
export function firstAddress() {
  const all = rowsOf(topOf(years.at(-1)?.year ?? ''));
  const projects = all.filter(({ stem }) => stem !== 'booklet');
  const first = projects.find(({ counts }) => counts.error > 0) ?? projects[0] ?? all[0];
  return first === undefined ? null : addressOf(first.year, first.stem);
}

/** The project before or after the one that is shown, among those that the search leaves. */
export function neighbour(step: 1 | -1) {
  const shown = shownRows();
  const at = shown.findIndex(isCurrent);
  const next = at < 0 ? shown[0] : shown[at + step];
  return next === undefined ? null : addressOf(next.year, next.stem);
}

export function knowsYear(year: string) {
  return years.some((known) => known.year === year);
}

/** The names of the sources in the folder, or below it, that have errors. */
export function entriesWithErrors() {
  return rowsOf(topOf(current.year))
    .filter(({ year, counts }) => counts.error > 0 && `${year}/`.startsWith(`${current.year}/`))
    .map(({ stem, name }) => (stem === 'booklet' ? 'booklet.yaml' : name));
}

/** How far the monitoring of a month, or the self-evaluation, is. */
interface ResultState {
  label: string;
  mark: string;
  said: string;
}

/** A line of the list, with its folder. */
interface Row extends PreviewEntry {
  year: string;
  office: string;
  results: ResultState[];
}

function topOf(year: string) {
  return year.split('/')[0] ?? '';
}

/** The lines of a year, with those of its offices. */
function rowsOf(top: string) {
  return rows.filter(({ year }) => topOf(year) === top);
}

/** The lines of all years, each project with how far its monitoring and self-evaluation are, where its folder has some. */
function toRows(): Row[] {
  const results = new Map<string, { label: string; errors: Map<string, number> }[]>();
  for (const { year, entries } of years) {
    const [name] = RESULTS.exec(year) ?? [];
    if (name === undefined) continue;
    const folder = year.slice(0, -name.length);
    const label = name.replace(/^\/(?:监控\/)?/, '');
    const errors = new Map(entries.map(({ stem, counts }) => [stem, counts.error]));
    results.set(folder, [...(results.get(folder) ?? []), { label, errors }]);
  }
  return years.flatMap(({ year, office, entries }) =>
    entries.map((entry) => {
      const folders = entry.stem === 'booklet' ? [] : (results.get(year) ?? []);
      return {
        ...{ ...entry, year, office },
        results: folders.map(({ label, errors }) => toState(label, errors.get(entry.stem))),
      };
    }),
  );
}

function sumUp() {
  const sums: typeof within = new Map();
  for (const { year, counts } of rows) {
    for (let folder = year; folder !== ''; folder = parentOf(folder)) {
      const { error, warning } = sums.get(folder) ?? { error: 0, warning: 0 };
      sums.set(folder, { error: error + counts.error, warning: warning + counts.warning });
    }
  }
  return sums;
}

function toState(label: string, errors: number | undefined): ResultState {
  if (errors === undefined) return { label, mark: '○', said: say('resultMissing', { label }) };
  if (errors > 0) return { label, mark: '!', said: say('resultWrong', { label }) };
  return { label, mark: '✓', said: say('resultWritten', { label }) };
}

function isCurrent({ year, stem }: Row) {
  return year === current.year && stem === current.stem;
}

/** Those that the search leaves, each below its offices, which tell apart what has one name; else those in no folder that is folded. */
function shownRows() {
  const wanted = search.value.trim().toLowerCase();
  if (wanted !== '') {
    const all = rowsOf(topOf(current.year));
    const found = new Set(
      all.filter(
        ({ year, office, name, stem, code }) =>
          inTexts.has(`${year}/${stem}`) ||
          `${office} ${name} ${stem} ${code}`.toLowerCase().includes(wanted),
      ),
    );
    const offices = new Set();
    for (const { year } of found)
      for (let folder = year; folder.includes('/'); folder = parentOf(folder)) offices.add(folder);
    return all.filter((row) => found.has(row) || (row.stem === 'booklet' && offices.has(row.year)));
  }
  return rowsOf(topOf(current.year)).filter(
    (row) => !isFolded(row.stem === 'booklet' ? parentOf(row.year) : row.year),
  );
}

/** Folders that are folded; the folder of the page that is shown never is. */
const folded = new Set<string>();

/** What a line counts: its own findings, and of a folder that is folded those of all that is in it. */
function insideOf(row: Row) {
  if (!isClosed(row)) return row.counts;
  const { error = 0, warning = 0 } = within.get(row.year) ?? {};
  return { ...row.counts, error, warning };
}

/** Whether its folder is folded now: a search unfolds all. */
function isClosed({ year, stem }: Row) {
  return stem === 'booklet' && search.value.trim() === '' && folded.has(year);
}

function parentOf(year: string) {
  return year.split('/').slice(0, -1).join('/');
}

/** Whether a folder, or one above it, is folded. */
function isFolded(year: string): boolean {
  return year !== '' && (folded.has(year) || isFolded(parentOf(year)));
}

function draw() {
  drawYears();
  const shown = shownRows();
  const kept = new Set();
  shown.forEach((row, index) => {
    const key = addressOf(row.year, row.stem);
    kept.add(key);
    const known = items.get(key) ?? { item: make('li'), said: '' };
    items.set(key, known);
    const said = JSON.stringify([row, isCurrent(row), isClosed(row), insideOf(row)]);
    if (known.said !== said) write(known.item, row);
    known.said = said;
    if (list.children[index] !== known.item) list.insertBefore(known.item, list.children[index] ?? null);
  });
  for (const [key, { item }] of items) {
    if (kept.has(key)) continue;
    item.remove();
    items.delete(key);
  }
  element('none').hidden = shown.length > 0 || search.value === '';
  list.hidden = shown.length === 0;
  summarize();
}

function drawYears() {
  const names = [...new Set(years.map(({ year }) => topOf(year)))];
  const top = topOf(current.year);
  const isKnown = names.join() === [...select.options].map(({ value }) => value).join();
  if (!isKnown) select.replaceChildren(...names.map((name) => new Option(name, name)));
  select.value = top;
  select.hidden = names.length === 0 || (names.length < 2 && names.includes(top));
}

/** Writes into the elements that are there, so that a link keeps the focus when it becomes the current one. */
function write(item: HTMLLIElement, row: Row) {
  const { year, office, stem, name, results } = row;
  const isBooklet = stem === 'booklet';
  const counts = insideOf(row);
  const link = item.querySelector('a') ?? make('a');
  const [title, chips] =
    link.children.length > 0 ? [...link.children] : [make('span', 'title'), make('span', 'counts')];
  if (title === undefined || chips === undefined) return;
  item.className = isBooklet ? 'booklet' : '';
  // 监控/7月 is one step of the list.
  const steps = year.replace(/\/监控(?=\/[^/]+$)/, '').split('/');
  item.style.setProperty('--depth', String(steps.length - 1));
  link.href = addressOf(year, stem);
  if (isCurrent(row)) link.setAttribute('aria-current', 'page');
  else link.removeAttribute('aria-current');
  // One stop for Tab; the arrows lead on from there.
  link.tabIndex = isCurrent(row) ? 0 : -1;
  title.textContent = isBooklet ? office || words.booklet : name;
  chips.replaceChildren(
    ...results.map(({ label, mark, said }) => {
      const chip = make('span', 'result', label + mark);
      chip.title = said;
      chip.append(make('span', 'unseen', said));
      return chip;
    }),
    ...levels.flatMap((level) => {
      if (counts[level] === 0) return [];
      const chip = make('span', level, String(counts[level]));
      chip.title = countOf(level, counts[level]);
      chip.append(make('span', 'unseen', chip.title.slice(chip.textContent.length)));
      return [chip];
    }),
  );
  if (link.parentElement === null) {
    link.append(title, chips);
    item.append(...(isBooklet && office !== '' ? [foldButton(year)] : []), link);
  }
  item.querySelector('button')?.setAttribute('aria-expanded', String(!isClosed(row)));
}

function foldButton(year: string) {
  const button = makeButton(
    '',
    () => {
      if (!folded.delete(year)) folded.add(year);
      draw();
    },
    'fold',
  );
  button.ariaLabel = words.foldOffice;
  return button;
}

function summarize() {
  const all = rowsOf(topOf(current.year));
  const sum = (level: (typeof levels)[number]) => all.reduce((total, { counts }) => total + counts[level], 0);
  const said = say('summary', {
    projects: all.filter(({ year, stem }) => stem !== 'booklet' && !RESULTS.test(year)).length,
    errors: sum('error'),
    warnings: sum('warning'),
    suggestions: sum('suggestion'),
  });
  const summary = element('summary');
  if (summary.textContent !== said) summary.textContent = said;
}
