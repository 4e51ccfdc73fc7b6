import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { TemplateFiles } from '../document/templates.ts';
import { compareText } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';

export function readTemplateFiles(folder: string): TemplateFiles {
  if (!existsSync(folder)) throw new EnvironmentError('template/no-folder', { folder });
  return {
    pages: readAll(folder, '.hbs'),
    partials: readAll(join(folder, 'partials'), '.hbs'),
    styles: [...readAll(join(folder, 'styles'), '.css').values()].join('\n'),
    script: [...readAll(join(folder, 'browser'), '.js').values()].join('\n'),
  };
}

export function readFormFiles(folder: string): Map<string, string> {
  return readAll(join(folder, 'forms'), '.yaml');
}

export function readExamples(folder: string): Map<string, string> {
  const examples = join(folder, 'forms/例');
  return new Map([...readAll(examples, '.yaml'), ...readAll(join(examples, '结果'), '.yaml')]);
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
