import type { CompiledYear } from '../compile.ts';
import type { HeldTable } from '../document/index-view.ts';
import type { MessageCode } from '../messages/wording.ts';
import { BOOKLET_STEM } from '../read/source.ts';
import type { Message } from '../report/diagnostic.ts';
import { listFirst } from '../util/list-first.ts';

export interface Held {
  tables: readonly HeldTable[];
  /** The booklet was asked for, too. */
  isWhole: boolean;
  /** They are printed marked 草稿. */
  isDrafted: boolean;
  /** Whether outputs of a table or of the booklet are in `out`. */
  has: (stem: string) => boolean;
}

/** What of a year was not printed because of errors, and what is in `out` instead. */
export function reportHeld(
  { path, folder, held, diagnostics, isBookletSound, isHeld, offices }: CompiledYear,
  { tables, isWhole, isDrafted, has }: Held,
): Message[] {
  const messages: Message[] = [];
  const where = { path, isYear: path.includes('/') ? '' : '1' };
  const report = (code: MessageCode, list: readonly HeldTable[]) => {
    if (list.length > 0)
      messages.push({ code, args: { ...where, ...listNames(list.map(({ name }) => name)) } });
  };
  if (!isBookletSound && tables.length > 0)
    return [{ code: `build/booklet-held${isDrafted ? '#drafted' : ''}`, args: where }];
  const missing = tables.filter(({ stem }) => !has(stem));
  report(
    'build/table-kept',
    tables.filter(({ stem }) => has(stem)),
  );
  if (isDrafted) {
    report(
      'build/table-drafted',
      missing.filter(({ isRead }) => isRead),
    );
    report(
      'build/table-unread',
      missing.filter(({ isRead }) => !isRead),
    );
  } else report('build/table-held', missing);
  if (!isWhole || !isHeld) return messages;
  const code = has(BOOKLET_STEM) ? 'build/volume-kept' : 'build/volume-held';
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const files = [...new Set(errors.map(({ at }) => at.file.slice(folder.length + 1)))];
  // Offices below a booklet.yaml with an error wait for it, too.
  const isOwn = files.includes(`${BOOKLET_STEM}.yaml`);
  const inOffices = offices.filter((office) => office.isHeld && !isOwn).map((office) => office.path);
  if (held.length > 0) report(code, held);
  else if (files.length === 0 && !isBookletSound) messages.push({ code: `${code}#above`, args: where });
  else messages.push({ code, args: { ...where, ...listNames([...files, ...inOffices]) } });
  return messages;
}

function listNames(all: readonly string[]): Record<string, string> {
  return { count: String(all.length), names: listFirst(all) };
}
