import { createHash } from 'node:crypto';
import Handlebars from 'handlebars';
import { EnvironmentError } from '../util/environment-error.ts';
import { SAMPLE_BOOKLET, SAMPLE_INDEX, SAMPLE_PROJECT, SAMPLE_RESULTS } from './sample.ts';
import { SAMPLE_COMPARISON } from './sample-comparison.ts';
import { lintTemplate, parseTemplate } from './template-lint.ts';
import type { BookletView, ComparisonView, IndexView, ResultsBookletView, TableView } from './views.ts';

/** A link from one output to another, above a web page's sheets; not printed. Relative and percent-encoded. */
export interface Way {
  href: string;
  label: string;
}

export interface DocumentPage {
  title: string;
  body: string;
  kind: 'pages' | 'index';
  /** What the file may do where it is opened (`toPolicy`). A page that this program opens itself gets its own with its answer. */
  policy?: string;
  ways?: Way[];
}

/** The text of everything under `templates/`. */
export interface TemplateFiles {
  /** File as it is shown in messages → text: `project.hbs`, `booklet.hbs`, `document.hbs`, `index.hbs`. */
  pages: Map<string, string>;
  /** The same for `partials/`. */
  partials: Map<string, string>;
  /** `styles/*.css` in the order of their names. */
  styles: string;
  /** `browser/*.js` in the order of their names: what runs in the page that is printed. */
  script: string;
}

/** Templates ready to use. Each function returns HTML in which every value is escaped. */
export interface Templates {
  /** The article of one project. */
  renderTable(view: TableView): string;
  /** The booklet's front matter: cover, 目录, 说明, 汇总表. */
  renderBookletFront(view: BookletView): string;
  /** The same for a volume of results. Throws EnvironmentError where a folder of older templates does not have it. */
  renderResultsFront(view: ResultsBookletView): string;
  renderIndex(view: IndexView): string;
  /** 调整汇总表 and the 调整前后对照表 of each project. Throws EnvironmentError where a folder of older templates does not have it. */
  renderComparison(view: ComparisonView): string;
  /** A whole HTML file around a body that one of the others made. */
  renderDocument(page: DocumentPage): string;
  styles: string;
  script: string;
  /** Every character that the templates themselves print. */
  text: string;
  /** Changes when anything changes that decides how a rendered body becomes pages. */
  identity: string;
}

/** Parses and judges all templates. Throws EnvironmentError `template/…` with file, line and column. */
export function compileTemplates({ pages, partials, styles, script }: TemplateFiles): Templates {
  const parsed = new Map(
    [...partials].map(([name, text]) => [name, parseTemplate(`partials/${name}.hbs`, text)]),
  );
  const handlebars = Handlebars.create();
  for (const [name, text] of partials) handlebars.registerPartial(name, text);

  const compile = <View extends object>(name: string, sample: View) => {
    const text = pages.get(name);
    if (text === undefined) throw new EnvironmentError('template/missing', { file: `${name}.hbs` });
    const template = parseTemplate(`${name}.hbs`, text);
    lintTemplate(template, sample, parsed);
    const render = handlebars.compile<View>(template.program, {
      strict: true,
      knownHelpersOnly: true,
      preventIndent: true,
    });
    return (view: View) => render(view);
  };
  // Folders of templates from before there was a comparison, or results, serve all else.
  const compileIfAny = <View extends object>(name: string, sample: View) =>
    pages.has(name)
      ? compile(name, sample)
      : () => {
          throw new EnvironmentError('template/missing', { file: `${name}.hbs` });
        };
  const document = compile('document', {
    title: '',
    kind: '',
    policy: '',
    styles: '',
    body: '',
    ways: [{ href: '', label: '' }],
  });
  const trusted = (html: string) => new Handlebars.SafeString(html) as unknown as string;
  return {
    renderTable: compile('project', SAMPLE_PROJECT),
    renderBookletFront: compile('booklet', SAMPLE_BOOKLET),
    renderResultsFront: compileIfAny('results-booklet', SAMPLE_RESULTS),
    renderIndex: compile('index', SAMPLE_INDEX),
    renderComparison: compileIfAny('comparison', SAMPLE_COMPARISON),
    renderDocument: ({ title, body, kind, policy = '', ways = [] }) =>
      document({ title, kind, policy, styles: trusted(styles), body: trusted(body), ways }),
    styles,
    script,
    text: [...pages.values(), ...partials.values(), script, styles].join(''),
    identity: createHash('sha256')
      .update(JSON.stringify([styles, script, pages.get('document') ?? '']))
      .digest('hex'),
  };
}
