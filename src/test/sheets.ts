import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { openForms } from '../commands/context.ts';
import { chooseWidths, usualWidths } from '../document/column-widths.ts';
import { toHeadings, toRows } from '../document/rows-view.ts';
import { compileTemplates } from '../document/templates.ts';
import type { BookletView, FactCellView, Paragraphs, TableView } from '../document/views.ts';
import { facePath, faces } from '../font/faces.ts';
import { createFontCutter } from '../font/subset.ts';
import { PRINT_OPTIONS } from '../print/printer.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { readTemplateFiles } from '../workspace/template-files.ts';
import { type ReadPdf, readPdfText } from './pdf-text.ts';
import { charactersOf, openPage } from './raw-print.ts';

export const templates = compileTemplates(readTemplateFiles(join(PROGRAM_ROOT, 'templates')));

/** A table as it is on a sheet. */
export interface LaidTable {
  /** `facts`, `indicators`, or empty for others. */
  kind: string;
  headings: string;
  rows: LaidRow[];
}

export interface LaidRow {
  /** Merged labels that begin in this row, and how many rows they cover. */
  labels: { text: string; rows: number }[];
  /** Text of the other cells: `indicator`, `operator`, …; without a class, by their order. */
  cells: Record<string, string>;
  isPart: boolean;
}

/** A sheet as the pagination script left it. */
export interface LaidPage {
  anchor: string | null;
  folio: string;
  /** 项目编码 and digest at the foot. */
  origin: string;
  /** What is above the tables. */
  head: string;
  /** The lines of a list. */
  entries: string[];
  tables: LaidTable[];
  /** Height of the content, and what a page offers, in CSS pixels. */
  height: number;
  room: number;
  text: string;
}

export interface Laid {
  result: Jixiaoce.Pagination;
  pages: LaidPage[];
  /** Whether running the script once more changed anything. */
  isStable: boolean;
  /** How often breaks were chosen for a page; more than once when a prediction was wrong. */
  attempts: number;
}

export interface Sheets {
  /** Puts articles into the page and runs templates/browser/ on them. */
  lay(body: string): Promise<Laid>;
  /** The lines of each element as they are on the page, of what was laid last. */
  linesOf(selector: string): Promise<string[][]>;
  /** Prints what was laid last. */
  print(): Promise<ReadPdf>;
}

/** A page with the real styles, script and fonts; `text` names the characters that will be set. */
export async function withSheets<T>(
  browser: Browser,
  text: string,
  use: (sheets: Sheets) => Promise<T>,
): Promise<T> {
  const cut = await createFontCutter();
  const characters = charactersOf(templates.text + JSON.stringify(form) + text);
  const rules = faces.map((face) => {
    const bytes = cut(readFileSync(facePath(face)), characters).toString('base64');
    return `@font-face{font-family:"${face.family}";src:url(data:font/ttf;base64,${bytes})}`;
  });
  const page = await openPage(browser);
  try {
    await page.emulateMediaType('print');
    const shell = templates.renderDocument({ title: '', body: '', kind: 'pages' });
    await page.setContent(shell.replace('</style>', `${rules.join('')}</style>`));
    await page.evaluate(() => Promise.all([...document.fonts].map((face) => face.load())));
    await page.evaluate(templates.script);
    const client = await page.createCDPSession();
    return await use({
      lay: async (body) => {
        const { result, attempts } = await page.evaluate((html) => {
          document.body.innerHTML = html;
          const { chooseBreaks } = globalThis.jixiaoce;
          let attempts = 0;
          globalThis.jixiaoce.chooseBreaks = (flow) => {
            attempts += 1;
            return chooseBreaks(flow);
          };
          const result = globalThis.jixiaoce.paginate(document.body);
          globalThis.jixiaoce.chooseBreaks = chooseBreaks;
          return { result, attempts };
        }, body);
        const pages = (await page.evaluate(INSPECT)) as LaidPage[];
        const isStable = await page.evaluate(() => {
          const before = document.body.innerHTML;
          globalThis.jixiaoce.paginate(document.body);
          return document.body.innerHTML === before;
        });
        return { result, pages, isStable, attempts };
      },
      linesOf: (selector) => page.$$eval(selector, READ_LINES),
      print: async () => {
        const { data } = await client.send('Page.printToPDF', PRINT_OPTIONS);
        return await readPdfText(Buffer.from(data, 'base64'));
      },
    });
  } finally {
    await page.close();
  }
}

/** Runs in the page. A character belongs to the line that its middle is on. */
const READ_LINES = (elements: Element[]): string[][] =>
  elements.map((element) => {
    const range = document.createRange();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const lines = new Map<number, string>();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < (node.nodeValue?.length ?? 0); at += 1) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { top, height } = range.getBoundingClientRect();
        const line = Math.round((top + height / 2) / 4);
        if (height > 0) lines.set(line, (lines.get(line) ?? '') + node.nodeValue?.[at]);
      }
    }
    return [...lines.values()];
  });

/** Runs in the page. A string, because the transpiler would put names of its own into a function. */
const INSPECT = `(() => {
  const textOf = (node) => (node?.textContent ?? '').replace(/\\s+/g, '');
  const labelOf = (cell) => cell.scope === 'rowgroup';
  return [...document.querySelectorAll('.page')].map((sheet) => {
    const content = sheet.querySelector('.content');
    const tables = [...content.querySelectorAll('table')].map((table) => ({
      kind: ['facts', 'indicators'].find((name) => table.classList.contains(name)) ?? '',
      headings: textOf(table.tHead),
      rows: [...table.tBodies[0].rows].map((row) => ({
        labels: [...row.cells].filter(labelOf).map((cell) => ({ text: textOf(cell), rows: cell.rowSpan })),
        cells: Object.fromEntries([...row.cells].filter((cell) => !labelOf(cell)).map((cell, at) => [cell.classList[0] ?? at, textOf(cell)])),
        isPart: row.hasAttribute('data-part'),
      })),
    }));
    return {
      anchor: sheet.id || null,
      folio: (sheet.querySelector('.folio') ?? sheet.querySelector('footer'))?.textContent ?? '',
      origin: sheet.querySelector('.origin')?.textContent ?? '',
      head: [...content.children].filter((child) => child.matches('.form-title,.running-head,.part-title')).map(textOf).join(),
      entries: [...content.querySelectorAll('li')].map(textOf),
      tables,
      height: content.lastElementChild.getBoundingClientRect().bottom - content.getBoundingClientRect().top,
      room: Number.parseFloat(getComputedStyle(content).minHeight),
      text: textOf(content),
    };
  });
})()`;

const { form } = openForms(join(PROGRAM_ROOT, 'templates')).first;

/** A row of a table before its labels are merged: what each of its columns says. */
export interface PlainRow {
  level1: string;
  level2: string;
  indicator: Paragraphs;
  operator: string;
  value: Paragraphs;
  /** Words, set left, and no figure. */
  valueIsText: boolean;
  unit: string;
  remark: Paragraphs;
  explanation: Paragraphs;
}

/** A row with a short name and a figure; `over` changes what a test is about. */
export function plainRow(
  level1: string,
  level2: string,
  name: string,
  over: Partial<PlainRow> = {},
): PlainRow {
  return {
    level1,
    level2,
    indicator: [name],
    operator: '≥',
    value: ['4'],
    valueIsText: false,
    unit: '次',
    remark: [],
    explanation: [],
    ...over,
  };
}

interface ViewChanges extends Partial<Omit<TableView, 'rows' | 'lines'>> {
  goal?: Paragraphs;
  /** The columns take the room that the texts ask for. */
  isFitted?: boolean;
}

/** The view of a project whose rows are merged as the form merges them. */
export function projectView(rows: readonly PlainRow[], over: ViewChanges = {}): TableView {
  const { goal = ['全面完成年度任务。'], isFitted = false, ...view } = over;
  const { name = '样例项目', code = '52270022P004296102284' } = view;
  const texts = rows.map(({ indicator, operator, value, unit, remark, explanation }) => [
    ...[[], [], indicator, [operator].filter(Boolean), value, [unit].filter(Boolean)],
    ...[remark, explanation],
  ]);
  const at = { file: '', start: 0, end: 0 };
  const plain = rows.map(({ level1, level2, valueIsText }, index) => {
    const figure = { kind: 'figure', operator: '≥', number: '4', unit: '次', text: '', at } as const;
    const target = valueIsText ? ({ kind: 'qualitative', text: '', at } as const) : figure;
    return { level1, level2, target, cells: [], number: String(index) };
  });
  const fact = (label: string, columns: number, text: Paragraphs): FactCellView[] => {
    const cell = {
      scope: 'row',
      kind: '',
      field: '',
      columns: '',
      rows: '',
      parts: [],
      text: [],
      choices: [],
      room: '',
    };
    const kind = label === '项目编码' ? 'code' : '';
    return [
      { ...cell, label, isHeading: true, isName: false },
      ...[
        {
          ...cell,
          label,
          kind,
          field: label,
          columns: String(columns),
          text,
          isHeading: false,
          isName: label === '项目名称',
        },
      ],
    ];
  };
  const widths = (isFitted ? chooseWidths(form, texts) : usualWidths(form)).map(String);
  const line = { isLong: false, isTied: false, isBelow: false };
  return {
    ...{ anchor: 'p-1', isUpright: false, form: form.name, title: form.title, name, code },
    ...{ digest: '3f9a1c2e77', unit: '样例单位', year: '2022' },
    ...{ widths, factWidths: widths, spans: widths.map(() => '1'), foot: [], closings: [], total: [] },
    lines: [
      { ...line, cells: [...fact('项目名称', 4, [name]), ...fact('项目编码', 2, [code])] },
      { ...line, isLong: true, cells: fact('绩效目标', 7, goal) },
    ],
    headings: toHeadings(form.columns),
    rows: toRows(form, plain, texts),
    ...view,
  };
}

export function bookletView(projects: readonly TableView[], notes: Paragraphs = []): BookletView {
  return {
    isUpright: false,
    title: '样例汇编',
    titleParts: ['样例汇编'],
    unit: '样例单位',
    unitParts: ['样例单位'],
    year: '2022',
    date: '',
    ...{ notes, departments: [], hasCodes: true, isByOffice: false, hasTables: true, offices: [] },
    projects: projects.map(({ anchor, name, code, rows }, index) => ({
      number: String(index + 1),
      anchor,
      name,
      code,
      indicators: String(rows.length),
      budget: '—',
      cost: '2.73',
    })),
    total: { projects: String(projects.length), indicators: '1', budget: '—', cost: '90.08' },
    sentence: `编报绩效目标的项目 ${projects.length} 个，成本指标合计 90.08 万元。`,
  };
}
