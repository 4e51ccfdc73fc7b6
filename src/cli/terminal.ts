import { styleText } from 'node:util';
import { escapeControls, RUNNER_COMMAND } from '../util/escape-controls.ts';

export const showsProgress = process.stderr.isTTY && !process.env.CI;

export const hasColour = process.stderr.isTTY && !process.env.NO_COLOR;

export function paint(colour: 'red' | 'yellow' | 'cyan' | 'dim' | 'bold' | 'green', text: string): string {
  return hasColour ? styleText(colour, text) : text;
}

/** All text for people passes here, on its way to stderr. It may hold what strangers wrote. */
export function printText(text: string): void {
  process.stderr.write(toTerminal(text));
}

/** A sentence, and below it what to do. */
export function printWording({ text, hint }: { text: string; hint?: string | undefined }, head = ''): void {
  printText(`${head}${text}\n${hint === undefined ? '' : `  → ${hint}\n`}`);
}

/** The colours of `paint`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is how a colour begins
const COLOUR = /(\x1b\[(?:1|2|22|31|32|33|36|39)m)/;

/**
 * Text as a terminal and a workflow may have it: what would steer the terminal becomes visible, and no line is a workflow
 * command. GitHub's runner obeys `::` behind blanks, too, and `##[` and `##vso[` anywhere in a line.
 */
export function toTerminal(text: string): string {
  const printable = hasColour
    ? text
        .split(COLOUR)
        .map((piece, index) => (index % 2 === 1 ? piece : escapeControls(piece)))
        .join('')
    : escapeControls(text);
  return printable.replace(/^([^\S\r\n\u2028\u2029]*)::/gm, '$1\\::').replace(RUNNER_COMMAND, '#\\#');
}

/** One line that the next one takes the place of; a Han character may take two columns. */
export function showProgressLine(line: string): void {
  if (!showsProgress) return;
  const room = Math.floor((process.stderr.columns ?? 80) / 2);
  process.stderr.write(`\r\x1b[K${toTerminal(line.slice(0, room)).replaceAll('\n', ' ')}`);
}

export function clearProgress(): void {
  if (showsProgress) process.stderr.write('\r\x1b[K');
}
