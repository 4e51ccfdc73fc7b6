export type ResultsKind = 'evaluation' | 'monitoring';

/** A folder of results: what is called as in forms and in booklet.yaml's 表式. */
export const RESULTS_FOLDERS: ReadonlyMap<string, ResultsKind> = new Map([
  ['自评', 'evaluation'],
  ['监控', 'monitoring'],
]);

/** Whether a folder below a year or an office holds results, and neither tables nor offices. */
export function isResultsFolder(name: string): boolean {
  return RESULTS_FOLDERS.has(name.normalize('NFC'));
}

/** Where results are, seen from the folder of their goals. */
export interface ResultsPlace {
  name: string;
  kind: ResultsKind;
  /** 1 to 12; null for 自评. */
  month: number | null;
}

/** The steps from the folder of the goals to a folder of results; null for one that has none. */
export function toResultsPlace(steps: readonly string[]): ResultsPlace | null {
  const [first = '', month, ...more] = steps;
  const kind = RESULTS_FOLDERS.get(first);
  if (kind === undefined || more.length > 0) return null;
  if (kind === 'evaluation') return month === undefined ? { name: first, kind, month: null } : null;
  const number = /^([1-9]|1[0-2])月$/.exec(month ?? '')?.[1];
  return number === undefined ? null : { name: steps.join('/'), kind, month: Number(number) };
}

/** The folder of the goals, and the steps from there into its folder of results; null for a path that is in none. */
export function splitAtResults(steps: readonly string[]): { goals: string[]; inside: string[] } | null {
  const at = steps.findIndex((step) => RESULTS_FOLDERS.has(step));
  return at < 0 ? null : { goals: steps.slice(0, at), inside: steps.slice(at) };
}

/** 07月, 七月, 7 → 7月; null where no month is meant. */
export function correctMonth(name: string): string | null {
  const plain = name.normalize('NFKC').replace(/^(?:\d{4}年|1[-–—~至到])/u, '');
  const word = CHINESE.indexOf(plain.replace(/月份?$/u, ''));
  const number = /^0?([1-9]|1[0-2])(?:月份?)?$/.exec(plain)?.[1] ?? (word < 0 ? null : String(word + 1));
  return number === null ? null : `${number}月`;
}

/** 自评表 → 自评, 监控7月 → 监控/7月; null for any other folder. */
export function correctResultsFolder(name: string): string | null {
  const plain = name.normalize('NFKC').replace(/\s/gu, '');
  const [, kind, behind = ''] =
    /^(?:项目|绩效|年度|部门|\d{4}年?度?){0,3}(自评|监控|监测)(.*)$/u.exec(plain) ?? [];
  if (kind === undefined) return null;
  if (kind === '自评') return kind;
  const month = correctMonth(behind.replace(/^[-—_]|[()（）]/gu, ''));
  return month === null ? '监控' : `监控/${month}`;
}

const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

export function nameOfPlace({ kind, month }: Pick<ResultsPlace, 'kind' | 'month'>): string {
  return kind === 'evaluation' ? '自评' : `监控/${month}月`;
}

/** What a PDF calls the source of a result: `自评·样例`. No name of a source there has a slash. */
export function toOriginStem(place: string, stem: string): string {
  return `${place.replace('/', '·')}·${stem}`;
}

/** The folder in such a name; empty for the name of a table. */
export function placeOfOrigin(stem: string): string {
  return /^(?:自评|监控·[1-9]\d?月)(?=·)/u.exec(stem)?.[0] ?? '';
}
