import type { Edit, Message } from '../report/diagnostic.ts';
import { hashOf } from '../workspace/folder.ts';

/** One edit that was made from the page since the program started. */
export interface LoggedEdit {
  id: number;
  /** By the clock of the machine, `14:05`. */
  time: string;
  year: string;
  stem: string;
  did: Message;
  /** The state of its file after the edit: only as long as the file is in it the edit can be undone. */
  file: string;
  revision: string;
  undo: Undo;
}

export type Undo =
  | { kind: 'edit'; groups: Edit[][] }
  /** The file was new. */
  | { kind: 'remove' }
  | { kind: 'rename'; stem: string; name: string; groups: Edit[][] };

/** Identifies a text: an edit made against another one is refused. */
export function revisionOf(text: string): string {
  return hashOf(text).slice(0, 20);
}

/** Edits that lead back, the last group first. `text`: what the groups are made in. */
export function invertEdits(text: string, groups: readonly (readonly Edit[])[]): Edit[][] {
  let now = text;
  const inverse: Edit[][] = [];
  for (const group of groups) {
    let shift = 0;
    let made = '';
    let from = 0;
    const back: Edit[] = [];
    for (const { start, end, text: by } of group.toSorted((a, b) => a.start - b.start)) {
      back.push({ start: start + shift, end: start + shift + by.length, text: now.slice(start, end) });
      shift += by.length - (end - start);
      made += now.slice(from, start) + by;
      from = end;
    }
    now = made + now.slice(from);
    inverse.unshift(back);
  }
  return inverse;
}
