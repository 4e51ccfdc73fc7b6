import type { MessageCode } from '../../messages/wording.ts';
import type { Place, SourceRow } from '../../read/rows/source-row.ts';
import type { Message } from '../../report/diagnostic.ts';
import { createCells, Refusal, type SourceDocument } from './grid.ts';
import { type Package, readPackage, readRelationships, readXml } from './package.ts';
import { createNumbering } from './word-numbering.ts';
import { readStory, type Seen } from './word-story.ts';

const DOCUMENT = 'word/document.xml';

/** A .docx file, changes that were tracked accepted. Macros, links and fields are not followed. Throws `Refusal`. */
export function readWordDocument(bytes: Uint8Array): SourceDocument {
  const files = readPackage(bytes, (name) =>
    /^word\/(?:_rels\/document\.xml\.rels|(?:document|numbering|styles|footnotes|endnotes|comments|header\d*|footer\d*)\.xml)$/i.test(
      name,
    ),
  );
  const main = files.get(DOCUMENT);
  if (main === undefined) throw new Refusal('import/damaged');
  const seen: Seen = { changes: 0, numbers: 0, boxes: 0, symbols: new Set() };
  const makeCell = createCells();
  const shared = { numbering: createNumbering(files), styles: readListStyles(files), makeCell, seen };
  const body = readStory(main, {
    ...shared,
    placeOf: (_, paragraph) => at('import/place#paragraph', paragraph),
  });
  const beside = [...readRelationships(files, DOCUMENT).values()].flatMap(({ type, target }) => {
    const code = BESIDE[type];
    const part = files.get(target);
    if (code === undefined || part === undefined) return [];
    return readStory(part, { ...shared, placeOf: () => ({ code, args: {} }) }).filter(isWorthReading);
  });
  return { grids: [{ name: '', rows: [...body, ...beside], isLoose: false }], notes: listNotes(seen, files) };
}

/** What is around the text: the kinds of relationships, and what their places are called. */
const BESIDE: Readonly<Record<string, MessageCode>> = {
  header: 'import/place#header',
  footer: 'import/place#footer',
  footnotes: 'import/place#footnote',
  endnotes: 'import/place#footnote',
};

/** A page number says nothing, nor does the code with the content hash that this program prints. */
function isWorthReading({ cells }: SourceRow): boolean {
  return cells.some((cell) => cell !== null && !SAYS_NOTHING.test(cell.text));
}

const SAYS_NOTHING = /^(?:[-—–\s\d/第页共]+|(?:[0-9A-Z]{1,40} · )?[0-9a-f]{10})$/u;

function listNotes(seen: Seen, files: Package): Message[] {
  const notes: Message[] = [];
  const count = (code: MessageCode, number: number) => {
    if (number > 0) notes.push({ code, args: { count: String(number) } });
  };
  count('import/tracked', seen.changes);
  count('import/numbered', seen.numbers);
  count('import/boxes', seen.boxes);
  const { symbols } = seen;
  if (symbols.size > 0) notes.push({ code: 'import/symbols', args: { symbols: [...symbols].join('、') } });
  if (files.has('word/comments.xml')) notes.push({ code: 'import/comments', args: {} });
  return notes;
}

/** The lists that styles of paragraphs have. */
function readListStyles(files: Package): ReadonlyMap<string, { list: string; level: number }> {
  const styles = new Map<string, { list: string; level: number }>();
  const part = files.get('word/styles.xml');
  if (part === undefined) return styles;
  let style = '';
  readXml(part, {
    open(name, attribute) {
      if (name === 'style') style = attribute('styleId') ?? '';
      if (name !== 'numId' && name !== 'ilvl') return;
      const own = styles.get(style) ?? { list: '', level: 0 };
      styles.set(style, own);
      if (name === 'numId') own.list = attribute('val') ?? '';
      else own.level = Number(attribute('val') ?? 0);
    },
  });
  return styles;
}

function at(code: MessageCode, number: number): Place {
  return { code, args: { paragraph: String(number) } };
}
