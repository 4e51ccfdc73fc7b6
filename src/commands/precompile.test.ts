import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { formSource } from '../read/read-form.ts';
import { createAjv, schemaSource, type Validate } from '../read/validate.ts';
import { precompiledFile } from '../util/precompiled.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { findCurrent } from '../workspace/compiled.mjs';
import { openForms, openProgramSchemas } from './context.ts';
import { listPrecompiled } from './precompile.ts';

const compiled = join(PROGRAM_ROOT, 'dist', findCurrent(PROGRAM_ROOT) ?? '');
const schemas = openProgramSchemas(join(PROGRAM_ROOT, 'templates')).map(({ schema }) => schema as object);

const CASES: unknown[] = [
  {},
  [],
  '文',
  { 项目名称: '', 绩效目标: [], 没有: 1 },
  {
    项目名称: '一'.repeat(200),
    绩效指标: { 产出指标: { 数量指标: [{ 三级指标: '甲', 指标值: '1', 定性: '2' }] } },
  },
  { 标题: '题', 单位: '', 年度: '22', 检查: { 'row/repeated': '大错' }, 顺序: ['甲', '甲'] },
  { 标题: 1, 栏目: [{ 表头: '' }] },
];

test('the compiled program has the code of each schema, and it finds what ajv finds', () => {
  expect(schemas.length).toBeGreaterThan(5);
  for (const schema of schemas) {
    const path = join(compiled, precompiledFile(schemaSource(schema)));
    expect(existsSync(path), JSON.stringify(schema).slice(0, 80)).toBe(true);
    const validate = createRequire(path)(path) as Validate;
    const ajv = createAjv().compile(schema);
    for (const data of CASES) {
      expect(validate(data)).toBe(ajv(data));
      expect(validate.errors).toEqual(ajv.errors);
    }
  }
});

test('the compiled program has the templates and the forms, as they are now', () => {
  const files = listPrecompiled();
  // Of the schemas, of all templates, and of each form.
  expect(files.length).toBeGreaterThan(20);
  for (const { file, code } of files)
    expect(readFileSync(join(compiled, file), 'utf8') === code, code.slice(0, 80)).toBe(true);
});

test('the data of a form is as it is read', () => {
  const forms = openForms(PROGRAM_ROOT);
  for (const { file } of [...forms.listSound(), ...forms.results().listSound()]) {
    const path = join(compiled, precompiledFile(formSource(file.text)));
    expect(isDeepStrictEqual(createRequire(path)(path), file.data), file.text.slice(0, 80)).toBe(true);
  }
});
