import { readPairs } from '../util/word-list.ts';
import { type Form, isCost, listGroups, TREE_KEY } from './form.ts';
import type { FieldType } from './words.ts';

/** What is behind a key: a value of a form's field, a date of booklet.yaml, or more keys and rows. */
export type KeyType = FieldType | 'date' | 'list' | 'map';

/** What `另存` and `--also` can ask for; each is the ending of its files. */
export const EXPORT_FORMATS = ['xlsx', 'docx', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The keys of booklet.yaml in their order; its schema has the same ones (a test compares). */
const BOOKLET = readPairs(`
  标题→line 单位→line 单位编码→code 年度→date 编制日期→date 说明→paragraphs 顺序→list 表式→map 指标体系→map 检查→map
  常见错字→list 内容→line 另存→list
`) as ReadonlyMap<string, KeyType>;

/**
 * The words that authors write, by where they are: what a typo in a source is reported by. Made once of all forms of a folder, the
 * first form's order before what others add.
 */
export interface Vocabulary {
  /** The one that tables have; null where there is none. */
  form: Form | null;
  /** At the left margin of a table. */
  top: readonly string[];
  row: readonly string[];
  blocks: ReadonlyMap<string, { isList: boolean; keys: readonly string[] }>;
  level1s: ReadonlySet<string>;
  level2s: ReadonlySet<string>;
  groups: readonly (readonly [level1: string, level2: string])[];
  booklet: ReadonlyMap<string, KeyType>;
  /** Of the keys of tables, and of those of booklet.yaml that no table has. */
  types: ReadonlyMap<string, KeyType>;
  /** What is behind keys that nobody can list, by the key above them. */
  typesBelow: ReadonlyMap<string, KeyType>;
  known: ReadonlySet<string>;
  /** The key that holds it; null where no form has one. */
  goal: string | null;
  /** The keys of the goal and of other paragraphs that are required: a number or 无 says nothing there. */
  prose: ReadonlySet<string>;
  /** Whether amounts of money in a group are what something costs. `level2` may be empty, or one that no form has. */
  isCost(level1: string, level2: string): boolean;
}

export function toVocabulary(forms: readonly Form[]): Vocabulary {
  const top = unique([...forms.flatMap(({ fields }) => fields.map(({ key }) => key)), TREE_KEY]);
  const rowFields = forms.flatMap((form) => form.rowFields);
  const row = unique(rowFields.map(({ key }) => key));
  const groups = uniqueGroups(forms.flatMap(listGroups));
  const level1s = new Set(groups.map(([level1]) => level1));
  const level2s = new Set(groups.map(([, level2]) => level2));
  const fields = forms.flatMap((form) => [...form.fields, ...form.rowFields]);
  const parts = fields.flatMap(({ block }) => block?.parts ?? []);
  const blocks = new Map(
    fields.flatMap(({ key, type, block }) =>
      block === null
        ? []
        : [[key, { isList: type === 'list', keys: block.parts.map((part) => part.key) }] as const],
    ),
  );
  const keyOf = (wanted: string) => fields.find(({ role }) => role === wanted)?.key ?? null;
  // The last one counts: the first form's, and a table's rather than booklet.yaml's.
  const types = new Map<string, KeyType>([
    ...BOOKLET,
    ...[...level1s, ...level2s, TREE_KEY].map((key) => [key, 'list'] as const),
    ...[...parts, ...fields]
      .map(({ key, type }) => [key, type === 'funds' ? 'map' : type] as const)
      .reverse(),
  ]);
  const kinds = forms.flatMap((form) =>
    [...form.level1s].flatMap(([level1, known]) =>
      [...known.level2s].map(([level2, { kind }]) => ({ level1, level2, isCost: isCost(kind) })),
    ),
  );
  return {
    form: forms[0] ?? null,
    ...{ top, row, blocks, groups, level1s, level2s, types },
    booklet: BOOKLET,
    typesBelow: new Map(),
    known: new Set([
      ...top,
      ...row,
      ...parts.map(({ key }) => key),
      ...BOOKLET.keys(),
      ...level1s,
      ...level2s,
    ]),
    goal: keyOf('goal'),
    prose: new Set(
      forms.flatMap((form) =>
        form.fields
          .filter(({ role, type, isRequired }) => role === 'goal' || (isRequired && type === 'paragraphs'))
          .map(({ key }) => key),
      ),
    ),
    isCost: (level1, level2) => {
      const under = kinds.filter((group) => group.level1 === level1);
      const known = under.find((group) => group.level2 === level2);
      return known?.isCost ?? (under.length > 0 && under.every((group) => group.isCost));
    },
  };
}

/** Of no form: for reading other files, such as the form itself. */
export const NO_VOCABULARY: Vocabulary = toVocabulary([]);

/** Whether people read on the page what is behind a key. */
export function isPrinted(type: KeyType | undefined): type is FieldType {
  return type !== undefined && type !== 'date' && type !== 'list' && type !== 'map';
}

function unique(keys: readonly string[]): string[] {
  return [...new Set(keys)];
}

/** Each once, and those of one 一级指标 together. */
function uniqueGroups(groups: readonly (readonly [string, string])[]): [string, string][] {
  return unique(groups.map(([level1]) => level1)).flatMap((level1) =>
    unique(groups.flatMap(([above, level2]) => (above === level1 ? [level2] : []))).map(
      (level2): [string, string] => [level1, level2],
    ),
  );
}

/** Among the pages of templates: `forms/NAME` prints the tables of one form, in the place of `project`. */
export const FORM_PAGES = 'forms/';
