import { messages } from './catalogue.ts';

/** The machine's trouble in reading, rendering and writing; the browser's and the printer's own are beside. */
export const machineMessages = messages(`
sources/no-folder
  找不到文件夹 {folder} ⇒ 在项目所在的文件夹里运行，或者用 --projects 指出它在哪里
  There is no folder {folder} ⇒ Run in the project’s folder, or name it with --projects
sources/not-a-folder
  {folder} 不是文件夹 ⇒ --projects 后面写放各年度文件夹的那个文件夹
  {folder} is no folder ⇒ --projects takes the folder that holds the years
sources/no-years
  {folder} 里没有年度文件夹 ⇒ 项目文件放在“{folder}/四位年度/”下面，例如 projects/2022/项目名称.yaml
  There is no year folder in {folder} ⇒ Sources are in a folder named by the year, e.g. projects/2022/
sources/no-years#stray
  {folder} 里没有年度文件夹，{file} 没有读 ⇒ 年度文件夹的名字是四位数字，例如 {folder}/2022；把项目文件放到里面，文件名以 .yaml 结尾
  There is no year folder in {folder}; {file} is not read ⇒ A year folder is named by four digits, for example {folder}/2022; put the sources there, named *.yaml
sources/no-such-year
  {folder} 里没有 {year} 年的文件夹 ⇒ 检查 --year 后面的年度
  There is no folder {year} in {folder} ⇒ Look at --year
sources/no-projects
  {folder} 里没有项目文件 ⇒ 新建一张：npm run new -- 项目名称 --year 年度；带去年的全部：npm run new -- --year 年度 --from-year 去年
  There is no project in {folder} ⇒ A new one: npm run new -- NAME --year YEAR; all of another year: npm run new -- --year YEAR --from-year OTHER
sources/no-projects#stray
  {folder} 里没有项目文件，{file} 没有读 ⇒ 项目文件放在 {folder} 下，文件名以 .yaml 结尾
  There is no project in {folder}; {file} is not read ⇒ Sources belong directly in {folder}, and their names end in .yaml
sources/nothing-here
  “{path}”里没有年度文件夹，没有读到项目文件 ⇒ 写一个项目文件、一个年度文件夹，或者放各年度的文件夹，例如 projects；不写路径就是全部
  There is no year folder in “{path}”; nothing was read ⇒ Name a source, a year folder, or the folder of the years, for example projects; without a path all is read
sources/nothing-here#office
  “{path}”里没有 booklet.yaml，不是单位的文件夹，没有读到项目文件 ⇒ 写一个单位的文件夹，或者在里面建 booklet.yaml
  There is no booklet.yaml in “{path}”: it is not an office’s folder, and nothing was read ⇒ Name an office’s folder, or give it a booklet.yaml
usage/shard-paths
  --shard 分的是全部，后面不能再写路径 ⇒ 去掉路径，或者去掉 --shard
  --shard is a part of everything and takes no path ⇒ Remove the path, or --shard
merge/no-folder
  没有写要合的文件夹 ⇒ npm run merge -- 第一份的文件夹 第二份的文件夹 ……
  No folder to join is named ⇒ npm run merge -- DIR-OF-PART-1 DIR-OF-PART-2 …
merge/no-shard
  “{path}”不是 build --shard 或 check --shard 做的一份，或者与别的不是一种 ⇒ 写 --shard 那一次的 --out 那个文件夹；打印的和检查的分开合
  “{path}” is no part that build --shard or check --shard made, or of another kind than the others ⇒ Name the folder that --out named beside --shard; what build and what check made are joined apart
merge/into-itself
  “{path}”是要合的一份，不能又是合到的地方 ⇒ 用 --out 写另一个文件夹
  “{path}” is one of the parts; the result cannot go there ⇒ Name another folder with --out
merge/other-count
  “{path}”是 {count} 份里的一份，“{other}”是 {others} 份里的 ⇒ 用同一个份数重新做
  “{path}” is one of {count} parts, “{other}” one of {others} ⇒ Make them again with one number of parts
merge/doubled
  第 {index} 份有两个：“{path}”和“{other}” ⇒ 去掉一个
  Part {index} is there twice: “{path}” and “{other}” ⇒ Remove one of them
merge/missing
  {count} 份里少了第 {missing} 份 ⇒ 看那一台机器是不是没有做完；做完再合
  Of {count} parts these are missing: {missing} ⇒ See whether their machines have finished, then join
merge/other-program
  “{path}”和“{other}”不是同一个浏览器、程序或模板做的 ⇒ 用同一个版本重新做其中一份
  “{path}” and “{other}” were not made by the same browser, program or templates ⇒ Make one of them again with the same version
merge/other-settings
  “{path}”和“{other}”的选项（--also、--year、--strict）或 SOURCE_DATE_EPOCH 不同 ⇒ 用同样的选项重新做其中一份
  “{path}” and “{other}” differ in their options (--also, --year, --strict) or in SOURCE_DATE_EPOCH ⇒ Make one of them again with the same options
merge/conflict
  {file} 在“{path}”和“{other}”里不一样 ⇒ 这几份不是按同一个版本的项目文件做的；重新做
  {file} differs in “{path}” and “{other}” ⇒ They were not made from the same sources; make them again
merge/changed
  {file} 与做好时不一样（或者不见了） ⇒ 可能没有传完，或者被改过；重新传，或者重新做“{path}”
  {file} is not what was written there (or is gone) ⇒ It was not copied whole, or was changed; copy “{path}” again, or make it again
merge/table-missing
  有 {count} 个文件哪一份里也没有，例如 {file} ⇒ 这几份做好以后又加了文件，或者各份只做了一个年度；按现在的项目文件重新做
  {count} files are in no part, for example {file} ⇒ They were added since, or the parts are of one year only; make the parts again from the present sources
merge/other-revision
  有 {count} 个文件和做各份的时候不一样，例如 {file} ⇒ 各份要按同一个版本做；把项目文件换回那个版本，或者重新做
  {count} files are not as they were when the parts were made, for example {file} ⇒ All parts have to be of one revision: check that one out, or make them again
merge/other-revision#office
  有 {count} 个单位不是按现在的项目文件检查的，例如 {file} ⇒ 各份要按同一个版本检查；把项目文件换回那个版本，或者重新检查
  {count} offices were not checked as their sources are now, for example {file} ⇒ All parts have to be of one revision: check that one out, or check them again
merge/compared
  {count} 份合起来比较过了：上面列的是跨单位的问题；各份里已经报过的只计数
  The {count} parts were compared: what is listed is found between offices; what each part reported is only counted
sources/no-office
  “{path}”所在的文件夹里没有 booklet.yaml，没有读 ⇒ 在 {folder} 里建 booklet.yaml，或者把文件移到年度或单位的文件夹里
  The folder of “{path}” has no booklet.yaml; it is not read ⇒ Give {folder} a booklet.yaml, or move the file into the folder of a year or an office
sources/not-a-source
  “{path}”不是项目文件：文件名要以 .yaml 结尾 ⇒ 是项目文件的，改名；不是的，不要写在这里
  “{path}” is not a source: its name must end in .yaml ⇒ Rename it if it is one, or leave it out
sources/other-year
  “{path}”不在 --year 写的 {year} 年里 ⇒ 去掉 --year，或者换一个路径
  “{path}” is not of the year {year} that --year names ⇒ Remove --year, or name another path
sources/empty-path
  路径是空的 ⇒ 脚本里的变量可能没有值；不写路径就是全部
  A path is empty ⇒ A variable of a script may have no value; without a path all is read
sources/link
  {path} 是一个指向别处的链接，为了安全不读取 ⇒ 把文件夹本身放到这里，或者写它真正的位置
  {path} is a link to somewhere else; it is not read, for safety ⇒ Put the folder itself here, or name its real place
sources/no-such-path
  找不到 {path} ⇒ 检查路径；有空格的路径要加引号
  There is no {path} ⇒ Look at the path; one with blanks needs quotes
sources/unreadable
  读不了 {path} ⇒ 检查这个文件夹的权限
  Cannot read {path} ⇒ Look at its permissions
sources/garbled
  文件夹 {path} 的名字是乱码（不是 UTF-8），打不开 ⇒ 把文件夹改名
  The name of the folder {path} is not UTF-8; it cannot be opened ⇒ Rename the folder
sources/is-folder
  {path} 是一个文件夹 ⇒ 写出里面一个文件的名字
  {path} is a folder ⇒ Name a file in it
schema/broken
  {file} 不是有效的 JSON Schema：{reason} ⇒ 从 git 取回上一版，或者改正它
  {file} is not a valid JSON Schema: {reason} ⇒ Take the last version from git, or fix it
schema/missing
  找不到 {file} ⇒ 从 git 取回它
  There is no {file} ⇒ Take it from git
template/no-folder
  找不到模板文件夹 {folder} ⇒ 检查 --templates 后面的路径
  The templates folder {folder} does not exist ⇒ Check --templates
template/nothing
  {folder} 里没有模板，也没有表式 ⇒ 检查 --templates 后面的路径；里面放改过的 .hbs，或者 {known} 这几个文件夹里改过的文件
  {folder} has neither templates nor forms ⇒ Look at --templates; it holds the .hbs files that you changed, and those in {known}
template/unknown-page
  没有用 {file} 的地方，它不会印出来 ⇒ 检查文件名；可以有：{known}
  Nothing is printed with {file} ⇒ Look at its name; there are: {known}
template/no-form
  没有 {form} 这个表式，{file} 不会印出来 ⇒ 让模板和它的表式同名，或者删掉它
  There is no form {form}, so nothing is printed with {file} ⇒ Name the template after its form, or remove it
template/missing
  模板文件夹里没有 {file} ⇒ 从 git 取回它
  There is no template {file} ⇒ Take it from git
template/unreadable
  读不了模板 {file} ⇒ 检查它是不是文件，有没有权限
  Cannot read the template {file} ⇒ Is it a file, and readable?
template/syntax
  模板 {file} 第 {line} 行写法有误：“{piece}” ⇒ 检查这里的 {{ }}、{{#if}} 和 {{/if}} 是否成对
  Template {file}, line {line} is badly written: “{piece}” ⇒ Do {{ }}, {{#if}} and {{/if}} match here?
template/unknown-name
  模板 {file} 第 {line} 行第 {column} 列：没有“{name}”这个名字 ⇒ 可用的名字和例子见 src/document/sample.ts，类型见 views.ts
  Template {file}:{line}:{column}: there is no name “{name}” ⇒ The names and examples are in src/document/sample.ts, their types in views.ts
template/not-a-list
  模板 {file} 第 {line} 行第 {column} 列：{{#each}} 后面的“{name}”不是列表 ⇒ 可用的名字和例子见 src/document/sample.ts，类型见 views.ts
  Template {file}:{line}:{column}: {{#each}} over “{name}”, which is no list ⇒ The names and examples are in src/document/sample.ts, their types in views.ts
template/unknown-helper
  模板 {file} 第 {line} 行第 {column} 列：没有“{name}”这个指令 ⇒ 模板里只用 #if、#unless、#each、#with 和 >
  Template {file}:{line}:{column}: there is no helper “{name}” ⇒ Templates use #if, #unless, #each, #with and > only
template/unknown-partial
  模板 {file} 第 {line} 行第 {column} 列：partials 里没有“{name}” ⇒ 检查名字，或者补上 partials/{name}.hbs
  Template {file}:{line}:{column}: there is no partial “{name}” ⇒ Look at the name, or add partials/{name}.hbs
template/endless-partial
  模板 {file} 第 {line} 行第 {column} 列：“{name}”套用了自己，没有尽头 ⇒ 去掉这个循环
  Template {file}:{line}:{column}: “{name}” includes itself without end ⇒ Break the circle
template/unescaped
  模板 {file} 第 {line} 行第 {column} 列：不能用三个花括号输出“{name}” ⇒ 用两个花括号；内容里的 < 和 & 才会照原样打印
  Template {file}:{line}:{column}: “{name}” must not be printed with triple braces ⇒ Use two braces, so that < and & print as they are
out/other-root
  {out} 里是 {other} 的打印结果，没有把 {root} 的写进去，什么也没有动 ⇒ 用 --out 给 {root} 另外一个文件夹；{other} 的不要了，或者文件夹改了名、移了位置，先把 {out} 删掉
  {out} holds the outputs of {other}; those of {root} were not written, and nothing was touched ⇒ Give {root} another folder with --out; if those of {other} are not needed, or it was renamed or moved, delete {out} first
out/in-sources
  --out 写的 {out} 是放项目文件的地方，打印好的会和它们混在一起，什么也没有写 ⇒ 换一个文件夹，例如 --out out
  {out} is where the sources are; outputs would be among them, and nothing was written ⇒ Give another folder, such as --out out
out/two-roots
  {root} 和 {other} 是两个单位的文件夹，不能写到同一个地方，什么也没有写 ⇒ 一个一个地运行，各用一个 --out
  {root} and {other} are two folders of years and cannot share one output folder; nothing was written ⇒ Run the command once for each, each with an --out of its own
machine/temporary
  临时文件夹 {path} 用不了（{reason}） ⇒ 把环境变量 TMPDIR（Windows 上是 TEMP）设为一个能写的文件夹，或者去掉它
  The temporary folder {path} cannot be used ({reason}) ⇒ Set TMPDIR (TEMP on Windows) to a folder that can be written to, or remove it
out/not-writable
  写不了 {path}：没有权限 ⇒ 关掉正在打开它的程序，检查文件夹权限，或者换一个文件夹
  Cannot write {path}: not permitted ⇒ Close the program that has it open, look at the permissions, or choose another folder
out/disk-full
  磁盘满了，写不下 {path}；已有的文件都没有动 ⇒ 腾出空间再运行一次
  The disk is full; {path} was not written and older files are as they were ⇒ Make room and run again
out/is-folder
  写不了 {path}：已经有一个同名的文件夹 ⇒ 把这个文件夹移走或者改名，再运行一次
  Cannot write {path}: a folder has this name ⇒ Move or rename that folder and run again
out/is-link
  {path} 是一个链接，不往里写 ⇒ 删掉这个链接；想写到它指向的地方，就用 --out 写出那个文件夹本身
  {path} is a link; nothing is written through it ⇒ Remove the link, or name the folder that it leads to with --out
out/file-in-way
  写不了 {path}：要放文件夹的地方有一个同名的文件 ⇒ 把那个文件移走或者改名，或者换一个文件夹
  Cannot write {path}: a file is where a folder is to be ⇒ Move or rename that file, or choose another folder
out/part-changed
  打印好的页面 {path} 在装订前被改动或删除了 ⇒ 如果另一个程序正在用同一个输出文件夹，等它结束，再运行一次
  The printed pages of {path} were changed or removed before they could be bound ⇒ If another program uses the same output folder, wait until it ends and run this again
out/no-folder
  写不了 {path}：它的文件夹不在了，或者那里不能建文件夹 ⇒ 看看文件夹有没有被移走、磁盘有没有断开，或者换一个文件夹，再运行一次
  Cannot write {path}: its folder is gone, or none can be made there ⇒ Was the folder moved, or the disk disconnected? Run again, or choose another folder
out/name-too-long
  写不了 {path}：名字太长 ⇒ 换一个短些的名字或者文件夹
  Cannot write {path}: the name is too long ⇒ Choose a shorter name or folder
out/failed
  写不了 {path}（{reason}） ⇒ 检查这个位置，或者换一个文件夹
  Cannot write {path} ({reason}) ⇒ Look at that place, or choose another folder
stdout/not-written
  结果没有写完（{reason}） ⇒ 输出转到文件的，看看磁盘是不是满了，再运行一次
  What was asked for could not be put out ({reason}) ⇒ If it goes to a file, make room on the disk and run again
print/fonts
  浏览器没能装入字体 ⇒ 运行 npm ci 重新安装，再试一次
  The browser could not load the fonts ⇒ Install again with npm ci
print/page-crashed
  浏览器的页面两次崩溃，打印没有完成 ⇒ 关掉占内存的程序再运行一次；已打印的不会重做
  The browser’s page crashed twice; printing is not complete ⇒ Free some memory and run again; what is printed is kept
print/browser-gone
  浏览器两次意外退出，打印没有完成 ⇒ 再运行一次，已打印的不会重做；仍然如此时用 --browser 换一个浏览器
  The browser went away twice; printing is not complete ⇒ Run again, what is printed is kept; or choose another with --browser
print/no-answer
  浏览器两次没有回应，打印没有完成 ⇒ 再运行一次，已打印的不会重做；仍然如此时重启电脑，或者用 --browser 换一个浏览器
  The browser did not answer twice; printing is not complete ⇒ Run again, what is printed is kept; or choose another browser with --browser
print/failed
  浏览器两次都没能生成 PDF，多半是内存不够 ⇒ 关掉占内存的程序再运行一次；已打印的不会重做
  The browser failed to make a PDF twice, probably for want of memory ⇒ Free some memory and run again; what is printed is kept
print/reached-out
  正在打印的页面想离开或读取别处的内容 {url}，已经停下 ⇒ 检查模板和样式：页面只能用自己的内容
  The page being printed reached out to {url}; stopped ⇒ Look at the templates and styles: a page may use its own content only
print/not-paged
  {name} 排不成页：{reason} ⇒ 多半是模板或样式改坏了：看看 templates 里刚改的地方，或者运行 git diff templates
  The pages of {name} cannot be made: {reason} ⇒ A template or a style is probably broken: look at what was changed in templates, e.g. with git diff templates
print/page-count
  “{name}”排出 {expected} 页，打印出 {found} 页，没有写入 ⇒ 检查样式里的页面尺寸，或者模板里多出来的内容
  “{name}” has {expected} pages but printed {found}; nothing was written ⇒ Look at the page size in the styles
print/page-number
  “{name}”里印的页码 {printed} 与链接到的页 {found} 不一致（{target}），没有写入 ⇒ 检查模板里的页码和链接
  “{name}” prints page {printed} where the link leads to {found} ({target}); nothing was written ⇒ Look at the page numbers and links in the templates
print/alien-font
  “{name}”里用到了别的字体 {font}，没有写入 ⇒ 检查样式里的 font-family：只用程序自带的两种字体
  “{name}” uses another font, {font}; nothing was written ⇒ Look at font-family in the styles: use the program’s two fonts only
usage/unknown-command
  没有“{name}”这个命令 ⇒ 可用的命令：{known}；加 --help 看说明
  There is no command “{name}” ⇒ Commands: {known}; add --help
usage/unknown-command#nearest
  没有“{name}”这个命令；是不是 {nearest}？ ⇒ 可用的命令：{known}；加 --help 看说明
  There is no command “{name}”; did you mean {nearest}? ⇒ Commands: {known}; add --help
usage/value
  {option} 不能是“{value}” ⇒ 可以写：{allowed}
  {option} cannot be “{value}” ⇒ Allowed: {allowed}
usage/epoch
  环境变量 SOURCE_DATE_EPOCH 不是秒数：“{value}” ⇒ 写从 1970 年起的秒数，或者去掉它
  SOURCE_DATE_EPOCH is not a number of seconds: “{value}” ⇒ Give seconds since 1970, or remove it
fonts/missing
  缺少字体包 {package}。 ⇒ 在项目文件夹里运行 npm ci，把依赖重新装好。
  The font package {package} is missing. ⇒ Run npm ci in the project folder.
fonts/unreadable
  字体文件读不出来：{path} ⇒ 文件可能已损坏；在项目文件夹里运行 npm ci，把依赖重新装好。
  The font file cannot be read: {path} ⇒ It may be damaged; run npm ci in the project folder.
`);
