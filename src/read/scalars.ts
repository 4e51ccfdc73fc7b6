import { isMap, isScalar, isSeq } from 'yaml';
import type { Located } from './located.ts';
import { type ParsedSource, spanOf } from './parse.ts';

export interface KeyedText extends Located {
  /** Empty in a list. */
  key: string;
  above: string;
}

export function listScalars({ root, source: { file } }: Pick<ParsedSource, 'root' | 'source'>): KeyedText[] {
  const texts: KeyedText[] = [];
  const walk = (node: unknown, key: string, above: string): void => {
    if (isMap(node)) {
      for (const pair of node.items) walk(pair.value, isScalar(pair.key) ? String(pair.key.value) : '', key);
    } else if (isSeq(node)) {
      for (const item of node.items) walk(item, '', key);
    } else if (isScalar(node)) {
      texts.push({ key, above, text: String(node.value ?? ''), at: spanOf(file, node) });
    }
  };
  walk(root, '', '');
  return texts;
}
