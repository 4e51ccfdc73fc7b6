import { messages } from './catalogue.ts';

/** What `trace` tells. */
export const traceMessages = messages(`
trace/no-target
  没有写要追溯哪一份 ⇒ 例如：npm run trace -- out/2022/党员干部教育经费.pdf，或者照纸上右下角写：npm run trace -- 3f9a1c2e77
  There is nothing to trace ⇒ For example: npm run trace -- out/2022/党员干部教育经费.pdf, or what is on paper at the lower right: npm run trace -- 3f9a1c2e77
trace/no-file
  没有这个文件 ⇒ 检查路径；有空格的路径要加引号；纸上右下角的标记是 10 位
  There is no such file ⇒ Look at the path; one with blanks needs quotes; the mark on paper has 10 characters
trace/not-pdf
  这个文件不是 PDF ⇒ 写本程序做出来的 PDF，例如 out 文件夹里的
  The file is no PDF ⇒ Name a PDF that this program made, such as those in out
trace/not-ours
  这份 PDF 不是本程序做的，或者文件不完整、另存时丢了来源 ⇒ 纸上右下角有编码和 10 位标记的，直接追溯标记：npm run trace -- 3f9a1c2e77
  This program did not make the PDF, or it is not whole, or another lost what it was made from ⇒ When a code and a mark of 10 characters are at the lower right, trace the mark: npm run trace -- 3f9a1c2e77
trace/no-tables
  这份 PDF 是本程序做的，但里面没有调整后还在的表 ⇒ 对照表只有删除或 booklet.yaml 的变化时就是这样；删除的表，按每页右下角的标记追溯
  This program made the PDF, but no table in it is there after the changes ⇒ A 对照表 of tables that are gone, or of booklet.yaml alone, is like that; trace the marks at the lower right
trace/current
  是最新的：{file} 现在就是这个内容
  is current: {file} says the same now
trace/changed
  不是最新的：{file} 后来改过，现在的标记是 {digest} ⇒ 要最新的，运行 npm run build
  is not current: {file} changed; its mark is {digest} now ⇒ Print it with npm run build
trace/unreadable
  说不准是不是最新的：{file} 现在有错误，读不出来 ⇒ 运行 npm run check 看错在哪里
  may be current or not: {file} has mistakes and cannot be read ⇒ See what is wrong with npm run check
trace/gone
  不是最新的：{folder} 里没有这张表
  is not current: there is no such table in {folder}
trace/booklet-current
  整本汇编是最新的
  the booklet as a whole is current
trace/booklet-changed
  整本汇编不是最新的：后来加减了表、改了表、换了顺序，或者改了 booklet.yaml ⇒ 要最新的，运行 npm run build
  the booklet as a whole is not current: tables came, went or changed, or booklet.yaml did ⇒ Print it with npm run build
trace/booklet-unreadable
  说不准整本汇编是不是最新的：{year} 年的文件现在有错误，读不出来 ⇒ 运行 npm run check 看错在哪里
  the booklet as a whole may be current or not: files of {year} have mistakes and cannot be read ⇒ See what is wrong with npm run check
trace/booklet-gone
  整本汇编不是最新的：{folder} 里没有 {year} 年
  the booklet as a whole is not current: there is no {year} in {folder}
trace/unknown
  没有这个标记：现在的表没有，以前的版本也没有找到 ⇒ 对着纸再看一遍：10 位，只有数字和 a 到 f
  is the mark of no table of today, and of none that was found among the older revisions ⇒ Look at the paper again: 10 characters, digits and a to f
trace/revision
  git 版本 {commit}，{date}，{author}：{subject}
  git revision {commit}, {date}, {author}: {subject}
trace/revision#file
  git 版本 {commit}，{date}，{author}：{subject}；那时的文件是 {path}
  git revision {commit}, {date}, {author}: {subject}; its file was {path}
trace/compare
  从那时起改了什么：npm run diff -- {commit}
  what changed since: npm run diff -- {commit}
trace/no-revision
  git 的历史里没有这个内容：当时没有提交，或者是在别的仓库里做的
  no revision in git has this content: it was not committed, or the PDF was made elsewhere
trace/not-committed
  这个内容还没有提交到 git
  this content has not been committed to git
trace/shallow
  这里的 git 历史不完整，更早的版本没有取来 ⇒ 运行 git fetch --unshallow，再追溯一次
  The git history is not complete here: older revisions were not fetched ⇒ Run git fetch --unshallow and trace again
trace/no-git
  没有装 git，查不到是哪个版本 ⇒ 从 git-scm.com 安装
  There is no git, so the revision is not known ⇒ Install it from git-scm.com
trace/no-repository
  这个文件夹不在 git 仓库里，查不到是哪个版本 ⇒ 在有历史的那个仓库里运行
  This folder is in no git repository, so the revision is not known ⇒ Run in the repository that has the history
trace/not-trusted
  这个仓库的文件夹是别的用户的，git 不肯读，查不到是哪个版本 ⇒ 确认它可信，再运行 git config --global --add safe.directory 和这个文件夹的完整路径
  The repository’s folder is another user’s and git does not read it, so the revision is not known ⇒ If you trust it, run git config --global --add safe.directory and the folder’s full path
`);
