/** Control characters, marks of direction and what hides between letters; a line feed stays. */
export const STEERING =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** Text from a stranger would steer the terminal or hide from a reader: each such character becomes one that is seen. */
export function disarm(text: string): string {
  return text.replace(STEERING, '\ufffd');
}
