import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileSources } from '../commands/compile-sources.ts';
import { formatGithub, formatText, toReport } from '../report/report.ts';
import { formatEscapedJson } from '../util/escape-controls.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { SOUND_BOOKLET, SOUND_TABLE } from './compile-source.ts';

/** Whoever may send a pull request may send any of these: each gets an answer, none harms. */

const FILE = 'projects/2022/样例.yaml';

interface Checked {
  /** Errors and warnings as `line code`, in the report's order. */
  findings: string[];
  /** Every format of the report in one text. */
  printed: string;
}

/** Checks a folder of its own that `prepare` fills; `put` writes a file under it. */
function checkFolder(
  prepare: (put: (path: string, content: string | Uint8Array) => void, folder: string) => void,
): Checked {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'jixiaoce-')));
  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  try {
    put('projects/2022/booklet.yaml', SOUND_BOOKLET);
    prepare(put, folder);
    const { diagnostics, texts, projects } = compileSources({
      cwd: folder,
      projects: 'projects',
      templates: join(PROGRAM_ROOT, 'templates'),
      paths: [],
      strict: false,
    });
    const report = toReport(diagnostics, texts, projects, 'zh');
    const style = { language: 'zh', verbose: true, paint: (_: string, text: string) => text } as const;
    const printed = [formatText(report, texts, style), formatEscapedJson(report), formatGithub(report)].join(
      '\n',
    );
    const told = report.diagnostics.filter(({ severity }) => severity !== 'suggestion');
    return { findings: told.map(({ line, code }) => `${line} ${code}`), printed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const checkText = (content: string | Uint8Array) => checkFolder((put) => put(FILE, content));
/** The lines of the note in the sound table, and of what is put behind the table. */
const NOTE = SOUND_TABLE.split('\n').findIndex((line) => line.includes('教材和场地')) + 1;
const BEHIND = SOUND_TABLE.split('\n').length;
const withNote = (note: string) => SOUND_TABLE.replace('教材和场地', note);
const keys = (count: number, key: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => `${key(index)}: 一\n`).join('');

describe('a file that is no table', () => {
  test.each<[string, string | Uint8Array, string[]]>([
    ['256 KB and a byte', Buffer.alloc(256 * 1024 + 1, 'a: b\n'), ['1 file/too-large']],
    ['5 MB', Buffer.alloc(5 * 1024 * 1024, 'a: b\n'), ['1 file/too-large']],
    ['NUL bytes', withNote('教材\0场地'), ['1 file/nul']],
    [
      'invalid UTF-8',
      Buffer.concat([Buffer.from(SOUND_TABLE), Buffer.from([0xe6, 0xa0])]),
      ['1 file/not-utf8'],
    ],
    ['random bytes', Buffer.from([0x81, 0xff, 0x00, 0xc3, 0x28]), ['1 file/not-utf8']],
    ['a zip that was renamed', Buffer.from('PK\x03\x04\x14\0\0\0'), ['1 file/not-text']],
    ['200 KB in one line', `绩效目标: ${'a'.repeat(200_000)}`, ['1 yaml/long-line']],
    ['200 KB of blanks', `${' '.repeat(200_000)}a`, ['1 yaml/long-line']],
    ['200,000 empty lines', `${'\n'.repeat(200_000)}a`, ['1 yaml/too-many']],
    ['50,000 keys that are the same', 'a: 1\n'.repeat(50_000), ['1 yaml/too-many']],
    ['200,000 commas in brackets', `a: [\n${`${','.repeat(4000)}\n`.repeat(50)}`, ['1 yaml/too-many']],
  ])('%s', (_, content, findings) => {
    expect(checkText(content).findings).toEqual(findings);
  });
});

describe('nesting', () => {
  test.each<[string, string, string]>([
    ['1,000 brackets', withNote('['.repeat(1000)), `${NOTE} yaml/too-deep`],
    [
      '2,000 brackets and their partners',
      withNote('['.repeat(2000) + ']'.repeat(2000)),
      `${NOTE} yaml/too-deep`,
    ],
    ['5,000 brackets, a line each', `a:${' [\n'.repeat(5000)}`, '99 yaml/too-deep'],
    ['1,000 braces', withNote('{a: '.repeat(1000)), `${NOTE} yaml/too-deep`],
    ['1,000 keys within brackets', withNote(`[${'a: '.repeat(1000)}]`), `${NOTE} yaml/too-deep`],
    [
      '500 levels of lines',
      Array.from({ length: 500 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
      '100 yaml/too-deep',
    ],
    ['2,500 dashes', '- '.repeat(2500), '1 yaml/too-deep'],
    ['2,500 question marks', '? '.repeat(2500), '1 yaml/too-deep'],
    ['two lines of 2,000 colons', `${': '.repeat(2000)}\n`.repeat(2), '1 yaml/too-deep'],
    ['2,000 colons behind a key', withNote(': '.repeat(2000)), `${NOTE} yaml/too-deep`],
    ['dashes, question marks and colons by turns', '? - : '.repeat(900), '1 yaml/too-deep'],
    [
      'colons on lines that go in',
      Array.from({ length: 400 }, (_, at) => `${' '.repeat(at)}: `).join('\n'),
      '100 yaml/too-deep',
    ],
    ['keys, dashes and colons', 'a: - ? : '.repeat(600), '1 yaml/too-deep'],
    ['references as keys', '*a : '.repeat(1000), '1 yaml/too-deep'],
    ['100 levels', withNote(`${'['.repeat(100)}${']'.repeat(100)}`), `${NOTE} yaml/too-deep`],
  ])('%s', (_, content, finding) => {
    const { findings } = checkText(content);
    expect(findings).toEqual([finding]);
  });
});

test('an alias bomb is refused at its first anchor and never unfolded', () => {
  const bomb = Array.from(
    { length: 30 },
    (_, at) => `a${at}: &a${at} [${`*a${at - 1}, `.repeat(9)}x]\n`,
  ).join('');
  const { findings } = checkText(SOUND_TABLE + bomb);
  expect(findings.length).toBeLessThanOrEqual(20);
  expect(new Set(findings.map((found) => found.split(' ')[1]))).toEqual(new Set(['yaml/anchor']));
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
  'the key %s is an unknown key',
  (key) => {
    expect(checkText(`${SOUND_TABLE}${key}: x\n`).findings).toEqual([`${BEHIND} schema/unknown-key`]);
    expect(checkText(`${SOUND_TABLE}${key}:\n  绩效指标: x\n`).findings).toEqual([
      `${BEHIND} schema/unknown-key`,
    ]);
    expect(checkText(withNote(`教材\n        ${key}: x`)).findings).toEqual([
      `${NOTE + 1} schema/unknown-key`,
    ]);
    expect(({} as Record<string, unknown>).绩效指标).toBeUndefined();
  },
);

test('thousands of unknown keys are reported in few lines', () => {
  const many = checkText(SOUND_TABLE + keys(3000, (index) => `k${index}`));
  expect(many.findings).toHaveLength(51);
  expect(many.findings.at(-1)).toBe(`${BEHIND + 50} schema/and-more`);
  expect(many.printed).toContain('还有 2950 处');
  expect(checkText(SOUND_TABLE + keys(10_000, (index) => `k${index}`)).findings).toEqual(['1 yaml/too-many']);
});

test('thousands of keys that are the same are reported in few lines', () => {
  expect(checkText(SOUND_TABLE + keys(4000, () => '负责人')).findings).toHaveLength(20);
});

test('thousands of slips are reported in few lines', () => {
  expect(checkText('项目名称：样例\n'.repeat(9000)).findings).toHaveLength(20);
  expect(checkText('\t项目名称: 样例\n'.repeat(9000)).findings).toEqual(['1 yaml/tab']);
});

test('a key or a value of enormous length is named, not repeated', () => {
  const key = checkText(`${SOUND_TABLE}${'长'.repeat(50_000)}: x\n`);
  expect(key.findings).toEqual([`${BEHIND} yaml/long-line`]);
  const shorter = checkText(`${SOUND_TABLE}${'长'.repeat(5000)}: x\n`);
  expect(shorter.findings).toEqual([`${BEHIND} yaml/long-key`]);
  const unknown = checkText(`${SOUND_TABLE}${'长'.repeat(1000)}: x\n`);
  expect(unknown.findings).toEqual([`${BEHIND} schema/unknown-key`]);
  for (const { printed } of [key, shorter, unknown]) expect(printed.length).toBeLessThan(3000);
});

test('half of a character', () => {
  expect(checkText(withNote('"教材\\uD800"')).findings).toEqual([`${NOTE} yaml/half-character`]);
  expect(checkText(withNote('"教材\\uDC00\\uD800"')).findings).toEqual([`${NOTE} yaml/half-character`]);
  expect(checkText(withNote('"教材\\uD83D\\uDE00"')).findings).not.toContain(`${NOTE} yaml/half-character`);
});

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  test('a link to a file outside: nothing of it is shown', () => {
    const { findings, printed } = checkFolder((put, folder) => {
      put('elsewhere/secret.txt', '项目名称：secret-of-the-machine\n');
      put(FILE, SOUND_TABLE);
      symlinkSync(join(folder, 'elsewhere/secret.txt'), join(folder, 'projects/2022/外面.yaml'));
    });
    expect(findings).toEqual(['1 file/link']);
    expect(printed).not.toContain('secret');
  });

  test('a loop of links, a link to nothing, a folder', () => {
    const { findings } = checkFolder((put, folder) => {
      put(FILE, SOUND_TABLE);
      const at = (name: string) => join(folder, 'projects/2022', name);
      symlinkSync(at('乙.yaml'), at('甲.yaml'));
      symlinkSync(at('甲.yaml'), at('乙.yaml'));
      symlinkSync(at('没有'), at('丙.yaml'));
      mkdirSync(at('丁.yaml'));
    });
    expect(findings.sort()).toEqual(['1 file/link', '1 file/link', '1 file/link', '1 file/not-a-file']);
  });

  test('a folder that links to itself is not walked, and is reported', () => {
    const { findings } = checkFolder((put, folder) => {
      put(FILE, SOUND_TABLE);
      symlinkSync(join(folder, 'projects'), join(folder, 'projects/2022/again'));
      symlinkSync(join(folder, 'projects/2022'), join(folder, 'projects/2023'));
    });
    expect(findings).toEqual(['1 file/ignored', '1 file/ignored']);
  });

  test('a name with control characters is refused, and cannot steer a terminal or a workflow', () => {
    const { findings, printed } = checkFolder((put) => {
      put(FILE, SOUND_TABLE);
      put('projects/2022/a\x1b[2J\n::error::b\u202e.yaml', SOUND_TABLE);
    });
    expect(findings).toEqual(['1 file/name-characters']);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(printed).not.toMatch(/[\x1b\u202e]|\n::error::b/);
  });
});

/** A table of so many rows, each with a long enough remark. */
const withRows = (count: number) =>
  SOUND_TABLE.replace(
    '      - 三级指标: 培训次数\n        指标值: ≥ 4 次\n',
    Array.from(
      { length: count },
      (_, at) =>
        `      - 三级指标: 第${at}场培训次数\n        指标值: ≥ 4 次\n        备注: |\n${'          按计划完成。\n'.repeat(3)}`,
    ).join(''),
  );
/** The rows of the sound table that stay. */
const OTHER_ROWS = 5;

test('a sound table of 400 rows and a text of 5,000 characters are no attack; one more of either is', () => {
  const limits = (text: string) => checkText(text).findings.filter((found) => /yaml|schema|file/.test(found));
  expect(limits(withRows(400 - OTHER_ROWS))).toEqual([]);
  expect(checkText(withRows(401 - OTHER_ROWS)).findings).toEqual([
    expect.stringMatching(/^\d+ yaml\/too-many$/),
  ]);
  expect(limits(withNote('长'.repeat(5000)))).toEqual([]);
  expect(checkText(withNote('长'.repeat(5001))).findings).toEqual([`${NOTE} yaml/too-long`]);
  expect(checkText(withNote('长'.repeat(5001))).printed).toContain(
    '这段文字有 5001 个字，一格里最多 5000 个字',
  );
});

test('over a limit nothing else is looked at', () => {
  // A wrong code, a key that nobody knows and an unfinished text: told once the text is shorter.
  const wrong = withNote('待填'.repeat(2501)).replace('52270022P004296102284', 'x').concat('未知: 待填\n');
  expect(checkText(wrong).findings).toEqual([`${NOTE} yaml/too-long`]);
});

test.each<[string, string, number, string]>([
  ['实施单位', '项目编码: ', 100, FILE],
  ['主管部门', '项目编码: ', 100, FILE],
  ['负责人', '项目编码: ', 100, FILE],
  ['标题', '', 60, 'projects/2022/booklet.yaml'],
  ['单位', '', 100, 'projects/2022/booklet.yaml'],
])('a %s that would fill the page is an error with its limit', (key, before, limit, file) => {
  const write = (length: number) =>
    checkFolder((put) => {
      const line = `${key}: ${'长'.repeat(length)}\n`;
      if (before === '') put(file, SOUND_BOOKLET.replace(new RegExp(`^${key}: .*\n`, 'm'), line));
      put(FILE, before === '' ? SOUND_TABLE : SOUND_TABLE.replace(before, `${line}${before}`));
    });
  const codes = (length: number) => write(length).findings.map((found) => found.split(' ')[1]);
  expect(codes(limit)).not.toContain('schema/too-long');
  expect(codes(limit + 1)).toContain('schema/too-long');
  expect(codes(3000)).toContain('schema/too-long');
  expect(codes(6000)).toEqual([expect.stringMatching(/^yaml\//)]);
  expect(write(3000).printed).toContain(`“${key}”超过 ${limit} 个字`);
});
