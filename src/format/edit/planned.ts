import type { MessageCode } from '../../messages/wording.ts';
import type { Edit, Message } from '../../report/diagnostic.ts';
import type { Plain } from './plain-data.ts';

/** Edits of the text, and what the source says afterwards; or why not, in the author's words. */
export type Planned = { edits: Edit[]; data: Plain | undefined; losesComments?: boolean } | Refusal;

export interface Refusal {
  refusal: Message;
}

export function refuse(code: MessageCode, args: Record<string, string> = {}): Refusal {
  return { refusal: { code, args } };
}
