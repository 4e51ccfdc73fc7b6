import { type Messages, says } from './catalogue.ts';

/** What `hooks` and `check --staged` tell. */
export const hookMessages = {
  'hooks/on': says(
    '打开了：每次提交以前检查要提交的表；git diff 按文字比较 PDF',
    'On: tables are checked before each commit, and git diff compares PDFs by their words',
    '只改了这个仓库自己的 .git 文件夹，里面放了程序的一份副本，换分支不会换掉它；程序更新以后再运行一次；关掉用 npm run hooks -- --off',
    'Only this repository’s own .git folder was changed; it holds a copy of the program, which no branch can replace. Run this again after an update of the program; undo it with npm run hooks -- --off',
  ),
  'hooks/already-on': says(
    '已经打开了',
    'It is on already',
    '关掉用 npm run hooks -- --off',
    'Undo it with npm run hooks -- --off',
  ),
  'hooks/off': says(
    '关掉了：提交以前不再检查，git 的设置恢复原样',
    'Off: nothing is checked before a commit; git’s configuration is as it was',
  ),
  'hooks/already-off': says('本来就没有打开', 'It was not on'),
  'hooks/taken': says(
    'git 的 {key} 已经有设置了：{value}；什么也没有改',
    'git’s {key} is set already: {value}; nothing was changed',
    '用 git config --unset {key} 去掉它再运行；或者在您自己的钩子里加一行：npm run -s check -- --staged',
    'Remove it with git config --unset {key} and run again; or put this into your own hook: npm run -s check -- --staged',
  ),
  'hooks/own-script': says(
    '这个仓库的 .git/hooks 里已经有自己的 {key} 钩子，所以什么也没有改',
    'The repository has a {key} hook of its own in .git/hooks, so nothing was changed',
    '在它里面加一行：npm run -s check -- --staged；不要它了就移走再运行',
    'Add this line to it: npm run -s check -- --staged; or move it away and run again',
  ),
  'hooks/no-git': says('没有装 git', 'There is no git', '从 git-scm.com 安装', 'Install it from git-scm.com'),
  'hooks/no-repository': says(
    '这个文件夹不在 git 仓库里',
    'This folder is in no git repository',
    '在仓库里运行；还没有仓库的，先运行 git init',
    'Run in one, or make one with git init',
  ),
  'staged/errors': says(
    '以上是 git add 过的内容里的错误，所以没有提交',
    'These are errors in what was staged, so nothing was committed',
    '改好以后再 git add、再提交；一定要先提交的：git commit --no-verify',
    'Mend them, git add them and commit again; or commit all the same with git commit --no-verify',
  ),
  'usage/staged-paths': says(
    '--staged 后面不写文件',
    '--staged takes no paths',
    '它检查 git add 过的那些年度',
    'It checks the years of which something is staged',
  ),
} satisfies Messages;
