import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openContext } from '../../commands/context.ts';
import { compileYear } from '../../compile.ts';
import { toParagraphs } from '../../form/text.ts';
import { recognizeBy } from '../../test/recognize-by.ts';
import { PROGRAM_ROOT } from '../../util/program.ts';
import { readSources } from '../../workspace/disk.ts';
import { toDraft } from './draft.ts';
import { readDocument } from './read-file.ts';

const context = openContext(join(PROGRAM_ROOT, 'templates'), false);
const { first } = context.forms;

/** A table as lines of cells: two of facts, two of headings, then its rows with each label once. */
type Lines = string[][];

interface Truth {
  facts: [name: string, code: string, goal: string];
  rows: string[][];
}

const HEADINGS = [
  ['一级指标', '二级指标', '*三级指标', '指标值', '', '', '备注（指标解释等）', '指标值说明（评分标准等）'],
  ['', '', '', '*符号', '*值', '计量单位', '', ''],
];
/** Lines before the rows. */
const HEAD = 5;

const { years } = readSources({ cwd: PROGRAM_ROOT, projects: 'projects', paths: [] });
const TABLES = years
  .flatMap((year) => compileYear(year, context).tables)
  .map(({ table }): Truth & { lines: Lines } => {
    const flat = (text = '') => toParagraphs(text).join('');
    const rows = table.indicators.map(({ level1, level2, name, target, remark, explanation }) => {
      const value =
        target.kind === 'figure'
          ? [target.operator, target.number, target.unit]
          : ['定性', flat(target.text), ''];
      return [level1, level2, flat(name.text), ...value, flat(remark?.text), flat(explanation?.text)];
    });
    const facts: Truth['facts'] = [table.name.text, table.code.text, flat(table.goal.text)];
    const lines = rows.map(([one = '', two = '', ...rest], index) => {
      const [before1, before2] = rows[index - 1] ?? [];
      return [one === before1 ? '' : one, two === before2 ? '' : two, ...rest];
    });
    const head = [
      ['预算项目绩效目标表'],
      ['项目名称', facts[0], '', '项目编码', facts[1], '', '', ''],
      ['绩效目标', facts[2], '', '', '', '', '', ''],
    ];
    return { facts, rows, lines: [...head, ...HEADINGS, ...lines] };
  });

type Random = (below: number) => number;

/** The same numbers for the same seed. */
function createRandom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pick = (lines: Lines, random: Random) => HEAD + random(lines.length - HEAD);
const change = (lines: Lines, at: number, edit: (cells: string[]) => string[][]): Lines =>
  lines.flatMap((cells, index) => (index === at ? edit([...cells]) : [cells]));
const everyRow = (lines: Lines, edit: (cells: string[]) => string[]): Lines =>
  lines.map((cells, index) => (index < HEAD ? cells : edit([...cells])));

/** What happens to tables on their way; each returns the damaged lines. */
const DAMAGES: Record<string, (lines: Lines, random: Random) => Lines> = {
  'a row slides right': (lines, random) =>
    change(lines, pick(lines, random), (cells) => {
      cells.splice(random(7), 0, '');
      return [cells];
    }),
  'a row slides right and keeps its length': (lines, random) =>
    change(lines, pick(lines, random), (cells) => {
      cells.splice(random(7), 0, '');
      return [cells.slice(0, 8)];
    }),
  'a row slides left by its empty cells': (lines, random) =>
    change(lines, pick(lines, random), (cells) => {
      const first = cells.findIndex((cell) => cell !== '');
      return [first > 0 ? cells.slice(1 + random(first)) : cells];
    }),
  'empty cells are dropped': (lines, random) =>
    change(lines, pick(lines, random), (cells) => [cells.filter((cell, index) => cell !== '' || index < 2)]),
  'all empty cells of a row are dropped': (lines, random) =>
    change(lines, pick(lines, random), (cells) => [cells.filter((cell) => cell !== '')]),
  'trailing cells are cut': (lines) =>
    everyRow(lines, (cells) => cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)),
  'a cell is torn over two lines': (lines, random) =>
    change(lines, pick(lines, random), (cells) => {
      const long = cells.flatMap((cell, index) => (cell.length > 3 ? [index] : []));
      const at = long[random(long.length)] ?? 2;
      const text = cells[at] ?? '';
      const cut = 1 + random(Math.max(1, text.length - 1));
      return [
        [...cells.slice(0, at), text.slice(0, cut)],
        [text.slice(cut), ...cells.slice(at + 1)],
      ];
    }),
  'all labels are written in every row': (lines) => {
    let [one, two] = ['', ''];
    return everyRow(lines, (cells) => {
      [one, two] = [cells[0] || one, cells[1] || two];
      return [one, two, ...cells.slice(2)];
    });
  },
  'a 一级指标 is lost': (lines, random) => {
    const labelled = lines.flatMap((cells, index) => (index >= HEAD && cells[0] !== '' ? [index] : []));
    return change(lines, labelled[random(labelled.length)] ?? HEAD, (cells) => [['', ...cells.slice(1)]]);
  },
  'tags of a web page': (lines, random) =>
    change(lines, pick(lines, random), (cells) => {
      const filled = cells.flatMap((cell, index) => (cell !== '' && index >= 2 ? [index] : []));
      const at = filled[random(filled.length)] ?? 2;
      return [cells.map((cell, index) => (index === at ? `<p style="text-align: left;">${cell}</p>` : cell))];
    }),
  'signs in other characters': (lines, random) => {
    const twins: Record<string, string[]> = {
      '=': ['＝', '﹦', '= '],
      '≥': ['>=', '≧', '＞=', '³', '不低于'],
      '≤': ['<=', '≦', '＜＝', '£'],
    };
    return everyRow(lines, (cells) => {
      const list = twins[cells[3] ?? ''];
      return list === undefined ? cells : cells.with(3, list[random(list.length)] ?? '');
    });
  },
  'sign, number and unit in one cell': (lines, random) =>
    change(lines, pick(lines, random), (cells) =>
      cells[3] === '定性'
        ? [cells]
        : [[...cells.slice(0, 3), '', cells.slice(3, 6).join(''), '', ...cells.slice(6)]],
    ),
  'number and unit in one cell': (lines, random) =>
    change(lines, pick(lines, random), (cells) =>
      cells[3] === '定性'
        ? [cells]
        : [[...cells.slice(0, 4), cells.slice(4, 6).join(''), '', ...cells.slice(6)]],
    ),
  'columns in another order': (lines, random) => {
    const order = Array.from({ length: 8 }, (_, index) => index);
    for (let at = 7; at > 0; at -= 1) {
      const other = random(at + 1);
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    return lines.map((cells, index) => {
      if (index < 3) return cells;
      // A heading over three columns goes with its parts.
      const full = index === 3 ? cells.with(4, cells[3] ?? '').with(5, cells[3] ?? '') : cells;
      return order.map((at) => full[at] ?? '');
    });
  },
  'the headings come again': (lines, random) => {
    const at = pick(lines, random);
    return [...lines.slice(0, at), ...HEADINGS, ...lines.slice(at)];
  },
  'empty lines and blanks': (lines, random) =>
    lines.flatMap((cells) => [
      cells.map((cell) => `${' '.repeat(random(3))}${cell}　`),
      ...(random(3) === 0 ? [['']] : []),
    ]),
  'labels with line ends and without 指标': (lines) =>
    everyRow(lines, (cells) => cells.map((cell, index) => (index < 2 ? cell.replace('指标', '') : cell))),
  'no headings': (lines) => [...lines.slice(0, 3), ...lines.slice(HEAD)],
  'the goal is torn over two lines': (lines, random) =>
    change(lines, 2, ([name = '', text = '', ...rest]) => {
      const cut = 1 + random(text.length - 1);
      return [
        [name, text.slice(0, cut)],
        [text.slice(cut), ...rest],
      ];
    }),
  'facts slide': (lines, random) =>
    change(lines, 1, (cells) => {
      cells.splice(1 + random(4), 0, '');
      return [cells];
    }),
};

/** The one loss that cannot be seen: it looks like a merged cell. */
const LOST_LABEL = (lines: Lines, random: Random): Lines => {
  const labelled = lines.flatMap((cells, index) => (index >= HEAD && cells[1] !== '' ? [index] : []));
  return change(lines, labelled[random(labelled.length)] ?? HEAD, (cells) => [cells.with(1, '')]);
};

interface Count {
  rows: number;
  right: number;
  told: number;
  silent: string[];
}

function importLines(lines: Lines) {
  const text = lines.map((cells) => cells.join('\t')).join('\n');
  const { tables } = recognizeBy(readDocument(Buffer.from(text), 'text'), [first.form]);
  return tables.map((table) => toDraft(table, { schema: null, words: first.words, fallback: '表' }));
}

/** Counts the rows that are right, those that are not and were reported, and those that are wrong in silence. */
function judge(truth: Truth, lines: Lines, count: Count): void {
  const drafts = importLines(lines);
  const found = drafts.flatMap((draft) =>
    draft.rows.map(({ row, after }) => ({ isMarked: row.notes.length > 0, text: normal(after) })),
  );
  const isAnyTold = drafts.some(({ notes }) => notes.length > 0) || drafts.length === 0;
  const left = truth.rows.map(([one = '', two = '', name = '', sign = '', number = '', unit = '', ...rest]) =>
    normal([one, two, name, sign === '定性' ? number : `${sign} ${number} ${unit}`, ...rest]),
  );
  count.rows += left.length;
  for (const { text, isMarked } of found) {
    const at = left.indexOf(text);
    if (at >= 0) {
      left.splice(at, 1);
      count.right += 1;
    } else if (!isMarked) count.silent.push(text);
  }
  if (isAnyTold) count.told += left.length;
  else count.silent.push(...left);
  const [draft] = drafts;
  const [name, code, goal] = truth.facts;
  const facts = draft?.table.facts.map((fact) => fact.text.replaceAll('\n', '')) ?? [];
  if (!isAnyTold && JSON.stringify(facts) !== JSON.stringify([name, code, goal]))
    count.silent.push(facts.join('｜'));
}

function normal(cells: readonly string[]): string {
  return cells
    .filter((cell) => cell !== '')
    .join('｜')
    .replace(/\n/g, '');
}

/** Times that each damage is done. */
const TRIALS = 40;

function run(damage: (lines: Lines, random: Random) => Lines, seed: number, trials = TRIALS): Count {
  const count: Count = { rows: 0, right: 0, told: 0, silent: [] };
  const random = createRandom(seed);
  for (let trial = 0; trial < trials; trial += 1) {
    const table = TABLES[random(TABLES.length)] ?? TABLES[0];
    if (table !== undefined) judge(table, damage(table.lines, random), count);
  }
  return count;
}

test('what is not damaged is read without a word', () => {
  const count = run((lines) => lines, 1);
  expect({ ...count, right: count.rows }).toEqual(count);
  expect(count).toMatchObject({ told: 0, silent: [] });
});

describe('nothing is wrong in silence', () => {
  test.each(Object.entries(DAMAGES))('%s', (name, damage) => {
    const count = run(damage, name.length * 7919);
    expect(count.silent).toEqual([]);
    // What can be known is not only reported.
    expect(count.right / count.rows).toBeGreaterThan(0.9);
  });
});

test('a 二级指标 that is gone is found by what its row says, or doubted', () => {
  const count = run(LOST_LABEL, 4711, 300);
  expect(count.silent.length).toBeLessThan(300 / 30);
});
