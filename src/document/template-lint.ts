import type Handlebars from 'handlebars';
import type { MessageCode } from '../messages/wording.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { lazy } from '../util/memoize.ts';
import { packages } from '../util/program.ts';

type Program = hbs.AST.Program;
type Expression = hbs.AST.Expression;

/** Loaded only for templates that were not compiled with the program. */
const loadHandlebars = lazy(() => packages('handlebars') as typeof Handlebars);

/** A template's name as it is shown, its tree, and the trees of all partials. */
export interface LintedTemplate {
  file: string;
  program: Program;
}

/** Parses a template's text. Throws EnvironmentError `template/syntax` with file and line. */
export function parseTemplate(file: string, text: string): LintedTemplate {
  try {
    return { file, program: loadHandlebars().parse(text) };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const line = /line (\d+)|- (\d+):\d+$/.exec(reason)?.slice(1).find(Boolean) ?? '1';
    throw new EnvironmentError('template/syntax', { file, line, piece: findPiece(reason) }, cause);
  }
}

/** Its code, an expression in JavaScript. */
export function precompile({ program }: LintedTemplate): string {
  const options = { strict: true, knownHelpersOnly: true, preventIndent: true };
  // Its type says that it is the value of the code.
  return String(loadHandlebars().precompile(program, options));
}

/** The piece of a template that Handlebars complains of, without its English words. */
function findPiece(reason: string): string {
  const [, opened, closed] = /^(.+) doesn't match (.+) - \d+:\d+$/.exec(reason) ?? [];
  if (opened !== undefined) return `{{#${opened}}} …… {{/${closed}}}`;
  // On a line of its own below "Parse error on line …", or behind a colon.
  const piece = /^Parse error.*\n(.*)/.exec(reason)?.[1] ?? /^[\w ]+: (.*) - \d+:\d+$/.exec(reason)?.[1];
  return (piece ?? reason).trim();
}

/**
 * Walks a template with a sample of its view and refuses every name that the view does not have, every unknown partial
 * and every `{{{ }}}`. Handlebars itself says nothing of a misspelt name in `{{#if}}`, and of an unknown partial only
 * while rendering, without a place. The sample has an element in every list.
 */
export function lintTemplate(
  template: LintedTemplate,
  view: object,
  partials: ReadonlyMap<string, LintedTemplate>,
): void {
  walkProgram(template.program, {
    file: template.file,
    contexts: [view],
    root: view,
    locals: [],
    partials,
    depth: 0,
  });
}

interface Scope {
  file: string;
  /** The innermost context first: `..` steps along it. */
  contexts: unknown[];
  root: unknown;
  /** Names bound by `as |name|`. */
  locals: Map<string, unknown>[];
  partials: ReadonlyMap<string, LintedTemplate>;
  depth: number;
}

const DEEPEST = 50;

function walkProgram(program: Program | undefined, scope: Scope): void {
  for (const statement of program?.body ?? []) walkStatement(statement, scope);
}

function walkStatement(statement: hbs.AST.Statement, scope: Scope): void {
  switch (statement.type) {
    case 'MustacheStatement': {
      const mustache = statement as hbs.AST.MustacheStatement;
      if (!mustache.escaped) refuse('template/unescaped', mustache, scope);
      if (mustache.params.length > 0) refuse('template/unknown-helper', mustache.path, scope);
      resolve(mustache.path, scope);
      return;
    }
    case 'BlockStatement':
      walkBlock(statement as hbs.AST.BlockStatement, scope);
      return;
    case 'PartialStatement': {
      const partial = statement as hbs.AST.PartialStatement;
      const name = 'original' in partial.name ? String(partial.name.original) : '';
      const target = scope.partials.get(name);
      if (target === undefined) refuse('template/unknown-partial', partial, scope, name);
      if (scope.depth > DEEPEST) refuse('template/endless-partial', partial, scope, name);
      const own = partial.params[0] ? resolve(partial.params[0], scope) : scope.contexts[0];
      const hash = Object.fromEntries(
        (partial.hash?.pairs ?? []).map((pair) => [pair.key, resolve(pair.value, scope)]),
      );
      const context = partial.hash ? { ...(own as object), ...hash } : own;
      walkProgram(target.program, {
        ...scope,
        file: target.file,
        contexts: [context, ...scope.contexts],
        locals: [],
        depth: scope.depth + 1,
      });
      return;
    }
    default:
  }
}

function walkBlock(block: hbs.AST.BlockStatement, scope: Scope): void {
  const helper = 'original' in block.path ? String(block.path.original) : '';
  const [param] = block.params;
  const value = param ? resolve(param, scope) : undefined;
  const names = (block.program?.blockParams ?? []) as string[];
  switch (helper) {
    case 'if':
    case 'unless':
      walkProgram(block.program, scope);
      break;
    case 'each':
    case 'with': {
      const isList = helper === 'each';
      if (isList && !Array.isArray(value)) refuse('template/not-a-list', block, scope);
      const own: unknown = isList ? (value as unknown[])[0] : value;
      // Behind an element its index.
      const locals = new Map<string, unknown>(names.map((name, index) => [name, index === 0 ? own : 0]));
      walkProgram(block.program, {
        ...scope,
        contexts: [own, ...scope.contexts],
        locals: [locals, ...scope.locals],
      });
      break;
    }
    default:
      refuse('template/unknown-helper', block.path, scope);
  }
  walkProgram(block.inverse, scope);
}

/** The sample's value under an expression. Throws when a name on the way is not in the view. */
function resolve(expression: Expression, scope: Scope): unknown {
  if (expression.type !== 'PathExpression') return 'value' in expression ? expression.value : undefined;
  const path = expression as hbs.AST.PathExpression;
  if (path.data)
    return path.parts[0] === 'root' ? follow(scope.root, path.parts.slice(1) as string[], path, scope) : 0;
  const [head, ...rest] = path.parts as string[];
  const local =
    path.depth === 0 && head !== undefined ? scope.locals.find((names) => names.has(head)) : undefined;
  if (local !== undefined && head !== undefined) return follow(local.get(head), rest, path, scope);
  return follow(scope.contexts[path.depth], path.parts as string[], path, scope);
}

function follow(
  start: unknown,
  parts: readonly string[],
  path: hbs.AST.PathExpression,
  scope: Scope,
): unknown {
  return parts.reduce<unknown>((value, part) => {
    if (Array.isArray(value) && part === 'length') return value.length;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) {
      return refuse('template/unknown-name', path, scope, path.original);
    }
    return (value as Record<string, unknown>)[part];
  }, start);
}

function refuse(code: MessageCode, node: hbs.AST.Node, { file }: Scope, name = originalOf(node)): never {
  throw new EnvironmentError(code, {
    file,
    line: String(node.loc.start.line),
    column: String(node.loc.start.column + 1),
    name,
  });
}

function originalOf(node: hbs.AST.Node): string {
  if ('original' in node) return String(node.original);
  return 'path' in node ? originalOf(node.path as hbs.AST.Node) : '';
}
