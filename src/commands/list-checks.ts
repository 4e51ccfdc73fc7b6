import { GUIDE } from '../checks/guide.ts';
import { CHECKS } from '../checks/table.ts';
import type { Severity } from '../diagnostic.ts';
import { formatEscapedJson } from '../disarm.ts';
import { LEVEL_COLOURS, LEVEL_NAMES } from '../messages/levels.ts';
import type { Language } from '../messages/wording.ts';

/** A check as `check --list` shows it. */
export interface ListedCheck {
  code: string;
  level: Severity;
  what: string;
  /** A source that it tells of. */
  example: string;
}

/** Every check whose level a year may set, in the table's order, with its sentence and an example. */
export function listChecks(language: Language): ListedCheck[] {
  return CHECKS.flatMap(({ codes }) =>
    Object.entries(codes).map(([code, level]) => {
      const guide = GUIDE[code];
      return { code, level, what: guide?.[language] ?? '', example: guide?.example ?? '' };
    }),
  );
}

type Paint = (colour: 'red' | 'yellow' | 'cyan' | 'bold' | 'dim', text: string) => string;

/** One line a check, so that it can be searched. */
export function formatCheckList(list: readonly ListedCheck[], language: Language, paint: Paint): string {
  const widest = Math.max(...list.map(({ code }) => code.length));
  const width = Math.max(...Object.values(LEVEL_NAMES[language]).map((level) => level.length));
  return list
    .map(({ code, level, what, example }) => {
      const label = paint(LEVEL_COLOURS[level], LEVEL_NAMES[language][level].padEnd(width));
      return `${paint('bold', code.padEnd(widest))}  ${label}  ${what}  ${paint('dim', example)}\n`;
    })
    .join('');
}

export function formatCheckListJson(list: readonly ListedCheck[]): string {
  return formatEscapedJson({ checks: list });
}

const HEADINGS = {
  zh: ['级别', '代码', '什么情况', '例子'],
  en: ['Level', 'Code', 'What', 'Example'],
} as const;

/** The same as a Markdown table, for the READMEs. */
export function formatCheckTable(language: Language): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('*', '\\*').replaceAll('<', '&lt;');
  const rows = listChecks(language).map(({ code, level, what, example }) => [
    LEVEL_NAMES[language][level],
    `\`${code}\``,
    cell(what),
    cell(example),
  ]);
  const lines = [HEADINGS[language], HEADINGS[language].map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
