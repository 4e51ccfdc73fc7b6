import {
  FIGURE_KEY,
  type Field,
  type Form,
  type Level2,
  TARGET_KEYS,
  TREE_KEY,
  treeOf,
  WORDS_KEY,
} from '../form/form.ts';
import { TO_FILL } from '../form/to-fill.ts';
import { schemaLine } from './attach-comments.ts';
import { writeScalar } from './write-layout.ts';

export interface Draft {
  form: Form;
  /** Null for the name that last year's table has. */
  name: string | null;
  /** Null when it is not known yet. */
  code: string | null;
  /** Where the schema is, as an editor finds it from the new file; null where the form has none. */
  schema: string | null;
}

export interface SkeletonOptions extends Draft {
  name: string;
  /** By its name in the form. */
  tree: string;
  /** Of a 一级指标 whose 二级指标 are one thing under several names: the one that this office uses. */
  habits: ReadonlyMap<string, string>;
}

/** A new table with everything that must be in one; 待填 marks what only its author knows. */
export function writeSkeleton(options: SkeletonOptions): string {
  const lines = [
    ...schemaLine(options.schema),
    ...writeFields(options),
    `${TREE_KEY}:`,
    ...indent(writeTree(options), 2),
  ];
  return `${lines.join('\n')}\n`;
}

function writeFields({ form, name, code }: SkeletonOptions): string[] {
  return form.fields.flatMap((field, index) => {
    if (field.isRequired) return [...remind(field.reminder), ...writeField(field, { name, code })];
    // Those that follow each other are introduced together.
    const isFirst = form.fields[index - 1]?.isRequired ?? true;
    const end = form.fields.findIndex(({ isRequired }, at) => at > index && isRequired);
    const count = (end < 0 ? form.fields.length : end) - index;
    const heading = `下面${'零一二三四五六七八九十'[count] ?? ` ${count} `}项可以不写；要写就去掉前面的“# ”`;
    const value = field.reminder ?? field.examples[0] ?? field.options[0] ?? TO_FILL;
    const lines =
      field.block === null
        ? [`${field.key}: ${writeScalar(value)}`]
        : [...remind(field.reminder), ...writeField(field, { name, code })];
    return [...remind(isFirst ? heading : null), ...lines.map((line) => `# ${line}`)];
  });
}

function writeField(
  { key, type, block }: Field,
  { name, code }: Pick<SkeletonOptions, 'name' | 'code'>,
): string[] {
  if (block !== null) {
    const parts = block.parts.map((part) => {
      const unit = part.type === 'amount' ? ` ${block.unit ?? '万元'}` : '';
      return `${part.key}: ${TO_FILL}${unit}`;
    });
    const isList = type === 'list';
    return [
      `${key}:`,
      ...parts.map((part, index) => `  ${isList ? (index === 0 ? '- ' : '  ') : ''}${part}`),
    ];
  }
  if (type === 'paragraphs') return [`${key}: |`, `  ${TO_FILL}`];
  const text = type === 'name' ? name : type === 'code' ? (code ?? TO_FILL) : TO_FILL;
  return [`${key}: ${writeScalar(text)}`];
}

function writeTree({ form, tree, habits }: SkeletonOptions): string[] {
  const explained = findExplained(form, tree);
  const fixed = form.fixedRows.slice();
  return treeOf(form, tree).flatMap(([level1, level2s]) => {
    const known = form.level1s.get(level1);
    const starters = level2s.flatMap((level2) => {
      const group = known?.level2s.get(level2);
      return group !== undefined && group.starter !== null ? [[level2, group] as const] : [];
    });
    if (starters.length === 0) return [];
    const groups = starters.flatMap(([level2, group]) => {
      const rows = [
        ...fixed.flatMap(({ kind, values }) =>
          kind === group.kind ? [...remind('这一行由预算系统自动带出，不用改'), ...writeRow(values)] : [],
        ),
        ...(group === explained ? writeExplained(form, group) : writeRow(newRowOf(form, group))),
      ];
      // Each appears once, in the first group of its kind.
      fixed.splice(0, fixed.length, ...fixed.filter(({ kind }) => kind !== group.kind));
      const label = starters.length === 1 ? (habits.get(level1) ?? level2) : level2;
      return [...remind(group.reminder), `${writeScalar(label)}:`, ...indent(rows, 2)];
    });
    return [...remind(known?.reminder ?? null), `${writeScalar(level1)}:`, ...indent(groups, 2)];
  });
}

/** What must be in a row, with 待填 where the form says no more. */
export function newRowOf(
  { rowFields }: Form,
  { starter, newRow }: Pick<Level2, 'starter' | 'newRow'>,
): Record<string, string> {
  const own = newRow ?? {};
  const hasTarget = TARGET_KEYS.some((key) => key in own);
  const target = starter === 'words' ? WORDS_KEY : FIGURE_KEY;
  const row = rowFields.flatMap(({ key, isRequired }): [string, string][] => {
    if (key in own) return [[key, own[key] ?? TO_FILL]];
    return isRequired || (key === target && !hasTarget) ? [[key, TO_FILL]] : [];
  });
  return Object.fromEntries(row);
}

/** `reminderOf`: the comment above a key. */
function writeRow(
  values: Readonly<Record<string, string>>,
  reminderOf: (key: string) => string | null = () => null,
): string[] {
  return Object.entries(values).flatMap(([key, text], index) => {
    const lines = [...remind(reminderOf(key)), `${key}: ${writeScalar(text)}`];
    return index === 0 ? [...lines.slice(0, -1), `- ${lines.at(-1)}`] : indent(lines, 2);
  });
}

/** The first group whose rows an author writes from nothing. */
function findExplained(form: Form, tree: string): Level2 | undefined {
  const groups = treeOf(form, tree).flatMap(([level1, level2s]) =>
    level2s.flatMap((level2) => form.level1s.get(level1)?.level2s.get(level2) ?? []),
  );
  const starters = groups.filter(({ starter }) => starter !== null);
  return starters.find(({ newRow }) => newRow === null) ?? starters[0];
}

/** One row of the table shows how rows are written: what its keys mean, and which others there are. */
function writeExplained(form: Form, group: Level2): string[] {
  const row = newRowOf(form, group);
  const reminderOf = (key: string) => form.rowFields.find((field) => field.key === key)?.reminder ?? null;
  const others = form.rowFields.filter(({ key }) => !(key in row));
  return [
    ...writeRow(row, reminderOf),
    ...indent(
      // What to choose from does not say of what.
      others.flatMap(({ key, type, reminder }) =>
        remind(type === 'choice' ? `${key}：${reminder}` : reminder),
      ),
      2,
    ),
  ];
}

function remind(reminder: string | null): string[] {
  return reminder === null ? [] : [`# ${reminder}`];
}

function indent(lines: readonly string[], blanks: number): string[] {
  return lines.map((line) => `${' '.repeat(blanks)}${line}`);
}
