import type { OfficeIndex } from '../check/rule.ts';
import type { YearSources } from '../read/source.ts';
import type { Severity } from '../report/diagnostic.ts';
import type { OfficeFolderName } from '../report/groups.ts';
import type { Excerpt } from '../report/lines.ts';
import { hashOf } from '../workspace/folder.ts';
import type { Shard } from '../workspace/shards.ts';

/** Below `out`: what a run of `check --shard` leaves for `merge`, beside the record of `build --shard`. */
export const CHECK_FILE = 'shard-check.json';

export type Counts = Readonly<Record<Severity, number>>;

/** An office of which a shard checked a file. */
export interface RecordedOffice extends OfficeFolderName {
  results: number;
  counts: Counts;
  /** Of its sources. */
  hash: string;
  index: OfficeIndex;
  /** Lines of the places in the index, by file. */
  texts: Map<string, Excerpt>;
}

export interface CheckRecord extends Shard {
  /** Of what checks: the program, its schemas, the forms. */
  identity: string;
  year: string | null;
  strict: boolean;
  offices: RecordedOffice[];
  /** What was found beside them, by file. */
  loose: Map<string, Counts>;
}

const VERSION = 1;

export function formatCheckRecord(record: CheckRecord): string {
  const content = JSON.stringify(record, (_, value) => (value instanceof Map ? { map: [...value] } : value));
  return `${JSON.stringify({ version: VERSION, hash: hashOf(content) })}\n${content}\n`;
}

/** Null for what is no such file, or is not as it was written. */
export function parseCheckRecord(text: string | null): CheckRecord | null {
  const [head = '', content = ''] = text?.split('\n') ?? [];
  if (head !== JSON.stringify({ version: VERSION, hash: hashOf(content) })) return null;
  return JSON.parse(content, (_, value) => (Array.isArray(value?.map) ? new Map(value.map) : value));
}

/** What an office's files say, wherever they lie. */
export function hashOfOffice({ booklet, tables, results, diagnostics }: YearSources): string {
  const said = [...(booklet ? [booklet] : []), ...tables].map(({ stem, text }) => [stem, text]);
  const ofResults = results.map((own) => [own.name, own.sources.map(({ stem, text }) => [stem, text])]);
  const unread = [...diagnostics, ...results.flatMap((own) => own.diagnostics)].map(({ wording }) => wording);
  return hashOf(JSON.stringify([said, ofResults, unread]));
}
