import { runInThisContext } from 'node:vm';
import runtime from 'handlebars/dist/cjs/handlebars.runtime.js';
import { FORM_PAGES } from '../form/vocabulary.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { findPrecompiled } from '../util/precompiled.ts';
import { SAMPLE_BOOKLET, SAMPLE_INDEX, SAMPLE_PROJECT, SAMPLE_RESULTS } from './sample.ts';
import { SAMPLE_COMPARISON } from './sample-comparison.ts';
import { lintTemplate, parseTemplate, precompile } from './template-lint.ts';

/** Handlebars templates by file name without ending. */
export interface TemplateTexts {
  pages: ReadonlyMap<string, string>;
  partials: ReadonlyMap<string, string>;
}

/** Fills in a page. */
export type Render = (view: object) => string;

/** The pages that the program fills in, each with a sample of its view. */
const SAMPLES: readonly (readonly [name: string, sample: object])[] = [
  ['document', { title: '', kind: '', policy: '', styles: '', body: '', ways: [{ href: '', label: '' }] }],
  ['project', SAMPLE_PROJECT],
  ['booklet', SAMPLE_BOOKLET],
  ['results-booklet', SAMPLE_RESULTS],
  ['index', SAMPLE_INDEX],
  ['comparison', SAMPLE_COMPARISON],
];
/** Folders of templates from before there was a comparison, or results, serve all else. */
const OPTIONAL: ReadonlySet<string> = new Set(['results-booklet', 'comparison']);

/** By name. */
interface TemplateCode {
  pages: Record<string, TemplateSpecification>;
  partials: Record<string, TemplateSpecification>;
}

/** The function of each page. Throws EnvironmentError `template/…` with file, line and column. */
export function openTemplates(texts: TemplateTexts): ReadonlyMap<string, Render> {
  const known = findPrecompiled(templateSource(texts)) ?? runInThisContext(toTemplateCode(texts));
  const { pages, partials } = known as TemplateCode;
  const handlebars = runtime.create();
  for (const [name, code] of Object.entries(partials))
    handlebars.registerPartial(name, handlebars.template(code));
  return new Map(
    Object.entries(pages).map(([name, code]) => {
      const render = handlebars.template<object>(code);
      return [name, (view: object) => render(view)];
    }),
  );
}

/** What the code is made of. */
export function templateSource({ pages, partials }: TemplateTexts): string {
  return JSON.stringify([...pages, ...partials]);
}

/** Parses and judges all templates, and writes them as an expression in JavaScript. Throws as `openTemplates`. */
export function toTemplateCode({ pages, partials }: TemplateTexts): string {
  const parsed = new Map(
    [...partials].map(([name, text]) => [name, parseTemplate(`partials/${name}.hbs`, text)]),
  );
  const own = [...pages.keys()].filter((name) => name.startsWith(FORM_PAGES));
  const samples = [...SAMPLES, ...own.map((name) => [name, SAMPLE_PROJECT] as const)];
  const codes = samples.flatMap(([name, sample]) => {
    const text = pages.get(name);
    if (text === undefined) {
      if (OPTIONAL.has(name)) return [];
      throw new EnvironmentError('template/missing', { file: `${name}.hbs` });
    }
    const template = parseTemplate(`${name}.hbs`, text);
    lintTemplate(template, sample, parsed);
    return [`${JSON.stringify(name)}:${precompile(template)}`];
  });
  const partialCodes = [...parsed].map(
    ([name, template]) => `${JSON.stringify(name)}:${precompile(template)}`,
  );
  return `({pages:{${codes.join()}},partials:{${partialCodes.join()}}})`;
}
