import type { Messages } from './catalogue.ts';

/** What `hooks` and `check --staged` tell. */
export const hookMessages = {
  'hooks/on': {
    zh: {
      text: '打开了：每次提交以前检查要提交的表；git diff 按文字比较 PDF',
      hint: '只改了这个仓库自己的 .git 文件夹，里面放了程序的一份副本，换分支不会换掉它；程序更新以后再运行一次；关掉用 npm run hooks -- --off',
    },
    en: {
      text: 'On: tables are checked before each commit, and git diff compares PDFs by their words',
      hint: 'Only this repository’s own .git folder was changed; it holds a copy of the program, which no branch can replace. Run this again after an update of the program; undo it with npm run hooks -- --off',
    },
  },
  'hooks/already-on': {
    zh: { text: '已经打开了', hint: '关掉用 npm run hooks -- --off' },
    en: { text: 'It is on already', hint: 'Undo it with npm run hooks -- --off' },
  },
  'hooks/off': {
    zh: { text: '关掉了：提交以前不再检查，git 的设置恢复原样' },
    en: { text: 'Off: nothing is checked before a commit; git’s configuration is as it was' },
  },
  'hooks/already-off': {
    zh: { text: '本来就没有打开' },
    en: { text: 'It was not on' },
  },
  'hooks/taken': {
    zh: {
      text: 'git 的 {key} 已经有设置了：{value}；什么也没有改',
      hint: '用 git config --unset {key} 去掉它再运行；或者在您自己的钩子里加一行：npm run -s check -- --staged',
    },
    en: {
      text: 'git’s {key} is set already: {value}; nothing was changed',
      hint: 'Remove it with git config --unset {key} and run again; or put this into your own hook: npm run -s check -- --staged',
    },
  },
  'hooks/own-script': {
    zh: {
      text: '这个仓库的 .git/hooks 里已经有自己的 {key} 钩子，所以什么也没有改',
      hint: '在它里面加一行：npm run -s check -- --staged；不要它了就移走再运行',
    },
    en: {
      text: 'The repository has a {key} hook of its own in .git/hooks, so nothing was changed',
      hint: 'Add this line to it: npm run -s check -- --staged; or move it away and run again',
    },
  },
  'hooks/no-git': {
    zh: { text: '没有装 git', hint: '从 git-scm.com 安装' },
    en: { text: 'There is no git', hint: 'Install it from git-scm.com' },
  },
  'hooks/no-repository': {
    zh: { text: '这个文件夹不在 git 仓库里', hint: '在仓库里运行；还没有仓库的，先运行 git init' },
    en: { text: 'This folder is in no git repository', hint: 'Run in one, or make one with git init' },
  },
  'staged/errors': {
    zh: {
      text: '以上是 git add 过的内容里的错误，所以没有提交',
      hint: '改好以后再 git add、再提交；一定要先提交的：git commit --no-verify',
    },
    en: {
      text: 'These are errors in what was staged, so nothing was committed',
      hint: 'Mend them, git add them and commit again; or commit all the same with git commit --no-verify',
    },
  },
  'usage/staged-paths': {
    zh: { text: '--staged 后面不写文件', hint: '它检查 git add 过的那些年度' },
    en: { text: '--staged takes no paths', hint: 'It checks the years of which something is staged' },
  },
} satisfies Messages;
