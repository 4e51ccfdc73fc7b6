import type {
  BookletView,
  FactLineView,
  ResultsBookletView,
  ResultsCellView,
  TableView,
} from '../../document/views.ts';

/** How a cell is set: a heading or label, running text, something short, or an amount. */
export type Look = 'label' | 'text' | 'centre' | 'amount';

export interface GridCell {
  /** From 0; it covers `columns` and `rows` from there. */
  column: number;
  columns: number;
  rows: number;
  paragraphs: readonly string[];
  look: Look;
  /** A figure that can be calculated with, if it is one; whatever else looks like a number is text. */
  isFigure: boolean;
  /** The anchor of the table to which it leads; empty for nearly all. */
  link: string;
}

export interface GridRow {
  /** Repeated where the table goes on on another page. */
  isHeading: boolean;
  /** A long text may be cut between two pages. */
  isLong: boolean;
  cells: GridCell[];
}

/** What a page has on it, as rows of cells: worksheets and documents are both written from it. */
export interface Grid {
  /** What the sheet is called, and what links lead to it by. */
  name: string;
  anchor: string;
  title: string;
  /** Above the table, left and right; empty for none. */
  imprint: [left: string, right: string];
  /** A4 upright, else lying. */
  isUpright: boolean;
  /** Millimetres. */
  widths: number[];
  rows: GridRow[];
  /** Below the table. */
  foot: string[];
  /** In the footer: code and content hash, by which `trace` finds the source. */
  origin: string;
}

type Unplaced = Pick<GridCell, 'paragraphs' | 'look'> & Partial<GridCell>;

/** A table as it is printed. */
export function toTableGrid(view: TableView): Grid {
  const headings = view.headings.map((line) => ({
    isHeading: true,
    isLong: false,
    cells: line.map(({ text, subheading, columns, rows }): Unplaced => {
      const paragraphs = subheading === '' ? [text] : [text, subheading];
      return { paragraphs, look: 'label', columns: Number(columns), rows: Number(rows) };
    }),
  }));
  const rows = view.rows.map(({ cells }) => ({
    isHeading: false,
    isLong: false,
    cells: cells.map(({ kind, isLabel, rows, parts, text }): Unplaced => {
      if (isLabel) return { paragraphs: [parts.join('')], look: 'label', rows: Number(rows) };
      const isFigure = kind === 'value figure' || kind === 'points';
      const look = isFigure || kind === 'operator' || kind === 'unit' ? 'centre' : 'text';
      return { paragraphs: text, look, isFigure };
    }),
  }));
  const total = view.total.map(({ isHeading, columns, text }): Unplaced => {
    const paragraphs = text === '' ? [] : [text];
    return {
      paragraphs,
      look: isHeading ? 'label' : 'centre',
      isFigure: !isHeading,
      columns: Number(columns),
    };
  });
  const totals = total.length > 0 ? [{ isHeading: false, isLong: false, cells: total }] : [];
  return {
    name: view.name,
    anchor: view.anchor,
    title: view.title,
    imprint: [view.unit === '' ? '' : `单位：${view.unit}`, `年度：${view.year}年`],
    isUpright: view.isUpright,
    widths: view.factWidths.map((width) => Number(width) * CHARACTER + AROUND),
    rows: [
      ...place(view.lines.map(toFactRow)),
      ...widen(place([...headings, ...rows, ...totals]), view.spans.map(Number)),
      ...place(view.foot.map(toFactRow)),
    ],
    foot: view.closings.map(({ text, names }) =>
      [text, ...names.map((name) => `${name.label}：${name.text}`)]
        .filter((part) => part !== '')
        .join('　　'),
    ),
    origin: [view.code, view.digest].filter((part) => part !== '').join(' · '),
  };
}

function toFactRow({ isLong, cells }: FactLineView) {
  return {
    isHeading: false,
    isLong,
    cells: cells.map((cell): Unplaced => {
      const size = { columns: Number(cell.columns || '1'), rows: Number(cell.rows || '1') };
      if (cell.isHeading) return { paragraphs: [cell.label], look: 'label', ...size };
      const isAmount = cell.kind === 'amount';
      const chosen = cell.choices
        .map(({ option, isChosen }) => `${isChosen ? '☑' : '□'}${option}`)
        .join('　');
      const room = Array.from({ length: Math.max(0, Number(cell.room) - 1) }, () => '');
      const paragraphs = [...room, ...(chosen === '' ? [] : [chosen]), ...cell.text];
      const look = isAmount || cell.kind === 'room' ? 'amount' : 'text';
      return { paragraphs, look, isFigure: isAmount, ...size };
    }),
  };
}

/** The columns of the indicators as those of the sheet, which has the edges of the other lines, too. */
function widen(rows: readonly GridRow[], spans: readonly number[]): GridRow[] {
  const count = (from: number, to: number) => spans.slice(from, to).reduce((sum, span) => sum + span, 0);
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({
      ...cell,
      column: count(0, cell.column),
      columns: count(cell.column, cell.column + cell.columns),
    })),
  }));
}

/** Millimetres, as in tokens.css: a character of the text, and what is around it in a cell. */
export const CHARACTER = 3.7045;
export const AROUND = 3.08;

/** The 汇总表 of a volume, whose tables are on the sheets behind it; of goals and of results. */
export function toSummaryGrid(view: BookletView | ResultsBookletView): Grid {
  const { isUpright, title, unit, year, sentence } = view;
  const date = 'date' in view && view.date !== '' ? `编制日期：${view.date}` : `年度：${year}年`;
  const { columns, tables, total } = 'projects' in view ? ofGoals(view) : view;
  const toCell = ({ text, isAmount }: ResultsCellView): Unplaced => {
    return { paragraphs: text === '' ? [] : [text], look: isAmount ? 'amount' : 'centre', isFigure: true };
  };
  const toText = (code: string): Unplaced => {
    return { paragraphs: code === '' ? [] : [code], look: 'centre' };
  };
  const hasCodes = tables.some(({ code }) => code !== '');
  const headings = [
    '序号',
    '项目名称',
    ...(hasCodes ? ['项目编码'] : []),
    ...columns.map(({ heading }) => heading),
  ];
  const row = (cells: Unplaced[], isHeading = false) => ({ isHeading, isLong: false, cells });
  const widths = [
    ...(isUpright ? [11, 40] : [16, 78]),
    ...(hasCodes ? [isUpright ? 45 : 58] : []),
    ...columns.map(({ kind }) => (kind === 'amount' ? 36 : isUpright ? 17 : 22)),
  ];
  return {
    name: '汇总表',
    anchor: '',
    title,
    imprint: [unit === '' ? '' : `单位：${unit}`, date],
    isUpright,
    widths,
    rows: place([
      row(
        headings.map((text) => ({ paragraphs: [text], look: 'label' })),
        true,
      ),
      ...tables.map(({ number, anchor, name, code, cells, ...line }) =>
        row([
          toCell({ text: number, isAmount: false }),
          { paragraphs: [name], look: 'isOffice' in line ? 'label' : 'text', link: anchor },
          ...(hasCodes ? [toText(code)] : []),
          ...cells.map(toCell),
        ]),
      ),
      row([{ paragraphs: ['合计'], look: 'label', columns: hasCodes ? 3 : 2 }, ...total.map(toCell)]),
    ]),
    foot: [sentence],
    origin: '',
  };
}

/** Of a volume above offices a line with the sums of each, and its own tables below it. */
function ofGoals({ projects, offices, total }: BookletView) {
  const toCells = ({
    indicators,
    budget,
    cost,
  }: Omit<BookletView['total'], 'projects'>): ResultsCellView[] => [
    { text: indicators, isAmount: false },
    { text: budget, isAmount: true },
    { text: cost, isAmount: true },
  ];
  return {
    columns: [
      { heading: '指标数', kind: 'number' },
      { heading: '预算金额（万元）', kind: 'amount' },
      { heading: '成本控制数（万元）', kind: 'amount' },
    ],
    tables: [
      ...projects,
      ...offices.flatMap((office) => [{ ...office, anchor: '', code: '', isOffice: true }, ...office.tables]),
    ].map((line) => ({ ...line, cells: toCells(line) })),
    total: toCells(total),
  };
}

/** Gives each cell the first column that no cell above it still covers. */
function place(rows: readonly (Omit<GridRow, 'cells'> & { cells: Unplaced[] })[]): GridRow[] {
  const covered: number[] = [];
  return rows.map(({ isHeading, isLong, cells }) => {
    let column = 0;
    const placed = cells.map((cell): GridCell => {
      while ((covered[column] ?? 0) > 0) column += 1;
      const at: GridCell = { column, columns: 1, rows: 1, isFigure: false, link: '', ...cell };
      for (let covers = 0; covers < at.columns; covers += 1) covered[column + covers] = at.rows;
      column += at.columns;
      return at;
    });
    for (const [at, left] of covered.entries()) covered[at] = Math.max(0, (left ?? 0) - 1);
    return { isHeading, isLong, cells: placed };
  });
}
