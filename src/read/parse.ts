import { isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import type { Vocabulary } from '../form/vocabulary.ts';
import { type Diagnostic, diagnose, hasErrors, type Outcome, type Span } from '../report/diagnostic.ts';
import { findAcceptedTypos } from './explain/accepted-typos.ts';
import { explainPasted, explainRoot, explainSyntax } from './explain/syntax.ts';
import { type Excess, findExcess } from './limits.ts';
import { readDocument } from './read-document.ts';
import { BOOKLET_STEM, type Source } from './source.ts';
import { toData } from './tree.ts';

/** A source whose YAML is sound: its tree with places, and the same as plain data for the JSON Schema. */
export interface ParsedSource {
  source: Source;
  root: YAMLMap;
  /** Maps without a prototype, lists, and texts exactly as written; nothing else. */
  data: unknown;
  /** What its author could have meant. */
  words: Vocabulary;
}

/**
 * Reads YAML with every scalar as the text that was written. Fails with `yaml/…` errors: syntax, keys written twice, anchors,
 * aliases, tags, more than one document, and more of anything than `LIMITS` allow. What succeeds may still have warnings, such
 * as a text cut by a `#`.
 */
export function parse(source: Source, words: Vocabulary): Outcome<ParsedSource> {
  const { file, text } = source;
  const refuse = ({ wording, start, end, args }: Excess) => ({
    value: null,
    diagnostics: [diagnose('error', wording, { file, start, end }, args)],
  });
  const excess = findExcess(source.text);
  if (excess !== null) return refuse(excess);
  const document = readDocument(text);
  if ('wording' in document) return refuse(document);
  const failure = (diagnostics: Diagnostic[]) => ({ value: null, diagnostics });
  const syntax =
    document.errors.length > 0 ? explainSyntax(source, document.errors, words) : explainPasted(source, words);
  if (syntax.length > 0) return failure(syntax);
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === '')) {
    const wording = source.stem === BOOKLET_STEM ? 'yaml/empty#booklet' : 'yaml/empty';
    return failure([diagnose('error', wording, { file, start: 0, end: 0 })]);
  }
  if (!isMap(root)) return failure(explainRoot(source, spanOf(file, root), words));
  const { data, diagnostics } = toData(root, source, words);
  for (const { code, pos } of document.warnings) {
    const wording = code === 'BAD_DIRECTIVE' ? 'yaml/directive' : 'yaml/tag';
    diagnostics.push(diagnose('error', wording, { file, start: pos[0], end: pos[1] }));
  }
  if (diagnostics.length > 0) return failure(diagnostics);
  const quiet = findAcceptedTypos(source, root, words);
  if (hasErrors(quiet)) return failure(quiet.filter(({ severity }) => severity === 'error'));
  return { value: { source, root, data, words }, diagnostics: quiet };
}

/** The place of a node: its text without trailing blanks and comments. */
export function spanOf(file: string, node: Node): Span {
  const [start, end] = node.range ?? [0, 0];
  return { file, start, end: Math.max(start, end) };
}

/** Follows a path of keys and indexes as far as the tree goes, and returns the last node reached and the keys passed. */
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
