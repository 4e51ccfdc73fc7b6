import type { Messages } from './catalogue.ts';

/** Why an edit on the page is refused. */
export const editMessages = {
  'edit/shape': {
    zh: { text: '这里的写法特殊，在页上改不了', hint: '点“打开文件”，在编辑器里改' },
    en: { text: 'This is written in a way that cannot be edited on the page', hint: 'Open the source' },
  },
  'edit/comment': {
    zh: { text: '这样改会丢掉旁边的注释，所以没有改', hint: '点“打开文件”，在编辑器里改' },
    en: { text: 'This would lose a comment, so nothing was changed', hint: 'Open the source' },
  },
  'edit/characters': {
    zh: { text: '里面有看不见的控制字符，没有改', hint: '删掉重新输入；粘贴来的，先粘贴成纯文本' },
    en: { text: 'It contains control characters, so nothing was changed', hint: 'Type it again' },
  },
  'edit/last-row': {
    zh: { text: '这是最后一行，删了就不成一张表', hint: '先加一行，再删这一行' },
    en: { text: 'This is the last row of the table', hint: 'Add another one first' },
  },
  'edit/no-reason': {
    zh: { text: '没有写理由', hint: '写一句为什么可以这样，审核的人会看到' },
    en: { text: 'There is no reason', hint: 'Say why this is right; reviewers will see it' },
  },
  'edit/not-suppressible': {
    zh: { text: '这个问题不能忽略', hint: '改掉它' },
    en: { text: 'This finding cannot be suppressed', hint: 'Correct it' },
  },
} satisfies Messages;
