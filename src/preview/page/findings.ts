// The panel below the pages: every finding of what is shown, with its line, and what to do.
import type { PreviewFinding } from '../preview.ts';
import { element, make, makeButton, replaceItems } from './dom.ts';
import { countOf, say, words } from './words.ts';

const panel = element('panel');
const fold = element('fold');
const list = element('findings');

/** Whether the reader opened or closed it; null until then: it opens for errors. */
let chosen: boolean | null = null;
let hadErrors = false;

fold.addEventListener('click', () => {
  chosen = fold.getAttribute('aria-expanded') !== 'true';
  unfold(chosen);
});

/** Pixels that a press of ↑ or ↓ makes the panel higher or lower. */
const STEP = 40;

const saved = Number(localStorage.getItem('panel'));
if (saved > 0) setHeight(saved);

/** `height`: as the reader wants it; preview.css keeps it within the window. */
function setHeight(height: number) {
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

function unfold(isOpen: boolean) {
  fold.setAttribute('aria-expanded', String(isOpen));
}

/** What can be done with a finding here. */
export interface FindingActions {
  fix: (finding: PreviewFinding) => void;
  fixAll: (code: string) => void;
  suppress: (finding: PreviewFinding) => void;
}

/** `linkTo`: the editor's address of a place. `actions`: null where nothing can be edited. */
export function showFindings(
  findings: PreviewFinding[],
  linkTo: (place: { line: number; column: number }) => string,
  actions: FindingActions | null,
) {
  const levels = ['error', 'warning', 'suggestion'] as const;
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
  const counts = new Map<string, number>();
  for (const { code, fix } of sorted) if (fix !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  const offered = new Set<string>();
  replaceItems(
    list,
    sorted.map((finding) => {
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

/** `count`: findings of the same rule that have a remedy; reported beside the first of them. */
function toButtons(finding: PreviewFinding, actions: FindingActions, count: number) {
  const { code, fix, isSuppressible, message } = finding;
  const buttons = make('p', 'actions');
  const add = (text: string, run: () => void) => {
    const button = makeButton(text, run);
    button.ariaLabel = `${text}：${message}`;
    buttons.append(button);
  };
  if (fix !== undefined) add(words.fix, () => actions.fix(finding));
  if (fix !== undefined && count > 1) add(say('fixAll', { count }), () => actions.fixAll(code));
  if (isSuppressible) add(words.suppressMore, () => actions.suppress(finding));
  return buttons.children.length > 0 ? [buttons] : [];
}

function toItem(finding: PreviewFinding, linkTo: (place: { line: number; column: number }) => string) {
  const { severity, message, hint, file, line, column, code, frame } = finding;
  const item = make('li');
  const at = make('a', 'at', `${file}:${line}:${column}`);
  at.href = linkTo({ line, column });
  const said = make('p');
  said.append(make('span', `level ${severity}`, words[severity]), message);
  item.append(said);
  if (frame !== null) {
    const { text, from, to } = frame;
    const shown = make('div', 'frame');
    shown.append(
      make('b', '', String(line)),
      text.slice(0, from),
      make('mark', '', text.slice(from, Math.max(to, from + 1)) || ' '),
      text.slice(Math.max(to, from + 1)),
    );
    item.append(shown);
  }
  if (hint !== undefined) item.append(make('p', 'hint', hint));
  const foot = make('p');
  foot.append(at, make('code', '', code));
  item.append(foot);
  return item;
}
