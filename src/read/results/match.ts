import { toLine } from '../../form/text.ts';
import { type Diagnostic, diagnose } from '../../report/diagnostic.ts';
import { findNearest } from '../explain/nearest.ts';
import type { DraftIndicator } from '../table.ts';
import type { Result, ResultRow } from './result.ts';

export type Matched = ReadonlyMap<DraftIndicator, ResultRow>;

const MOST_MISSING = 20;

/** Finds each result's indicator by its name. Errors: unknown, ambiguous and doubled names, and indicators without a result. */
export function matchRows(
  { rows, at, form }: Result,
  indicators: readonly DraftIndicator[],
): { matched: Matched; diagnostics: Diagnostic[] } {
  const names = listNames(indicators);
  const matched = new Map<DraftIndicator, ResultRow>();
  const diagnostics: Diagnostic[] = [];
  const meant = new Set<DraftIndicator>();
  const unknown: ResultRow[] = [];
  for (const row of rows) {
    const name = toLine(row.name.text);
    const [indicator, ...others] = names.get(name) ?? [];
    if (indicator === undefined) unknown.push(row);
    else if (others.length > 0) {
      const paths = [indicator, ...others].map((one) => shortestName(one, names));
      for (const one of [indicator, ...others]) meant.add(one);
      const args = { name, paths: paths.join('”、“') };
      diagnostics.push(diagnose('error', 'result/ambiguous-indicator', row.name.at, args));
    } else if (matched.has(indicator)) {
      const args = { name, first: toLine(matched.get(indicator)?.name.text ?? '') };
      diagnostics.push(diagnose('error', 'result/doubled-indicator', row.name.at, args));
    } else matched.set(indicator, row);
  }
  const left = () => indicators.filter((one) => !matched.has(one) && !meant.has(one));
  for (const { name: written } of unknown) {
    const name = toLine(written.text);
    const free = left().map((one) => shortestName(one, names));
    const nearest = findNearest(name, free) ?? findNearest(name, [...names.keys()]);
    const [found] = (nearest !== null && names.get(nearest)) || [];
    if (found !== undefined) meant.add(found);
    const args = { name, nearest: nearest ?? '' };
    const wording = nearest === null ? 'result/unknown-indicator' : 'result/unknown-indicator#nearest';
    diagnostics.push(diagnose('error', wording, written.at, args));
  }
  const actual = form.rowFields.find(({ use }) => use === 'actual')?.key ?? '';
  const missing = left();
  for (const one of missing.slice(0, MOST_MISSING)) {
    const args = { name: shortestName(one, names), actual };
    diagnostics.push(diagnose('error', 'result/missing-indicator', at.rows, args));
  }
  if (missing.length > MOST_MISSING) {
    const count = String(missing.length - MOST_MISSING);
    diagnostics.push(diagnose('error', 'result/missing-indicator#more', at.rows, { count }));
  }
  return { matched, diagnostics };
}

/** Every name that can mean an indicator: 三级指标, with the labels above it, and where these are alike its number as well. */
export function listNames(indicators: readonly DraftIndicator[]): Map<string, DraftIndicator[]> {
  const names = new Map<string, DraftIndicator[]>();
  const add = (name: string, indicator: DraftIndicator) => {
    const known = names.get(name);
    if (known === undefined) names.set(name, [indicator]);
    else known.push(indicator);
  };
  for (const indicator of indicators) for (const name of pathsOf(indicator)) add(name, indicator);
  for (const [path, alike] of [...names]) {
    if (path.split('/').length < 3 || alike.length < 2) continue;
    for (const [index, indicator] of alike.entries()) add(`${path}/${index + 1}`, indicator);
  }
  return names;
}

function pathsOf({ level1, level2, name }: DraftIndicator): string[] {
  const own = toLine(name.text);
  return [own, `${level2}/${own}`, `${level1}/${level2}/${own}`];
}

export function shortestName(
  indicator: DraftIndicator,
  names: ReadonlyMap<string, DraftIndicator[]>,
): string {
  const paths = pathsOf(indicator);
  const whole = paths.at(-1) ?? '';
  const numbered = `${whole}/${(names.get(whole) ?? []).indexOf(indicator) + 1}`;
  return [...paths, numbered].find((path) => names.get(path)?.length === 1) ?? whole;
}
