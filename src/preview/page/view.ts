// How the pages are looked at: their zoom, and which of them.
import { element } from './dom.ts';
import { say } from './words.ts';

const pageNumber = element<HTMLInputElement>('page');
const zooms = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5];
let zoomPercent = 100;
let frame: () => Promise<typeof globalThis> = () => Promise.reject(new Error('there is no frame'));

/** `given`: the frame's window, once its scripts are there. */
export function listenToView(given: typeof frame) {
  frame = given;
}

export function showPageCount(pages: number) {
  element('count').textContent = pages === 0 ? '' : say('pageCount', { pages });
  element('jump').hidden = pages < 2;
  element('of').textContent = `/ ${pages}`;
  pageNumber.max = String(pages);
}

export function showPageNumber(number: number) {
  if (document.activeElement !== pageNumber) pageNumber.value = String(number);
}

async function jumpToPage() {
  const number = Math.min(Number(pageNumber.max), Math.max(1, pageNumber.valueAsNumber || 1));
  pageNumber.value = String(number);
  (await frame()).pages.goToPage(number);
}

export function showZoom(percent: number) {
  zoomPercent = percent;
  element('fit').textContent = `${percent}%`;
}

export function savedZoom(): number | 'fit' {
  const saved = Number(localStorage.getItem('zoom'));
  return saved > 0 ? saved : 'fit';
}

async function setZoom(zoom: number | 'fit') {
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
