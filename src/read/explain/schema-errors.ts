import type { ErrorObject } from 'ajv';
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { FIGURE_KEY, NAME_KEY, TARGET_KEYS, TREE_KEY } from '../../form/form.ts';
import { listed, type MessageCode } from '../../messages/wording.ts';
import { type Diagnostic, diagnose, type Span } from '../../report/diagnostic.ts';
import { inQuotes } from '../edit.ts';
import { findNode, type ParsedSource, spanOf } from '../parse.ts';
import { addDash } from './likely-causes.ts';
import { lineIndexAt, quote, readLineAt, readLines } from './lines.ts';
import { findNearest } from './nearest.ts';
import { explainPattern } from './patterns.ts';
import { explainTypo } from './syntax.ts';
import { repair, rewriteLine } from './typos.ts';
import { isPartOfValue, joinValue, toPath, type UnknownKey } from './unknown-keys.ts';
import { quoteText } from './value-typos.ts';

interface Place {
  parsed: ParsedSource;
  node: Node;
  /** The value, or its key when the value begins on another line than the author would point at. */
  at: Span;
  keyNode: Node | undefined;
  /** The nearest key, without indexes. */
  key: string;
}

/** A schema's error in the author's words. `unknown`: what is known about a key that the schema does not have. */
export function explainSchemaError(
  parsed: ParsedSource,
  error: ErrorObject,
  unknown: UnknownKey | undefined,
): Diagnostic {
  const path = toPath(error.instancePath);
  const { node, keys } = findNode(parsed.root, path);
  const keyNode = keys.at(-1);
  const own = spanOf(parsed.source.file, node);
  const at = isScalar(node) && own.end > own.start ? own : spanOf(parsed.source.file, keyNode ?? node);
  const key = path.findLast((step) => !/^\d+$/.test(step)) ?? '';
  const place: Place = { parsed, node, at, keyNode, key };
  const written = parsed.source.text.slice(own.start, own.end);
  const text = typeof error.data === 'string' ? quote(error.data) : isScalar(node) ? '' : quote(written);
  switch (error.keyword) {
    case 'additionalProperties':
      return unknown === undefined
        ? diagnose('error', 'schema/unknown-key#code', at, {
            key: quote(String(error.params.additionalProperty)),
          })
        : explainUnknownKey(place, unknown);
    case 'required':
      return diagnose('error', 'schema/missing-key', headOf(place), {
        key: String(error.params.missingProperty),
      });
    case 'oneOf': {
      const present = TARGET_KEYS.filter((target) => isMap(node) && node.has(target));
      const wording = present.length === 0 ? 'row/no-value' : 'row/two-values';
      return diagnose('error', wording, headOf(place), { keys: listed(present) });
    }
    case 'type':
      if (path[0] === '去掉')
        return diagnose('error', `form/drop-shape${written.includes('计分') ? '#scoring' : ''}`, at, {});
      return explainType(place, [error.params.type].flat().map(String));
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return explainEmpty(place);
    case 'maxLength':
      return diagnose('error', 'schema/too-long', at, { key, limit: String(error.params.limit) });
    case 'uniqueItems':
      return diagnose('error', 'schema/repeated-item', at, { key });
    case 'enum': {
      if (String(error.data ?? '').trim() === '' && isScalar(node)) return explainEmpty(place);
      const allowed = listed([...new Set((error.params.allowedValues as unknown[]).map(String))]);
      const nearest = findNearest(String(error.data), (error.params.allowedValues as unknown[]).map(String));
      if (nearest !== null)
        return diagnose('error', 'schema/not-allowed#nearest', at, { key, text, nearest, allowed });
      return diagnose('error', 'schema/not-allowed', at, { key, text, allowed });
    }
    case 'pattern':
      if (text === '') return explainEmpty(place);
      return explainPattern(key, { text: String(error.data), at }, parsed);
    default:
      return diagnose('error', 'schema/pattern', at, { key, text });
  }
}

function explainUnknownKey({ parsed, node }: Place, unknown: UnknownKey): Diagnostic {
  const { at, nearest, parents, allowed } = unknown;
  const key = quote(unknown.key);
  const typo = explainTypo(parsed.source, at.start, parsed.words);
  if (typo !== null && typo.at.start < at.end) return typo;
  const colon = unknown.key.search(/(?<=^\p{Script=Han}{2,16})：/u);
  if (colon > 0) {
    const start = at.start + colon;
    const line = readLineAt(parsed.source.text, at.start, parsed.words);
    const corrected =
      line.parts === null ? unknown.key.replace(/：\s{0,9}/, ': ') : repair(line.parts, parsed.words);
    const fix = line.parts && rewriteLine(line, line.parts.indent + corrected);
    const args = { text: '：', corrected: quote(corrected) };
    return diagnose('error', 'yaml/full-width-colon', { ...at, start, end: start + 1 }, args, fix);
  }
  if (isPartOfValue(unknown)) {
    const value = joinValue(node);
    if (value !== null)
      return diagnose('error', 'row/split-value#corrected', at, {
        key,
        corrected: `${FIGURE_KEY}: ${value}`,
      });
    return diagnose('error', 'row/split-value', at, { key });
  }
  if (nearest !== null) return diagnose('error', 'schema/unknown-key#nearest', at, { key, nearest });
  const [parent] = parents;
  // What a form builds on another leaves out is named; what it takes over as a whole is stated again.
  if (parents.includes('') && toPath(unknown.within).at(-1) === '去掉') {
    const variant = key === '计分' ? '#scoring' : /^(?:固定行|表尾|开放|空着也印)$/u.test(key) ? '#list' : '';
    return diagnose('error', `form/not-dropped${variant}`, at, { key, known: listed(allowed) });
  }
  if (parent === '') return diagnose('error', 'schema/misplaced#top', at, { key });
  if (parent !== undefined) {
    if (parsed.words.row.includes(unknown.key)) return diagnose('error', 'schema/misplaced#row', at, { key });
    return diagnose('error', 'schema/misplaced', at, { key, parent: parents.filter(Boolean).join('”或“') });
  }
  if (allowed.length === 0) return diagnose('error', 'schema/unknown-key#code', at, { key });
  return diagnose('error', 'schema/unknown-key', at, { key, known: listed(allowed) });
}

function toTypeWording(expected: 'text' | 'array' | 'object' | 'dash' | 'block'): MessageCode {
  return `schema/type#${expected}`;
}

function explainType(place: Place, expected: readonly string[]): Diagnostic {
  const { parsed, node, at, keyNode, key } = place;
  const { source, words } = parsed;
  if (isScalar(node) && String(node.value ?? '').trim() === '') return explainEmpty(place);
  if (expected.includes('string')) {
    if ((isMap(node) || isSeq(node)) && node.flow) return explainBrackets(place, node);
    return diagnose('error', toTypeWording('text'), at, { key });
  }
  const own = spanOf(source.file, node);
  const typo = isBelow(source.text, keyNode, own) ? explainTypo(source, own.start, words) : null;
  if (typo !== null) return typo;
  if (expected.includes('array')) {
    const [first] = isMap(node) ? node.items : [];
    if (isScalar(first?.key) && words.row.includes(String(first.key.value))) {
      const corrected = quote(`- ${readLineAt(source.text, first.key.range?.[0] ?? 0, words).text.trim()}`);
      const lines = readLines(source.text, words);
      const fix = addDash(lines, lineIndexAt(lines, first.key.range?.[0] ?? 0), words);
      return diagnose('error', 'yaml/missing-dash', spanOf(source.file, first.key), { corrected }, fix);
    }
    return explainLooseList(place);
  }
  const block = words.blocks.get(key);
  if (block !== undefined) {
    const example = block.keys[0] ?? '';
    return diagnose('error', toTypeWording('block'), at, { key, keys: listed(block.keys), example });
  }
  // Results have no groups.
  const isGroup = words.known.has(key) && words.level1s.size > 0;
  if (isScalar(node) && !isGroup) return diagnose('error', toTypeWording('object'), at, { key });
  if (isScalar(node) && key !== TREE_KEY && !words.level1s.has(key)) return explainLooseRow(node, at);
  if (isScalar(node) && isBelow(source.text, keyNode, own)) return explainLooseRow(node, at);
  return diagnose('error', toTypeWording(isSeq(node) ? 'dash' : 'object'), at, { key });
}

/** A text where a list belongs: perhaps only its dash was typed wrong. */
function explainLooseList({ parsed, node, at, keyNode, key }: Place): Diagnostic {
  const written = isScalar(node) ? String(node.value) : '';
  const dash = /^[-－—–•]+/u.exec(written)?.[0] ?? '';
  if (dash === '' || !isBelow(parsed.source.text, keyNode, at)) {
    const corrected = `- ${parsed.words.booklet.has(key) ? quote(written) || '……' : `${NAME_KEY}: ……`}`;
    return diagnose('error', toTypeWording('array'), at, { key, corrected });
  }
  // Below the first one the others were typed alike, and YAML took all of them for one text.
  const raw = parsed.source.text.slice(at.start, at.end);
  let start = at.start;
  const edits = raw.split('\n').flatMap((written) => {
    const lead = written.length - written.trimStart().length;
    const typed = /^[-－—–•]{1,3}[^\S\n]{0,9}/u.exec(written.slice(lead))?.[0];
    const from = start + lead;
    start += written.length + 1;
    return typed === undefined ? [] : [{ start: from, end: from + typed.length, text: '- ' }];
  });
  const [line = ''] = raw.slice(dash.length).split('\n', 1);
  const args = { text: dash, corrected: quote(`- ${line.trim()}`) };
  const span = { ...at, end: at.start + dash.length };
  const wording = dash === '-' ? 'yaml/dash-blank' : 'yaml/full-width-dash';
  return diagnose('error', wording, span, args, { edits });
}

/** `- 培训次数`: a row that has a text but no keys. */
function explainLooseRow(node: Node, at: Span): Diagnostic {
  const text = quote(isScalar(node) ? String(node.value) : '');
  return diagnose('error', 'row/no-keys', at, { text, corrected: `- ${NAME_KEY}: ${text}` });
}

/** `备注: [教材] 和场地` without quotes is a list for YAML. */
function explainBrackets({ parsed, keyNode, key }: Place, node: Node): Diagnostic {
  const { file, text } = parsed.source;
  const [start, end] = node.range ?? [0, 0];
  const written = text.slice(start, end);
  const sound = written.includes('\n') ? null : quoteText(written, key, parsed.words);
  const corrected = quote(`${keyNode ? `${key}: ` : ''}${sound ?? inQuotes(written)}`);
  const args = { text: written.slice(0, 1), corrected };
  const fix = sound === null ? null : { edits: [{ start, end, text: sound }] };
  return diagnose('error', 'yaml/brackets', { file, start, end }, args, fix);
}

function explainEmpty({ parsed, at, keyNode, key }: Place): Diagnostic {
  const { file, text } = parsed.source;
  const [, keyEnd = 0] = keyNode?.range ?? [];
  const found = text.indexOf('\n', keyEnd);
  const line = text.slice(keyEnd, found < 0 ? text.length : found).trimEnd();
  const [, lead = '', comment = ''] = /^(\s*:\s*)(#.*)$/s.exec(line) ?? [];
  if (comment === '') return diagnose('error', 'schema/empty', at, { key });
  const start = keyEnd + lead.length;
  const args = { text: quote(comment), corrected: quote(`${key}: ${inQuotes(comment)}`) };
  const end = start + comment.length;
  const sound = quoteText(comment, key, parsed.words);
  const fix = sound === null ? null : { edits: [{ start, end, text: sound }] };
  return diagnose('error', 'yaml/cut-by-hash#whole', { file, start, end }, args, fix);
}

/** A missing thing is shown at the first key of what should hold it. */
function headOf({ parsed, node, at }: Place): Span {
  const [first] = isMap(node) ? node.items : [];
  return isScalar(first?.key) ? spanOf(parsed.source.file, first.key) : at;
}

function isBelow(text: string, keyNode: Node | undefined, { start }: Span): boolean {
  return text.slice(keyNode?.range?.[0] ?? 0, start).includes('\n');
}
