import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml';
import { NAME_KEY, TREE_KEY } from '../form/form.ts';
import { findLeftovers } from '../form/to-fill.ts';
import type { Vocabulary } from '../form/vocabulary.ts';
import { type MessageCode, variantOf } from '../messages/wording.ts';
import { type Diagnostic, diagnose, type Fix } from '../report/diagnostic.ts';
import { addDash } from './explain/likely-causes.ts';
import { lineIndexAt, lineNumber, quote, readLineAt, readLines } from './explain/lines.ts';
import { repair, rewriteLine } from './explain/typos.ts';
import { quoteText } from './explain/value-typos.ts';
import { LIMITS } from './limits.ts';
import type { Source } from './source.ts';

/** A table has 5 levels. */
const DEEPEST = 20;
const MOST_REPORTED = 20;

/**
 * The plain data of a tree: maps without a prototype, lists, texts. Everything else in YAML is an error with its place, and so
 * are duplicate keys.
 */
export function toData(
  root: YAMLMap,
  source: Source,
  words: Vocabulary,
): { data: unknown; diagnostics: Diagnostic[] } {
  const refusals: Diagnostic[] = [];
  const data = convert(root, 0, { source, words, refusals, rows: 0 });
  // Where a limit is exceeded, nothing else is reported.
  const excess = refusals.find(({ code }) => code === 'yaml/too-many' || code === 'yaml/too-long');
  if (excess !== undefined) return { data, diagnostics: [excess] };
  // References to a reported anchor are not reported.
  const anchors = refusals.filter(({ code }) => code === 'yaml/anchor');
  const kept = anchors.length > 0 ? refusals.filter(({ code }) => code !== 'yaml/alias') : refusals;
  return { data, diagnostics: kept.slice(0, MOST_REPORTED) };
}

type Refuse = (wording: MessageCode, at: Node, args?: Record<string, string>, fix?: Fix) => '';

interface Conversion {
  source: Source;
  words: Vocabulary;
  refusals: Diagnostic[];
  rows: number;
}

function convert(node: unknown, depth: number, conversion: Conversion): unknown {
  const refuse: Refuse = (wording, at, args, fix) => {
    const [start, end] = at.range ?? [0, 0];
    const span = { file: conversion.source.file, start, end: Math.max(start, end) };
    if (conversion.refusals.length < MOST_REPORTED * 2 || /^yaml\/too-/.test(wording)) {
      conversion.refusals.push(diagnose('error', wording, span, args, fix));
    }
    return '';
  };
  if (isAlias(node)) return refuseSign('yaml/alias', node, conversion, refuse);
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) return '';
  if (depth > DEEPEST) return refuse('yaml/too-deep', node);
  if (node.anchor !== undefined) refuseSign('yaml/anchor', node, conversion, refuse);
  const refuseExcess = (wording: MessageCode, count: number, limit: number) =>
    refuse(wording, node, { count: String(count), limit: String(limit) });
  if (isScalar(node)) {
    const text = String(node.value ?? '');
    const length = lengthOf(text);
    return length > LIMITS.text ? refuseExcess('yaml/too-long', length, LIMITS.text) : text;
  }
  if (node.items.length > LIMITS.entries) {
    return refuseExcess('yaml/too-many', node.items.length, LIMITS.entries);
  }
  if (isSeq(node)) conversion.rows += node.items.filter(isMap).length;
  if (conversion.rows > LIMITS.rows) return refuseExcess('yaml/too-many#rows', conversion.rows, LIMITS.rows);
  if (isSeq(node)) return node.items.map((item) => convert(item, depth + 1, conversion));
  const data: Record<string, unknown> = Object.create(null);
  let isRepeating = false;
  for (const { key, value } of node.items) {
    if (!isScalar(key)) refuse('yaml/key-not-text', isMap(key) || isSeq(key) || isAlias(key) ? key : node);
    else if (key.value === '<<') refuse('yaml/merge-key', key);
    else if (String(key.value) in data) {
      // A second row without its dash repeats every key of the first: that is one mistake.
      if (!isRepeating) refuseRepetition(key, value, node, conversion);
      isRepeating ||= key.value === NAME_KEY;
    } else data[String(key.value)] = convert(value, depth + 1, conversion);
  }
  return data;
}

/** Line ends are written or not, as an author likes: they count once there are as many as would be characters. */
function lengthOf(text: string): number {
  return text.length > 2 * LIMITS.text ? text.length : text.replace(/[\r\n]/g, '').length;
}

/** A reference or anchor that was meant as text: with the line as it would be read as text. */
function refuseSign(
  wording: MessageCode,
  node: Node,
  { source: { text }, words }: Conversion,
  refuse: Refuse,
): '' {
  const line = readLineAt(text, node.range?.[0] ?? 0, words);
  const value = line.parts?.rest.trim() ?? '';
  if (line.parts === null || !/^[*&]/.test(value)) return refuse(wording, node);
  if (findLeftovers(value, '')[0]?.index === 0) return refuse('yaml/to-fill', node, { text: quote(value) });
  if (quoteText(value, line.parts.key, words) === null) return refuse(wording, node);
  const corrected = repair(line.parts, words);
  const fix = rewriteLine(line, line.parts.indent + corrected);
  return refuse(variantOf(wording, 'corrected'), node, { corrected: quote(corrected) }, fix);
}

function refuseRepetition(
  key: Scalar,
  value: unknown,
  map: YAMLMap,
  { source, words, refusals }: Conversion,
): void {
  if (refusals.length >= MOST_REPORTED) return;
  const { file, text } = source;
  const [start, end] = key.range ?? [0, 0];
  const name = String(key.value);
  const lineEnd = text.indexOf('\n', end);
  const line = text.slice(start, lineEnd < 0 ? text.length : lineEnd).trimEnd();
  const first = map.items
    .map((item) => item.key)
    .find((other) => isScalar(other) && other.value === key.value);
  const firstLine = lineNumber(text, isScalar(first) ? (first.range?.[0] ?? 0) : 0);
  const firstValue = map.items.find((item) => item.key === first)?.value;
  if (words.level1s.has(name) && words.level2s.has(name) && isScalar(firstValue) && isScalar(first)) {
    // 满意度指标 is a 一级指标 and a 二级指标, and one of the two slid to the place of the other.
    const isOutside = [...words.level1s].some((key) => !words.level2s.has(key) && map.has(key));
    const [from = 0, to = 0] = (isOutside ? key : first).range ?? [];
    const args = { key: name, parent: isOutside ? name : TREE_KEY };
    refusals.push(diagnose('error', 'schema/misplaced', { file, start: from, end: to }, args));
    return;
  }
  if (name === NAME_KEY) {
    const args = { corrected: quote(`- ${line}`) };
    const lines = readLines(text, words);
    const fix = addDash(lines, lineIndexAt(lines, start), words);
    refusals.push(diagnose('error', 'yaml/missing-dash', { file, start, end }, args, fix));
    return;
  }
  const args = { key: quote(name), line: String(firstLine) };
  const wording = isScalar(value) ? 'yaml/duplicate-key' : 'yaml/duplicate-key#group';
  refusals.push(diagnose('error', wording, { file, start, end: start + line.length }, args));
}
