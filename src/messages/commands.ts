import type { Messages } from './catalogue.ts';

/** What `new`, `tidy` and `doctor` tell, and what a command line can get wrong. */
export const commandMessages = {
  'report/summary': {
    zh: { text: '{projects} 个项目：{errors} 个错误，{warnings} 个警告，{suggestions} 条建议' },
    en: {
      text: '{projects} {projects#project|projects}: {errors} {errors#error|errors}, {warnings} {warnings#warning|warnings}, {suggestions} {suggestions#suggestion|suggestions}',
    },
  },
  'report/summary#more': {
    zh: {
      text: '{projects} 个项目：{errors} 个错误，{warnings} 个警告，{suggestions} 条建议（加 --verbose 列出）',
    },
    en: {
      text: '{projects} {projects#project|projects}: {errors} {errors#error|errors}, {warnings} {warnings#warning|warnings}, {suggestions} {suggestions#suggestion|suggestions} (--verbose lists them)',
    },
  },
  'progress/printing': {
    zh: { text: '打印 {done}/{total} {name}' },
    en: { text: 'Printing {done}/{total} {name}' },
  },
  'progress/unpacking': {
    zh: { text: '第一次使用，正在展开浏览器（约 3 秒）…' },
    en: { text: 'First use: unpacking the browser (about 3 s)…' },
  },
  'build/done': {
    zh: { text: '打印 {printed} 份，{unchanged} 份没有变化；在 {folder}/，用时 {seconds} 秒' },
    en: { text: '{printed} printed, {unchanged} unchanged in {folder}/, {seconds} s' },
  },
  'build/done#removed': {
    zh: {
      text: '打印 {printed} 份，{unchanged} 份没有变化，删除 {removed} 个过期文件；在 {folder}/，用时 {seconds} 秒',
    },
    en: { text: '{printed} printed, {unchanged} unchanged, {removed} removed in {folder}/, {seconds} s' },
  },
  'usage/given-twice': {
    zh: { text: '{option} 写了两次：“{first}”和“{second}”', hint: '只留一个；几个文件夹的，一个一个地运行' },
    en: {
      text: '{option} is given twice: “{first}” and “{second}”',
      hint: 'Keep one; for several folders run the command once for each',
    },
  },
  'usage/no-operands': {
    zh: { text: '{name} 后面只写选项，不写“{operand}”', hint: '去掉它；加 --help 看说明' },
    en: { text: '{name} takes options only, not “{operand}”', hint: 'Remove it; add --help' },
  },
  'usage/taken-by-npm': {
    zh: {
      text: '{option} 写在了 “--” 前面，npm 把它拿走了',
      hint: '选项都写在 “--” 后面，例如 npm run check -- {option}',
    },
    en: {
      text: '{option} came before “--”, so npm took it for its own',
      hint: 'Write options after “--”, for example npm run check -- {option}',
    },
  },
  'usage/unknown-option#nearest': {
    zh: { text: '没有“{option}”这个选项；是不是 {nearest}？', hint: '可用的选项：{known}；加 --help 看说明' },
    en: {
      text: 'There is no option “{option}”; did you mean {nearest}?',
      hint: 'Options: {known}; add --help',
    },
  },
  'usage/unknown-option': {
    zh: { text: '没有“{option}”这个选项', hint: '可用的选项：{known}；加 --help 看说明' },
    en: { text: 'There is no option “{option}”', hint: 'Options: {known}; add --help' },
  },
  'usage/needs-value': {
    zh: { text: '选项 {option} 后面少了内容', hint: '写成“{option} 内容”；加 --help 看说明' },
    en: { text: 'The option {option} needs a value', hint: 'Write “{option} value”; add --help' },
  },
  'usage/takes-no-value': {
    zh: { text: '选项 {option} 后面不写内容', hint: '只写“{option}”' },
    en: { text: 'The option {option} takes no value', hint: 'Write “{option}” alone' },
  },
  'build/drafts': {
    zh: { text: '打印草稿 {printed} 份，{unchanged} 份没有变化；在 {folder}/' },
    en: { text: '{printed} drafts printed, {unchanged} unchanged in {folder}/' },
  },
  'build/table-kept': {
    zh: { text: '{year} 年有 {count} 张表有错误，没有打印，还是上次的：{names}' },
    en: { text: '{year}: {count} tables have errors and were not printed; their last output stays: {names}' },
  },
  'build/table-held': {
    zh: {
      text: '{year} 年有 {count} 张表有错误，没有打印：{names}',
      hint: '先要看样子的，加 --draft 打印草稿',
    },
    en: {
      text: '{year}: {count} tables have errors and were not printed: {names}',
      hint: 'Add --draft to print them marked 草稿',
    },
  },
  'build/table-drafted': {
    zh: { text: '{year} 年有 {count} 张表有错误，读得懂的只打印了草稿：{names}' },
    en: { text: '{year}: {count} tables have errors; what can be read was only printed as a draft: {names}' },
  },
  'build/volume-kept': {
    zh: { text: '{year} 年的汇编还是上次的，里面的表可能比单张的旧：要等 {names} 改好' },
    en: {
      text: '{year}: the booklet is still the last one, its tables may be older than the single ones: {names} must be mended',
    },
  },
  'build/volume-kept#booklet': {
    zh: { text: '{year} 年的汇编还是上次的，里面的表可能比单张的旧：要等 booklet.yaml 改好' },
    en: {
      text: '{year}: the booklet is still the last one, its tables may be older than the single ones: booklet.yaml must be mended',
    },
  },
  'build/volume-held': {
    zh: { text: '{year} 年的汇编没有做：要等 {names} 改好' },
    en: { text: '{year}: no booklet was made: {names} must be mended' },
  },
  'build/volume-held#booklet': {
    zh: { text: '{year} 年的汇编没有做：要等 booklet.yaml 改好' },
    en: { text: '{year}: no booklet was made: booklet.yaml must be mended' },
  },
  'build/booklet-held': {
    zh: {
      text: '{year} 年的表和汇编都没有打印，out 里的没有动：booklet.yaml 有错误，不知道该印哪个单位、哪个日期',
      hint: '先改好 booklet.yaml；要看样子的，加 --draft 打印草稿',
    },
    en: {
      text: '{year}: nothing was printed and the output is untouched: booklet.yaml has an error, so office and date are not known',
      hint: 'Mend booklet.yaml first; --draft prints the tables marked 草稿',
    },
  },
  'build/booklet-held#drafted': {
    zh: {
      text: '{year} 年的表只打印了草稿，汇编没有动：booklet.yaml 有错误，不知道该印哪个单位、哪个日期',
      hint: '先改好 booklet.yaml',
    },
    en: {
      text: '{year}: tables were only printed as drafts: booklet.yaml has an error, so office and date are not known',
      hint: 'Mend booklet.yaml first',
    },
  },
  'watch/address': {
    zh: { text: '预览在 {address}（按 Ctrl-C 结束）' },
    en: { text: 'The preview is at {address} (Ctrl-C ends it)' },
  },
  'watch/not-opened': {
    zh: { text: '没能打开浏览器，请自己打开 {address}' },
    en: { text: 'The browser could not be opened; open {address} yourself' },
  },
  'watch/no-port': {
    zh: { text: '端口 {port} 用不了（{reason}）', hint: '用 --port 换一个，例如 --port 8080' },
    en: { text: 'Port {port} cannot be used ({reason})', hint: 'Choose another, for example --port 8080' },
  },
  'watch/editor': {
    zh: {
      text: '编辑器的地址里没有 {file}：{editor}',
      hint: '例如 --editor "vscode://file/{file}:{line}:{column}"',
    },
    en: {
      text: 'The editor’s address has no {file}: {editor}',
      hint: 'For example --editor "vscode://file/{file}:{line}:{column}"',
    },
  },
  'watch/not-watched': {
    zh: {
      text: '系统不让程序看着全部的文件（{reason}），有的改动要过一秒才显示',
      hint: '不影响使用；要快的，Linux 上可以请管理员调大 fs.inotify.max_user_watches',
    },
    en: {
      text: 'The system does not let every file be watched ({reason}); some changes show only after a second',
      hint: 'Nothing is missed; to be quick again, fs.inotify.max_user_watches can be raised on Linux',
    },
  },
  'watch/printing-ended': {
    zh: { text: '打印的程序意外停了', hint: '再保存一次就会重新开始；总是这样的，运行 npm run doctor' },
    en: {
      text: 'The program that prints ended unexpectedly',
      hint: 'It starts again with the next save; if this goes on, run npm run doctor',
    },
  },
  'packages/missing': {
    zh: { text: '缺少 npm 包 {packages}', hint: '在项目文件夹里运行 npm ci' },
    en: { text: 'The npm package {packages} is missing', hint: 'Run npm ci in the project folder' },
  },
  'text/to-fill': {
    zh: { text: '“{key}”还没有填：这里写着“{found}”', hint: '把“{found}”换成内容' },
    en: {
      text: '“{key}” is still to be filled in: it says “{found}”',
      hint: 'Put the content in the place of “{found}”',
    },
  },
  'text/to-fill#label': {
    zh: { text: '“{found}”是空白表上的字，不是指标名称', hint: '删去“{found}”' },
    en: { text: '“{found}” is printed on the blank form and no part of the name', hint: 'Delete “{found}”' },
  },
  'new/no-name': {
    zh: { text: '没有写项目名称', hint: '例如：npm run new -- 党员教育培训经费' },
    en: { text: 'The project’s name is missing', hint: 'For example: npm run new -- 党员教育培训经费' },
  },
  'new/several-names': {
    zh: { text: '一次只建一个项目', hint: '名称里有空格的，整个加上引号："{names}"' },
    en: { text: 'One project at a time', hint: 'A name with blanks goes in quotes: "{names}"' },
  },
  'new/no-year': {
    zh: { text: '{folder} 里还没有年度文件夹', hint: '用 --year 写明年度，例如 --year 2022' },
    en: { text: 'There is no year folder in {folder} yet', hint: 'Name the year, for example --year 2022' },
  },
  'new/exists': {
    zh: { text: '这个文件已经有了，没有动它', hint: '换一个项目名称；要写到别的年度，加 --year' },
    en: {
      text: 'The file exists; it was not touched',
      hint: 'Choose another name, or another year with --year',
    },
  },
  'new/written': {
    zh: {
      text: '写好了 {file}',
      hint: '打开它，把每一处“待填”换成内容，然后运行：npm run check -- "{file}"',
    },
    en: {
      text: 'Wrote {file}',
      hint: 'Open it, put the content in the place of each 待填, then run: npm run check -- "{file}"',
    },
  },
  'tidy/would-change': {
    zh: { text: '从这一行起不是规范的写法', hint: '运行 npm run tidy 会改好它，内容一个字也不动' },
    en: {
      text: 'From this line on the file is not in its canonical form',
      hint: 'npm run tidy mends it without changing a word',
    },
  },
  'tidy/unproven': {
    zh: {
      text: '没有整理这个文件：整理出来的和原来的意思可能不一样',
      hint: '文件没有动；这是程序的毛病，请把文件发给维护的人',
    },
    en: {
      text: 'The file was not tidied: the result might not say the same',
      hint: 'The file is as it was; this is a fault of the program, please report it',
    },
  },
  'tidy/written': {
    zh: { text: '整理好了 {file}' },
    en: { text: 'Tidied {file}' },
  },
  'tidy/done': {
    zh: { text: '看过 {files} 个文件，整理了 {written} 个' },
    en: { text: 'Looked at {files} files, tidied {written}' },
  },
  'doctor/node': {
    zh: { text: 'Node.js {version}，可以用' },
    en: { text: 'Node.js {version} will do' },
  },
  'doctor/node-too-old': {
    zh: { text: 'Node.js {version} 太旧', hint: '从 nodejs.org 安装 {needed} 或更新的版本' },
    en: { text: 'Node.js {version} is too old', hint: 'Install {needed} or newer from nodejs.org' },
  },
  'doctor/packages': {
    zh: { text: '{count} 个 npm 包都装好了' },
    en: { text: 'All {count} npm packages are installed' },
  },
  'doctor/browser#carried': {
    zh: { text: '浏览器 {version}（随程序安装）：{path}' },
    en: { text: 'Browser {version} (came with the program): {path}' },
  },
  'doctor/browser#installed': {
    zh: { text: '浏览器 {version}（这台电脑上装的）：{path}' },
    en: { text: 'Browser {version} (installed on this machine): {path}' },
  },
  'doctor/browser#chosen': {
    zh: { text: '浏览器 {version}（指定的）：{path}' },
    en: { text: 'Browser {version} (as asked for): {path}' },
  },
  'doctor/fonts': {
    zh: { text: '字体：{names}' },
    en: { text: 'Fonts (字体): {names}' },
  },
  'doctor/schemas': {
    zh: { text: '表的结构定义读得出来' },
    en: { text: 'The schemas load' },
  },
  'doctor/templates': {
    zh: { text: '模板没有错误：{folder}' },
    en: { text: 'The templates load: {folder}' },
  },
  'doctor/projects': {
    zh: { text: '项目文件夹 {folder}：{years} 年，共 {count} 张表，都能读写' },
    en: { text: 'Projects in {folder}: {years}, {count} tables, all readable and writable' },
  },
  'doctor/not-usable': {
    zh: { text: '不能读写：{paths}', hint: '检查权限；正被别的程序占用的，关掉那个程序' },
    en: { text: 'Cannot read and write: {paths}', hint: 'Look at the permissions, close what has them open' },
  },
  'doctor/out': {
    zh: { text: '输出文件夹可以写入：{folder}' },
    en: { text: 'The output folder can be written to: {folder}' },
  },
  'doctor/not-a-folder': {
    zh: { text: '{folder} 是文件，不是文件夹', hint: '移走它，或者用 --out 换一个文件夹' },
    en: { text: '{folder} is a file, no folder', hint: 'Move it away, or choose another with --out' },
  },
  'doctor/space': {
    zh: { text: '磁盘空间：{path} 还有 {free}' },
    en: { text: 'Disk space: {free} left for {path}' },
  },
  'doctor/little-space': {
    zh: { text: '磁盘快满了：{path} 只剩 {free}', hint: '腾出至少 {needed}' },
    en: { text: 'The disk is nearly full: {free} left for {path}', hint: 'Make room for {needed} at least' },
  },
  'doctor/git': {
    zh: { text: 'git {version}，仓库在 {root}' },
    en: { text: 'git {version}, the repository is {root}' },
  },
  'doctor/git-missing': {
    zh: {
      text: '没有装 git：对比（diff）用不了，追溯（trace）查不到版本，其他不受影响',
      hint: '需要时从 git-scm.com 安装',
    },
    en: {
      text: 'There is no git: diff cannot be used and trace tells no revision; all else works',
      hint: 'Install it from git-scm.com when needed',
    },
  },
  'doctor/no-repository': {
    zh: {
      text: 'git {version}；这个文件夹不在仓库里：对比（diff）用不了，追溯（trace）查不到版本，其他不受影响',
      hint: '需要时运行 git init',
    },
    en: {
      text: 'git {version}; this folder is in no repository: diff cannot be used and trace tells no revision; all else works',
      hint: 'Run git init when needed',
    },
  },
} satisfies Messages;
