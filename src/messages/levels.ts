/** What the three levels of a finding are called. */
export const LEVEL_NAMES = {
  zh: { error: '错误', warning: '警告', suggestion: '建议' },
  en: { error: 'error', warning: 'warning', suggestion: 'suggestion' },
} as const;

/** Their colours on a terminal. */
export const LEVEL_COLOURS = { error: 'red', warning: 'yellow', suggestion: 'cyan' } as const;
