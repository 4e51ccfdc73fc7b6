import { messages } from './catalogue.ts';

/** Slips of the keyboard: what is in a file that is no table yet. */
export const yamlMessages = messages(`
yaml/not-a-colon
  名称后面应该是冒号，这里写的是“{text}” ⇒ 写成“{corrected}”
  The key must be followed by a colon, not “{text}” ⇒ Write “{corrected}”
yaml/no-colon
  “{text}”后面少了冒号 ⇒ 写成“{corrected}”
  The colon after “{text}” is missing ⇒ Write “{corrected}”
yaml/missing-blank
  冒号后面少一个空格 ⇒ 写成“{corrected}”
  The space after the colon is missing ⇒ Write “{corrected}”
yaml/dash-blank
  “-”后面少一个空格 ⇒ 写成“{corrected}”
  The space after “-” is missing ⇒ Write “{corrected}”
yaml/chinese-quotes#key
  名称两边不要写中文引号 ⇒ 写成“{corrected}”
  Do not put a key in Chinese quotes ⇒ Write “{corrected}”
yaml/syntax
  这里看不懂：“{text}” ⇒ 检查这一行和上一行的缩进、冒号和引号；每一项的写法是“名称: 内容”，冒号是半角，后面有一个空格
  Cannot read this: “{text}” ⇒ Look at the indentation, colons and quotes of this line and the one above
yaml/conflict
  文件里留着合并冲突的记号“{text}” ⇒ 在“<<<<<<<”与“=======”、“=======”与“>>>>>>>”之间选留一份，再删掉这三行记号
  The marker “{text}” of a merge conflict was left in the file ⇒ Keep one of the two versions and remove the three marker lines
yaml/full-width-colon
  这里用了全角冒号“{text}” ⇒ 改成半角冒号，后面加一个空格：“{corrected}”
  This is a full-width colon “{text}” ⇒ Use a half-width colon and a space: “{corrected}”
yaml/full-width-dash
  这里用了“{text}”，不是半角的“-” ⇒ 每一行指标前面是减号加一个空格：“{corrected}”
  This is “{text}”, not a half-width dash ⇒ Begin the row with “- ”: “{corrected}”
yaml/missing-dash
  这一行指标前面少了“- ” ⇒ 写成“{corrected}”，下面各项与它的名称左对齐
  The “- ” of this row is missing ⇒ Write “{corrected}” and align the keys below it
yaml/dash-in-value
  “-”要另起一行 ⇒ 冒号后面换行，缩进两个空格，再写“- ……”
  A “-” begins a line of its own ⇒ Break the line after the colon and indent by two spaces
yaml/full-width-blank
  这里的空格不是普通空格（多半是全角空格） ⇒ 换成一个半角空格：“{corrected}”
  This is not an ordinary space (probably a full-width one) ⇒ Use an ordinary space: “{corrected}”
yaml/full-width-blank#indent
  行首的空格不是普通空格（多半是全角空格） ⇒ 换成半角空格：这一行前面空 {blanks} 个，再写“{corrected}”
  The line is indented with full-width spaces ⇒ Use {blanks} ordinary spaces, then “{corrected}”
yaml/full-width-blank#lines
  行首的空格不是普通空格（多半是全角空格），从这一行起共 {count} 行 ⇒ 都换成半角空格：这一行前面空 {blanks} 个，再写“{corrected}”
  The line is indented with full-width spaces, and so are others: {count} in all ⇒ Use ordinary spaces: here {blanks}, then “{corrected}”
yaml/tab
  行首用了制表符（Tab） ⇒ 换成空格：这一行前面空 {blanks} 个，再写“{corrected}”
  The line is indented with a tab ⇒ Use {blanks} spaces, then “{corrected}”
yaml/tab#lines
  行首用了制表符（Tab），从这一行起共 {count} 行 ⇒ 都换成空格，每一级两个：这一行前面空 {blanks} 个，再写“{corrected}”
  The line is indented with a tab, and so are others: {count} in all ⇒ Use spaces, two per level: here {blanks}, then “{corrected}”
yaml/tab#gap
  这里用了制表符（Tab） ⇒ 换成一个空格
  There is a tab here ⇒ Use a space
yaml/full-width-hash
  注释前面用了全角的“＃” ⇒ 改成半角的“#”：“{corrected}”
  The comment begins with a full-width “＃” ⇒ Use “#”: “{corrected}”
yaml/full-width-bar
  “{key}”后面用了“{text}”，不是半角的竖线 ⇒ 改成半角的“|”：“{key}: |”
  “{key}” is followed by “{text}”, not by a half-width bar ⇒ Write “{key}: |”
yaml/chinese-quotes#corrected
  要用半角引号，中文引号起不了作用 ⇒ 写成：{corrected}
  Only straight quotes work here, Chinese ones do not ⇒ Write: {corrected}
yaml/needs-quotes
  内容不能以“{text}”开头 ⇒ 给整个内容加上半角的双引号
  A text cannot begin with “{text}” ⇒ Put the whole text in double quotes
yaml/needs-quotes#corrected
  ⇒ 加上半角引号：{corrected}
  ⇒ Put it in quotes: {corrected}
yaml/open-quote
  引号只有一半，后面的内容都被当成了这一项 ⇒ 补上另一半：{corrected}
  The quote is not closed ⇒ Close it: {corrected}
yaml/stray-mark#corrected
  引号后面多了“{text}” ⇒ 删掉它：{corrected}
  There is a stray “{text}” after the quote ⇒ Remove it: {corrected}
yaml/after-quotes
  半角引号后面还有文字“{text}” ⇒ 去掉引号
  There is more text after the closing quote: “{text}” ⇒ Remove the quotes
yaml/after-quotes#corrected
  ⇒ 内容里的引号用中文引号：{corrected}
  ⇒ Use Chinese quotes: {corrected}
yaml/brackets
  内容以“{text}”开头会被当成列表，读不成文字 ⇒ 加上半角引号：{corrected}
  A text that begins with “{text}” is taken for a list ⇒ Put it in quotes: {corrected}
yaml/chinese-comma
  括号里用了全角的“{text}” ⇒ 改成半角，后面加一个空格：{corrected}
  There is a full-width “{text}” inside the brackets ⇒ Use a half-width one and a space: {corrected}
yaml/block-sign
  “{text}”里的 > 在开头有别的意思，读不出指标值 ⇒ 大于等于用“≥”；大于要给整个值加上半角引号；后面写一个数和它的单位
  The > of “{text}” means something else at the start ⇒ Use “≥”, or put the value in quotes; then one number and its unit
yaml/block-sign#corrected
  ⇒ 用表上的符号：“{corrected}”
  ⇒ Use the form’s sign: “{corrected}”
yaml/block-text
  “{text}”里的“|”在开头有别的意思 ⇒ 去掉“|”，写一个数和它的单位
  The | of “{text}” means something else at the start ⇒ Leave it out; write one number and its unit
yaml/block-text#corrected
  “{text}”后面不能直接写内容 ⇒ 内容短就去掉“{text}”：“{corrected}”；内容长就在“{text}”后面换行，缩进两个空格再写
  No text can follow “{text}” on its line ⇒ Leave “{text}” out: “{corrected}”; or begin the text on the next line, indented by two spaces
yaml/colon-in-text
  内容里的“: ”（冒号加空格）会被当成新的一项 ⇒ 改用全角冒号“：”，或者把内容写到下一行并在名称后面加“|”
  A “: ” inside the text is taken for a new key ⇒ Use a full-width colon, or write the text below with “|”
yaml/colon-in-text#corrected
  内容里的半角冒号加空格会被当成新的一项 ⇒ 改用全角冒号：“{corrected}”
  A colon and space inside the text are taken for a new key ⇒ Use a full-width colon: “{corrected}”
yaml/cut-by-hash
  从“{text}”起会被当成注释，不会印出来 ⇒ 是内容就加上引号：{corrected}；是注释就在 # 后面空一格
  From “{text}” on this is taken for a comment and not printed ⇒ Put the text in quotes: {corrected}; for a comment write a space after #
yaml/cut-by-hash#whole
  “{text}”以 # 开头，会被当成注释，这一项就没有内容了 ⇒ 是内容就加上引号：{corrected}
  “{text}” begins with # and is taken for a comment ⇒ Put it in quotes: {corrected}
yaml/text-indent
  这一段文字没有缩进够，看不出它属于“{key}” ⇒ 这一行前面空 {blanks} 个空格
  This text is not indented enough to belong to “{key}” ⇒ Put {blanks} spaces before it
yaml/no-key
  这一行没有名称和冒号：“{text}” ⇒ 如果是上一项的内容，就在上一项的冒号后面写“|”，内容都写在下面并缩进；不要的就删掉
  This line has no key and no colon: “{text}” ⇒ If it belongs to the text above, write “|” after that colon and indent the lines; else remove it
yaml/indent
  这里的缩进或括号对不上 ⇒ 同一级的各项要左对齐，每一级缩进两个空格；[ 和 { 要成对，或者给内容加上引号
  The indentation or a bracket does not match here ⇒ Align the keys of one level, two spaces a level; close [ and {
yaml/indent#margin
  这一行应该顶格写，前面却有 {written} 个空格 ⇒ 删掉前面的空格：“{corrected}”
  This line belongs at the left margin, but has {written} spaces before it ⇒ Remove them: “{corrected}”
yaml/indent#corrected
  这一行的缩进与同级的各项不齐：前面有 {written} 个空格 ⇒ 前面空 {blanks} 个空格，再写“{corrected}”
  This line is not aligned with the others of its level: it has {written} spaces before it ⇒ Put {blanks} spaces, then “{corrected}”
yaml/escape
  双引号里的反斜杠“”有特殊意思，这里写得不对 ⇒ 两边的双引号换成单引号，或者每个“”连写两个
  A backslash inside double quotes is special, and this one is wrong ⇒ Use single quotes, or write “\\”
yaml/half-character
  “{text}”只是半个字，打印不出来 ⇒ 直接写这个字，不要用反斜杠的写法
  “{text}” is half a character and cannot be printed ⇒ Write the character itself
yaml/duplicate-key
  “{key}”在同一处写了两次，前一次在第 {line} 行 ⇒ 删掉其中一个，或者把内容并到一起
  “{key}” is written twice here, first on line {line} ⇒ Remove one, or put the texts together
yaml/duplicate-key#group
  ⇒ 并到第 {line} 行的“{key}”下面，删掉这一行；名称写错了的就改名称
  ⇒ Move what is below it to line {line}, or correct the key
yaml/several-documents
  “{text}”把文件分成了两份 ⇒ 只是分隔线就删掉；如果下面是另一个项目，移到它自己的文件里：一个项目一个文件
  “{text}” divides the file in two ⇒ Remove it; one project, one file
yaml/divider
  “{text}”不是表的内容 ⇒ 删掉这一行，或者在前面加“# ”
  “{text}” is not part of a table ⇒ Remove the line, or put “# ” before it
yaml/directive
  以 % 开头的一行读不出来 ⇒ 删掉这一行；是内容就放到它的名称后面，加上引号
  A line that begins with % cannot be read ⇒ Remove it, or put the text in quotes after its key
yaml/empty
  文件是空的 ⇒ 从另一个项目的文件复制一份再改
  The file is empty ⇒ Copy another project’s file and change it
yaml/empty#booklet
  文件是空的 ⇒ 至少写一行“单位: 单位的名称”
  The file is empty ⇒ It needs at least 单位
yaml/not-a-table
  这里没有“名称: 内容”，读不出一张表 ⇒ 第一行写“项目名称: ……”，冒号是半角，后面有一个空格
  There is no “key: text” here ⇒ Begin with “项目名称: …”
yaml/to-fill
  这里还没有填：写着“{text}” ⇒ 把“{text}”换成内容
  This is still to be filled in: it says “{text}” ⇒ Replace it with the content
yaml/alias
  以 * 开头的内容会被当成“引用” ⇒ 给内容加上双引号
  A text that begins with * is taken for an alias ⇒ Put the text in double quotes
yaml/alias#corrected
  ⇒ 加上半角引号：{corrected}
  ⇒ Put it in quotes: {corrected}
yaml/anchor
  以 & 开头的内容会被当成“锚点” ⇒ 给内容加上双引号
  A text that begins with & is taken for an anchor ⇒ Put the text in double quotes
yaml/anchor#corrected
  ⇒ 加上半角引号：{corrected}
  ⇒ Put it in quotes: {corrected}
yaml/merge-key
  不支持 << 合并 ⇒ 把内容写全
  Merge keys (<<) are not supported ⇒ Write the content out
yaml/tag
  以 ! 开头的内容会被当成“标签” ⇒ 给内容加上双引号
  A text that begins with ! is taken for a tag ⇒ Put the text in double quotes
yaml/tag#corrected
  ⇒ 加上半角引号：{corrected}
  ⇒ Put it in quotes: {corrected}
yaml/key-not-text
  冒号前面的名称读不出来 ⇒ 名称只写文字；内容里有 { } 或 [ ] 时加上双引号
  The key before the colon is not text ⇒ Keys are plain text; put { } and [ ] in quotes
`);
