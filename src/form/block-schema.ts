import type { Field } from './form.ts';
import { stop } from './snippet.ts';

type Json = Record<string, unknown>;

/** Of funds a map of amounts, of a list a list of maps. `toSchema`: of one part. */
export function toBlockSchema({ key, type, block }: Field, toSchema: (field: Field) => Json): Json {
  const parts = block?.parts ?? [];
  const names = parts.map((part) => part.key).join('、');
  const item = {
    type: 'object',
    additionalProperties: false,
    required: parts.filter(({ isRequired }) => isRequired).map((part) => part.key),
    properties: Object.fromEntries(parts.map((part) => [part.key, toSchema(part)])),
  };
  if (type === 'funds') {
    const errorMessage = `“${key}”下面一项一行写金额，名称要一字不差：${names}。`;
    return { ...item, minProperties: 1, errorMessage };
  }
  const errorMessage = `“${key}”下面一行一行写，每行以“- ${parts[0]?.key ?? ''}: ”开头；一行里可以写：${names}。`;
  return { type: 'array', minItems: 1, errorMessage, items: { ...item, errorMessage } };
}

/** A block or a choice of a new table as a snippet. */
export function toBlockBody({ type, options, block }: Field): unknown {
  if (block === null) return `\${|${options.join(',')}|}`;
  const body = Object.fromEntries(
    block.parts.map((part) => [
      part.key,
      `${stop('待填')}${part.type === 'amount' ? ` ${block.unit ?? '万元'}` : ''}`,
    ]),
  );
  return type === 'list' ? [body] : body;
}
