import { type Messages, rewritings } from './catalogue.ts';

/** Files and the form: everything between a file on disk and a table that can be read, but YAML (`yaml.ts`) and values. */
export const sourceMessages = {
  ...rewritings({
    'date/shape#corrected': ['日期“{text}”的写法不对', 'The date “{text}” is not written right'],
    'date/year-shape#corrected': ['年度“{text}”的写法不对', 'The year “{text}” is not written right'],
  }),
  'file/failed': {
    zh: {
      text: '程序处理这个文件时出了毛病，它没有查完：{reason}',
      hint: '这是程序的毛病，请把这句话和文件发给维护程序的人；其他文件照常处理',
    },
    en: {
      text: 'The program failed at this file, which is not checked to the end: {reason}',
      hint: 'This is a fault of the program; please report it with the file. The other files are done all the same',
    },
  },
  'file/too-large': {
    zh: {
      text: '文件超过 256 KB，不像是一张绩效目标表',
      hint: '一张表通常只有几 KB；请检查是不是放错了文件',
    },
    en: {
      text: 'The file is over 256 KB; no performance table is',
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
  'file/not-utf8#spoilt': {
    zh: {
      text: '第 {line} 行有损坏的字，读不出来',
      hint: '从 git 取回上一版，或者在编辑器里重新输入这一行再保存为 UTF-8',
    },
    en: {
      text: 'Line {line} holds bytes that are no text',
      hint: 'Take the last version from git, or type the line again',
    },
  },
  'file/not-text': {
    zh: {
      text: '这不是文本文件，像是改了名字的文档或电子表格',
      hint: '从另一个项目的文件复制一份，把内容填进去',
    },
    en: {
      text: 'This is no text file but a document that was renamed',
      hint: 'Copy another project’s file and fill it in',
    },
  },
  'file/name-characters': {
    zh: { text: '文件名里有看不见的字符或控制字符，不读取', hint: '把文件改名为项目名称' },
    en: {
      text: 'The file’s name holds invisible or control characters; it is not read',
      hint: 'Rename it after the project',
    },
  },
  'file/nul': {
    zh: {
      text: '第 {line} 行有空字符（NUL），这不是文本文件',
      hint: '从 git 取回上一版，或者在编辑器里重新保存为 UTF-8 文本',
    },
    en: {
      text: 'Line {line} holds NUL characters; this is no text file',
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
  'file/ignored#name': {
    zh: { text: '文件名不是以 .yaml 结尾，没有读', hint: '是项目文件的，改名为“{name}”；不是的，移到别处' },
    en: {
      text: 'The name does not end in .yaml; the file is not read',
      hint: 'If it is a source, rename it to “{name}”; if not, move it elsewhere',
    },
  },
  'file/ignored#above': {
    zh: {
      text: '这个文件不在年度文件夹里，没有读',
      hint: '移到它那一年的文件夹里（名字是四位数字，例如 2022）；不要了的，移到别处',
    },
    en: {
      text: 'The file is in no year folder; it is not read',
      hint: 'Move it into the folder of its year (four digits, for example 2022), or elsewhere',
    },
  },
  'file/ignored#year': {
    zh: {
      text: '文件夹“{folder}”不是四位数字的年度，里面的文件没有读',
      hint: '把文件夹改名为 {year}，或者把文件移到 {year}',
    },
    en: {
      text: 'The folder “{folder}” is not a year of four digits; the files in it are not read',
      hint: 'Rename it to {year}, or move the files into {year}',
    },
  },
  'file/ignored#no-year': {
    zh: {
      text: '文件夹“{folder}”不是年度，里面的文件没有读',
      hint: '移到年度文件夹里（名字是四位数字，例如 2022）；不要了的，移到别处',
    },
    en: {
      text: 'The folder “{folder}” is not a year; the files in it are not read',
      hint: 'Move them into a year folder (four digits, for example 2022), or elsewhere',
    },
  },
  'file/ignored#below': {
    zh: {
      text: '这个文件所在的文件夹里没有 booklet.yaml，没有读',
      hint: '是一个单位的，在这个文件夹里建 booklet.yaml；不是的，移到年度文件夹 {folder} 里；不要了的，移到别处',
    },
    en: {
      text: 'The file is in a folder without a booklet.yaml; it is not read',
      hint: 'If the folder is an office, give it a booklet.yaml; if not, move the file into the year folder {folder}, or elsewhere',
    },
  },
  'file/ignored#link': {
    zh: { text: '这是一个指向别处的链接，没有读', hint: '把文件或文件夹本身放到这里，或者删掉链接' },
    en: {
      text: 'This is a link to somewhere else; it is not read',
      hint: 'Put the file or folder itself here, or remove the link',
    },
  },
  'file/ignored#unreadable': {
    zh: { text: '这个文件夹打不开，里面的文件没有读', hint: '检查它的权限' },
    en: {
      text: 'This folder cannot be opened; the files in it are not read',
      hint: 'Look at its permissions',
    },
  },
  'file/ignored#many': {
    zh: { text: '这里的文件超过 {most} 个，没有全部看过', hint: '把与项目文件无关的文件夹移到别处' },
    en: {
      text: 'There are more than {most} files here; not all were looked at',
      hint: 'Move folders elsewhere that hold no sources',
    },
  },
  'file/reserved': {
    zh: { text: '“{stem}”是程序自己输出文件的名字，项目不能用它作文件名', hint: '用项目名称作文件名' },
    en: {
      text: '“{stem}” is the name of one of the program’s own outputs',
      hint: 'Name the file after the project',
    },
  },
  'file/same-name': {
    zh: {
      text: '文件名与 {other} 看起来一样（只有大小写或字符的编码方式不同），在别的电脑上输出会互相覆盖',
      hint: '改掉其中一个文件名',
    },
    en: {
      text: 'The name looks like {other} (only case, or the way its characters are encoded, differs); on other systems their outputs would be one file',
      hint: 'Rename one of them',
    },
  },
  'file/same-name#folder': {
    zh: {
      text: '文件夹名与 {other} 看起来一样（只有大小写或字符的编码方式不同），在别的电脑上会成为一个文件夹；里面的文件没有读',
      hint: '改掉其中一个文件夹名',
    },
    en: {
      text: 'The folder’s name looks like {other} (only case, or the way its characters are encoded, differs); on other systems they would be one folder. Its files are not read',
      hint: 'Rename one of them',
    },
  },
  'schema/unknown-key': {
    zh: { text: '没有“{key}”这一项', hint: '这里可以写：{known}' },
    en: { text: 'There is no key “{key}”', hint: 'Known here: {known}' },
  },
  'schema/unknown-key#nearest': {
    zh: { hint: '是不是“{nearest}”？' },
    en: { hint: 'Did you mean “{nearest}”?' },
  },
  'schema/unknown-key#code': {
    zh: { text: '这里不能写“{key}”', hint: '左边只写检查的代码，代码见每条信息的末尾' },
    en: {
      text: '“{key}” cannot be here',
      hint: 'Only codes of checks; they are at the end of each message',
    },
  },
  'schema/misplaced': {
    zh: { text: '“{key}”放错了地方', hint: '它应该写在“{parent}”下面，缩进两个空格' },
    en: {
      text: '“{key}” is in the wrong place',
      hint: 'It belongs under “{parent}”, indented by two blanks',
    },
  },
  'schema/misplaced#top': {
    zh: { hint: '它应该写在最左边，前面不空格' },
    en: { hint: 'It belongs at the left margin' },
  },
  'schema/misplaced#row': {
    zh: { hint: '它属于某一行指标：写在那一行“- 三级指标: ……”的下面，与“三级指标”左对齐' },
    en: { hint: 'It belongs to a row: below its “- 三级指标: …”, aligned with 三级指标' },
  },
  'schema/and-more': {
    zh: { text: '从这里起还有 {count} 处错误没有列出', hint: '先改好上面的，再检查一次' },
    en: {
      text: 'From here on {count} more mistakes are not listed',
      hint: 'Mend those above and check again',
    },
  },
  'report/and-more': {
    zh: {
      text: '这个文件还有 {count} 条没有列出：{errors} 个错误，{warnings} 个警告，{suggestions} 条建议',
      hint: '先改好列出来的，再检查一次',
    },
    en: {
      text: '{count} more findings of this file are not listed: {errors} errors, {warnings} warnings, {suggestions} suggestions',
      hint: 'Mend those that are and check again',
    },
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
    zh: { text: '“{key}”应该是一段文字', hint: '内容直接写在“{key}: ”后面；下面不要再分项' },
    en: { text: '“{key}” should be a text', hint: 'Write “{key}: text”' },
  },
  'schema/type#object': {
    zh: { text: '“{key}”下面应该分项写，每项是“名称: 内容”', hint: '在下一行缩进两个空格，写下一级的名称' },
    en: { text: '“{key}” should hold keys', hint: 'Indent two blanks and write the keys of the next level' },
  },
  'schema/type#block': {
    zh: { text: '“{key}”下面应该分项写：{keys}', hint: '在下一行缩进两个空格，写“{example}: ……”，一项一行' },
    en: {
      text: '“{key}” should hold {keys}',
      hint: 'Indent two blanks and write “{example}: ……”, each on its line',
    },
  },
  'schema/type#dash': {
    zh: { text: '“{key}”下面直接写名称，前面不要“- ”', hint: '只有每一行三级指标前面才写“- ”' },
    en: { text: 'The keys under “{key}” bear no “- ”', hint: 'Only rows begin with “- ”' },
  },
  'schema/type#array': {
    zh: {
      text: '“{key}”下面应该是一行一行的列表，每行以“- ”开头',
      hint: '下一行缩进两个空格，写“{corrected}”；没有内容就把整项删掉',
    },
    en: {
      text: '“{key}” should be a list, each row beginning with “- ”',
      hint: 'Indent the next line by two blanks and write “{corrected}”, or remove the key',
    },
  },
  'schema/not-allowed': {
    zh: { text: '“{key}”不能写“{text}”', hint: '可以写：{allowed}' },
    en: { text: '“{key}” cannot be “{text}”', hint: 'Allowed: {allowed}' },
  },
  'schema/not-allowed#nearest': {
    zh: { text: '“{key}”不能写“{text}”；是不是“{nearest}”？', hint: '可以写：{allowed}' },
    en: { text: '“{key}” cannot be “{text}”; perhaps “{nearest}”?', hint: 'Allowed: {allowed}' },
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
    zh: { text: '{key}“{text}”不对', hint: '{key}是 21 位数字和大写字母，从预算系统里整段复制' },
    en: {
      text: '{key} “{text}” is wrong',
      hint: 'It has 21 digits and capital letters; copy it from the budget system',
    },
  },
  'code/shape#length': {
    zh: { text: '{key}“{text}”有 {length} 位，应该是 21 位', hint: '从预算系统里整段复制' },
    en: {
      text: '{key} “{text}” has {length} characters, not 21',
      hint: 'Copy it from the budget system',
    },
  },
  'code/shape#corrected': {
    zh: {
      text: '{key}“{text}”的写法不对',
      hint: '写成“{corrected}”：只用半角数字和大写字母，中间没有空格和标点',
    },
    en: {
      text: '{key} “{text}” is not written right',
      hint: 'Write “{corrected}”: half-width digits and capitals only',
    },
  },
  'name/characters': {
    zh: {
      text: '{key}“{text}”不能用：不能有 / \\ 和控制字符，不能以点开头，最多 100 个字',
      hint: '去掉这些字符',
    },
    en: {
      text: '{key} “{text}” cannot be used: no / or \\, no control characters, no leading dot, 100 characters at most',
      hint: 'Remove them',
    },
  },
  'name/characters#lines': {
    zh: { text: '{key}“{text}”写成了几行', hint: '写成“{key}: {corrected}”' },
    en: { text: '{key} “{text}” goes over several lines', hint: 'Write “{key}: {corrected}”' },
  },
  'row/no-value': {
    zh: { text: '这一行没有指标值', hint: '写一个：“指标值: ≥ 4 次”（有数字），或“定性: ……”（没有数字）' },
    en: { text: 'This row has no value', hint: 'Give it 指标值 (a figure), 定性 or 定量其他' },
  },
  'row/no-keys': {
    zh: {
      text: '这一行只有文字“{text}”，没有写明是哪一项',
      hint: '补上名称，例如“{corrected}”，下面再写指标值',
    },
    en: { text: 'This row is only the text “{text}”', hint: 'Write “{corrected}” and its value below' },
  },
  'row/split-value': {
    zh: { text: '没有“{key}”这一项', hint: '符号、数、单位写在一起，例如“指标值: ≥ 4 次”' },
    en: {
      text: 'There is no key “{key}”',
      hint: 'Sign, number and unit are one text, as in “指标值: ≥ 4 次”',
    },
  },
  'row/split-value#corrected': {
    zh: { hint: '符号、数、单位写在一起：“{corrected}”' },
    en: { hint: 'Sign, number and unit are one text: “{corrected}”' },
  },
  'row/two-values': {
    zh: { text: '这一行有不止一个值：{keys}', hint: '只留一个；两件事就分成两行' },
    en: { text: 'This row has more than one value: {keys}', hint: 'Keep one, or make two rows' },
  },
  'date/shape': {
    zh: { text: '日期“{text}”不对', hint: '要像 2022-01-01 这样写' },
    en: { text: 'The date “{text}” is wrong', hint: 'Write it like 2022-01-01' },
  },
  'date/year-shape': {
    zh: { text: '年度“{text}”不对', hint: '写四位数字，例如 2022' },
    en: { text: 'The year “{text}” is wrong', hint: 'Four digits, for example 2022' },
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
      hint: 'The codes are at the end of each message',
    },
  },
} as const satisfies Messages;
