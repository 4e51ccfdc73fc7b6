// @ts-check
// How the pages are looked at: their zoom, and which of them.
import { element, say } from './words.js';

const pageNumber = /** @type {HTMLInputElement} */ (element('page'));
const zooms = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5];
let zoomPercent = 100;
/** @type {() => Promise<typeof globalThis>} */
let frame = () => Promise.reject(new Error('there is no frame'));

/** @param {typeof frame} given the frame's window, once its scripts are there */
export function listenToView(given) {
  frame = given;
}

/** @param {number} pages */
export function tellPages(pages) {
  element('count').textContent = pages === 0 ? '' : say('pageCount', { pages });
  element('jump').hidden = pages < 2;
  element('of').textContent = `/ ${pages}`;
  pageNumber.max = String(pages);
}

/** @param {number} number */
export function tellPage(number) {
  if (document.activeElement !== pageNumber) pageNumber.value = String(number);
}

async function jumpToPage() {
  const number = Math.min(Number(pageNumber.max), Math.max(1, pageNumber.valueAsNumber || 1));
  pageNumber.value = String(number);
  (await frame()).pages.goToPage(number);
}

/** @param {number} percent */
export function tellZoom(percent) {
  zoomPercent = percent;
  element('fit').textContent = `${percent}%`;
}

/** @returns {number | 'fit'} */
export function savedZoom() {
  const saved = Number(localStorage.getItem('zoom'));
  return saved > 0 ? saved : 'fit';
}

/** @param {number | 'fit'} zoom */
async function setZoom(zoom) {
  localStorage.setItem('zoom', String(zoom));
  (await frame()).pages.setZoom(zoom);
}

element('fit').addEventListener('click', () => setZoom('fit'));
element('larger').addEventListener('click', () =>
  setZoom(zooms.find((zoom) => zoom * 100 > zoomPercent + 1) ?? 2.5),
);
element('smaller').addEventListener('click', () =>
  setZoom(zooms.findLast((zoom) => zoom * 100 < zoomPercent - 1) ?? 0.4),
);

pageNumber.addEventListener('change', jumpToPage);
element('jump').addEventListener('submit', (event) => {
  event.preventDefault();
  void jumpToPage();
});
