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
  'edit/required': {
    zh: { text: '“{key}”必须写', hint: '还没想好的，先写“待填”' },
    en: { text: '“{key}” cannot be empty', hint: 'Write 待填 until you know' },
  },
  'edit/name': {
    zh: { text: '项目名称里不能有斜杠，也不能以点开头', hint: '它也是文件的名字' },
    en: { text: 'The name may have no slash and no dot at its beginning', hint: 'It names the file, too' },
  },
  'edit/unreadable': {
    zh: { text: '文件现在读不了，先把它改好', hint: '点“打开文件”，在编辑器里改' },
    en: { text: 'The file cannot be read; mend it first', hint: 'Open the source' },
  },
  'edit/changed': {
    zh: { text: '文件刚在别处改过，没有写进去', hint: '页上已经是现在的内容；还要改的，再按一次 Enter' },
    en: {
      text: 'The file was changed elsewhere, so nothing was written',
      hint: 'The page shows what it says now; Enter writes yours all the same',
    },
  },
  'edit/finding-gone': {
    zh: { text: '这个问题已经没有了' },
    en: { text: 'This finding is gone' },
  },
  'edit/gone': {
    zh: { text: '这个文件已经不在了' },
    en: { text: 'The file is gone' },
  },
  'edit/not-undone': {
    zh: { text: '撤销不了：这以后文件又改过', hint: '先撤销后面的改动，或者打开文件改' },
    en: { text: 'This cannot be undone: the file was changed since', hint: 'Undo what came later first' },
  },
  'edit/did-set': {
    zh: { text: '改 {where}：{before} → {after}' },
    en: { text: 'Edited {where}: {before} → {after}' },
  },
  'edit/did-add-row': { zh: { text: '加一行，在“{where}”下面' }, en: { text: 'Row added below {where}' } },
  'edit/did-duplicate-row': { zh: { text: '复制一行：{where}' }, en: { text: 'Row copied: {where}' } },
  'edit/did-remove-row': { zh: { text: '删除一行：{where}' }, en: { text: 'Row removed: {where}' } },
  'edit/did-move-row': { zh: { text: '移动一行：{where}' }, en: { text: 'Row moved: {where}' } },
  'edit/did-add-group': { zh: { text: '加二级指标：{where}' }, en: { text: '二级指标 added: {where}' } },
  'edit/did-suppress': { zh: { text: '忽略 {code}：{reason}' }, en: { text: '{code} suppressed: {reason}' } },
  'edit/did-fix': { zh: { text: '采纳改法：{code}' }, en: { text: 'Fixed: {code}' } },
  'edit/did-fix-all': {
    zh: { text: '全部采纳：{code}，{count} 处' },
    en: { text: 'Fixed: {code}, {count} places' },
  },
  'edit/did-rename': {
    zh: { text: '改名：{before} → {after}' },
    en: { text: 'Renamed: {before} → {after}' },
  },
  'edit/did-create': { zh: { text: '新建：{name}' }, en: { text: 'Created: {name}' } },
} satisfies Messages;
