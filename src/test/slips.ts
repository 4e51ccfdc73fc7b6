/** Slips that can happen on any line with a key; null where one cannot happen. */
export const SLIPS: readonly (readonly [slip: string, make: (line: string) => string | null])[] = [
  ['a full-width colon', (line) => replace(line, /: ?/, '：')],
  ['no blank behind the colon', (line) => replace(line, /: (?=[^\s|])/, ':')],
  ['tabs', (line) => replace(line, /^ +/, (blanks) => '\t'.repeat(blanks.length / 2))],
  ['full-width blanks', (line) => replace(line, /^ +/, (blanks) => '\u3000'.repeat(blanks.length / 2))],
  ['two blanks too few', (line) => replace(line, /^ {2}/, '')],
  ['a full-width dash', (line) => replace(line, /- /, '－ ')],
  ['a dash without blank', (line) => replace(line, /- /, '-')],
  ['no dash', (line) => replace(line, /- /, '')],
  ['an open quote', (line) => replace(line, /: (?=[^\s|])/, ': "')],
  ['quotes around the first words', (line) => replace(line, /: ([^\s|]{2})(?=.{2})/, ': "$1"')],
  ['a star', (line) => replace(line, /: (?=[^\s|])/, ': *')],
  ['a bracket', (line) => replace(line, /: (?=[^\s|])/, ': [')],
  ['a colon in the text', (line) => replace(line, /(?<=: [^\s|].*)$/, ': 一')],
  ['a cut', (line) => replace(line, /(?<=: [^\s|].*)$/, ' #1号')],
  ['a misspelt key', (line) => replace(line, /(?<=\p{Script=Han}{2})(?=\p{Script=Han}:)/u, '校')],
];

/** The line with the slip, or null when it is no line with a key, or the slip cannot happen on it. */
function replace(line: string, pattern: RegExp, by: string | ((found: string) => string)): string | null {
  if (!/^ *(?:- )?\p{Script=Han}+:(?: |$)/u.test(line)) return null;
  const changed = line.replace(pattern, by as string);
  return changed === line ? null : changed;
}
