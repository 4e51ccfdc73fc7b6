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

const catalogue = {
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

/** A key of the catalogue: `code` or `code#variant`. */
export type MessageCode = keyof typeof catalogue;

/** A code of the catalogue without its variant: a message of its own, or all of its variants. */
export type MessageName = MessageCode | NameOf<MessageCode>;

type NameOf<Code> = Code extends `${infer Name}#${string}` ? Name : Code;

/** The message of a name, or its variant, where that is known only at run time; `word` throws where there is none. */
export function variantOf(name: MessageName, variant?: string): MessageCode {
  return (variant === undefined ? name : [name, variant].join('#')) as MessageCode;
}

/** What fills the placeholders of a message, and `More`; of a message that is known only at run time, anything. */
export type ArgsOf<Code extends MessageCode, More extends unknown[] = []> = MessageCode extends Code
  ? [args?: Record<string, string>, ...More]
  : [PlaceholdersOf<Code>] extends [never]
    ? [args?: Record<string, string>, ...More]
    : [args: Record<PlaceholdersOf<Code>, string> & Record<string, string>, ...More];

type PlaceholdersOf<Code extends MessageCode> = (typeof catalogue)[Code] extends { args?: infer Names }
  ? Extract<Names, string>
  : string;

/** Every sentence that the program says about a mistake or trouble, by its code. */
export const CATALOGUE: Readonly<Record<MessageCode, Wordings>> = catalogue;

/** A message, or that of a key of the catalogue, with its places filled. An unknown key is a bug. */
export function word(
  message: string | Wordings,
  args: Readonly<Record<string, string>>,
  language: Language,
): Wording {
  const wording = (typeof message === 'string' ? wordingsOf(message) : message)?.[language];
  if (wording === undefined) throw new Error(`no wording for ${message}`);
  const text = fill(wording.text, args, language);
  return wording.hint === undefined ? { text } : { text, hint: fill(wording.hint, args, language) };
}

/** The messages of a code, which may be that of a rule. */
export function wordingsOf(code: string): Wordings | undefined {
  return (CATALOGUE as Readonly<Record<string, Wordings>>)[code];
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
