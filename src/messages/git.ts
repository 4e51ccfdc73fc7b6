import { type Messages, says } from './catalogue.ts';

/** What can be in the way of asking git. */
export const gitMessages = {
  'git/missing': says(
    '没有装 git，或者找不到它',
    'There is no git, or it was not found',
    '从 git-scm.com 安装 git，再运行一次',
    'Install it from git-scm.com and run again',
  ),
  'git/no-repository': says(
    '{folder} 不在 git 仓库里',
    '{folder} is in no git repository',
    '在仓库的文件夹里运行，或者用 --projects 指到仓库里；还没有仓库的，先运行 git init 并提交一次',
    'Run inside a repository, or name its folder with --projects; git init and a commit make a new one',
  ),
  'git/no-worktree': says(
    '这里是裸仓库，没有工作区里的文件可以比',
    'This is a bare repository: there are no files to compare with',
    '写明两个版本，例如 npm run diff -- HEAD~1..HEAD',
    'Name two revisions, e.g. npm run diff -- HEAD~1..HEAD',
  ),
  'git/not-trusted': says(
    'git 不肯读这个仓库：文件夹 {path} 是别的用户的',
    'Git refuses to read this repository: the folder {path} belongs to another user',
    '确认这个文件夹可信，然后运行：git config --global --add safe.directory "{path}"',
    'If you trust it, run: git config --global --add safe.directory "{path}"',
  ),
  'git/no-commits': says(
    '这个仓库里还没有提交过，没有版本可以比',
    'This repository has no commits yet: there is no revision to compare with',
    '先提交一次：git add . 然后 git commit',
    'Make one first: git add . and git commit',
  ),
  'git/unknown-revision': says(
    '没有“{revision}”这个版本',
    'There is no revision “{revision}”',
    '用 git log --oneline 看有哪些版本；可以写 HEAD~1、分支名、提交号，或者 A..B',
    'git log --oneline lists them; write HEAD~1, a branch, a hash, or A..B',
  ),
  'git/unknown-revision#shallow': says(
    '没有“{revision}”这个版本：这里只取了最近的提交，更早的不在',
    'There is no revision “{revision}”: only the latest commits were fetched here',
    '运行 git fetch --unshallow；在流水线里给 checkout 加上 fetch-depth: 0',
    'Run git fetch --unshallow, or give checkout fetch-depth: 0 in a workflow',
  ),
  'git/no-merge-base': says(
    '“{one}”和“{other}”没有共同的起点',
    '“{one}” and “{other}” have no commit in common',
    '要直接比这两个版本，把三个点写成两个点（A..B）',
    'Write two dots instead of three (A..B) to compare them as they are',
  ),
  'git/no-merge-base#shallow': says(
    '找不到“{one}”和“{other}”的共同起点：这里只取了最近的提交',
    'The commit that “{one}” and “{other}” have in common is missing: only the latest were fetched here',
    '运行 git fetch --unshallow；在流水线里给 checkout 加上 fetch-depth: 0',
    'Run git fetch --unshallow, or give checkout fetch-depth: 0 in a workflow',
  ),
  'git/embedded': says(
    '{path} 里另有一个 git 仓库（HEAD、objects、refs），会被当成这些表的历史',
    '{path} holds another git repository (HEAD, objects, refs), which git would take for the history of these tables',
    '看看是谁放进来的，删掉或者移到别处再运行',
    'Find out who put it there, and delete it or move it elsewhere',
  ),
  'git/sparse': says(
    '这份检出是稀疏的（sparse checkout），{count} 个表的文件没有取出来，例如 {path}',
    'This is a sparse checkout: the files of {count} tables are not in it, for example {path}',
    '运行 git sparse-checkout add {folder}，再比较；或者比较两个版本，例如 HEAD~1..HEAD',
    'Run git sparse-checkout add {folder} first; or compare two revisions, such as HEAD~1..HEAD',
  ),
  'git/submodule': says(
    '{path} 是子模块，这个仓库里没有它的内容',
    '{path} is a submodule: its files are not in this repository',
    '进入 {path} 所属的仓库再运行',
    'Run in the repository that {path} belongs to',
  ),
  'git/unmerged': says(
    '{path} 的合并冲突还没有解决',
    'The merge conflict in {path} is not resolved',
    '打开它，留下要的内容，删去 <<<<<<<、=======、>>>>>>> 这几行，再 git add',
    'Keep what is wanted in it, remove the lines <<<<<<<, ======= and >>>>>>>, then git add it',
  ),
  'git/failed': says(
    'git 没有完成：{reason}',
    'Git failed: {reason}',
    '在这个仓库里运行 git status 和 git fsck 看看',
    'See what git status and git fsck say in this repository',
  ),
  'diff/no-pdf-name': says(
    '“{file}”不是 PDF 的文件名，没有动它',
    '“{file}” is no name of a PDF; it was not touched',
    '--pdf 后面写以 .pdf 结尾的名字，例如 --pdf 对照表.pdf',
    'Give --pdf a name that ends in .pdf, for example --pdf changes.pdf',
  ),
  'diff/not-overwritten': says(
    '“{file}”已经有了，里面不是 PDF，没有动它',
    '“{file}” exists and is no PDF; it was not touched',
    '换一个名字，或者先把它移走',
    'Choose another name, or move it away',
  ),
  'diff/several-revisions': says(
    '只能写一个版本或一个范围',
    'Only one revision or range can be given',
    '两个版本之间用两个点连起来，例如 npm run diff -- HEAD~2..HEAD',
    'Join two revisions by two dots, e.g. npm run diff -- HEAD~2..HEAD',
  ),
  'diff/picturing': says('做图 第 {done}/{total} 份 {name}', 'Pictures {done}/{total} {name}'),
  'diff/images-written': says(
    '把有改动的页做成了 {count} 张图，在 {folder}/',
    'Wrote the changed pages into {folder}/: {count} PNG',
  ),
  'diff/images-none': says('没有哪一页有改动，没有做图', 'No page has changed: no picture was made'),
  'diff/images-removed': says('删掉了以前做的 {count} 张图', 'Removed {count} PNG of an earlier run'),
  'diff/pdf-written': says('写好了 {file}', 'Wrote {file}'),
} satisfies Messages;
