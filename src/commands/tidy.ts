import { dirname, join, resolve } from 'node:path';
import type { Form } from '../form/form.ts';
import { tidy, UnprovenTidy } from '../format/tidy.ts';
import { readFormOf } from '../read/booklet.ts';
import { type ParsedSource, parse } from '../read/parse.ts';
import { readResultsFormOf } from '../read/results-booklet.ts';
import { BOOKLET_STEM, listBooklets, listSources, type Source } from '../read/source.ts';
import type { Message } from '../report/diagnostic.ts';
import { type Diagnostic, diagnose, hasErrors } from '../report/diagnostic.ts';
import { readSources, type SourceRequest } from '../workspace/disk.ts';
import { hashOf, writeWhole } from '../workspace/folder.ts';
import { readHash } from '../workspace/plain-file.ts';
import { SHIPPED_TEMPLATES } from '../workspace/template-files.ts';
import { listNames } from '../workspace/year-folder.ts';
import { openForms, SCHEMA_FOLDER } from './context.ts';
import { writeFormSchemas } from './form-schemas.ts';
import { schemaFrom } from './new-draft.ts';

export interface TidyOptions extends SourceRequest {
  /** The program's own when not given. */
  templates?: string | undefined;
  check: boolean;
}

export interface Tidied {
  written: string[];
  messages: Message[];
  /** What could not be read, and with `check` the first line that would change of each file. */
  diagnostics: Diagnostic[];
  texts: Map<string, string>;
  projects: number;
}

/** Brings sources into their canonical form. A file that YAML cannot read is left alone. Throws EnvironmentError. */
export async function tidySources({ check, templates, ...request }: TidyOptions): Promise<Tidied> {
  const { years, selection, strays } = readSources(request);
  const isAskedFor = (file: string) => selection === null || selection.has(file);
  const forms = openForms(request.cwd, templates);
  const folders = new Map(years.map((year) => [year.path, year]));
  const asked = years.flatMap((year) => {
    const booklets = listBooklets(year.path, folders);
    const ofGoals = listSources([{ ...year, results: [] }]).map((source) => {
      const { form, words } = readFormOf(source.stem, booklets, forms);
      return { source, words, form: source.stem === BOOKLET_STEM ? null : form };
    });
    const ofResults = year.results.flatMap(({ kind, sources }) => {
      const { form, words } = readResultsFormOf(kind, booklets, forms);
      return sources.map((source) => ({ source, words, form }));
    });
    return [...ofGoals, ...ofResults].filter(({ source }) => isAskedFor(source.file));
  });
  const found = years.flatMap(({ diagnostics, results }) => [
    ...diagnostics,
    ...results.flatMap((folder) => folder.diagnostics),
  ]);
  const unread = found.filter(({ at }) => isAskedFor(at.file));
  const tidied: Tidied = {
    written: [],
    messages: [],
    diagnostics: [...strays, ...unread],
    texts: new Map(asked.map(({ source: { file, text } }) => [file, text])),
    projects: asked.filter(({ source }) => source.stem !== BOOKLET_STEM).length,
  };
  const outdated = await writeFormSchemas({ cwd: request.cwd, templates }, check);
  const fitSchema = createSchemaFitter({ cwd: request.cwd, templates });
  for (const { source, words, form } of asked) {
    const { value: parsed, diagnostics } = parse(source, words);
    tidied.diagnostics.push(...diagnostics);
    if (parsed === null) continue;
    const tidy = tidyOrRefuse(parsed);
    if (tidy === null) {
      const at = { file: source.file, start: 0, end: 0 };
      tidied.diagnostics.push(diagnose('error', 'tidy/unproven', at));
      continue;
    }
    const path = resolve(request.cwd, source.file);
    const text = form === null ? tidy : fitSchema(tidy, form, path);
    // The bytes, not the text: a byte order mark is not in the text any more.
    if (readHash(path) === hashOf(text)) continue;
    if (check) tidied.diagnostics.push(diagnose('error', 'tidy/would-change', firstChange(source, text)));
    else {
      await writeWhole(path, text);
      tidied.written.push(source.file);
    }
  }
  for (const file of check ? outdated : [])
    tidied.diagnostics.push(diagnose('error', 'tidy/schema', { file, start: 0, end: 0 }));
  const written = check ? [] : outdated.map((file): Message => ({ code: 'new/made', args: { file } }));
  tidied.messages = [...written, ...reportWhat(tidied, asked.length)];
  return tidied;
}

/**
 * The schema line at the top of a source leads an editor to the form of its year: one that leads to the schema of another form is
 * corrected. Where there is none it gets one if its form is somebody's own, for `new` may not have found its schema yet; one of
 * somebody's own stays.
 */
function createSchemaFitter(options: Pick<TidyOptions, 'cwd' | 'templates'>) {
  const { cwd, templates = SHIPPED_TEMPLATES } = options;
  const ofOwn = listNames(join(resolve(cwd, templates), 'schema'));
  const known = new Set([...listNames(SCHEMA_FOLDER), ...ofOwn]);
  return (text: string, form: Pick<Form, 'name'>, path: string): string => {
    const wanted = schemaFrom(dirname(path), form, options);
    const isOwn = wanted !== null && ofOwn.includes(wanted.slice(wanted.lastIndexOf('/') + 1));
    const [header = ''] = /^(?:[ \t]*(?:#[^\n]*)?\n)*/.exec(text) ?? [];
    const fitted = header.replace(SCHEMA_LINE, (line, before: string, folder: string, name: string) => {
      const file = wanted?.slice(wanted.lastIndexOf('/') + 1);
      if (wanted === null || file === undefined || !known.has(name)) return line;
      // The program may be found in another way than from this copy of it.
      const isShipped = !ofOwn.includes(file) && !ofOwn.includes(name);
      return before + (isShipped ? folder + file : wanted);
    });
    const line = isOwn && !SCHEMA_LINE.test(header) ? `# yaml-language-server: $schema=${wanted}\n` : '';
    return line + fitted + text.slice(header.length);
  };
}

/** The folders on the way may have blanks in their names. */
const SCHEMA_LINE = /^(# ?yaml-language-server: ?\$schema=)([^\r\n]*\/)([^\s/]+)(?=\r?$)/m;

/** Null when what was written would not say the same: that file is left alone, and the others are tidied all the same. */
function tidyOrRefuse(parsed: ParsedSource): string | null {
  try {
    return tidy(parsed);
  } catch (error) {
    if (error instanceof UnprovenTidy) return null;
    throw error;
  }
}

function reportWhat({ written, diagnostics }: Tidied, files: number): Message[] {
  const messages = written.map((file): Message => ({ code: 'tidy/written', args: { file } }));
  if (hasErrors(diagnostics)) return messages;
  const counts = { files: String(files), written: String(written.length) };
  return [...messages, { code: 'tidy/done', args: counts }];
}

function firstChange({ file, text }: Source, tidied: string): Diagnostic['at'] {
  if (text === tidied) return { file, start: 0, end: 0 };
  let start = 0;
  while (start < text.length && text[start] === tidied[start]) start += 1;
  const lineStart = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
  const lineEnd = text.indexOf('\n', lineStart);
  return { file, start: lineStart, end: lineEnd < 0 ? text.length : lineEnd };
}
