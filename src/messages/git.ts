import type { Messages } from './catalogue.ts';

/** What can be in the way of asking git. */
export const gitMessages = {
  'git/missing': {
    zh: { text: '没有装 git，或者找不到它', hint: '从 git-scm.com 安装 git，再运行一次' },
    en: { text: 'There is no git, or it was not found', hint: 'Install it from git-scm.com and run again' },
  },
  'git/no-repository': {
    zh: {
      text: '{folder} 不在 git 仓库里',
      hint: '在仓库的文件夹里运行，或者用 --projects 指到仓库里；还没有仓库的，先运行 git init 并提交一次',
    },
    en: {
      text: '{folder} is in no git repository',
      hint: 'Run inside a repository, or name its folder with --projects; git init and a commit make a new one',
    },
  },
  'git/no-worktree': {
    zh: {
      text: '这里是裸仓库，没有工作区里的文件可以比',
      hint: '写明两个版本，例如 npm run diff -- HEAD~1..HEAD',
    },
    en: {
      text: 'This is a bare repository: there are no files to compare with',
      hint: 'Name two revisions, e.g. npm run diff -- HEAD~1..HEAD',
    },
  },
  'git/not-trusted': {
    zh: {
      text: 'git 不肯读这个仓库：文件夹 {path} 是别的用户的',
      hint: '确认这个文件夹可信，然后运行：git config --global --add safe.directory "{path}"',
    },
    en: {
      text: 'Git refuses to read this repository: the folder {path} belongs to another user',
      hint: 'If you trust it, run: git config --global --add safe.directory "{path}"',
    },
  },
  'git/no-commits': {
    zh: { text: '这个仓库里还没有提交过，没有版本可以比', hint: '先提交一次：git add . 然后 git commit' },
    en: {
      text: 'This repository has no commits yet: there is no revision to compare with',
      hint: 'Make one first: git add . and git commit',
    },
  },
  'git/unknown-revision': {
    zh: {
      text: '没有“{revision}”这个版本',
      hint: '用 git log --oneline 看有哪些版本；可以写 HEAD~1、分支名、提交号，或者 A..B',
    },
    en: {
      text: 'There is no revision “{revision}”',
      hint: 'git log --oneline lists them; write HEAD~1, a branch, a hash, or A..B',
    },
  },
  'git/unknown-revision#shallow': {
    zh: {
      text: '没有“{revision}”这个版本：这里只取了最近的提交，更早的不在',
      hint: '运行 git fetch --unshallow；在流水线里给 checkout 加上 fetch-depth: 0',
    },
    en: {
      text: 'There is no revision “{revision}”: only the latest commits were fetched here',
      hint: 'Run git fetch --unshallow, or give checkout fetch-depth: 0 in a workflow',
    },
  },
  'git/no-merge-base': {
    zh: { text: '“{one}”和“{other}”没有共同的起点', hint: '要直接比这两个版本，把三个点写成两个点（A..B）' },
    en: {
      text: '“{one}” and “{other}” have no commit in common',
      hint: 'Write two dots instead of three (A..B) to compare them as they are',
    },
  },
  'git/no-merge-base#shallow': {
    zh: {
      text: '找不到“{one}”和“{other}”的共同起点：这里只取了最近的提交',
      hint: '运行 git fetch --unshallow；在流水线里给 checkout 加上 fetch-depth: 0',
    },
    en: {
      text: 'The commit that “{one}” and “{other}” have in common is missing: only the latest were fetched here',
      hint: 'Run git fetch --unshallow, or give checkout fetch-depth: 0 in a workflow',
    },
  },
  'git/embedded': {
    zh: {
      text: '{path} 里另有一个 git 仓库（HEAD、objects、refs），会被当成这些表的历史',
      hint: '看看是谁放进来的，删掉或者移到别处再运行',
    },
    en: {
      text: '{path} holds another git repository (HEAD, objects, refs), which git would take for the history of these tables',
      hint: 'Find out who put it there, and delete it or move it elsewhere',
    },
  },
  'git/sparse': {
    zh: {
      text: '这份检出是稀疏的（sparse checkout），{count} 个表的文件没有取出来，例如 {path}',
      hint: '运行 git sparse-checkout add {folder}，再比较；或者比较两个版本，例如 HEAD~1..HEAD',
    },
    en: {
      text: 'This is a sparse checkout: the files of {count} tables are not in it, for example {path}',
      hint: 'Run git sparse-checkout add {folder} first; or compare two revisions, such as HEAD~1..HEAD',
    },
  },
  'git/submodule': {
    zh: { text: '{path} 是子模块，这个仓库里没有它的内容', hint: '进入 {path} 所属的仓库再运行' },
    en: {
      text: '{path} is a submodule: its files are not in this repository',
      hint: 'Run in the repository that {path} belongs to',
    },
  },
  'git/unmerged': {
    zh: {
      text: '{path} 的合并冲突还没有解决',
      hint: '打开它，留下要的内容，删去 <<<<<<<、=======、>>>>>>> 这几行，再 git add',
    },
    en: {
      text: 'The merge conflict in {path} is not resolved',
      hint: 'Keep what is wanted in it, remove the lines <<<<<<<, ======= and >>>>>>>, then git add it',
    },
  },
  'git/failed': {
    zh: { text: 'git 没有完成：{reason}', hint: '在这个仓库里运行 git status 和 git fsck 看看' },
    en: { text: 'Git failed: {reason}', hint: 'See what git status and git fsck say in this repository' },
  },
  'diff/no-pdf-name': {
    zh: {
      text: '“{file}”不是 PDF 的文件名，没有动它',
      hint: '--pdf 后面写以 .pdf 结尾的名字，例如 --pdf 对照表.pdf',
    },
    en: {
      text: '“{file}” is no name of a PDF; it was not touched',
      hint: 'Give --pdf a name that ends in .pdf, for example --pdf changes.pdf',
    },
  },
  'diff/not-overwritten': {
    zh: { text: '“{file}”已经有了，里面不是 PDF，没有动它', hint: '换一个名字，或者先把它移走' },
    en: {
      text: '“{file}” exists and is no PDF; it was not touched',
      hint: 'Choose another name, or move it away',
    },
  },
  'diff/several-revisions': {
    zh: {
      text: '只能写一个版本或一个范围',
      hint: '两个版本之间用两个点连起来，例如 npm run diff -- HEAD~2..HEAD',
    },
    en: {
      text: 'Only one revision or range can be given',
      hint: 'Join two revisions by two dots, e.g. npm run diff -- HEAD~2..HEAD',
    },
  },
  'diff/picturing': {
    zh: { text: '做图 第 {done}/{total} 份 {name}' },
    en: { text: 'Pictures {done}/{total} {name}' },
  },
  'diff/images-written': {
    zh: { text: '把有改动的页做成了 {count} 张图，在 {folder}/' },
    en: { text: 'Wrote the changed pages into {folder}/: {count} PNG' },
  },
  'diff/images-none': {
    zh: { text: '没有哪一页有改动，没有做图' },
    en: { text: 'No page has changed: no picture was made' },
  },
  'diff/images-removed': {
    zh: { text: '删掉了以前做的 {count} 张图' },
    en: { text: 'Removed {count} PNG of an earlier run' },
  },
  'diff/pdf-written': {
    zh: { text: '写好了 {file}' },
    en: { text: 'Wrote {file}' },
  },
} satisfies Messages;
