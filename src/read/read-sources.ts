import type { Form } from '../form/form.ts';
import { FORM_KEYS } from '../form/words.ts';
import { listed } from '../messages/wording.ts';
import { type Diagnostic, diagnose } from '../report/diagnostic.ts';
import { type Booklet, type BookletPlace, defaultBooklet, toBooklet } from './booklet.ts';
import type { Forms } from './forms.ts';
import { type ParsedSource, parse } from './parse.ts';
import { DEPARTMENT_STEM, type Source, type YearSources } from './source.ts';
import { type Draft, type Table, toTable } from './table.ts';
import { type Validate, validate } from './validate.ts';

export interface ReadingTools {
  forms: Forms;
  /** Of a year's booklet.yaml, and of an office's, which inherits. */
  bookletSchema: Validate;
  officeSchema: Validate;
}

/** What one source became, as far as it could be followed. */
export interface ReadSource {
  parsed: ParsedSource | null;
  table: Table | null;
  draft: Draft | null;
  diagnostics: Diagnostic[];
}

/** booklet.yaml, read; where it is missing or wrong, what a year gets without it. */
export interface ReadBooklet extends ReadSource {
  own: Booklet | null;
  booklet: Booklet;
}

export function readTableSource(source: Source, form: Form, { forms }: ReadingTools): ReadSource {
  const { validate: schema, words } = forms.find(form.name) ?? forms.first;
  const { value: parsed, diagnostics } = parse(source, words);
  if (parsed === null) return { parsed, table: null, draft: null, diagnostics };
  const faults = validate(parsed, schema());
  const { table, draft, diagnostics: valueFaults } = toTable(parsed, form, faults.length === 0);
  return { parsed, table, draft, diagnostics: [...diagnostics, ...faults, ...valueFaults] };
}

export function readBooklet(
  source: Source,
  place: BookletPlace,
  { forms, bookletSchema, officeSchema }: ReadingTools,
): ReadBooklet {
  const { value: parsed, diagnostics } = parse(source, forms.first.words);
  const schema = place.path.includes('/') ? officeSchema : bookletSchema;
  const faults = parsed === null ? [] : validate(parsed, schema);
  const said = parsed && toBooklet(parsed, forms, place);
  const own = faults.length === 0 ? said : null;
  const booklet = own ?? defaultLike(said ?? place.above, place.path, forms);
  const unknown = own === null ? [] : [...findUnknownForm(own, source.file, forms), ...findUnknownTree(own)];
  return {
    parsed,
    table: null,
    draft: null,
    own,
    booklet,
    diagnostics: [...diagnostics, ...faults, ...unknown],
  };
}

/** False where 表式 or 指标体系 names what is not there, which is reported where it is written: what its tables mean is not guessed. */
export function hasKnownForm(stem: string, { form, formNames, tree }: Booklet, forms: Forms): boolean {
  const kind = stem === DEPARTMENT_STEM ? 'department' : 'goal';
  const name = formNames.get(kind)?.text.trim();
  const isKnown = name === undefined || forms.find(name)?.form.kind === kind;
  return isKnown && (kind === 'department' || form.trees.has(tree));
}

export function withoutFindings({ parsed, table, draft, diagnostics }: ReadSource): ReadSource {
  if (parsed === null) return { parsed, table, draft, diagnostics };
  return { parsed: null, table: null, draft: draft ?? table, diagnostics: [] };
}

/** In place of a booklet.yaml with a mistake: of what it says, or inherits, only how its tables are read. */
function defaultLike(known: Booklet | null, path: string, forms: Forms): Booklet {
  const { form, formNames, tree } = known ?? defaultBooklet('', forms.first.form);
  return { ...defaultBooklet('', form), path, formNames, tree };
}

/** Its tables cannot be read as what their author means. */
function findUnknownForm({ formNames }: Booklet, file: string, forms: Forms): Diagnostic[] {
  return [...formNames].flatMap(([kind, { text, at }]) => {
    // What is inherited is reported where it is written.
    if (at.file !== file) return [];
    // Those of results are looked for when there are any.
    if (kind === 'evaluation' || kind === 'monitoring') return [];
    const name = text.trim();
    const known = forms.find(name);
    if (known === null) return [diagnose('error', 'form/missing', at, { name, known: listed(forms.names) })];
    if (known.form.kind === kind) return [];
    const args = { name, kind: FORM_KEYS[known.form.kind], wanted: FORM_KEYS[kind] };
    return [diagnose('error', 'form/other-kind', at, args)];
  });
}

/** Which trees there are the schema cannot know: they are the form's. */
function findUnknownTree({ form, tree, treeName }: Booklet): Diagnostic[] {
  if (treeName === null || form.trees.has(tree)) return [];
  const args = { key: '指标体系', text: tree, allowed: listed([...form.trees.keys()]) };
  return [diagnose('error', 'schema/not-allowed', treeName.at, args)];
}

/** Without a booklet.yaml the tables are made all the same, under a plain title. */
export function reportMissingBooklet({ year, folder, diagnostics }: YearSources): Diagnostic[] {
  const at = { file: `${folder}/booklet.yaml`, start: 0, end: 0 };
  // One that is there and cannot be read is reported as that.
  if (diagnostics.some(({ at: { file } }) => file === at.file)) return [];
  return [diagnose('warning', 'booklet/missing', at, { year })];
}
