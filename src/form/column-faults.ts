import { type FormFault, unknownName } from './faults.ts';
import { FIGURE_KEY, type Field, NAME_KEY } from './form.ts';
import { type ColumnSource, LABEL_CELLS } from './to-field.ts';

/** What has a sign, a number and a unit beside 指标值 itself. */
const FIGURES: ReadonlySet<unknown> = new Set(['figure', 'value', 'actual', 'forecast', 'adjusted']);

/**
 * What is wrong with columns: contents that no row has, parts of what is no figure, options that cannot be chosen, the same cell
 * twice, widths that are no 100 per cent, and what is printed in none of them. `keys`: of a row; `fields`: those of them that the form itself describes.
 */
export function findColumnFaults(
  sources: readonly ColumnSource[],
  keys: readonly string[],
  fields: readonly Field[],
): FormFault[] {
  const faults: FormFault[] = [];
  const cells = new Map<string, ColumnSource>();
  const known = [...Object.keys(LABEL_CELLS), ...keys];
  let widths = 0;
  const visit = (list: readonly ColumnSource[], path: FormFault['path'], isBelow: boolean) => {
    for (const [index, source] of list.entries()) {
      const { 标题: heading, 内容: name, 部分: part, 选项: option, 随: condition, 列: below = [] } = source;
      const fault = (at: readonly string[], wording: FormFault['wording'], args: FormFault['args']) =>
        faults.push({ path: [...path, index, ...at], wording, args });
      const expectKnown = (at: string, wanted: string, allowed: readonly string[]) =>
        faults.push(...unknownName(wanted, allowed, [...path, index, at]));
      if (name === undefined && below.length === 0) fault([], 'form/empty-column', { name: heading });
      if (isBelow && below.length > 0) fault(['列'], 'form/too-deep', { name: heading });
      if (below.length === 0) widths += Number(source.宽 ?? '0');
      if (condition !== undefined) expectKnown('随', condition, keys);
      visit(below, [...path, index, '列'], true);
      if (name === undefined) continue;
      expectKnown('内容', name, known);
      const field = fields.find(({ key }) => key === name);
      const options = field?.options ?? [];
      if (option !== undefined && options.length === 0) fault(['选项'], 'form/options', { name });
      else if (option !== undefined) expectKnown('选项', option, options);
      const isFigure =
        name === FIGURE_KEY ||
        [field?.type, field && 'use' in field && field.use].some((one) => FIGURES.has(one));
      if (part !== undefined && !isFigure) fault(['部分'], 'form/part-of-none', { name });
      const cell = [name, part, option, condition].join('/');
      // Two halves may both have the labels.
      if (cells.has(cell) && !(name in LABEL_CELLS)) fault([], 'form/column-twice', { name });
      cells.set(cell, source);
    }
  };
  visit(sources, ['列'], false);
  if (faults.length > 0) return faults;
  // They are written with one decimal.
  const sum = Math.round(widths * 10) / 10;
  if (sum !== 100) faults.push({ path: ['列'], wording: 'form/widths', args: { sum: String(sum) } });
  const printed = [...cells.values()];
  if (!printed.some(({ 内容 }) => 内容 === NAME_KEY))
    faults.push({ path: ['列'], wording: 'form/name-nowhere', args: { name: NAME_KEY, part: '列' } });
  for (const { key, options } of fields) {
    const own = printed.filter(({ 内容 }) => 内容 === key).map(({ 选项 }) => 选项);
    const missing =
      own.length === 0 || own.includes(undefined) ? [] : options.filter((one) => !own.includes(one));
    if (missing.length > 0)
      faults.push({
        path: ['列'],
        wording: 'form/option-nowhere',
        args: { name: key, options: missing.join('、') },
      });
  }
  return faults;
}
