import type { Language } from './wording.ts';

/** The words around a comparison. What is in the tables keeps the form's own words in either language. */
const zh = {
  title: (ends: string) => `绩效目标调整前后对照：${ends}`,
  worktree: '现在的文件',
  mergeBase: (one: string, other: string) => `${one} 与 ${other} 的共同起点`,
  before: '调整前',
  after: '调整后',
  difference: '增减',
  /** Of a quantity that is the same in another unit, or with other decimals. */
  equal: '相等',
  projects: '项目',
  indicators: '三级指标',
  cost: '成本指标合计',
  /** A count with its unit, e.g. `8 个`. */
  countProjects: (count: number) => `${count} 个`,
  countIndicators: (count: number) => `${count} 条`,
  change: { changed: '修改', added: '新增', removed: '删除', renamed: '改名', moved: '移动' },
  where: '位置',
  name: '名称',
  file: '文件',
  place: (number: number) => `第 ${number} 条`,
  movedFrom: (labels: string) => `原在 ${labels}`,
  movedWithin: (before: number, after: number) => `原在本组第 ${before} 条，现在第 ${after} 条`,
  nothing: '没有变化',
  changedProjects: (counts: string) => `有变化的项目：${counts}`,
  /** What a project is followed by, e.g. `3 处`. */
  countChanges: (count: number) => `${count} 处`,
  notCompared: '读不出来，没有比',
  side: { before: '调整前', after: '调整后', both: '调整前后' },
  /** Of a file that could not be read on either side, and is the same. */
  unchanged: '文件没有变',
  incomplete: '读不出来的文件没有算进项目数和合计。',
  /** Where the sums are, instead of their differences. */
  withheld: '有文件读不出来，增减不作比较',
  brought: (counts: string) => `新出现的问题：${counts}`,
  mended: (counts: string) => `不再出现的问题：${counts}`,
  suppressed: (counts: string) => `只是加了忽略、没有改掉的问题：${counts}`,
  unsuppressed: (counts: string) => `去掉忽略以后又出现的问题：${counts}`,
  suppressions: (count: number) => `忽略的变化：${count} 处`,
  /** The reason may be empty. */
  suppression: {
    added: (code: string, reason: string) =>
      `加了忽略 ${code}${reason === '' ? '，没有写理由' : `，理由：${reason}`}`,
    removed: (code: string, reason: string) =>
      `去掉了忽略 ${code}${reason === '' ? '' : `，原来的理由：${reason}`}`,
  },
  /** `hasMore`: not all of the tables are named. */
  formChange: (form: string, parts: string, count: number, names: string, hasMore: boolean) =>
    `表式“${form}”改了（${parts}），原来就有的 ${count} 张表都按新的印：${names}${hasMore ? '……' : ''}。`,
  countErrors: (count: number) => `${count} 个错误`,
  countWarnings: (count: number) => `${count} 个警告`,
  countSuggestions: (count: number) => `${count} 条建议`,
  moreSuggestions: '（加 --verbose 列出建议）',
  separator: '，',
  /** Around an aside. */
  aside: (text: string) => `（${text}）`,
  cutShort: '……（太长，没有列全）',
  /** `named` of the files that are left out have their names listed above. */
  leftOut: (files: number, named: number) =>
    `还有 ${files} 份文件的变化没有列在这里${named < files ? `，其中 ${named} 份列出了名称` : '，只列出了名称'}。`,
  moreLines: (count: number) => `这份文件还有 ${count} 行变化没有列在这里。`,
  moreFindings: (count: number) => `还有 ${count} 条没有列在这里。`,
  /** `tables`: those of which nothing is shown, because only their folder is another. */
  renamedOffice: (office: string, tables: number) =>
    `${office} 的文件夹改了名，其中 ${tables} 张表没有别的变化`,
  ofOffice: (office: string, totals: string) => `${office}：${totals}`,
  sameOffices: (count: number, projects: number) => `其余 ${count} 个单位没有变化，共有项目 ${projects} 个`,
  fullComparison: '完整的对照用 npm run diff 看，--format html 是可以打印的对照表。',
};

const en: typeof zh = {
  title: (ends) => `Performance targets before and after: ${ends}`,
  worktree: 'the files as they are',
  mergeBase: (one, other) => `where ${one} and ${other} part`,
  before: 'Before',
  after: 'After',
  difference: 'Difference',
  equal: 'the same amount',
  projects: 'Projects',
  indicators: 'Indicators',
  cost: 'Sum of cost indicators',
  countProjects: (count) => String(count),
  countIndicators: (count) => String(count),
  change: { changed: 'changed', added: 'added', removed: 'removed', renamed: 'renamed', moved: 'moved' },
  where: 'Where',
  name: 'Name',
  file: 'File',
  place: (number) => `No. ${number}`,
  movedFrom: (labels) => `was under ${labels}`,
  movedWithin: (before, after) => `was no. ${before} of its group, is no. ${after}`,
  nothing: 'Nothing has changed',
  changedProjects: (counts) => `Projects: ${counts}`,
  countChanges: (count) => (count === 1 ? '1 change' : `${count} changes`),
  notCompared: 'Could not be read, not compared',
  side: { before: 'before', after: 'after', both: 'before and after' },
  unchanged: 'the file is the same',
  incomplete: 'Files that could not be read are not in the counts and sums.',
  withheld: 'a file could not be read, so differences are not reported',
  brought: (counts) => `New findings: ${counts}`,
  mended: (counts) => `Findings that are gone: ${counts}`,
  suppressed: (counts) => `Findings that are only suppressed now, not mended: ${counts}`,
  unsuppressed: (counts) => `Findings that reappear without their suppression: ${counts}`,
  suppressions: (count) => `Suppressions (# 忽略) added or removed: ${count}`,
  suppression: {
    added: (code, reason) =>
      `suppression of ${code} added${reason === '' ? ', without a reason' : `: ${reason}`}`,
    removed: (code, reason) =>
      `suppression of ${code} removed${reason === '' ? '' : `; its reason was: ${reason}`}`,
  },
  formChange: (form, parts, count, names, hasMore) =>
    `The form “${form}” has changed (${parts}); ${count === 1 ? 'a table that was there before is' : `${count} tables that were there before are`} printed by the new one: ${names}${hasMore ? ' …' : ''}.`,
  countErrors: (count) => (count === 1 ? '1 error' : `${count} errors`),
  countWarnings: (count) => (count === 1 ? '1 warning' : `${count} warnings`),
  countSuggestions: (count) => (count === 1 ? '1 suggestion' : `${count} suggestions`),
  moreSuggestions: ' (--verbose lists the suggestions)',
  separator: ', ',
  aside: (text) => ` (${text})`,
  cutShort: '…… (too long to be shown whole)',
  leftOut: (files, named) =>
    `The changes of ${files} more files are not shown here, only the names of ${named === files ? 'these' : named}. `,
  moreLines: (count) => `${count} more lines of this file are not shown here.`,
  moreFindings: (count) => `${count} more are not shown here.`,
  renamedOffice: (office, tables) =>
    `The folder of ${office} was renamed; nothing else changed in ${tables} of its tables`,
  ofOffice: (office, totals) => `${office}: ${totals}`,
  sameOffices: (count, projects) =>
    `Nothing changed in the other ${count} offices, which have ${projects} projects`,
  fullComparison: 'npm run diff shows all of it; --format html is a table that prints.',
};

export const COMPARISON_WORDS: Record<Language, typeof zh> = { zh, en };
