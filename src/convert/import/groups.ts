import { type Form, kindOf, listGroups, type Tree } from '../../form/form.ts';
import { isMoney } from '../../form/money.ts';
import { isSaving } from '../../form/saving.ts';
import { isPercent } from '../../form/units.ts';
import type { RowKind } from '../../form/words.ts';
import { isDate } from '../../form/written-date.ts';
import { type Labels, labelOf } from '../../read/rows/align.ts';
import type { FoundRow } from '../../read/rows/row.ts';
import { doubtful, repaired } from '../../read/rows/source-row.ts';

type Group = readonly [level1: string, level2: string];

/**
 * Gives each row its 一级指标 and 二级指标: its own, those above it where the cell is merged or left empty, or a guess that is
 * reported. `isCertain`: merged cells are known as such, so that an empty one is none.
 */
export function inheritGroups(
  rows: readonly FoundRow[],
  form: Form,
  labels: Labels,
  isCertain: boolean,
): void {
  const groups: Group[] = listGroups(form);
  const isKnown = (level1: string, level2: string) =>
    groups.some((group) => group[0] === level1 && group[1] === level2);
  let [one, two] = ['', ''];
  /** What the rows below a guess are in is one, too. */
  let isGuess = false;
  for (const row of rows) {
    const nameOf = (label: string) =>
      label === '' ? '' : (labelOf(label, labels) ?? label.replace(/\s/g, ''));
    let [own1, own2] = [nameOf(row.level1), nameOf(row.level2)];
    if (own2 === '' && own1 !== one && isKnown(one, own1)) {
      // 成本指标 is a 一级指标 of one tree and a 二级指标 of another.
      [own1, own2] = [one, own1];
      row.notes.push(repaired(row.place, 'import/level-swapped', { level1: one, level2: own2 }, row.before));
    }
    row.hasOwnGroup = own2 !== '' || (own1 !== '' && own1 !== one);
    if (row.hasOwnGroup) isGuess = false;
    if (own2 !== '') {
      const level1 =
        own1 || (isKnown(one, own2) ? one : (groups.find((group) => group[1] === own2)?.[0] ?? one));
      if (own1 === '' && one !== level1 && isKnown(level1, own2)) {
        row.notes.push(repaired(row.place, 'import/level1-found', { level1, level2: own2 }, row.before));
      }
      if (!isKnown(level1, own2) && !form.openLevel1s.has(level1)) {
        row.notes.push(doubtful(row.place, 'import/unknown-group', { level1, level2: own2 }, row.before));
      }
      [one, two] = [level1, own2];
    } else if (own1 !== '' && own1 !== one) {
      [one, two] = [own1, guessBelow(row, own1, form)];
      row.notes.push(doubtful(row.place, 'import/level2-guessed', { level1: one, level2: two }, row.before));
      isGuess = true;
    } else if (one === '') {
      const kind = kindFromWords(row, form);
      [one = '', two = ''] = groups.find(([a, b]) => kindOf(form, a, b) === kind) ?? groups[0] ?? [];
      row.notes.push(doubtful(row.place, 'import/group-guessed', { level1: one, level2: two }, row.before));
      isGuess = true;
    } else if (isCertain || isGuess) {
      const code = isGuess ? 'import/follows-guess' : 'import/label-empty';
      row.notes.push(doubtful(row.place, code, { level2: two }, row.before));
    }
    [row.level1, row.level2] = [one, two];
  }
  findLostLabels(rows, form);
}

/** The 二级指标 of a row that names only its 一级指标. */
function guessBelow(row: FoundRow, level1: string, form: Form): string {
  const below = listGroups(form).filter((group) => group[0] === level1);
  const kind = kindFromWords(row, form);
  const likely =
    below.find((group) => group[1] === level1) ??
    below.find(([a, b]) => kindOf(form, a, b) === kind) ??
    below.find(([a, b]) => form.level1s.get(a)?.level2s.get(b)?.starter != null) ??
    below[0];
  return likely?.[1] ?? level1;
}

/**
 * A label that is gone while its cell stays empty looks like a merged cell. What a row says, and a group that nearly every table
 * has and this one has not, speak for it.
 */
function findLostLabels(rows: readonly FoundRow[], form: Form): void {
  const order = orderOf(rows, form);
  const placeOf = ({ level1, level2 }: Pick<FoundRow, 'level1' | 'level2'>) =>
    order.findIndex(([a, b]) => a === level1 && b === level2);
  /** Where a lost label put the rows that follow it. */
  let moved: Group | null = null;
  for (const [index, row] of rows.entries()) {
    if (row.hasOwnGroup) {
      moved = null;
      continue;
    }
    if (moved !== null) {
      [row.level1, row.level2] = moved;
      row.notes.push(doubtful(row.place, 'import/follows-guess', { level2: moved[1] }, row.before));
    }
    const from = placeOf(row);
    if (from < 0) continue;
    const next = rows.slice(index + 1).find(({ hasOwnGroup }) => hasOwnGroup);
    const to = next === undefined ? order.length : placeOf(next);
    const between = order
      .slice(from + 1, Math.max(from + 1, to))
      .filter((group) => isMissing(group, rows, form));
    const kind = kindFromWords(row, form);
    const own = kindOf(form, row.level1, row.level2);
    const meant =
      kind === null || kind === own ? undefined : between.find(([a, b]) => kindOf(form, a, b) === kind);
    if (meant !== undefined) {
      const args = { from: row.level2, to: meant[1] };
      row.notes.push(doubtful(row.place, 'import/label-lost', args, row.before));
      moved = meant;
      [row.level1, row.level2] = meant;
      continue;
    }
    const isLast = rows[index + 1]?.hasOwnGroup !== false;
    const usual = between.filter((group) => isUsual(group, form)).map(([, level2]) => level2);
    if (isLast && usual.length > 0) {
      const args = { level2: row.level2, missing: usual.join('、') };
      row.notes.push(doubtful(row.place, 'import/label-maybe-lost', args, row.before));
    }
  }
}

/** The groups of the tree that has most of those that the rows are in. */
function orderOf(rows: readonly FoundRow[], { trees }: Form): Group[] {
  const flat = (tree: Tree): Group[] =>
    tree.flatMap(([level1, level2s]) => level2s.map((level2): Group => [level1, level2]));
  const count = (order: readonly Group[]) =>
    rows.filter(({ level1, level2 }) => order.some(([a, b]) => a === level1 && b === level2)).length;
  const orders = [...trees.values()].map(flat);
  return orders.reduce((best, order) => (count(order) > count(best) ? order : best), orders[0] ?? []);
}

/** No row is in it; one satisfaction is as good as another. */
function isMissing([level1, level2]: Group, rows: readonly FoundRow[], form: Form): boolean {
  const kind = kindOf(form, level1, level2);
  return !rows.some((row) =>
    kind === 'satisfaction' ? row.level1 === level1 : row.level1 === level1 && row.level2 === level2,
  );
}

function isUsual([level1, level2]: Group, form: Form): boolean {
  return form.level1s.get(level1)?.level2s.get(level2)?.starter != null;
}

/** What a row measures, where its own words say so; null where they do not. */
function kindFromWords({ name, values }: FoundRow, form: Form): RowKind | null {
  const [{ operator = '', number = '', unit = '' } = {}] = [...values.values()];
  const fixed = form.fixedRows.find((row) => Object.values(row.values)[0] === name);
  if (fixed !== undefined) return fixed.kind;
  if (/满意/u.test(name)) return 'satisfaction';
  if (isMoney(unit) && /^[≤<=＜＝≦]/u.test(operator) && !isSaving(name, '≤')) return 'cost';
  if (/时限|期限|时间|及时|按时|按期|进度/u.test(name) || isDate(number)) return 'time';
  if (/成本|控制率/u.test(name)) return 'cost';
  if (/率$/u.test(name) || isPercent(unit)) return 'rate';
  return null;
}
