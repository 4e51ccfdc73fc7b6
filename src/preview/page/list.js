// @ts-check
// The list at the left: every project of the year with its findings, a search, and the way from one to the next.
import { countOf, element, say, words } from './words.js';

/** @typedef {import('../preview.ts').PreviewYear} PreviewYear */
/** @typedef {import('../preview.ts').PreviewEntry} PreviewEntry */

const list = element('list');
const search = /** @type {HTMLInputElement} */ (element('search'));
const select = /** @type {HTMLSelectElement} */ (element('year'));

const levels = /** @type {const} */ (['error', 'warning', 'suggestion']);

/** @type {PreviewYear[]} */
let years = [];
/** @type {{ year: string, stem: string }} */
let current = { year: '', stem: '' };
/** The tables whose text the search was found in. */
/** @type {Set<string>} */
let inTexts = new Set();
/** @type {Map<string, { item: HTMLLIElement, said: string }>} */
const items = new Map();

/**
 * @param {string} year
 * @param {string} stem
 */
export function addressOf(year, stem) {
  return `/${year}/${encodeURIComponent(stem)}`;
}

/**
 * @param {(address: string) => void} go
 */
export function listenToList(go) {
  select.addEventListener('change', () => {
    const entries = entriesOf(select.value);
    go(addressOf(select.value, entries[1]?.stem ?? entries[0]?.stem ?? ''));
  });
  search.addEventListener('input', searchTexts);
  list.addEventListener('click', (event) => {
    const link = /** @type {Element} */ (event.target).closest('a');
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(link.getAttribute('href') ?? '/');
  });
}

/** @param {PreviewYear[]} now */
export function showList(now) {
  years = now;
  void searchTexts();
}

/** Names and codes are here; what the tables say is with the program. */
async function searchTexts() {
  const text = search.value.trim();
  if (text === '') inTexts = new Set();
  draw();
  if (text === '') return;
  const answer = await fetch(`/-/search/${current.year}?${new URLSearchParams({ text })}`);
  // Something else may have been typed meanwhile.
  if (!answer.ok || text !== search.value.trim()) return;
  inTexts = new Set(await answer.json());
  draw();
}

/** @param {{ year: string, stem: string }} page */
export function markCurrent(page) {
  current = page;
  draw();
  list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
}

/** Where a visitor without an address is led: the first project with an error, else the first. */
export function firstAddress() {
  const year = years.at(-1);
  const projects = year?.entries.slice(1) ?? [];
  const entry = projects.find(({ counts }) => counts.error > 0) ?? projects[0] ?? year?.entries[0];
  return year === undefined || entry === undefined ? null : addressOf(year.year, entry.stem);
}

/**
 * The project before or after the one that is shown, among those that the search leaves.
 * @param {1 | -1} step
 */
export function neighbour(step) {
  const entries = found();
  const at = entries.findIndex(({ stem }) => stem === current.stem);
  const next = at < 0 ? entries[0] : entries[at + step];
  return next === undefined ? null : addressOf(current.year, next.stem);
}

/** @param {string} year */
export function knowsYear(year) {
  return years.some((known) => known.year === year);
}

/** @param {string} year */
function entriesOf(year) {
  return years.find((known) => known.year === year)?.entries ?? [];
}

/** The names of the year's sources that have errors. */
export function entriesWithErrors() {
  return entriesOf(current.year)
    .filter(({ counts }) => counts.error > 0)
    .map(({ stem, name }) => (stem === 'booklet' ? 'booklet.yaml' : name));
}

function found() {
  const wanted = search.value.trim().toLowerCase();
  return entriesOf(current.year).filter(
    ({ name, stem, code }) => inTexts.has(stem) || `${name} ${stem} ${code}`.toLowerCase().includes(wanted),
  );
}

function draw() {
  drawYears();
  const shown = found();
  const kept = new Set();
  shown.forEach((entry, index) => {
    kept.add(entry.stem);
    const known = items.get(entry.stem) ?? { item: document.createElement('li'), said: '' };
    items.set(entry.stem, known);
    const isCurrent = entry.stem === current.stem;
    const said = JSON.stringify([entry, current.year, isCurrent]);
    if (known.said !== said) write(known.item, entry, isCurrent);
    known.said = said;
    if (list.children[index] !== known.item) list.insertBefore(known.item, list.children[index] ?? null);
  });
  for (const [stem, { item }] of items) {
    if (kept.has(stem)) continue;
    item.remove();
    items.delete(stem);
  }
  element('none').hidden = shown.length > 0 || search.value === '';
  list.hidden = shown.length === 0;
  summarize();
}

function drawYears() {
  const names = years.map(({ year }) => year);
  const isKnown = names.join() === [...select.options].map(({ value }) => value).join();
  if (!isKnown) select.replaceChildren(...names.map((name) => new Option(name, name)));
  select.value = current.year;
  select.hidden = names.length === 0 || (names.length < 2 && names.includes(current.year));
}

/**
 * Writes into the elements that are there, so that a link keeps the focus when it becomes the current one.
 * @param {HTMLLIElement} item
 * @param {PreviewEntry} entry
 * @param {boolean} isCurrent
 */
function write(item, { stem, name, counts }, isCurrent) {
  const isBooklet = stem === 'booklet';
  const link = item.querySelector('a') ?? document.createElement('a');
  const [title, chips] =
    link.children.length > 0 ? [...link.children] : [span('title', ''), span('counts', '')];
  if (title === undefined || chips === undefined) return;
  item.className = isBooklet ? 'booklet' : '';
  link.href = addressOf(current.year, stem);
  if (isCurrent) link.setAttribute('aria-current', 'page');
  else link.removeAttribute('aria-current');
  // One stop for Tab; the arrows lead on from there.
  link.tabIndex = isCurrent ? 0 : -1;
  title.textContent = isBooklet ? (words.booklet ?? '') : name;
  chips.replaceChildren(
    ...levels.flatMap((level) => {
      if (counts[level] === 0) return [];
      const chip = span(level, String(counts[level]));
      chip.title = countOf(level, counts[level]);
      chip.append(span('unseen', chip.title.slice(chip.textContent.length)));
      return [chip];
    }),
  );
  if (link.parentElement === null) {
    link.append(title, chips);
    item.append(link);
  }
}

/**
 * @param {string} className
 * @param {string} text
 */
function span(className, text) {
  const made = document.createElement('span');
  made.className = className;
  made.textContent = text;
  return made;
}

function summarize() {
  const entries = entriesOf(current.year);
  /** @param {(typeof levels)[number]} level */
  const sum = (level) => entries.reduce((total, { counts }) => total + counts[level], 0);
  const said = say('summary', {
    projects: Math.max(0, entries.length - 1),
    errors: sum('error'),
    warnings: sum('warning'),
    suggestions: sum('suggestion'),
  });
  const summary = element('summary');
  if (summary.textContent !== said) summary.textContent = said;
}
