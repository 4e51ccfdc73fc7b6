import type { Messages } from './catalogue.ts';

/** The checks of characters, markup, punctuation and misprints, and what is said of the comments that silence a check. */
export const textMessages = {
  'text/html': {
    zh: { text: '这里有网页标签“{markup}”，会原样印出来', hint: '删掉标签，只留文字；另起一段就空一行' },
    en: {
      text: 'There is HTML here: “{markup}”. It prints as written',
      hint: 'Remove the tags; an empty line begins a paragraph',
    },
  },
  'text/html#corrected': {
    zh: { text: '这里有网页标签“{markup}”，会原样印出来', hint: '只留文字：“{corrected}”' },
    en: {
      text: 'There is HTML here: “{markup}”. It prints as written',
      hint: 'Leave the words only: “{corrected}”',
    },
  },
  'text/braces': {
    zh: { text: '这里有模板的花括号“{markup}”，会原样印出来', hint: '换成应该填的文字' },
    en: {
      text: 'There are braces of a template here: “{markup}”. They print as written',
      hint: 'Put the words in their place',
    },
  },
  'text/markdown': {
    zh: { text: '这里有排版记号“{markup}”，会原样印出来', hint: '删掉记号，只留文字' },
    en: {
      text: 'There is Markdown here: “{markup}”. It prints as written',
      hint: 'Remove the signs and leave the words',
    },
  },
  'text/formula': {
    zh: { text: '这里是电子表格的公式“{formula}”，会原样印出来', hint: '换成公式算出来的结果' },
    en: {
      text: 'This is a spreadsheet formula: “{formula}”. It prints as written',
      hint: 'Put its result in its place',
    },
  },
  'text/invisible': {
    zh: {
      text: '“{before}”后面有看不见的字符 {codePoint}（共 {count} 个）',
      hint: '把这几个字删掉，重新输入一遍；不要从网页或 PDF 整段粘贴',
    },
    en: {
      text: 'Behind “{before}” stands an invisible character, {codePoint} ({count} in this text)',
      hint: 'Delete the words around it and type them again',
    },
  },
  'text/invisible#direction': {
    zh: {
      text: '“{before}”后面有改变文字方向的字符 {codePoint}（共 {count} 个），印出来的顺序会和看到的不同',
      hint: '把这几个字删掉，重新输入一遍',
    },
    en: {
      text: 'Behind “{before}” stands {codePoint} ({count} in this text), which turns the direction of the text',
      hint: 'Delete the words around it and type them again',
    },
  },
  'text/invisible#private': {
    zh: {
      text: '“{before}”后面有自造字 {codePoint}（共 {count} 个），别的电脑上显示不出来',
      hint: '换成字库里有的字；确实没有的用同音字或拆字说明',
    },
    en: {
      text: 'Behind “{before}” stands {codePoint} ({count} in this text), a private character that other computers cannot show',
      hint: 'Use a character of the standard instead',
    },
  },
  'text/compatibility': {
    zh: {
      text: '“{character}”（{codePoint}）看起来是常用字，其实是另一个字符，查找和复制会出错',
      hint: '改成“{ordinary}”',
    },
    en: {
      text: '“{character}” ({codePoint}) looks like an ordinary character and is another; search and copying fail on it',
      hint: 'Write “{ordinary}”',
    },
  },
  'text/compatibility#width': {
    zh: { text: '“{text}”是全角的数字或字母', hint: '改成半角：“{corrected}”' },
    en: { text: '“{text}” is written in full-width digits or letters', hint: 'Write “{corrected}”' },
  },
  'text/folded': {
    zh: {
      text: '“{key}: >”会在行与行之间加空格，中文里会多出空格',
      hint: '把 > 改成 |：“{key}: |”，下面一句一行',
    },
    en: {
      text: '“{key}: >” puts a blank between the lines, which Chinese does not have',
      hint: 'Write | instead of >: “{key}: |”, one sentence a line',
    },
  },
  'text/folded#lines': {
    zh: {
      text: '“{key}”的内容写了几行，行与行之间会多出空格',
      hint: '改用“{key}: |”，下面另起行，缩进两个空格，一句一行，不加引号',
    },
    en: {
      text: 'The text of “{key}” runs over several lines; blanks will stand between them',
      hint: 'Write “{key}: |” and below it, indented, one sentence a line without quotes',
    },
  },
  'text/unbalanced-quotes': {
    zh: { text: '引号不成对：“{around}”里的 {mark} 没有另一半', hint: '补上另一半，或者删掉这一个' },
    en: {
      text: 'A quotation mark without its other half: {mark} in “{around}”',
      hint: 'Add the other half or remove this one',
    },
  },
  'text/reversed-quotes': {
    zh: { text: '引号写反了：{written}', hint: '改成 {corrected}' },
    en: { text: 'The quotation marks are reversed: {written}', hint: 'Write {corrected}' },
  },
  'text/unbalanced-brackets': {
    zh: { text: '括号不成对：“{around}”里的 {mark} 没有另一半', hint: '补上另一半，或者删掉这一个' },
    en: {
      text: 'A bracket without its other half: {mark} in “{around}”',
      hint: 'Add the other half or remove this one',
    },
  },
  'text/half-width': {
    zh: { text: '汉字旁边用了半角标点“{mark}”（共 {count} 处）', hint: '改成全角：“{corrected}”' },
    en: {
      text: 'Half-width punctuation “{mark}” in Chinese ({count} in this text)',
      hint: 'Write “{corrected}”',
    },
  },
  'text/lost-dot': {
    zh: { text: '{written}里的问号原来多半是间隔号“·”，在别的软件里丢了', hint: '改成 {corrected}' },
    en: { text: 'The question mark in {written} was probably a · that got lost', hint: 'Write {corrected}' },
  },
  'text/blank': {
    zh: { text: '数字和汉字之间有空格（共 {count} 处）', hint: '去掉空格：“{corrected}”' },
    en: {
      text: 'Blanks between digits and Han characters ({count} in this text)',
      hint: 'Write “{corrected}”',
    },
  },
  'text/doubled': {
    zh: { text: '标点“{written}”连在一起用了', hint: '只留“{corrected}”' },
    en: { text: 'The marks “{written}” stand together', hint: 'Leave “{corrected}”' },
  },
  'text/misprint': {
    zh: {
      text: '“{wrong}”多半是“{right}”的笔误',
      hint: '改成“{right}”；原文确实如此的，在上一行写“# 忽略 text/misprint：原文如此”',
    },
    en: {
      text: '“{wrong}” is probably a misprint for “{right}”',
      hint: 'Write “{right}”, or put “# 忽略 text/misprint：原文如此” above it if the filed text says so',
    },
  },
  'row/hidden-quantity': {
    zh: { text: '“定性”里写了数量（{quantities}），应该写成指标值', hint: '放到指标值里，例如：\n{rows}' },
    en: { text: 'A quantity is told in words ({quantities})', hint: 'Make it a figure:\n{rows}' },
  },
  'row/hidden-quantity#some': {
    zh: {
      text: '“定性”里写了数量（{quantities}），应该写成指标值',
      hint: '“{said}”表里已经有了，这里不再写；其余的例如：\n{rows}',
    },
    en: {
      text: 'A quantity is told in words ({quantities})',
      hint: 'The table has “{said}” already; of the rest make:\n{rows}',
    },
  },
  'row/hidden-quantity#said': {
    zh: {
      text: '“定性”里写了数量（{quantities}），应该写成指标值',
      hint: '“{said}”表里已经有了：这里去掉数量，或者删去这一行',
    },
    en: {
      text: 'A quantity is told in words ({quantities})',
      hint: 'The table has “{said}” already: remove it here, or remove the row',
    },
  },
  'row/several-quantities#some': {
    zh: {
      text: '一行里写了几个数量（{quantities}），应该一行一个',
      hint: '“{said}”表里已经有了，这里不再写；其余的例如：\n{rows}',
    },
    en: {
      text: 'Several quantities in one row ({quantities})',
      hint: 'The table has “{said}” already; of the rest make:\n{rows}',
    },
  },
  'row/several-quantities#said': {
    zh: {
      text: '一行里写了几个数量（{quantities}），应该一行一个',
      hint: '“{said}”表里已经有了：删去这一行',
    },
    en: {
      text: 'Several quantities in one row ({quantities})',
      hint: 'The table has “{said}” already: remove this row',
    },
  },
  'row/several-quantities': {
    zh: { text: '一行里写了几个数量（{quantities}），应该一行一个', hint: '一行写一个，例如：\n{rows}' },
    en: { text: 'Several quantities in one row ({quantities})', hint: 'Make a row of each:\n{rows}' },
  },
  'row/contradiction': {
    zh: { text: '“{thing}”在这张表里有两个数：{other} 和 {written}', hint: '核对哪一个对，改成一致' },
    en: { text: '“{thing}” has two figures in this table: {other} and {written}', hint: 'Make them agree' },
  },
  'row/repeated': {
    zh: {
      text: '“{name}”和第 {line} 行的指标一样，指标值也一样',
      hint: '删去一行；讲的是两件事的，把名称写得分得开',
    },
    en: {
      text: '“{name}” has the name and target of the indicator in line {line}',
      hint: 'Delete one of them; if they are two things, give them names that differ',
    },
  },
  'row/vague': {
    zh: {
      text: '“{text}”没有说到什么程度算完成',
      hint: '换成能核对的指标值；换不了就加一行“指标值说明: ……”，写清怎样评分',
    },
    en: {
      text: '“{text}” does not say what counts as reached',
      hint: 'Give a figure, or add 指标值说明 with the way it is scored',
    },
  },
  'name/slogan': {
    zh: {
      text: '三级指标“{corrected}”说的是要做的事，不是考核的内容',
      hint: '写考核什么，例如“培训次数”“参训人员合格率”，{limit} 个字以内，末尾不加标点',
    },
    en: {
      text: 'The 三级指标 “{corrected}” tells what is done, not what is measured',
      hint: 'Name what is measured, for example 培训次数, in {limit} characters at most, without a mark at its end',
    },
  },
  'name/slogan#sentence': {
    zh: {
      text: '三级指标“{corrected}”是一句话，不是名称',
      hint: '写考核什么，例如“培训次数”“参训人员合格率”，{limit} 个字以内；其余的话写到备注里',
    },
    en: {
      text: 'The 三级指标 “{corrected}” is a sentence, not a name',
      hint: 'Name what is measured, for example 培训次数, in {limit} characters at most; the rest belongs in 备注',
    },
  },
  'name/slogan#long': {
    zh: {
      text: '三级指标有 {characters} 个字，超过 {limit} 个',
      hint: '写考核什么，例如“培训次数”“参训人员合格率”；其余的话写到备注里',
    },
    en: {
      text: 'The 三级指标 has {characters} characters; {limit} is the most',
      hint: 'Name what is measured, for example 培训次数; the rest belongs in 备注',
    },
  },
  'name/slogan#mark': {
    zh: { text: '三级指标末尾有标点', hint: '写成“{corrected}”' },
    en: { text: 'The 三级指标 ends in a punctuation mark', hint: 'Write “{corrected}”' },
  },
  'text/copied#goal': {
    zh: { text: '绩效目标里有一整段与 {other} 的相同', hint: '如果是复制来的，改成本项目自己的目标' },
    en: {
      text: 'A whole paragraph of the goal is the same as in {other}',
      hint: 'If it was copied, write this project’s own',
    },
  },
  'text/copied#remark': {
    zh: { text: '备注与 {other} 的相同', hint: '如果是复制来的，改成本项目自己的内容' },
    en: { text: 'The remark is the same as in {other}', hint: 'If it was copied, write this project’s own' },
  },
  'text/other-project': {
    zh: { text: '这里说的是另一个项目“{name}”', hint: '如果是复制来的，改成本项目自己的内容' },
    en: {
      text: 'This speaks of another project, “{name}”',
      hint: 'If it was copied, write this project’s own',
    },
  },
  'goal/short': {
    zh: {
      text: '绩效目标只有 {characters} 个字，不到 {limit} 个',
      hint: '写清办什么事、办多少、达到什么效果',
    },
    en: {
      text: 'The goal has {characters} characters, fewer than {limit}',
      hint: 'Tell what is done, how much of it, and to what end',
    },
  },
  'goal/no-quantity': {
    zh: { text: '绩效目标里没有数量', hint: '写上办多少、到什么程度，例如“开展培训4次，培训600人次”' },
    en: {
      text: 'The goal names no quantity',
      hint: 'Tell how much or how many, for example “开展培训4次，培训600人次”',
    },
  },
  'goal/no-row': {
    zh: { text: '绩效目标里说了“{work}”，下面没有一行指标提到它', hint: '补一行指标，或者从目标里删去' },
    en: {
      text: 'The goal promises “{work}”, and no row mentions it',
      hint: 'Add a row, or take it out of the goal',
    },
  },
  'silence/no-reason': {
    zh: { text: '“忽略”没有写理由', hint: '在代码后面写冒号和理由，例如“# 忽略 text/blank：原文如此”' },
    en: {
      text: 'This 忽略 gives no reason',
      hint: 'Write a colon and the reason behind the code, for example “# 忽略 text/blank：原文如此”',
    },
  },
  'silence/unused': {
    zh: { text: '这里没有“{code}”的问题，不用忽略', hint: '删掉它；放错了行的，移到有问题的那一行上面' },
    en: {
      text: 'There is no “{code}” here to silence',
      hint: 'Remove it, or move it to the line above the finding',
    },
  },
  'silence/unknown': {
    zh: { text: '没有“{code}”这个检查', hint: '检查的代码见每条信息的末尾' },
    en: { text: 'There is no check “{code}”', hint: 'The codes stand at the end of each message' },
  },
  'silence/unknown#fixed': {
    zh: { text: '“{code}”不能忽略', hint: '这样的错误要改掉，不然表报不上去' },
    en: { text: '“{code}” cannot be silenced', hint: 'Correct it; the table cannot be filed otherwise' },
  },
  'silence/unknown#none': {
    zh: {
      text: '“忽略”后面没有写检查的代码',
      hint: '例如“# 忽略 text/blank：原文如此”，代码见每条信息的末尾',
    },
    en: {
      text: 'This 忽略 names no check',
      hint: 'For example “# 忽略 text/blank：原文如此”; the codes stand at the end of each message',
    },
  },
} satisfies Messages;
