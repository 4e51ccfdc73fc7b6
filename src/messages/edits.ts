import { messages } from './catalogue.ts';

/** Why an edit on the page is refused. */
export const editMessages = messages(`
edit/shape
  这里的写法特殊，在页上改不了 ⇒ 点“打开文件”，在编辑器里改
  This is written in a way that cannot be edited on the page ⇒ Open the source
edit/comment
  这样改会丢掉旁边的注释，所以没有改 ⇒ 点“打开文件”，在编辑器里改
  This would lose a comment, so nothing was changed ⇒ Open the source
edit/characters
  里面有看不见的控制字符，没有改 ⇒ 删掉重新输入；粘贴来的，先粘贴成纯文本
  It contains control characters, so nothing was changed ⇒ Type it again
edit/last-row
  这是最后一行，删了就不成一张表 ⇒ 先加一行，再删这一行
  This is the last row of the table ⇒ Add another one first
edit/no-reason
  没有写理由 ⇒ 写一句为什么可以这样，审核的人会看到
  There is no reason ⇒ Say why this is right; reviewers will see it
edit/not-suppressible
  这个问题不能忽略 ⇒ 改掉它
  This finding cannot be suppressed ⇒ Correct it
edit/required
  “{key}”必须写 ⇒ 还没想好的，先写“待填”
  “{key}” cannot be empty ⇒ Write 待填 until you know
edit/name
  项目名称里不能有斜杠，也不能以点开头 ⇒ 它也是文件的名字
  The name may have no slash and no dot at its beginning ⇒ It names the file, too
edit/unreadable
  文件现在读不了，先把它改好 ⇒ 点“打开文件”，在编辑器里改
  The file cannot be read; fix it first ⇒ Open the source
edit/changed
  文件刚在别处改过，没有写进去 ⇒ 页上已经是现在的内容；还要改的，再按一次 Enter
  The file was changed elsewhere, so nothing was written ⇒ The page shows what it says now; Enter writes yours all the same
edit/finding-gone
  这个问题已经没有了
  This finding is gone
edit/gone
  这个文件已经不在了
  The file is gone
edit/not-undone
  撤销不了：这以后文件又改过 ⇒ 先撤销后面的改动，或者打开文件改
  This cannot be undone: the file was changed since ⇒ Undo what came later first
edit/did-set
  改 {where}：{before} → {after}
  Edited {where}: {before} → {after}
edit/did-add-row
  加一行，在“{where}”下面
  Row added below {where}
edit/did-duplicate-row
  复制一行：{where}
  Row copied: {where}
edit/did-remove-row
  删除一行：{where}
  Row removed: {where}
edit/did-move-row
  移动一行：{where}
  Row moved: {where}
edit/did-add-group
  加二级指标：{where}
  二级指标 added: {where}
edit/did-suppress
  忽略 {code}：{reason}
  {code} suppressed: {reason}
edit/did-fix
  采纳改法：{code}
  Fixed: {code}
edit/did-fix-all
  全部采纳：{code}，{count} 处
  Fixed: {code}, {count} places
edit/did-rename
  改名：{before} → {after}
  Renamed: {before} → {after}
edit/did-import
  从“{file}”导入：{name}
  Imported from {file}: {name}
edit/did-import#over
  从“{file}”导入，换掉了原来的：{name}
  Imported from {file} over what was there: {name}
edit/did-create
  新建：{name}
  Created: {name}
`);
