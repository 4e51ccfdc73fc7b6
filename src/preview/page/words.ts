// The words of the chosen language.
import type { PageWords } from '../page-files.ts';
import { element } from './dom.ts';

export const words: PageWords = JSON.parse(element('words').textContent ?? '');

/** `3 个错误` */
export function countOf(level: 'error' | 'warning' | 'suggestion', count: number): string {
  return say(count === 1 ? `one-${level}` : `some-${level}`, { count });
}

/** `{name}` → the argument of that name. */
export function say(key: keyof PageWords, args: Record<string, string | number>): string {
  return String(words[key]).replace(/\{(\w+)\}/g, (_, name) => String(args[name] ?? ''));
}
