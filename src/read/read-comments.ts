import { CST, Lexer } from 'yaml';

/** A comment and where it is; `text` has its `#` and no blanks behind. */
export interface FoundComment {
  text: string;
  start: number;
  end: number;
}

/** Every comment of a YAML text, in order. A `#` inside a text is none: the lexer puts a mark of its own before each text. */
export function readComments(text: string): FoundComment[] {
  const comments: FoundComment[] = [];
  let at = 0;
  let isText = false;
  for (const token of new Lexer().lex(text)) {
    // Marks that the lexer adds; they are not in the text.
    const isMark = token === CST.DOCUMENT || token === CST.FLOW_END || token === CST.SCALAR;
    if (!isMark) {
      if (token.startsWith('#') && !isText)
        comments.push({ text: token.trimEnd(), start: at, end: at + token.length });
      at += token.length;
    }
    isText = token === CST.SCALAR;
  }
  return comments;
}
