import { FIRST_FORM, type Form } from '../form/form.ts';
import { toSourceSchema } from '../form/source-schema.ts';
import { countLines } from '../report/report.ts';
import { MachineTrouble } from '../util/trouble.ts';
import { readForm } from './read-form.ts';
import { compileSchema, type Validate } from './validate.ts';

/** A form, ready to read sources with. */
export interface KnownForm {
  form: Form;
  /** Checks the data of a source. */
  validate: Validate;
}

/** The forms of a folder of templates. */
export interface Forms {
  names: readonly string[];
  /** What sources have when booklet.yaml names no form. */
  first: KnownForm;
  /** Null when there is no such form. Throws MachineTrouble, with the place, when it is broken. */
  find(name: string): KnownForm | null;
}

/**
 * Reads forms when they are first asked for. `files`: name without ending → text. `schema`: form.schema.json, compiled. Throws
 * MachineTrouble when the first form is missing or broken.
 */
export function createForms(files: ReadonlyMap<string, string>, schema: () => Validate): Forms {
  const known = new Map<string, KnownForm>();
  const find = (name: string): KnownForm | null => {
    const text = files.get(name);
    if (text === undefined) return null;
    const form = known.get(name) ?? openForm(name, text, schema());
    known.set(name, form);
    return form;
  };
  const names = [...files.keys()];
  const first = find(FIRST_FORM);
  if (first === null) {
    throw new MachineTrouble('form/missing', { name: FIRST_FORM, known: names.join(' ') });
  }
  return { names, first, find };
}

function openForm(name: string, text: string, schema: Validate): KnownForm {
  const file = `forms/${name}.yaml`;
  const { value: form, diagnostics } = readForm({ file, stem: name, text }, schema);
  const [wrong] = diagnostics.filter(({ severity }) => severity === 'error');
  if (form === null || wrong !== undefined) {
    if (wrong === undefined) throw new Error(`${file} gives no form and no error`);
    const { line, col } = countLines(text).linePos(wrong.at.start);
    throw new MachineTrouble(wrong.wording, wrong.args, undefined, `${file}:${line}:${col}`);
  }
  return { form, validate: compileSchema(file, JSON.stringify(toSourceSchema(form))) };
}
