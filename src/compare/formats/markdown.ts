import { COMPARISON_WORDS } from '../../messages/comparison.ts';
import type { Language } from '../../messages/wording.ts';
import { findBegun, listShown } from '../by-office.ts';
import type { BookletChange, OfficeTotals, ProjectChange, Totals } from '../comparison.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import {
  type ComparisonReport,
  hasChanges,
  listFields,
  listOtherOffices,
  nameEnds,
  nameOffice,
  writeCounts,
  writeDifference,
  writeFormChange,
  writeSum,
} from './json.ts';
import { listFieldLines, listRowLines, writeTableHead, writeTableRow } from './markdown-table.ts';
import { listSections, type Section } from './sections.ts';

/** UTF-16 units: GitHub, GitLab and Gitee take 65,536 characters; some are left for what a workflow adds. */
export const LARGEST_COMMENT = 64_000;
/** Lines of tables up to which each is shown open. */
const FEW = 30;
/** Findings of one kind that are listed, and UTF-16 units of each. */
const MOST_FINDINGS = 20;
const LONGEST_FINDING = 300;
/** UTF-16 units: with less room a table is not begun. */
const WORTH_BEGINNING = 2_000;

/**
 * The comparison as a comment on a pull request: few tables are open, many are folded. What does not fit is left out from the
 * end, first tables, then names, with a sentence that says how much.
 */
export function formatMarkdown(report: ComparisonReport, language: Language): string {
  const words = COMPARISON_WORDS[language];
  const [from = '', to = ''] = nameEnds(report, language).map(escapeMarkdown);
  const head = `### ${words.title(`${from} → ${to}`)}\n\n`;
  const opening = [
    head,
    hasChanges(report) ? writeTotals(report, language) : `${words.nothing}\n\n`,
    ...report.forms.map((form) => `${escapeMarkdown(writeFormChange(form, language))}\n\n`),
    ...listSections(report, language).map((section) => writeSection(section, language)),
  ].join('');
  const shown = listShown(report);
  const blocks = [
    ...shown.map((project, index) => ({
      ...toProjectBlock(project, language),
      heading: writeOffice(findBegun(shown, report.offices, index), language),
    })),
    ...report.booklets.map((booklet) => toBookletBlock(booklet, language)),
  ];
  return `${opening}${writeBlocks(blocks, LARGEST_COMMENT - opening.length, language)}`;
}

interface Block {
  /** The office that begins with it; empty where none does. */
  heading?: string;
  /** Whose it is, where there are offices. */
  office?: string | undefined;
  isOpen: boolean;
  title: string;
  file: string;
  lines: string[];
}

function writeOffice(office: OfficeTotals | null, language: Language): string {
  if (office === null) return '';
  return `#### ${escapeMarkdown(nameOffice(office))}\n\n${writeSums(listTotals(office, '', language), language)}\n`;
}

function toProjectBlock(project: ProjectChange, language: Language): Block {
  const words = COMPARISON_WORDS[language];
  const { name, file, change, previousName = name, previousFile = file, fields, rows } = project;
  const old = previousName === name ? '' : `${escapeMarkdown(previousName)} → `;
  const oldFile = previousFile === file ? '' : `${escapeMarkdown(previousFile)} → `;
  const count = fields.length + rows.length;
  const isCounted = count > 0 && change !== 'added' && change !== 'removed';
  return {
    office: project.office,
    isOpen: change !== 'removed',
    title: `${words.change[change]} <b>${old}${escapeMarkdown(name)}</b>${isCounted ? words.aside(words.countChanges(count)) : ''}`,
    file: `${oldFile}${escapeMarkdown(file)}`,
    lines: [
      ...listFieldLines(listFields(project), language),
      ...rows.flatMap((row) => listRowLines(row, language)),
    ],
  };
}

function toBookletBlock({ file, change, fields }: BookletChange, language: Language): Block {
  const title = `${COMPARISON_WORDS[language].change[change]} <b>${escapeMarkdown(file)}</b>`;
  return { isOpen: true, title, file: escapeMarkdown(file), lines: listFieldLines(fields, language) };
}

/** Tables as long as there is room for them and for the names of the rest, then names, then how many are left. */
function writeBlocks(blocks: readonly Block[], room: number, language: Language): string {
  const words = COMPARISON_WORDS[language];
  const isFew = blocks.reduce((sum, { lines }) => sum + lines.length, 0) <= FEW;
  const names = blocks.map(
    ({ title, office }) => `- ${title}${office === undefined ? '' : words.aside(escapeMarkdown(office))}\n`,
  );
  const end = (left: number, listed: number) => `\n${words.leftOut(left, listed)}${words.fullComparison}\n\n`;
  let rest = room - end(blocks.length, blocks.length - 1).length;
  let ofNames = names.reduce((sum, name) => sum + name.length, 0);
  const written: string[] = [];
  for (const [index, block] of blocks.entries()) {
    ofNames -= names[index]?.length ?? 0;
    // Of names that would take more than half of the room, some are not waited for.
    const table = writeBlock(block, rest - Math.min(ofNames, room / 2), isFew, language);
    if (table === null) break;
    written.push(table);
    rest -= table.length;
  }
  const left = names.slice(written.length);
  if (left.length === 0) return written.join('');
  const named = left.filter((name) => {
    rest -= name.length;
    return rest >= 0;
  });
  return `${written.join('')}${named.join('')}${end(left.length, named.length)}`;
}

/** The blank lines let what is inside be read as Markdown. Null when there is too little room. */
function writeBlock(
  { heading = '', title, file, lines, isOpen }: Block,
  room: number,
  isFew: boolean,
  language: Language,
) {
  const words = COMPARISON_WORDS[language];
  const frame = (inside: string) =>
    heading + fold(title, `${words.file} ${file}\n${inside}`, isOpen && isFew);
  if (lines.length === 0) return frame('').length <= room ? frame('') : null;
  const head = `\n${writeTableHead(language)}`;
  const whole = frame(`${head}${lines.join('')}`);
  if (whole.length <= room) return whole;
  const cutAt = (count: number) =>
    frame(`${head}${lines.slice(0, count).join('')}\n${words.moreLines(lines.length - count)}\n`);
  let count = 0;
  let length = cutAt(0).length;
  for (const line of lines) {
    if (length + line.length > room) break;
    length += line.length;
    count += 1;
  }
  return room >= WORTH_BEGINNING && count > 0 ? cutAt(count) : null;
}

function fold(summary: string, inside: string, isOpen: boolean): string {
  return `<details${isOpen ? ' open' : ''}><summary>${summary}</summary>\n\n${inside}\n</details>\n\n`;
}

function writeTotals(report: ComparisonReport, language: Language): string {
  const words = COMPARISON_WORDS[language];
  const years = report.years.length > 1 ? report.years : [];
  const lines = [
    ...listTotals(report.totals, '', language),
    ...years.flatMap((year) => listTotals(year, `${year.year} `, language)),
  ];
  const counts =
    report.projects.length > 0 ? `${words.changedProjects(writeCounts(report.projects, language))}\n\n` : '';
  const withheld = report.totals.isComplete ? '' : `${words.aside(words.withheld).trim()}\n\n`;
  const offices = listOtherOffices(report, language).map((line) => `- ${escapeMarkdown(line)}\n`);
  const others = offices.length === 0 ? '' : `${offices.join('')}\n`;
  return `${writeSums(lines, language)}\n${withheld}${counts}${others}`;
}

function writeSums(lines: string[][], language: Language): string {
  const { before, after, difference } = COMPARISON_WORDS[language];
  const head = writeTableRow(['', before, after, difference]);
  return `${head}| --- | ---: | ---: | ---: |\n${lines.map(writeTableRow).join('')}`;
}

function listTotals(totals: Totals, year: string, language: Language): string[][] {
  const words = COMPARISON_WORDS[language];
  const { projectsBefore, projectsAfter, indicatorsBefore, indicatorsAfter, before, after, unit } = totals;
  const step = (from: number, to: number) =>
    !totals.isComplete || to === from ? '' : to > from ? `+${to - from}` : `${to - from}`;
  return [
    [words.projects, projectsBefore, projectsAfter, words.countProjects] as const,
    [words.indicators, indicatorsBefore, indicatorsAfter, words.countIndicators] as const,
  ]
    .map(([name, from, to, count]) => [`${year}${name}`, count(from), count(to), step(from, to)])
    .concat([
      [
        `${year}${words.cost}`,
        writeSum(before, unit),
        writeSum(after, unit),
        escapeMarkdown(writeDifference(totals, language)),
      ],
    ]);
}

/** The gravest first: some may not be listed. */
const SEVERITIES = ['error', 'warning', 'suggestion'];

/** Findings are folded. A reviewer has to see what could not be read, and what is no longer reported and why. */
function writeSection({ kind, title, items, note }: Section, language: Language): string {
  const { moreFindings } = COMPARISON_WORDS[language];
  const lines = items
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity ?? '') - SEVERITIES.indexOf(b.severity ?? ''))
    .slice(0, MOST_FINDINGS)
    .map(({ file, line, label, text }) => {
      const place = `${escapeMarkdown(file)}:${line}`;
      return `- ${label && `${label} `}${place} ${escapeMarkdown(text.slice(0, LONGEST_FINDING))}\n`;
    });
  const left = items.length - lines.length;
  const list = `${lines.join('')}${left > 0 ? `\n${moreFindings(left)}\n` : ''}`;
  return kind === 'findings' ? fold(title, list, false) : `**${title}**\n\n${list}\n${note && `${note}\n\n`}`;
}
