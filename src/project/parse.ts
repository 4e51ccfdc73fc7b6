import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { type Diagnostic, diagnose, type Outcome, type Span } from '../diagnostic.ts';
import type { Source } from '../sources/source.ts';
import { explainSlip, explainSyntax } from './syntax.ts';

/** A source whose YAML is sound: its tree with places, and the same as plain data for the JSON Schema. */
export interface ParsedSource {
  source: Source;
  root: YAMLMap;
  /** Maps without a prototype, lists, and texts exactly as written; nothing else. */
  data: unknown;
}

/** A table is 5 levels deep; far beyond that somebody is playing. */
const DEEPEST = 20;

/**
 * Reads YAML with every scalar as the text that was written. Fails with `yaml/…` diagnostics: syntax, duplicate keys,
 * anchors, aliases, tags, more than one document.
 */
export function parse(source: Source): Outcome<ParsedSource> {
  const document = parseDocument(source.text, {
    schema: 'failsafe',
    prettyErrors: false,
    lineCounter: new LineCounter(),
  });
  const diagnostics = explainSyntax(source, document.errors);
  if (diagnostics.length > 0) return { value: null, diagnostics };
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === '')) {
    return { value: null, diagnostics: [diagnose('error', 'yaml/empty', wholeOf(source))] };
  }
  if (!isMap(root)) {
    const at = spanOf(source.file, root);
    const slip = explainSlip(source, at.start);
    return { value: null, diagnostics: [slip ?? diagnose('error', 'yaml/not-a-table', at)] };
  }
  const data = toData(root, source.file, 0, diagnostics);
  for (const warning of document.warnings) {
    const at = { file: source.file, start: warning.pos[0], end: warning.pos[1] };
    diagnostics.push(diagnose('error', 'yaml/tag', at));
  }
  return diagnostics.length > 0
    ? { value: null, diagnostics }
    : { value: { source, root, data }, diagnostics };
}

/** The place of a node: its text without trailing blanks and comments. */
export function spanOf(file: string, node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return { file, start, end: Math.max(start, end) };
}

/** Follows a path of keys and indexes as far as the tree goes, and returns the last node reached and whether it is the end. */
export function findNode(root: Node, path: readonly (string | number)[]): { node: Node; keys: Node[] } {
  let node: Node = root;
  const keys: Node[] = [];
  for (const step of path) {
    const next: unknown =
      isMap(node) || isSeq(node) ? node.get(isSeq(node) ? Number(step) : step, true) : undefined;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (isScalar(pair?.key)) keys.push(pair.key);
    }
    if (!isMap(next) && !isSeq(next) && !isScalar(next)) break;
    node = next;
  }
  return { node, keys };
}

function wholeOf(source: Source): Span {
  return { file: source.file, start: 0, end: 0 };
}

/** The plain data of a node. Whatever YAML offers beyond maps, lists and text is refused with its place. */
function toData(node: unknown, file: string, depth: number, diagnostics: Diagnostic[]): unknown {
  const refuse = (wording: string, at: Node) => {
    diagnostics.push(diagnose('error', wording, spanOf(file, at)));
    return '';
  };
  if (node === null || node === undefined) return '';
  if (isAlias(node)) return refuse('yaml/alias', node);
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) return '';
  if (depth > DEEPEST) return refuse('yaml/too-deep', node);
  if (node.anchor !== undefined) refuse('yaml/anchor', node);
  if (isScalar(node)) return String(node.value ?? '');
  if (isSeq(node)) return node.items.map((item) => toData(item, file, depth + 1, diagnostics));
  const data: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.items) {
    if (!isScalar(key)) refuse('yaml/key-not-text', isMap(key) || isSeq(key) || isAlias(key) ? key : node);
    else if (key.value === '<<') refuse('yaml/merge-key', key);
    else data[String(key.value)] = toData(value, file, depth + 1, diagnostics);
  }
  return data;
}
