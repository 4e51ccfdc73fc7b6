import { type ParsedSource, parse } from '../../read/parse.ts';
import { readComments } from '../../read/read-comments.ts';
import { type Edit, hasErrors, toMessage } from '../../report/diagnostic.ts';
import { applyFix } from '../../report/fix.ts';
import { changeText } from './entries.ts';
import type { Path } from './entry-lines.ts';
import { isSame, type Plain } from './plain-data.ts';
import { type Planned, type Refusal, refuse } from './planned.ts';
import { insertRow, moveRow, removeRow } from './rows.ts';
import { addSuppression } from './suppress.ts';

/** What can be done to a source from the page; each is one small edit of its text. */
export type Change =
  /** Another text, at a key that may be new. No text takes the entry away. `key`: the name that the entry is to have. */
  | { kind: 'set'; path: Path; text: string; key?: string }
  /** A row more; the groups above it may be new. */
  | { kind: 'insert-row'; list: Path; index: number; row: Plain }
  /** Its groups go with the last of their rows. */
  | { kind: 'remove-row'; row: Path }
  /** `index`: its place in the list without it. */
  | { kind: 'move-row'; row: Path; list: Path; index: number }
  /** A comment `# 忽略 code：reason` above the line that an offset is in. */
  | { kind: 'suppress'; at: number; code: string; reason: string };

/**
 * The smallest edits that make a change. They are proven: made in the source, it can be read, says what it should, and everything
 * else as before; comments stay but for those of rows that go.
 */
export function planChange(parsed: ParsedSource, change: Change): { edits: Edit[] } | Refusal {
  const planned = plan(parsed, change);
  if ('refusal' in planned) return planned;
  const { edits, data, losesComments = false } = planned;
  const { source, words } = parsed;
  const text = applyFix(source.text, { edits });
  const { value, diagnostics } = parse({ ...source, text }, words);
  if (value === null) {
    const [fault] = diagnostics;
    return {
      refusal: fault === undefined ? { code: 'edit/shape', args: {} } : toMessage(fault),
    };
  }
  if (hasErrors(diagnostics) || !isSame(value.data as Plain, data)) return refuse('edit/shape');
  if (!losesComments && listComments(text) !== listComments(source.text)) return refuse('edit/comment');
  return { edits };
}

function plan(parsed: ParsedSource, change: Change): Planned {
  switch (change.kind) {
    case 'set':
      return changeText(parsed, change);
    case 'insert-row':
      return insertRow(parsed, change);
    case 'remove-row':
      return removeRow(parsed, change.row);
    case 'move-row':
      return moveRow(parsed, change);
    case 'suppress':
      return addSuppression(parsed, change);
  }
}

function listComments(text: string): string {
  return readComments(text)
    .map((comment) => comment.text)
    .sort()
    .join('\n');
}
