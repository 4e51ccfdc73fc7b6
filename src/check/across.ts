import { keyOfRole } from '../form/form.ts';
import type { Booklet } from '../read/booklet.ts';
import type { Suppression } from '../read/suppressions.ts';
import type { Table } from '../read/table.ts';
import type { Diagnostic, Located, Span } from '../report/diagnostic.ts';
import { groupBy } from '../util/group-by.ts';
import { applyLevels, promoteWarnings } from './levels.ts';
import { checkOffices, type OfficeIndex } from './rule.ts';
import { toFill } from './rules/to-fill.ts';
import { RULES } from './rules.ts';
import { createSuppressionLookup, suppress } from './suppress.ts';

/** The codes of the checks that compare offices. */
export const COMPARING: ReadonlySet<string> = new Set(
  RULES.flatMap(({ sees, code }) => (sees === 'offices' ? [code] : [])),
);

/** What an office is compared by. `diagnostics`: what was found in it alone. */
export function toIndex(
  { path, unitCode, levels }: Booklet,
  tables: readonly Table[],
  diagnostics: readonly Diagnostic[],
  {
    open,
    ...rest
  }: Pick<OfficeIndex, 'yearFolder' | 'file' | 'hasTables' | 'isWhole'> & { open: Suppression[] },
): OfficeIndex {
  // A code that is still to fill is none, and has been reported.
  const left = groupBy(
    diagnostics.filter(({ code }) => code === toFill.code),
    ({ at }) => at.file,
  );
  const isFilled = ({ at: { file, start, end } }: Located) =>
    left.get(file)?.some(({ at }) => start < at.end && at.start < end) !== true;
  return {
    ...{ path, ...rest, levels, suppressions: open },
    unitCode: unitCode !== null && isFilled(unitCode) ? unitCode : null,
    // A form may have no codes.
    codes: tables
      .filter(({ code }) => code.text !== '' && isFilled(code))
      .map(({ file, form, code }) => ({ file, key: keyOfRole(form, 'code') ?? '', code })),
  };
}

/** Every place at which something may be found when it is compared. */
export function listPlaces({ file, unitCode, codes, suppressions }: OfficeIndex): Span[] {
  const comments = suppressions.flatMap(({ at, codes }) => [at, ...codes.map((named) => named.at)]);
  const ofOffice = [
    ...(file === null ? [] : [{ file, start: 0, end: 0 }]),
    ...(unitCode === null ? [] : [unitCode.at]),
  ];
  return [...ofOffice, ...codes.map(({ code }) => code.at), ...comments];
}

/** One that keeps nothing of its sources in memory, as a text does that was cut from a larger one. */
export function detachIndex({ unitCode, codes, suppressions, ...rest }: OfficeIndex): OfficeIndex {
  const keep = ({ text, at: { file, start, end } }: Located): Located => ({
    text: Buffer.from(text).toString(),
    at: { file, start, end },
  });
  return {
    ...rest,
    unitCode: unitCode && keep(unitCode),
    codes: codes.map(({ code, ...table }) => ({ ...table, code: keep(code) })),
    suppressions: structuredClone(suppressions),
  };
}

/** What is found when all offices are compared, each behind the one above it. */
export function compareOffices(
  offices: readonly OfficeIndex[],
  isStrict: boolean,
): Map<OfficeIndex, Pick<ReturnType<typeof suppress>, 'suppressed'> & { diagnostics: Diagnostic[] }> {
  const found = groupBy(
    RULES.flatMap((rule) => checkOffices(rule, offices)),
    ({ at }) => at.file,
  );
  return new Map(
    offices.map((office) => {
      const files = new Set([
        ...(office.file === null ? [] : [office.file]),
        ...office.codes.map(({ file }) => file),
      ]);
      const own = [...files].flatMap((file) => found.get(file) ?? []);
      const { kept, off } = applyLevels(own, office);
      const lookups = [...groupBy(office.suppressions, ({ at }) => at.file)].map(([file, all]) =>
        createSuppressionLookup(file, all),
      );
      const { kept: left, suppressed } = suppress(kept, lookups, office);
      const diagnostics = isStrict ? left.map(promoteWarnings) : left;
      return [office, { diagnostics, suppressed: [...suppressed, ...off] }] as const;
    }),
  );
}
