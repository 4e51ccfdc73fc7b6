import { messages } from './catalogue.ts';

/** Files that cannot be read, or are not. */
export const sourceMessages = messages(`
file/failed
  程序处理这个文件时出了毛病，它没有查完：{reason} ⇒ 这是程序的毛病，请把这句话和文件发给维护程序的人；其他文件照常处理
  The program failed at this file, which is not checked to the end: {reason} ⇒ This is a fault of the program; please report it with the file. The other files are done all the same
file/too-large
  文件超过 256 KB，不像是一张绩效目标表 ⇒ 一张表通常只有几 KB；请检查是不是放错了文件
  The file is over 256 KB; no performance table is ⇒ A table has a few KB; is this the right file?
file/not-utf8
  文件不是 UTF-8 编码 ⇒ 用 VS Code 打开，点右下角的编码名称，选“通过编码重新打开”，再选“通过编码保存”→ UTF-8
  The file is not UTF-8 ⇒ In VS Code click the encoding at the lower right, reopen with the right encoding, then save with UTF-8
file/not-utf8#gbk
  文件不是 UTF-8 编码，看起来是 GBK（记事本的 ANSI） ⇒ 用 VS Code 打开，点右下角的编码名称，选“通过编码重新打开”→ GB 18030，再选“通过编码保存”→ UTF-8
  The file is not UTF-8; it looks like GBK (ANSI in Notepad) ⇒ In VS Code click the encoding at the lower right, reopen with GB 18030, then save with UTF-8
file/not-utf8#utf16
  文件是 UTF-16（记事本的 Unicode）编码，不是 UTF-8 ⇒ 在记事本里“另存为”，编码选 UTF-8
  The file is UTF-16, not UTF-8 ⇒ Save it again with the encoding UTF-8
file/not-utf8#spoilt
  第 {line} 行有损坏的字，读不出来 ⇒ 从 git 取回上一版，或者在编辑器里重新输入这一行再保存为 UTF-8
  Line {line} has bytes that are not text ⇒ Take the last version from git, or type the line again
file/not-text
  这不是文本文件，像是改了名字的文档或电子表格 ⇒ 从另一个项目的文件复制一份，把内容填进去
  This is no text file but a document that was renamed ⇒ Copy another project’s file and fill it in
file/name-characters
  文件名里有看不见的字符、控制字符或乱码，不读取 ⇒ 把文件改名为项目名称
  The file’s name holds invisible or control characters, or is not UTF-8; it is not read ⇒ Rename it after the project
file/nul
  第 {line} 行有空字符（NUL），这不是文本文件 ⇒ 从 git 取回上一版，或者在编辑器里重新保存为 UTF-8 文本
  Line {line} holds NUL characters; this is no text file ⇒ Take the last version from git, or save it again as UTF-8 text
file/link
  这是一个指向别处的链接，不是文件；为了安全不读取 ⇒ 把文件本身放到这里
  This is a link to somewhere else; it is not read, for safety ⇒ Put the file itself here
file/not-a-file
  名字以 .yaml 结尾，却不是文件 ⇒ 把这个文件夹改名或移走
  The name ends in .yaml but it is no file ⇒ Rename the folder or move it away
file/gone
  文件刚刚被移走，没有读到 ⇒ 如果是改名，再运行一次就好
  The file was moved away while it was read ⇒ Run again
file/yml
  文件名要以 .yaml 结尾 ⇒ 把 .yml 改成 .yaml
  The name must end in .yaml ⇒ Rename .yml to .yaml
file/ignored#name
  文件名不是以 .yaml 结尾，没有读 ⇒ 是项目文件的，改名为“{name}”；不是的，移到别处
  The name does not end in .yaml; the file is not read ⇒ If it is a source, rename it to “{name}”; if not, move it elsewhere
file/ignored#above
  这个文件不在年度文件夹里，没有读 ⇒ 移到它那一年的文件夹里（名字是四位数字，例如 2022）；不要了的，移到别处
  The file is in no year folder; it is not read ⇒ Move it into the folder of its year (four digits, for example 2022), or elsewhere
file/ignored#year
  文件夹“{folder}”不是四位数字的年度，里面的文件没有读 ⇒ 把文件夹改名为 {year}，或者把文件移到 {year}
  The folder “{folder}” is not a year of four digits; the files in it are not read ⇒ Rename it to {year}, or move the files into {year}
file/ignored#no-year
  文件夹“{folder}”不是年度，里面的文件没有读 ⇒ 移到年度文件夹里（名字是四位数字，例如 2022）；不要了的，移到别处
  The folder “{folder}” is not a year; the files in it are not read ⇒ Move them into a year folder (four digits, for example 2022), or elsewhere
file/ignored#below
  这个文件所在的文件夹里没有 booklet.yaml，没有读 ⇒ 是一个单位的，在这个文件夹里建 booklet.yaml；不是的，移到年度文件夹 {folder} 里；不要了的，移到别处
  The file is in a folder without a booklet.yaml; it is not read ⇒ If the folder is an office, give it a booklet.yaml; if not, move the file into the year folder {folder}, or elsewhere
file/ignored#nearly-booklet
  文件名不是 booklet.yaml，所以这个文件夹不是单位，里面的文件都没有读 ⇒ 改名为 booklet.yaml，全部小写
  The file is not called booklet.yaml, so the folder is no office and nothing in it is read ⇒ Call it booklet.yaml, in lower case
file/ignored#link
  这是一个指向别处的链接，没有读 ⇒ 把文件或文件夹本身放到这里，或者删掉链接
  This is a link to somewhere else; it is not read ⇒ Put the file or folder itself here, or remove the link
file/ignored#unreadable
  这个文件夹打不开，里面的文件没有读 ⇒ 检查它的权限
  This folder cannot be opened; the files in it are not read ⇒ Look at its permissions
file/ignored#many
  这里的文件超过 {most} 个，没有全部看过 ⇒ 把与项目文件无关的文件夹移到别处
  There are more than {most} files here; not all were looked at ⇒ Move folders elsewhere that hold no sources
file/same-name#folder
  文件夹名与 {other} 看起来一样（只有大小写或字符的编码方式不同），在别的电脑上会成为一个文件夹；里面的文件没有读 ⇒ 改掉其中一个文件夹名
  The folder’s name looks like {other} (only case, or the way its characters are encoded, differs); on other systems they would be one folder. Its files are not read ⇒ Rename one of them
report/and-more
  这个文件还有 {count} 条没有列出：{errors} 个错误，{warnings} 个警告，{suggestions} 条建议 ⇒ 先改好列出来的，再检查一次
  {count} more findings of this file are not listed: {errors} errors, {warnings} warnings, {suggestions} suggestions ⇒ Fix those that are and check again
booklet/missing
  {year} 年没有 booklet.yaml，汇编用默认标题，没有单位 ⇒ 新建 booklet.yaml，写上标题、单位、年度
  There is no booklet.yaml for {year}; the booklet gets a plain title and no office ⇒ Add one with 标题, 单位 and 年度
booklet/unknown-check
  没有“{code}”这个检查，或者它的级别不能改 ⇒ 检查的代码见每条信息的末尾
  There is no check “{code}”, or its level cannot be changed ⇒ The codes are at the end of each message
file/ignored#results-booklet
  自评、监控的文件夹不用 booklet.yaml，没有读 ⇒ 删掉；标题、单位在目标表那里的 booklet.yaml 里写
  Folders of results have no booklet.yaml; it is not read ⇒ Remove it; that of the goals is used
file/ignored#in-evaluation
  “自评”里面不再分文件夹，“{inside}”里的文件没有读 ⇒ 结果文件直接放在“自评”里；“{inside}”是单位的，放到这个单位自己的“自评”里
  自评 has no folders in it; the files in “{inside}” are not read ⇒ Results are in 自评 itself; those of an office are in that office’s own 自评
file/ignored#monitoring
  监控按月份放，这个文件不在月份的文件夹里，没有读 ⇒ 移到例如“监控/7月”里
  监控 has a folder for each month, and the file is in none; it is not read ⇒ Move it into “监控/7月”, for example
file/ignored#near-results
  结果只在“自评”和“监控/7月”这样的文件夹里读，“{inside}”里的文件没有读 ⇒ 把文件夹改名为“{month}”
  Results are in folders like 自评 and 监控/7月; the files in “{inside}” are not read ⇒ Rename the folder to “{month}”
file/ignored#month
  “{inside}”不是月份的写法，里面的文件没有读 ⇒ 把文件夹改名为“{month}”
  “{inside}” is not how a month is written; the files in it are not read ⇒ Rename the folder to “{month}”
file/ignored#no-month
  “{inside}”不是月份，里面的文件没有读 ⇒ 监控的文件夹是 1月 到 12月，例如“监控/7月”
  “{inside}” is no month; the files in it are not read ⇒ 监控 has folders 1月 to 12月
file/ignored#in-month
  月份里面不再分文件夹，这个文件没有读 ⇒ 移到月份的文件夹里
  A month has no folders in it; the file is not read ⇒ Move it into the folder of the month
silence/no-reason
  “忽略”没有写理由 ⇒ 在代码后面写冒号和理由，例如“# 忽略 text/blank：原文如此”
  This 忽略 gives no reason ⇒ Write a colon and the reason behind the code, for example “# 忽略 text/blank：原文如此”
silence/unused
  这里没有“{code}”的问题，不用忽略 ⇒ 删掉它；放错了行的，移到有问题的那一行上面
  There is no “{code}” here to silence ⇒ Remove it, or move it to the line above the finding
silence/unknown
  没有“{code}”这个检查 ⇒ 检查的代码见每条信息的末尾
  There is no check “{code}” ⇒ The codes are at the end of each message
silence/unknown#fixed
  “{code}”不能忽略 ⇒ 这样的错误要改掉，不然表报不上去
  “{code}” cannot be silenced ⇒ Correct it; the table cannot be filed otherwise
silence/unknown#none
  “忽略”后面没有写检查的代码 ⇒ 例如“# 忽略 text/blank：原文如此”，代码见每条信息的末尾
  This 忽略 names no check ⇒ For example “# 忽略 text/blank：原文如此”; the codes are at the end of each message
`);
