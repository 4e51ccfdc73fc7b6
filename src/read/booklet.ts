import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { DEPARTMENT_FORM, type Form, type FormKind } from '../form/form.ts';
import { FORM_KINDS } from '../form/to-form.ts';
import type { Severity, Span } from '../report/diagnostic.ts';
import type { Forms, KnownForm } from './forms.ts';
import type { Located } from './located.ts';
import { type ParsedSource, parse, spanOf } from './parse.ts';
import { DEPARTMENT_STEM, type Source } from './source.ts';

/** What `booklet.yaml` says of a year. */
export interface Booklet {
  title: string;
  /** 单位, the office that files the tables; empty when the year has no booklet.yaml. */
  unit: string;
  /** 年度, four digits. */
  year: string;
  /** 编制日期 as YYYY-MM-DD, or null. */
  date: string | null;
  /** 说明, as written; null when there is none. */
  notes: Located | null;
  /** 顺序: 项目名称 in the order wanted. */
  order: Located[];
  /** Where 标题, 说明 and 顺序 are, which say nothing of a table alone. */
  ofVolume: Span[];
  /** 表式: the form of the year's goal tables, and the names of the forms of each kind, where they are written. */
  form: Form;
  formNames: ReadonlyMap<FormKind, Located>;
  /** 指标体系, by its name in the form, and where it is named; null where it is not. */
  tree: string;
  treeName: Located | null;
  /** 检查: a check's code → the level that this year gives it; null switches it off. */
  levels: Map<string, { severity: Severity | null; at: Located['at'] }>;
  /** 常见错字: what is written wrong → what is meant, beside the built-in list. */
  misprints: ReadonlyMap<string, string>;
  /** 另存: the formats in which tables are written besides PDF and HTML. */
  formats: ReadonlySet<ExportFormat>;
}

/** What `另存` and `--also` can ask for; each is the ending of its files. */
export const EXPORT_FORMATS = ['xlsx', 'docx', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const LEVELS: Readonly<Record<string, Severity | null>> = {
  错误: 'error',
  警告: 'warning',
  建议: 'suggestion',
  忽略: null,
};

/** The word for a level under `检查`. */
export function levelKey(severity: Severity | null): string {
  return Object.keys(LEVELS).find((key) => LEVELS[key] === severity) ?? '';
}

/** Reads a validated booklet.yaml. A form that is not there is the first one; see `formName`. */
export function toBooklet({ source, root }: ParsedSource, forms: Forms): Booklet {
  const locate = (node: unknown): Located | null =>
    isScalar(node) ? { text: String(node.value ?? ''), at: spanOf(source.file, node as Node) } : null;
  const read = (key: string) => locate(root.get(key, true));
  const formNames = new Map(
    Object.entries(FORM_KINDS).flatMap(([key, kind]) => {
      const name = locate(root.getIn(['表式', key], true));
      return name === null ? [] : [[kind, name] as const];
    }),
  );
  const { form } = forms.find(formNames.get('goal')?.text.trim() ?? '') ?? forms.first;
  const order = root.get('顺序', true);
  const levels = root.get('检查', true);
  const misprints = root.get('常见错字', true);
  const formats = root.get('另存', true);
  return {
    title: read('标题')?.text ?? '',
    unit: read('单位')?.text ?? '',
    year: read('年度')?.text ?? '',
    date: read('编制日期')?.text ?? null,
    notes: read('说明'),
    order: isSeq(order) ? order.items.flatMap((item) => locate(item) ?? []) : [],
    ofVolume: ['标题', '说明', '顺序'].flatMap((key) => {
      const node = root.get(key, true);
      return node === undefined ? [] : [spanOf(source.file, node)];
    }),
    form,
    formNames,
    tree: read('指标体系')?.text ?? firstTree(form),
    treeName: read('指标体系'),
    levels: new Map(
      (isMap(levels) ? levels.items : []).flatMap(({ key, value }) => {
        const code = locate(key);
        const level = locate(value);
        return code && level
          ? [[code.text, { severity: LEVELS[level.text] ?? null, at: code.at }] as const]
          : [];
      }),
    ),
    misprints: new Map(
      (isMap(misprints) ? misprints.items : []).flatMap(({ key, value }) => {
        const wrong = locate(key);
        const right = locate(value);
        return wrong && right ? [[wrong.text, right.text] as const] : [];
      }),
    ),
    formats: new Set(
      (isSeq(formats) ? formats.items : []).flatMap((item) => {
        const wanted = locate(item)?.text;
        return EXPORT_FORMATS.filter((format) => format === wanted);
      }),
    ),
  };
}

/** The form of one of a year's sources. */
export function findFormOf(
  stem: string,
  { form, formNames }: Pick<Booklet, 'form' | 'formNames'>,
  forms: Forms,
): KnownForm {
  const own =
    stem === DEPARTMENT_STEM ? (formNames.get('department')?.text.trim() ?? DEPARTMENT_FORM) : form.name;
  return forms.find(own) ?? forms.find(form.name) ?? forms.first;
}

/** The same, as far as the year's booklet.yaml can be read. */
export function readFormOf(stem: string, booklet: Source | null, forms: Forms): KnownForm {
  const parsed = booklet && parse(booklet, forms.first.words).value;
  return findFormOf(stem, parsed ? toBooklet(parsed, forms) : defaultBooklet('', forms.first.form), forms);
}

/** What a year without a booklet.yaml gets, so that its tables can be made all the same. */
export function defaultBooklet(year: string, form: Form): Booklet {
  return {
    title: `${year}年度${form.title}`,
    unit: '',
    year,
    date: null,
    notes: null,
    order: [],
    ofVolume: [],
    form,
    formNames: new Map(),
    tree: firstTree(form),
    treeName: null,
    levels: new Map(),
    misprints: new Map(),
    formats: new Set(),
  };
}

function firstTree({ trees }: Form): string {
  return [...trees.keys()][0] ?? '';
}
