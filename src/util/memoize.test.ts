import { expect, test } from 'vitest';
import { openContext } from '../commands/context.ts';
import { compileYear, createCompiler } from '../compile.ts';
import type { Document } from '../document/document.ts';
import { keepUnchanged, type Source, type YearSources } from '../read/source.ts';
import { SOUND_BOOKLET, SOUND_TABLE } from '../test/compile-source.ts';
import { PROGRAM_ROOT } from './program.ts';

const context = openContext(`${PROGRAM_ROOT}/templates`, false);

const source = (stem: string, text: string): Source => ({ file: `projects/2022/${stem}.yaml`, stem, text });

/** Two tables that differ in name and code, and a booklet.yaml. */
function readYear(change: (text: string) => string = (text) => text, booklet = SOUND_BOOKLET): YearSources {
  const other = SOUND_TABLE.replace('样例', '另一').replace('2284', '2284'.replace('8', '7'));
  return {
    year: '2022',
    path: '2022',
    folder: 'projects/2022',
    booklet: source('booklet', booklet),
    tables: [source('样例', change(SOUND_TABLE)), source('另一', other)],
    results: [],
    diagnostics: [],
  };
}

/** A document with what is made of it only when it is asked for. */
function spellOut(document: Document | null): string {
  return JSON.stringify(document, (_, value) => (typeof value === 'function' ? value() : value));
}

test('a year compiled again gives what it gives when compiled for the first time, whatever was edited', () => {
  const compile = createCompiler(context);
  const edits: ((text: string) => string)[] = [
    (text) => text,
    (text) => text.replace('≥ 4 次', '≥ 5 次'),
    (text) => text.replace('≥ 4 次', '4 次'),
    (text) => text.replace('教材和场地', '教材, 场地\u{2A6A5}'),
    (text) => text.replace('项目名称: 样例', '项目名称: 另一'),
    (text) => text,
  ];
  const booklets = [SOUND_BOOKLET, `${SOUND_BOOKLET}检查:\n  text/half-width: 错误\n`, SOUND_BOOKLET];
  let before: YearSources[] = [];
  for (const booklet of booklets) {
    for (const edit of edits) {
      const year = readYear(edit, booklet);
      before = keepUnchanged(before, [year]);
      const again = compile(before)[0];
      const first = compileYear(year, context);
      expect(again?.diagnostics).toEqual(first.diagnostics);
      expect(again?.tables.map(({ table }) => table)).toEqual(first.tables.map(({ table }) => table));
      expect(again?.tables.map(({ document }) => spellOut(document))).toEqual(
        first.tables.map(({ document }) => spellOut(document)),
      );
      expect(spellOut(again?.bind?.() ?? null)).toBe(spellOut(first.bind?.() ?? null));
    }
  }
});

test('what was not edited is not made again', () => {
  const compile = createCompiler(context);
  const years = keepUnchanged([], [readYear()]);
  const [before] = compile(years);
  const [after] = compile(keepUnchanged(years, [readYear((text) => text.replace('≥ 4', '≥ 5'))]));
  const documentOf = (year: typeof before, stem: string) =>
    year?.tables.find(({ document }) => document.stem === stem)?.document;
  expect(documentOf(after, '另一')).toBe(documentOf(before, '另一'));
  expect(documentOf(after, '样例')).not.toBe(documentOf(before, '样例'));
});
