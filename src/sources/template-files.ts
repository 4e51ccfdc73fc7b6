import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { compareText } from '../diagnostic.ts';
import { MachineTrouble } from '../trouble.ts';

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

/** Reads a folder of templates. Throws MachineTrouble when it is missing. */
export function readTemplateFiles(folder: string): TemplateFiles {
  if (!existsSync(folder)) throw new MachineTrouble('template/no-folder', { folder });
  return {
    pages: readAll(folder, '.hbs'),
    partials: readAll(join(folder, 'partials'), '.hbs'),
    styles: [...readAll(join(folder, 'styles'), '.css').values()].join('\n'),
    script: [...readAll(join(folder, 'browser'), '.js').values()].join('\n'),
  };
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
        throw new MachineTrouble('template/unreadable', { file }, cause);
      }
    }),
  );
}
