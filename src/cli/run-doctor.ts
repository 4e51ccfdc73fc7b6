import { type Condition, examine } from '../commands/doctor.ts';
import { word } from '../messages/wording.ts';
import { formatEscapedJson } from '../util/escape-controls.ts';
import { defineCommand, EXIT } from './command.ts';
import { paint, printWording } from './terminal.ts';

const MARKS: Record<Condition, string> = {
  ok: paint('green', '✓'),
  note: paint('yellow', '–'),
  trouble: paint('red', '✗'),
};

export const command = defineCommand('doctor', async ({ values, language }) => {
  const { node } = process.versions;
  const findings = (await examine({ ...values, cwd: process.cwd(), env: process.env, node })).map(
    ({ what, condition, code, args }) => {
      const { text, hint } = word(code, args, language);
      return { what, condition, message: text, ...(hint === undefined ? {} : { hint }) };
    },
  );
  const hasTrouble = findings.some(({ condition }) => condition === 'trouble');
  if (values.format === 'json') process.stdout.write(formatEscapedJson({ findings }));
  else {
    for (const { condition, message, hint } of findings) {
      if (values.quiet && condition !== 'trouble') continue;
      printWording({ text: message, hint }, `${MARKS[condition]} `);
    }
  }
  return hasTrouble ? EXIT.machine : EXIT.clean;
});
