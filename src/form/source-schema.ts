import { toBlockBody, toBlockSchema } from './block-schema.ts';
import {
  type Field,
  type Form,
  type Level2,
  listGroups,
  NAME_KEY,
  type RowHints,
  TARGET_KEYS,
  TREE_KEY,
} from './form.ts';
import { choice, numbered, stop } from './snippet.ts';
import type { RowKind } from './words.ts';

type Json = Record<string, unknown>;

/** How VS Code's suggestion list orders and marks what is offered; see `suggestionKind` of its YAML extension. */
const SNIPPET = 15;
const PROPERTY = 10;

/**
 * The JSON Schema of a form's sources: what editors offer and explain, and what the program validates against. Committed as
 * schema/*.schema.json by `npm run types`. Texts are those of the form; sentences about structure are made of its names.
 */
export function toSourceSchema(form: Form): Json {
  const required = form.fields.filter(({ isRequired }) => isRequired).map(({ key }) => key);
  const optional = form.fields.filter(({ isRequired }) => !isRequired).map(({ key }) => key);
  const more = optional.length > 0 ? `；还可以写${list(optional)}` : '';
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: form.title,
    description: form.description,
    type: 'object',
    errorMessage: `${list([...required, TREE_KEY])}${countOf(required.length + 1)}项都要有${more}。名称要一字不差，顶格写。`,
    additionalProperties: false,
    required: [...required, TREE_KEY],
    defaultSnippets: [
      ...[...form.trees.keys()].map((tree, index) => toTableSnippet(form, tree, index)),
      ...form.fields.map(({ key }, index) => keySnippet(key, '$1', index + 1)),
    ],
    properties: {
      ...Object.fromEntries(form.fields.map((field) => [field.key, toFieldSchema(field)])),
      [TREE_KEY]: toTreeSchema(form),
    },
    definitions: {
      ...TEXT_TYPES,
      ...Object.fromEntries([...form.rowKinds].map(([kind, hints]) => [`${kind}Rows`, toRowsSchema(hints)])),
      row: toRowSchema(form),
    },
  };
}

function toFieldSchema(field: Field): Json {
  const { type, title, description, details, examples, whenWrong, completions } = field;
  return {
    title,
    description,
    ...(details === null ? {} : { markdownDescription: details }),
    ...(examples.length > 0 ? { examples } : {}),
    ...TYPES[type](field),
    ...(whenWrong === null ? {} : { errorMessage: whenWrong }),
    ...(completions.length === 0
      ? {}
      : {
          defaultSnippets: completions.map(({ label, description, operator, units }, index) => {
            const figure = `${operator} ${stop('数字')} ${choice(units)}`;
            // A plain `>` would begin a block of text.
            const body = numbered(operator === '>' ? `"${figure}"` : figure);
            return { label, description, sortText: order(index + 1), body };
          }),
        }),
  };
}

const TYPES: Record<Field['type'], (field: Field) => Json> = {
  name: ({ key }) => ({
    type: 'string',
    maxLength: 100,
    pattern: '^(?![.\\s])(?!.*\\.\\.)[^/\\\\\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]+(?<!\\s)$',
    errorMessage: `${key}写成一行文字；不能空着，不能有 / 和 \\，不能有两个连着的点，不能以点或空格开头，也不能以空格结尾。`,
  }),
  code: () => ({ type: ['string', 'number'], pattern: '^[0-9A-Z]{21}$' }),
  amount: () => ({
    type: 'string',
    pattern:
      '^[0-9]+(?:\\.[0-9]+)?\\s*(?:人民币)?(?:[十百千]?[万亿]|[十百千]|万亿)?元(?:人民币|[（(]人民币[)）])?$',
  }),
  line: () => ({ $ref: '#/definitions/shortText' }),
  text: () => ({ $ref: '#/definitions/text' }),
  paragraphs: () => ({ $ref: '#/definitions/longText' }),
  period: ({ key }) => ({
    type: ['string', 'number'],
    pattern: '^(?:19|20)[0-9]{2}',
    errorMessage: `“${key}”写从什么时候到什么时候，例如 2023.07–2024.01，或者 2023年7月至2024年1月。`,
  }),
  choice: ({ key, options }) => ({
    enum: options,
    errorMessage: `“${key}”从这几样里选一样：${list(options)}。`,
  }),
  funds: (field) => toBlockSchema(field, toFieldSchema),
  list: (field) => toBlockSchema(field, toFieldSchema),
  value: () => ({ $ref: '#/definitions/text' }),
  weight: ({ key }) => ({
    type: ['string', 'number'],
    pattern: '^[0-9]{1,3}(?:\\.[0-9]{1,2})?$',
    errorMessage: `“${key}”只写一个数，例如 10 或者 7.5，不写“分”和“%”。`,
  }),
  figure: () => ({
    type: 'string',
    pattern:
      '^(?:>=|<=|＞＝|＜＝|[=><≥≤＝＞＜≧≦])\\s*-?[0-9]+(?:\\.[0-9]+)?\\s*[^\\s0-9.,，．/](?:[^\\s0-9]|(?<=[A-Za-z^])[23](?![0-9])){0,19}$',
  }),
};

const EMPTY = '这里要写文字：不能空着，下面也不能再分项。可以不写的项目，没有内容就整行删掉。';

const TEXT_TYPES: Json = {
  shortText: {
    type: ['string', 'number'],
    maxLength: 100,
    pattern: '\\S',
    errorMessage:
      '这里要写一行文字，最多 100 个字：不能空着，下面也不能再分项。可以不写的项目，没有内容就整行删掉。',
  },
  text: { type: ['string', 'number'], pattern: '\\S', errorMessage: EMPTY },
  longText: {
    type: ['string', 'number'],
    pattern: '\\S',
    errorMessage: EMPTY,
    defaultSnippets: [
      {
        label: '| 分行写，一句一行',
        description: '内容长就这样写：冒号后面只写一个“|”，下面缩进两格，一句一行，印出来连成一段。',
        sortText: '01',
        suggestionKind: SNIPPET,
        body: numbered(['|', `  ${stop('待填：第一句，')}`, `  ${stop('待填：第二句。')}`].join('\n')),
      },
    ],
  },
};

function toTreeSchema(form: Form): Json {
  const groups = groupsOf(form);
  const description = `表的主体：一级指标下面写二级指标，二级指标下面一行一行写三级指标。没有内容的二级指标不用写出来。${
    form.trees.size > 1 ? '用哪一年的指标体系，由 booklet.yaml 的“指标体系”决定。' : ''
  }`;
  const [first, ...others] = groups;
  const shown = [first, others.at(-1)].filter((group) => group !== undefined);
  const example = shown.flatMap(([level1, level2s]) => [
    `${level1}:`,
    ...exampleOf(form, level1, level2s).map((line) => `  ${line}`),
  ]);
  return {
    title: TREE_KEY,
    ...describe(description, example),
    type: 'object',
    errorMessage: `“${TREE_KEY}”下面写一级指标，名称要一字不差：${list([...groups.keys()])}。`,
    additionalProperties: false,
    minProperties: 1,
    properties: Object.fromEntries(
      [...groups].map(([level1, level2s]) => [level1, toLevel1Schema(form, level1, level2s)]),
    ),
  };
}

function toLevel1Schema(form: Form, level1: string, level2s: readonly string[]): Json {
  const { level1s, trees, fixedRows, rowKinds } = form;
  const known = level1s.get(level1);
  const snippets: Json[] = level2s.map((level2, index) =>
    keySnippet(level2, [{ [NAME_KEY]: '$1' }], index + 1),
  );
  for (const level2 of level2s) {
    const kind = known?.level2s.get(level2)?.kind;
    const fixed = fixedRows.filter((row) => row.kind === kind);
    if (kind === undefined || fixed.length === 0) continue;
    const names = fixed.map(({ values }) => values[NAME_KEY]).join('、');
    snippets.push({
      label: `${level2} + 固定的行`,
      description: `新写“${level2}”：先是每张表都有的“${names}”，再写自己的一行。`,
      suggestionKind: SNIPPET,
      body: numbered({
        [level2]: [...fixed.map(({ values }) => values), toFirstRow(hintsOf(rowKinds, kind), 'figure')],
      }),
      sortText: String(snippets.length + 1),
    });
  }
  return {
    title: `一级指标：${level1}${treeOnly(trees, level1)}`,
    ...describe(known?.description ?? '', exampleOf(form, level1, level2s)),
    type: 'object',
    errorMessage: form.openLevel1s.has(level1)
      ? `“${level1}”下面写二级指标：${list(level2s)}，或者自己的。`
      : `“${level1}”下面只能写这几项，名称要一字不差：${list(level2s)}。`,
    additionalProperties: form.openLevel1s.has(level1) && { $ref: '#/definitions/otherRows' },
    minProperties: 1,
    properties: Object.fromEntries(
      level2s.map((level2) => {
        const { description = '', kind = 'other', example = {} } = known?.level2s.get(level2) ?? {};
        return [
          level2,
          {
            title: `二级指标：${level2}${treeOnly(trees, level1, level2)}`,
            ...describe(description, toRowLines(example)),
            $ref: `#/definitions/${kind}Rows`,
          },
        ];
      }),
    ),
    defaultSnippets: snippets,
  };
}

function describe(description: string, lines: readonly string[]): Json {
  return { description, markdownDescription: `${description}\n\n\`\`\`yaml\n${lines.join('\n')}\n\`\`\`` };
}

function toRowLines(row: Readonly<Record<string, string>>): string[] {
  return Object.entries(row).map(([key, text], index) => `${index === 0 ? '- ' : '  '}${key}: ${text}`);
}

function exampleOf(form: Form, level1: string, level2s: readonly string[]): string[] {
  const level2 = level2s.find((label) => isStarter(form, level1, label)) ?? level2s[0] ?? '';
  const { example = {} } = form.level1s.get(level1)?.level2s.get(level2) ?? {};
  return [`${level2}:`, ...toRowLines(example).map((line) => `  ${line}`)];
}

/** （2015 年体系） behind what only one of several trees has. */
function treeOnly(trees: Form['trees'], level1: string, level2?: string): string {
  const having = [...trees].filter(([, tree]) =>
    tree.some(([label, level2s]) => label === level1 && (level2 === undefined || level2s.includes(level2))),
  );
  const inLevel1 = [...trees].filter(([, tree]) => tree.some(([label]) => label === level1));
  const among = level2 === undefined ? trees.size : inLevel1.length;
  return having.length < among ? `（${having.map(([name]) => name).join('、')} 年体系）` : '';
}

function toRowsSchema(hints: RowHints): Json {
  const { words } = hints;
  return {
    type: 'array',
    minItems: 1,
    errorMessage: `这里要一行一行写三级指标，每行以“- ${NAME_KEY}: ”开头。`,
    items: { $ref: '#/definitions/row' },
    defaultSnippets: [
      {
        label: `${NAME_KEY} + 指标值`,
        description: hints.description,
        sortText: '01',
        suggestionKind: SNIPPET,
        body: numbered(toFigureBody(hints)),
      },
      {
        label: `${NAME_KEY} + 定性`,
        description: words.description,
        sortText: '02',
        suggestionKind: SNIPPET,
        body: numbered(toWordsBody(hints)),
      },
    ],
  };
}

function toFigureBody({ name, operators, numbers, units }: RowHints): Json {
  const figure = [choice(operators, '符号'), choice(numbers, '数字'), choice(units, '单位')].join(' ');
  return { [NAME_KEY]: stop(name), 指标值: figure };
}

function toWordsBody({ words: { name, text } }: RowHints): Json {
  return { [NAME_KEY]: stop(name), 定性: stop(text) };
}

/** The first row of a new table: one sign is enough there. */
function toFirstRow(hints: RowHints, starter: Level2['starter']): Json {
  if (starter === 'words') return toWordsBody(hints);
  return toFigureBody({ ...hints, operators: hints.operators.slice(0, 1) });
}

function toRowSchema({ rowFields }: Form): Json {
  const targets = rowFields.filter(({ key }) => isTarget(key)).map(({ key }) => key);
  const others = rowFields
    .filter(({ key, isRequired }) => !isRequired && !isTarget(key))
    .map(({ key }) => key);
  const one = `${list(targets)}${countOf(targets.length)}样`;
  const optional = others.length > 0 ? `，${list(others)}（可以不写）` : '';
  return {
    title: '一行三级指标',
    description: `每行以“- ${NAME_KEY}:”开头；${one}里写一样，而且只写一样。`,
    type: 'object',
    errorMessage: `这里写一行指标，名称要一字不差：${NAME_KEY}（必填），${list(targets)}（${countOf(targets.length)}样里写一样）${optional}。`,
    additionalProperties: false,
    required: rowFields.filter(({ isRequired }) => isRequired).map(({ key }) => key),
    oneOf: targets.map((target) => ({
      title: '一行三级指标',
      errorMessage: `一行里，${one}要写一样，而且只写一样；有几个数就分成几行。`,
      required: [target],
      properties: Object.fromEntries(targets.map((key) => [key, key === target])),
    })),
    properties: Object.fromEntries(rowFields.map((field) => [field.key, toFieldSchema(field)])),
    $comment:
      '下面的 if 总是成立：then 里的补全只为让编辑器照表的顺序列出各项；不放在外面，因为那样新起一行时也会列出来。',
    if: true,
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema’s own word
    then: {
      type: 'object',
      defaultSnippets: rowFields.map(({ key }, index) => keySnippet(key, '$1', index + 1)),
    },
  };
}

/** A whole new table in one tree: every required field, and the first group of each kind that the form asks for. */
function toTableSnippet(form: Form, tree: string, index: number): Json {
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

function isStarter({ level1s }: Form, level1: string, level2: string): boolean {
  return (level1s.get(level1)?.level2s.get(level2)?.starter ?? null) !== null;
}

function hintsOf(rowKinds: Form['rowKinds'], kind: RowKind): RowHints {
  const hints = rowKinds.get(kind);
  if (hints === undefined) throw new Error(`the form describes no rows of kind ${kind}`);
  return hints;
}

function groupsOf(form: Form): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [level1, level2] of listGroups(form))
    groups.set(level1, [...(groups.get(level1) ?? []), level2]);
  return groups;
}

function isTarget(key: string): boolean {
  return (TARGET_KEYS as readonly string[]).includes(key);
}

/** Keys are offered in the form's order, not by the alphabet. */
function keySnippet(key: string, body: unknown, place: number): Json {
  return { label: key, sortText: String(place), suggestionKind: PROPERTY, body: { [key]: body } };
}

function order(place: number): string {
  return String(place).padStart(2, '0');
}

function list(names: readonly string[]): string {
  return names.join('、');
}

/** 三项, 四项: small counts as words. */
function countOf(count: number): string {
  return '零一二三四五六七八九十'[count] ?? String(count);
}
