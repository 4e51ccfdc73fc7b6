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
