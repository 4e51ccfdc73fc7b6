import type { Look } from './grid.ts';

/** The looks of a worksheet: those of the table's cells, and what is around it. */
export type SheetLook = Look | 'title' | 'left' | 'right' | 'foot';

/** More decimals than any amount has; a figure with more of them is written as text. */
export const MOST_DECIMALS = 10;

/** The first font is never seen: widths of columns are counted in its digits, seven pixels each wherever it is replaced. */
const FONTS = [
  { name: 'Arial', size: 10 },
  { name: '宋体', size: 10.5 },
  { name: '黑体', size: 10.5 },
  { name: '黑体', size: 18 },
  { name: '宋体', size: 9 },
];

const LOOKS: Record<SheetLook, { font: number; border: number; align: string; hasFigures: boolean }> = {
  label: { font: 2, border: 1, align: 'center', hasFigures: false },
  text: { font: 1, border: 1, align: 'left', hasFigures: false },
  centre: { font: 1, border: 1, align: 'center', hasFigures: true },
  amount: { font: 1, border: 1, align: 'right', hasFigures: true },
  title: { font: 3, border: 0, align: 'center', hasFigures: false },
  left: { font: 4, border: 0, align: 'left', hasFigures: false },
  right: { font: 4, border: 0, align: 'right', hasFigures: false },
  foot: { font: 1, border: 0, align: 'left', hasFigures: false },
};

/** `plain` and `sign` hold text, the second one that begins like a formula; the others figures of so many decimals. */
type Content = 'plain' | 'sign' | number;

const DECIMALS = Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => decimals);

/** What every workbook has. */
const STYLES = Object.entries(LOOKS).flatMap(([look, { hasFigures, ...rest }]) => {
  const contents: Content[] = ['plain', 'sign', ...(hasFigures ? DECIMALS : [])];
  return contents.map((content) => ({ key: `${look} ${content}`, content, ...rest }));
});

/** The first one is that of the cells which are not written. */
const NUMBERS = new Map(STYLES.map(({ key }, index) => [key, index + 1]));

/** The number of a cell's style. */
export function styleOf(look: SheetLook, content: Content): number {
  return NUMBERS.get(`${look} ${content}`) ?? 0;
}

/** Own number formats are counted from here. */
const FIRST_FORMAT = 164;

export function toStyles(): string {
  const formats = DECIMALS.map(
    (decimals) =>
      `<numFmt numFmtId="${FIRST_FORMAT + decimals}" formatCode="0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}"/>`,
  );
  const fonts = FONTS.map(
    ({ name, size }) =>
      `<font><sz val="${size}"/><name val="${name}"/>${name === 'Arial' ? '' : '<charset val="134"/>'}</font>`,
  );
  const sides = ['left', 'right', 'top', 'bottom'];
  const line = sides.map((side) => `<${side} style="thin"><color rgb="FF000000"/></${side}>`).join('');
  const none = sides.map((side) => `<${side}/>`).join('');
  const cells = STYLES.map(({ content, font, border, align }) => {
    const format = typeof content === 'number' ? FIRST_FORMAT + content : 0;
    const quote = content === 'sign' ? ' quotePrefix="1"' : '';
    const indent = align === 'right' && border > 0 ? ' indent="1"' : '';
    return `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"${quote}><alignment horizontal="${align}" vertical="center" wrapText="1"${indent}/></xf>`;
  });
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`,
    `<fonts count="${fonts.length}">${fonts.join('')}</fonts>`,
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    `<borders count="2"><border>${none}<diagonal/></border><border>${line}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${cells.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${cells.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
}
