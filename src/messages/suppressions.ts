import { type Messages, says } from './catalogue.ts';

/** What is said of the comments that suppress a finding. */
export const suppressionMessages = {
  'silence/no-reason': says(
    '“忽略”没有写理由',
    'This 忽略 gives no reason',
    '在代码后面写冒号和理由，例如“# 忽略 text/blank：原文如此”',
    'Write a colon and the reason behind the code, for example “# 忽略 text/blank：原文如此”',
  ),
  'silence/unused': says(
    '这里没有“{code}”的问题，不用忽略',
    'There is no “{code}” here to silence',
    '删掉它；放错了行的，移到有问题的那一行上面',
    'Remove it, or move it to the line above the finding',
  ),
  'silence/unknown': says(
    '没有“{code}”这个检查',
    'There is no check “{code}”',
    '检查的代码见每条信息的末尾',
    'The codes are at the end of each message',
  ),
  'silence/unknown#fixed': says(
    '“{code}”不能忽略',
    '“{code}” cannot be silenced',
    '这样的错误要改掉，不然表报不上去',
    'Correct it; the table cannot be filed otherwise',
  ),
  'silence/unknown#none': says(
    '“忽略”后面没有写检查的代码',
    'This 忽略 names no check',
    '例如“# 忽略 text/blank：原文如此”，代码见每条信息的末尾',
    'For example “# 忽略 text/blank：原文如此”; the codes are at the end of each message',
  ),
} satisfies Messages;
