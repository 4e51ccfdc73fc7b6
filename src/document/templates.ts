import { createHash } from 'node:crypto';
import { FORM_PAGES } from '../form/vocabulary.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { openTemplates } from './template-code.ts';
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
  /** Name without ending → text: `project`, `booklet`, `document`, `index`; `forms/NAME` takes the place of `project` for the form NAME. */
  pages: Map<string, string>;
  partials: Map<string, string>;
  /** `styles/*.css` in the order of their names. */
  styles: string;
  /** `browser/*.js` in the order of their names: what runs in the page that is printed. */
  script: string;
}

/** Templates ready to use. Each function returns HTML in which every value is escaped. */
export interface Templates {
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

/** Makes templates ready. Throws EnvironmentError `template/…` with file, line and column. */
export function compileTemplates(files: TemplateFiles): Templates {
  const { pages, partials, styles, script } = files;
  const renders = openTemplates(files);
  const render = (name: string) =>
    renders.get(name) ??
    (() => {
      throw new EnvironmentError('template/missing', { file: `${name}.hbs` });
    });
  const document = render('document');
  const renderTable = render('project');
  return {
    renderTable: (view) => (renders.get(FORM_PAGES + view.form) ?? renderTable)(view),
    renderBookletFront: render('booklet'),
    renderResultsFront: render('results-booklet'),
    renderIndex: render('index'),
    renderComparison: render('comparison'),
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

/** Handlebars' own mark of HTML that is put in as it is. */
function trusted(html: string) {
  return { toHTML: () => html };
}
