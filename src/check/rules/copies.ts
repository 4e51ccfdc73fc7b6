import { toLine } from '../../form/text.ts';
import type { Figure } from '../../form/value.ts';
import { lineNumber } from '../../read/explain/lines.ts';
import type { Located } from '../../read/located.ts';
import type { Indicator, Project } from '../../read/project.ts';
import { type Diagnostic, diagnose } from '../../report/diagnostic.ts';
import { remember, rememberLast } from '../../util/memoize.ts';
import type { Check, CheckedYear } from '../check.ts';
import { createNameIndex, findNames, type NameIndex } from '../language/project-names.ts';
import { listSourceTexts, placeIn } from '../printed-texts.ts';
import { clerkRows } from '../rows.ts';

/** Characters; shorter texts are alike by chance. */
const LONG = 30;

/** The same goal, or a paragraph of it, or the same long remark in two projects: told at the later one. */
function checkCopied({ projects }: CheckedYear): Diagnostic[] {
  const seen = new Map<string, Project>();
  return projects.flatMap((project) =>
    listProse(project).flatMap(({ kind, located, keys }) => {
      const earlier = keys
        .map((key) => seen.get(key))
        .find((other) => other !== undefined && other !== project);
      for (const key of keys) if (!seen.has(key)) seen.set(key, project);
      if (earlier === undefined) return [];
      return [diagnose('suggestion', `text/copied#${kind}`, located.at, { other: earlier.file })];
    }),
  );
}

/** A remark or a goal that names another project of the year: it was copied from there, or belongs there. */
function checkOtherProject(year: CheckedYear): Diagnostic[] {
  const sourceTexts = listSourceTexts(year);
  const index = indexNames(year.projects.map(({ name }) => toLine(name.text)).join('\n'));
  return year.projects.flatMap((project) =>
    findOthers(index)(project).map(({ located, found }) => {
      const at = placeIn(located, sourceTexts.get(project.file) ?? '', found.from, found.to);
      return diagnose('suggestion', 'text/other-project', at, { name: found.name });
    }),
  );
}

/** A line a name. Names change seldom: then nearly every text was searched for them before. */
const indexNames = rememberLast((names) => createNameIndex(names.split('\n')));

/** The first other project that each text names, if any. */
const findOthers = remember((index: NameIndex) =>
  remember((project: Project) => {
    const own = toLine(project.name.text);
    return listProse(project).flatMap(({ located }) => {
      const [found] = findNames(located.text, index, own);
      return found === undefined ? [] : [{ located, found }];
    });
  }),
);

/** A row whose name and target another row of the table has, wherever it is: told at the later one. */
function checkRepeatedRow({ projects, sources }: CheckedYear): Diagnostic[] {
  const texts = new Map(sources.map(({ source }) => [source.file, source.text]));
  return projects.flatMap((project) => {
    const seen = new Map<string, Indicator>();
    return clerkRows(project).flatMap((row) => {
      const key = keyOfRow(row.name.text, targetOf(row));
      const earlier = seen.get(key);
      if (earlier === undefined) seen.set(key, row);
      if (earlier === undefined) return [];
      const line = lineNumber(texts.get(project.file) ?? '', earlier.name.at.start);
      const args = { name: toLine(row.name.text), line: String(line) };
      return [diagnose('warning', 'row/repeated', row.name.at, args)];
    });
  });
}

/** By what two rows are the same. */
export function keyOfRow(name: string, target: string): string {
  return [toLine(name), target]
    .join('\n')
    .normalize('NFKC')
    .replace(/[^\S\n]/gu, '');
}

/** `≥4次` and `>= 4.0 次` are one target. */
export function targetOf({ target }: Indicator): string {
  return target.kind === 'figure' ? keyOfFigure(target) : toLine(target.text);
}

export function keyOfFigure({ operator, number, unit }: Figure): string {
  return `${operator}${Number(number)}${unit}`;
}

/** A text that is worth a comparison, and what it is known by: each paragraph of a goal, a whole remark. */
interface Prose {
  kind: 'goal' | 'remark';
  located: Located;
  keys: string[];
}

const listProse = remember((project: Project): Prose[] => {
  const remarks = clerkRows(project).flatMap(({ remark }) => (remark === null ? [] : [remark]));
  return [
    { kind: 'goal', located: project.goal, keys: toKeys(project.goal.text.split(/\n\s*\n/u)) },
    ...remarks.map((located) => ({ kind: 'remark' as const, located, keys: toKeys([located.text]) })),
  ];
});

function toKeys(parts: readonly string[]): string[] {
  return parts.map(toKey).filter((key) => key.length >= LONG);
}

/** Blanks, the full stop at the end and `目标 1:` at the beginning make no other text. */
function toKey(text: string): string {
  return text
    .replace(/\s/gu, '')
    .replace(/^目标\d*[:：]/u, '')
    .replace(/[。；，]$/u, '');
}

export const copyChecks: readonly Check[] = [
  { codes: { 'row/repeated': 'warning' }, run: checkRepeatedRow },
  { codes: { 'text/copied': 'suggestion' }, comparesTables: true, run: checkCopied },
  { codes: { 'text/other-project': 'suggestion' }, comparesTables: true, run: checkOtherProject },
];
