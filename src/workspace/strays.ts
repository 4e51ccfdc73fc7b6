import type { MessageCode } from '../messages/wording.ts';
import {
  correctMonth,
  correctResultsFolder,
  isResultsFolder,
  splitAtResults,
  toResultsPlace,
} from '../read/results-place.ts';
import { BOOKLET_STEM, isEditorsOwn, isSourceName, isYear, stemOf } from '../read/source.ts';
import { type Diagnostic, diagnose } from '../report/diagnostic.ts';

/** Something below the folder of the years: the steps to it from there, and what it is. */
export interface FoundPath {
  steps: readonly string[];
  kind: 'file' | 'folder' | 'link' | 'other' | 'unreadable';
  /** A text whose name does not say so holds a table. */
  holdsTable?: boolean;
}

/** Folders that hold no sources, whatever is in them. */
export function isPassedOver(name: string): boolean {
  return isEditorsOwn(name) || name === 'node_modules';
}

/** The folders that are read, by their paths: years, and those of a booklet.yaml below them. */
export function findOfficePaths(files: readonly (readonly string[])[]): Set<string> {
  return new Set(
    files.flatMap((steps) => {
      const [name = '', ...above] = steps.toReversed();
      const isBooklet = isSourceName(name) && stemOf(name) === BOOKLET_STEM;
      const isOffice = isBooklet && !above.some((step) => isPassedOver(step) || isResultsFolder(step));
      return [
        ...(isYear(steps[0] ?? '') ? steps.slice(0, 1) : []),
        ...(isOffice ? [steps.slice(0, -1).join('/')] : []),
      ];
    }),
  );
}

/**
 * What looks like a source and is not read, each with why and what to do about it. `show`: the path as its author sees it.
 * `offices`: the folders that are read, where `found` does not show them.
 */
export function reportStrays(
  found: readonly FoundPath[],
  show: (steps: readonly string[]) => string,
  offices: ReadonlySet<string> = findOfficePaths(found.map(({ steps }) => steps)),
): Diagnostic[] {
  return found.flatMap((path) => {
    const wording = whyIgnored(path, offices);
    if (wording === null) return [];
    const { steps } = path;
    const name = steps.at(-1) ?? '';
    const [folder = ''] = steps;
    const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(folder.normalize('NFKC'))?.[0];
    const isYearMeant = wording === 'file/ignored#no-year' && year !== undefined;
    const inside = splitAtResults(steps)?.inside ?? [];
    const month = correctMonth(inside[1] ?? '') ?? '';
    const isNamedNear = (step: string) => !isResultsFolder(step) && correctResultsFolder(step) !== null;
    const near = steps.slice(1, -1).find(isNamedNear) ?? '';
    const isNear = wording === 'file/ignored#below' && near !== '';
    const args = {
      name: correctName(name),
      folder,
      year: year ?? '',
      inside: isNear ? near : inside.slice(1, -1).join('/'),
      month: isNear ? (correctResultsFolder(near) ?? '') : month,
    };
    const at = { file: show(steps), start: 0, end: 0 };
    const said = isYearMeant ? 'file/ignored#year' : isNear ? 'file/ignored#near-results' : wording;
    return [diagnose('warning', said, at, args)];
  });
}

/** The wording of why a path is not read; null where it is read, reported elsewhere, or of no interest. */
function whyIgnored(
  { steps, kind, holdsTable = false }: FoundPath,
  offices: ReadonlySet<string>,
): MessageCode | null {
  const name = steps.at(-1) ?? '';
  const [year = ''] = steps;
  if (steps.some(isPassedOver)) return null;
  if (kind === 'unreadable') return 'file/ignored#unreadable';
  const isInOffice = isYear(year) && offices.has(steps.slice(0, -1).join('/'));
  if (isInOffice && isSourceName(name)) return null;
  const results = isYear(year) ? splitAtResults(steps.slice(0, -1)) : null;
  const inside = results !== null && offices.has(results.goals.join('/')) ? results.inside : null;
  if (inside !== null && isSourceName(name) && kind !== 'folder') return whyNoResult(inside, name);
  if (kind === 'link') {
    const mayBeFolder = !/\.\w{1,8}$/.test(name);
    return mayBeFolder || looksLikeSource(name) ? 'file/ignored#link' : null;
  }
  if (kind === 'folder' || !(looksLikeSource(name) || holdsTable)) return null;
  if (steps.length === 1) return 'file/ignored#above';
  if (!isYear(year)) return 'file/ignored#no-year';
  if (!isInOffice && inside === null && isNearlyBooklet(name)) return 'file/ignored#nearly-booklet';
  const isBeside = isInOffice || (inside !== null && toResultsPlace(inside) !== null);
  return isBeside ? 'file/ignored#name' : 'file/ignored#below';
}

/** `Booklet.yaml`, `booklet.yml`, `booklet.yaml.txt`: by its name it would make the folder an office's. */
function isNearlyBooklet(name: string): boolean {
  return /^booklet\.ya?ml(?:\.txt)?$/i.test(name) && name !== `${BOOKLET_STEM}.yaml`;
}

/** The same for a source somewhere in 自评 or 监控. */
function whyNoResult(inside: readonly string[], name: string): MessageCode | null {
  if (toResultsPlace(inside) !== null)
    return stemOf(name).toLowerCase() === BOOKLET_STEM ? 'file/ignored#results-booklet' : null;
  const [first, month] = inside;
  if (first === '自评') return 'file/ignored#in-evaluation';
  if (month === undefined) return 'file/ignored#monitoring';
  if (inside.length > 2) return 'file/ignored#in-month';
  return correctMonth(month) === null ? 'file/ignored#no-month' : 'file/ignored#month';
}

/** `.yaml` or `.yml` as an ending, misspelt, or with more behind it: `x.yaml.txt`, `x.ymal`, `x。yaml`, `x.yaml (2)`. */
function looksLikeSource(name: string): boolean {
  const plain = name.normalize('NFKC').toLowerCase();
  return /[.。](?:ya?ml(?![a-z])|(?:ymal|yam|yamll|yaml)$)/.test(plain);
}

/** The name that it was probably meant to have. */
function correctName(name: string): string {
  const stem = name.replace(/[.．。](?:ya?ml|ymal|yam|yamll|txt)(?![a-z])[^/]*$/i, '');
  return `${stem}.yaml`;
}
