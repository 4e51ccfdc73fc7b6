import type { Checked } from '../compile.ts';
import type { Diagnostic } from '../report/diagnostic.ts';
import { groupBy } from '../util/group-by.ts';

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
    const reached = new Map<string, number>();
    for (const finding of diagnostics) {
      const stage = stageOf(finding);
      if (stage < (reached.get(finding.at.file) ?? LAST_STAGE)) reached.set(finding.at.file, stage);
    }
    // Of a table that cannot be read later stages say nothing: their findings are neither resolved nor, later, new.
    const isOpen = (finding: Diagnostic) => stageOf(finding) > (reached.get(finding.at.file) ?? LAST_STAGE);
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

const LAST_STAGE = 2;

/** How far a table gets that has a finding: YAML, its keys and values, the rules. */
function stageOf({ severity, code }: Diagnostic): number {
  if (severity !== 'error') return LAST_STAGE;
  return /^(?:yaml|file)\//.test(code) ? 0 : /^(?:schema|value|row)\//.test(code) ? 1 : LAST_STAGE;
}

/** The same finding says the same of the same file, wherever in it: lines above may come and go. */
function keyOf({ code, wording, args, at }: Diagnostic): string {
  return JSON.stringify([at.file, code, wording, args]);
}

/** What of each list has no partner in the other. */
function pair(before: readonly Diagnostic[], after: readonly Diagnostic[]) {
  const fileOf = ({ at }: Diagnostic) => at.file;
  const former = groupBy(before, fileOf);
  const later = groupBy(after, fileOf);
  // Of a thousand files nearly all have the findings that they had.
  const isEqual = (file: string) => areAlike(former.get(file) ?? [], later.get(file) ?? []);
  const changed = new Set([...former.keys(), ...later.keys()].filter((file) => !isEqual(file)));
  const isOpen = (finding: Diagnostic) => changed.has(fileOf(finding));
  const waiting = groupBy(before.filter(isOpen), keyOf);
  const fresh = after.filter(isOpen).filter((finding) => waiting.get(keyOf(finding))?.shift() === undefined);
  return { left: [...waiting.values()].flat(), fresh };
}

/** Whether findings of one file have the same keys, in the same order. */
function areAlike(some: readonly Diagnostic[], others: readonly Diagnostic[]): boolean {
  return some.length === others.length && some.every((one, index) => isAlike(one, others[index] ?? one));
}

function isAlike({ wording, args }: Diagnostic, other: Diagnostic): boolean {
  const names = Object.keys(args);
  const isSame = (name: string) => args[name] === other.args[name];
  return wording === other.wording && names.length === Object.keys(other.args).length && names.every(isSame);
}
