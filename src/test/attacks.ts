import { SOUND_BOOKLET, SOUND_TABLE } from './compile-source.ts';

/** Files that a stranger may send. `version` 0 and 1 differ nearly everywhere, for a comparison. */
export interface Attack {
  name: string;
  /** A table of about so many bytes. */
  table(bytes: number, version: number): string;
  booklet?(bytes: number, version: number): string;
}

/** UTF-16 units of the longest text that is read, and of the lines that it is written on here. */
const TEXT = 5000;

const bytesOf = (text: string) => Buffer.byteLength(text);

/** So many bytes of a piece, or of pieces that are numbered. */
function fill(bytes: number, piece: string | ((index: number) => string)): string {
  const pieces: string[] = [];
  for (let size = 0, index = 0; size < bytes; index += 1) {
    const one = typeof piece === 'string' ? piece : piece(index);
    pieces.push(one);
    size += bytesOf(one);
  }
  return pieces.join('');
}

const row = (name: string, keys: string) =>
  `      - 三级指标: ${name}\n        ${keys.split('\n').join('\n        ')}\n`;

/** The sound table with more rows under 质量指标. */
const withRows = (rows: string) => SOUND_TABLE.replace('    时效指标:', () => `${rows}    时效指标:`);

/** Rows with a remark of 5,000 characters each, made of a piece; `quote` as YAML writes it. */
function inRemarks(piece: string | ((index: number) => string), key = '备注', end = ''): Attack['table'] {
  return (bytes, version) => {
    let count = version;
    const next = () => {
      count += 1;
      return typeof piece === 'string' ? piece : piece(count);
    };
    const text = () => {
      let written = '';
      for (let one = next(); written.length + one.length + end.length <= TEXT; one = next()) written += one;
      return `"${written}${end}"`;
    };
    const target = key === '定性' ? '' : '指标值: ≥ 4 次\n';
    return withRows(
      fill(bytes - bytesOf(SOUND_TABLE) - 4 * TEXT, (at) => row(`培训${at}`, `${target}${key}: ${text()}`)),
    );
  };
}

const lines =
  (piece: string | ((index: number) => string)): Attack['table'] =>
  (bytes) =>
    SOUND_TABLE + fill(bytes - bytesOf(SOUND_TABLE) - 100, piece);

const rare = (first: number, count: number) => (index: number) =>
  String.fromCodePoint(first + (index % count));
const escaped = (first: number, count: number) => (index: number) =>
  `\\u${(first + (index % count)).toString(16).padStart(4, '0')}`;

/** One of each kind that made some stage slow, and their neighbours. */
export const ATTACKS: readonly Attack[] = [
  { name: 'comments of #', table: lines(`${'#'.repeat(5999)}\n`) },
  {
    name: 'lines of # that end in 忽略',
    table: (bytes) => `${SOUND_TABLE}${fill(bytes - 2000, '#\n')}# 忽略`,
  },
  { name: 'suppressions of nothing', table: lines((at) => `# 忽略 text/blank、money/x${at}\n`) },
  { name: 'blank lines', table: lines('\n') },
  { name: 'many keys', table: lines((at) => `键${at}: 一\n`) },
  { name: 'the same key', table: lines('负责人: 一\n') },
  { name: 'long keys', table: lines((at) => `${'长'.repeat(900)}${at}: 一\n`) },
  { name: 'many documents', table: lines('---\na: b\n') },
  { name: 'tiny texts in a list', table: lines((at) => (at === 0 ? '实施单位:\n' : '- 一\n')) },
  { name: '> lines that break YAML', table: lines('备注: > 3 次\n') },
  { name: 'quotes and blanks before nothing', table: lines(`${'" '.repeat(2900)}\n`) },
  { name: 'tabs', table: lines('\t备注: 一\n') },
  { name: 'two lines of colons', table: () => `${': '.repeat(2000)}\n`.repeat(2) },
  { name: 'mixed nesting', table: (bytes) => fill(bytes, '? - : [ { ') },
  { name: 'errors at each sign', table: lines('%\n') },
  { name: 'anchors', table: lines((at) => `键${at}: &a${at} *a\n`) },
  { name: 'Chinese numbers', table: inRemarks('二两三', '定性') },
  {
    name: 'a goal of Chinese numbers',
    table: () => SOUND_TABLE.replace(/绩效目标: .*/, `绩效目标: ${'二两三'.repeat(1600)}`),
  },
  { name: 'full stops before a word', table: inRemarks('。', '定性', 'x') },
  {
    name: 'full stops in names',
    table: (bytes) => withRows(fill(bytes - 1500, row(`${'。'.repeat(1500)}x`, '指标值: ≥ 4 次'))),
  },
  { name: 'dates that do not end', table: inRemarks(`1月1${' '.repeat(2000)}`) },
  {
    name: 'ranges of dates',
    table: inRemarks((at) => `2022年${(at % 12) + 1}月${(at % 28) + 1}日至1月${(at % 27) + 1}日，`),
  },
  { name: 'grouped digits', table: inRemarks('1,111,') },
  { name: 'one thing counted again and again', table: inRemarks((at) => `观摩会≥${at}次，`) },
  { name: 'invisible characters', table: inRemarks(rare(0xe000, 6000)) },
  { name: 'invisible characters as escapes', table: inRemarks(escaped(0xe000, 6000)) },
  { name: 'characters without a glyph', table: inRemarks(rare(0x20000, 40000)) },
  { name: 'compatibility characters', table: inRemarks(rare(0xf900, 400)) },
  {
    name: 'wrong values',
    table: (bytes) =>
      withRows(fill(bytes - 1500, (at) => row(`培训${at}`, `指标值: 大约${at}多${'次'.repeat(100)}`))),
  },
  { name: 'half-width marks', table: inRemarks('好,好(好)') },
  { name: 'markup', table: inRemarks('<p >&nbsp;**a** [一](b.c) {{x}}') },
  { name: 'quotation marks', table: inRemarks('”好“') },
  { name: 'one long word', table: inRemarks('a') },
  { name: 'amounts', table: inRemarks((at) => `其中费用${at}万元、`) },
  { name: 'rewritten remarks', table: inRemarks((at) => `第${(at * 7919) % 10007}项，`) },
  {
    name: '常见错字 by the thousand',
    table: inRemarks('错字错字错'),
    booklet: (bytes) =>
      `${SOUND_BOOKLET}常见错字:\n${fill(bytes / 2, (at) => `  ${'错字'.repeat(1 + (at % 20))}${at}: 对字\n`)}`,
  },
  {
    name: '顺序, 检查 and 说明 by the thousand',
    table: (_, version) => SOUND_TABLE.replace('4次', `${4 + version}次`),
    booklet: (bytes) =>
      `${SOUND_BOOKLET}说明: ${'说明'.repeat(2400)}\n顺序:\n${fill(bytes / 4, (at) => `  - 项目${at}\n`)}检查:\n${fill(bytes / 4, (at) => `  a${at}/b: 忽略\n`)}`,
  },
];
