import { type Condition, examine } from '../src/commands/doctor.ts';
import { word } from '../src/messages/wording.ts';
import {
  defineCommand,
  EXIT,
  LANGUAGE_OPTIONS,
  OUTPUT_OPTIONS,
  PROJECTS_OPTION,
  TEMPLATE_OPTION,
} from './command.ts';
import { paint } from './terminal.ts';

const MARKS: Record<Condition, string> = {
  ok: paint('green', '✓'),
  note: paint('yellow', '–'),
  trouble: paint('red', '✗'),
};

export const command = defineCommand(
  {
    ...LANGUAGE_OPTIONS,
    ...PROJECTS_OPTION,
    ...TEMPLATE_OPTION,
    ...OUTPUT_OPTIONS,
  },
  ['text', 'json'],
  async ({ values, language }) => {
    const { node } = process.versions;
    const findings = (await examine({ ...values, cwd: process.cwd(), env: process.env, node })).map(
      ({ what, condition, code, args }) => {
        const { text, hint } = word(code, args, language);
        return { what, condition, message: text, ...(hint === undefined ? {} : { hint }) };
      },
    );
    const hasTrouble = findings.some(({ condition }) => condition === 'trouble');
    if (values.format === 'json') process.stdout.write(`${JSON.stringify({ findings }, null, 2)}\n`);
    else {
      for (const { condition, message, hint } of findings) {
        if (values.quiet && condition !== 'trouble') continue;
        process.stderr.write(`${MARKS[condition]} ${message}\n${hint === undefined ? '' : `  → ${hint}\n`}`);
      }
    }
    return hasTrouble ? EXIT.machine : EXIT.clean;
  },
);
