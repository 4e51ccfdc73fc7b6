import type { Checked } from '../compile.ts';
import type { Diagnostic } from '../report/diagnostic.ts';

export interface FindingChanges {
  fresh: Diagnostic[];
  mended: Diagnostic[];
  /** They are still true: a comment suppresses them now. */
  suppressed: Diagnostic[];
}

/** Remembers what was found, and says what is different each time; the first time everything is fresh. */
export function createFindingLog(): (
  checked: Pick<Checked, 'diagnostics'> & { years: Pick<Checked['years'][number], 'suppressed'>[] },
) => FindingChanges {
  let known: readonly Diagnostic[] = [];
  return ({ diagnostics, years }) => {
    const { left: gone, fresh } = pair(known, diagnostics);
    const unread = new Set(diagnostics.filter(isUnreadable).map(({ at }) => at.file));
    // Of a table that cannot be read most checks say nothing: their findings are neither resolved nor, later, new.
    const isOpen = (finding: Diagnostic) => unread.has(finding.at.file) && !isUnreadable(finding);
    const open = gone.filter(isOpen);
    const { left: mended } = pair(
      gone.filter((finding) => !isOpen(finding)),
      years.flatMap(({ suppressed }) => suppressed),
    );
    known = [...diagnostics, ...open];
    const isMended = new Set(mended);
    return {
      fresh,
      mended,
      suppressed: gone.filter((finding) => !isOpen(finding) && !isMended.has(finding)),
    };
  };
}

/** Whether a finding keeps its table from being read as a whole. */
function isUnreadable({ severity, code }: Diagnostic): boolean {
  return severity === 'error' && /^(?:yaml|schema|value|file|row)\//.test(code);
}

/** The same finding says the same of the same file, wherever in it: lines above may come and go. */
function keyOf({ code, wording, args, at }: Diagnostic): string {
  return JSON.stringify([at.file, code, wording, args]);
}

/** What of each list has no partner in the other. */
function pair(before: readonly Diagnostic[], after: readonly Diagnostic[]) {
  const waiting = new Map<string, Diagnostic[]>();
  for (const finding of before) {
    const alike = waiting.get(keyOf(finding));
    if (alike) alike.push(finding);
    else waiting.set(keyOf(finding), [finding]);
  }
  const fresh = after.filter((finding) => waiting.get(keyOf(finding))?.shift() === undefined);
  return { left: [...waiting.values()].flat(), fresh };
}
