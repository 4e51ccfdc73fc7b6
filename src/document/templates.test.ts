import { describe, expect, test } from 'vitest';
import type { TemplateFiles } from '../document/templates.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { readTemplateFiles } from '../workspace/template-files.ts';
import { SAMPLE_PROJECT } from './sample.ts';
import { compileTemplates } from './templates.ts';

const files = readTemplateFiles(`${PROGRAM_ROOT}/templates`);

function withProject(text: string, partials: Record<string, string> = {}): TemplateFiles {
  return {
    ...files,
    pages: new Map([...files.pages, ['project', text]]),
    partials: new Map([...files.partials, ...Object.entries(partials)]),
  };
}

test('the templates name nothing that the views lack', () => {
  expect(() => compileTemplates(files)).not.toThrow();
});

describe('a mistake in a template is reported with its place', () => {
  test.each([
    [
      'misspelt name',
      'a\n  {{naem}}',
      { code: 'template/unknown-name', line: '2', column: '5', name: 'naem' },
    ],
    ['misspelt in #if', '{{#if namee}}x{{/if}}', { code: 'template/unknown-name', name: 'namee' }],
    [
      'misspelt in #each',
      '{{#each rows}}\n{{level1.lable}}{{/each}}',
      { code: 'template/unknown-name', line: '2' },
    ],
    [
      'misspelt parent',
      '{{#each rows}}{{../nmae}}{{/each}}',
      { code: 'template/unknown-name', name: '../nmae' },
    ],
    ['misspelt in else', '{{#if name}}{{else}}{{x}}{{/if}}', { code: 'template/unknown-name', name: 'x' }],
    ['no list', '{{#each name}}{{/each}}', { code: 'template/not-a-list' }],
    ['unknown partial', '{{> heading}}', { code: 'template/unknown-partial', name: 'heading' }],
    ['unknown helper', '{{upper name}}', { code: 'template/unknown-helper', name: 'upper' }],
    ['unknown block', '{{#repeat rows}}{{/repeat}}', { code: 'template/unknown-helper', name: 'repeat' }],
    ['unescaped', '{{{name}}}', { code: 'template/unescaped', name: 'name' }],
    [
      'badly closed',
      'a\n<p>{{#if goal}</p>',
      {
        code: 'template/syntax',
        file: 'project.hbs',
        line: '2',
        piece: 'a<p>{{#if goal}</p>',
      },
    ],
    ['not closed', 'a\n{{#if name}}', { code: 'template/syntax', line: '2', piece: 'a{{#if name}}' }],
    [
      'closed by another',
      'a\n{{#if name}}b{{/each}}',
      { code: 'template/syntax', line: '2', piece: '{{#if}} …… {{/each}}' },
    ],
    ['no path', '{{rows/../name}}', { code: 'template/syntax', line: '1', piece: 'rows/..' }],
  ])('%s', (_, text, expected) => {
    expect(errorOf(withProject(text))).toMatchObject({ file: 'project.hbs', ...expected });
  });

  test('in a partial, with the partial’s name', () => {
    const trouble = errorOf(withProject('{{#each rows}}{{> row}}{{/each}}', { row: '{{indicatr}}' }));
    expect(trouble).toMatchObject({
      code: 'template/unknown-name',
      file: 'partials/row.hbs',
      name: 'indicatr',
    });
  });

  test('a partial that includes itself', () => {
    const trouble = errorOf(withProject('{{> loop}}', { loop: '{{> loop}}' }));
    expect(trouble).toMatchObject({ code: 'template/endless-partial', name: 'loop' });
  });

  test('a template that is missing', () => {
    const pages = new Map([...files.pages].filter(([name]) => name !== 'booklet'));
    expect(errorOf({ ...files, pages })).toMatchObject({ code: 'template/missing', file: 'booklet.hbs' });
  });
});

test('a form that has a page of its own is printed with it, and a mistake in that is reported with its place', () => {
  const own = (text: string) => ({ ...files, pages: new Map([...files.pages, ['forms/县表', text]]) });
  const { renderTable } = compileTemplates(own('<p>{{name}}</p>'));
  expect(renderTable({ ...SAMPLE_PROJECT, form: '县表', name: '<甲>' })).toBe('<p>&lt;甲&gt;</p>');
  expect(renderTable(SAMPLE_PROJECT)).toContain('<article');
  expect(errorOf(own('{{nmae}}'))).toMatchObject({ code: 'template/unknown-name', file: 'forms/县表.hbs' });
});

test('values are escaped wherever they are', () => {
  const { renderTable, renderDocument } = compileTemplates(files);
  const evil = `"><script>alert('x')</script>&amp;{{name}}`;
  const [line] = SAMPLE_PROJECT.lines;
  const [cell] = line?.cells ?? [];
  const values = { label: evil, kind: evil, field: evil, room: evil, text: [evil] };
  const said = cell && { ...cell, ...values, isName: false, choices: [{ option: evil, isChosen: true }] };
  const lines = line && said ? [{ ...line, cells: [said, { ...said, isHeading: true }] }] : [];
  const html = renderTable({ ...SAMPLE_PROJECT, name: evil, anchor: evil, code: evil, lines });
  expect(html).not.toContain('<script');
  expect(html).toContain('{{name}}');
  expect(renderDocument({ title: evil, body: '', kind: 'pages' })).not.toContain('<script');
});

function errorOf(templates: TemplateFiles): Record<string, string> {
  try {
    compileTemplates(templates);
  } catch (error) {
    if (error instanceof EnvironmentError) return { code: error.code, ...error.args };
    throw error;
  }
  return {};
}
