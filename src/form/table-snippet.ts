import { type Field, type Form, type Level2, NAME_KEY, type RowHints, TREE_KEY } from './form.ts';
import { choice, numbered, order, SNIPPET, stop } from './snippet.ts';
import type { RowKind } from './words.ts';

type Json = Record<string, unknown>;

/** A whole new table in one tree: every required field, and the first group of each kind that the form asks for. */
export function toTableSnippet(form: Form, tree: string, index: number): Json {
  const fields = form.fields.filter(({ isRequired }) => isRequired);
  const tables = (form.trees.get(tree) ?? []).map(([level1, level2s]) => {
    const starters = level2s.filter((label) => isStarter(form, level1, label));
    const groups = starters.map((level2) => {
      const { kind = 'other', starter = null } = form.level1s.get(level1)?.level2s.get(level2) ?? {};
      const fixed = form.fixedRows.filter((row) => row.kind === kind).map(({ values }) => values);
      return [level2, [...fixed, toFirstRow(hintsOf(form.rowKinds, kind), starter)]];
    });
    return [level1, Object.fromEntries(groups)];
  });
  return {
    label: form.trees.size > 1 ? `新项目（${tree} 年指标体系）` : '新项目',
    description: '一张空表，按 Tab 键逐项填写。',
    sortText: order(index + 1),
    suggestionKind: SNIPPET,
    body: numbered({
      ...Object.fromEntries(fields.map((field) => [field.key, toFieldBody(field)])),
      [TREE_KEY]: Object.fromEntries(tables),
    }),
  };
}

function toFieldBody(field: Field): unknown {
  const { key, type, block } = field;
  if (type === 'choice' || block !== null) return toBlockBody(field);
  if (type === 'paragraphs') return `|\n  ${stop('待填：办什么事，')}\n  ${stop('待填：办到什么程度。')}`;
  return stop(`待填：${SHORT_HINTS[type] ?? key}`);
}

const SHORT_HINTS: Partial<Record<Field['type'], string>> = {
  name: '与文件名相同',
  code: '系统里的 21 位编码',
};

export function isStarter({ level1s }: Form, level1: string, level2: string): boolean {
  return (level1s.get(level1)?.level2s.get(level2)?.starter ?? null) !== null;
}

export function hintsOf(rowKinds: Form['rowKinds'], kind: RowKind): RowHints {
  const hints = rowKinds.get(kind);
  if (hints === undefined) throw new Error(`the form describes no rows of kind ${kind}`);
  return hints;
}

export function toFigureBody({ name, operators, numbers, units }: RowHints): Json {
  const figure = [choice(operators, '符号'), choice(numbers, '数字'), choice(units, '单位')].join(' ');
  return { [NAME_KEY]: stop(name), 指标值: figure };
}

export function toWordsBody({ words: { name, text } }: RowHints): Json {
  return { [NAME_KEY]: stop(name), 定性: stop(text) };
}

/** The first row of a new table: one sign is enough there. */
export function toFirstRow(hints: RowHints, starter: Level2['starter']): Json {
  if (starter === 'words') return toWordsBody(hints);
  return toFigureBody({ ...hints, operators: hints.operators.slice(0, 1) });
}

/** A block or a choice of a new table as a snippet. */
function toBlockBody({ type, options, block }: Field): unknown {
  if (block === null) return `\${|${options.join(',')}|}`;
  const body = Object.fromEntries(
    block.parts.map((part) => [
      part.key,
      `${stop('待填')}${part.type === 'amount' ? ` ${block.unit ?? '万元'}` : ''}`,
    ]),
  );
  return type === 'list' ? [body] : body;
}
