/**
 * `npm run lint:regexp -- [file…]`: the regular expressions of the program, judged by the analysis that eslint-plugin-regexp
 * uses. For one whose work grows faster than its text it tells a character that shows it, and the exit code is 1.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from '@babel/parser';
import { analyse } from 'scslre';

interface Expression {
  place: string;
  source: string;
  flags: string;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const asked = process.argv.slice(2).map((file) => resolve(file));
const files = asked.length > 0 ? asked : listFiles();
const expressions = [...files.flatMap(listLiterals), ...(await listComposed(files))];
const slow = expressions.flatMap((expression) => {
  const [report] = analyse(expression, { assumeRejectingSuffix: false }).reports;
  return report === undefined ? [] : [{ ...expression, character: report.character.pick }];
});
for (const { place, source, flags, character } of slow) {
  console.error(
    `${place} /${source}/${flags}\n  → super-linear where ${JSON.stringify(character)} is repeated`,
  );
}
console.error(`${expressions.length} expressions, ${slow.length} super-linear`);
process.exitCode = slow.length === 0 ? 0 : 1;

function listFiles(): string[] {
  return ['src', 'scripts', 'templates'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.m?[jt]s$/.test(name) && !/\.(?:test|d)\.ts$|^test[\\/]/.test(name))
      .map((name) => join(ROOT, folder, name))
      .sort(),
  );
}

function show(file: string): string {
  return relative(ROOT, file).split(sep).join('/');
}

/** Those that are written out. */
function listLiterals(file: string): Expression[] {
  const text = readFileSync(file, 'utf8');
  const { tokens } = parse(text, { sourceType: 'module', plugins: ['typescript'], tokens: true });
  return (tokens ?? []).flatMap(({ type, value, loc }) =>
    type.label === 'regexp'
      ? [
          {
            place: `${show(file)}:${loc.start.line}`,
            source: String(value.pattern),
            flags: String(value.flags),
          },
        ]
      : [],
  );
}

/** Those that modules put together while they are loaded: each is loaded, and what it hands to `new RegExp` is noted. */
async function listComposed(files: readonly string[]): Promise<Expression[]> {
  const composed: Expression[] = [];
  const Plain = globalThis.RegExp;
  let place = '';
  globalThis.RegExp = new Proxy(Plain, {
    construct(target, args, made) {
      const expression = Reflect.construct(target, args, made);
      const caller = new Error().stack?.split('\n')[2] ?? '';
      if (!caller.includes('node_modules') && !caller.includes('node:')) {
        composed.push({ place, source: expression.source, flags: expression.flags });
      }
      return expression;
    },
  });
  try {
    for (const file of files.filter(isLoadable)) {
      place = show(file);
      await import(pathToFileURL(file).href);
    }
  } finally {
    globalThis.RegExp = Plain;
  }
  return composed;
}

/** The command line runs when it is loaded, and what belongs to a page needs a browser. */
function isLoadable(file: string): boolean {
  return /^src\/(?!cli\/|preview\/page\/)/.test(show(file));
}
