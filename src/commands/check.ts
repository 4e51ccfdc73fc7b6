import { resolve } from 'node:path';
import { type CompiledYear, compileYear } from '../compile.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Templates } from '../render/templates.ts';
import { readSources } from '../sources/disk.ts';
import { openWorkshop } from './workshop.ts';

export interface CheckOptions {
  /** The working directory: paths are read and shown relative to it. */
  cwd: string;
  /** The folder that holds a folder for each year. */
  projects: string;
  templates: string;
  year?: string | undefined;
  /** Only these files or folders; empty for all. */
  paths: string[];
  /** Warnings count as errors. */
  strict: boolean;
}

export interface Checked {
  years: CompiledYear[];
  /** The files asked for by path; null when everything was asked for. */
  selection: Set<string> | null;
  /** The mistakes in what was asked for. */
  diagnostics: Diagnostic[];
  /** Each file's text, for the report's lines. */
  texts: Map<string, string>;
  /** How many projects were asked for. */
  projects: number;
  templates: Templates;
}

/** Reads and compiles everything that was asked for; starts no browser. Throws MachineTrouble. */
export function check({ cwd, templates, strict, ...request }: CheckOptions): Checked {
  const { years, selection } = readSources({ cwd, ...request });
  const workshop = openWorkshop(resolve(cwd, templates), strict);
  const isAskedFor = (file: string) => selection === null || selection.has(file);
  const compiled = years.map((year) => compileYear(year, workshop));
  const sources = compiled.flatMap((year) => year.sources);
  return {
    years: compiled,
    selection,
    diagnostics: compiled.flatMap((year) => year.diagnostics).filter(({ at }) => isAskedFor(at.file)),
    texts: new Map(sources.map(({ file, text }) => [file, text])),
    projects: years.flatMap((year) => year.projects).filter(({ file }) => isAskedFor(file)).length,
    templates: workshop.templates,
  };
}
