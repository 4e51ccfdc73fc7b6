/**
 * `npm run types`: writes the JSON Schemas of the forms' sources, from the forms, and src/read/source-types.ts, the
 * TypeScript types of a source, from the schemas, so that none is kept by hand. `source-types.test.ts` compares.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { openForms } from '../src/commands/context.ts';
import { FIRST_FORM } from '../src/form/form.ts';
import { toResultsSchema } from '../src/form/results-schema.ts';
import { toSourceSchema } from '../src/form/source-schema.ts';

export const SOURCE_TYPES = new URL('../src/read/source-types.ts', import.meta.url);

const HEADER = `/**
 * The sources as they are written, keys and all. Every scalar is text, because sources are read with YAML's failsafe
 * schema. Generated from schema/*.json by \`npm run types\`: change the schemas, not this file.
 */
`;

/** The schemas of all forms, as the formatter wants them: file below `schema/` → text. */
export function generateSourceSchemas(): Map<string, string> {
  const { names, find, results } = openForms('');
  const ofResults = results();
  return new Map([
    ...names.flatMap((name) => {
      const form = find(name)?.form;
      const target = name === FIRST_FORM ? 'project' : name;
      return form === undefined ? [] : [[`${target}.schema.json`, write(toSourceSchema(form))] as const];
    }),
    ...ofResults.names.flatMap((name) => {
      const form = ofResults.find(name)?.form;
      return form === undefined ? [] : [[`${name}.schema.json`, write(toResultsSchema(form))] as const];
    }),
  ]);
}

function write(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** A JSON Schema as far as these two schemas go. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  definitions?: Record<string, Schema>;
}

/** The text of source-types.ts, as the linter wants it. */
export async function generateSourceTypes(): Promise<string> {
  const project = await generateInterfaces('project.schema.json', 'ProjectSource');
  const booklet = await generateInterfaces('booklet.schema.json', 'BookletSource');
  return `${HEADER}\n${project}\n${booklet}`;
}

async function generateInterfaces(file: string, name: string): Promise<string> {
  const text = await readFile(new URL(`../schema/${file}`, import.meta.url), 'utf8');
  const schema: Schema = JSON.parse(text);
  const generated = await compile(toShape(schema, schema) as JSONSchema, name, {
    additionalProperties: false,
    bannerComment: '',
    format: true,
    ignoreMinAndMaxItems: true,
    style: { singleQuote: true, printWidth: 110 },
  });
  return unquoteKeys(generated);
}

/**
 * The schema without what types cannot say (patterns, lengths, "exactly one of") and without titles, which would become
 * names of types. Maps keep their reference, and so their name; all other definitions are put in place.
 */
function toShape(schema: Schema, root: Schema): Schema {
  const target = schema.$ref === undefined ? undefined : resolve(schema.$ref, root);
  if (target !== undefined)
    return target.type === 'object' ? { $ref: schema.$ref as string } : toShape(target, root);
  const shape: Schema = { type: isText(schema) ? 'string' : (schema.type ?? 'object') };
  if (schema.enum) shape.enum = schema.enum.filter((value) => typeof value === 'string');
  if (schema.required) shape.required = schema.required;
  if (schema.properties) shape.properties = toShapes(schema.properties, root);
  const [anyKey] = Object.values(schema.patternProperties ?? {});
  if (anyKey) shape.additionalProperties = toShape(anyKey, root);
  if (schema.items) shape.items = toShape(schema.items, root);
  if (schema.definitions) shape.definitions = toShapes(schema.definitions, root);
  return shape;
}

function toShapes(schemas: Record<string, Schema>, root: Schema): Record<string, Schema> {
  return Object.fromEntries(Object.entries(schemas).map(([key, schema]) => [key, toShape(schema, root)]));
}

/** Some keys may look like numbers to an editor (`年度: 2022`); this program reads them all as text. */
function isText({ type }: Schema): boolean {
  return [type].flat().includes('string');
}

function resolve(ref: string, { definitions }: Schema): Schema {
  const found = definitions?.[ref.replace('#/definitions/', '')];
  if (found === undefined) throw new Error(`no such definition: ${ref}`);
  return found;
}

/** Prettier quotes keys that are not ASCII, Biome does not. */
function unquoteKeys(code: string): string {
  return code.replace(/^( *)['"](\p{Script=Han}+)['"](?=\??:)/gmu, '$1$2');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [extra] = process.argv.slice(2);
  if (extra !== undefined) {
    process.stderr.write(`npm run types 只看程序自带的 templates，不能写“${extra}”\n`);
    process.exit(2);
  }
  for (const [file, text] of generateSourceSchemas()) {
    await writeFile(new URL(`../schema/${file}`, import.meta.url), text);
  }
  await writeFile(SOURCE_TYPES, await generateSourceTypes());
}
