import type { FormFault } from '../form/faults.ts';
import { type DerivedSource, inherit, isDerived } from '../form/inherit.ts';
import type { FormSource } from '../form/to-form.ts';
import { NO_VOCABULARY, type Vocabulary } from '../form/vocabulary.ts';
import { type Diagnostic, diagnose, hasErrors, sortDiagnostics, toMessage } from '../report/diagnostic.ts';
import { countLines } from '../report/lines.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { lazy } from '../util/memoize.ts';
import { findPrecompiled } from '../util/precompiled.ts';
import { findNode, type ParsedSource, parse, spanOf } from './parse.ts';
import { compileSchema, type Validate, validate } from './validate.ts';

/** A form, ready to read sources with. */
export interface Known<Form extends { name: string }, Source> {
  form: Form;
  /** What its file says, with all that it takes over. */
  source: Source;
  /** The file's text, and its data. */
  file: { text: string; data: object };
  /** Checks the data of a source; made when it is first called for. */
  validate: () => Validate;
  words: Vocabulary;
}

/** Form files of one kind; each is read when it is first asked for, so that one that no year uses costs nothing and breaks nothing. */
export interface FormFolder<Form extends { name: string }, Source> {
  names: readonly string[];
  /** Null when there is no such form. Throws EnvironmentError, with the place, when it is broken. */
  find(name: string): Known<Form, Source> | null;
  listSound(): Known<Form, Source>[];
}

interface FormReader<Form extends { name: string }, Source> {
  /** Of the form files. */
  schema: () => Validate;
  toForm(name: string, source: Source): { form: Form; faults: FormFault[] };
  toWords(form: Form): Vocabulary;
  /** Of a form's sources. */
  toSchema(form: Form): unknown;
}

/** `files`: name without ending → text. */
export function createFormFolder<Form extends { name: string }, Source extends Partial<FormSource>>(
  files: ReadonlyMap<string, string>,
  { schema, toForm, toWords, toSchema }: FormReader<Form, Source>,
): FormFolder<Form, Source> {
  const names = [...files.keys()];
  const opened = new Map<string, Known<Form, Source>>();
  const open = (name: string, text: string, from: readonly string[]): Known<Form, Source> => {
    const file = `forms/${name}.yaml`;
    // The places of what is wrong, too, are found by reading it.
    const read = lazy(() => {
      const { value: parsed, diagnostics } = parse({ file, stem: name, text }, NO_VOCABULARY);
      if (parsed === null) throw toTrouble(diagnostics, text);
      const wrong = validate(parsed, schema());
      if (hasErrors(wrong)) throw toTrouble(wrong, text);
      return parsed;
    });
    const expectNone = (faults: readonly FormFault[]) => {
      if (faults.length > 0) throw toTrouble(faults.map(locateIn(read())), text);
    };
    // The schema has checked its shape.
    const written = (findPrecompiled(formSource(text)) ?? read().data) as Source | DerivedSource;
    if (!isDerived(written)) {
      if ('去掉' in written) expectNone([{ path: ['去掉'], wording: 'form/drop-without-base', args: {} }]);
      const { form, faults } = toForm(name, written);
      expectNone(faults);
      return toKnown(form, written, { text, data: written });
    }
    const base = findBase(written.基于, [...from, name]);
    if ('wording' in base) throw toTrouble([locateIn(read())(base)], text);
    const { source, faults, place } = inherit(base.source, written);
    expectNone(faults);
    const { form, faults: found } = toForm(name, source);
    expectNone(found.flatMap(place));
    return toKnown(form, source, { text, data: written });
  };
  const toKnown = (form: Form, source: Source, file: Known<Form, Source>['file']): Known<Form, Source> => {
    const check = lazy(() => compileSchema(`forms/${form.name}.yaml`, JSON.stringify(toSchema(form))));
    return { form, source, file, words: toWords(form), validate: check };
  };
  const findBase = (name: string, chain: readonly string[]): Known<Form, Source> | FormFault => {
    const path = ['基于'];
    if (chain.includes(name))
      return { path, wording: 'form/base-cycle', args: { chain: [...chain, name].join(' → ') } };
    return find(name, chain) ?? { path, wording: 'form/missing', args: { name, known: names.join('、') } };
  };
  const find = (name: string, from: readonly string[] = []): Known<Form, Source> | null => {
    const text = files.get(name);
    if (text === undefined) return null;
    const known = opened.get(name) ?? open(name, text, from);
    opened.set(name, known);
    return known;
  };
  const listSound = () =>
    names.flatMap((name) => {
      try {
        return find(name) ?? [];
      } catch (error) {
        if (error instanceof EnvironmentError) return [];
        throw error;
      }
    });
  return { names, find, listSound: lazy(listSound) };
}

/** What the program has a form's data of, where that was read when it was compiled. */
export function formSource(text: string): string {
  return `form\n${text}`;
}

/** The first of some errors in the file of a form, with its place. */
function toTrouble(diagnostics: readonly Diagnostic[], text: string): EnvironmentError {
  const [wrong] = sortDiagnostics(diagnostics.filter(({ severity }) => severity === 'error'));
  if (wrong === undefined) throw new Error('no form and no error');
  const { line, col } = countLines(text).linePos(wrong.at.start);
  return new EnvironmentError(
    toMessage(wrong).code,
    wrong.args,
    undefined,
    `${wrong.at.file}:${line}:${col}`,
  );
}

function locateIn({ source, root }: ParsedSource): (fault: FormFault) => Diagnostic {
  return ({ path, wording, args }) => {
    const { node, keys } = findNode(root, path);
    const key = keys.at(-1);
    // A name that is wrong is shown itself, anything else at its key.
    const isScalar = typeof path.at(-1) === 'number' || path[0] === '基于';
    return diagnose('error', wording, spanOf(source.file, isScalar || key === undefined ? node : key), args);
  };
}
