import { expect, test } from 'vitest';
import '../../templates/browser/breaks.js';

const { chooseBreaks } = globalThis.jixiaoce;

function flowRow(height: number, over: Partial<Jixiaoce.FlowRow> = {}): Jixiaoce.FlowRow {
  return {
    height,
    block: 0,
    groups: [],
    keepWithNext: false,
    cells: [],
    pad: 0,
    first: 0,
    later: 0,
    ...over,
  };
}

function flow(rows: Jixiaoce.FlowRow[], over: Partial<Jixiaoce.Flow> = {}): Jixiaoce.Flow {
  return { room: 100, runningHead: 10, blocks: [{ head: 20 }], groups: [], rows, ...over };
}

/** A cell of so many lines, each 10 high. */
function linesOf(count: number, over: Partial<Jixiaoce.FlowCell> = {}): Jixiaoce.FlowCell {
  const tops = Array.from({ length: count }, (_, line) => line * 10);
  return { tops, bottoms: tops.map((top) => top + 10), mark: 0, repeat: 0, ...over };
}

/** A row that only consists of these lines. */
function textRow(cells: Jixiaoce.FlowCell[], over: Partial<Jixiaoce.FlowRow> = {}): Jixiaoce.FlowRow {
  return flowRow(Math.max(...cells.map(({ tops }) => tops.length * 10)), { cells, ...over });
}

/** Each page as its rows; of a cut row also the lines of its cells. */
function read(pages: Jixiaoce.Piece[][]): string[] {
  return pages.map((pieces) =>
    pieces
      .map(({ row, from, to }) => `${row}${from.map((line, cell) => `[${line}-${to[cell]}]`).join('')}`)
      .join(' '),
  );
}

test('a page is filled to its last pixel; headings and running head take their part of it', () => {
  expect(read(chooseBreaks(flow([40, 40, 40, 30, 1].map((height) => flowRow(height)))))).toEqual([
    '0 1',
    '2 3',
    '4',
  ]);
});

test('a label that is higher than its rows on a page makes the page higher', () => {
  const groups = [{ label: 50, again: 60 }];
  const rows = [flowRow(30), flowRow(10, { groups: [0] }), flowRow(10, { groups: [0] }), flowRow(10)];
  expect(read(chooseBreaks(flow(rows, { groups })))).toEqual(['0 1 2', '3']);
  // With 31 the label no longer fits, although its row alone would.
  expect(read(chooseBreaks(flow([flowRow(31), ...rows.slice(1)], { groups })))).toEqual(['0', '1 2 3']);
});

test('a label that goes on needs the room of its （续）', () => {
  const groups = [{ label: 10, again: 65 }];
  const rows = [
    flowRow(70, { groups: [0] }),
    flowRow(10, { groups: [0] }),
    flowRow(10, { groups: [0] }),
    flowRow(10),
  ];
  // The second page is full with its heads, 10 + 20, and the label's 65.
  expect(read(chooseBreaks(flow(rows, { groups })))).toEqual(['0 1', '2', '3']);
});

test('inner labels stretch before outer ones', () => {
  const groups = [
    { label: 70, again: 70 },
    { label: 30, again: 30 },
    { label: 40, again: 40 },
  ];
  const rows = [flowRow(10, { groups: [0, 1] }), flowRow(10, { groups: [0, 2] }), flowRow(10)];
  // 30 + 40 for the inner labels is what the outer one needs as well.
  expect(read(chooseBreaks(flow(rows, { groups })))).toEqual(['0 1 2']);
});

test('a row that fits on a page is not cut', () => {
  expect(read(chooseBreaks(flow([flowRow(40), flowRow(70)])))).toEqual(['0', '1']);
});

test('a row higher than a page begins where it is and is cut between lines', () => {
  const rows = [flowRow(40), textRow([linesOf(15), linesOf(2)]), flowRow(10)];
  expect(read(chooseBreaks(flow(rows)))).toEqual(['0 1[0-4][0-2]', '1[4-11][2-2]', '1[11-15][2-2] 2']);
});

test('two lines stay together at either side of a cut', () => {
  // Room for one line only: it begins on the next page.
  expect(read(chooseBreaks(flow([flowRow(65), textRow([linesOf(12)])])))).toEqual(['0', '1[0-7]', '1[7-12]']);
  // 8 lines would leave one behind.
  expect(read(chooseBreaks(flow([textRow([linesOf(9)])])))).toEqual(['0[0-7]', '0[7-9]']);
});

test('a name that goes on has a line （续）, and one that ended is repeated', () => {
  const name = linesOf(9, { mark: 10, repeat: 30 });
  expect(read(chooseBreaks(flow([textRow([name, linesOf(20)])])))).toEqual([
    '0[0-7][0-8]',
    '0[7-9][8-15]',
    '0[9-9][15-20]',
  ]);
});

test('rows that belong together stay together', () => {
  const rows = [
    flowRow(30),
    flowRow(30, { keepWithNext: true }),
    flowRow(10, { keepWithNext: true }),
    flowRow(20),
  ];
  expect(read(chooseBreaks(flow(rows)))).toEqual(['0', '1 2 3']);
});

test('what can neither be cut nor fits is an error', () => {
  expect(() => chooseBreaks(flow([flowRow(10), flowRow(200)]))).toThrow('row 2 is higher than a page');
});
