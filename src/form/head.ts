import type { MessageCode } from '../messages/wording.ts';
import { type FormFault, unknownName } from './faults.ts';
import type { Field, Form, HeadLine } from './form.ts';

export type HeadLineSource =
  | (string | { 字段: string; 宽?: string })[]
  | {
      有则印?: string[];
      并排?: string[];
      标题?: string;
      整行?: string;
      小标题?: string;
      留白?: string;
      行数?: string;
      落款?: string;
      签字?: string[];
      注?: string;
    };

export function toHeadLine(line: HeadLineSource): HeadLine {
  if (Array.isArray(line)) {
    const items = line.map((item) =>
      typeof item === 'string'
        ? { key: item, width: null }
        : { key: item.字段, width: item.宽 === undefined ? null : Number(item.宽) },
    );
    return { kind: 'pairs', items, isOptional: false };
  }
  if (line.有则印 !== undefined) {
    return { kind: 'pairs', items: line.有则印.map((key) => ({ key, width: null })), isOptional: true };
  }
  if (line.并排 !== undefined) return { kind: 'beside', label: line.标题 ?? null, keys: line.并排 };
  if (line.整行 !== undefined) return { kind: 'whole', key: line.整行 };
  if (line.小标题 !== undefined) return { kind: 'heading', text: line.小标题 };
  if (line.签字 !== undefined) return { kind: 'signatures', names: line.签字 };
  if (line.注 !== undefined) return { kind: 'note', text: line.注 };
  const { 留白: label = '', 行数 = '3', 落款: closing = '' } = line;
  return { kind: 'room', label, lines: Number(行数), closing };
}

/** The fields that a line prints. What is under 签字 need not be one. */
export function keysOfLine(line: HeadLine): readonly string[] {
  switch (line.kind) {
    case 'pairs':
      return line.items.map(({ key }) => key);
    case 'beside':
      return line.keys;
    case 'whole':
      return [line.key];
    default:
      return [];
  }
}

export function isFrameless({ kind }: HeadLine): boolean {
  return kind === 'signatures' || kind === 'note';
}

const KINDS = ['有则印', '并排', '整行', '小标题', '留白', '签字', '注'] as const;

/** A name with its value is no use in less. */
const MOST_PAIRS = { landscape: 6, portrait: 4 };

/** What is wrong above and below the indicators; what is printed twice or not at all where each line by itself is right. */
export function findLineFaults(
  { 表头, 表尾 = [] }: { 表头: readonly HeadLineSource[]; 表尾?: readonly HeadLineSource[] },
  form: Pick<Form, 'head' | 'foot' | 'fields' | 'paper'>,
): FormFault[] {
  const faults = [...findHeadFaults('表头', 表头, form), ...findHeadFaults('表尾', 表尾, form)];
  return faults.length > 0 ? faults : findPlaceFaults(form);
}

/** What is wrong with the lines under `part`: names of no field, and more in a line than it can hold. */
function findHeadFaults(
  part: '表头' | '表尾',
  sources: readonly HeadLineSource[],
  { fields, paper }: { fields: readonly Field[]; paper: keyof typeof MOST_PAIRS },
): FormFault[] {
  const known = new Map(fields.map((field) => [field.key, field]));
  return sources.flatMap((source, index): FormFault[] => {
    const line = toHeadLine(source);
    const [one, other] = Array.isArray(source) ? [] : KINDS.filter((kind) => kind in source);
    if (!Array.isArray(source) && one === undefined) {
      return unknownName(Object.keys(source)[0] ?? '', KINDS, [part, index]);
    }
    if (one !== undefined && other !== undefined) {
      return [{ path: [part, index, other], wording: 'form/line-kind', args: { one, other } }];
    }
    const keys = keysOfLine(line);
    const unknown = keys.flatMap((name, at) =>
      unknownName(name, [...known.keys()], [part, index, ...pathOf(source, at)]),
    );
    if (unknown.length > 0) return unknown;
    const fault = (wording: MessageCode, args: Record<string, string> = {}) => [
      { path: [part, index], wording, args },
    ];
    if (part === '表头' && isFrameless(line)) return fault('form/below-only');
    const blocks = keys.filter((key) => known.get(key)?.block);
    if (line.kind === 'beside') {
      const [funds] = keys.filter((key) => known.get(key)?.type === 'funds');
      const isMixed = keys.some((key) => (known.get(key)?.type === 'funds') !== (funds !== undefined));
      const list = keys.find((key) => known.get(key)?.type === 'list');
      return isMixed || list !== undefined ? fault('form/not-beside', { name: list ?? funds ?? '' }) : [];
    }
    if (blocks.length > 0 && (keys.length > 1 || line.kind !== 'pairs')) {
      return fault('form/block-alone', { name: blocks[0] ?? '' });
    }
    if (line.kind !== 'pairs' || line.isOptional) return [];
    const most = MOST_PAIRS[paper];
    if (keys.length > most) return fault('form/crowded', { most: String(most) });
    const widths = line.items.flatMap(({ width }) => width ?? []);
    const sum = widths.reduce((total, width) => total + width, 0);
    const isWhole = widths.length === keys.length ? Math.round(sum * 10) === 1000 : sum < 100;
    return isWhole ? [] : fault('form/line-widths', { sum: String(Math.round(sum * 10) / 10) });
  });
}

/** What is printed twice, and the name where it is not printed. */
function findPlaceFaults({ head, foot, fields }: Pick<Form, 'head' | 'foot' | 'fields'>): FormFault[] {
  const seen = new Set<string>();
  const twice = (
    [
      ['表头', head],
      ['表尾', foot],
    ] as const
  ).flatMap(([part, lines]) =>
    lines.flatMap((line, index) =>
      keysOfLine(line).flatMap((name): FormFault[] => {
        const isTwice = seen.has(name);
        seen.add(name);
        return isTwice ? [{ path: [part, index], wording: 'form/field-twice', args: { name } }] : [];
      }),
    ),
  );
  const name = fields.find(({ type }) => type === 'name')?.key;
  if (name === undefined || seen.has(name)) return twice;
  return [...twice, { path: ['表头'], wording: 'form/name-nowhere', args: { name, part: '表头' } }];
}

function pathOf(source: HeadLineSource, at: number): (string | number)[] {
  if (Array.isArray(source)) return typeof source[at] === 'string' ? [at] : [at, '字段'];
  if (source.有则印 !== undefined) return ['有则印', at];
  return source.并排 === undefined ? ['整行'] : ['并排', at];
}
