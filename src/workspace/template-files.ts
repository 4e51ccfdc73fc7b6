import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { TemplateFiles } from '../document/templates.ts';
import { FORM_PAGES } from '../form/vocabulary.ts';
import { compareText } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { PROGRAM_ROOT } from '../util/program.ts';

export const SHIPPED_TEMPLATES = join(PROGRAM_ROOT, 'templates');

/** What a folder of templates has beside its pages. */
const FOLDERS = ['forms', 'partials', 'styles', 'browser'];

/** Of a folder of templates; what it does not have is the program's own. Throws EnvironmentError. */
export function readTemplateFiles(folder: string): TemplateFiles {
  if (!existsSync(folder)) throw new EnvironmentError('template/no-folder', { folder });
  const own = readAll(folder, '.hbs');
  if (own.size === 0 && !FOLDERS.some((name) => existsSync(join(folder, name))))
    throw new EnvironmentError('template/nothing', { folder, known: FOLDERS.join(' ') });
  const shipped = readAll(SHIPPED_TEMPLATES, '.hbs');
  const [unknown] = [...own.keys()].filter((name) => !shipped.has(name));
  if (unknown !== undefined)
    throw new EnvironmentError('template/unknown-page', {
      file: `${unknown}.hbs`,
      known: [...shipped.keys()].map((name) => `${name}.hbs`).join(' '),
    });
  const forms = readFormFiles(folder);
  const ofForms = [...readOver(folder, 'forms', '.hbs')].map(([name, text]) => {
    if (!forms.has(name))
      throw new EnvironmentError('template/no-form', {
        file: `forms/${name}.hbs`,
        form: `forms/${name}.yaml`,
      });
    return [FORM_PAGES + name, text] as const;
  });
  return {
    pages: new Map([...shipped, ...own, ...ofForms]),
    partials: readOver(folder, 'partials', '.hbs'),
    styles: [...readOver(folder, 'styles', '.css').values()].join('\n'),
    script: [...readOver(folder, 'browser', '.js').values()].join('\n'),
  };
}

/** The forms by name. */
export function readFormFiles(folder: string): Map<string, string> {
  return readOver(folder, 'forms', '.yaml');
}

/** Those that are not, word for word, the program's own. */
export function listOwnForms(folder: string): Set<string> {
  const shipped = readFormFiles(SHIPPED_TEMPLATES);
  const own = [...readAll(join(folder, 'forms'), '.yaml')];
  return new Set(own.flatMap(([name, text]) => (shipped.get(name) === text ? [] : [name])));
}

export function readExamples(folder: string): Map<string, string> {
  return new Map([...readOver(folder, 'forms/例', '.yaml'), ...readOver(folder, 'forms/例/结果', '.yaml')]);
}

/** What a folder has in one of its own, over what the program has there. */
function readOver(folder: string, below: string, ending: string): Map<string, string> {
  const own = readAll(join(folder, below), ending);
  if (folder === SHIPPED_TEMPLATES) return own;
  const all = new Map([...readAll(join(SHIPPED_TEMPLATES, below), ending), ...own]);
  return new Map([...all].sort(([one], [other]) => compareText(one, other)));
}

/** CRLF becomes LF, so that a checkout on Windows renders the same bytes. */
function readAll(folder: string, ending: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(ending) && !name.startsWith('.'))
    .sort(compareText);
  return new Map(
    names.map((name) => {
      const file = join(folder, name);
      try {
        return [basename(name, ending), readFileSync(file, 'utf8').replaceAll('\r\n', '\n')];
      } catch (cause) {
        throw new EnvironmentError('template/unreadable', { file }, cause);
      }
    }),
  );
}
