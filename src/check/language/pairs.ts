export interface Mark {
  mark: string;
  index: number;
}

/** What is wrong with the quotation marks of a text: the first fault, or null. */
export type QuoteFault =
  | { kind: 'reversed'; open: Mark; close: Mark }
  | { kind: 'unbalanced'; mark: Mark }
  | null;

/**
 * Looks at one kind of quotation marks. They may nest. Marks that pair up two by two, some of them the wrong way round, are
 * reversed; else the first mark without its other half is unbalanced. An apostrophe between Latin letters is no mark.
 */
export function findQuoteFault(text: string, open: '“' | '‘', close: '”' | '’'): QuoteFault {
  const marks = listMarks(text, open + close).filter(
    ({ mark, index }) => mark !== '’' || !/[A-Za-z]/.test(text[index - 1] ?? ''),
  );
  const lone = findLone(marks, open);
  if (lone === null) return null;
  if (marks.length % 2 === 0) {
    const pairs = Array.from({ length: marks.length / 2 }, (_, pair) => [
      marks[2 * pair],
      marks[2 * pair + 1],
    ]);
    const [first, second] = pairs.find(([a]) => a?.mark === close) ?? [];
    if (first && second && pairs.every(([a, b]) => a?.mark !== b?.mark)) {
      return { kind: 'reversed', open: first, close: second };
    }
  }
  return { kind: 'unbalanced', mark: lone };
}

/** Brackets that are printed in pairs; half-width and full-width round ones may close each other here. */
const BRACKETS = ['《》', '（(）)', '【】', '〔〕', '〈〉'] as const;

/** `1）` and `a)` at the start of an item are not halves of pairs. */
const ITEM = /(?:^|[\s。；;，,：:、])(?:\d{1,2}|[A-Za-z]|[一二三四五六七八九十]{1,3})$/u;

export function findLoneBracket(text: string): Mark | null {
  if (!/[《》（(）)【】〔〕〈〉]/u.test(text)) return null;
  const lone = BRACKETS.flatMap((kind) => {
    const opening = kind.slice(0, kind.length / 2);
    let depth = 0;
    const marks = listMarks(text, kind).filter(({ mark, index }) => {
      if (opening.includes(mark)) depth += 1;
      else if (depth > 0) depth -= 1;
      else return !/[）)]/u.test(mark) || !ITEM.test(text.slice(Math.max(0, index - 5), index));
      return true;
    });
    return findLone(marks, opening) ?? [];
  });
  return lone.toSorted((a, b) => a.index - b.index)[0] ?? null;
}

function findLone(marks: readonly Mark[], opening: string): Mark | null {
  const open: Mark[] = [];
  for (const mark of marks) {
    if (opening.includes(mark.mark)) open.push(mark);
    else if (open.pop() === undefined) return mark;
  }
  return open[0] ?? null;
}

function listMarks(text: string, wanted: string): Mark[] {
  const marks: Mark[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const mark = text[index] ?? '';
    if (wanted.includes(mark)) marks.push({ mark, index });
  }
  return marks;
}
