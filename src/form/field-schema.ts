import type { Field } from './form.ts';
import { choice, numbered, order, SNIPPET, stop } from './snippet.ts';

type Json = Record<string, unknown>;

export function toFieldSchema(field: Field): Json {
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
  funds: (field) => toBlockSchema(field),
  list: (field) => toBlockSchema(field),
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

export const TEXT_TYPES: Json = {
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

/** Of funds a map of amounts, of a list a list of maps. */
function toBlockSchema({ key, type, block }: Field): Json {
  const parts = block?.parts ?? [];
  const names = parts.map((part) => part.key).join('、');
  const item = {
    type: 'object',
    additionalProperties: false,
    required: parts.filter(({ isRequired }) => isRequired).map((part) => part.key),
    properties: Object.fromEntries(parts.map((part) => [part.key, toFieldSchema(part)])),
  };
  if (type === 'funds') {
    const errorMessage = `“${key}”下面一项一行写金额，名称要一字不差：${names}。`;
    return { ...item, minProperties: 1, errorMessage };
  }
  const errorMessage = `“${key}”下面一行一行写，每行以“- ${parts[0]?.key ?? ''}: ”开头；一行里可以写：${names}。`;
  return { type: 'array', minItems: 1, errorMessage, items: { ...item, errorMessage } };
}

export function list(names: readonly string[]): string {
  return names.join('、');
}
