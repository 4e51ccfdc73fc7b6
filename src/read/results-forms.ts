import type { FormFault } from '../form/fault.ts';
import { type DerivedSource, inherit } from '../form/inherit.ts';
import {
  FUNDS_KEY,
  type ResultField,
  type ResultsForm,
  type ResultUse,
  ROWS_KEY,
} from '../form/results-form.ts';
import { toResultsSchema } from '../form/results-schema.ts';
import type { FormSource } from '../form/to-form.ts';
import { type ResultsFormSource, toResultsForm } from '../form/to-results-form.ts';
import { type KeyType, NO_VOCABULARY, type Vocabulary } from '../form/vocabulary.ts';
import type { Diagnostic } from '../report/diagnostic.ts';
import { countLines } from '../report/lines.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { lazy } from '../util/memoize.ts';
import { parse } from './parse.ts';
import { locateFault } from './read-form.ts';
import { compileSchema, type Validate, validate } from './validate.ts';

/** A form of results, ready to read sources with. */
export interface KnownResultsForm {
  form: ResultsForm;
  /** What its file says, with all that it takes over. */
  source: ResultsFormSource;
  validate: () => Validate;
  words: Vocabulary;
}

export interface ResultsForms {
  names: readonly string[];
  /** Null when there is no such form. Throws EnvironmentError with the place when it is broken. */
  find(name: string): KnownResultsForm | null;
  /** Without those that are broken. */
  listSound(): KnownResultsForm[];
}

/** Whether a form file is one of 自评 or 监控. */
export function isResultsForm(text: string): boolean {
  return /^种类[ \t]*:[ \t]*["']?(?:自评|监控)/mu.test(text);
}

/** `files`: name without ending → text. `schema`: results-form.schema.json. Each form is read when it is first asked for. */
export function createResultsForms(files: ReadonlyMap<string, string>, schema: Validate): ResultsForms {
  const known = new Map<string, KnownResultsForm>();
  const names = [...files.keys()];
  const find = (name: string): KnownResultsForm | null => {
    const text = files.get(name);
    if (text === undefined) return null;
    const opened = known.get(name) ?? toKnown(openForm(name, files, schema, []));
    known.set(name, opened);
    return opened;
  };
  return { names, find, listSound: () => listSoundOf(names, find) };
}

/** What `find` finds by each of the names, without those that are broken. */
export function listSoundOf<Found>(names: readonly string[], find: (name: string) => Found | null): Found[] {
  return names.flatMap((name) => {
    try {
      return find(name) ?? [];
    } catch (error) {
      if (error instanceof EnvironmentError) return [];
      throw error;
    }
  });
}

interface OpenedForm {
  form: ResultsForm;
  source: ResultsFormSource;
}

function openForm(
  name: string,
  files: ReadonlyMap<string, string>,
  schema: Validate,
  from: readonly string[],
): OpenedForm {
  const file = `forms/${name}.yaml`;
  const text = files.get(name) ?? '';
  const fail = ({ wording, args, at }: Pick<Diagnostic, 'wording' | 'args' | 'at'>): never => {
    const { line, col } = countLines(text).linePos(at.start);
    throw new EnvironmentError(wording, args, undefined, `${file}:${line}:${col}`);
  };
  const { value: parsed, diagnostics } = parse({ file, stem: name, text }, NO_VOCABULARY);
  const wrong = parsed === null ? diagnostics : validate(parsed, schema);
  const [error] = wrong.filter(({ severity }) => severity === 'error');
  if (error !== undefined) fail(error);
  if (parsed === null) throw new Error(`${file} gives no form and no error`);
  const refuse = (fault: FormFault) => fail(locateFault(parsed, fault));
  const written = parsed.data as ResultsFormSource | (DerivedSource & Partial<ResultsFormSource>);
  if (!('基于' in written)) return check(toResultsForm(name, written), written, refuse);
  const { 基于: base } = written;
  const chain = [...from, name];
  if (chain.includes(base))
    refuse({ path: ['基于'], wording: 'form/base-cycle', args: { chain: [...chain, base].join(' → ') } });
  if (!files.has(base))
    refuse({
      path: ['基于'],
      wording: 'form/missing',
      args: { name: base, known: [...files.keys()].join('、') },
    });
  const { source: below } = openForm(base, files, schema, chain);
  // Named parts that forms of results do not have are empty.
  const blank = { 体系: {}, 指标: {}, 写法: {} };
  const inherited = inherit({ ...blank, ...below } as unknown as FormSource, written as DerivedSource);
  for (const fault of inherited.faults) refuse(fault);
  const whole = inherited.source as unknown as ResultsFormSource;
  return check(toResultsForm(name, whole), whole, (fault) => refuse(inherited.place(fault)));
}

function check(
  { form, faults }: ReturnType<typeof toResultsForm>,
  source: ResultsFormSource,
  refuse: (fault: FormFault) => never,
): OpenedForm {
  for (const fault of faults) refuse(fault);
  return { form, source };
}

function toKnown({ form, source }: OpenedForm): KnownResultsForm {
  return {
    ...{ form, source },
    words: toWords(form),
    validate: lazy(() => compileSchema(`forms/${form.name}.yaml`, JSON.stringify(toResultsSchema(form)))),
  };
}

const QUANTITIES: ReadonlySet<ResultUse> = new Set(['actual', 'forecast', 'degree']);

function toWords({ fields, rowFields, funds }: ResultsForm): Vocabulary {
  const own = (list: readonly ResultField[]) => list.filter(({ source }) => source === null);
  const top = [...(funds === null ? [] : [FUNDS_KEY]), ...own(fields).map(({ key }) => key), ROWS_KEY];
  const row = own(rowFields)
    .filter(({ use }) => use !== 'lamp')
    .map(({ key }) => key);
  const columns = funds?.columns.map(({ key }) => key) ?? [];
  const types = new Map<string, KeyType>([
    ...[FUNDS_KEY, ROWS_KEY].map((key) => [key, 'map'] as const),
    ...(funds?.columns ?? []).map(({ key, use }) => [key, use === 'reason' ? 'text' : 'amount'] as const),
    // A quantity has its blank between number and unit, as in the goals.
    ...[...fields, ...own(rowFields)].map(({ key, type, use }) => {
      if (use === 'weight' || use === 'score') return [key, 'weight'] as const;
      return [key, use !== null && QUANTITIES.has(use) ? 'figure' : type] as const;
    }),
  ]);
  const known = new Set([...top, ...row, ...columns, ...(funds?.rows ?? [])]);
  return { ...NO_VOCABULARY, top, row, types, typesBelow: new Map([[ROWS_KEY, 'figure']]), known };
}
