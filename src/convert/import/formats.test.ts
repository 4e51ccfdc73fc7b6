import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { showNumber } from './number-format.ts';
import { readDocument } from './read-file.ts';

function zip(files: Record<string, string>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function readWord(body: string, more: Record<string, string> = {}) {
  const main = `<w:document ${W}><w:body>${body}</w:body></w:document>`;
  const { grids, notes } = readDocument(zip({ 'word/document.xml': main, ...more }), 'docx');
  const rows = grids[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? ''));
  return { rows, notes, cells: grids[0]?.rows.map(({ cells }) => cells) };
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, look = '') => `<w:p><w:pPr>${look}</w:pPr>${content}</w:p>`;
const cell = (content: string, look = '') => `<w:tc><w:tcPr>${look}</w:tcPr>${content}</w:tc>`;
const table = (...rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;

describe('Word', () => {
  test('a cell merged down and across is one at each of its places', () => {
    const { rows, cells } = readWord(
      table(
        [
          cell(paragraph(run('产出指标')), '<w:vMerge w:val="restart"/>'),
          cell(paragraph(run('指标值')), '<w:gridSpan w:val="2"/>'),
        ],
        [cell(paragraph(''), '<w:vMerge/>'), cell(paragraph(run('='))), cell(paragraph(run('100')))],
      ),
    );
    expect(rows).toEqual([
      ['产出指标', '指标值', '指标值'],
      ['产出指标', '=', '100'],
    ]);
    expect(cells?.[0]?.[0]).toBe(cells?.[1]?.[0]);
    expect(cells?.[0]?.[1]).toBe(cells?.[0]?.[2]);
  });

  test.each([
    ['≥ in the font Symbol', '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', '≥'],
    [
      '≤ by its place in the font',
      '<w:r><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr><w:t>\u00a3</w:t></w:r>',
      '≤',
    ],
    ['the same as text of a private character', run('\uf0b3'), '≥'],
    ['a ticked box', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', '☑'],
    ['a line break', `${run('甲')}<w:r><w:br/></w:r>${run('乙')}`, '甲\n乙'],
    ['what was put in', `<w:ins>${run('甲')}</w:ins>`, '甲'],
    ['what was deleted', `${run('甲')}<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>`, '甲'],
    ['what was moved away', `${run('甲')}<w:moveFrom>${run('乙')}</w:moveFrom>`, '甲'],
    ['a link', `<w:hyperlink r:id="r9" xmlns:r="r">${run('甲')}</w:hyperlink>`, '甲'],
    [
      'a field with its result',
      `<w:r><w:fldChar/></w:r><w:r><w:instrText>INCLUDETEXT "C:/密"</w:instrText></w:r>${run('甲')}`,
      '甲',
    ],
  ])('%s', (_, content, text) => {
    expect(readWord(table([cell(paragraph(content))])).rows).toEqual([[text]]);
  });

  test('changes that were tracked are accepted and said, rows that were deleted are gone', () => {
    const deleted = `<w:tr><w:trPr><w:del/></w:trPr>${cell(paragraph(run('旧')))}</w:tr>`;
    const { rows, notes } = readWord(`<w:tbl>${deleted}<w:tr>${cell(paragraph(run('新')))}</w:tr></w:tbl>`);
    expect(rows).toEqual([['新']]);
    expect(notes).toEqual([{ code: 'import/tracked', args: { count: '1' } }]);
    const [open, end] = ['<w:rPr><w:del/></w:rPr>', ''];
    expect(readWord(paragraph(run('前'), open) + paragraph(run('后'), end)).rows).toEqual([['前后']]);
  });

  test('numbers that Word writes are part of the text', () => {
    const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%1）"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
    const listed = (text: string, level: number) =>
      paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);
    const { rows, notes } = readWord(listed('甲', 0) + listed('乙', 1) + listed('丙', 1) + listed('丁', 0), {
      'word/numbering.xml': numbering,
    });
    expect(rows).toEqual([['（一）甲'], ['3.乙'], ['4.丙'], ['（二）丁']]);
    expect(notes).toEqual([{ code: 'import/numbered', args: { count: '4' } }]);
  });

  test('a text box is read once, a table in a table after it', () => {
    const box = `<w:r><mc:AlternateContent xmlns:mc="mc"><mc:Choice><w:txbxContent>${paragraph(run('框'))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph(run('框'))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`;
    const { rows, notes } = readWord(
      paragraph(run('段') + box) + table([cell(paragraph(run('外')) + table([cell(paragraph(run('内')))]))]),
    );
    expect(rows).toEqual([['段'], ['框'], ['外'], ['内']]);
    expect(notes).toEqual([{ code: 'import/boxes', args: { count: '1' } }]);
  });

  test('footnotes and headers are read, page numbers are not', () => {
    const rels = ['header', 'footer', 'footnotes'].map(
      (type) =>
        `<Relationship Id="${type}" Type="http://x/${type}" Target="${type}${type === 'footnotes' ? '' : '1'}.xml"/>`,
    );
    const { rows } = readWord(paragraph(run('文')), {
      'word/_rels/document.xml.rels': `<Relationships>${rels.join('')}</Relationships>`,
      'word/header1.xml': `<w:hdr ${W}>${paragraph(run('单位：某局'))}</w:hdr>`,
      'word/footer1.xml': `<w:ftr ${W}>${paragraph(run('第 1 页'))}</w:ftr>`,
      'word/footnotes.xml': `<w:footnotes ${W}><w:footnote>${paragraph(run('按年度考核'))}</w:footnote></w:footnotes>`,
    });
    expect(rows).toEqual([['文'], ['单位：某局'], ['按年度考核']]);
  });
});

test.each([',', ';', '\t'])(
  'text with cells apart by “%s”, in quotes where they have one or a line end',
  (sign) => {
    const lines = [
      ['项目名称', '甲', '', ''],
      ['备注', `一${sign}二\n"三"`, '', '末'],
      ['数量', '次数', '4', ''],
    ];
    const quote = (text: string) => (/[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const text = lines.map((cells) => `${cells.map(quote).join(sign)}\r\n`).join('');
    const { grids } = readDocument(Buffer.from(text), 'text');
    const rows = grids[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? ''));
    expect(rows).toEqual(lines);
  },
);

const S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="r"';

function readBook(sheet: string, more: Record<string, string> = {}) {
  const { grids, notes } = readDocument(
    zip({
      'xl/workbook.xml': `<workbook ${S}><sheets><sheet name="表" sheetId="1" r:id="r1"/><sheet name="藏" sheetId="2" state="veryHidden" r:id="r2"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': `<worksheet ${S}>${sheet}</worksheet>`,
      'xl/worksheets/sheet2.xml': `<worksheet ${S}><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>`,
      ...more,
    }),
    'xlsx',
  );
  return { rows: grids[0]?.rows.map(({ cells }) => cells.map((one) => one?.text ?? '')), notes, grids };
}

describe('Excel', () => {
  test('texts of every kind, and what merged cells cover', () => {
    const { rows, grids } = readBook(
      '<sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh><t>jia</t></rPh></is></c><c r="D2" t="str"><f>A1</f><v>丙_x000A_丁</v></c><c r="E2" t="b"><v>1</v></c></row><row r="3"/></sheetData><mergeCells><mergeCell ref="A2:B3"/></mergeCells>',
      { 'xl/sharedStrings.xml': `<sst ${S}><si><r><t>共</t></r><r><t>享</t></r></si></sst>` },
    );
    expect(rows).toEqual([[], ['共享', '共享', '甲乙', '丙\n丁', '是'], ['共享', '共享']]);
    expect(grids[0]?.rows[1]?.cells[0]).toBe(grids[0]?.rows[2]?.cells[1]);
    expect(grids[0]?.rows[1]?.cells[2]?.place).toEqual({
      code: 'import/place#cell',
      args: { sheet: '表', address: 'C2' },
    });
  });

  test('what is hidden and what was calculated is said; a hidden sheet is not read', () => {
    const { rows, notes, grids } = readBook(
      '<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData>',
    );
    expect(rows).toEqual([['2']]);
    expect(grids).toHaveLength(1);
    expect(notes).toEqual([
      { code: 'import/hidden#sheets', args: { names: '藏' } },
      { code: 'import/formulas', args: { sheet: '表', places: 'A1', count: '1' } },
      { code: 'import/hidden', args: { sheet: '表', places: 'B–C 列、第 1 行', count: '2' } },
    ]);
  });

  test.each([
    ['表（续）', '甲'],
    ['二', '续表'],
  ])('a sheet %s that begins with %s goes on with the one before it', (name, text) => {
    const { grids } = readBook('<sheetData><row><c><v>1</v></c></row></sheetData>', {
      'xl/workbook.xml': `<workbook ${S}><sheets><sheet name="表" sheetId="1" r:id="r1"/><sheet name="${name}" sheetId="2" r:id="r2"/></sheets></workbook>`,
      'xl/worksheets/sheet2.xml': `<worksheet ${S}><sheetData><row><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`,
    });
    expect(grids.map(({ rows }) => rows.map(({ cells }) => cells[0]?.text))).toEqual([['1', text]]);
  });

  test('percent and decimals come from the style', () => {
    const styles = `<styleSheet ${S}><numFmts><numFmt numFmtId="164" formatCode="0.00&quot;万元&quot;"/></numFmts><cellStyleXfs><xf numFmtId="10"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>`;
    const cells = ['0.1', '0.95', '2.7', '44562'].map(
      (value, style) => `<c s="${style}"><v>${value}</v></c>`,
    );
    expect(
      readBook(`<sheetData><row>${cells.join('')}</row></sheetData>`, { 'xl/styles.xml': styles }).rows,
    ).toEqual([['0.1', '95%', '2.70万元', '2022年1月1日']]);
  });
});

test.each([
  ['0.30000000000000004', '', '0.3'],
  ['0.30000000000000004', 'General', '0.3'],
  ['1E-05', '', '0.00001'],
  ['52270022', '0', '52270022'],
  ['76', '0.00', '76.00'],
  ['76.5', '0.##', '76.5'],
  ['1234.5', '#,##0.00_ ', '1234.50'],
  ['-1234.5', '#,##0.00_);(#,##0.00)', '-1234.50'],
  ['-5', '0;[Red]"减"0', '减5'],
  ['0.951', '0%', '95%'],
  ['0.95', '0.0%', '95.0%'],
  ['1', '0%', '100%'],
  ['4', '"≥"0"次"', '≥4次'],
  ['30', '[$¥-804]#,##0', '¥30'],
  ['44562', 'yyyy"年"m"月"', '2022年1月'],
  ['44926', 'yyyy/m/d;@', '2022年12月31日'],
  ['0.5', 'h:mm', '12:00'],
  ['100', '@', '100'],
])('%s with the format %s is %s', (value, format, shown) => {
  expect(showNumber(value, format, false)).toBe(shown);
});
