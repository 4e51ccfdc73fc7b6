// @ts-check
// The panel below the pages: every finding of what is shown, with its line, and what to do.
import { countOf, element, make, say, words } from './words.js';

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
 * @typedef {object} FindingActions what can be done with a finding here
 * @property {(finding: PreviewFinding) => void} fix
 * @property {(code: string) => void} fixAll
 * @property {(finding: PreviewFinding) => void} suppress
 */

/**
 * @param {PreviewFinding[]} findings
 * @param {(place: { line: number, column: number }) => string} linkTo the editor's address of a place
 * @param {FindingActions | null} actions null where nothing can be edited
 */
export function showFindings(findings, linkTo, actions) {
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
  const counts = new Map();
  for (const { code, fix } of sorted) if (fix !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  /** @type {Set<string>} */
  const offered = new Set();
  list.replaceChildren(
    ...sorted.map((finding) => {
      const item = toItem(finding, linkTo);
      if (actions !== null) {
        const count = offered.has(finding.code) ? 0 : (counts.get(finding.code) ?? 0);
        offered.add(finding.code);
        item.append(...toButtons(finding, actions, count));
      }
      return item;
    }),
  );
}

/**
 * @param {PreviewFinding} finding
 * @param {FindingActions} actions
 * @param {number} count findings of the same rule that have a remedy; reported beside the first of them
 */
function toButtons(finding, actions, count) {
  const { code, fix, isSuppressible, message } = finding;
  const buttons = make('p', 'actions', '');
  /**
   * @param {string} text
   * @param {() => void} run
   */
  const add = (text, run) => {
    const button = /** @type {HTMLButtonElement} */ (make('button', '', text));
    button.type = 'button';
    button.setAttribute('aria-label', `${text}：${message}`);
    button.addEventListener('click', run);
    buttons.append(button);
  };
  if (fix !== undefined) add(words.fix ?? '', () => actions.fix(finding));
  if (fix !== undefined && count > 1) add(say('fixAll', { count }), () => actions.fixAll(code));
  if (isSuppressible) add(words.suppressMore ?? '', () => actions.suppress(finding));
  return buttons.children.length > 0 ? [buttons] : [];
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
