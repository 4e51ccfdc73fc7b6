/**
 * What is said before the program itself is loaded: plain JavaScript, so that its entry can say it when nothing else can be
 * read, and on a Node.js that is too old for the rest.
 */
export const startMessages = {
  'packages/missing': {
    zh: { text: '缺少 npm 包 {packages}', hint: '在项目文件夹里运行 npm ci' },
    en: { text: 'The npm package {packages} is missing', hint: 'Run npm ci in the project folder' },
  },
  'doctor/node-too-old': {
    zh: { text: 'Node.js {version} 太旧', hint: '从 nodejs.org 安装 {needed} 或更新的版本' },
    en: { text: 'Node.js {version} is too old', hint: 'Install {needed} or newer from nodejs.org' },
  },
  'machine/files': {
    zh: { text: '系统不让再打开更多文件', hint: '关掉一些程序，或者放宽限制（ulimit -n 1024），再运行一次' },
    en: {
      text: 'The system allows no more open files',
      hint: 'Close some programs, or raise the limit (ulimit -n 1024), and run again',
    },
  },
  'machine/no-folder': {
    zh: { text: '现在所在的文件夹已经删掉了', hint: '换到项目所在的文件夹里（cd），再运行一次' },
    en: {
      text: 'The current folder has been removed',
      hint: 'Change to the folder of the projects and run again',
    },
  },
  'machine/memory': {
    zh: { text: '内存不够', hint: '关掉占内存的程序，或者放宽内存限制（ulimit -v），再运行一次' },
    en: {
      text: 'There is not enough memory',
      hint: 'Close other programs, or raise the limit (ulimit -v), and run again',
    },
  },
  'program/not-compiled': {
    zh: { text: '程序没有编译成：{reason}', hint: '在项目文件夹里运行 npm ci，再试一次' },
    en: { text: 'The program could not be compiled: {reason}', hint: 'Run npm ci in the project folder' },
  },
  'program/not-writable': {
    zh: {
      text: '程序要重新编译，可是 {path} 写不了（{reason}）',
      hint: '请能写这个文件夹的人在里面运行一次 npm ci',
    },
    en: {
      text: 'The program has to be compiled, but {path} cannot be written ({reason})',
      hint: 'Ask somebody who may write there to run npm ci in that folder',
    },
  },
};
