import { messages } from './catalogue.ts';

/** What `import` says: of files, and of what it repaired or doubts. A note of a draft follows its place without a blank. */
export const importMessages = messages(`
import/place#line
  第 {line} 行
  line {line}
import/place#part
  第 {line} 行第 {cell} 格
  line {line}, cell {cell}
import/place#row
  工作表“{sheet}”第 {row} 行
  sheet “{sheet}”, row {row}
import/place#cell
  工作表“{sheet}”{address}
  sheet “{sheet}”, {address}
import/place#paragraph
  第 {paragraph} 段
  paragraph {paragraph}
import/place#table-row
  表格 {table} 第 {row} 行
  table {table}, row {row}
import/place#table-cell
  表格 {table} 第 {row} 行第 {cell} 格
  table {table}, row {row}, cell {cell}
import/place#header
  页眉
  page header
import/place#footer
  页脚
  page footer
import/place#footnote
  脚注
  footnote
import/place#box
  文本框
  text box
import/shifted#sign
  错了 {count} 格，按符号“{sign}”对齐
  slid by {count} {count#cell|cells}; aligned by the sign “{sign}”
import/shifted
  错了 {count} 格，按内容对齐
  slid by {count} {count#cell|cells}; aligned by what the cells say
import/torn
  断成了两行，接成“{text}”
  was broken over two lines; joined to “{text}”
import/goes-on
  没有名称，“{text}”接在“{key}”后面
  has no name; “{text}” was added to “{key}”
import/tags
  去掉了网页的标记，例如 <p>
  had tags of a web page such as <p>, which were left out
import/lost-sign
  符号成了乱码，当作“{sign}”
  the sign was garbled and taken for “{sign}”
import/value
  “{from}”写成了“{to}”
  “{from}” was written as “{to}”
import/level1-found
  没有一级指标，按二级指标“{level2}”归到“{level1}”
  has no 一级指标; “{level2}” belongs to “{level1}”
import/level2-guessed
  “{level1}”下没有写二级指标，猜是“{level2}”
  has no 二级指标 under “{level1}”; “{level2}” is a guess
import/group-guessed
  没有写一级、二级指标，猜是“{level1}”“{level2}”
  has no 一级指标 and 二级指标; “{level1}”, “{level2}” is a guess
import/level-swapped
  “{level2}”写在一级指标一栏，当作“{level1}”下的二级指标
  “{level2}” is in the column of 一级指标; taken for the 二级指标 below “{level1}”
import/follows-guess
  没有写二级指标，跟着上一行归到“{level2}”
  has no 二级指标 and follows the row above into “{level2}”
import/label-empty
  二级指标空着，也没有合并，当作“{level2}”
  its 二级指标 is empty and not merged; taken for “{level2}”
import/label-lost
  二级指标空着，看内容不像“{from}”，归到“{to}”
  its 二级指标 is empty; its words are not of “{from}”, so it was put under “{to}”
import/label-maybe-lost
  二级指标空着，当作“{level2}”；可是表里没有{missing}，会不会是它
  its 二级指标 is empty and taken for “{level2}”; but the table has no {missing}, which it may be
import/unknown-group
  表式里没有“{level1}”下的“{level2}”
  the form has no “{level2}” under “{level1}”
import/misfit
  的“{text}”不像它那一栏的内容
  “{text}” does not look like what is in its column
import/cell-empty
  的“{columns}”空着
  “{columns}” is empty
import/maybe-slid
  前一栏空着，最后一栏有字，会不会错了一格
  has text in the last column and none in the one before; it may have slid
import/no-column
  的“{text}”所在的栏，表式里没有，没有写进来
  “{text}” is in a column that the form does not have and was left out
import/unused
  的“{text}”没有地方放，没有写进来
  there is no place for “{text}”, so it was left out
import/twice
  的“{key}”写了两次，这一个“{text}”没有写进来
  “{key}” is given twice; this one, “{text}”, was left out
import/no-header
  前面没有栏目的标题，按表式的次序读
  has no headings above it; the columns are taken in the order of the form
import/value-unread
  的值“{text}”没有看懂，照抄在这里
  its value “{text}” was not understood and is copied as it is
import/scores-left
  起的表有得分，没有写进来，由程序按计分办法算；原来的是 {scores}
  the table that begins here has points, which were left out and are computed; they were {scores}
import/other-form
  起的表像“{likely}”，这个文件夹的{key}表式是“{form}”，{rows} 行的栏目或分组对不上，是猜的，{count} 格没有地方放，没有写进来：{cells}；要用“{likely}”的，在 booklet.yaml 的“表式”下写“{key}: {likely}”，加 --force 再导入一次，或者用 --into 导入到另一个文件夹
  the table that begins here looks like “{likely}”; to the form of this folder for {key}, “{form}”, the columns or groups of {rows} {rows#row|rows} do not fit and are guesses, and {count} {count#cell|cells} without a place were left out: {cells}. To use “{likely}”, write “{key}: {likely}” below 表式 in booklet.yaml and import it again with --force, or use --into with another folder
import/target-differs
  的目标值，这里是“{written}”，目标表里是“{goal}”
  its target is “{written}” here and “{goal}” in the goals
import/fact-differs
  的“{key}”，这里是“{written}”，目标表里是“{goal}”，没有写进来
  its {key} is “{written}” here and “{goal}” in the goals; it was left out
import/no-goal-row#nearest
  的“{name}”，目标表里没有；会不会是“{nearest}”
  the goals have no “{name}”; perhaps it is “{nearest}”
import/no-goal-row
  的“{name}”，目标表里没有
  the goals have no “{name}”
import/degree
  得分 {score}，满分 {weight}，程度写成了“{degree}”
  has {score} of {weight} points; its 程度 was written as “{degree}”
import/no-goal
  起的表没有同名的目标表“{stem}”，目标值没有比对；先导入目标表，名称不同的，把文件名改成一样
  the table that begins here has no goals called “{stem}”, so that targets were not compared. Import those first, or rename the file
import/no-name
  起的表没有项目名称，文件先叫“{stem}”
  the table that begins here has no 项目名称; its file is called “{stem}”
import/renamed
  的项目名称不能作文件名，文件叫“{stem}”
  its 项目名称 cannot be a file’s name; the file is called “{stem}”
import/other-year
  写着年度 {written}，现在导入到 {year} 年
  says 年度 {written}, and is imported into {year}
import/no-files
  没有写要导入的文件 ⇒ 例如：npm run import -- 目标表.docx
  No file to import is named ⇒ For example: npm run import -- FILE.docx
import/written
  {path} ← {place}起，{rows} 行；改 {repaired} 处，疑 {doubtful} 处
  {path} ← from {place}, {rows} {rows#row|rows}; {repaired} repaired, {doubtful} in doubt
import/drafted
  {path}（没有写）← {place}起，{rows} 行；改 {repaired} 处，疑 {doubtful} 处
  {path} (not written) ← from {place}, {rows} {rows#row|rows}; {repaired} repaired, {doubtful} in doubt
import/repaired
  改
  repaired
import/doubtful
  疑
  in doubt
import/before
  原来
  was
import/after
  现在
  now
import/booklet
  写好了 {file} ⇒ 看看里面的单位对不对
  Wrote {file} ⇒ Look whether its 单位 is right
import/done
  {files} 个文件，写了 {written} 张表、{rows} 行到 {folder}；改 {repaired} 处，疑 {doubtful} 处，{failed} 个文件没有读成 ⇒ 打开写好的文件，对着原来的表看每一处“# 待核对”，看完删掉那行注释，然后运行：npm run check
  {files} {files#file|files}: {written} {written#table|tables} with {rows} rows written to {folder}; {repaired} repaired, {doubtful} in doubt; {failed} {failed#file|files} could not be read ⇒ Look at each “# 待核对” in them beside the original, delete the comment, then run: npm run check
import/done#dry
  {files} 个文件，{tables} 张表、{rows} 行，只看没有写；改 {repaired} 处，疑 {doubtful} 处，{failed} 个文件没有读成
  {files} {files#file|files}, {tables} {tables#table|tables} with {rows} rows, nothing written; {repaired} repaired, {doubtful} in doubt; {failed} {failed#file|files} could not be read
import/done#none
  {files} 个文件，一张表也没有写
  {files} {files#file|files}, no table written
import/encoding
  文字编码是 {encoding}，写出来的是 UTF-8
  the text is encoded in {encoding}; what is written is UTF-8
import/hidden#sheets
  隐藏的工作表没有读：{names} ⇒ 要读的，在表格软件里取消隐藏再存
  hidden sheets were not read: {names} ⇒ Unhide them and save the file to have them read
import/hidden
  工作表“{sheet}”有隐藏的行或列，照样读了：{places}
  sheet “{sheet}” has hidden rows or columns, which were read all the same: {places}
import/formulas
  工作表“{sheet}”有 {count} 格是公式，用的是上次存的结果：{places}
  sheet “{sheet}” has {count} formulas, whose saved results were used: {places}
import/tracked
  有 {count} 处修订，按全部接受读
  {count} tracked changes were read as accepted
import/numbered
  有 {count} 段带自动编号，编号写成了字
  {count} paragraphs are numbered automatically; the numbers were written as text
import/boxes
  有 {count} 个文本框，里面的字也读了
  {count} text boxes were read, too
import/symbols
  有不认识的符号，写成了 �：{symbols}
  unknown symbols were written as �: {symbols}
import/comments
  批注没有读
  comments in the margin were not read
import/converted
  先用 LibreOffice 转成了 .{format}
  was converted to .{format} by LibreOffice first
import/no-table
  工作表“{sheet}”里没有找到绩效表，没有读
  sheet “{sheet}” has no table that is known and was not read
import/no-month
  工作表“{sheet}”是监控表，没有看出是几月的，没有读；在工作表名或文件名里写上，例如“7月”
  sheet “{sheet}” is of monitoring, of an unknown month, and was not read. Name the month, as 7月, in the name of the sheet or file
import/no-month#document
  里面是监控表，没有看出是几月的，没有读；在文件名里写上，例如“7月”
  it is of monitoring, of an unknown month, and was not read. Name the month, as 7月, in the name of the file
import/no-tables
  里面没有找到绩效目标表 ⇒ 表里要有“三级指标”“指标值”这样的栏目标题，和写着“项目名称”的一格
  has no table that is known ⇒ A table has headings such as 三级指标 and 指标值, and a cell that says 项目名称
import/no-office
  这种格式要先转换，这台电脑上没有 LibreOffice ⇒ 用 Office 或 WPS 打开它，另存为 .{format}，再导入；或者装上 LibreOffice
  has a format that LibreOffice converts, which is not installed ⇒ Open it in Office or WPS and save it as .{format}; or install LibreOffice
import/not-converted
  LibreOffice 打不开它 ⇒ 用 Office 或 WPS 打开它，另存为 .{format}，再导入
  cannot be opened by LibreOffice ⇒ Open it in Office or WPS and save it as .{format}
import/empty
  是空的 ⇒ 换一个有内容的文件
  is empty ⇒ Choose a file with something in it
import/missing
  没有这个文件 ⇒ 看看路径写得对不对；名称里有空格的，整个加上引号
  there is no such file ⇒ Check the path; one with blanks goes in quotes
import/encrypted
  加了密码，打不开 ⇒ 在 Office 或 WPS 里去掉密码再存，再导入
  is protected by a password ⇒ Remove the password in Office or WPS and save it
import/pdf
  是 PDF，里面没有格子，不能导入 ⇒ 找它原来的 Word 或 Excel 文件；没有的，用 WPS 把 PDF 转成 Word 再导入
  is a PDF, which has no cells ⇒ Import the Word or Excel file that it was made from
import/not-text
  不是表格、文档，也不是文字 ⇒ 能导入的是 .docx、.xlsx 和用制表符或逗号分开的文字
  is no sheet, document or text ⇒ Files of .docx, .xlsx and text with tabs or commas between its cells can be imported
import/other-package
  是压缩文件，里面不是 Word 或 Excel 的内容 ⇒ 先解压，再导入里面的文件
  is an archive without a document or workbook ⇒ Unpack it and import what is in it
import/damaged
  坏了，或者没有下载完整 ⇒ 重新下载；能用 Office 或 WPS 打开的，另存一份再导入
  is damaged or was cut short ⇒ Fetch it again; if Office or WPS can open it, save it again
import/doctype
  里面有 Office 不会写的定义（DOCTYPE），没有读 ⇒ 用 Office 或 WPS 打开它，另存一份再导入
  has definitions (DOCTYPE) that no office program writes ⇒ Save it again in Office or WPS
import/too-deep
  里面一层套一层，太深了，没有读 ⇒ 表格不要套在表格里；另存一份再导入
  is nested too deeply ⇒ Do not put tables within tables
import/too-large
  超过了 {limit} MB，没有读 ⇒ 去掉图片，或者分成几个文件
  is larger than {limit} MB ⇒ Remove pictures, or divide it
import/too-large#unpacked
  解开以后超过了 {limit} MB，没有读 ⇒ 把用不着的行和列删掉，或者分成几个文件
  is larger than {limit} MB once unpacked ⇒ Delete what is not needed, or divide it
import/too-many#sheets
  工作表超过 {limit} 个，没有读 ⇒ 分成几个文件
  has more than {limit} sheets ⇒ Divide it
import/too-many#rows
  行数超过 {limit}，没有读 ⇒ 分成几个文件
  has more than {limit} rows ⇒ Divide it
import/too-many#columns
  列数超过 {limit}，没有读 ⇒ 把用不着的列删掉
  has more than {limit} columns ⇒ Delete what is not needed
import/too-many#cells
  有字的格子超过 {limit} 个，没有读 ⇒ 分成几个文件
  has more than {limit} cells ⇒ Divide it
import/too-many#elements
  内容太多，没有读 ⇒ 分成几个文件
  has too much in it ⇒ Divide it
import/too-long
  有一格超过 {limit} 个字，没有读 ⇒ 看看是不是把整篇文章粘进了一格
  has a cell of more than {limit} characters ⇒ Look whether a whole text was pasted into it
import/exists
  {file} 已经有了，没有动它，这份文件里的表一张也没有写 ⇒ 要覆盖的，加 --force
  {file} exists and was not touched; no table of this file was written ⇒ Add --force to replace it
import/same-name
  有两张表都叫“{stem}”，这份文件里的表一张也没有写 ⇒ 在原来的文件里把它们的项目名称分开
  has two tables called “{stem}”; none of its tables was written ⇒ Give them different names
import/same-name#file
  里的“{stem}”已经从 {file} 写过了，这份文件里的表一张也没有写 ⇒ 是同一张表的，留着写好的就行；不是的，把项目名称分开，再单独导入这份文件
  has “{stem}”, which was written from {file}; none of its tables was written ⇒ If it is the same table, nothing is left to do; if not, give it another name and import this file by itself
import/too-slow
  读了 {seconds} 秒还没有读完，停下了 ⇒ 分成几个文件，或者另存为 .docx、.xlsx 再导入
  took more than {seconds} s to read ⇒ Divide it, or save it as .docx or .xlsx
import/ended
  读到一半，读它的程序停了 ⇒ 在命令行里试试：npm run import -- 文件
  could not be read: the process that read it ended ⇒ Try it on the command line: npm run import -- FILE
import/too-many#tables
  里面的表太多，在页上看不过来 ⇒ 分成几个文件，或者在命令行里导入：npm run import -- 文件
  has more tables than can be reviewed on a page ⇒ Divide it, or import it on the command line: npm run import -- FILE
import/busy
  正在读另一个文件 ⇒ 等它读完，再放一次
  Another file is being read ⇒ Wait for it and drop this one again
import/other-review
  这一份的草稿不在了：后来又放了别的文件，或者程序重新开始过 ⇒ 把这个文件再放一次
  These drafts are gone: another file was dropped since, or the program was started again ⇒ Drop this file again
`);
