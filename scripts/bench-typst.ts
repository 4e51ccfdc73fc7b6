/**
 * A peer of a build, as a program of its own: Typst sets the same tables, with the same fonts, merged cells and headings, each by
 * itself and all in a volume with cover and contents. It reads a JSON job from the file named on the command line.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

export interface TypstJob {
  /** Font files. */
  fonts: string[];
  out: string;
  tables: { stem: string; name: string; body: string }[];
  volume: { title: string; unit: string };
}

interface Cell {
  columns: number;
  rows: number;
  text: string;
  isHeading: boolean;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', '#x27': "'", '#x3D': '=' };

const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as TypstJob;
const compiler = NodeCompiler.create({
  workspace: job.out,
  fontArgs: [{ fontBlobs: job.fonts.map((file) => readFileSync(file)) }],
});
mkdirSync(job.out, { recursive: true });
const shown = job.tables.map(
  ({ name, body }) => `= ${quote(name)}\n${readTables(body).map(writeTable).join('\n')}`,
);
for (const [index, { stem }] of job.tables.entries())
  print(
    stem,
    `${writeStyle()}#set page(footer: context align(center)[第 #counter(page).display() 页])\n${shown[index]}`,
  );
print(
  'booklet',
  `${writeStyle()}#set page(footer: context align(center, counter(page).display(page.numbering)), numbering: "i")
#align(center + horizon)[#text(30pt)[${quote(job.volume.title)}]\n\n${quote(job.volume.unit)}]
#pagebreak()
#outline(title: [目录])
#pagebreak()
#set page(numbering: "1")
#counter(page).update(1)
${shown.join('\n#pagebreak()\n')}`,
);

function print(stem: string, mainFileContent: string): void {
  writeFileSync(join(job.out, `${stem}.pdf`), compiler.pdf({ mainFileContent }));
  compiler.evictCache(10);
}

function writeStyle(): string {
  return `#set page(paper: "a4", flipped: true, margin: (x: 13mm, y: 15mm))
#set document(title: "表")
#set text(font: ("Noto Serif SC", "Noto Sans SC"), size: 10.5pt, lang: "zh", region: "cn")
#set table(stroke: 0.5pt, align: center + horizon, inset: 3pt)
#show heading: set text(font: "Noto Sans SC", size: 18pt, weight: 500)
`;
}

/** Text as Typst's string, whatever is in it. */
function quote(text: string): string {
  return `#${JSON.stringify(text)}`;
}

/** The tables of a body of ours, which is HTML without surprises: its rows, and how many of them are headings. */
function readTables(body: string): { head: Cell[][]; rows: Cell[][] }[] {
  return [...body.matchAll(/<table[^>]*>(.*?)<\/table>/gs)].map(([, table = '']) => {
    const [, head = ''] = /<thead>(.*?)<\/thead>/s.exec(table) ?? [];
    return { head: readRows(head), rows: readRows(table.replace(/<thead>.*?<\/thead>/s, '')) };
  });
}

function readRows(html: string): Cell[][] {
  return [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<(t[hd])([^>]*)>(.*?)<\/\1>/gs)].map(([, tag, attributes = '', content = '']) => {
      const count = (name: string) => Number(new RegExp(`${name}="(\\d+)"`).exec(attributes)?.[1] ?? 1);
      const text = content
        .replace(/<\/p><p>/g, '\n')
        .replace(/<[^<>]*>/g, '')
        .replace(/&(lt|gt|quot|amp|#x27|#x3D);/g, (_, name: string) => ENTITIES[name] ?? '');
      return { columns: count('colspan'), rows: count('rowspan'), text, isHeading: tag === 'th' };
    }),
  );
}

function writeTable({ head, rows }: ReturnType<typeof readTables>[number]): string {
  const cells = (lines: readonly Cell[][]) => lines.flat().map(writeCell).join(', ');
  const columns = Math.max(
    1,
    ...[...head, ...rows].slice(0, 1).map((line) => line.reduce((sum, cell) => sum + cell.columns, 0)),
  );
  const header = head.length > 0 ? `table.header(${cells(head)}), ` : '';
  return `#table(columns: ${columns === 8 ? '(22mm, 25mm, 1fr, 18mm, 1fr, 18mm, 1fr, 1fr)' : columns}, ${header}${cells(rows)})`;
}

function writeCell({ columns, rows, text, isHeading }: Cell): string {
  const font = isHeading ? '#set text(font: "Noto Sans SC", weight: 500)\n' : '';
  return `table.cell(colspan: ${columns}, rowspan: ${rows})[${font}${quote(text)}]`;
}
