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
    zh: { text: '正在解开浏览器（约 3 秒）…' },
    en: { text: 'Unpacking the browser (about 3 s)…' },
  },
  'report/offices': {
    zh: { text: '单位 项目 错误 警告 建议' },
    en: { text: 'Office Projects Errors Warnings Suggestions' },
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
    zh: { text: '{path}{isYear# 年|}有 {count} 张表有错误，没有打印，还是上次的：{names}' },
    en: {
      text: '{path}{isYear#|}: {count} tables have errors and were not printed; their last output stays: {names}',
    },
  },
  'build/table-held': {
    zh: {
      text: '{path}{isYear# 年|}有 {count} 张表有错误，没有打印：{names}',
      hint: '先要看样子的，加 --draft 打印草稿',
    },
    en: {
      text: '{path}{isYear#|}: {count} tables have errors and were not printed: {names}',
      hint: 'Add --draft to print them marked 草稿',
    },
  },
  'build/table-drafted': {
    zh: { text: '{path}{isYear# 年|}有 {count} 张表有错误，只打印了草稿：{names}' },
    en: { text: '{path}{isYear#|}: {count} tables have errors and were only printed as drafts: {names}' },
  },
  'build/table-unread': {
    zh: { text: '{path}{isYear# 年|}有 {count} 份文件读不了，草稿也没有：{names}' },
    en: { text: '{path}{isYear#|}: {count} files cannot be read, so there is not even a draft: {names}' },
  },
  'build/volume-kept': {
    zh: { text: '{path}{isYear# 年|}的汇编还是上次的，里面的表可能比单张的旧：要等 {names} 改好' },
    en: {
      text: '{path}{isYear#|}: the booklet is still the last one, its tables may be older than the single ones: {names} must be mended',
    },
  },
  'build/volume-kept#booklet': {
    zh: { text: '{path}{isYear# 年|}的汇编还是上次的，里面的表可能比单张的旧：要等 booklet.yaml 改好' },
    en: {
      text: '{path}{isYear#|}: the booklet is still the last one, its tables may be older than the single ones: booklet.yaml must be mended',
    },
  },
  'build/volume-held': {
    zh: { text: '{path}{isYear# 年|}的汇编没有做：要等 {names} 改好' },
    en: { text: '{path}{isYear#|}: no booklet was made: {names} must be mended' },
  },
  'build/volume-held#booklet': {
    zh: { text: '{path}{isYear# 年|}的汇编没有做：要等 booklet.yaml 改好' },
    en: { text: '{path}{isYear#|}: no booklet was made: booklet.yaml must be mended' },
  },
  'build/booklet-held': {
    zh: {
      text: '{path}{isYear# 年|}的表和汇编都没有打印，out 里的没有动：booklet.yaml 有错误，不知道该印哪个单位、哪个日期',
      hint: '先改好 booklet.yaml；要看样子的，加 --draft 打印草稿',
    },
    en: {
      text: '{path}{isYear#|}: nothing was printed and the output is untouched: booklet.yaml has an error, so office and date are not known',
      hint: 'Mend booklet.yaml first; --draft prints the tables marked 草稿',
    },
  },
  'build/booklet-held#drafted': {
    zh: {
      text: '{path}{isYear# 年|}的表只打印了草稿，汇编没有动：booklet.yaml 有错误，不知道该印哪个单位、哪个日期',
      hint: '先改好 booklet.yaml',
    },
    en: {
      text: '{path}{isYear#|}: tables were only printed as drafts: booklet.yaml has an error, so office and date are not known',
      hint: 'Mend booklet.yaml first',
    },
  },
  'watch/mended': {
    zh: { text: '不再有：{file} {message}' },
    en: { text: 'gone: {file} {message}' },
  },
  'watch/mended#more': {
    zh: { text: '还有 {count} 个问题不再有' },
    en: { text: '{count} more are gone' },
  },
  'watch/suppressed': {
    zh: { text: '只是被忽略，没有改：{file} {message}' },
    en: { text: 'suppressed, not mended: {file} {message}' },
  },
  'watch/suppressed#more': {
    zh: { text: '还有 {count} 个问题只是被忽略' },
    en: { text: '{count} more are suppressed, not mended' },
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
  'new/exists#year': {
    zh: {
      text: '这个文件已经有了，所以整个年度一张也没有写',
      hint: '要重新带的，先移走它；只缺几张的，逐张带：npm run new -- --from 项目名称 --year 年度',
    },
    en: {
      text: 'The file exists, so nothing of the year was written',
      hint: 'Move it away first; or carry the tables that are missing over one by one, with --from',
    },
  },
  'new/exists#codeowners': {
    zh: {
      text: '已经有 CODEOWNERS 了，没有动它',
      hint: '缺哪个单位就照着补一行；要重新写的，先移走它',
    },
    en: {
      text: 'There is a CODEOWNERS already; it was not touched',
      hint: 'Add a line for each office it does not have; or move it away to have it written again',
    },
  },
  'new/codeowners-written': {
    zh: {
      text: '写好了 {file}，{count} 个文件夹各一行',
      hint: '打开它，把每一个“@待填”换成审核人的账号或组，然后提交',
    },
    en: {
      text: 'Wrote {file} with a line for each of {count} {count#folder|folders}',
      hint: 'Put a reviewer or a team in the place of each @待填, then commit it',
    },
  },
  'new/codeowners-name': {
    zh: { text: '文件夹 {folder} 的名称里有看不见的字符，CODEOWNERS 里写不了', hint: '改了名称再运行' },
    en: {
      text: 'The name of the folder {folder} has invisible characters, which CODEOWNERS cannot hold',
      hint: 'Rename it and run again',
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
  'new/example-written': {
    zh: {
      text: '写好了 {file}，是“{form}”的例表',
      hint: '照着它改成自己的内容；只是看看的，运行 npm run build -- "{file}"，看完删掉',
    },
    en: {
      text: 'Wrote {file}, the example of “{form}”',
      hint: 'Put your own content in its place; to look at it, run: npm run build -- "{file}", and delete it afterwards',
    },
  },
  'new/other-form': {
    zh: {
      text: '{year} 年的{key}用的表式是“{own}”，不是“{form}”，这张例表在这一年通不过检查',
      hint: '这一年改用“{form}”的，在 {file} 里写“表式:”，下一行写“  {key}: {form}”；只是看看的，用 --year 写到还没有表的一年',
    },
    en: {
      text: 'The form of {year} for {key} is “{own}” and not “{form}”, so that the example does not pass the checks of that year',
      hint: 'For the whole year name “{form}” under 表式 in {file}; to look at it only, copy it into a year without tables with --year',
    },
  },
  'new/no-example': {
    zh: { text: '表式“{name}”没有例表', hint: '有例表的：{known}；例表放在模板文件夹的 forms/例/ 里' },
    en: {
      text: 'The form “{name}” has no example',
      hint: 'Those that do: {known}; examples are in forms/例/ of the templates',
    },
  },
  'new/example-without-name': {
    zh: { text: '表式“{name}”的例表里没有“{key}”', hint: '在 forms/例/{name}.yaml 里补上' },
    en: { text: 'The example of the form “{name}” has no {key}', hint: 'Add it in forms/例/{name}.yaml' },
  },
  'new/several-forms': {
    zh: { text: '一次只写一个表式的例表', hint: '表式的名称里有空格的，整个加上引号："{names}"' },
    en: { text: 'One form at a time', hint: 'A name with blanks goes in quotes: "{names}"' },
  },
  'new/made': {
    zh: { text: '写好了 {file}' },
    en: { text: 'Wrote {file}' },
  },
  'new/year-written': {
    zh: {
      text: '{from} 的 {tables} 张表带到了 {to}',
      hint: '把每一处“待填”换成内容（去年的数写在旁边的注释里），项目编码换成今年的，然后运行：npm run check -- {check}',
    },
    en: {
      text: '{tables} tables of {from} were carried over to {to}',
      hint: 'Put the content in the place of each 待填 (last year’s is in the comment beside it), then run: npm run check -- {check}',
    },
  },
  'new/suppressions-left': {
    zh: { text: '去年的 {count} 处“# 忽略 ……”没有带过来', hint: '今年还要忽略的，核对以后再写' },
    en: {
      text: '{count} comments “# 忽略 …” of last year were not carried over',
      hint: 'Write again those that still hold',
    },
  },
  'new/year-in-name': {
    zh: { text: '名称里有年份：{files}', hint: '核对是不是去年的；要改的，文件名和“项目名称”一起改' },
    en: {
      text: 'A year is in the name: {files}',
      hint: 'If it is last year’s, rename the file and its 项目名称',
    },
  },
  'new/results-written': {
    zh: {
      text: '写好了 {count} 个结果文件：{files}',
      hint: '打开它们，把每一处“待填”换成内容，然后运行：npm run check',
    },
    en: {
      text: 'Wrote {count} {count#file|files} of results: {files}',
      hint: 'Put the content in the place of each 待填, then run: npm run check',
    },
  },
  'new/results-kept': {
    zh: { text: '已经有的 {count} 个没有动：{files}' },
    en: { text: '{count} that {count#exists|exist} already {count#was|were} left alone: {files}' },
  },
  'new/results-unread': {
    zh: {
      text: '{count} 张目标表读不出来，没有写它的结果：{files}',
      hint: '先运行 npm run check，改好目标表',
    },
    en: {
      text: 'No results for {count} {count#table|tables} that cannot be read: {files}',
      hint: 'Run npm run check and mend them first',
    },
  },
  'new/results-none': {
    zh: {
      text: '{year} 年还没有项目的目标表，没有什么可写',
      hint: '先写目标表：npm run new -- 项目名称；部门整体支出的结果，在后面加上它的名称“整体”',
    },
    en: {
      text: '{year} has no tables of projects yet, so there are no results to write',
      hint: 'Write a table first: npm run new -- 项目名称; for the results of 整体.yaml add its name, 整体',
    },
  },
  'new/results-unknown': {
    zh: { text: '{year} 年没有“{name}”这张目标表', hint: '写目标表的文件名；不写名称，就每张表都写' },
    en: {
      text: '{year} has no table “{name}”',
      hint: 'Write the file name of a table; without a name all are done',
    },
  },
  'new/no-month': {
    zh: { text: '--form 监控 要写是几月的', hint: '例如：npm run new -- --form 监控 --month 7月' },
    en: { text: '--form 监控 needs a month', hint: 'For example: npm run new -- --form 监控 --month 7月' },
  },
  'new/month-alone': {
    zh: { text: '--month 要和 --form 监控 一起用', hint: '例如：npm run new -- --form 监控 --month 7月' },
    en: {
      text: '--month goes with --form 监控',
      hint: 'For example: npm run new -- --form 监控 --month 7月',
    },
  },
  'new/results-left': {
    zh: { text: '{folders} 里是完成情况，没有带过来' },
    en: { text: '{folders} holds results; they were not carried over' },
  },
  'new/others-left': {
    zh: { text: '没有带过来（不是 .yaml 文件）：{files}' },
    en: { text: 'Not carried over, because it is no .yaml file: {files}' },
  },
  'new/no-booklet': {
    zh: { text: '{from} 里没有 booklet.yaml，所以 {to} 里也没有', hint: '新建一个，写上标题、单位、年度' },
    en: { text: '{from} has no booklet.yaml, so {to} has none', hint: 'Write one with 标题, 单位 and 年度' },
  },
  'new/year-empty': {
    zh: { text: '{folder} 里没有表可带', hint: '核对 --from-year 和 --into' },
    en: { text: 'There are no tables in {folder}', hint: 'Look at --from-year and --into again' },
  },
  'new/year-takes-no-name': {
    zh: {
      text: '--from-year 带的是整个年度，不用写项目名称“{name}”',
      hint: '只带一张表，用 --from：npm run new -- --from "{name}" --year 年度；只带一个单位的文件夹，用 --into',
    },
    en: {
      text: '--from-year carries a whole year over; it takes no name such as “{name}”',
      hint: 'For one table use --from: npm run new -- --from "{name}" --year YEAR; for one office’s folder, --into',
    },
  },
  'new/year-takes-no-table': {
    zh: {
      text: '--from-year 带的是整个年度，不能再写 --from 或 --code',
      hint: '只带一张表就不写 --from-year',
    },
    en: {
      text: '--from-year carries a whole year over; --from and --code are for one table',
      hint: 'For one table leave --from-year out',
    },
  },
  'new/into-alone': {
    zh: {
      text: '{folder} 里没有 booklet.yaml，不是单位的文件夹',
      hint: '先在里面建 booklet.yaml；要从去年带过来，写 npm run new -- --year 2023 --from-year 2022 --into 单位文件夹',
    },
    en: {
      text: '{folder} has no booklet.yaml: it is no office’s folder',
      hint: 'Give it one; to carry last year’s over: npm run new -- --year 2023 --from-year 2022 --into OFFICE',
    },
  },
  'new/into-name': {
    zh: { text: '“{into}”不是年度里面的文件夹', hint: '写单位文件夹的名字，例如 --into 219-棠溪镇' },
    en: { text: '“{into}” is no folder inside a year', hint: 'Give the name of an office’s folder' },
  },
  'new/same-year': {
    zh: { text: '不能从 {year} 年带到 {year} 年', hint: '--year 写新的年度' },
    en: { text: 'A year cannot be carried over to itself: {year}', hint: 'Name the new year with --year' },
  },
  'new/no-such-year': {
    zh: { text: '没有 {year} 年的文件夹', hint: '现有的年度：{known}' },
    en: { text: 'There is no folder for {year}', hint: 'The years there are: {known}' },
  },
  'new/no-such-office': {
    zh: { text: '没有 {folder} 这个文件夹', hint: '核对 --into 写的单位' },
    en: { text: 'There is no folder {folder}', hint: 'Look at --into again' },
  },
  'new/from-folder': {
    zh: {
      text: '“{path}”是文件夹，--from 要写一张表',
      hint: '写表的文件或项目名称；整个年度用 --from-year 年度',
    },
    en: {
      text: '“{path}” is a folder; --from takes one table',
      hint: 'Give its file or its name; for a whole year use --from-year YEAR',
    },
  },
  'new/from-folder#year': {
    zh: {
      text: '“{path}”是整个年度，--from 只带一张表',
      hint: '带整个年度：npm run new -- --year {next} --from-year {year}',
    },
    en: {
      text: '“{path}” is a whole year; --from takes one table',
      hint: 'For the whole year: npm run new -- --year {next} --from-year {year}',
    },
  },
  'new/from-unknown': {
    zh: {
      text: '哪一年都没有“{name}”这张表',
      hint: '核对项目名称，或者写文件：--from projects/2022/项目名称.yaml',
    },
    en: { text: 'No year has a table “{name}”', hint: 'Look at the name again, or give the file' },
  },
  'new/from-unknown#near': {
    zh: { hint: '是不是：{near}' },
    en: { hint: 'Did you mean: {near}' },
  },
  'new/from-ambiguous': {
    zh: { text: '“{name}”不止一张：{files}', hint: '写明是哪一个文件：--from "{first}"' },
    en: { text: 'There is more than one “{name}”: {files}', hint: 'Give the file: --from "{first}"' },
  },
  'name/windows': {
    zh: { text: '“{name}”在 Windows 上不能做文件名', hint: '换成“{corrected}”' },
    en: { text: '“{name}” cannot be a file’s name on Windows', hint: 'Use “{corrected}”' },
  },
  'name/windows#device': {
    zh: { text: '“{name}”是 Windows 留给设备用的，不能做文件名', hint: '换一个名称' },
    en: {
      text: 'Windows keeps “{name}” for a device; no file can have this name',
      hint: 'Choose another name',
    },
  },
  'fix/line': {
    zh: { text: '{file}:{line} 改好了 {code}\n{change}' },
    en: { text: '{file}:{line} fixed {code}\n{change}' },
  },
  'fix/done': {
    zh: { text: '改好 {count} 处，{files} 个文件', hint: '请看一遍再提交：git diff' },
    en: {
      text: 'Fixed {count} {count#finding|findings} in {files} {files#file|files}',
      hint: 'Look them over before you commit: git diff',
    },
  },
  'fix/would': {
    zh: { text: '可以改 {count} 处，{files} 个文件；文件没有动', hint: '要改就去掉 --dry-run' },
    en: {
      text: '{count} {count#finding|findings} in {files} {files#file|files} can be fixed; nothing was written',
      hint: 'Without --dry-run they are fixed',
    },
  },
  'fix/none': {
    zh: { text: '没有能直接改好的问题' },
    en: { text: 'No finding can be fixed automatically' },
  },
  'fix/changed': {
    zh: { text: '没有改 {file}：检查以后它又变了', hint: '再运行一次' },
    en: { text: '{file} was not fixed: it changed after it was checked', hint: 'Run it again' },
  },
  'usage/only-with': {
    zh: { text: '{option} 要同 {other} 一起用', hint: '加上 {other}；加 --help 看说明' },
    en: { text: '{option} goes with {other} only', hint: 'Add {other}; add --help' },
  },
  'usage/not-with': {
    zh: { text: '{option} 不能同 {other} 一起用', hint: '去掉一个；加 --help 看说明' },
    en: { text: '{option} does not go with {other}', hint: 'Remove one of them; add --help' },
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
  'doctor/office': {
    zh: { text: 'LibreOffice：{path}，.doc、.xls 等也能导入' },
    en: { text: 'LibreOffice is {path}: .doc, .xls and others can be imported, too' },
  },
  'doctor/office-missing': {
    zh: {
      text: '没有装 LibreOffice：导入 .doc、.xls、.odt、.ods、.wps、.et 用不了，.docx、.xlsx 和文字不受影响',
      hint: '要导入这些格式的，装上 LibreOffice，或者用 Office、WPS 另存为 .docx、.xlsx',
    },
    en: {
      text: 'LibreOffice is not installed: .doc, .xls, .odt, .ods, .wps and .et cannot be imported; .docx, .xlsx and text can',
      hint: 'Install it, or save such files as .docx or .xlsx',
    },
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
} as const satisfies Messages;
