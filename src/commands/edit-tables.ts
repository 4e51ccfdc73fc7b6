import { dirname } from 'node:path';
import { type Diagnostic, type Message, toMessage } from '../report/diagnostic.ts';
import { writeNewTable } from './new.ts';
import { type NewOptions, refusePlace } from './new-draft.ts';

/** `new` for the preview: the file as it is shown, or the first reason against it. */
export async function createTable(options: NewOptions): Promise<{ file: string } | { refusal: Message }> {
  const { written, diagnostics } = await writeNewTable(options);
  return written === null ? { refusal: firstOf(diagnostics) } : { file: written };
}

/** Why no table of this name can be beside a file; null when it can. */
export function refuseName(file: string, name: string): Message | null {
  const folder = dirname(file);
  const refused = refusePlace({ file: `${folder}/${name}.yaml`, stem: name, text: '' }, folder);
  return refused.length === 0 ? null : firstOf(refused);
}

function firstOf(diagnostics: readonly Diagnostic[]): Message {
  const [first] = diagnostics;
  if (first === undefined) throw new Error('refused without a reason');
  return toMessage(first);
}
