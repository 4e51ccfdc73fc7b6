import type { Messages } from './catalogue.ts';

/** Files, YAML and schema: everything between a file on disk and a table that can be read. */
export const sourceMessages = {
  'file/too-large': {
    zh: { text: '文件超过 1 MB，不像是一张绩效目标表', hint: '一张表通常只有几 KB；请检查是不是放错了文件' },
    en: {
      text: 'The file is over 1 MB; no performance table is',
      hint: 'A table has a few KB; is this the right file?',
    },
  },
  'file/not-utf8': {
    zh: {
      text: '文件不是 UTF-8 编码',
      hint: '用 VS Code 打开，点右下角的编码名称，选“通过编码重新打开”，再选“通过编码保存”→ UTF-8',
    },
    en: {
      text: 'The file is not UTF-8',
      hint: 'In VS Code click the encoding at the lower right, reopen with the right encoding, then save with UTF-8',
    },
  },
  'file/not-utf8#gbk': {
    zh: {
      text: '文件不是 UTF-8 编码，看起来是 GBK（记事本的 ANSI）',
      hint: '用 VS Code 打开，点右下角的编码名称，选“通过编码重新打开”→ GB 18030，再选“通过编码保存”→ UTF-8',
    },
    en: {
      text: 'The file is not UTF-8; it looks like GBK (ANSI in Notepad)',
      hint: 'In VS Code click the encoding at the lower right, reopen with GB 18030, then save with UTF-8',
    },
  },
  'file/not-utf8#utf16': {
    zh: {
      text: '文件是 UTF-16（记事本的 Unicode）编码，不是 UTF-8',
      hint: '在记事本里“另存为”，编码选 UTF-8',
    },
    en: { text: 'The file is UTF-16, not UTF-8', hint: 'Save it again with the encoding UTF-8' },
  },
  'file/nul': {
    zh: {
      text: '文件里有空字符（NUL），不是文本文件',
      hint: '从 git 取回上一版，或者在编辑器里重新保存为 UTF-8 文本',
    },
    en: {
      text: 'The file holds NUL characters; it is no text',
      hint: 'Take the last version from git, or save it again as UTF-8 text',
    },
  },
  'file/link': {
    zh: { text: '这是一个指向别处的链接，不是文件；为了安全不读取', hint: '把文件本身放到这里' },
    en: {
      text: 'This is a link to somewhere else; it is not read, for safety',
      hint: 'Put the file itself here',
    },
  },
  'file/not-a-file': {
    zh: { text: '名字以 .yaml 结尾，却不是文件', hint: '把这个文件夹改名或移走' },
    en: { text: 'The name ends in .yaml but it is no file', hint: 'Rename the folder or move it away' },
  },
  'file/gone': {
    zh: { text: '文件刚刚被移走，没有读到', hint: '如果是改名，再运行一次就好' },
    en: { text: 'The file was moved away while it was read', hint: 'Run again' },
  },
  'file/yml': {
    zh: { text: '文件名要以 .yaml 结尾', hint: '把 .yml 改成 .yaml' },
    en: { text: 'The name must end in .yaml', hint: 'Rename .yml to .yaml' },
  },
  'file/reserved': {
    zh: { text: '“{stem}”是程序自己输出文件的名字，项目不能用它作文件名', hint: '用项目名称作文件名' },
    en: {
      text: '“{stem}” is the name of one of the program’s own outputs',
      hint: 'Name the file after the project',
    },
  },
  'file/same-name': {
    zh: { text: '文件名与 {other} 只有大小写之差，在 Windows 上输出会互相覆盖', hint: '改掉其中一个文件名' },
    en: {
      text: 'The name differs from {other} only in case; on Windows their outputs would be one file',
      hint: 'Rename one of them',
    },
  },
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
  'yaml/full-width-colon': {
    zh: { text: '这里用了全角冒号“：”', hint: '改成半角冒号，后面加一个空格，例如“项目名称: 党员教育经费”' },
    en: { text: 'This is a full-width colon “：”', hint: 'Use “: ”, a half-width colon and a blank' },
  },
  'yaml/full-width-dash': {
    zh: { text: '这里用了全角横线“{text}”', hint: '每一行指标前面是半角的“- ”（减号加一个空格）' },
    en: {
      text: 'This is a full-width dash “{text}”',
      hint: 'A row begins with “- ”, a half-width minus and a blank',
    },
  },
  'yaml/missing-blank': {
    zh: { text: '冒号后面少一个空格', hint: '写成“名称: 内容”' },
    en: { text: 'A blank is missing behind the colon', hint: 'Write “key: text”' },
  },
  'yaml/tab': {
    zh: { text: '行首用了制表符（Tab）', hint: '用空格缩进，每一级两个空格' },
    en: { text: 'The line is indented with a tab', hint: 'Indent with blanks, two for each level' },
  },
  'yaml/needs-quotes': {
    zh: { text: '内容不能以“{text}”开头', hint: '给整个内容加上双引号，例如 "%"' },
    en: { text: 'A text cannot begin with “{text}”', hint: 'Put the whole text in double quotes' },
  },
  'yaml/block-sign': {
    zh: {
      text: '“{text}”里的 > 在行首有别的意思，读不出指标值',
      hint: '用表上的符号，例如“≥ 90 %”；或者加上双引号',
    },
    en: {
      text: 'YAML reads the > of “{text}” as something else',
      hint: 'Use the form’s sign, for example “≥ 90 %”, or quotes',
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
  'yaml/escape': {
    zh: { text: '双引号里的反斜杠“\\”有特殊意思，这里写得不对', hint: '改用单引号，或者把“\\”写成“\\\\”' },
    en: {
      text: 'A backslash inside double quotes is special, and this one is wrong',
      hint: 'Use single quotes, or write “\\\\”',
    },
  },
  'yaml/duplicate-key': {
    zh: { text: '“{key}”写了两次', hint: '删掉其中一个；同一组的指标都写在一个“{key}”下面，每行前面加“- ”' },
    en: { text: '“{key}” is written twice', hint: 'Remove one of them' },
  },
  'yaml/several-documents': {
    zh: {
      text: '一个文件里有两份内容（用 --- 隔开）',
      hint: '一个项目一个文件：把第二份移到自己的文件里，删掉 ---',
    },
    en: { text: 'There are two documents in one file (divided by ---)', hint: 'One project, one file' },
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
  'yaml/alias': {
    zh: { text: '以 * 开头的内容会被当成“引用”', hint: '给内容加上双引号' },
    en: { text: 'A text that begins with * is taken for an alias', hint: 'Put the text in double quotes' },
  },
  'yaml/anchor': {
    zh: { text: '以 & 开头的内容会被当成“锚点”', hint: '给内容加上双引号' },
    en: { text: 'A text that begins with & is taken for an anchor', hint: 'Put the text in double quotes' },
  },
  'yaml/merge-key': {
    zh: { text: '不支持 << 合并', hint: '把内容写全' },
    en: { text: 'Merge keys (<<) are not supported', hint: 'Write the content out' },
  },
  'yaml/tag': {
    zh: { text: '以 ! 开头的内容会被当成“标签”', hint: '给内容加上双引号' },
    en: { text: 'A text that begins with ! is taken for a tag', hint: 'Put the text in double quotes' },
  },
  'yaml/key-not-text': {
    zh: { text: '冒号前面的名称读不出来', hint: '名称只写文字；内容里有 { } 或 [ ] 时加上双引号' },
    en: {
      text: 'The key before the colon is no text',
      hint: 'Keys are plain text; put { } and [ ] in quotes',
    },
  },
  'yaml/too-deep': {
    zh: { text: '层级太多了', hint: '绩效指标只有三层：一级指标、二级指标、三级指标' },
    en: { text: 'Nested too deep', hint: 'There are three levels: 一级指标, 二级指标, 三级指标' },
  },
  'schema/unknown-key': {
    zh: { text: '没有“{key}”这一项', hint: '这里可以写：{known}' },
    en: { text: 'There is no key “{key}”', hint: 'Known here: {known}' },
  },
  'schema/unknown-key#nearest': {
    zh: { text: '没有“{key}”这一项', hint: '是不是“{nearest}”？' },
    en: { text: 'There is no key “{key}”', hint: 'Did you mean “{nearest}”?' },
  },
  'schema/missing-key': {
    zh: { text: '缺少“{key}”', hint: '补上一行“{key}: ……”' },
    en: { text: '“{key}” is missing', hint: 'Add a line “{key}: …”' },
  },
  'schema/empty': {
    zh: { text: '“{key}”没有内容', hint: '填上内容；暂时没有的可选项请整行删掉' },
    en: { text: '“{key}” is empty', hint: 'Fill it in, or remove the line if it is optional' },
  },
  'schema/too-long': {
    zh: { text: '“{key}”超过 {limit} 个字', hint: '缩短它' },
    en: { text: '“{key}” is longer than {limit} characters', hint: 'Shorten it' },
  },
  'schema/type#text': {
    zh: { text: '“{key}”应该是一段文字', hint: '写成“{key}: 文字”；下面不要再分项' },
    en: { text: '“{key}” should be a text', hint: 'Write “{key}: text”' },
  },
  'schema/type#object': {
    zh: { text: '“{key}”下面应该分项写，每项是“名称: 内容”', hint: '在下一行缩进两个空格，写下一级的名称' },
    en: { text: '“{key}” should hold keys', hint: 'Indent two blanks and write the keys of the next level' },
  },
  'schema/type#array': {
    zh: { text: '“{key}”下面应该是一行一行的列表，每行以“- ”开头', hint: '例如“- 三级指标: 培训次数”' },
    en: {
      text: '“{key}” should be a list, each row beginning with “- ”',
      hint: 'For example “- 三级指标: …”',
    },
  },
  'schema/not-allowed': {
    zh: { text: '“{key}”不能写“{text}”', hint: '可以写：{allowed}' },
    en: { text: '“{key}” cannot be “{text}”', hint: 'Allowed: {allowed}' },
  },
  'schema/repeated-item': {
    zh: { text: '“{key}”里有重复的内容', hint: '删掉重复的一行' },
    en: { text: '“{key}” lists the same thing twice', hint: 'Remove one' },
  },
  'schema/pattern': {
    zh: { text: '“{key}”的写法不对：“{text}”', hint: '对照别的文件里的写法改' },
    en: { text: '“{key}” is not written as expected: “{text}”', hint: 'Compare it with another file' },
  },
  'code/shape': {
    zh: { text: '项目编码“{text}”不对', hint: '项目编码是 21 位数字和大写字母，从预算系统里整段复制' },
    en: {
      text: 'The project code “{text}” is wrong',
      hint: 'It has 21 digits and capital letters; copy it from the budget system',
    },
  },
  'code/repeated': {
    zh: {
      text: '项目编码 {code} 在 {other} 里已经用过',
      hint: '两张表里有一张的编码是复制来的，改成它自己的',
    },
    en: {
      text: 'The project code {code} is used in {other} already',
      hint: 'One of the two was copied; give it its own',
    },
  },
  'name/characters': {
    zh: {
      text: '项目名称“{text}”不能用：不能有 / \\ 和控制字符，不能以点开头，最多 100 个字',
      hint: '去掉这些字符',
    },
    en: {
      text: 'The project name “{text}” cannot be used: no / or \\, no control characters, no leading dot, 100 characters at most',
      hint: 'Remove them',
    },
  },
  'name/repeated': {
    zh: { text: '项目名称“{name}”与 {other} 相同', hint: '确认是两个项目；如果是，给名称加上区别' },
    en: {
      text: 'The project name “{name}” is the same as in {other}',
      hint: 'If they are two projects, tell them apart',
    },
  },
  'name/file': {
    zh: { text: '文件名“{stem}”与项目名称不同', hint: '把文件改名为“{name}.yaml”' },
    en: { text: 'The file’s name “{stem}” is not the project’s', hint: 'Rename the file to “{name}.yaml”' },
  },
  'row/no-value': {
    zh: { text: '这一行没有指标值', hint: '写一个：“指标值: ≥ 4 次”（有数字），或“定性: ……”（没有数字）' },
    en: { text: 'This row has no value', hint: 'Give it 指标值 (a figure), 定性 or 定量其他' },
  },
  'row/two-values': {
    zh: { text: '这一行有不止一个值：{keys}', hint: '只留一个；两件事就分成两行' },
    en: { text: 'This row has more than one value: {keys}', hint: 'Keep one, or make two rows' },
  },
  'date/shape': {
    zh: { text: '日期“{text}”不对', hint: '写成 2022-01-01 的样子' },
    en: { text: 'The date “{text}” is wrong', hint: 'Write it like 2022-01-01' },
  },
  'date/year-shape': {
    zh: { text: '年度“{text}”不对', hint: '写四位数字，例如 2022' },
    en: { text: 'The year “{text}” is wrong', hint: 'Four digits, for example 2022' },
  },
  'value/no-sign': {
    zh: { text: '指标值“{text}”缺少符号（= > < ≥ ≤）', hint: '写成“符号 数字 单位”，例如“≥ 4 次”' },
    en: { text: 'The value “{text}” has no sign (= > < ≥ ≤)', hint: 'Write sign, number, unit' },
  },
  'value/no-sign#corrected': {
    zh: { text: '指标值“{text}”缺少符号（= > < ≥ ≤）', hint: '写成“{corrected}”' },
    en: { text: 'The value “{text}” has no sign (= > < ≥ ≤)', hint: 'Write “{corrected}”' },
  },
  'value/no-unit': {
    zh: { text: '指标值“{text}”缺少计量单位', hint: '在数字后面写上单位，例如 %、次、万元' },
    en: { text: 'The value “{text}” has no unit', hint: 'Write a unit behind the number' },
  },
  'value/no-unit#corrected': {
    zh: { text: '指标值“{text}”缺少计量单位', hint: '在数字后面写上单位；如果是百分比，写成“{corrected}”' },
    en: { text: 'The value “{text}” has no unit', hint: 'Add the unit; a percentage is “{corrected}”' },
  },
  'value/no-number': {
    zh: { text: '“{text}”里没有读到数字', hint: '有数字的写成“≥ 4 次”；没有数字的把“指标值”改成“定性”' },
    en: {
      text: 'There is no number in “{text}”',
      hint: 'A value is sign, number, unit; words belong under 定性',
    },
  },
  'value/not-one-figure': {
    zh: { text: '“{text}”不是一个数字加单位', hint: '一行只写一个数；有几个数就分成几行，或者改用“定性”' },
    en: {
      text: '“{text}” is not one number with its unit',
      hint: 'One figure a row; make several rows, or use 定性',
    },
  },
  'value/full-width-digits#corrected': {
    zh: { text: '“{text}”里有全角数字', hint: '写成“{corrected}”' },
    en: { text: '“{text}” has full-width digits', hint: 'Write “{corrected}”' },
  },
  'value/thousands#corrected': {
    zh: { text: '“{text}”里有千位逗号', hint: '写成“{corrected}”' },
    en: { text: '“{text}” has a thousands comma', hint: 'Write “{corrected}”' },
  },
  'value/no-money-unit#corrected': {
    zh: { text: '金额“{text}”的单位应该是元、万元或亿元', hint: '写成“{corrected}”' },
    en: { text: 'The amount “{text}” should be in 元, 万元 or 亿元', hint: 'Write “{corrected}”' },
  },
  'text/no-glyph': {
    zh: {
      text: '字体里没有“{character}”（{codePoint}）这个字，打印出来会是方框',
      hint: '换成常用字；人名、地名用字确实如此的，打印后手工处理',
    },
    en: {
      text: 'No font has “{character}” ({codePoint}); it would print as a box',
      hint: 'Use another character',
    },
  },
  'order/unknown-name': {
    zh: { text: '顺序里的“{name}”没有这个项目', hint: '改成现有的项目名称，或者删掉这一行' },
    en: { text: '顺序 names “{name}”, which no project bears', hint: 'Correct the name or remove the line' },
  },
  'order/incomplete': {
    zh: { text: '顺序里没有写到：{names}；它们按项目编码排在后面', hint: '把它们补进顺序' },
    en: { text: '顺序 leaves out {names}; they follow by project code', hint: 'Add them' },
  },
  'booklet/missing': {
    zh: {
      text: '{year} 年没有 booklet.yaml，汇编用默认标题，没有单位',
      hint: '新建 booklet.yaml，写上标题、单位、年度',
    },
    en: {
      text: 'There is no booklet.yaml for {year}; the booklet gets a plain title and no office',
      hint: 'Add one with 标题, 单位 and 年度',
    },
  },
  'booklet/unknown-check': {
    zh: { text: '没有“{code}”这个检查，或者它的级别不能改', hint: '检查的代码见每条信息的末尾' },
    en: {
      text: 'There is no check “{code}”, or its level cannot be changed',
      hint: 'The codes stand at the end of each message',
    },
  },
} satisfies Messages;
