import {
  escapeXml,
  OFFICE,
  toArchive,
  toContentTypes,
  toCoreProperties,
  toRelationships,
  toRootRelationships,
} from './archive.ts';
import type { Grid, GridCell, GridRow, Look } from './grid.ts';

/** Lengths in Word are twentieths of a point, and sizes of text half points. */
const TWIPS = 1440 / 25.4;
const SMALL = 18;
/** Millimetres, as in tokens.css. */
const A4 = { short: 210, long: 297 };
const MARGIN = { top: 13, side: 13, bottom: 15, footer: 7 };

/** A .docx file of one table. */
export function toWordDocument(grid: Grid, about: { title: string; author: string }): Uint8Array {
  return toArchive({
    '[Content_Types].xml': toContentTypes([
      ['word/document.xml', 'officedocument.wordprocessingml.document.main'],
      ['word/styles.xml', 'officedocument.wordprocessingml.styles'],
      ['word/settings.xml', 'officedocument.wordprocessingml.settings'],
      ['word/footer1.xml', 'officedocument.wordprocessingml.footer'],
      ['docProps/core.xml', 'package.core-properties'],
    ]),
    '_rels/.rels': toRootRelationships('word/document.xml'),
    'docProps/core.xml': toCoreProperties(about.title, about.author),
    'word/document.xml': toBody(grid),
    'word/_rels/document.xml.rels': toRelationships([
      [`${OFFICE}/styles`, 'styles.xml'],
      [`${OFFICE}/settings`, 'settings.xml'],
      [`${OFFICE}/footer`, 'footer1.xml'],
    ]),
    'word/styles.xml': STYLES,
    'word/settings.xml': SETTINGS,
    'word/footer1.xml': toFooter(grid),
  });
}

const NAMESPACES = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}"`;

const STYLES = `<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:cs="Times New Roman"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:spacing w:after="60"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr>${toFonts('黑体')}<w:sz w:val="36"/><w:szCs w:val="36"/></w:rPr></w:style></w:styles>`;

/** As Word has had it since 2013; older layouts break lines elsewhere. */
const SETTINGS = `<w:settings ${NAMESPACES}><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

function toFonts(name: string): string {
  return `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}"/>`;
}

function toBody(grid: Grid): string {
  const { title, imprint, foot, widths, rows } = grid;
  const size = widths.map((width) => Math.round(width * TWIPS));
  // Word repeats only the first rows of a table: what is above the headings is a table of its own.
  const first = rows.findIndex(({ isHeading }) => isHeading);
  const [left, right] = imprint;
  const end = size.reduce((sum, width) => sum + width, 0);
  return [
    `<w:document ${NAMESPACES}><w:body>`,
    `<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr>${toRun(title)}</w:p>`,
    toTabbed([left, right], [['right', end]]),
    first > 0 ? writeTable(rows.slice(0, first), size, 'nil') + HAIRLINE : '',
    writeTable(rows.slice(Math.max(0, first)), size, 'single'),
    ...foot.map((text) => toParagraph(text, 'left')),
    HAIRLINE,
    toSection(grid),
    '</w:body></w:document>',
  ].join('');
}

function toSection({ isUpright }: Grid): string {
  const [width, height] = isUpright ? [A4.short, A4.long] : [A4.long, A4.short];
  const { top, side, bottom, footer } = MARGIN;
  const orient = isUpright ? '' : ' w:orient="landscape"';
  return `<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="${toTwips(width)}" w:h="${toTwips(height)}"${orient}/><w:pgMar w:top="${toTwips(top)}" w:right="${toTwips(side)}" w:bottom="${toTwips(bottom)}" w:left="${toTwips(side)}" w:header="0" w:footer="${toTwips(footer)}" w:gutter="0"/></w:sectPr>`;
}

/** Two tables without a paragraph between them are one, and a paragraph must follow the last. */
const HAIRLINE =
  '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>';

function toTwips(millimetres: number): number {
  return Math.round(millimetres * TWIPS);
}

/** Texts beside each other, each behind the one before at its tab stop. */
function toTabbed(texts: readonly string[], stops: readonly (readonly [kind: string, at: number])[]): string {
  const tabs = stops.map(([kind, at]) => `<w:tab w:val="${kind}" w:pos="${at}"/>`).join('');
  const runs = texts.map((text) => (text === '' ? '' : toRun(text, SMALL))).join('<w:r><w:tab/></w:r>');
  return `<w:p><w:pPr><w:tabs>${tabs}</w:tabs></w:pPr>${runs}</w:p>`;
}

function toRun(text: string, size?: number, font?: string): string {
  const fonts = font === undefined ? '' : toFonts(font);
  const sizes = size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
  const look = fonts + sizes === '' ? '' : `<w:rPr>${fonts}${sizes}</w:rPr>`;
  return `<w:r>${look}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

function toParagraph(text: string, align: string, size?: number, font?: string): string {
  const run = text === '' ? '' : toRun(text, size, font);
  return `<w:p><w:pPr><w:jc w:val="${align}"/></w:pPr>${run}</w:p>`;
}

/** `bottom`: its last line, or none where the next table has one. */
function writeTable(rows: readonly GridRow[], size: readonly number[], bottom: 'single' | 'nil'): string {
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (side) =>
      `<w:${side} w:val="${side === 'bottom' ? bottom : 'single'}" w:sz="4" w:space="0" w:color="auto"/>`,
  );
  const total = size.reduce((sum, width) => sum + width, 0);
  const columns = size.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  /** The cell that goes on in the next row, by its column, and for how many rows. */
  const open = new Map<number, { cell: GridCell; left: number }>();
  const written = rows.map(({ isHeading, isLong, cells }) => {
    const going = [...open.values()].map(({ cell }) => ({ cell, isBegin: false }));
    const all = [...going, ...cells.map((cell) => ({ cell, isBegin: true }))];
    all.sort((a, b) => a.cell.column - b.cell.column);
    for (const [column, state] of open) {
      state.left -= 1;
      if (state.left === 0) open.delete(column);
    }
    for (const cell of cells) if (cell.rows > 1) open.set(cell.column, { cell, left: cell.rows - 1 });
    const look = `${isLong ? '' : '<w:cantSplit/>'}${isHeading ? '<w:tblHeader/>' : ''}`;
    const line = all.map(({ cell, isBegin }) => toCell(cell, isBegin, size)).join('');
    return `<w:tr>${look === '' ? '' : `<w:trPr>${look}</w:trPr>`}${line}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${borders.join('')}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${written.join('')}</w:tbl>`;
}

const ALIGN: Record<Look, string> = { label: 'center', text: 'left', centre: 'center', amount: 'right' };

function toCell(
  { column, columns, rows, paragraphs, look }: GridCell,
  isBegin: boolean,
  size: readonly number[],
): string {
  const width = size.slice(column, column + columns).reduce((sum, part) => sum + part, 0);
  const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : '';
  const merge = rows === 1 ? '' : isBegin ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  const texts = isBegin && paragraphs.length > 0 ? paragraphs : [''];
  const content = texts.map((text) =>
    toParagraph(text, ALIGN[look], undefined, look === 'label' ? '黑体' : undefined),
  );
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>${content.join('')}</w:tc>`;
}

/** The page in the middle, code and content hash at the right. */
function toFooter({ origin, isUpright }: Grid): string {
  const field = `<w:fldSimple w:instr=" PAGE ">${toRun('1', SMALL)}</w:fldSimple>`;
  const wide = (isUpright ? A4.short : A4.long) - 2 * MARGIN.side;
  return `<w:ftr ${NAMESPACES}><w:p><w:pPr><w:tabs><w:tab w:val="center" w:pos="${toTwips(wide / 2)}"/><w:tab w:val="right" w:pos="${toTwips(wide)}"/></w:tabs></w:pPr><w:r><w:tab/></w:r>${field}<w:r><w:tab/></w:r>${toRun(origin, 14)}</w:p></w:ftr>`;
}
