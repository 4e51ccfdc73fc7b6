import type { Form } from '../form/form.ts';
import { type FormFault, type FormSource, toForm } from '../form/to-form.ts';
import { NO_VOCABULARY } from '../form/vocabulary.ts';
import type { Diagnostic, Outcome } from '../report/diagnostic.ts';
import { diagnose, hasErrors } from '../report/diagnostic.ts';
import { findNode, type ParsedSource, parse, spanOf } from './parse.ts';
import type { Source } from './source.ts';
import { type Validate, validate } from './validate.ts';

/** Reads one form file. Fails with errors at their places: those of YAML, of schema/form.schema.json, and `form/…`. */
export function readForm(source: Source, schema: Validate): Outcome<Form> {
  const { value: parsed, diagnostics } = parse(source, NO_VOCABULARY);
  if (parsed === null) return { value: null, diagnostics };
  const wrong = validate(parsed, schema);
  if (hasErrors(wrong)) return { value: null, diagnostics: [...diagnostics, ...wrong] };
  // The schema has just said that it is one.
  const { form, faults } = toForm(source.stem, parsed.data as FormSource);
  const found = faults.map((fault) => locate(parsed, fault));
  return { value: found.length > 0 ? null : form, diagnostics: [...diagnostics, ...found] };
}

function locate({ source, root }: ParsedSource, { path, wording, args }: FormFault): Diagnostic {
  const { node, keys } = findNode(root, path);
  const key = keys.at(-1);
  // A name that is wrong is shown itself, anything else at its key.
  const isScalar = typeof path.at(-1) === 'number';
  return diagnose('error', wording, spanOf(source.file, isScalar || key === undefined ? node : key), args);
}
