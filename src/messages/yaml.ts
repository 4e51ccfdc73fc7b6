import { type Messages, rewritings } from './catalogue.ts';

/** Slips of the keyboard: what is in a file that is no table yet. */
export const yamlMessages = {
  ...rewritings({
    'yaml/not-a-colon': [
      '名称后面应该是冒号，这里写的是“{text}”',
      'A colon belongs behind the key, not “{text}”',
    ],
    'yaml/no-colon': ['“{text}”后面少了冒号', 'The colon behind “{text}” is missing'],
    'yaml/missing-blank': ['冒号后面少一个空格', 'A blank is missing behind the colon'],
    'yaml/dash-blank': ['“-”后面少一个空格', 'A blank is missing behind “-”'],
    'yaml/chinese-quotes#key': ['名称两边不要写中文引号', 'A key has no Chinese quotes'],
  }),
  'yaml/syntax': {
    zh: {
      text: '这里看不懂：“{text}”',
      hint: '检查这一行和上一行的缩进、冒号和引号；每一项的写法是“名称: 内容”，冒号是半角，后面有一个空格',
    },
    en: {
      text: 'Cannot read this: “{text}”',
      hint: 'Look at the indentation, colons and quotes of this line and the one above',
    },
  },
  'yaml/conflict': {
    zh: {
      text: '文件里留着合并冲突的记号“{text}”',
      hint: '在“<<<<<<<”与“=======”、“=======”与“>>>>>>>”之间选留一份，再删掉这三行记号',
    },
    en: {
      text: 'The marker “{text}” of a merge conflict was left in the file',
      hint: 'Keep one of the two versions and remove the three marker lines',
    },
  },
  'yaml/full-width-colon': {
    zh: { text: '这里用了全角冒号“{text}”', hint: '改成半角冒号，后面加一个空格：“{corrected}”' },
    en: {
      text: 'This is a full-width colon “{text}”',
      hint: 'Use a half-width colon and a blank: “{corrected}”',
    },
  },
  'yaml/full-width-dash': {
    zh: { text: '这里用了“{text}”，不是半角的“-”', hint: '每一行指标前面是减号加一个空格：“{corrected}”' },
    en: { text: 'This is “{text}” and no half-width dash', hint: 'A row begins with “- ”: “{corrected}”' },
  },
  'yaml/missing-dash': {
    zh: { text: '这一行指标前面少了“- ”', hint: '写成“{corrected}”，下面各项与它的名称左对齐' },
    en: { text: 'This row lacks its “- ”', hint: 'Write “{corrected}” and align the keys below it' },
  },
  'yaml/dash-in-value': {
    zh: { text: '“-”要另起一行', hint: '冒号后面换行，缩进两个空格，再写“- ……”' },
    en: {
      text: 'A “-” begins a line of its own',
      hint: 'Break the line behind the colon and indent by two blanks',
    },
  },
  'yaml/full-width-blank': {
    zh: { text: '这里的空格不是普通空格（多半是全角空格）', hint: '换成一个半角空格：“{corrected}”' },
    en: {
      text: 'This blank is no plain one (most likely full-width)',
      hint: 'Use a half-width blank: “{corrected}”',
    },
  },
  'yaml/full-width-blank#indent': {
    zh: {
      text: '行首的空格不是普通空格（多半是全角空格）',
      hint: '换成半角空格：这一行前面空 {blanks} 个，再写“{corrected}”',
    },
    en: {
      text: 'The line is indented with full-width blanks',
      hint: 'Use {blanks} half-width blanks, then “{corrected}”',
    },
  },
  'yaml/full-width-blank#lines': {
    zh: {
      text: '行首的空格不是普通空格（多半是全角空格），从这一行起共 {count} 行',
      hint: '都换成半角空格：这一行前面空 {blanks} 个，再写“{corrected}”',
    },
    en: {
      text: 'The line is indented with full-width blanks, and so are others: {count} in all',
      hint: 'Use half-width blanks: here {blanks}, then “{corrected}”',
    },
  },
  'yaml/tab': {
    zh: { text: '行首用了制表符（Tab）', hint: '换成空格：这一行前面空 {blanks} 个，再写“{corrected}”' },
    en: { text: 'The line is indented with a tab', hint: 'Use {blanks} blanks, then “{corrected}”' },
  },
  'yaml/tab#lines': {
    zh: {
      text: '行首用了制表符（Tab），从这一行起共 {count} 行',
      hint: '都换成空格，每一级两个：这一行前面空 {blanks} 个，再写“{corrected}”',
    },
    en: {
      text: 'The line is indented with a tab, and so are others: {count} in all',
      hint: 'Use blanks, two a level: here {blanks}, then “{corrected}”',
    },
  },
  'yaml/tab#gap': {
    zh: { text: '这里用了制表符（Tab）', hint: '换成一个空格' },
    en: { text: 'There is a tab here', hint: 'Use a blank' },
  },
  'yaml/pasted': {
    zh: { text: '这里是从表格里粘贴来的 {count} 行，一格一格地排着，读不成指标', hint: '换成：\n{rows}' },
    en: {
      text: '{count} row(s) of cells were pasted here out of a spreadsheet',
      hint: 'Write instead:\n{rows}',
    },
  },
  'yaml/pasted#groups': {
    zh: { hint: '删掉这几行，在各自的二级指标下面写：\n{rows}' },
    en: { hint: 'Remove them, and write below their 二级指标:\n{rows}' },
  },
  'yaml/pasted#place': {
    zh: {
      text: '这里是从表格里粘贴来的 {count} 行，看不出放在哪个二级指标下面',
      hint: '删掉这几行，在它的二级指标下面写：\n{rows}',
    },
    en: {
      text: '{count} row(s) of cells were pasted here, and which 二级指标 they belong to cannot be known',
      hint: 'Remove them, and write below their 二级指标:\n{rows}',
    },
  },
  'yaml/pasted#left': {
    zh: {
      text: '这里是从表格里粘贴来的 {count} 行，有几格表上没有地方写：“{left}”',
      hint: '删掉这几行，写成下面的样子；多出的几格要用的话，写进备注：\n{rows}',
    },
    en: {
      text: '{count} row(s) of cells were pasted here, and the form has no place for some: “{left}”',
      hint: 'Remove them and write as below; put what else is needed into 备注:\n{rows}',
    },
  },
  'yaml/pasted#cells': {
    zh: {
      text: '这里像是从表格里粘贴来的，看不出哪一格是名称、哪一格是指标值',
      hint: '照上下各行一项一项地写：先是“- 三级指标: ”和名称，下一行是“指标值: ”和符号、数、单位（写不成数的用“定性: ”），再删掉粘贴的内容',
    },
    en: {
      text: 'This looks pasted out of a spreadsheet, and which cell is the name and which the value cannot be known',
      hint: 'Write it key by key, as the rows around it: 三级指标 with its name, then 指标值 with sign, number and unit',
    },
  },
  'yaml/cells-in-name#corrected': {
    zh: {
      text: '三级指标里粘贴了好几格，名称和指标值连在了一起',
      hint: '三级指标只写“{name}”，下面另起一行写：\n{keys}',
    },
    en: {
      text: 'Several cells were pasted into 三级指标: its name and its value run together',
      hint: 'Write only “{name}” there, and below it:\n{keys}',
    },
  },
  'yaml/cells-in-name#taken': {
    zh: {
      text: '三级指标里粘贴了好几格，名称和指标值连在了一起',
      hint: '三级指标只写“{name}”；其余几格与这一行已经写的核对，用得着的写成：\n{keys}',
    },
    en: {
      text: 'Several cells were pasted into 三级指标: its name and its value run together',
      hint: 'Write only “{name}” there; compare the rest with what the row says already:\n{keys}',
    },
  },
  'yaml/cells-in-name': {
    zh: {
      text: '三级指标里粘贴了好几格，看不出哪一格是指标值',
      hint: '三级指标只写名称；指标值另起一行，写符号、数、单位',
    },
    en: {
      text: 'Several cells were pasted into 三级指标, and which is the value cannot be known',
      hint: 'Write only the name there, and 指标值 with sign, number and unit on a line of its own',
    },
  },
  'yaml/full-width-hash': {
    zh: { text: '注释前面用了全角的“＃”', hint: '改成半角的“#”：“{corrected}”' },
    en: { text: 'The comment begins with a full-width “＃”', hint: 'Use “#”: “{corrected}”' },
  },
  'yaml/full-width-bar': {
    zh: { text: '“{key}”后面用了“{text}”，不是半角的竖线', hint: '改成半角的“|”：“{key}: |”' },
    en: { text: 'Behind “{key}” is “{text}” and no half-width bar', hint: 'Write “{key}: |”' },
  },
  'yaml/chinese-quotes#corrected': {
    zh: { text: '要用半角引号，中文引号起不了作用', hint: '写成：{corrected}' },
    en: { text: 'Only straight quotes work here, Chinese ones do not', hint: 'Write: {corrected}' },
  },
  'yaml/needs-quotes': {
    zh: { text: '内容不能以“{text}”开头', hint: '给整个内容加上半角的双引号' },
    en: { text: 'A text cannot begin with “{text}”', hint: 'Put the whole text in double quotes' },
  },
  'yaml/needs-quotes#corrected': {
    zh: { hint: '加上半角引号：{corrected}' },
    en: { hint: 'Put it in quotes: {corrected}' },
  },
  'yaml/open-quote': {
    zh: { text: '引号只有一半，后面的内容都被当成了这一项', hint: '补上另一半：{corrected}' },
    en: { text: 'The quote is not closed', hint: 'Close it: {corrected}' },
  },
  'yaml/stray-mark#corrected': {
    zh: { text: '引号后面多了“{text}”', hint: '删掉它：{corrected}' },
    en: { text: 'There is a stray “{text}” behind the quote', hint: 'Remove it: {corrected}' },
  },
  'yaml/after-quotes': {
    zh: { text: '半角引号后面还有文字“{text}”', hint: '去掉引号' },
    en: { text: 'There is more text behind the closing quote: “{text}”', hint: 'Remove the quotes' },
  },
  'yaml/after-quotes#corrected': {
    zh: { hint: '内容里的引号用中文引号：{corrected}' },
    en: { hint: 'Use Chinese quotes: {corrected}' },
  },
  'yaml/brackets': {
    zh: { text: '内容以“{text}”开头会被当成列表，读不成文字', hint: '加上半角引号：{corrected}' },
    en: {
      text: 'A text that begins with “{text}” is taken for a list',
      hint: 'Put it in quotes: {corrected}',
    },
  },
  'yaml/chinese-comma': {
    zh: { text: '括号里用了全角的“{text}”', hint: '改成半角，后面加一个空格：{corrected}' },
    en: {
      text: 'There is a full-width “{text}” inside the brackets',
      hint: 'Use a half-width one and a blank: {corrected}',
    },
  },
  'yaml/block-sign': {
    zh: {
      text: '“{text}”里的 > 在开头有别的意思，读不出指标值',
      hint: '大于等于用“≥”；大于要给整个值加上半角引号；后面写一个数和它的单位',
    },
    en: {
      text: 'The > of “{text}” means something else at the start',
      hint: 'Use “≥”, or put the value in quotes; then one number and its unit',
    },
  },
  'yaml/block-sign#corrected': {
    zh: { hint: '用表上的符号：“{corrected}”' },
    en: { hint: 'Use the form’s sign: “{corrected}”' },
  },
  'yaml/block-text': {
    zh: { text: '“{text}”里的“|”在开头有别的意思', hint: '去掉“|”，写一个数和它的单位' },
    en: {
      text: 'The | of “{text}” means something else at the start',
      hint: 'Leave it out; write one number and its unit',
    },
  },
  'yaml/block-text#corrected': {
    zh: {
      text: '“{text}”后面不能直接写内容',
      hint: '内容短就去掉“{text}”：“{corrected}”；内容长就在“{text}”后面换行，缩进两个空格再写',
    },
    en: {
      text: 'No text can follow “{text}” on its line',
      hint: 'Leave “{text}” out: “{corrected}”; or begin the text on the next line, indented by two blanks',
    },
  },
  'yaml/colon-in-text': {
    zh: {
      text: '内容里的“: ”（冒号加空格）会被当成新的一项',
      hint: '改用全角冒号“：”，或者把内容写到下一行并在名称后面加“|”',
    },
    en: {
      text: 'A “: ” inside the text is taken for a new key',
      hint: 'Use a full-width colon, or write the text below with “|”',
    },
  },
  'yaml/colon-in-text#corrected': {
    zh: { text: '内容里的半角冒号加空格会被当成新的一项', hint: '改用全角冒号：“{corrected}”' },
    en: {
      text: 'A colon and blank inside the text are taken for a new key',
      hint: 'Use a full-width colon: “{corrected}”',
    },
  },
  'yaml/cut-by-hash': {
    zh: {
      text: '从“{text}”起会被当成注释，不会印出来',
      hint: '是内容就加上引号：{corrected}；是注释就在 # 后面空一格',
    },
    en: {
      text: 'From “{text}” on this is taken for a comment and not printed',
      hint: 'Put the text in quotes: {corrected}; for a comment write a blank behind #',
    },
  },
  'yaml/cut-by-hash#whole': {
    zh: {
      text: '“{text}”以 # 开头，会被当成注释，这一项就没有内容了',
      hint: '是内容就加上引号：{corrected}',
    },
    en: { text: '“{text}” begins with # and is taken for a comment', hint: 'Put it in quotes: {corrected}' },
  },
  'yaml/text-indent': {
    zh: { text: '这一段文字没有缩进够，看不出它属于“{key}”', hint: '这一行前面空 {blanks} 个空格' },
    en: {
      text: 'This text is not indented enough to belong to “{key}”',
      hint: 'Put {blanks} blanks before it',
    },
  },
  'yaml/no-key': {
    zh: {
      text: '这一行没有名称和冒号：“{text}”',
      hint: '如果是上一项的内容，就在上一项的冒号后面写“|”，内容都写在下面并缩进；不要的就删掉',
    },
    en: {
      text: 'This line has no key and no colon: “{text}”',
      hint: 'If it belongs to the text above, write “|” behind that colon and indent the lines; else remove it',
    },
  },
  'yaml/indent': {
    zh: {
      text: '这里的缩进或括号对不上',
      hint: '同一级的各项要左对齐，每一级缩进两个空格；[ 和 { 要成对，或者给内容加上引号',
    },
    en: {
      text: 'The indentation or a bracket does not match here',
      hint: 'Align the keys of one level, two blanks a level; close [ and {',
    },
  },
  'yaml/indent#margin': {
    zh: { text: '这一行应该顶格写，前面却有 {written} 个空格', hint: '删掉前面的空格：“{corrected}”' },
    en: {
      text: 'This line belongs at the margin, and {written} blanks are before it',
      hint: 'Remove them: “{corrected}”',
    },
  },
  'yaml/indent#corrected': {
    zh: {
      text: '这一行的缩进与同级的各项不齐：前面有 {written} 个空格',
      hint: '前面空 {blanks} 个空格，再写“{corrected}”',
    },
    en: {
      text: 'This line is not aligned with its like: {written} blanks are before it',
      hint: 'Put {blanks} blanks, then “{corrected}”',
    },
  },
  'yaml/escape': {
    zh: {
      text: '双引号里的反斜杠“\\”有特殊意思，这里写得不对',
      hint: '两边的双引号换成单引号，或者每个“\\”连写两个',
    },
    en: {
      text: 'A backslash inside double quotes is special, and this one is wrong',
      hint: 'Use single quotes, or write “\\\\”',
    },
  },
  'yaml/half-character': {
    zh: { text: '“{text}”只是半个字，打印不出来', hint: '直接写这个字，不要用反斜杠的写法' },
    en: { text: '“{text}” is half a character and cannot be printed', hint: 'Write the character itself' },
  },
  'yaml/duplicate-key': {
    zh: { text: '“{key}”在同一处写了两次，前一次在第 {line} 行', hint: '删掉其中一个，或者把内容并到一起' },
    en: {
      text: '“{key}” is written twice here, first on line {line}',
      hint: 'Remove one, or put the texts together',
    },
  },
  'yaml/duplicate-key#group': {
    zh: { hint: '并到第 {line} 行的“{key}”下面，删掉这一行；名称写错了的就改名称' },
    en: { hint: 'Move what is below it to line {line}, or correct the key' },
  },
  'yaml/several-documents': {
    zh: {
      text: '“{text}”把文件分成了两份',
      hint: '只是分隔线就删掉；如果下面是另一个项目，移到它自己的文件里：一个项目一个文件',
    },
    en: { text: '“{text}” divides the file in two', hint: 'Remove it; one project, one file' },
  },
  'yaml/divider': {
    zh: { text: '“{text}”不是表的内容', hint: '删掉这一行，或者在前面加“# ”' },
    en: { text: '“{text}” is no part of a table', hint: 'Remove the line, or put “# ” before it' },
  },
  'yaml/directive': {
    zh: { text: '以 % 开头的一行读不出来', hint: '删掉这一行；是内容就放到它的名称后面，加上引号' },
    en: {
      text: 'A line that begins with % cannot be read',
      hint: 'Remove it, or put the text in quotes behind its key',
    },
  },
  'yaml/empty': {
    zh: { text: '文件是空的', hint: '从另一个项目的文件复制一份再改' },
    en: { text: 'The file is empty', hint: 'Copy another project’s file and change it' },
  },
  'yaml/not-a-table': {
    zh: {
      text: '这里没有“名称: 内容”，读不出一张表',
      hint: '第一行写“项目名称: ……”，冒号是半角，后面有一个空格',
    },
    en: { text: 'There is no “key: text” here', hint: 'Begin with “项目名称: …”' },
  },
  'yaml/not-a-table#pasted': {
    zh: {
      text: '这像是从文档或电子表格里直接粘贴来的，读不出一张表',
      hint: '复制一个现有项目的文件，把内容一项一项填进去，每项是“名称: 内容”',
    },
    en: {
      text: 'This looks pasted from a document or spreadsheet; it is no table yet',
      hint: 'Copy another project’s file and fill it in, key by key',
    },
  },
  'yaml/to-fill': {
    zh: { text: '这里还没有填：写着“{text}”', hint: '把“{text}”换成内容' },
    en: { text: 'This is still to be filled in: it says “{text}”', hint: 'Put the content in its place' },
  },
  'yaml/alias': {
    zh: { text: '以 * 开头的内容会被当成“引用”', hint: '给内容加上双引号' },
    en: { text: 'A text that begins with * is taken for an alias', hint: 'Put the text in double quotes' },
  },
  'yaml/alias#corrected': {
    zh: { hint: '加上半角引号：{corrected}' },
    en: { hint: 'Put it in quotes: {corrected}' },
  },
  'yaml/anchor': {
    zh: { text: '以 & 开头的内容会被当成“锚点”', hint: '给内容加上双引号' },
    en: { text: 'A text that begins with & is taken for an anchor', hint: 'Put the text in double quotes' },
  },
  'yaml/anchor#corrected': {
    zh: { hint: '加上半角引号：{corrected}' },
    en: { hint: 'Put it in quotes: {corrected}' },
  },
  'yaml/merge-key': {
    zh: { text: '不支持 << 合并', hint: '把内容写全' },
    en: { text: 'Merge keys (<<) are not supported', hint: 'Write the content out' },
  },
  'yaml/tag': {
    zh: { text: '以 ! 开头的内容会被当成“标签”', hint: '给内容加上双引号' },
    en: { text: 'A text that begins with ! is taken for a tag', hint: 'Put the text in double quotes' },
  },
  'yaml/tag#corrected': {
    zh: { hint: '加上半角引号：{corrected}' },
    en: { hint: 'Put it in quotes: {corrected}' },
  },
  'yaml/key-not-text': {
    zh: { text: '冒号前面的名称读不出来', hint: '名称只写文字；内容里有 { } 或 [ ] 时加上双引号' },
    en: {
      text: 'The key before the colon is no text',
      hint: 'Keys are plain text; put { } and [ ] in quotes',
    },
  },
  'yaml/long-key': {
    zh: { text: '冒号前面的名称太长了', hint: '名称只用表上的词；长的文字写在冒号后面' },
    en: {
      text: 'The key before the colon is too long',
      hint: 'Keys are the form’s words; text goes behind the colon',
    },
  },
  'yaml/long-line': {
    zh: {
      text: '这一行有 {length} 个字，不像是表的内容',
      hint: '检查是不是粘贴错了；长的文字一句一行地写，每行最多 {limit} 个字',
    },
    en: {
      text: 'This line has {length} characters; no table has',
      hint: 'Was it pasted by mistake? One sentence a line, at most {limit} characters',
    },
  },
  'yaml/too-many': {
    zh: { text: '这里有 {count} 项，不像是一张绩效目标表', hint: '检查是不是粘贴错了；最多 {limit} 项' },
    en: {
      text: 'There are {count} entries here; no table has',
      hint: 'Was it pasted by mistake? At most {limit}',
    },
  },
  'yaml/too-many#rows': {
    zh: {
      text: '到这里已经有 {count} 条指标，一张表最多 {limit} 条',
      hint: '分成几个项目来写，一个项目一个文件',
    },
    en: {
      text: 'Up to here there are {count} indicators; a table has at most {limit}',
      hint: 'Divide it into several projects, a file each',
    },
  },
  'yaml/too-long': {
    zh: {
      text: '这段文字有 {count} 个字，一格里最多 {limit} 个字',
      hint: '表里只写要点；全文作为附件另存，这里写清它的名称和文号',
    },
    en: {
      text: 'This text has {count} characters; a cell takes at most {limit}',
      hint: 'Write the main points, and name the document that has the rest',
    },
  },
  'yaml/unreadable': {
    zh: {
      text: '程序读不了这个文件（{reason}）',
      hint: '从上一次能读的样子起，把改动一处一处地放回去，找出是哪一处',
    },
    en: {
      text: 'The file cannot be read ({reason})',
      hint: 'Go back to the last state that could be read and repeat the changes one by one',
    },
  },
  'yaml/too-many#lines': {
    zh: { text: '文件有 {count} 行，不像是一张绩效目标表', hint: '检查是不是放错了文件；最多 {limit} 行' },
    en: {
      text: 'The file has {count} lines; no table has',
      hint: 'Is this the right file? At most {limit} lines',
    },
  },
  'yaml/too-many#signs': {
    zh: { text: '文件里几乎都是符号，不像是一张绩效目标表', hint: '检查是不是放错了文件' },
    en: { text: 'The file is nearly all signs; no table is', hint: 'Is this the right file?' },
  },
  'yaml/too-deep': {
    zh: { text: '层级太多了', hint: '绩效指标只有三层：一级指标、二级指标、三级指标' },
    en: { text: 'Nested too deep', hint: 'There are three levels: 一级指标, 二级指标, 三级指标' },
  },
} satisfies Messages;
