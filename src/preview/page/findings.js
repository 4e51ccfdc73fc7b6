// @ts-check
// The panel below the pages: every finding of what is shown, with its line, and what to do.
import { countOf, element, words } from './words.js';

/** @typedef {import('../preview.ts').PreviewFinding} PreviewFinding */

const panel = element('panel');
const fold = element('fold');
const list = element('findings');

/** Whether the reader opened or closed it; null until then: it opens for errors. */
/** @type {boolean | null} */
let chosen = null;
let hadErrors = false;

fold.addEventListener('click', () => {
  chosen = fold.getAttribute('aria-expanded') !== 'true';
  unfold(chosen);
});

/** Pixels that a press of ↑ or ↓ makes the panel higher or lower. */
const STEP = 40;

const saved = Number(localStorage.getItem('panel'));
if (saved > 0) setHeight(saved);

/** @param {number} height as the reader wants it; preview.css keeps it within the window */
function setHeight(height) {
  panel.style.setProperty('--height', `${Math.round(height)}px`);
  localStorage.setItem('panel', String(Math.round(height)));
}

const handle = element('resize');
handle.addEventListener('pointerdown', (event) => {
  handle.setPointerCapture(event.pointerId);
  event.preventDefault();
});
handle.addEventListener('pointermove', (event) => {
  if (handle.hasPointerCapture(event.pointerId))
    setHeight(panel.getBoundingClientRect().bottom - event.clientY);
});
handle.addEventListener('keydown', (event) => {
  const step = event.key === 'ArrowUp' ? STEP : event.key === 'ArrowDown' ? -STEP : 0;
  if (step === 0) return;
  setHeight(Math.max(STEP, panel.offsetHeight + step));
  event.preventDefault();
  event.stopPropagation();
});

/** @param {boolean} isOpen */
function unfold(isOpen) {
  fold.setAttribute('aria-expanded', String(isOpen));
}

/**
 * @param {PreviewFinding[]} findings
 * @param {(place: { line: number, column: number }) => string} linkTo the editor's address of a place
 */
export function showFindings(findings, linkTo) {
  const levels = /** @type {const} */ (['error', 'warning', 'suggestion']);
  const sorted = levels.flatMap((level) => findings.filter(({ severity }) => severity === level));
  const hasErrors = sorted[0]?.severity === 'error';
  panel.hidden = sorted.length === 0;
  panel.classList.toggle('has-errors', hasErrors);
  if (hasErrors !== hadErrors) chosen = null;
  hadErrors = hasErrors;
  unfold(chosen ?? hasErrors);
  fold.replaceChildren(
    ...levels.flatMap((level) => {
      const count = sorted.filter(({ severity }) => severity === level).length;
      return count === 0 ? [] : [make('span', level, countOf(level, count))];
    }),
  );
  list.replaceChildren(...sorted.map((finding) => toItem(finding, linkTo)));
}

/**
 * @param {PreviewFinding} finding
 * @param {(place: { line: number, column: number }) => string} linkTo
 */
function toItem(finding, linkTo) {
  const { severity, message, hint, file, line, column, code, frame } = finding;
  const item = document.createElement('li');
  const at = /** @type {HTMLAnchorElement} */ (make('a', 'at', `${file}:${line}:${column}`));
  at.href = linkTo({ line, column });
  const said = make('p', '', '');
  said.append(make('span', `level ${severity}`, words[severity] ?? ''), message);
  item.append(said);
  if (frame !== null) {
    const { text, from, to } = frame;
    const shown = make('div', 'frame', '');
    shown.append(
      make('b', '', String(line)),
      text.slice(0, from),
      make('mark', '', text.slice(from, Math.max(to, from + 1)) || ' '),
      text.slice(Math.max(to, from + 1)),
    );
    item.append(shown);
  }
  if (hint !== undefined) item.append(make('p', 'hint', hint));
  const foot = make('p', '', '');
  foot.append(at, make('code', '', code));
  item.append(foot);
  return item;
}

/**
 * @param {string} tag
 * @param {string} className
 * @param {string} text
 */
function make(tag, className, text) {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
