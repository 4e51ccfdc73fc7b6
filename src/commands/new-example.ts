import { join, resolve } from 'node:path';
import { isScalar } from 'yaml';
import { checkCharacterOf } from '../check/rules/code.ts';
import type { Form } from '../form/form.ts';
import { USUAL_FORMS } from '../form/results-form.ts';
import { TO_FILL } from '../form/to-fill.ts';
import { FORM_KEYS, FORM_KINDS, type FormKind } from '../form/words.ts';
import { isSchemaLine, schemaLine } from '../format/attach-comments.ts';
import { writeBookletSkeleton } from '../format/booklet-skeleton.ts';
import { fitYear } from '../format/fit-year.ts';
import { type Booklet, readBookletOf } from '../read/booklet.ts';
import type { Forms, KnownForm } from '../read/forms.ts';
import { parse } from '../read/parse.ts';
import { BOOKLET_STEM, DEPARTMENT_STEM } from '../read/source.ts';
import type { Message } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { makeFolder } from '../workspace/folder.ts';
import { writeNew } from '../workspace/new-file.ts';
import { refuseLink, showPath } from '../workspace/show-path.ts';
import { listYears, readSourceIfAny } from '../workspace/year-folder.ts';
import { openExamples, openForms } from './context.ts';
import {
  chooseYear,
  exists,
  type New,
  type NewOptions,
  refused,
  refusePlace,
  refuseWith,
  schemaFrom,
  wrote,
} from './new-draft.ts';

type AnyForm = Pick<Form, 'kind' | 'name' | 'title' | 'fields'>;
interface AnyKnownForm {
  form: AnyForm;
  words: KnownForm['words'];
}

interface Example {
  form: AnyForm;
  stem: string;
  folder: string;
  text: string;
}

/**
 * Copies the filled example of a form into a year, with the dates of that year; of a form of results, with the table that they
 * are the results of. Where the year has no booklet.yaml, one that names the forms. Throws EnvironmentError.
 */
export async function writeExample(options: NewOptions): Promise<New> {
  const { cwd, projects, names, into, from, code, month } = options;
  const [wanted, ...others] = names;
  refuseWith('--example', { '--into': into, '--from': from, '--code': code, '--month': month });
  if (others.length > 0) throw new EnvironmentError('new/several-forms', { names: names.join(' ') });
  const forms = openForms(cwd, options.templates);
  const year = chooseYear(options);
  const folder = join(resolve(cwd, projects), year);
  refuseLink(cwd, folder);
  const booklet = readBooklet(cwd, folder, forms);
  const known = findForm(forms, wanted ?? formOf(booklet, kindNamed(options.form)));
  const [example, ...needed] = drawUp(known, { forms, folder, year, options });
  const { stem, text } = example;
  const file = showPath(cwd, pathOf(example));
  const inTheWay = refusePlace({ file, stem, text }, example.folder);
  if (inTheWay.length > 0) return refused(inTheWay);
  makeFolder(example.folder);
  if (!writeNew(pathOf(example), text)) return refused([exists(file)]);
  const files = [file];
  const messages: Message[] = [];
  const write = async (path: string, content: string) => {
    if (!writeNew(path, content)) return;
    files.push(showPath(cwd, path));
    messages.push({ code: 'new/made', args: { file: showPath(cwd, path) } });
  };
  for (const one of needed) await write(pathOf(one), one.text);
  const used = [example, ...needed].map(({ form }) => form);
  if (booklet === null) {
    const unit = unitOf(cwd, projects, forms) ?? TO_FILL;
    const schema = schemaFrom(folder, 'booklet', options);
    await write(join(folder, `${BOOKLET_STEM}.yaml`), writeBooklet({ forms: used, year, unit, schema }));
  }
  messages.push({ code: 'new/example-written', args: { file, form: known.form.name } });
  for (const { kind, name } of booklet === null ? [] : used) {
    const own = formOf(booklet, kind);
    const args = {
      year,
      own,
      form: name,
      key: FORM_KEYS[kind],
      file: showPath(cwd, join(folder, 'booklet.yaml')),
    };
    if (own !== name) messages.push({ code: 'new/other-form', args });
  }
  return wrote(file, files, messages);
}

function kindNamed(form: string | undefined): FormKind {
  const [, kind = 'goal'] = Object.entries(FORM_KINDS).find(([key]) => key === form) ?? [];
  return kind;
}

function findForm(forms: Forms, name: string): AnyKnownForm {
  const results = forms.results();
  const known = forms.find(name) ?? results.find(name);
  if (known !== null) return known;
  throw new EnvironmentError('form/missing', { name, known: [...forms.names, ...results.names].join('、') });
}

function readBooklet(cwd: string, folder: string, forms: Forms): Booklet | null {
  return readBookletOf([readSourceIfAny(cwd, join(folder, `${BOOKLET_STEM}.yaml`))?.value ?? null], forms);
}

/** The form that a year has for a kind of tables. */
function formOf(booklet: Booklet | null, kind: FormKind): string {
  return booklet?.formNames.get(kind)?.text.trim() ?? USUAL_FORMS[kind];
}

interface Drawing {
  forms: Forms;
  folder: string;
  year: string;
  options: NewOptions;
}

function drawUp({ form, words }: AnyKnownForm, drawing: Drawing): [Example, ...Example[]] {
  const { forms, folder, year, options } = drawing;
  const examples = openExamples(options.cwd, options.templates);
  const written = examples.get(form.name);
  if (written === undefined) {
    const known = [...examples.keys()].join('、');
    throw new EnvironmentError('new/no-example', { name: form.name, known });
  }
  // 对着“…”的例表: results are those of another example, and of its year.
  const [, goal] = /^#.*对着“([^”]{1,100})”/m.exec(written) ?? [];
  if (goal === undefined && (form.kind === 'evaluation' || form.kind === 'monitoring'))
    throw new EnvironmentError('new/example-without-goal', { name: form.name });
  const needed = goal === undefined ? [] : drawUp(findForm(forms, goal), drawing);
  const writtenFor = goal === undefined ? written : (examples.get(goal) ?? written);
  const place = { goal: '', department: '', evaluation: '自评', monitoring: '监控/7月' }[form.kind];
  const own = join(folder, place);
  const fitted = fitYear(written, writtenFor, year, (code) => codeOfYear(code, year));
  const text = withSchema(fitted, schemaFrom(own, form, options));
  const stem = needed[0]?.stem ?? (form.kind === 'department' ? DEPARTMENT_STEM : nameOf(text, form, words));
  return [{ form, stem, folder: own, text }, ...needed];
}

function pathOf({ folder, stem }: Example): string {
  return join(folder, `${stem}.yaml`);
}

/** The schema line first, whatever the example has: from a folder of templates it leads somewhere else. */
function withSchema(text: string, schema: string | null): string {
  const lines = text.split('\n').filter((line) => !isSchemaLine(line));
  return [...schemaLine(schema), ...lines].join('\n');
}

function nameOf(text: string, form: AnyForm, words: KnownForm['words']): string {
  const { value } = parse({ file: '', stem: '', text }, words);
  const key = form.fields.find(({ type }) => type === 'name')?.key ?? '';
  const node = value?.root.get(key, true);
  if (!isScalar(node)) throw new EnvironmentError('new/example-without-name', { name: form.name, key });
  return String(node.value).normalize('NFC');
}

function codeOfYear(code: string, year: string): string {
  const moved = code.slice(0, 6) + year.slice(-2) + code.slice(8, -1);
  return moved + (code.charAt(8) === 'P' ? checkCharacterOf(moved) : code.slice(-1));
}

/** 单位 as the newest year has it. */
function unitOf(cwd: string, projects: string, forms: Forms): string | null {
  const units = listYears(cwd, projects).flatMap(
    (year) => readBooklet(cwd, join(resolve(cwd, projects), year), forms)?.unit ?? [],
  );
  return units.filter((unit) => unit !== '').at(-1) ?? null;
}

function writeBooklet(of: { forms: AnyForm[]; year: string; unit: string; schema: string | null }): string {
  const { forms, year, unit, schema } = of;
  const named = forms.filter(({ kind, name }) => name !== USUAL_FORMS[kind]);
  const title = `${year}年度${(forms.find(({ kind }) => kind === 'goal') ?? forms[0])?.title ?? ''}`;
  return writeBookletSkeleton({ title, unit, year, forms: named, schema });
}
