import { styleText } from 'node:util';
import type { Language } from '../src/messages/wording.ts';

/** Progress only where somebody watches. */
export const showsProgress = process.stderr.isTTY && !process.env.CI;

/** Colour only where somebody reads it. */
export const hasColour = process.stderr.isTTY && !process.env.NO_COLOR;

export function paint(colour: 'red' | 'yellow' | 'cyan' | 'dim' | 'bold' | 'green', text: string): string {
  return hasColour ? styleText(colour, text) : text;
}

/** One line that the next one takes the place of; a Han character may take two columns. */
export function showProgressLine(line: string): void {
  if (showsProgress)
    process.stderr.write(`\r\x1b[K${line.slice(0, Math.floor((process.stderr.columns ?? 80) / 2))}`);
}

export function clearProgress(): void {
  if (showsProgress) process.stderr.write('\r\x1b[K');
}

/** The one step that may take long before the first page. */
export function tellUnpacking(language: Language): string {
  return language === 'zh'
    ? '第一次使用，正在展开浏览器（约 3 秒）…'
    : 'First use: unpacking the browser (about 3 s)…';
}
