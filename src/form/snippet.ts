type Json = Record<string, unknown>;

/** How VS Code's suggestion list orders and marks what is offered; see `suggestionKind` of its YAML extension. */
export const SNIPPET = 15;
const PROPERTY = 10;

/** A place to fill in of a snippet, with what is there until it is; `numbered` counts them. */
export function stop(text: string): string {
  return `\${:${text}}`;
}

/** A choice where there is one. */
export function choice(choices: readonly string[], open = ''): string {
  const [first] = choices;
  if (first === undefined) return stop(open);
  return choices.length === 1 ? first : `\${|${choices.join(',')}|}`;
}

/** A snippet with its stops in the order in which they are met. */
export function numbered<Body>(body: Body): Body {
  let count = 0;
  return JSON.parse(JSON.stringify(body).replace(/\$\{(?=[:|])/g, () => `\${${++count}`));
}

/** Keys are offered in the form's order, not by the alphabet. */
export function keySnippet(key: string, body: unknown, place: number): Json {
  return { label: key, sortText: String(place), suggestionKind: PROPERTY, body: { [key]: body } };
}

export function order(place: number): string {
  return String(place).padStart(2, '0');
}
