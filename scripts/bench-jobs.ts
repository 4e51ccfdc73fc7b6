import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompiledYear, type CompilerContext, compileYear } from '../src/compile.ts';
import { facePath, faces } from '../src/font/faces.ts';
import { cutFonts } from '../src/print/cut-fonts.ts';
import { readSources } from '../src/workspace/disk.ts';
import { bodyOf } from '../src/workspace/printed-body.ts';
import type { FloorJob } from './bench-floor.ts';
import type { TypstJob } from './bench-typst.ts';

/** What is printed bare: `only` these documents of a year, whose pages were made by a build into `printed`. */
interface FloorPlan {
  name: string;
  projects: string;
  printed: string;
  /** How many pages print at once. */
  pages: number;
  only?: readonly string[];
}

/** Writes what the floor needs: the pages as they were printed, and the same cut fonts. Returns the job's file. */
export async function writeFloorJob(
  work: string,
  context: CompilerContext,
  plan: FloorPlan,
): Promise<string> {
  const year = compile(work, plan.projects, context);
  if (year.bind === null) throw new Error('the year to be measured has an error');
  const documents = [year.bind(), ...year.tables.map(({ document }) => document)].filter(
    ({ stem }) => plan.only === undefined || plan.only.includes(stem),
  );
  const fonts = (await cutFonts(documents, context.templates.text)).map(({ family, bytes }, index) => {
    const file = join(work, `${plan.name}-${index}.ttf`);
    writeFileSync(file, bytes);
    return { family, file };
  });
  const bodies = documents.map(({ stem }) =>
    bodyOf(readFileSync(join(plan.printed, `${stem}.html`), 'utf8')),
  );
  const shell = context.templates.renderDocument({ title: '', body: '', kind: 'pages' });
  return writeJob(work, plan.name, { shell, fonts, bodies, pages: plan.pages } satisfies FloorJob);
}

/** The same tables for Typst. */
export function writeTypstJob(work: string, context: CompilerContext, projects: string): string {
  const { booklet, tables } = compile(work, projects, context);
  return writeJob(work, 'typst', {
    fonts: faces.map(facePath),
    out: join(work, 'typst-out'),
    tables: tables.map(({ document, table }) => ({
      stem: document.stem,
      name: table.name.text,
      body: document.body,
    })),
    volume: { title: booklet.title, unit: booklet.unit },
  } satisfies TypstJob);
}

function compile(work: string, projects: string, context: CompilerContext): CompiledYear {
  const [year] = readSources({ cwd: work, projects, paths: [] }).years.map((sources) =>
    compileYear(sources, context),
  );
  if (year === undefined) throw new Error('no year to be measured');
  return year;
}

function writeJob(work: string, name: string, job: object): string {
  const file = join(work, `${name}.json`);
  writeFileSync(file, JSON.stringify(job));
  return file;
}
