import { isMap, isScalar, isSeq } from 'yaml';
import type { Located } from '../report/diagnostic.ts';
import { type ParsedSource, spanOf } from './parse.ts';

export interface KeyedText extends Located {
  /** Empty in a list. */
  key: string;
  above: string;
  /** Where its key begins, or itself in a list. */
  from: number;
}

export function listScalars({ root, source: { file } }: Pick<ParsedSource, 'root' | 'source'>): KeyedText[] {
  const texts: KeyedText[] = [];
  const walk = (node: unknown, key: string, above: string, from?: number): void => {
    if (isMap(node)) {
      for (const { key: own, value } of node.items) {
        if (isScalar(own)) walk(value, String(own.value), key, own.range?.[0]);
        else walk(value, '', key);
      }
    } else if (isSeq(node)) {
      for (const item of node.items) walk(item, '', key);
    } else if (isScalar(node)) {
      const at = spanOf(file, node);
      texts.push({ key, above, text: String(node.value ?? ''), at, from: from ?? at.start });
    }
  };
  walk(root, '', '');
  return texts;
}
