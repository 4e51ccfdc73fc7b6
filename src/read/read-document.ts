import { Composer, type CST, type Document, Lexer, LineCounter, Parser, YAMLParseError } from 'yaml';
import { type Excess, LIMITS } from './limits.ts';

/**
 * What `parseDocument` of `yaml` gives, with every scalar as the text that was written; or why the text is nested too deeply or
 * cannot be read at all. The parser keeps a list of what is open, so depth is measured there: the same for brackets, dashes,
 * `: ` and `? ` on one line, indentation, and whatever mixes them.
 */
export function readDocument(text: string): Document.Parsed | Excess {
  const parser = new Parser(new LineCounter().addNewLine);
  const composer = new Composer({
    schema: 'failsafe',
    prettyErrors: false,
    // Compares every key with every other; toData does it in one pass.
    uniqueKeys: false,
  });
  try {
    const [document, next] = composer.compose(readTokens(parser, text), true, text.length);
    if (document === undefined) throw new Error('no document');
    if (next !== undefined) {
      const [start, end] = next.range;
      document.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'several documents'));
    }
    return document;
  } catch (cause) {
    const start = Math.min(parser.offset, text.length);
    const at = { start, end: Math.min(start + 1, text.length) };
    if (cause instanceof RangeError || cause === TOO_DEEP)
      return { wording: 'yaml/too-deep', ...at, args: {} };
    // What the parser throws on a text is a fault of that text, whatever it was: the other files are read all the same.
    return {
      wording: 'yaml/unreadable',
      ...at,
      args: { reason: (cause as Error).message.split('\n')[0] ?? '' },
    };
  }
}

const TOO_DEEP = new Error('nested too deep');

function* readTokens(parser: Parser, text: string): Generator<CST.Token, void> {
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > LIMITS.depth) throw TOO_DEEP;
  }
  yield* parser.end();
}
