import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { DEPARTMENT_FORM, type Form } from '../form/form.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../form/vocabulary.ts';
import { FORM_KINDS, type FormKind } from '../form/words.ts';
import type { Located, Severity, Span } from '../report/diagnostic.ts';
import { compareText } from '../report/diagnostic.ts';
import type { Forms, KnownForm } from './forms.ts';
import { type ParsedSource, parse, spanOf } from './parse.ts';
import { DEPARTMENT_STEM, type Source } from './source.ts';
import type { Draft } from './table.ts';

/** What `booklet.yaml` says of a year or an office, with what it inherits. */
export interface Booklet {
  path: string;
  title: string;
  /** 单位, the office that files the tables; empty when the year has no booklet.yaml. */
  unit: string;
  /** 单位编码, and where it is written. */
  unitCode: Located | null;
  year: string;
  date: string | null;
  notes: Located | null;
  order: Located[];
  /** Where 标题, 说明 and 顺序 are, which say nothing of a table alone. */
  ofVolume: Span[];
  /** Where 单位 and 单位编码 are, which no office below inherits either. */
  ofOffice: Span[];
  /** 表式: the form of the year's goal tables, and the names of the forms of each kind, where they are written. */
  form: Form;
  formNames: ReadonlyMap<FormKind, Located>;
  /** 指标体系, by its name in the form, and where it is named; null where it is not. */
  tree: string;
  treeName: Located | null;
  /** 检查: a check's code → the level that this year gives it; null switches it off. */
  levels: Map<string, { severity: Severity | null; at: Located['at'] }>;
  /** 内容: where 汇总 (a volume without tables) is set; null for 全部. */
  summaryOnly: 'here' | 'above' | null;
  /** 常见错字: what is written wrong → what is meant, beside the built-in list. */
  misprints: ReadonlyMap<string, string>;
  /** 另存: the formats in which tables are written besides PDF and HTML. */
  formats: ReadonlySet<ExportFormat>;
}

const LEVELS: Readonly<Record<string, Severity | null>> = {
  错误: 'error',
  警告: 'warning',
  建议: 'suggestion',
  忽略: null,
};

export function levelKey(severity: Severity | null): string {
  return Object.keys(LEVELS).find((key) => LEVELS[key] === severity) ?? '';
}

/** Where a booklet.yaml lies, and what that of the folder above says; null for a year's own. */
export interface BookletPlace {
  path: string;
  above: Booklet | null;
}

/**
 * Reads a validated booklet.yaml. What it does not say it has from the folder above, but for 标题, 单位, 单位编码, 说明 and 顺序. A form that
 * is not there is the first one; see `formName`.
 */
export function toBooklet(
  { source, root }: ParsedSource,
  forms: Forms,
  { path, above }: BookletPlace,
): Booklet {
  const locate = (node: unknown): Located | null =>
    isScalar(node) ? { text: String(node.value ?? ''), at: spanOf(source.file, node as Node) } : null;
  const read = (key: string) => locate(root.get(key, true));
  const formNames = new Map([
    ...(above?.formNames ?? []),
    ...Object.entries(FORM_KINDS).flatMap(([key, kind]) => {
      const name = locate(root.getIn(['表式', key], true));
      return name === null ? [] : [[kind, name] as const];
    }),
  ]);
  const { form } = forms.find(formNames.get('goal')?.text.trim() ?? '') ?? forms.first;
  const ownYear = read('年度')?.text;
  // An office in the folder of another year is reported; its tables are that folder's.
  const isOther = above !== null && path.split('/')[0] !== ownYear;
  const year = (isOther ? above.year : ownYear) ?? '';
  const tree = read('指标体系')?.text ?? above?.tree ?? '';
  const isUnknownTree = above !== null && !above.form.trees.has(above.tree);
  const order = root.get('顺序', true);
  const levels = root.get('检查', true);
  const misprints = root.get('常见错字', true);
  const formats = root.get('另存', true);
  const contents = read('内容')?.text;
  const place = (...keys: string[]) =>
    keys.flatMap((key) => {
      const node = root.get(key, true);
      return node === undefined ? [] : [spanOf(source.file, node)];
    });
  return {
    path,
    title: read('标题')?.text ?? titleOf(year, form),
    unit: read('单位')?.text ?? '',
    unitCode: read('单位编码'),
    year,
    date: read('编制日期')?.text ?? above?.date ?? null,
    notes: read('说明'),
    order: isSeq(order) ? order.items.flatMap((item) => locate(item) ?? []) : [],
    ofVolume: place('标题', '说明', '顺序'),
    ofOffice: place('单位', '单位编码'),
    form,
    formNames,
    // That of another form does not fit; one that no form has is reported above, and is none here, either.
    tree: root.has('指标体系') || isUnknownTree || form.trees.has(tree) ? tree : firstTree(form),
    treeName: read('指标体系'),
    summaryOnly: contents === '汇总' ? 'here' : contents === undefined && above?.summaryOnly ? 'above' : null,
    levels: new Map([
      ...(above?.levels ?? []),
      ...(isMap(levels) ? levels.items : []).flatMap(({ key, value }) => {
        const code = locate(key);
        const level = locate(value);
        return code && level
          ? [[code.text, { severity: LEVELS[level.text] ?? null, at: code.at }] as const]
          : [];
      }),
    ]),
    misprints: new Map([
      ...(above?.misprints ?? []),
      ...(isMap(misprints) ? misprints.items : []).flatMap(({ key, value }) => {
        const wrong = locate(key);
        const right = locate(value);
        return wrong && right ? [[wrong.text, right.text] as const] : [];
      }),
    ]),
    formats: isSeq(formats)
      ? new Set(
          formats.items.flatMap((item) => {
            const wanted = locate(item)?.text;
            return EXPORT_FORMATS.filter((format) => format === wanted);
          }),
        )
      : (above?.formats ?? new Set()),
  };
}

export function findFormOf(
  stem: string,
  { form, formNames }: Pick<Booklet, 'form' | 'formNames'>,
  forms: Forms,
): KnownForm {
  const own =
    stem === DEPARTMENT_STEM ? (formNames.get('department')?.text.trim() ?? DEPARTMENT_FORM) : form.name;
  return forms.find(own) ?? forms.find(form.name) ?? forms.first;
}

/** Whether a folder's volume holds no table. `hasOffices`: there are some below it. */
export function isSummary({ summaryOnly }: Booklet, hasOffices: boolean): boolean {
  return summaryOnly === 'here' || (summaryOnly === 'above' && hasOffices);
}

/**
 * What the booklet.yaml of a folder says, as far as it can be read, with what it inherits of those above it. `booklets`: from the
 * year's down; null where there is none.
 */
export function readBookletOf(booklets: readonly (Source | null)[], forms: Forms): Booklet | null {
  return booklets.reduce<Booklet | null>((above, booklet) => {
    const parsed = booklet && parse(booklet, forms.first.words).value;
    return parsed ? toBooklet(parsed, forms, { path: '', above }) : above;
  }, null);
}

export function readFormOf(stem: string, booklets: readonly (Source | null)[], forms: Forms): KnownForm {
  return findFormOf(stem, readBookletOf(booklets, forms) ?? defaultBooklet('', forms.first.form), forms);
}

/** What a folder without a booklet.yaml gets, so that its tables can be made all the same. */
export function defaultBooklet(path: string, form: Form): Booklet {
  const year = path.split('/')[0] ?? '';
  return {
    path,
    title: titleOf(year, form),
    unit: '',
    unitCode: null,
    year,
    date: null,
    notes: null,
    order: [],
    ofVolume: [],
    ofOffice: [],
    form,
    formNames: new Map(),
    tree: firstTree(form),
    treeName: null,
    summaryOnly: null,
    levels: new Map(),
    misprints: new Map(),
    formats: new Set(),
  };
}

function titleOf(year: string, form: Form): string {
  return `${year}年度${form.title}`;
}

function firstTree({ trees }: Form): string {
  return [...trees.keys()][0] ?? '';
}

/** Tables with their projects, the office as a whole first, in the order of 顺序; those that it leaves out follow by 项目编码. */
export function orderTables<T extends { table: Draft }>(tables: readonly T[], { order }: Booklet): T[] {
  const wanted = new Map(order.map(({ text }, index) => [text, index]));
  const place = (table: Draft) =>
    table.form.kind === 'department' ? -1 : (wanted.get(table.name.text) ?? wanted.size);
  return tables.toSorted(
    ({ table: a }, { table: b }) =>
      place(a) - place(b) || compareText(a.code.text, b.code.text) || compareText(a.file, b.file),
  );
}
