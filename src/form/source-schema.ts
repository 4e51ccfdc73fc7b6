import { list, TEXT_TYPES, toFieldSchema } from './field-schema.ts';
import { type Form, listGroups, NAME_KEY, type RowHints, TARGET_KEYS, TREE_KEY } from './form.ts';
import { keySnippet, numbered, SNIPPET } from './snippet.ts';
import {
  hintsOf,
  isStarter,
  toFigureBody,
  toFirstRow,
  toTableSnippet,
  toWordsBody,
} from './table-snippet.ts';

type Json = Record<string, unknown>;

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

function groupsOf(form: Form): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [level1, level2] of listGroups(form))
    groups.set(level1, [...(groups.get(level1) ?? []), level2]);
  return groups;
}

function isTarget(key: string): boolean {
  return (TARGET_KEYS as readonly string[]).includes(key);
}

/** 三项, 四项: small counts as words. */
function countOf(count: number): string {
  return '零一二三四五六七八九十'[count] ?? String(count);
}
