import { messages } from './catalogue.ts';

/** What is read and is not as the form wants it, but for values, and what is far too much of it. */
export const schemaMessages = messages(`
date/shape#corrected
  日期“{text}”的写法不对 ⇒ 写成“{corrected}”
  The date “{text}” is not written right ⇒ Write “{corrected}”
date/year-shape#corrected
  年度“{text}”的写法不对 ⇒ 写成“{corrected}”
  The year “{text}” is not written right ⇒ Write “{corrected}”
schema/unknown-key
  没有“{key}”这一项 ⇒ 这里可以写：{known}
  There is no key “{key}” ⇒ Known here: {known}
schema/unknown-key#nearest
  ⇒ 是不是“{nearest}”？
  ⇒ Did you mean “{nearest}”?
schema/unknown-key#code
  这里不能写“{key}” ⇒ 左边只写检查的代码，代码见每条信息的末尾
  “{key}” cannot be here ⇒ Only codes of checks; they are at the end of each message
schema/misplaced
  “{key}”放错了地方 ⇒ 它应该写在“{parent}”下面，缩进两个空格
  “{key}” is in the wrong place ⇒ It belongs under “{parent}”, indented by two spaces
schema/misplaced#top
  ⇒ 它应该写在最左边，前面不空格
  ⇒ It belongs at the left margin
schema/misplaced#row
  ⇒ 它属于某一行指标：写在那一行“- 三级指标: ……”的下面，与“三级指标”左对齐
  ⇒ It belongs to a row: below its “- 三级指标: …”, aligned with 三级指标
schema/and-more
  从这里起还有 {count} 处错误没有列出 ⇒ 先改好上面的，再检查一次
  From here on {count} more mistakes are not listed ⇒ Fix those above and check again
schema/missing-key
  缺少“{key}” ⇒ 补上一行“{key}: ……”
  “{key}” is missing ⇒ Add a line “{key}: …”
schema/empty
  “{key}”没有内容 ⇒ 填上内容；暂时没有的可选项请整行删掉
  “{key}” is empty ⇒ Fill it in, or remove the line if it is optional
schema/too-long
  “{key}”超过 {limit} 个字 ⇒ 缩短它
  “{key}” is longer than {limit} characters ⇒ Shorten it
schema/type#text
  “{key}”应该是一段文字 ⇒ 内容直接写在“{key}: ”后面；下面不要再分项
  “{key}” should be a text ⇒ Write “{key}: text”
schema/type#object
  “{key}”下面应该分项写，每项是“名称: 内容” ⇒ 在下一行缩进两个空格，写下一级的名称
  “{key}” should hold keys ⇒ Indent two spaces and write the keys of the next level
schema/type#block
  “{key}”下面应该分项写：{keys} ⇒ 在下一行缩进两个空格，写“{example}: ……”，一项一行
  “{key}” should hold {keys} ⇒ Indent two spaces and write “{example}: ……”, each on its line
schema/type#dash
  “{key}”下面直接写名称，前面不要“- ” ⇒ 只有每一行三级指标前面才写“- ”
  The keys under “{key}” have no “- ” ⇒ Only rows begin with “- ”
schema/type#array
  “{key}”下面应该是一行一行的列表，每行以“- ”开头 ⇒ 下一行缩进两个空格，写“{corrected}”；没有内容就把整项删掉
  “{key}” should be a list, each row beginning with “- ” ⇒ Indent the next line by two spaces and write “{corrected}”, or remove the key
schema/not-allowed
  “{key}”不能写“{text}” ⇒ 可以写：{allowed}
  “{key}” cannot be “{text}” ⇒ Allowed: {allowed}
schema/not-allowed#nearest
  “{key}”不能写“{text}”；是不是“{nearest}”？ ⇒ 可以写：{allowed}
  “{key}” cannot be “{text}”; perhaps “{nearest}”? ⇒ Allowed: {allowed}
schema/repeated-item
  “{key}”里有重复的内容 ⇒ 删掉重复的一行
  “{key}” lists the same thing twice ⇒ Remove one
schema/pattern
  “{key}”的写法不对：“{text}” ⇒ 对照别的文件里的写法改
  “{key}” is not written as expected: “{text}” ⇒ Compare it with another file
code/unit-shape
  单位编码“{text}”里有数字和字母以外的字 ⇒ 从预算系统里复制，只有数字和字母，例如 219001
  The office code “{text}” has characters other than digits and letters ⇒ Copy it from the budget system: digits and letters only, for example 219001
code/shape
  {key}“{text}”不对 ⇒ {key}是 21 位数字和大写字母，从预算系统里整段复制
  {key} “{text}” is wrong ⇒ It has 21 digits and capital letters; copy it from the budget system
code/shape#length
  {key}“{text}”有 {length} 位，应该是 21 位 ⇒ 从预算系统里整段复制
  {key} “{text}” has {length} characters, not 21 ⇒ Copy it from the budget system
code/shape#corrected
  {key}“{text}”的写法不对 ⇒ 写成“{corrected}”：只用半角数字和大写字母，中间没有空格和标点
  {key} “{text}” is not written right ⇒ Write “{corrected}”: half-width digits and capitals only
name/characters
  {key}“{text}”不能用：不能有 / \\ 和控制字符，不能以点开头，最多 100 个字 ⇒ 去掉这些字符
  {key} “{text}” cannot be used: no / or \\, no control characters, no leading dot, 100 characters at most ⇒ Remove them
name/characters#lines
  {key}“{text}”写成了几行 ⇒ 写成“{key}: {corrected}”
  {key} “{text}” goes over several lines ⇒ Write “{key}: {corrected}”
row/no-value
  这一行没有指标值 ⇒ 写一个：“指标值: ≥ 4 次”（有数字），或“定性: ……”（没有数字）
  This row has no value ⇒ Give it 指标值 (a figure), 定性 or 定量其他
row/no-keys
  这一行只有文字“{text}”，没有写明是哪一项 ⇒ 补上名称，例如“{corrected}”，下面再写指标值
  This row is only the text “{text}” ⇒ Write “{corrected}” and its value below
row/split-value
  没有“{key}”这一项 ⇒ 符号、数、单位写在一起，例如“指标值: ≥ 4 次”
  There is no key “{key}” ⇒ Sign, number and unit are one text, as in “指标值: ≥ 4 次”
row/split-value#corrected
  ⇒ 符号、数、单位写在一起：“{corrected}”
  ⇒ Sign, number and unit are one text: “{corrected}”
row/two-values
  这一行有不止一个值：{keys} ⇒ 只留一个；两件事就分成两行
  This row has more than one value: {keys} ⇒ Keep one, or make two rows
date/shape
  日期“{text}”不对 ⇒ 要像 2022-01-01 这样写
  The date “{text}” is wrong ⇒ Write it like 2022-01-01
date/year-shape
  年度“{text}”不对 ⇒ 写四位数字，例如 2022
  The year “{text}” is wrong ⇒ Four digits, for example 2022
yaml/long-key
  冒号前面的名称太长了 ⇒ 名称只用表上的词；长的文字写在冒号后面
  The key before the colon is too long ⇒ Keys are the form’s words; text goes after the colon
yaml/long-line
  这一行有 {length} 个字，不像是表的内容 ⇒ 检查是不是粘贴错了；长的文字一句一行地写，每行最多 {limit} 个字
  This line has {length} characters; no table has ⇒ Was it pasted by mistake? One sentence a line, at most {limit} characters
yaml/too-many
  这里有 {count} 项，不像是一张绩效目标表 ⇒ 检查是不是粘贴错了；最多 {limit} 项
  There are {count} entries here; no table has ⇒ Was it pasted by mistake? At most {limit}
yaml/too-many#rows
  到这里已经有 {count} 条指标，一张表最多 {limit} 条 ⇒ 分成几个项目来写，一个项目一个文件
  Up to here there are {count} indicators; a table has at most {limit} ⇒ Divide it into several projects, a file each
yaml/too-long
  这段文字有 {count} 个字，一格里最多 {limit} 个字 ⇒ 表里只写要点；全文作为附件另存，这里写清它的名称和文号
  This text has {count} characters; a cell takes at most {limit} ⇒ Write the main points, and name the document that has the rest
yaml/unreadable
  程序读不了这个文件（{reason}） ⇒ 从上一次能读的样子起，把改动一处一处地放回去，找出是哪一处
  The file cannot be read ({reason}) ⇒ Go back to the last state that could be read and repeat the changes one by one
yaml/too-many#lines
  文件有 {count} 行，不像是一张绩效目标表 ⇒ 检查是不是放错了文件；最多 {limit} 行
  The file has {count} lines; no table has ⇒ Is this the right file? At most {limit} lines
yaml/too-many#signs
  文件里几乎都是符号，不像是一张绩效目标表 ⇒ 检查是不是放错了文件
  The file is nearly all signs; no table is ⇒ Is this the right file?
yaml/too-deep
  层级太多了 ⇒ 绩效指标只有三层：一级指标、二级指标、三级指标
  Nested too deep ⇒ There are three levels: 一级指标, 二级指标, 三级指标
`);
