/** Control characters, marks of direction and what hides between letters; a line feed stays. */
export const STEERING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** How a command to a workflow's runner begins, anywhere in a line: `##[add-mask]`, `##vso[…]`. */
export const RUNNER_COMMAND = /##(?=\[|vso\[)/gi;

/** Text from a stranger would steer the terminal or hide from a reader: each such character becomes one that is seen. */
export function escapeControls(text: string): string {
  return text.replace(STEERING, '\ufffd');
}

/** The same for a name that is within a line: no line ends in it. */
export function escapeControlsInLine(text: string): string {
  return escapeControls(text).replaceAll('\n', '\ufffd');
}

/**
 * JSON for stdout. What steers a terminal, but for line breaks between its parts, and what a workflow's runner obeys anywhere in a
 * line, is written as an escape.
 */
export function formatEscapedJson(value: unknown): string {
  const toEscape = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const json = JSON.stringify(value, null, 2).replace(STEERING, toEscape);
  return `${json.replace(RUNNER_COMMAND, '#\\u0023')}\n`;
}
