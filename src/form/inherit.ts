import type { FormFault } from './faults.ts';
import { FIGURE_KEY, WORDS_KEY } from './form.ts';
import type { FormSource, GroupSource } from './to-form.ts';

/** The parts of a form file that have named entries: one that builds on another takes each of them whole, or states it whole. */
export const NAMED_PARTS = ['字段', '行', '体系', '指标', '写法'] as const;
type NamedPart = (typeof NAMED_PARTS)[number];

/** A form file that builds on another one: what it says itself. */
export interface DerivedSource extends Partial<FormSource> {
  基于: string;
  去掉?: Partial<Record<NamedPart, string[]>>;
}

export interface Inherited<Source> {
  source: Source;
  faults: FormFault[];
  /** Moves a fault to a place in this file: a fault in an inherited part was caused by what the file says. None where it is only inherited. */
  place: (fault: FormFault) => FormFault[];
}

export function isDerived(source: object): source is DerivedSource {
  return '基于' in source;
}

/** Lists and texts that the file states replace the base's; named entries are taken one by one. */
export function inherit<Source extends Partial<FormSource>>(
  base: Source,
  own: DerivedSource,
): Inherited<Source> {
  const { 基于: _, 去掉: dropped = {}, ...stated } = own;
  const known = withoutKeys(base, dropped.行 ?? [], stated.行?.[FIGURE_KEY]?.类型 === '值');
  const source = { ...known, ...stated } as Source;
  const faults: FormFault[] = [];
  for (const part of NAMED_PARTS) {
    const entries: Record<string, unknown> | undefined = known[part];
    // Forms of results do not have all of them.
    if (entries === undefined) continue;
    const names = dropped[part] ?? [];
    for (const [index, name] of names.entries()) {
      const path = ['去掉', part, index];
      const args = { name, part, base: own.基于, known: Object.keys(entries).join('、') };
      if (!Object.hasOwn(entries, name)) faults.push({ path, wording: 'form/nothing-to-drop', args });
      else if (Object.hasOwn(own[part] ?? {}, name))
        faults.push({ path, wording: 'form/dropped-and-stated', args });
    }
    const left = Object.entries(entries).filter(([name]) => !names.includes(name));
    const printed = part === '字段' ? [own.表头, own.表尾] : part === '行' ? own.列 : [];
    const merged = mergeEntries(left, Object.entries(own[part] ?? {}), listTexts(printed));
    Object.assign(source, { [part]: merged });
  }
  return { source, faults, place: (fault) => placeFault(fault, own, dropped) };
}

type Row = Record<string, string>;

/**
 * The base without these keys in the rows that it takes as examples. Words become the 指标值 of their row where the form takes
 * words there.
 */
function withoutKeys<Source extends Partial<FormSource>>(
  base: Source,
  keys: readonly string[],
  takesWords: boolean,
): Source {
  if (keys.length === 0) return base;
  const strip = (row: Row): Row => {
    const words = takesWords && keys.includes(WORDS_KEY) ? row[WORDS_KEY] : undefined;
    const kept = Object.entries(row).filter(([key]) => !keys.includes(key));
    return { ...Object.fromEntries(kept), ...(words === undefined ? {} : { [FIGURE_KEY]: words }) };
  };
  const stripGroup = ({ 起步, 新表, ...group }: GroupSource): GroupSource => ({
    ...group,
    ...(新表 === undefined ? {} : { 新表: strip(新表) }),
    ...(起步 === undefined ? {} : { 起步: keys.includes(WORDS_KEY) ? '指标值' : 起步 }),
    例: strip(group.例),
  });
  const groups = Object.entries(base.指标 ?? {}).map(([level1, { 二级, ...level }]) => {
    const below = Object.entries(二级).map(([level2, group]) => [level2, stripGroup(group)]);
    return [level1, { ...level, 二级: Object.fromEntries(below) }];
  });
  return {
    ...base,
    指标: Object.fromEntries(groups),
    固定行: (base.固定行 ?? []).map((row) => ({ ...strip(row), 写法: row.写法 })),
  };
}

/**
 * What is stated again keeps its place, what is new comes behind the entry that is written before it, else at the end. Where the
 * file says what is printed, all come in the order of the page.
 */
function mergeEntries(
  inherited: readonly [string, unknown][],
  stated: readonly [string, unknown][],
  printed: readonly string[],
): Record<string, unknown> {
  const merged = [...inherited];
  const placeOf = (wanted: string | undefined) => merged.findIndex(([name]) => name === wanted);
  for (const [index, [name, value]] of stated.entries()) {
    const at = placeOf(name);
    const behind = placeOf(stated[index - 1]?.[0]);
    if (at >= 0) merged[at] = [name, value];
    else merged.splice(behind < 0 ? merged.length : behind + 1, 0, [name, value]);
  }
  // What is printed nowhere stays behind its neighbour.
  let last = -1;
  const placed = merged.map((entry) => {
    const place = printed.indexOf(entry[0]);
    if (place >= 0) last = place;
    return { entry, place: last };
  });
  return Object.fromEntries(placed.sort((a, b) => a.place - b.place).map(({ entry }) => entry));
}

/** What is printed as it is written, and names no entry, though it may be called the same. */
const HEADINGS: ReadonlySet<string> = new Set(['标题', '小字', '小标题', '注', '留白', '落款']);

/** Every text of a list, however deep, but for headings. */
function listTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  const entries = value !== null && typeof value === 'object' ? Object.entries(value) : [];
  return entries.flatMap(([key, inner]) => (HEADINGS.has(key) ? [] : listTexts(inner)));
}

function placeFault(fault: FormFault, own: DerivedSource, dropped: DerivedSource['去掉'] = {}): FormFault[] {
  const [part = '', entry = ''] = fault.path;
  const said = own[part as keyof DerivedSource];
  const isOwn = NAMED_PARTS.includes(part as NamedPart)
    ? Object(said)[entry] !== undefined
    : said !== undefined;
  if (isOwn) return [fault];
  if (fault.isOfOwn) return [];
  const name = fault.args.name ?? '';
  for (const [from, names] of Object.entries(dropped)) {
    const args = { name, part: String(part), base: own.基于 };
    const path = ['去掉', from, names.indexOf(name)];
    if (names.includes(name)) return [{ path, wording: 'form/dropped-and-used', args }];
  }
  return [{ ...fault, path: ['基于'] }];
}
