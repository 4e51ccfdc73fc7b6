import { readContextFiles, toContext } from '../commands/context.ts';
import { type CompiledYear, createCompiler, unitsOf } from '../compile.ts';
import { splitAtResults, toResultsPlace } from '../read/results-place.ts';
import { decodeSource, type ResultsSources, type Source } from '../read/source.ts';
import { sortDiagnostics } from '../report/diagnostic.ts';
import { type Report, toReport } from '../report/report.ts';
import { PROGRAM_ROOT } from '../util/program.ts';

const files = readContextFiles(`${PROGRAM_ROOT}/templates`);
const context = toContext(files, false);

/** A table without a fault, as its author would write it; `change` makes the fault. */
export const SOUND_TABLE = `项目名称: 样例
项目编码: 52270022P004296102284
绩效目标: 开展党员教育培训4次，培训600人，提升履职能力，全面完成年度任务。
绩效指标:
  产出指标:
    数量指标:
      - 三级指标: 培训次数
        指标值: ≥ 4 次
    质量指标:
      - 三级指标: 培训合格率
        指标值: ≥ 95 %
    时效指标:
      - 三级指标: 完成时限
        定性: 2022年1月至12月
    成本指标:
      - 三级指标: 培训费
        指标值: ≤ 30 万元
        备注: 教材和场地
  效益指标:
    社会效益指标:
      - 三级指标: 履职能力
        定性: 有所提升
        指标值说明: 结业考核平均分高于上年
  满意度指标:
    满意度指标:
      - 三级指标: 参训人员满意度
        指标值: ≥ 95 %
`;

export const SOUND_BOOKLET = '标题: 样例汇编\n单位: 样例单位\n年度: 2022\n';

/**
 * Compiles sources given as file name → text (or bytes) the way a year on disk is; `乙镇/booklet.yaml` makes an office of 乙镇,
 * `forms/NAME.yaml` is a form beside the program's.
 */
export function compileTexts(texts: Record<string, string | Uint8Array>): {
  year: CompiledYear;
  /** The year, then its offices. */
  years: CompiledYear[];
  report: Report;
} {
  const isForm = (name: string) => name.startsWith('forms/');
  const forms = Object.entries(texts).flatMap(([name, text]) =>
    isForm(name) ? [[name.slice('forms/'.length, -'.yaml'.length), String(text)] as const] : [],
  );
  const written = Object.entries(texts).filter(([name]) => !isForm(name));
  const decoded = written.map(([name, content]) =>
    decodeSource(`projects/2022/${name}`, typeof content === 'string' ? Buffer.from(content) : content),
  );
  const all = decoded.flatMap(({ value }) => value ?? []);
  const placeOf = ({ file }: Source) =>
    toResultsPlace(splitAtResults(file.split('/'))?.inside.slice(0, -1) ?? []);
  const officeOf = (file: string) =>
    (splitAtResults(file.split('/'))?.goals ?? file.split('/').slice(0, -1)).join('/');
  const isBooklet = ({ stem }: Source) => stem === 'booklet';
  const chosen =
    forms.length === 0 ? context : toContext({ ...files, forms: new Map([...files.forms, ...forms]) }, false);
  const folders = [...new Set(['projects/2022', ...all.map(({ file }) => officeOf(file)).sort()])];
  const years = createCompiler(chosen)(
    folders.map((folder) => {
      const own = all.filter(({ file }) => officeOf(file) === folder);
      const sources = own.filter((source) => placeOf(source) === null);
      const places = new Map(
        own.flatMap((source) => (placeOf(source) ? [[placeOf(source)?.name, source] as const] : [])),
      );
      return {
        year: '2022',
        path: folder.slice('projects/'.length),
        folder,
        booklet: sources.find(isBooklet) ?? null,
        tables: sources.filter((source) => !isBooklet(source)),
        results: [...places.values()].flatMap((first): ResultsSources[] => {
          const place = placeOf(first);
          const sources = own.filter((source) => placeOf(source)?.name === place?.name);
          return place === null
            ? []
            : [{ ...place, folder: `${folder}/${place.name}`, sources, diagnostics: [] }];
        }),
        diagnostics: decoded
          .flatMap(({ diagnostics }) => diagnostics)
          .filter(({ at }) => officeOf(at.file) === folder),
      };
    }),
  );
  const [year] = years as [CompiledYear];
  const lines = new Map(all.map(({ file, text }) => [file, text]));
  const found = sortDiagnostics(years.flatMap(unitsOf).flatMap(({ diagnostics }) => diagnostics));
  const sources = all.filter((source) => placeOf(source) === null);
  return { year, years, report: toReport(found, lines, sources.length, 'zh') };
}

/** The findings of one table beside a sound booklet.yaml, as `line:column code`. */
export function findIn(table: string | Uint8Array): string[] {
  const { report } = compileTexts({ '样例.yaml': table, 'booklet.yaml': SOUND_BOOKLET });
  return report.diagnostics.map(({ line, column, code }) => `${line}:${column} ${code}`);
}
