import { list } from './field-schema.ts';
import {
  FUNDS_KEY,
  isComputed,
  isComputedField,
  type ResultField,
  type ResultsForm,
  ROWS_KEY,
} from './results-form.ts';

type Json = Record<string, unknown>;

export function toResultsSchema(form: ResultsForm): Json {
  const own = form.fields.filter(({ isRequired, source }) => isRequired || source === null);
  const required = [
    ...(form.funds === null ? [] : [FUNDS_KEY]),
    ...own.filter(({ isRequired }) => isRequired).map(({ key }) => key),
    ROWS_KEY,
  ];
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: form.title,
    description: form.description,
    type: 'object',
    errorMessage: `这里写${list(required)}；名称要一字不差，顶格写。目标表里有的不用再写。`,
    additionalProperties: false,
    required,
    properties: {
      ...(form.funds === null ? {} : { [FUNDS_KEY]: toFundsSchema(form.funds) }),
      ...Object.fromEntries(form.fields.map((field) => [field.key, toFieldSchema(field)])),
      [ROWS_KEY]: {
        title: ROWS_KEY,
        description: `一行一个指标：三级指标的名称，后面写实际完成的值，例如“培训次数: 4 次”；还有别的要写，就写在下面。同名的写“二级指标/三级指标”。`,
        type: 'object',
        minProperties: 1,
        errorMessage: '一行一个指标，例如“培训次数: 4 次”。',
        additionalProperties: { $ref: '#/definitions/row' },
      },
    },
    definitions: { row: toRowSchema(form) },
  };
}

function toFieldSchema({ title, description, examples, options, use }: ResultField): Json {
  const pattern = use === 'weight' || use === 'score' ? POINTS : '\\S';
  const text = { type: ['string', 'number'], pattern };
  const choice = { enum: options };
  const value =
    options.length === 0 || use === 'degree'
      ? text
      : use === 'deviation'
        ? { type: ['string', 'array'], items: choice, minItems: 1, if: { type: 'array' }, else: choice }
        : choice;
  return { title, description, ...(examples.length > 0 ? { examples } : {}), ...value };
}

const POINTS = '^[0-9]{1,3}(?:\\.[0-9]{1,4})?$';

function toRowSchema({ rowFields }: ResultsForm): Json {
  const own = rowFields.filter((field) => field.source === null && !isComputedField(field));
  return {
    title: '一个指标的结果',
    description: '实际完成的值；还有别的要写，就分项写。',
    // Which of them are missing is found where they are matched: a text alone is the actual value.
    type: ['string', 'number', 'object'],
    pattern: '\\S',
    errorMessage: `写实际完成的值，或者分项写：${list(own.map(({ key }) => key))}。`,
    additionalProperties: false,
    properties: Object.fromEntries(own.map((field) => [field.key, toFieldSchema(field)])),
  };
}

function toFundsSchema({ rows, columns }: NonNullable<ResultsForm['funds']>): Json {
  const written = columns.filter((column) => !isComputed(column));
  const cells = Object.fromEntries(
    written.map(({ key }) => [key, { title: key, type: 'string', pattern: '\\S' }]),
  );
  const [total = '', ...parts] = rows;
  const line = { type: 'object', minProperties: 1, additionalProperties: false, properties: cells };
  return {
    title: FUNDS_KEY,
    description: `${total}的${list(written.map(({ key }) => key))}；分来源的，在来源（${list(parts)}）下面写，总额由程序加。`,
    type: 'object',
    minProperties: 1,
    errorMessage: `这里写${list(written.map(({ key }) => key))}，或者分来源写：${list(rows)}。`,
    additionalProperties: false,
    properties: { ...cells, ...Object.fromEntries(rows.map((row) => [row, { title: row, ...line }])) },
  };
}
