import { messages } from './catalogue.ts';

/** What can be in the way of asking git. */
export const gitMessages = messages(`
git/missing
  没有装 git，或者找不到它 ⇒ 从 git-scm.com 安装 git，再运行一次
  There is no git, or it was not found ⇒ Install it from git-scm.com and run again
git/no-repository
  {folder} 不在 git 仓库里 ⇒ 在仓库的文件夹里运行，或者用 --projects 指到仓库里；还没有仓库的，先运行 git init 并提交一次
  {folder} is in no git repository ⇒ Run inside a repository, or name its folder with --projects; git init and a commit make a new one
git/no-worktree
  这里是裸仓库，没有工作区里的文件可以比 ⇒ 写明两个版本，例如 npm run diff -- HEAD~1..HEAD
  This is a bare repository: there are no files to compare with ⇒ Name two revisions, e.g. npm run diff -- HEAD~1..HEAD
git/not-trusted
  git 不肯读这个仓库：文件夹 {path} 是别的用户的 ⇒ 确认这个文件夹可信，然后运行：git config --global --add safe.directory "{path}"
  Git refuses to read this repository: the folder {path} belongs to another user ⇒ If you trust it, run: git config --global --add safe.directory "{path}"
git/no-commits
  这个仓库里还没有提交过，没有版本可以比 ⇒ 先提交一次：git add . 然后 git commit
  This repository has no commits yet: there is no revision to compare with ⇒ Make one first: git add . and git commit
git/unknown-revision
  没有“{revision}”这个版本 ⇒ 用 git log --oneline 看有哪些版本；可以写 HEAD~1、分支名、提交号，或者 A..B
  There is no revision “{revision}” ⇒ git log --oneline lists them; write HEAD~1, a branch, a hash, or A..B
git/unknown-revision#shallow
  没有“{revision}”这个版本：这里只取了最近的提交，更早的不在 ⇒ 运行 git fetch --unshallow；在流水线里给 checkout 加上 fetch-depth: 0
  There is no revision “{revision}”: only the latest commits were fetched here ⇒ Run git fetch --unshallow, or give checkout fetch-depth: 0 in a workflow
git/no-merge-base
  “{one}”和“{other}”没有共同的起点 ⇒ 要直接比这两个版本，把三个点写成两个点（A..B）
  “{one}” and “{other}” have no commit in common ⇒ Write two dots instead of three (A..B) to compare them as they are
git/no-merge-base#shallow
  找不到“{one}”和“{other}”的共同起点：这里只取了最近的提交 ⇒ 运行 git fetch --unshallow；在流水线里给 checkout 加上 fetch-depth: 0
  The commit that “{one}” and “{other}” have in common is missing: only the latest were fetched here ⇒ Run git fetch --unshallow, or give checkout fetch-depth: 0 in a workflow
git/embedded
  {path} 里另有一个 git 仓库（HEAD、objects、refs），会被当成这些表的历史 ⇒ 看看是谁放进来的，删掉或者移到别处再运行
  {path} holds another git repository (HEAD, objects, refs), which git would take for the history of these tables ⇒ Find out who put it there, and delete it or move it elsewhere
git/sparse
  这份检出是稀疏的（sparse checkout），{count} 个表的文件没有取出来，例如 {path} ⇒ 运行 git sparse-checkout add {folder}，再比较；或者比较两个版本，例如 HEAD~1..HEAD
  This is a sparse checkout: the files of {count} tables are not in it, for example {path} ⇒ Run git sparse-checkout add {folder} first; or compare two revisions, such as HEAD~1..HEAD
git/submodule
  {path} 是子模块，这个仓库里没有它的内容 ⇒ 进入 {path} 所属的仓库再运行
  {path} is a submodule: its files are not in this repository ⇒ Run in the repository that {path} belongs to
git/unmerged
  {path} 的合并冲突还没有解决 ⇒ 打开它，留下要的内容，删去 <<<<<<<、=======、>>>>>>> 这几行，再 git add
  The merge conflict in {path} is not resolved ⇒ Keep what is wanted in it, remove the lines <<<<<<<, ======= and >>>>>>>, then git add it
git/failed
  git 没有完成：{reason} ⇒ 在这个仓库里运行 git status 和 git fsck 看看
  Git failed: {reason} ⇒ See what git status and git fsck say in this repository
diff/no-pdf-name
  “{file}”不是 PDF 的文件名，没有动它 ⇒ --pdf 后面写以 .pdf 结尾的名字，例如 --pdf 对照表.pdf
  “{file}” is not the name of a PDF and was not touched ⇒ Give --pdf a name that ends in .pdf, for example --pdf changes.pdf
diff/not-overwritten
  “{file}”已经有了，里面不是 PDF，没有动它 ⇒ 换一个名字，或者先把它移走
  “{file}” exists and is no PDF; it was not touched ⇒ Choose another name, or move it away
diff/several-revisions
  只能写一个版本或一个范围 ⇒ 两个版本之间用两个点连起来，例如 npm run diff -- HEAD~2..HEAD
  Only one revision or range can be given ⇒ Join two revisions by two dots, e.g. npm run diff -- HEAD~2..HEAD
diff/picturing
  做图 第 {done}/{total} 份 {name}
  Pictures {done}/{total} {name}
diff/images-written
  把有改动的页做成了 {count} 张图，在 {folder}/
  Wrote the changed pages into {folder}/: {count} PNG
diff/images-none
  没有哪一页有改动，没有做图
  No page has changed: no picture was made
diff/images-removed
  删掉了以前做的 {count} 张图
  Removed {count} PNG of an earlier run
diff/pdf-written
  写好了 {file}
  Wrote {file}
hooks/on
  打开了：每次提交以前检查要提交的表；git diff 按文字比较 PDF ⇒ 只改了这个仓库自己的 .git 文件夹，里面放了程序的一份副本，换分支不会换掉它；程序更新以后再运行一次；关掉用 npm run hooks -- --off
  On: tables are checked before each commit, and git diff compares PDFs by their words ⇒ Only this repository’s own .git folder was changed; it holds a copy of the program, which no branch can replace. Run this again after an update of the program; undo it with npm run hooks -- --off
hooks/already-on
  已经打开了 ⇒ 关掉用 npm run hooks -- --off
  It is on already ⇒ Undo it with npm run hooks -- --off
hooks/off
  关掉了：提交以前不再检查，git 的设置恢复原样
  Off: nothing is checked before a commit; git’s configuration is as it was
hooks/already-off
  本来就没有打开
  It was not on
hooks/taken
  git 的 {key} 已经有设置了：{value}；什么也没有改 ⇒ 用 git config --unset {key} 去掉它再运行；或者在您自己的钩子里加一行：npm run -s check -- --staged
  git’s {key} is set already: {value}; nothing was changed ⇒ Remove it with git config --unset {key} and run again; or put this into your own hook: npm run -s check -- --staged
hooks/own-script
  这个仓库的 .git/hooks 里已经有自己的 {key} 钩子，所以什么也没有改 ⇒ 在它里面加一行：npm run -s check -- --staged；不要它了就移走再运行
  The repository has a {key} hook of its own in .git/hooks, so nothing was changed ⇒ Add this line to it: npm run -s check -- --staged; or move it away and run again
hooks/no-git
  没有装 git ⇒ 从 git-scm.com 安装
  There is no git ⇒ Install it from git-scm.com
hooks/no-repository
  这个文件夹不在 git 仓库里 ⇒ 在仓库里运行；还没有仓库的，先运行 git init
  This folder is in no git repository ⇒ Run in one, or make one with git init
staged/errors
  以上是 git add 过的内容里的错误，所以没有提交 ⇒ 改好以后再 git add、再提交；一定要先提交的：git commit --no-verify
  These are errors in what was staged, so nothing was committed ⇒ Fix them, git add them and commit again; or commit all the same with git commit --no-verify
usage/staged-paths
  --staged 后面不写文件 ⇒ 它检查 git add 过的那些年度
  --staged takes no paths ⇒ It checks the years of which something is staged
`);
