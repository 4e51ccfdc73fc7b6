import { FIRST_FORM, type Form } from '../form/form.ts';
import { toSourceSchema } from '../form/source-schema.ts';
import type { FormSource } from '../form/to-form.ts';
import { toVocabulary, type Vocabulary } from '../form/vocabulary.ts';
import { countLines } from '../report/lines.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { lazy } from '../util/memoize.ts';
import { type ReadForm, readForm } from './read-form.ts';
import { createResultsForms, isResultsForm, listSoundOf, type ResultsForms } from './results-forms.ts';
import { compileSchema, type Validate } from './validate.ts';

/** A form, ready to read sources with. */
export interface KnownForm {
  form: Form;
  /** What its file says, with all that it takes over. */
  source: FormSource;
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
  /** Null when there is no such form. Throws EnvironmentError, with the place, when it is broken. */
  find(name: string): KnownForm | null;
  /** All that are not broken. */
  listSound(): KnownForm[];
  /** The forms of results. */
  results: () => ResultsForms;
}

/**
 * The forms of a folder; each is read when it is first asked for, so that one that no year uses costs nothing and breaks nothing.
 * `all`: name without ending → text. `schema`: form.schema.json, compiled; `resultsSchema`: the same for forms of results. Throws
 * EnvironmentError when the first form is missing or broken.
 */
export function createForms(
  all: ReadonlyMap<string, string>,
  schema: Validate,
  resultsSchema: () => Validate,
): Forms {
  const files = new Map([...all].filter(([, text]) => !isResultsForm(text)));
  const names = [...files.keys()];
  const known = new Map<string, KnownForm>();
  const open = createOpener(files, schema);
  const find = (name: string) => {
    const text = files.get(name);
    if (text === undefined) return null;
    const form = known.get(name) ?? toKnownForm(open(name, text));
    known.set(name, form);
    return form;
  };
  const first = find(FIRST_FORM);
  if (first === null)
    throw new EnvironmentError('form/missing', { name: FIRST_FORM, known: names.join(' ') });
  const listSound = lazy(() => listSoundOf(names, find));
  const ofResults = new Map([...all].filter(([name]) => !files.has(name)));
  const results = lazy(() => createResultsForms(ofResults, resultsSchema()));
  return { names, first, find, listSound, results };
}

function toKnownForm({ form, source }: ReadForm): KnownForm {
  const file = `forms/${form.name}.yaml`;
  return {
    ...{ form, source },
    words: toVocabulary([form]),
    validate: lazy(() => compileSchema(file, JSON.stringify(toSourceSchema(form)))),
  };
}

/** Reads a form once, after the one that it builds on. */
function createOpener(files: ReadonlyMap<string, string>, schema: Validate) {
  const opened = new Map<string, ReadForm>();
  return function open(name: string, text: string, from: readonly string[] = []): ReadForm {
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
