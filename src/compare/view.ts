import { CHECKS } from '../check/rules.ts';
import { toColumnAmount } from '../document/amount-column.ts';
import { writeDate } from '../document/booklet-view.ts';
import { splitLabel } from '../document/label-words.ts';
import type {
  ComparisonView,
  FieldChangeView,
  GroupView,
  MarkedView,
  ProjectChangeView,
  RowChangeView,
} from '../document/views.ts';
import { toParagraphs } from '../form/text.ts';
import { COMPARISON_WORDS } from '../messages/comparison.ts';
import { BOOKLET_STEM, isYear, stemOf } from '../read/source.ts';
import { escapeControls } from '../util/escape-controls.ts';
import { findBegun, listShown } from './by-office.ts';
import type { Change, FieldChange, ProjectChange, RowChange, Totals } from './comparison.ts';
import {
  type ComparisonReport,
  hasChanges,
  listDifference,
  listOtherOffices,
  NONE,
  nameOffice,
  SHORT_HASH,
  writeFormChange,
} from './formats/json.ts';
import { isOneSided, listLines } from './lines.ts';
import { markSides, type Piece } from './marks.ts';

/** The form is Chinese, whatever the language of the messages. */
const WORDS = COMPARISON_WORDS.zh;

export function toComparisonView(report: ComparisonReport, unit: string): ComparisonView {
  const years = report.years.length > 1 ? report.years : [];
  const shown = listShown(report);
  return {
    unit,
    ends: `${nameSide(report.fromCommit, report.fromDate)} → ${nameSide(report.toCommit, report.toDate)}`,
    totals: [toTotals(report.totals, ''), ...years.map((year) => toTotals(year, `${year.year}年度`))].flat(),
    withheld: report.totals.isComplete ? [] : [`${WORDS.withheld}。`],
    projects: shown.map((project, index) => {
      const office = findBegun(shown, report.offices, index);
      return {
        ...toProjectChangeView(project, index),
        office:
          office === null ? [] : [{ name: escapeControls(nameOffice(office)), totals: toTotals(office, '') }],
      };
    }),
    booklets: report.booklets.map((booklet) => ({
      label: nameSource(booklet.file),
      fields: booklet.fields.map((field) => toFieldView(field, isOneSided(booklet))),
    })),
    notes: [
      ...listOtherOffices(report, 'zh').map((line) => `${escapeControls(line)}。`),
      ...report.forms.map((form) => escapeControls(writeFormChange(form, 'zh'))),
      ...report.notCompared.map(
        ({ side, isUnchanged, error: { file } }) =>
          `${WORDS.side[side]}的${nameSource(file)}读不出来，没有比${stemOf(file) === BOOKLET_STEM ? '' : '，也没有算进合计'}${isUnchanged ? WORDS.aside(WORDS.unchanged) : ''}。`,
      ),
      ...report.suppressions.map(
        ({ file, change, code, reason }) =>
          `${nameSource(file)}${change === 'added' ? '放过了检查' : '不再放过检查'}“${escapeControls(CHECK_NAMES.get(code) ?? code)}”${writeReason(change, escapeControls(reason))}。`,
      ),
      ...report.findings.suppressed.map(
        ({ file, message }) => `${nameSource(file)}有问题没有改掉，只是放过了：${escapeControls(message)}。`,
      ),
    ],
    isEmpty: !hasChanges(report),
  };
}

/** What each check looks for, without what its author may set: a formal paper names no codes. */
const CHECK_NAMES: ReadonlyMap<string, string> = new Map(
  CHECKS.map(({ code, docs }) => [code, docs.zh.replace(/（[^（）]{0,60}）$/, '')]),
);

/** A source as the office knows it, by its year or folder and its name: a formal paper names no files. */
function nameSource(file: string): string {
  const [folder = '', name = ''] = file.split('/').slice(-2);
  const place = isYear(folder) ? `${folder}年度` : folder;
  const stem = stemOf(name);
  return escapeControls(stem === BOOKLET_STEM ? `${place}汇编` : `${place}“${stem}”`);
}

function writeReason(change: 'added' | 'removed', reason: string): string {
  if (reason === '') return change === 'added' ? '，没有写理由' : '';
  return `，${change === 'added' ? '' : '原来的'}理由：${reason.replace(/[。．.]$/, '')}`;
}

function toTotals(totals: Totals, year: string): ComparisonView['totals'] {
  const { projectsBefore, projectsAfter, indicatorsBefore, indicatorsAfter, before, after } = totals;
  const count = (label: string, old: number, now: number) => ({
    label: `${year}${label}`,
    before: String(old),
    after: String(now),
    difference: old === now || !totals.isComplete ? [] : [now > old ? `+${now - old}` : String(now - old)],
  });
  return [
    count('项目数', projectsBefore, projectsAfter),
    count('三级指标数', indicatorsBefore, indicatorsAfter),
    {
      label: `${year}成本指标合计（万元）`,
      before: toColumnAmount(before || NONE),
      after: toColumnAmount(after || NONE),
      difference: withoutUnit(listDifference(totals, 'zh')),
    },
  ];
}

function toProjectChangeView(project: ProjectChange, index: number): Omit<ProjectChangeView, 'office'> {
  const {
    name,
    file,
    code,
    digests,
    change,
    previousName = name,
    previousFile = file,
    fields,
    rows,
  } = project;
  const oneSided = isOneSided(project);
  return {
    number: String(index + 1),
    anchor: `c-${index + 1}`,
    name: escapeControls(name),
    code: escapeControls(code),
    digests: [...new Set([digests.before, digests.after])].filter((digest) => digest !== null).join(' → '),
    change: WORDS.change[change],
    previous: [
      ...(previousName === name ? [] : [{ label: '原名称', text: escapeControls(previousName) }]),
      ...(previousFile === file || previousName !== name
        ? []
        : [{ label: '原文件', text: escapeControls(previousFile) }]),
    ],
    cost: toCostView(project),
    fields: fields.map((field) => toFieldView(field, oneSided)),
    rows: toRowViews(rows),
  };
}

/** What a new or removed project costs is the difference: the sums above count it. */
function toCostView(project: ProjectChange): ProjectChangeView['cost'] {
  const { change, cost } = project;
  const { before, after } = cost;
  const whole = after === '' ? before && `-${before}` : `+${after}`;
  const difference = isOneSided(project) ? whole : withoutUnit(listDifference(cost, 'zh'))[0];
  return {
    before: toColumnAmount(before || (change === 'added' ? '' : NONE)),
    after: toColumnAmount(after || (change === 'removed' ? '' : NONE)),
    difference: toColumnAmount(difference ?? ''),
  };
}

function toFieldView(change: FieldChange, oneSided: boolean): FieldChangeView {
  return { label: change.field, ...toSides(change, oneSided), difference: listDifference(change, 'zh') };
}

type Line = Omit<RowChangeView, 'level1' | 'level2'> & { level1: string; level2: string };

function toRowViews(rows: readonly RowChange[]): RowChangeView[] {
  const lines = rows.flatMap(toLines);
  return lines.map((line, index) => {
    const group = (label: string, isSame: (other: Line | undefined) => boolean): GroupView | null => {
      if (isSame(lines[index - 1])) return null;
      let count = 1;
      while (isSame(lines[index + count])) count += 1;
      return { label: splitLabel(label), rows: count };
    };
    const sameLevel1 = (other: Line | undefined) => other?.level1 === line.level1;
    return {
      ...line,
      level1: group(line.level1, sameLevel1),
      level2: group(line.level2, (other) => sameLevel1(other) && other?.level2 === line.level2),
    };
  });
}

function toLines(row: RowChange): Line[] {
  const { level1, level2 } = row;
  const indicator = toParagraphs(row.indicator).map(escapeControls);
  return listLines(row, 'zh').map(({ what, isPlain, ...change }) => ({
    ...{ level1, level2, indicator, what },
    ...toSides(change, isPlain),
    difference: listDifference(change, 'zh'),
  }));
}

function toSides(change: Change, isPlain: boolean): { before: MarkedView; after: MarkedView } {
  const { before, after } = markSides(change, { isPlain });
  return { before: toMarked(before), after: toMarked(after) };
}

function toMarked(pieces: readonly Piece[]): MarkedView {
  const paragraphs: MarkedView = [[]];
  for (const { kind, text } of pieces) {
    text.split('\n').forEach((line, index) => {
      if (index > 0) paragraphs.push([]);
      const mark = { text: escapeControls(line), isRemoved: kind === 'removed', isAdded: kind === 'added' };
      if (line !== '') paragraphs.at(-1)?.push(mark);
    });
  }
  return paragraphs.filter((marks) => marks.length > 0);
}

/** For a column whose heading says 万元. */
function withoutUnit(difference: readonly string[]): string[] {
  return difference.map((text) => toColumnAmount(text.replace(/ 万元$/, '')));
}

/** A formal paper names no HEAD and no branch, but the day and the commit. */
function nameSide(commit: string | null, date: string | null): string {
  if (commit === null) return '工作区现在的文件';
  return `${date === null ? '' : `${writeDate(date)}的`}提交 ${commit.slice(0, SHORT_HASH)}`;
}
