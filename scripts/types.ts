/** `npm run types`: writes the JSON Schemas of the forms' sources, from the forms. `source-schemas.test.ts` compares. */
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { openForms } from '../src/commands/context.ts';
import { FIRST_FORM } from '../src/form/form.ts';
import { toResultsSchema } from '../src/form/results-schema.ts';
import { toSourceSchema } from '../src/form/source-schema.ts';

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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [extra] = process.argv.slice(2);
  if (extra !== undefined) {
    process.stderr.write(`npm run types 只看程序自带的 templates，不能写“${extra}”\n`);
    process.exit(2);
  }
  for (const [file, text] of generateSourceSchemas()) {
    await writeFile(new URL(`../schema/${file}`, import.meta.url), text);
  }
}
