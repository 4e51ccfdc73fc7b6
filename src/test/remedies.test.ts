import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSign } from '../form/sign.ts';
import { applyFix } from '../report/fix.ts';
import type { ReportedDiagnostic } from '../report/report.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { compileTexts, SOUND_BOOKLET, SOUND_TABLE } from './compile-source.ts';
import { SLIPS } from './slips.ts';

type Sources = Readonly<Record<string, string>>;

/** What came of making the remedies of a source, one after the other. */
interface Made {
  text: string;
  codes: string[];
  /** What was wrong with a remedy; empty when each was sound. */
  problems: string[];
}

/** No chain of remedies in one file is longer. */
const LONGEST_CHAIN = 60;

/**
 * Makes one remedy after the other until none is left, and looks at each step: the finding is gone, nothing worse than a
 * suggestion is new on the lines that were touched, and figures keep sign and number.
 */
function makeAll(sources: Sources, changed: string): Made {
  const made: Made = { text: sources[changed] ?? '', codes: [], problems: [] };
  const seen = new Set<string>();
  for (let found = findingsOf(sources, changed); ; ) {
    const next = found.find(({ fix }) => fix !== undefined);
    if (next?.fix === undefined) return made;
    const before = made.text;
    seen.add(before);
    made.text = applyFix(before, next.fix);
    made.codes.push(next.code);
    const left = findingsOf({ ...sources, [changed]: made.text }, changed);
    const problems = judge(next, found, left, before, made.text);
    const told = `${changed}:${next.line} ${next.code} ${next.message} → ${next.hint}`;
    made.problems.push(...problems.map((problem) => `${told}\n${diffOf(before, made.text)}\n${problem}`));
    if (problems.length > 0) return made;
    if (seen.has(made.text) || seen.size > LONGEST_CHAIN)
      return { ...made, problems: [`goes round: ${told}`] };
    found = left;
  }
}

function findingsOf(texts: Sources, file: string): ReportedDiagnostic[] {
  const { report } = compileTexts(texts);
  return report.diagnostics.filter((finding) => finding.file.endsWith(`/${file}`));
}

function judge(
  finding: ReportedDiagnostic,
  found: readonly ReportedDiagnostic[],
  left: readonly ReportedDiagnostic[],
  before: string,
  after: string,
): string[] {
  const problems: string[] = [];
  const count = (list: readonly ReportedDiagnostic[]) =>
    list.filter(({ code }) => code === finding.code).length;
  if (count(left) >= count(found)) problems.push('is still there');
  // A source that could not be read had not been looked at by any check.
  const wasRead = !found.some(({ code }) => /^(?:yaml|schema|value)\//.test(code));
  const [old, touched] = [linesTouched(after, before), linesTouched(before, after)];
  const known = new Set(found.filter(({ line }) => old.has(line)).map(({ code }) => code));
  const brought = left
    .filter(({ severity }) => severity === 'error' || (wasRead && severity === 'warning'))
    .filter(({ code }) => wasRead || /^(?:yaml|schema|value|row)\//.test(code))
    .filter((one) => touched.has(one.line) && !known.has(one.code));
  problems.push(...brought.map((one) => `brings ${one.code} ${one.message}`));
  const [was, is] = [figuresOf(before), figuresOf(after)];
  if (finding.code === 'yaml/pasted') {
    // Rows that go to their groups change the order.
    was.sort((a, b) => a.number - b.number);
    is.sort((a, b) => a.number - b.number);
  }
  const numbersOf = (figures: typeof was) => figures.map(({ number }) => String(number));
  const [numbers, kept] = [numbersOf(was), numbersOf(is)];
  const isSame = NUMBERS.get(finding.code) ?? ((a, b) => a.join(' ') === b.join(' '));
  if (!isSame(numbers, kept)) problems.push(`changes a number: ${numbers.join(' ')} → ${kept.join(' ')}`);
  // Where no sign was written one may come, and an amount loses the one it has.
  else if (
    !SIGN_CHANGES.has(finding.code) &&
    was.length === is.length &&
    !/^预算金额/.test(lineOf(after, touched)) &&
    was.some(({ sign }, index) => sign !== null && sign !== is[index]?.sign)
  ) {
    problems.push('changes a sign');
  }
  return problems;
}

function lineOf(text: string, [line = 0]: Iterable<number>): string {
  return text.split('\n')[line - 1] ?? '';
}

/** What a remedy is about the sign of, or gives its place: value-words.test.ts says what each becomes. */
const SIGN_CHANGES: ReadonlySet<string> = new Set([
  'value/words-for-sign',
  'value/sign-behind',
  'value/amount-sign',
  'value/date',
  'yaml/not-a-colon',
]);

type AreKept = (before: readonly string[], after: readonly string[]) => boolean;

/** Those in digits stay, among those that come of words. */
const amongOthers: AreKept = (before, after) => before.every((number) => after.includes(number));
/** `2,5` → 2.5, `.5` → 0.5, 20000 元 → 2 万元. */
const inOtherDecimals: AreKept = (before, after) => significantOf(before) === significantOf(after);

/** What a remedy may do to the numbers where it is about these. */
const NUMBERS: ReadonlyMap<string, AreKept> = new Map([
  ['value/chinese-number', amongOthers],
  ['value/words-for-sign', amongOthers],
  ['value/decimal-point', inOtherDecimals],
  ['money/mixed-units', inOtherDecimals],
]);

function significantOf(numbers: readonly string[]): string {
  return numbers.map((number) => number.replace('.', '').replace(/^0+|0+$/g, '')).join('');
}

function diffOf(before: string, after: string): string {
  const only = (text: string, lines: ReadonlySet<number>, mark: string) =>
    text.split('\n').flatMap((line, index) => (lines.has(index + 1) ? `${mark} ${line}` : []));
  return [
    ...only(before, linesTouched(after, before), '-'),
    ...only(after, linesTouched(before, after), '+'),
  ].join('\n');
}

/** The lines of a text that are not as before. */
function linesTouched(before: string, after: string): Set<number> {
  const old = before.split('\n');
  const lines = after.split('\n');
  let head = 0;
  while (head < lines.length && lines[head] === old[head]) head += 1;
  let tail = 0;
  while (tail < lines.length - head && lines.at(-1 - tail) === old.at(-1 - tail)) tail += 1;
  return new Set(Array.from({ length: lines.length - tail - head }, (_, index) => head + 1 + index));
}

/** Every number of a source with the sign before it, in their order. */
function figuresOf(text: string): { sign: string | null; number: number }[] {
  const plain = text
    .replace(/[㎡㎥²³]|<[^<>\n]{1,60}>|(?<=[a-z])[23](?![\d.])/gu, '')
    .normalize('NFKC')
    .replace(/["'“”‘’[{]/gu, '')
    .replace(/(?<=\d),(?=\d{3})/g, '');
  return [...plain.matchAll(/([=<>≥≤≧≦]\s{0,3}=?)?\s{0,3}(\d+(?:\.\d+)?)/gu)].map(
    ([, sign = '', number = '']) => ({ sign: readSign(sign.trim()).operator, number: Number(number) }),
  );
}

const CORPUS = join(PROGRAM_ROOT, 'src', 'test', 'wrong');
const EIGHT = join(PROGRAM_ROOT, 'projects', '2022');

/** Values as offices write them in published tables, and their units. */
const PUBLISHED = [
  '>=20平方米',
  '<=475元/亩',
  '> =17600株',
  '﹦100',
  '250万',
  '1600元/亩',
  '≥100百分比',
  '95%以上',
  '3-5次',
  '2023.07-2024.01',
  '2021年7月',
  '≥1800m2',
  '1000m3/d',
  '≥80M',
  '100万粒',
  '1/项',
  '≥（ ）个',
  '（≥**个）',
  'XX年',
  '指标1：',
  '……',
  '是',
  '全部',
  '≥1050元',
  '≤28.40/株',
  '292%',
  '20221231',
  '= 20221231',
  '= 2022年12月',
  '≤ 2022年12月31日',
  '＞ 4 次',
  '> 4 次',
  '≥ 0.95',
  '2023年1月至12月',
  '- 内容',
  '≥ 3-5 次',
  '300000',
  '￥300000',
  '￥30万',
  '≤ 300 万',
  '300,000元',
  '３０万元',
  '30万元人民币',
  '不低于95%',
  '至少两次',
  '≥≥4次',
  '≤ ≥ 4 次',
  '4 次以内',
  '约5次',
  '>≥4次',
  '|4次',
  '>',
  '>= 90',
  '*4次',
  '%',
  '100%',
  '≥ 4 次。',
  '合格率≥95%',
  '4次/年',
  '5/次',
  '≤300/人',
  '.5万元',
  '5.次',
  '一百五人',
  '“≥ 4 次”',
  '"≥ 4" 次',
  '≥ 4 次 #1',
  '≥ 4: 次',
  '[4次]',
  '{≥ 4 次',
  '@4次',
  '!4次',
  '&4次',
  '? 4次',
  "'4'次",
  '≥4㎡',
  '≥ 4次，≥ 5场',
  '2,5',
  '≥ - 5 度',
  '＝１００％',
  '4~6次',
  '每季度1至2次',
];
const UNITS =
  '人次 场次 批次 架次 株 亩 公顷 平方米 ㎡ m2 立方米 m3 m³ m3/d 公里 公里/年 km² 吨 kg mg/L μg/m³ dB(A) kWh kW ‰ 个百分点 百分比 元/人·天 元/亩 万元 千元 百万元 万元人民币 万元/年 小时 分钟 天 工作日 年 件 起 宗 户 套 台/套'.split(
    ' ',
  );
/** Texts, as they are pasted into a remark. */
const TEXTS = [
  '教材<br>4次',
  '教材&le;4次',
  '10<sup>4</sup>次',
  '<p>教材&nbsp;4次</p>',
  '教材,场地;培训',
  '”七一“活动',
  '教材，，场地。。',
  '晋级“升星？好花”',
  '培训 4 次，共 3 天',
  '２０２２年Ａ类',
  '⽂件',
  '㎡和㎏',
  '减少CO₂排放，监测PM₂.₅',
  '>\n          一句\n          二句',
  '一句\n          二句',
  '"一句\n          二句"',
  '三会一课: 制度',
  '"三会一课"制度',
  "'三会一课'制度: 好",
  '#3 会议室',
  '教材 #3',
  '按步就班',
  '=SUM(A1)',
  '**教材**',
  '（教材(4次)',
  '[教材](x)',
  '<b>4</b>次<3天',
  '> 3 天',
  '|- 教材',
  '|2 教材',
  '|3个批次',
  '- - 教材',
  '教材“一”‘二’”三“',
];

/** The sound table with another value in each of the places that it fits. */
function placesOf(value: string): string[] {
  const put = (old: string, by: string) => SOUND_TABLE.replace(old, by);
  return [
    put('指标值: ≥ 4 次', `指标值: ${value}`),
    put('指标值: ≥ 95 %\n    时效', `指标值: ${value}\n    时效`),
    put('指标值: ≤ 30 万元', `指标值: ${value}`),
    put('定性: 有所提升', `定性: ${value}`),
    put('绩效目标:', `预算金额: ${value}\n绩效目标:`),
    put('备注: 教材和场地', `备注: ${value}`),
    put('指标值: ≥ 4 次', `指标值: "${value.replaceAll('"', '')}"`),
    put('备注: 教材和场地', `备注: |\n          ${value}`),
    put('指标值: ≥ 4 次', `指标值: |\n          ${value}`),
    put('指标值: ≥ 4 次', `定量其他: ${value}\n        指标值说明: 每少1次扣5分`),
    put('三级指标: 参训人员满意度', `三级指标: ${value}`),
  ];
}

/** Makes the remedies of many sources; at least so many, so that the test cannot pass empty. */
function expectRemedies(sources: readonly (readonly [Sources, string])[], least: number): void {
  const made = sources.map(([texts, changed]) => makeAll(texts, changed));
  expect(made.flatMap(({ problems }) => problems)).toEqual([]);
  expect(made.flatMap(({ codes }) => codes).length).toBeGreaterThanOrEqual(least);
}

/** Rows as they come out of a spreadsheet, a document, or Markdown. */
const PASTED = [
  '培训人次\t≥\t600\t人次',
  '\t\t培训人次\t≥600人次\t含网络\n\n场地\t\t有保障\t\t"一；\n二"',
  '产出指标\t质量指标\t结业率\t≥\t90%\t\n满意度指标\t服务对象满意度指标\t学员满意度\t≥\t90\t%',
  '| 三级指标 | 符号 | 值 | 单位 |\n|---|---|---|---|\n| 培训人次 | ≥ | 600 | 人次 |',
  '住宿费    ≤    3    万元',
  '培训人次\t若干\t3-5',
];

const withTable = (table: string, name = '样例.yaml') =>
  [{ [name]: table, 'booklet.yaml': SOUND_BOOKLET }, name] as const;

/** Slips whose remedy is advice: a comment, or another key, may have been meant. */
const ADVISED: ReadonlySet<string> = new Set(['a cut', 'a misspelt key']);

describe('every remedy is proven', () => {
  const tables = readdirSync(CORPUS).filter((kind) => kind !== 'booklet');
  test.each(tables)('of the wrong sources: %s', (kind) => {
    const folder = join(CORPUS, kind);
    const sources = readdirSync(folder).map((name) => withTable(readFileSync(join(folder, name), 'utf8')));
    expectRemedies(sources, sources.length / 8);
  });

  test.each([0, 1, 2, 3])('of published values, wherever they are put (%i)', (quarter) => {
    const values = [...PUBLISHED, ...UNITS.flatMap((unit) => [`≥4${unit}`, `＝3.50 ${unit}`, `> 5${unit}`])];
    const own = values.filter((_, index) => index % 4 === quarter);
    expectRemedies(
      own.flatMap(placesOf).map((table) => withTable(table)),
      200,
    );
  });

  test('of texts that are pasted into a remark', () => {
    expectRemedies(
      TEXTS.flatMap(placesOf).map((table) => withTable(table)),
      100,
    );
  });

  test('of rows that are pasted at any line', () => {
    const lines = SOUND_TABLE.split('\n');
    const tables = PASTED.flatMap((rows) =>
      lines.flatMap((_, index) => [lines.toSpliced(index, 0, rows).join('\n')]),
    );
    expectRemedies(
      tables.map((table, index) => withTable(index % 2 === 0 ? table : table.replaceAll('\n', '\r\n'))),
      90,
    );
  });

  test('in files of every kind of line end', () => {
    const tables = ['＞4次', '> 4次', '至少两次'].flatMap(placesOf);
    expectRemedies(
      tables.map((table) => withTable(table.replaceAll('\n', '\r\n'))),
      20,
    );
  });

  test('of the wrong booklets', () => {
    const folder = join(CORPUS, 'booklet');
    const sources = readdirSync(folder).map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return [{ '样例.yaml': SOUND_TABLE, 'booklet.yaml': text }, 'booklet.yaml'] as const;
    });
    expectRemedies(sources, 5);
  });

  /** The eight tables with every remedy made. */
  const mended = readdirSync(EIGHT)
    .filter((name) => name !== 'booklet.yaml')
    .map((name) => ({ name, ...makeAll(...withTable(readFileSync(join(EIGHT, name), 'utf8'), name)) }));

  test('of the eight tables', () => {
    expect(mended.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test.each(SLIPS)('of the eight tables with %s', (slip, make) => {
    const sources = mended.flatMap(({ name, text }) => {
      const lines = text.split('\n');
      return lines.flatMap((line, index) => {
        const slip = make(line);
        return slip === null ? [] : [withTable(lines.with(index, slip).join('\n'), name)];
      });
    });
    // Each fifth: to judge a remedy its table is compiled again.
    const some = sources.filter((__, index) => index % 5 === 0);
    expect(some.length).toBeGreaterThan(10);
    expectRemedies(some, ADVISED.has(slip) ? 0 : (some.length * 2) / 3);
  });
});

test('the examples of the schema pass every rule', () => {
  const { definitions } = JSON.parse(
    readFileSync(join(PROGRAM_ROOT, 'schema', 'project.schema.json'), 'utf8'),
  );
  const { 定性, 定量其他, 备注, 指标值说明 } = definitions.row.properties;
  const examples: string[] = [定性, 定量其他, 备注, 指标值说明].flatMap((key) => key.examples);
  expect(examples.length).toBeGreaterThanOrEqual(8);
  for (const example of examples) {
    const table = SOUND_TABLE.replace('备注: 教材和场地', `备注: ${example}`);
    const found = findingsOf(...withTable(table)).filter(
      ({ severity, code }) => severity !== 'suggestion' && !code.startsWith('money/'),
    );
    expect(found.map(({ code }) => code)).toEqual([]);
  }
});
