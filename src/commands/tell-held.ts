import type { CompiledYear } from '../compile.ts';
import type { HeldTable } from '../document/index-view.ts';
import { BOOKLET_STEM } from '../read/source.ts';
import type { Sentence } from '../report/sentence.ts';

export interface Held {
  /** Those that were asked for. */
  tables: readonly HeldTable[];
  /** The booklet was asked for, too. */
  isWhole: boolean;
  /** They are printed marked 草稿. */
  isDrafted: boolean;
  /** Whether outputs of a table or of the booklet are in `out`. */
  has: (stem: string) => boolean;
}

/** What of a year was not printed because of errors, and what is in `out` instead. */
export function tellHeld(
  { year, held, isBookletSound, bind }: CompiledYear,
  { tables, isWhole, isDrafted, has }: Held,
): Sentence[] {
  const sentences: Sentence[] = [];
  const tell = (code: string, list: readonly HeldTable[]) => {
    if (list.length > 0) sentences.push({ code, args: { year, ...nameTables(list) } });
  };
  if (!isBookletSound && tables.length > 0)
    return [{ code: `build/booklet-held${isDrafted ? '#drafted' : ''}`, args: { year } }];
  const missing = tables.filter(({ stem }) => !has(stem));
  tell(
    'build/table-kept',
    tables.filter(({ stem }) => has(stem)),
  );
  if (isDrafted) {
    tell(
      'build/table-drafted',
      missing.filter(({ project }) => project !== null),
    );
    tell(
      'build/table-unread',
      missing.filter(({ project }) => project === null),
    );
  } else tell('build/table-held', missing);
  if (!isWhole || bind !== null) return sentences;
  const code = has(BOOKLET_STEM) ? 'build/volume-kept' : 'build/volume-held';
  if (held.length > 0) tell(code, held);
  else sentences.push({ code: `${code}#booklet`, args: { year } });
  return sentences;
}

/** Names that are listed before it is said how many there are. */
const MOST_NAMES = 20;

function nameTables(tables: readonly HeldTable[]): Record<string, string> {
  const names = tables.slice(0, MOST_NAMES).map(({ name }) => name);
  const count = tables.length > MOST_NAMES ? ['……'] : [];
  return { count: String(tables.length), names: [...names, ...count].join('、') };
}
