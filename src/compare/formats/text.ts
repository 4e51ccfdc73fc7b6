import { NAME_KEY } from '../../form/form.ts';
import { COMPARISON_WORDS } from '../../messages/comparison.ts';
import { LEVEL_COLOURS } from '../../messages/levels.ts';
import type { Language } from '../../messages/wording.ts';
import { escapeControls } from '../../util/escape-controls.ts';
import { findBegun, listShown } from '../by-office.ts';
import type { BookletChange, Change, OfficeTotals, ProjectChange, RowChange } from '../comparison.ts';
import { isOneSided } from '../lines.ts';
import { markChanges, type Piece, shorten } from '../marks.ts';
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
  writeMove,
  writePlace,
  writeTotals,
} from './json.ts';
import { listSections, type Section } from './sections.ts';

export interface ComparisonStyle {
  language: Language;
  /** Also lists the suggestions among the findings. */
  verbose: boolean;
  /** Without it `[-…-]` and `{+…+}` mark what was taken out and put in. */
  hasColour: boolean;
  paint: (colour: 'red' | 'green' | 'yellow' | 'cyan' | 'dim' | 'bold', text: string) => string;
}

const COLOURS = {
  changed: 'yellow',
  added: 'green',
  removed: 'red',
  renamed: 'cyan',
  moved: 'cyan',
} as const;

export function formatComparisonText(report: ComparisonReport, style: ComparisonStyle): string {
  const { language, paint } = style;
  const words = COMPARISON_WORDS[language];
  const [from, to] = nameEnds(report, language).map(escapeControls);
  const shown = listShown(report);
  const others = hasChanges(report) ? listOtherOffices(report, language).map(escapeControls) : [];
  const lines = [
    paint('bold', `${from} → ${to}`),
    ...(hasChanges(report) ? [writeTotals(report.totals, language)] : [words.nothing]),
    ...(report.years.length > 1
      ? report.years.map((year) => `${year.year}  ${writeTotals(year, language)}`)
      : []),
    ...report.forms.flatMap((form) => ['', paint('yellow', escapeControls(writeFormChange(form, language)))]),
    ...shown.flatMap((project, index) => [
      ...writeOffice(findBegun(shown, report.offices, index), style),
      '',
      ...writeProject(project, style),
    ]),
    ...report.booklets.flatMap((booklet) => [
      '',
      `${paint(COLOURS[booklet.change], words.change[booklet.change])} ${paint('bold', escapeControls(booklet.file))}`,
      ...writeFields(booklet, style),
    ]),
    ...listSections(report, language).flatMap((section) => writeSection(section, style)),
    ...(others.length > 0 ? ['', ...others] : []),
    ...(report.projects.length > 0
      ? ['', words.changedProjects(writeCounts(report.projects, language))]
      : []),
    '',
  ];
  return lines.join('\n');
}

function writeOffice(office: OfficeTotals | null, style: ComparisonStyle): string[] {
  if (office === null) return [];
  const name = escapeControls(`── ${nameOffice(office)}`);
  return ['', style.paint('bold', name), writeTotals(office, style.language)];
}

function writeProject(project: ProjectChange, style: ComparisonStyle): string[] {
  const { language, paint } = style;
  const words = COMPARISON_WORDS[language];
  const { change, name, file, previousName = name, previousFile = file, rows } = project;
  return [
    `${paint(COLOURS[change], words.change[change])} ${paint('bold', escapeControls(name))}  ${paint('dim', escapeControls(file))}`,
    ...(previousName === name
      ? []
      : writeValue(words.name, { before: previousName, after: name }, '  ', style)),
    ...(previousFile === file ? [] : [`  ${words.file}  ${escapeControls(`${previousFile} → ${file}`)}`]),
    ...writeFields({ ...project, fields: listFields(project) }, style),
    ...rows.flatMap((row) => writeRow(row, style)),
  ];
}

function writeFields(changed: ProjectChange | BookletChange, style: ComparisonStyle): string[] {
  return changed.fields.flatMap((field) =>
    isOneSided(changed) ? writeOnly(field.field, field, '  ') : writeValue(field.field, field, '  ', style),
  );
}

function writeRow(row: RowChange, style: ComparisonStyle): string[] {
  const { language, paint } = style;
  const { change, indicator, previousIndicator, cells } = row;
  const move = writeMove(row, language);
  return [
    `  ${paint(COLOURS[change], COMPARISON_WORDS[language].change[change])} ${escapeControls(writePlace(row))}`,
    ...(previousIndicator === undefined
      ? []
      : writeValue(NAME_KEY, { before: previousIndicator, after: indicator }, '    ', style)),
    ...(move === null ? [] : [`    ${move}`]),
    ...cells.flatMap((cell) =>
      isOneSided(row) ? writeOnly(cell.cell, cell, '    ') : writeValue(cell.cell, cell, '    ', style),
    ),
  ];
}

/** Characters: two values of at most this many are side by side. */
const SHORT = 30;

function writeValue(key: string, change: Change, indent: string, style: ComparisonStyle): string[] {
  const { before, after } = change;
  const isShort = before.length <= SHORT && after.length <= SHORT && !`${before}${after}`.includes('\n');
  const difference = writeDifference(change, style.language);
  const pieces = shorten(markChanges(before, after));
  const text =
    isShort && before !== '' && after !== ''
      ? `${escapeControls(before)} → ${escapeControls(after)}`
      : pieces.map((piece) => writePiece(piece, style)).join('');
  const aside = difference === '' ? '' : COMPARISON_WORDS[style.language].aside(difference);
  return [`${indent}${key}  ${text.replaceAll('\n', `\n${indent}  `)}${aside}`];
}

/** The values of a row or project that only one side has: that it was added or removed has been said. */
function writeOnly(key: string, { before, after }: Change, indent: string): string[] {
  return [`${indent}${key}  ${escapeControls(before + after).replaceAll('\n', `\n${indent}  `)}`];
}

function writePiece({ kind, text }: Piece, { hasColour, paint }: ComparisonStyle): string {
  const safe = escapeControls(text);
  if (kind === 'same') return safe;
  if (hasColour) return paint(kind === 'removed' ? 'red' : 'green', safe);
  return kind === 'removed' ? `[-${safe}-]` : `{+${safe}+}`;
}

const TITLE_COLOURS = { unread: 'red', suppressions: 'yellow', findings: null } as const;

function writeSection(
  { kind, title, items, note }: Section,
  { language, verbose, paint }: ComparisonStyle,
): string[] {
  const listed = items.filter(({ severity }) => verbose || severity !== 'suggestion');
  const more = listed.length < items.length ? COMPARISON_WORDS[language].moreSuggestions : '';
  const colour = TITLE_COLOURS[kind];
  return [
    '',
    `${colour === null ? title : paint(colour, title)}${more}`,
    ...listed.map(({ file, line, column, label, severity, text, code }) => {
      const place = [file, line, ...(column === null ? [] : [column])].join(':');
      const parts = [
        paint('bold', escapeControls(place)),
        severity === null ? label : paint(LEVEL_COLOURS[severity], label),
        escapeControls(text),
        code && paint('dim', code),
      ];
      return `  ${parts.filter((part) => part !== '').join(' ')}`;
    }),
    ...(note === '' ? [] : [`  ${note}`]),
  ];
}
