/** `m2→平方米 ㎡→平方米`, on any number of lines. */
export function readPairs(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split('→') as [string, string]),
  );
}

/** The words of each line. */
export function readWordLines(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
}
