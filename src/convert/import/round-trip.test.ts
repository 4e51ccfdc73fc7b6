import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openContext } from '../../commands/context.ts';
import { type CompiledYear, compileYear } from '../../compile.ts';
import type { Form } from '../../form/form.ts';
import type { ExportFormat } from '../../form/vocabulary.ts';
import { digestOf } from '../../read/content-hash.ts';
import { DEPARTMENT_STEM } from '../../read/source.ts';
import { compileTexts } from '../../test/compile-source.ts';
import { recognizeBy } from '../../test/recognize-by.ts';
import { PROGRAM_ROOT } from '../../util/program.ts';
import { readSources } from '../../workspace/disk.ts';
import { toExports } from '../export/outputs.ts';
import { toDraft } from './draft.ts';
import { readDocument } from './read-file.ts';

const context = openContext(join(PROGRAM_ROOT, 'templates'), false);
const { forms } = context;
const GOAL_FORMS = [forms.first, ...forms.listSound()].map(({ form }) => form) as [Form, ...Form[]];

function compile(texts: ReadonlyMap<string, string>, form: string): CompiledYear {
  const isOwn = form !== forms.first.form.name && forms.find(form)?.form.kind === 'goal';
  const names = isOwn ? `表式:\n  目标: ${form}\n` : '';
  const booklet = `标题: 样例汇编\n单位: 样例局\n年度: 2022\n${names}`;
  const tables = Object.fromEntries([...texts].map(([stem, text]) => [`${stem}.yaml`, text]));
  return compileTexts({ ...tables, 'booklet.yaml': booklet }).year;
}

function marksOf(year: CompiledYear): Record<string, string> {
  const tables = [...year.tables, ...year.drafts];
  return Object.fromEntries(tables.map(({ table }) => [table.stem, digestOf(table)]));
}

function exportYear(year: CompiledYear): Map<string, Uint8Array> {
  const volume = year.bind === null ? [] : [year.bind()];
  const documents = [...volume, ...year.tables.map(({ document }) => document)];
  const all = toExports(documents, year, new Set<ExportFormat>(['xlsx', 'docx']));
  return new Map(all.map(({ stem, format, write }) => [`${stem}.${format}`, Buffer.from(write())]));
}

/** Imports files and compiles what came of them. */
function importAll(files: readonly (readonly [string, Uint8Array])[], form: string) {
  const texts = new Map<string, string>();
  const notes: string[] = [];
  for (const [name, bytes] of files) {
    const document = readDocument(bytes, name.endsWith('.docx') ? 'docx' : 'xlsx');
    const { tables } = recognizeBy(document, GOAL_FORMS);
    for (const table of tables) {
      expect(table.form.name).toBe(form);
      const { words } = forms.find(form) ?? forms.first;
      const draft = toDraft(table, { schema: null, words, fallback: name });
      notes.push(...draft.notes.map(({ code, args }) => `${code} ${JSON.stringify(args)}`));
      texts.set(draft.stem, draft.text);
    }
  }
  return { year: compile(texts, form), notes };
}

const { years } = readSources({ cwd: PROGRAM_ROOT, projects: 'projects', paths: [] });
const EIGHT = years.map((year) => compileYear(year, context))[0] as CompiledYear;

describe('the eight tables come back from what was exported', () => {
  const files = exportYear(EIGHT);
  test.each(['docx', 'xlsx'])('each from its .%s', (format) => {
    const own = [...files].filter(([name]) => name.endsWith(format) && !name.startsWith('booklet'));
    const { year, notes } = importAll(own, forms.first.form.name);
    expect({ notes, marks: marksOf(year) }).toEqual({ notes: [], marks: marksOf(EIGHT) });
  });

  test('all from the workbook of the year', () => {
    const { year, notes } = importAll(
      [...files].filter(([name]) => name === 'booklet.xlsx'),
      forms.first.form.name,
    );
    expect({ notes, marks: marksOf(year) }).toEqual({ notes: [], marks: marksOf(EIGHT) });
  });
});

const EXAMPLES = join(PROGRAM_ROOT, 'templates/forms/例');

describe('the example of every form comes back from what was exported', () => {
  const goals = readdirSync(EXAMPLES)
    .map((name) => name.replace('.yaml', ''))
    .filter((name) => ['goal', 'department'].includes(forms.find(name)?.form.kind ?? ''));
  test.each(goals)('%s', (form) => {
    const text = readFileSync(join(EXAMPLES, `${form}.yaml`), 'utf8');
    const stem = /^项目名称: (.*)$/m.exec(text)?.[1] ?? DEPARTMENT_STEM;
    const before = compile(new Map([[stem, text]]), form);
    const files = [...exportYear(before)].filter(([name]) => !name.startsWith('booklet'));
    expect(files.length).toBe(2);
    for (const file of files) {
      const { year, notes } = importAll([file], form);
      expect({ notes, marks: marksOf(year) }).toEqual({ notes: [], marks: marksOf(before) });
    }
  });
});
