import { FIRST_FORM, type Form } from '../form/form.ts';
import { toSourceSchema } from '../form/source-schema.ts';
import { toVocabulary, type Vocabulary } from '../form/vocabulary.ts';
import { countLines } from '../report/report.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { lazy } from '../util/memoize.ts';
import { type ReadForm, readForm } from './read-form.ts';
import { compileSchema, type Validate } from './validate.ts';

/** A form, ready to read sources with. */
export interface KnownForm {
  form: Form;
  /** Checks the data of a source; made when it is first called for. */
  validate: () => Validate;
  /** The keys of its sources. */
  words: Vocabulary;
}

/** The forms of a folder of templates. */
export interface Forms {
  names: readonly string[];
  /** What sources have when booklet.yaml names no form. */
  first: KnownForm;
  /** Null when there is no such form. */
  find(name: string): KnownForm | null;
  /** The keys of all of them: for a source whose form nothing says, and for booklet.yaml. */
  words: Vocabulary;
}

/**
 * Reads all forms of a folder. `files`: name without ending → text. `schema`: form.schema.json, compiled. Throws EnvironmentError
 * when the first form is missing, and with the place when one is broken.
 */
export function createForms(files: ReadonlyMap<string, string>, schema: Validate): Forms {
  const names = [...files.keys()];
  if (!files.has(FIRST_FORM)) {
    throw new EnvironmentError('form/missing', { name: FIRST_FORM, known: names.join(' ') });
  }
  const opened = openForms(files, schema);
  const known = new Map([...opened].map(([name, { form }]) => [name, toKnownForm(form)]));
  const find = (name: string) => known.get(name) ?? null;
  const first = find(FIRST_FORM) as KnownForm;
  const others = [...known.values()].filter((form) => form !== first);
  const words = toVocabulary([first, ...others].map(({ form }) => form));
  return { names, first, find, words };
}

function toKnownForm(form: Form): KnownForm {
  const file = `forms/${form.name}.yaml`;
  return {
    form,
    words: toVocabulary([form]),
    validate: lazy(() => compileSchema(file, JSON.stringify(toSourceSchema(form)))),
  };
}

/** Each form once, after the one that it builds on. */
function openForms(files: ReadonlyMap<string, string>, schema: Validate): Map<string, ReadForm> {
  const opened = new Map<string, ReadForm>();
  const open = (name: string, text: string, from: readonly string[]): ReadForm => {
    const known = opened.get(name);
    if (known !== undefined) return known;
    const chain = [...from, name];
    const form = openForm(name, text, schema, (base) => {
      if (chain.includes(base)) {
        return { wording: 'form/base-cycle', args: { chain: [...chain, base].join(' → ') } };
      }
      const baseText = files.get(base);
      if (baseText !== undefined) return open(base, baseText, chain);
      return { wording: 'form/missing', args: { name: base, known: [...files.keys()].join('、') } };
    });
    opened.set(name, form);
    return form;
  };
  for (const [name, text] of files) open(name, text, []);
  return opened;
}

function openForm(
  name: string,
  text: string,
  schema: Validate,
  findBase: Parameters<typeof readForm>[2],
): ReadForm {
  const file = `forms/${name}.yaml`;
  const { value, diagnostics } = readForm({ file, stem: name, text }, schema, findBase);
  const [wrong] = diagnostics.filter(({ severity }) => severity === 'error');
  if (value !== null && wrong === undefined) return value;
  if (wrong === undefined) throw new Error(`${file} gives no form and no error`);
  const { line, col } = countLines(text).linePos(wrong.at.start);
  throw new EnvironmentError(wrong.wording, wrong.args, undefined, `${file}:${line}:${col}`);
}
