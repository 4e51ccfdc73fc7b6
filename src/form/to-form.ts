import { findColumnFaults } from './column-faults.ts';
import { type FormFault, findBlockFaults, unknownName } from './faults.ts';
import { type Field, type Form, type Level2, NAME_KEY, type RowHints, TREE_KEY } from './form.ts';
import { findLineFaults } from './head.ts';
import { type FieldSource, type SheetSource, toField, toSheet, type YesOrNo } from './to-field.ts';
import { FORM_KINDS, ROW_KINDS, type RowKind, STARTERS } from './words.ts';

export interface FormSource extends SheetSource {
  种类: keyof typeof FORM_KINDS;
  字段: Record<string, FieldSource>;
  体系: Record<string, Record<string, string[]>>;
  指标: Record<string, { 说明: string; 提醒?: string; 必填?: YesOrNo; 二级: Record<string, GroupSource> }>;
  开放?: string[];
  空着也印?: string[];
  行: Record<string, FieldSource>;
  固定行?: ({ 写法: keyof typeof ROW_KINDS } & Record<string, string>)[];
  写法: Record<keyof typeof ROW_KINDS, RowHintsSource>;
}

export interface GroupSource {
  必填?: YesOrNo;
  写法: keyof typeof ROW_KINDS;
  起步?: keyof typeof STARTERS;
  新表?: Record<string, string>;
  提醒?: string;
  说明: string;
  例: Record<string, string>;
}

interface RowHintsSource {
  提示: string;
  名称?: string;
  符号: string[];
  数?: string[];
  单位: string[];
  文字提示?: string;
  文字名称?: string;
  定性?: string;
}

export function toForm(name: string, source: FormSource): { form: Form; faults: FormFault[] } {
  const form: Form = {
    ...toSheet(name, source),
    kind: FORM_KINDS[source.种类],
    fields: Object.entries(source.字段).map(toField),
    trees: new Map(Object.entries(source.体系).map(([tree, level1s]) => [tree, Object.entries(level1s)])),
    level1s: new Map(
      Object.entries(source.指标).map(
        ([level1, { 说明: description, 提醒: reminder = null, 必填, 二级 }]) => [
          level1,
          {
            description,
            reminder,
            isRequired: 必填 === undefined ? null : 必填 === '是',
            level2s: new Map(Object.entries(二级).map(([key, group]) => [key, toLevel2(group)])),
          },
        ],
      ),
    ),
    openLevel1s: new Set(source.开放),
    blankLevel2s: new Set(source.空着也印),
    rowFields: Object.entries(source.行).map(toField),
    fixedRows: (source.固定行 ?? []).map(({ 写法, ...values }) => ({ kind: ROW_KINDS[写法], values })),
    rowKinds: new Map(
      Object.entries(source.写法).map(([kind, hints]) => [kindNamed(kind), toRowHints(hints)]),
    ),
  };
  return {
    form,
    faults: [
      ...findUnknownNames(form, source),
      ...findColumnFaults(source.列, Object.keys(source.行), form.rowFields),
      ...form.fields.flatMap((field) => findBlockFaults(field, ['字段', field.key])),
      ...form.rowFields.flatMap((field) => findRowFieldFaults(field)),
      ...findLineFaults(source, form),
    ],
  };
}

function kindNamed(name: string): RowKind {
  return ROW_KINDS[name as keyof typeof ROW_KINDS];
}

function toLevel2({ 写法, 起步, 新表, 提醒, 必填, 说明: description, 例: example }: GroupSource): Level2 {
  const starter = 起步 === undefined ? null : STARTERS[起步];
  return {
    kind: ROW_KINDS[写法],
    starter,
    newRow: 新表 ?? null,
    reminder: 提醒 ?? null,
    isRequired: 必填 === undefined ? null : 必填 === '是',
    description,
    example,
  };
}

/** What an editor says of a row of words, where the form says nothing of its own. */
const WORDS_HINT = '新写一行，写不成数的：三级指标的名称，下一行用文字写要达到的程度或时间。';

function toRowHints(hints: RowHintsSource): RowHints {
  const name = hints.名称 ?? '待填：指标名称';
  return {
    description: hints.提示,
    name,
    operators: hints.符号,
    numbers: hints.数 ?? [],
    units: hints.单位,
    words: {
      description: hints.文字提示 ?? WORDS_HINT,
      name: hints.文字名称 ?? name,
      text: hints.定性 ?? '待填：要达到的程度',
    },
  };
}

function findUnknownNames({ level1s, rowFields }: Form, source: FormSource): FormFault[] {
  const rowKeys = rowFields.map(({ key }) => key);
  const faults: FormFault[] = [];
  const expectKnown = (name: string, known: readonly string[], path: FormFault['path']) => {
    faults.push(...unknownName(name, known, path));
  };
  for (const [tree, groups] of Object.entries(source.体系)) {
    for (const [level1, level2s] of Object.entries(groups)) {
      expectKnown(level1, [...level1s.keys()], ['体系', tree, level1]);
      const known = level1s.get(level1)?.level2s;
      if (known === undefined) continue;
      for (const [at, level2] of level2s.entries()) {
        expectKnown(level2, [...known.keys()], ['体系', tree, level1, at]);
        if (level2s.indexOf(level2) < at)
          faults.push({
            path: ['体系', tree, level1, at],
            wording: 'form/group-twice',
            args: { name: level2 },
          });
      }
    }
  }
  const trees = Object.values(source.体系);
  for (const [level1, { 二级 }] of Object.entries(source.指标)) {
    for (const level2 of Object.keys(二级)) {
      if (trees.some((groups) => groups[level1]?.includes(level2))) continue;
      const path = ['指标', level1, '二级', level2];
      faults.push({ path, wording: 'form/group-nowhere', args: { name: level2, level1 }, isOfOwn: true });
    }
    for (const [level2, { 例, 新表 = {} }] of Object.entries(二级)) {
      for (const [part, row] of Object.entries({ 例, 新表 })) {
        const path = ['指标', level1, '二级', level2, part];
        for (const key of Object.keys(row)) expectKnown(key, rowKeys, [...path, key]);
      }
    }
  }
  for (const [index, { 写法: _, ...row }] of (source.固定行 ?? []).entries()) {
    for (const key of Object.keys(row)) expectKnown(key, rowKeys, ['固定行', index, key]);
  }
  for (const [key, { 总分, 分项总分 = {} }] of Object.entries(source.行)) {
    const sum = Object.values(分项总分).reduce((total, points) => total + Number(points), 0);
    if (总分 !== undefined && sum > Number(总分))
      faults.push({
        path: ['行', key, '分项总分'],
        wording: 'form/weights',
        args: { sum: String(sum), total: 总分 },
      });
    for (const level1 of Object.keys(分项总分)) {
      expectKnown(level1, [...level1s.keys()], ['行', key, '分项总分', level1]);
    }
  }
  for (const [at, level1] of (source.开放 ?? []).entries()) {
    expectKnown(level1, [...level1s.keys()], ['开放', at]);
  }
  const level2s = [...level1s.values()].flatMap((level1) => [...level1.level2s.keys()]);
  for (const [at, level2] of (source.空着也印 ?? []).entries())
    expectKnown(level2, level2s, ['空着也印', at]);
  for (const part of ['字段', '行'] as const) {
    if (Object.hasOwn(source[part], TREE_KEY))
      faults.push({ path: [part, TREE_KEY], wording: 'form/reserved', args: { name: TREE_KEY } });
  }
  expectKnown(NAME_KEY, rowKeys, ['行']);
  return faults;
}

/** A row is one line of the page: nothing in it has parts of its own. */
function findRowFieldFaults(field: Field): FormFault[] {
  const path = ['行', field.key];
  const isBlock = field.type === 'funds' || field.type === 'list';
  return isBlock
    ? [{ path, wording: 'form/block-in-row', args: { name: field.key } }]
    : findBlockFaults(field, path);
}
