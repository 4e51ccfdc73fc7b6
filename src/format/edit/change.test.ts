import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Node } from 'yaml';
import { type ParsedSource, parse } from '../../read/parse.ts';
import { decodeSource } from '../../read/source.ts';
import { applyFix } from '../../report/fix.ts';
import { SOUND_TABLE } from '../../test/compile-source.ts';
import { FORMS } from '../../test/forms.ts';
import { PROGRAM_ROOT } from '../../util/program.ts';
import { type Change, planChange } from './change.ts';
import type { Path } from './entry-lines.ts';
import { getAt, type Plain, setAt } from './plain-data.ts';

const { words } = FORMS.first;

function read(text: string): ParsedSource | null {
  const source = decodeSource('x.yaml', Buffer.from(text)).value;
  return source && parse(source, words).value;
}

/** The text with a change made; throws the reason when it is refused. */
function make(text: string, change: Change): string {
  const parsed = read(text);
  if (parsed === null) throw new Error('cannot be read');
  const planned = planChange(parsed, change);
  if ('refusal' in planned) throw new Error(planned.refusal.code);
  return applyFix(parsed.source.text, planned);
}

const EIGHT = join(PROGRAM_ROOT, 'projects', '2022');
const CORPUS = join(PROGRAM_ROOT, 'src', 'test', 'wrong');
const eight = readdirSync(EIGHT).map((name) => readFileSync(join(EIGHT, name), 'utf8'));
const wrong = ['schema', 'value', 'yaml'].flatMap((kind) =>
  readdirSync(join(CORPUS, kind)).map((name) => readFileSync(join(CORPUS, kind, name), 'utf8')),
);
const readable = [...eight, ...wrong].filter((text) => read(text) !== null);

const VALUES = [
  '≥ 4 次',
  '> 0',
  '>= 90 %',
  '- x',
  'a: b',
  '项目: 名称',
  '名称：内容',
  '# x',
  'x # y',
  '',
  ' 前后有空格 ',
  '“三会一课”制度',
  '"a"b',
  "it's",
  '[甲], {乙}',
  '@甲',
  '%',
  '~',
  'null',
  '*甲',
  '&甲',
  '!甲',
  '|',
  '---',
  '...',
  '2022',
  '\\n',
  '一\t二',
  '一句，\n二句。',
  '一段。\n\n二段。',
  ' 缩进\n两行',
  '# 一\n- 二',
  '𠮷',
  '：',
];

/** Every text of a source by its path. */
function listTexts(data: Plain, path: Path = []): Path[] {
  if (typeof data === 'string') return [path];
  if (Array.isArray(data)) return data.flatMap((item, index) => listTexts(item, [...path, index]));
  return Object.entries(data).flatMap(([key, value]) => listTexts(value, [...path, key]));
}

const rowsOf = (data: Plain) =>
  listTexts(data).flatMap((path) => (path.at(-1) === '三级指标' ? [path.slice(0, -1)] : []));

/** Lines that are not the same in both. */
function countChanged(before: string, after: string): { removed: number; added: number } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  return { removed: old.length - head - tail, added: now.length - head - tail };
}

const KINDS: [string, (text: string) => string][] = [
  ['LF', (text) => text],
  ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
  ['no line end at the end', (text) => text.trimEnd()],
];

describe.each(KINDS)('with %s', (_, toKind) => {
  test('any text of any source becomes any other text, and nothing else changes', () => {
    let made = 0;
    const refused = new Map<string, number>();
    for (const [index, plain] of readable.entries()) {
      const text = toKind(plain);
      const parsed = read(text);
      if (parsed === null) continue;
      const data = parsed.data as Plain;
      for (const [place, path] of listTexts(data).entries()) {
        if (typeof path.at(-1) === 'number') continue;
        // A few values for each text, all of them for all texts together.
        const values = VALUES.filter((_, at) => (at + place + index) % 30 === 0);
        for (const value of values) {
          const planned = planChange(parsed, { kind: 'set', path, text: value });
          if ('refusal' in planned) {
            const { code } = planned.refusal;
            refused.set(code, (refused.get(code) ?? 0) + 1);
            continue;
          }
          made += 1;
          const after = applyFix(parsed.source.text, planned);
          // The proof of `planChange` once more, from the outside.
          const again = read(after)?.data as Plain;
          expect(
            getAt(again, path)
              ?.toString()
              .replace(/(?<!\n)\n+$/, '') ?? '',
            after,
          ).toBe(value);
          const rest = (tree: Plain) => JSON.stringify(setAt(tree, path, undefined));
          expect(rest(again), after).toBe(rest(data));
          const old = getAt(data, path);
          const { range } = parsed.root.getIn(path, true) as Node;
          const isOneLine = !parsed.source.text.slice(range?.[0], range?.[1]).includes('\n');
          if (isOneLine && value !== '' && !value.includes('\n'))
            expect(countChanged(parsed.source.text, after), after).toEqual(
              old === value ? { removed: 0, added: 0 } : { removed: 1, added: 1 },
            );
        }
      }
    }
    expect(made).toBeGreaterThan(1000);
    // What is alone in its map cannot go.
    expect([...refused.values()].reduce((sum, count) => sum + count, 0)).toBeLessThan(made / 50);
  });

  test('rows come, go, are doubled and moved; a move and its way back change nothing', () => {
    const row = { 三级指标: '新的一行', 定性: '- 待填: 内容' };
    for (const plain of readable.filter((_, index) => index % 20 === 0 || index === 1)) {
      const text = toKind(plain);
      const parsed = read(text);
      const data = parsed?.data as Plain;
      for (const path of rowsOf(data)) {
        const list = path.slice(0, -1);
        const index = Number(path.at(-1));
        const added = make(text, { kind: 'insert-row', list, index: index + 1, row });
        expect(getAt(read(added)?.data as Plain, [...list, index + 1])).toEqual(row);
        expect(countChanged(parsed?.source.text ?? '', added)).toEqual({
          removed: text.endsWith('\n') || !added.endsWith(text.slice(-1)) ? 0 : expect.any(Number),
          added: expect.any(Number),
        });
        const again = make(added, { kind: 'remove-row', row: [...list, index + 1] });
        expect(again.trimEnd()).toBe(text.trimEnd());
        for (const other of rowsOf(data)) {
          if (other === path) continue;
          const target = other.slice(0, -1);
          const moved = make(text, {
            kind: 'move-row',
            row: path,
            list: target,
            index: Number(other.at(-1)),
          });
          const value = getAt(data, path);
          expect(JSON.stringify(getAt(read(moved)?.data as Plain, [...target, Number(other.at(-1))]))).toBe(
            JSON.stringify(value),
          );
        }
      }
    }
  });
});

describe('one by one', () => {
  const LIST: Path = ['绩效指标', '产出指标', '数量指标'];
  const set = (text: string, path: Path, value: string, key?: string) =>
    make(text, { kind: 'set', path, text: value, ...(key === undefined ? {} : { key }) });

  test('a figure changes in its place, with its comment', () => {
    const text = SOUND_TABLE.replace('≥ 4 次', '≥ 4 次  # 去年3次');
    expect(set(text, [...LIST, 0, '指标值'], '≥ 5 次')).toBe(text.replace('≥ 4', '≥ 5'));
    expect(set(text, [...LIST, 0, '指标值'], '> 5 次')).toBe(text.replace('≥ 4 次', '"> 5 次"'));
    expect(set(text, [...LIST, 0, '指标值'], '每季度一次', '定性')).toBe(
      text.replace('指标值: ≥ 4 次', '定性: 每季度一次'),
    );
  });

  test('what is not there yet comes where the form has it', () => {
    const line = '        指标值: ≥ 4 次\n';
    expect(set(SOUND_TABLE, [...LIST, 0, '备注'], '含网络培训')).toBe(
      SOUND_TABLE.replace(line, `${line}        备注: 含网络培训\n`),
    );
    expect(set(SOUND_TABLE, [...LIST, 0, '备注'], '一句，\n二句。')).toBe(
      SOUND_TABLE.replace(line, `${line}        备注: |\n          一句，\n          二句。\n`),
    );
    expect(set(SOUND_TABLE, ['预算金额'], '30 万元')).toBe(
      SOUND_TABLE.replace('绩效目标:', '预算金额: 30 万元\n绩效目标:'),
    );
    const without = SOUND_TABLE.replace('三级指标: 培训次数\n        ', '');
    expect(set(without, [...LIST, 0, '三级指标'], '培训次数')).toBe(SOUND_TABLE);
    const brackets = SOUND_TABLE.replace(
      '- 三级指标: 培训次数\n        指标值: ≥ 4 次',
      '- { 三级指标: 培训次数, 指标值: ≥ 4 次 }',
    );
    expect(set(brackets, [...LIST, 0, '备注'], '甲, 乙')).toBe(
      brackets.replace('≥ 4 次 }', '≥ 4 次, 备注: "甲, 乙" }'),
    );
  });

  test('an empty value is filled in front of its comment, a text of several lines below it', () => {
    const text = SOUND_TABLE.replace('备注: 教材和场地', '备注: # 待写');
    const path = ['绩效指标', '产出指标', '成本指标', 0, '备注'];
    expect(set(text, path, '教材')).toBe(text.replace('备注: # 待写', '备注: 教材 # 待写'));
    const full = SOUND_TABLE.replace('备注: 教材和场地', '备注: 教材 # 待写');
    for (const source of [text, full]) {
      expect(set(source, path, '一\n二')).toBe(
        SOUND_TABLE.replace('备注: 教材和场地', '备注: | # 待写\n          一\n          二'),
      );
    }
  });

  test('a text that is emptied goes with its line; a comment stays', () => {
    const path = ['绩效指标', '产出指标', '成本指标', 0, '备注'];
    expect(set(SOUND_TABLE, path, '')).toBe(SOUND_TABLE.replace('        备注: 教材和场地\n', ''));
    const text = SOUND_TABLE.replace('教材和场地', '教材 # 二月');
    expect(set(text, path, '')).toBe(text.replace('备注: 教材 # 二月', '# 二月'));
    const block = SOUND_TABLE.replace('教材和场地', '|\n          教材\n          场地');
    expect(set(block, path, '')).toBe(set(SOUND_TABLE, path, ''));
  });

  test('a group comes where the form has it, with the 一级指标 that is not there yet', () => {
    const row = { 三级指标: '待填', 指标值: '待填' };
    const add = (text: string, ...list: string[]) =>
      make(text, { kind: 'insert-row', list: ['绩效指标', ...list], index: 0, row });
    const lines = '      - 三级指标: 待填\n        指标值: 待填\n';
    expect(add(SOUND_TABLE, '效益指标', '经济效益指标')).toBe(
      SOUND_TABLE.replace('    社会效益指标:', `    经济效益指标:\n${lines}    社会效益指标:`),
    );
    expect(add(SOUND_TABLE, '效益指标', '可持续影响指标')).toBe(
      SOUND_TABLE.replace('  满意度指标:\n', `    可持续影响指标:\n${lines}  满意度指标:\n`),
    );
    const without = SOUND_TABLE.replace(/ {2}效益指标:[\s\S]*?(?= {2}满意度)/, '');
    expect(add(without, '效益指标', '社会效益指标')).toBe(
      without.replace('  满意度指标:\n', `  效益指标:\n    社会效益指标:\n${lines}  满意度指标:\n`),
    );
    const empty = SOUND_TABLE.replace(/ {6}- 三级指标: 培训次数\n.*\n/, '');
    expect(add(empty, '产出指标', '数量指标')).toBe(
      empty.replace('    数量指标:\n', `    数量指标:\n${lines}`),
    );
  });

  test('a row goes with its comments and the groups that it leaves empty; the last of a table stays', () => {
    const text = SOUND_TABLE.replace(
      '      - 三级指标: 履职',
      '      # 忽略 x：甲\n      - 三级指标: 履职',
    ).replace('  效益指标:', '  # 好处\n  效益指标:');
    const row = ['绩效指标', '效益指标', '社会效益指标', 0];
    expect(make(text, { kind: 'remove-row', row })).toBe(
      text.replace(/ {2}# 好处[\s\S]*?(?= {2}满意度)/, ''),
    );
    const one = SOUND_TABLE.replace(/ {4}质量指标[\s\S]*/, '');
    expect(() => make(one, { kind: 'remove-row', row: [...LIST, 0] })).toThrow('edit/last-row');
  });

  test('a row takes its comments along and fits into a list that is indented otherwise', () => {
    const text = SOUND_TABLE.replace(
      '      - 三级指标: 培训合格率\n        指标值: ≥ 95 %',
      '    # 合格\n    - 三级指标: 培训合格率\n      备注: |\n        一\n\n        二\n      指标值: ≥ 95 %',
    );
    const row = ['绩效指标', '产出指标', '质量指标', 0];
    expect(make(text, { kind: 'move-row', row, list: LIST, index: 1 })).toBe(
      text
        .replace(/ {4}质量指标:[\s\S]*?(?= {4}时效)/, '')
        .replace(
          '≥ 4 次\n',
          '≥ 4 次\n      # 合格\n      - 三级指标: 培训合格率\n        备注: |\n          一\n\n          二\n        指标值: ≥ 95 %\n',
        ),
    );
  });

  test('a finding is suppressed above the line on which its value begins', () => {
    const text = SOUND_TABLE.replace('备注: 教材和场地', '备注: |\n          教材,\n          场地');
    const suppress = (at: number, reason: string) =>
      make(text, { kind: 'suppress', at, code: 'text/half-width', reason });
    expect(suppress(text.indexOf(','), '原文\n如此')).toBe(
      text.replace('        备注: |', '        # 忽略 text/half-width：原文 如此\n        备注: |'),
    );
    expect(suppress(text.indexOf('培训次数'), '好')).toBe(
      text.replace(
        '      - 三级指标: 培训次数',
        '      # 忽略 text/half-width：好\n      - 三级指标: 培训次数',
      ),
    );
    expect(() => suppress(text.indexOf(','), ' 。')).toThrow('edit/no-reason');
  });

  test('what cannot be changed here, or could not be read, is refused', () => {
    expect(() => set(SOUND_TABLE, ['绩效指标', '产出指标'], '文字')).toThrow('edit/shape');
    expect(() => set(SOUND_TABLE, ['绩效指标', '产出指标', '数量指标', 7, '备注'], '文字')).toThrow(
      'edit/shape',
    );
    expect(() => set(SOUND_TABLE, ['绩效目标'], '长'.repeat(6000))).toThrow('yaml/');
    expect(() => set(SOUND_TABLE, ['绩效目标'], '甲\0乙')).toThrow();
    expect(() => set(SOUND_TABLE, ['__proto__', 'x'], '甲')).toThrow();
  });
});
