import type { FormFault } from '../form/fault.ts';
import type { Form } from '../form/form.ts';
import { type DerivedSource, inherit, isDerived } from '../form/inherit.ts';
import { type FormSource, toForm } from '../form/to-form.ts';
import { NO_VOCABULARY } from '../form/vocabulary.ts';
import type { Diagnostic, Outcome } from '../report/diagnostic.ts';
import { diagnose, hasErrors, sortDiagnostics } from '../report/diagnostic.ts';
import { findNode, type ParsedSource, parse, spanOf } from './parse.ts';
import type { Source } from './source.ts';
import { type Validate, validate } from './validate.ts';

/** A form, and all that its file says, for those that build on it. */
export interface ReadForm {
  form: Form;
  source: FormSource;
}

/**
 * Reads one form file. Fails with errors at their places: those of YAML, of schema/form.schema.json, and `form/…`. `findBase`
 * gives the form that it builds on, or the wording and arguments of why there is none.
 */
export function readForm(
  source: Source,
  schema: Validate,
  findBase: (name: string) => ReadForm | Pick<FormFault, 'wording' | 'args'>,
): Outcome<ReadForm> {
  const { value: parsed, diagnostics } = parse(source, NO_VOCABULARY);
  if (parsed === null) return { value: null, diagnostics };
  const wrong = validate(parsed, schema);
  if (hasErrors(wrong)) return { value: null, diagnostics: [...diagnostics, ...wrong] };
  const failure = (faults: readonly FormFault[]) => ({
    value: null,
    diagnostics: [...diagnostics, ...sortDiagnostics(faults.map((fault) => locateFault(parsed, fault)))],
  });
  // The schema has just said that it is one.
  const written = parsed.data as FormSource | DerivedSource;
  if (!isDerived(written)) {
    if ('去掉' in written) return failure([{ path: ['去掉'], wording: 'form/drop-without-base', args: {} }]);
    const { form, faults } = toForm(source.stem, written);
    return faults.length > 0 ? failure(faults) : { value: { form, source: written }, diagnostics };
  }
  const base = findBase(written.基于);
  if ('wording' in base) return failure([{ path: ['基于'], ...base }]);
  const { source: whole, faults, place } = inherit(base.source, written);
  if (faults.length > 0) return failure(faults);
  const { form, faults: found } = toForm(source.stem, whole);
  return found.length > 0 ? failure(found.map(place)) : { value: { form, source: whole }, diagnostics };
}

/** Where a fault is, with its words. */
export function locateFault({ source, root }: ParsedSource, { path, wording, args }: FormFault): Diagnostic {
  const { node, keys } = findNode(root, path);
  const key = keys.at(-1);
  // A name that is wrong is shown itself, anything else at its key.
  const isScalar = typeof path.at(-1) === 'number' || path[0] === '基于';
  return diagnose('error', wording, spanOf(source.file, isScalar || key === undefined ? node : key), args);
}
