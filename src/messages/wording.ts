import { browserMessages } from './browser.ts';
import type { Wording, Wordings } from './catalogue.ts';
import { commandMessages } from './commands.ts';
import { editMessages } from './edits.ts';
import { formMessages } from './form.ts';
import { gitMessages } from './git.ts';
import { importMessages } from './import.ts';
import { initMessages } from './init.ts';
import { machineMessages } from './machine.ts';
import { nameMessages } from './names.ts';
import { newMessages } from './new.ts';
import { pastedMessages } from './pasted.ts';
import { resultMessages } from './results.ts';
import { schemaMessages } from './schema.ts';
import { sourceMessages } from './sources.ts';
import { startMessages } from './start.mjs';
import { traceMessages } from './trace.ts';
import { valueMessages } from './values.ts';
import { yamlMessages } from './yaml.ts';

export type Language = 'zh' | 'en';

/** Every sentence that the program says about a mistake or trouble, by its code. */
export const CATALOGUE: Readonly<Record<string, Wordings>> = {
  ...sourceMessages,
  ...yamlMessages,
  ...pastedMessages,
  ...schemaMessages,
  ...valueMessages,
  ...startMessages,
  ...initMessages,
  ...machineMessages,
  ...nameMessages,
  ...browserMessages,
  ...commandMessages,
  ...newMessages,
  ...editMessages,
  ...traceMessages,
  ...importMessages,
  ...gitMessages,
  ...formMessages,
  ...resultMessages,
};

/** A message, or that of a key of the catalogue, with its places filled. An unknown key is a bug. */
export function word(
  message: string | Wordings,
  args: Readonly<Record<string, string>>,
  language: Language,
): Wording {
  const wording = (typeof message === 'string' ? CATALOGUE[message] : message)?.[language];
  if (wording === undefined) throw new Error(`no wording for ${message}`);
  const text = fill(wording.text, args, language);
  return wording.hint === undefined ? { text } : { text, hint: fill(wording.hint, args, language) };
}

const BETWEEN = '\u001f';

/** Several names as one argument; each language puts its own sign between them. */
export function listed(names: readonly string[]): string {
  return names.join(BETWEEN);
}

/**
 * `{name}` → the argument of that name; braces that name no argument stay. `{count#error|errors}` → the word that goes with
 * the number.
 */
function fill(template: string, args: Readonly<Record<string, string>>, language: Language): string {
  return template
    .replace(
      /\{(\w+)(?:#([^|{}]*)\|([^|{}]*))?\}/g,
      (placeholder, name: string, one?: string, many?: string) => {
        if (!Object.hasOwn(args, name)) return placeholder;
        if (one !== undefined && many !== undefined) return args[name] === '1' ? one : many;
        return printable(name, args[name] ?? '');
      },
    )
    .replaceAll(BETWEEN, language === 'zh' ? '、' : ', ');
}

/** Characters of a faulty text, the argument `text`, that a message repeats. What is to be pasted is never cut. */
const LONGEST_QUOTE = 200;

/** Arguments that are names: a line break in one would begin a line of its own, which could pass for the program's. */
const NAMES: ReadonlySet<string> = new Set(
  'file path folder name target revision option value operand other root out stem first second author subject image'.split(
    ' ',
  ),
);

function printable(name: string, value: string): string {
  if (NAMES.has(name)) return value.replace(/\r\n|[\r\n]/g, '\ufffd');
  return name === 'text' && value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}…` : value;
}
