import { EXPORT_FORMATS, type ExportFormat } from '../form/vocabulary.ts';
import type { Booklet } from '../read/booklet.ts';
import { DEPARTMENT_STEM } from '../read/source.ts';
import { withoutDepartment } from '../read/spending.ts';
import { type Office, toBookletView, writeSum } from './booklet-view.ts';
import type { ListedTable } from './listed-table.ts';
import type { IndexResultsView, IndexView, OfficesView, OutputLinks } from './views.ts';

/** A table that is not printed until its errors are corrected. */
export interface HeldTable {
  file: string;
  stem: string;
  /** As it calls itself, else as its file is called. */
  name: string;
  code: string;
  /** It can be read, at least in part. */
  isRead: boolean;
  /** All that it needs is to be filled in. */
  isToFill: boolean;
}

/** Whether outputs of a table or of the booklet are in `out`: what is printed, or the one in another format. */
export type HasOutput = (stem: string, format?: ExportFormat) => boolean;

const EXPORTS: Record<ExportFormat, string> = { xlsx: 'Excel', docx: 'Word', json: 'JSON' };

const HELD = '有错误，没有打印';
const KEPT = '有错误，这是上次的';

const OLD_BOOKLET = '全册还是上次的，里面的表可能比单张的旧。';
const NO_BOOKLET = '全册要等错误都改好才有。';

/** Links to the outputs that are there; `path`: from the year's folder, without ending. */
export function linkOutputs(path: string, has: HasOutput): OutputLinks {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const [html = '', pdf = ''] = has(path) ? [`${encoded}.html`, `${encoded}.pdf`] : [];
  const exports = EXPORT_FORMATS.filter((format) => has(path, format)).map((format) => ({
    label: EXPORTS[format],
    href: `${encoded}.${format}`,
  }));
  return { html, pdf, exports };
}

/**
 * The year's index.html, of what is in `out`. Links are relative and percent-encoded; there is one only to what `has` says is
 * there. `held`: the tables that are not printed.
 */
export function toIndexView(
  booklet: Booklet,
  projects: readonly ListedTable[],
  held: readonly HeldTable[],
  isBound: boolean,
  has: HasOutput,
  results: IndexResultsView[],
  below: OfficesView & { all: readonly Office[] },
): IndexView {
  const view = toBookletView(booklet, projects);
  const hasOffices = below.offices.length > 0;
  const writeWhole = () => toBookletView(booklet, projects, { offices: below.all, isSummary: true }).sentence;
  const link = (stem: string) => linkOutputs(stem, has);
  const counted = withoutDepartment(projects);
  const departments = projects.filter((table) => !counted.includes(table));
  const printed = view.projects.map(({ name, code, budget, cost }, index) => {
    const stem = counted[index]?.stem ?? '';
    return { name, code, budget, cost, note: '', ...link(stem) };
  });
  const others = held.map(({ stem, name, code }) => {
    return { name, code, budget: '', cost: '', note: has(stem) ? KEPT : HELD, ...link(stem) };
  });
  const count = held.filter(({ stem }) => stem !== DEPARTMENT_STEM).length;
  const isWhole = count === 0;
  return {
    hasOffices,
    offices: below.offices,
    places: below.places,
    allOffices: below.allOffices,
    hasTables: !hasOffices || projects.length + held.length > 0,
    title: view.title,
    unit: view.unit,
    year: view.year,
    sentence: hasOffices
      ? `单位 ${below.offices.length} 个。${writeWhole()}`
      : isWhole
        ? view.sentence
        : counted.length === 0
          ? `共有项目 ${count} 个，都有错误。`
          : `共有项目 ${counted.length + count} 个，其中 ${count} 个有错误；其余 ${counted.length} 个${writeSum(counted)}。`,
    projects: [
      ...departments.map(({ form, stem }) => ({
        ...{ number: '', name: form.title, code: '', budget: '', cost: '', note: '' },
        ...link(stem),
      })),
      ...[...printed, ...others].map((row, index) => ({ number: String(index + 1), ...row })),
    ],
    booklet: link('booklet'),
    bookletNote: isBound ? '' : has('booklet') ? OLD_BOOKLET : NO_BOOKLET,
    results,
    totalLabel: isWhole ? '合计' : '合计（不含有错误的）',
    total: { budget: view.total.budget, cost: view.total.cost },
  };
}
