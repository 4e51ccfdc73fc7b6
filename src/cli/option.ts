import type { Language } from '../messages/wording.ts';

export type Words = Record<Language, string>;

/** An option that is on when it is given. */
export interface Switch {
  type: 'boolean';
  short?: 'h';
  says: Words;
}

/** An option that takes one value. Given twice, it is an error. */
export interface Setting {
  type: 'string';
  value: Words;
  says: Words;
  default?: string;
  /** The default in words where its value depends on the machine. */
  defaultWords?: Words;
  values?: readonly string[];
  isList?: true;
  /** What it can be where that is no list; `allowed` describes it. */
  pattern?: RegExp;
  allowed?: string;
}

export type Option = Switch | Setting;
export type Options = Readonly<Record<string, Option>>;

/** What a command gets: its own options, each as it was given or by default. */
export type Values<O extends Options> = {
  [Name in keyof O]: O[Name] extends Switch
    ? boolean
    : O[Name] extends { isList: true; values: readonly (infer Value)[] }
      ? Value[]
      : O[Name] extends { default: string }
        ? string
        : string | undefined;
};

export function flag(zh: string, en: string) {
  return { type: 'boolean', says: { zh, en } } as const;
}

export function setting<const More extends Partial<Setting>>(
  value: Words,
  zh: string,
  en: string,
  more?: More,
) {
  return { type: 'string', value, says: { zh, en }, ...(more as More) } as const;
}

export const DIR = { zh: '文件夹', en: 'DIR' };
export const FILE = { zh: '文件', en: 'FILE' };
export const YEAR = { zh: '年度', en: 'YEAR' };

const FORMAT_WORDS: Record<string, Words> = {
  text: { zh: 'text（终端里看的，走标准错误）', en: 'text (for a terminal, on stderr)' },
  json: { zh: 'json', en: 'json' },
  github: { zh: 'github（拉取请求里的行内批注）', en: 'github (annotations in a pull request)' },
  sarif: { zh: 'sarif（代码审查平台读的）', en: 'sarif (for code-review sites)' },
  markdown: { zh: 'markdown（拉取请求里的评论）', en: 'markdown (a comment on a pull request)' },
  html: { zh: 'html（可以打印的对照表）', en: 'html (a table that prints)' },
};

export function format<const F extends string>(...values: F[]) {
  const list = (language: Language) => values.map((name) => FORMAT_WORDS[name]?.[language]);
  const value = { zh: '格式', en: 'FORMAT' };
  return setting(value, list('zh').join('、'), list('en').join(', '), { default: 'text', values });
}
