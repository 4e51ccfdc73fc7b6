import { join, resolve } from 'node:path';
import { isScalar } from 'yaml';
import { checkCharacterOf } from '../check/rules/code.ts';
import { FIRST_FORM, type Form } from '../form/form.ts';
import { TO_FILL } from '../form/to-fill.ts';
import { FORM_KEYS } from '../form/to-form.ts';
import { isSchemaLine } from '../format/attach-comments.ts';
import { fitYear } from '../format/fit-year.ts';
import { writeScalar } from '../format/write-layout.ts';
import { toBooklet } from '../read/booklet.ts';
import type { Forms } from '../read/forms.ts';
import { parse } from '../read/parse.ts';
import { BOOKLET_STEM, DEPARTMENT_STEM } from '../read/source.ts';
import type { Sentence } from '../report/sentence.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { refuseLink, showPath } from '../workspace/disk.ts';
import { makeFolder } from '../workspace/folder.ts';
import { writeNew } from '../workspace/new-file.ts';
import { listYears, readSourceIfAny } from '../workspace/year-folder.ts';
import { openExamples, openForms } from './context.ts';
import {
  chooseYear,
  exists,
  formOfFolder,
  type New,
  type NewOptions,
  refusePlace,
  schemaFrom,
} from './new-draft.ts';

/**
 * Copies the filled example of a form into a year, with the dates of that year; where the year has no booklet.yaml, one that
 * names the form. Throws EnvironmentError.
 */
export async function writeExample(options: NewOptions): Promise<New> {
  const { cwd, projects, names } = options;
  const [wanted, ...others] = names;
  if (others.length > 0) throw new EnvironmentError('new/several-forms', { names: names.join(' ') });
  const forms = openForms(cwd, options.templates);
  const year = chooseYear(options);
  const folder = join(resolve(cwd, projects), year);
  refuseLink(cwd, folder);
  const booklet = readSourceIfAny(cwd, join(folder, `${BOOKLET_STEM}.yaml`));
  const { form, words } = findForm(forms, wanted ?? formOfFolder(cwd, folder, '', forms).form.name);
  const ofYear = formOfFolder(cwd, folder, form.kind === 'department' ? DEPARTMENT_STEM : '', forms).form;
  const examples = openExamples(cwd, options.templates);
  const example = examples.get(form.name);
  if (example === undefined) {
    const known = [...examples.keys()].join('、');
    throw new EnvironmentError('new/no-example', { name: form.name, known });
  }
  const text = withSchema(
    fitYear(example, year, (code) => codeOfYear(code, year)),
    schemaFrom(folder, form),
  );
  const stem = form.kind === 'department' ? DEPARTMENT_STEM : nameOf(text, form, words);
  const path = join(folder, `${stem}.yaml`);
  const file = showPath(cwd, path);
  const refused = refusePlace({ file, stem, text }, folder);
  const refuse = (diagnostics: New['diagnostics']): New => ({
    ...{ written: null, files: [], told: [], diagnostics, texts: new Map() },
  });
  if (refused.length > 0) return refuse(refused);
  makeFolder(folder);
  if (!(await writeNew(path, text))) return refuse([exists(file)]);
  const told: Sentence[] = [{ code: 'new/example-written', args: { file, form: form.name } }];
  const files = [file];
  if (booklet === null) {
    const own = join(folder, `${BOOKLET_STEM}.yaml`);
    const unit = unitOf(cwd, projects, forms) ?? TO_FILL;
    if (await writeNew(own, writeBooklet({ form, year, unit, schema: schemaFrom(folder, 'booklet') }))) {
      files.push(showPath(cwd, own));
      told.unshift({ code: 'new/made', args: { file: showPath(cwd, own) } });
    }
  } else if (ofYear !== form) {
    const args = { year, own: ofYear.name, form: form.name, file: booklet.value?.file ?? '' };
    told.push({ code: 'new/other-form', args });
  }
  return { written: file, files, told, diagnostics: [], texts: new Map() };
}

function findForm(forms: Forms, name: string) {
  const known = forms.find(name);
  if (known === null) throw new EnvironmentError('form/missing', { name, known: forms.names.join('、') });
  return known;
}

/** The schema line first, whatever the example has: from a folder of templates it leads somewhere else. */
function withSchema(text: string, schema: string | null): string {
  const lines = text.split('\n').filter((line) => !isSchemaLine(line));
  return [...(schema === null ? [] : [`# yaml-language-server: $schema=${schema}`]), ...lines].join('\n');
}

function nameOf(text: string, form: Form, words: Parameters<typeof parse>[1]): string {
  const { value } = parse({ file: '', stem: '', text }, words);
  const key = form.fields.find(({ type }) => type === 'name')?.key ?? '';
  const node = value?.root.get(key, true);
  if (!isScalar(node)) throw new Error(`the example of ${form.name} has no ${key}`);
  return String(node.value).normalize('NFC');
}

function codeOfYear(code: string, year: string): string {
  const moved = code.slice(0, 6) + year.slice(-2) + code.slice(8, -1);
  return moved + (code.charAt(8) === 'P' ? checkCharacterOf(moved) : code.slice(-1));
}

/** 单位 as the newest year has it. */
function unitOf(cwd: string, projects: string, forms: Forms): string | null {
  const units = listYears(cwd, projects).flatMap((year) => {
    const source = readSourceIfAny(cwd, join(resolve(cwd, projects), year, `${BOOKLET_STEM}.yaml`))?.value;
    const parsed = source && parse(source, forms.first.words).value;
    return parsed ? [toBooklet(parsed, forms).unit] : [];
  });
  return units.filter((unit) => unit !== '').at(-1) ?? null;
}

function writeBooklet(of: { form: Form; year: string; unit: string; schema: string | null }): string {
  const { form, year, unit, schema } = of;
  return [
    ...(schema === null ? [] : [`# yaml-language-server: $schema=${schema}`]),
    `标题: ${writeScalar(`${year}年度${form.title}`)}`,
    `单位: ${writeScalar(unit)}`,
    `年度: ${year}`,
    ...(form.name === FIRST_FORM ? [] : ['表式:', `  ${FORM_KEYS[form.kind]}: ${writeScalar(form.name)}`]),
    '',
  ].join('\n');
}
