import { messages } from './catalogue.ts';

export const commandMessages = messages(`
report/summary
  {projects} 个项目：{errors} 个错误，{warnings} 个警告，{suggestions} 条建议
  {projects} {projects#project|projects}: {errors} {errors#error|errors}, {warnings} {warnings#warning|warnings}, {suggestions} {suggestions#suggestion|suggestions}
report/summary#more
  {projects} 个项目：{errors} 个错误，{warnings} 个警告，{suggestions} 条建议（加 --verbose 列出）
  {projects} {projects#project|projects}: {errors} {errors#error|errors}, {warnings} {warnings#warning|warnings}, {suggestions} {suggestions#suggestion|suggestions} (--verbose lists them)
report/offices
  单位 项目 错误 警告 建议
  Office Projects Errors Warnings Suggestions
progress/printing
  打印 {done}/{total} {name}
  Printing {done}/{total} {name}
progress/unpacking
  正在解开浏览器（约 3 秒）…
  Unpacking the browser (about 3 s)…
build/done
  打印 {printed} 份，{unchanged} 份没有变化；在 {folder}/，用时 {seconds} 秒
  {printed} printed, {unchanged} unchanged in {folder}/, {seconds} s
build/done#removed
  打印 {printed} 份，{unchanged} 份没有变化，删除 {removed} 个过期文件；在 {folder}/，用时 {seconds} 秒
  {printed} printed, {unchanged} unchanged, {removed} removed in {folder}/, {seconds} s
build/drafts
  打印草稿 {printed} 份，{unchanged} 份没有变化；在 {folder}/
  {printed} drafts printed, {unchanged} unchanged in {folder}/
build/table-kept
  {path}{isYear# 年|}有 {count} 张表有错误，没有打印，还是上次的：{names}
  {path}{isYear#|}: {count} tables have errors and were not printed; their last output is kept: {names}
build/table-held
  {path}{isYear# 年|}有 {count} 张表有错误，没有打印：{names} ⇒ 先要看样子的，加 --draft 打印草稿
  {path}{isYear#|}: {count} tables have errors and were not printed: {names} ⇒ Add --draft to print them marked 草稿
build/table-drafted
  {path}{isYear# 年|}有 {count} 张表有错误，只打印了草稿：{names}
  {path}{isYear#|}: {count} tables have errors and were only printed as drafts: {names}
build/table-unread
  {path}{isYear# 年|}有 {count} 份文件读不了，草稿也没有：{names}
  {path}{isYear#|}: {count} files cannot be read, so there is not even a draft: {names}
build/volume-kept
  {path}{isYear# 年|}的汇编还是上次的，里面的表可能比单张的旧：要等 {names} 改好
  {path}{isYear#|}: the booklet is still the last one, its tables may be older than the single ones: {names} must be fixed
build/volume-kept#above
  {path}{isYear# 年|}的汇编还是上次的，里面的表可能比单张的旧：要等上面一级的 booklet.yaml 改好
  {path}{isYear#|}: the booklet is still the last one, its tables may be older than the single ones: the booklet.yaml above it must be fixed
build/volume-held
  {path}{isYear# 年|}的汇编没有做：要等 {names} 改好
  {path}{isYear#|}: no booklet was made: {names} must be fixed
build/volume-held#above
  {path}{isYear# 年|}的汇编没有做：要等上面一级的 booklet.yaml 改好
  {path}{isYear#|}: no booklet was made: the booklet.yaml above it must be fixed
build/booklet-held
  {path}{isYear# 年|}的表和汇编都没有打印，out 里的没有动：{isYear#|这里或者上面一级的 }booklet.yaml 有错误，不知道该印哪个单位、哪个日期 ⇒ 先改好 booklet.yaml；要看样子的，加 --draft 打印草稿
  {path}{isYear#|}: nothing was printed and the output was not touched: {isYear#booklet.yaml|its booklet.yaml, or the one above it,} has an error, so office and date are not known ⇒ Fix booklet.yaml first; --draft prints the tables marked 草稿
build/booklet-held#drafted
  {path}{isYear# 年|}的表只打印了草稿，汇编没有动：{isYear#|这里或者上面一级的 }booklet.yaml 有错误，不知道该印哪个单位、哪个日期 ⇒ 先改好 booklet.yaml
  {path}{isYear#|}: tables were only printed as drafts: {isYear#booklet.yaml|its booklet.yaml, or the one above it,} has an error, so office and date are not known ⇒ Fix booklet.yaml first
usage/given-twice
  {option} 写了两次：“{first}”和“{second}” ⇒ 只留一个；几个文件夹的，一个一个地运行
  {option} is given twice: “{first}” and “{second}” ⇒ Keep one; for several folders run the command once for each
usage/no-operands
  {name} 后面只写选项，不写“{operand}” ⇒ 去掉它；加 --help 看说明
  {name} takes options only, not “{operand}” ⇒ Remove it; add --help
usage/taken-by-npm
  {option} 写在了 “--” 前面，npm 把它拿走了 ⇒ 选项都写在 “--” 后面，例如 npm run check -- {option}
  {option} came before “--”, so npm took it as its own ⇒ Write options after “--”, for example npm run check -- {option}
usage/unknown-option#nearest
  没有“{option}”这个选项；是不是 {nearest}？ ⇒ 可用的选项：{known}；加 --help 看说明
  There is no option “{option}”; did you mean {nearest}? ⇒ Options: {known}; add --help
usage/unknown-option
  没有“{option}”这个选项 ⇒ 可用的选项：{known}；加 --help 看说明
  There is no option “{option}” ⇒ Options: {known}; add --help
usage/needs-value
  选项 {option} 后面少了内容 ⇒ 写成“{option} 内容”；加 --help 看说明
  The option {option} needs a value ⇒ Write “{option} value”; add --help
usage/takes-no-value
  选项 {option} 后面不写内容 ⇒ 只写“{option}”
  The option {option} takes no value ⇒ Write “{option}” alone
usage/only-with
  {option} 要同 {other} 一起用 ⇒ 加上 {other}；加 --help 看说明
  {option} goes with {other} only ⇒ Add {other}; add --help
usage/empty-operand
  {name} 后面有一处是空的 ⇒ 脚本里的变量可能没有值
  An argument of {name} is empty ⇒ A variable of a script may have no value
usage/not-with
  {option} 不能同 {other} 一起用 ⇒ 去掉一个；加 --help 看说明
  {option} does not go with {other} ⇒ Remove one of them; add --help
watch/mended
  不再有：{file} {message}
  gone: {file} {message}
watch/mended#more
  还有 {count} 个问题不再有
  {count} more are gone
watch/suppressed
  只是被忽略，没有改：{file} {message}
  suppressed, not fixed: {file} {message}
watch/suppressed#more
  还有 {count} 个问题只是被忽略
  {count} more are suppressed, not fixed
watch/address
  预览在 {address}（按 Ctrl-C 结束）
  The preview is at {address} (Ctrl-C ends it)
watch/not-opened
  没能打开浏览器，请自己打开 {address}
  The browser could not be opened; open {address} yourself
watch/no-port
  端口 {port} 用不了（{reason}） ⇒ 用 --port 换一个，例如 --port 8080
  Port {port} cannot be used ({reason}) ⇒ Choose another, for example --port 8080
watch/editor
  编辑器的地址里没有 {file}：{editor} ⇒ 例如 --editor "vscode://file/{file}:{line}:{column}"
  The editor’s address has no {file}: {editor} ⇒ For example --editor "vscode://file/{file}:{line}:{column}"
watch/not-watched
  系统不让程序看着全部的文件（{reason}），有的改动要过一秒才显示 ⇒ 不影响使用；要快的，Linux 上可以请管理员调大 fs.inotify.max_user_watches
  The system does not let every file be watched ({reason}); some changes are shown after a second ⇒ No change is missed; to see changes at once, raise fs.inotify.max_user_watches on Linux
watch/printing-ended
  打印的程序意外停了 ⇒ 再保存一次就会重新开始；总是这样的，运行 npm run doctor
  The program that prints ended unexpectedly ⇒ It starts again with the next save; if it happens again, run npm run doctor
fix/line
  {file}:{line} 改好了 {code}\\n{change}
  {file}:{line} fixed {code}\\n{change}
fix/done
  改好 {count} 处，{files} 个文件 ⇒ 请看一遍再提交：git diff
  Fixed {count} {count#finding|findings} in {files} {files#file|files} ⇒ Look them over before you commit: git diff
fix/would
  可以改 {count} 处，{files} 个文件；文件没有动 ⇒ 要改就去掉 --dry-run
  {count} {count#finding|findings} in {files} {files#file|files} can be fixed; nothing was written ⇒ Without --dry-run they are fixed
fix/none
  没有能直接改好的问题
  No finding can be fixed automatically
fix/changed
  没有改 {file}：检查以后它又变了 ⇒ 再运行一次
  {file} was not fixed: it changed after it was checked ⇒ Run it again
tidy/would-change
  从这一行起不是规范的写法 ⇒ 运行 npm run tidy 会改好它，内容一个字也不动
  From this line on the file is not in its canonical form ⇒ npm run tidy fixes it without changing a word
tidy/schema
  编辑器里的提示不是照现在的表式写的 ⇒ 运行 npm run tidy 会重新写好
  The schema for editors is not that of the form as it is now ⇒ npm run tidy writes it
tidy/unproven
  没有整理这个文件：整理出来的和原来的意思可能不一样 ⇒ 文件没有动；这是程序的毛病，请把文件发给维护的人
  The file was not tidied: the result might have another meaning ⇒ The file is as it was; this is a bug, please report it
tidy/written
  整理好了 {file}
  Tidied {file}
tidy/done
  看过 {files} 个文件，整理了 {written} 个
  Looked at {files} files, tidied {written}
doctor/node
  Node.js {version}，可以用
  Node.js {version} is supported
doctor/packages
  {count} 个 npm 包都装好了
  All {count} npm packages are installed
doctor/browser#bundled
  浏览器 {version}（随程序安装）：{path}
  Browser {version} (came with the program): {path}
doctor/browser#installed
  浏览器 {version}（这台电脑上装的）：{path}
  Browser {version} (installed on this machine): {path}
doctor/browser#chosen
  浏览器 {version}（指定的）：{path}
  Browser {version} (as asked for): {path}
doctor/fonts
  字体：{names}
  Fonts (字体): {names}
doctor/schemas
  表的结构定义读得出来
  The schemas load
doctor/templates
  模板没有错误：{folder}
  The templates load: {folder}
doctor/projects
  项目文件夹 {folder}：{years} 年，共 {count} 张表，都能读写
  Projects in {folder}: {years}, {count} tables, all readable and writable
doctor/not-usable
  不能读写：{paths} ⇒ 检查权限；正被别的程序占用的，关掉那个程序
  Cannot read and write: {paths} ⇒ Check the permissions, and close programs that have them open
doctor/out
  输出文件夹可以写入：{folder}
  The output folder can be written to: {folder}
doctor/not-a-folder
  {folder} 是文件，不是文件夹 ⇒ 移走它，或者用 --out 换一个文件夹
  {folder} is a file, not a folder ⇒ Move it away, or choose another with --out
doctor/space
  磁盘空间：{path} 还有 {free}
  Disk space: {free} left for {path}
doctor/little-space
  磁盘快满了：{path} 只剩 {free} ⇒ 腾出至少 {needed}
  The disk is nearly full: {free} left for {path} ⇒ Make room for {needed} at least
doctor/office
  LibreOffice：{path}，.doc、.xls 等也能导入
  LibreOffice is {path}: .doc, .xls and others can be imported, too
doctor/office-missing
  没有装 LibreOffice：导入 .doc、.xls、.odt、.ods、.wps、.et 用不了，.docx、.xlsx 和文字不受影响 ⇒ 要导入这些格式的，装上 LibreOffice，或者用 Office、WPS 另存为 .docx、.xlsx
  LibreOffice is not installed: .doc, .xls, .odt, .ods, .wps and .et cannot be imported; .docx, .xlsx and text can ⇒ Install it, or save such files as .docx or .xlsx
doctor/git
  git {version}，仓库在 {root}
  git {version}, the repository is {root}
doctor/git-missing
  没有装 git：对比（diff）用不了，追溯（trace）查不到版本，其他不受影响 ⇒ 需要时从 git-scm.com 安装
  git is not installed: diff does not work and trace cannot name revisions; everything else works ⇒ Install it from git-scm.com when needed
doctor/no-repository
  git {version}；这个文件夹不在仓库里：对比（diff）用不了，追溯（trace）查不到版本，其他不受影响 ⇒ 需要时运行 git init
  git {version}; this folder is not in a repository: diff does not work and trace cannot name revisions; everything else works ⇒ Run git init when needed
`);
