import type { Messages } from './catalogue.ts';

/** What is said of the comments that suppress a finding. */
export const suppressionMessages = {
  'silence/no-reason': {
    zh: { text: '“忽略”没有写理由', hint: '在代码后面写冒号和理由，例如“# 忽略 text/blank：原文如此”' },
    en: {
      text: 'This 忽略 gives no reason',
      hint: 'Write a colon and the reason behind the code, for example “# 忽略 text/blank：原文如此”',
    },
  },
  'silence/unused': {
    zh: { text: '这里没有“{code}”的问题，不用忽略', hint: '删掉它；放错了行的，移到有问题的那一行上面' },
    en: {
      text: 'There is no “{code}” here to silence',
      hint: 'Remove it, or move it to the line above the finding',
    },
  },
  'silence/unknown': {
    zh: { text: '没有“{code}”这个检查', hint: '检查的代码见每条信息的末尾' },
    en: { text: 'There is no check “{code}”', hint: 'The codes are at the end of each message' },
  },
  'silence/unknown#fixed': {
    zh: { text: '“{code}”不能忽略', hint: '这样的错误要改掉，不然表报不上去' },
    en: { text: '“{code}” cannot be silenced', hint: 'Correct it; the table cannot be filed otherwise' },
  },
  'silence/unknown#none': {
    zh: {
      text: '“忽略”后面没有写检查的代码',
      hint: '例如“# 忽略 text/blank：原文如此”，代码见每条信息的末尾',
    },
    en: {
      text: 'This 忽略 names no check',
      hint: 'For example “# 忽略 text/blank：原文如此”; the codes are at the end of each message',
    },
  },
} satisfies Messages;
