import type { Messages } from './catalogue.ts';

/** What `import` says: of files, and of what it repaired or doubts. A note of a draft follows its place without a blank. */
export const importMessages = {
  'import/place#line': { zh: { text: '第 {line} 行' }, en: { text: 'line {line}' } },
  'import/place#part': { zh: { text: '第 {line} 行第 {cell} 格' }, en: { text: 'line {line}, cell {cell}' } },
  'import/place#row': {
    zh: { text: '工作表“{sheet}”第 {row} 行' },
    en: { text: 'sheet “{sheet}”, row {row}' },
  },
  'import/place#cell': {
    zh: { text: '工作表“{sheet}”{address}' },
    en: { text: 'sheet “{sheet}”, {address}' },
  },
  'import/place#paragraph': { zh: { text: '第 {paragraph} 段' }, en: { text: 'paragraph {paragraph}' } },
  'import/place#table-row': {
    zh: { text: '表格 {table} 第 {row} 行' },
    en: { text: 'table {table}, row {row}' },
  },
  'import/place#table-cell': {
    zh: { text: '表格 {table} 第 {row} 行第 {cell} 格' },
    en: { text: 'table {table}, row {row}, cell {cell}' },
  },
  'import/place#header': { zh: { text: '页眉' }, en: { text: 'page header' } },
  'import/place#footer': { zh: { text: '页脚' }, en: { text: 'page footer' } },
  'import/place#footnote': { zh: { text: '脚注' }, en: { text: 'footnote' } },
  'import/place#box': { zh: { text: '文本框' }, en: { text: 'text box' } },

  'import/shifted#sign': {
    zh: { text: '错了 {count} 格，按符号“{sign}”对齐' },
    en: { text: 'slid by {count} {count#cell|cells}; aligned by the sign “{sign}”' },
  },
  'import/shifted': {
    zh: { text: '错了 {count} 格，按内容对齐' },
    en: { text: 'slid by {count} {count#cell|cells}; aligned by what the cells say' },
  },
  'import/torn': {
    zh: { text: '断成了两行，接成“{text}”' },
    en: { text: 'was broken over two lines; joined to “{text}”' },
  },
  'import/goes-on': {
    zh: { text: '没有名称，“{text}”接在“{key}”后面' },
    en: { text: 'has no name; “{text}” was added to “{key}”' },
  },
  'import/tags': {
    zh: { text: '去掉了网页的标记，例如 <p>' },
    en: { text: 'had tags of a web page such as <p>, which were left out' },
  },
  'import/lost-sign': {
    zh: { text: '符号成了乱码，当作“{sign}”' },
    en: { text: 'the sign was garbled and taken for “{sign}”' },
  },
  'import/value': {
    zh: { text: '“{from}”写成了“{to}”' },
    en: { text: '“{from}” was written as “{to}”' },
  },
  'import/level1-found': {
    zh: { text: '没有一级指标，按二级指标“{level2}”归到“{level1}”' },
    en: { text: 'has no 一级指标; “{level2}” belongs to “{level1}”' },
  },
  'import/level2-guessed': {
    zh: { text: '“{level1}”下没有写二级指标，猜是“{level2}”' },
    en: { text: 'has no 二级指标 under “{level1}”; “{level2}” is a guess' },
  },
  'import/group-guessed': {
    zh: { text: '没有写一级、二级指标，猜是“{level1}”“{level2}”' },
    en: { text: 'has no 一级指标 and 二级指标; “{level1}”, “{level2}” is a guess' },
  },
  'import/level-swapped': {
    zh: { text: '“{level2}”写在一级指标一栏，当作“{level1}”下的二级指标' },
    en: { text: '“{level2}” is in the column of 一级指标; taken for the 二级指标 below “{level1}”' },
  },
  'import/follows-guess': {
    zh: { text: '没有写二级指标，跟着上一行归到“{level2}”' },
    en: { text: 'has no 二级指标 and follows the row above into “{level2}”' },
  },
  'import/label-empty': {
    zh: { text: '二级指标空着，也没有合并，当作“{level2}”' },
    en: { text: 'its 二级指标 is empty and not merged; taken for “{level2}”' },
  },
  'import/label-lost': {
    zh: { text: '二级指标空着，看内容不像“{from}”，归到“{to}”' },
    en: { text: 'its 二级指标 is empty; its words are not of “{from}”, so it was put under “{to}”' },
  },
  'import/label-maybe-lost': {
    zh: { text: '二级指标空着，当作“{level2}”；可是表里没有{missing}，会不会是它' },
    en: {
      text: 'its 二级指标 is empty and taken for “{level2}”; but the table has no {missing}, which it may be',
    },
  },
  'import/unknown-group': {
    zh: { text: '表式里没有“{level1}”下的“{level2}”' },
    en: { text: 'the form has no “{level2}” under “{level1}”' },
  },
  'import/misfit': {
    zh: { text: '有的格子不像它那一栏的内容：“{text}”' },
    en: { text: 'some cells do not look like what is in their columns: “{text}”' },
  },
  'import/maybe-slid': {
    zh: { text: '前一栏空着，最后一栏有字，会不会错了一格' },
    en: { text: 'has text in the last column and none in the one before; it may have slid' },
  },
  'import/no-column': {
    zh: { text: '的“{text}”所在的栏，表式里没有，没有写进来' },
    en: { text: '“{text}” is in a column that the form does not have and was left out' },
  },
  'import/unused': {
    zh: { text: '的“{text}”没有地方放，没有写进来' },
    en: { text: 'there is no place for “{text}”, so it was left out' },
  },
  'import/twice': {
    zh: { text: '的“{key}”写了两次，这一个“{text}”没有写进来' },
    en: { text: '“{key}” is given twice; this one, “{text}”, was left out' },
  },
  'import/no-header': {
    zh: { text: '前面没有栏目的标题，按表式的次序读' },
    en: { text: 'has no headings above it; the columns are taken in the order of the form' },
  },
  'import/value-unread': {
    zh: { text: '的值“{text}”没有看懂，照抄在这里' },
    en: { text: 'its value “{text}” was not understood and is copied as it is' },
  },
  'import/scores-left': {
    zh: { text: '起的表有得分，没有写进来，由程序按计分办法算；原来的是 {scores}' },
    en: {
      text: 'the table that begins here has points, which were left out and are computed; they were {scores}',
    },
  },
  'import/no-goal': {
    zh: { text: '自评或监控“{stem}”没有同名的目标表', hint: '先导入目标表；名称不同的，把文件名改成一样' },
    en: {
      text: 'The results “{stem}” have no goals of that name',
      hint: 'Import those first, or rename the file',
    },
  },
  'import/no-name': {
    zh: { text: '起的表没有项目名称，文件先叫“{stem}”' },
    en: { text: 'the table that begins here has no 项目名称; its file is called “{stem}”' },
  },
  'import/renamed': {
    zh: { text: '的项目名称不能作文件名，文件叫“{stem}”' },
    en: { text: 'its 项目名称 cannot be a file’s name; the file is called “{stem}”' },
  },
  'import/other-year': {
    zh: { text: '写着年度 {written}，现在导入到 {year} 年' },
    en: { text: 'says 年度 {written}, and is imported into {year}' },
  },

  'import/no-files': {
    zh: { text: '没有写要导入的文件', hint: '例如：npm run import -- 目标表.docx' },
    en: { text: 'No file to import is named', hint: 'For example: npm run import -- FILE.docx' },
  },
  'import/written': {
    zh: { text: '{path} ← {place}起，{rows} 行；改 {repaired} 处，疑 {doubtful} 处' },
    en: { text: '{path} ← from {place}, {rows} {rows#row|rows}; {repaired} repaired, {doubtful} in doubt' },
  },
  'import/drafted': {
    zh: { text: '{path}（没有写）← {place}起，{rows} 行；改 {repaired} 处，疑 {doubtful} 处' },
    en: {
      text: '{path} (not written) ← from {place}, {rows} {rows#row|rows}; {repaired} repaired, {doubtful} in doubt',
    },
  },
  'import/repaired': { zh: { text: '改' }, en: { text: 'repaired' } },
  'import/doubtful': { zh: { text: '疑' }, en: { text: 'in doubt' } },
  'import/before': { zh: { text: '原来' }, en: { text: 'before' } },
  'import/after': { zh: { text: '现在' }, en: { text: 'now   ' } },
  'import/booklet': {
    zh: { text: '写好了 {file}', hint: '看看里面的单位对不对' },
    en: { text: 'Wrote {file}', hint: 'Look whether its 单位 is right' },
  },
  'import/done': {
    zh: {
      text: '{files} 个文件，写了 {written} 张表、{rows} 行到 {folder}；改 {repaired} 处，疑 {doubtful} 处，{failed} 个文件没有读成',
      hint: '打开写好的文件，对着原来的表看每一处“# 待核对”，看完删掉那行注释，然后运行：npm run check',
    },
    en: {
      text: '{files} {files#file|files}: {written} {written#table|tables} with {rows} rows written to {folder}; {repaired} repaired, {doubtful} in doubt; {failed} {failed#file|files} could not be read',
      hint: 'Look at each “# 待核对” in them beside the original, delete the comment, then run: npm run check',
    },
  },
  'import/done#dry': {
    zh: {
      text: '{files} 个文件，{tables} 张表、{rows} 行，只看没有写；改 {repaired} 处，疑 {doubtful} 处，{failed} 个文件没有读成',
    },
    en: {
      text: '{files} {files#file|files}, {tables} {tables#table|tables} with {rows} rows, nothing written; {repaired} repaired, {doubtful} in doubt; {failed} {failed#file|files} could not be read',
    },
  },

  'import/done#none': {
    zh: { text: '{files} 个文件，一张表也没有写' },
    en: { text: '{files} {files#file|files}, no table written' },
  },

  'import/encoding': {
    zh: { text: '文字编码是 {encoding}，写出来的是 UTF-8' },
    en: { text: 'the text is encoded in {encoding}; what is written is UTF-8' },
  },
  'import/hidden#sheets': {
    zh: { text: '隐藏的工作表没有读：{names}', hint: '要读的，在表格软件里取消隐藏再存' },
    en: {
      text: 'hidden sheets were not read: {names}',
      hint: 'Unhide them and save the file to have them read',
    },
  },
  'import/hidden': {
    zh: { text: '工作表“{sheet}”有隐藏的行或列，照样读了：{places}' },
    en: { text: 'sheet “{sheet}” has hidden rows or columns, which were read all the same: {places}' },
  },
  'import/formulas': {
    zh: { text: '工作表“{sheet}”有 {count} 格是公式，用的是上次存的结果：{places}' },
    en: { text: 'sheet “{sheet}” has {count} formulas, whose saved results were used: {places}' },
  },
  'import/tracked': {
    zh: { text: '有 {count} 处修订，按全部接受读' },
    en: { text: '{count} tracked changes were read as accepted' },
  },
  'import/numbered': {
    zh: { text: '有 {count} 段带自动编号，编号写成了字' },
    en: { text: '{count} paragraphs are numbered automatically; the numbers were written as text' },
  },
  'import/boxes': {
    zh: { text: '有 {count} 个文本框，里面的字也读了' },
    en: { text: '{count} text boxes were read, too' },
  },
  'import/symbols': {
    zh: { text: '有不认识的符号，写成了 �：{symbols}' },
    en: { text: 'unknown symbols were written as �: {symbols}' },
  },
  'import/comments': {
    zh: { text: '批注没有读' },
    en: { text: 'comments in the margin were not read' },
  },
  'import/converted': {
    zh: { text: '先用 LibreOffice 转成了 .{format}' },
    en: { text: 'was converted to .{format} by LibreOffice first' },
  },
  'import/no-table': {
    zh: { text: '工作表“{sheet}”里没有找到绩效目标表，没有读' },
    en: { text: 'sheet “{sheet}” has no table that is known and was not read' },
  },
  'import/no-tables': {
    zh: {
      text: '里面没有找到绩效目标表',
      hint: '表里要有“三级指标”“指标值”这样的栏目标题，和写着“项目名称”的一格',
    },
    en: {
      text: 'has no table that is known',
      hint: 'A table has headings such as 三级指标 and 指标值, and a cell that says 项目名称',
    },
  },
  'import/no-office': {
    zh: {
      text: '这种格式要先转换，这台电脑上没有 LibreOffice',
      hint: '用 Office 或 WPS 打开它，另存为 .{format}，再导入；或者装上 LibreOffice',
    },
    en: {
      text: 'has a format that LibreOffice converts, which is not installed',
      hint: 'Open it in Office or WPS and save it as .{format}; or install LibreOffice',
    },
  },
  'import/not-converted': {
    zh: {
      text: 'LibreOffice 打不开它',
      hint: '用 Office 或 WPS 打开它，另存为 .{format}，再导入',
    },
    en: {
      text: 'cannot be opened by LibreOffice',
      hint: 'Open it in Office or WPS and save it as .{format}',
    },
  },
  'import/empty': {
    zh: { text: '是空的', hint: '换一个有内容的文件' },
    en: { text: 'is empty', hint: 'Choose a file with something in it' },
  },
  'import/missing': {
    zh: { text: '没有这个文件', hint: '看看路径写得对不对；名称里有空格的，整个加上引号' },
    en: { text: 'there is no such file', hint: 'Check the path; one with blanks goes in quotes' },
  },
  'import/encrypted': {
    zh: { text: '加了密码，打不开', hint: '在 Office 或 WPS 里去掉密码再存，再导入' },
    en: { text: 'is protected by a password', hint: 'Remove the password in Office or WPS and save it' },
  },
  'import/pdf': {
    zh: {
      text: '是 PDF，里面没有格子，不能导入',
      hint: '找它原来的 Word 或 Excel 文件；没有的，用 WPS 把 PDF 转成 Word 再导入',
    },
    en: {
      text: 'is a PDF, which has no cells',
      hint: 'Import the Word or Excel file that it was made from',
    },
  },
  'import/not-text': {
    zh: { text: '不是表格、文档，也不是文字', hint: '能导入的是 .docx、.xlsx 和用制表符分开的文字' },
    en: {
      text: 'is no sheet, document or text',
      hint: 'Files of .docx, .xlsx and tab-separated text can be imported',
    },
  },
  'import/other-package': {
    zh: { text: '是压缩文件，里面不是 Word 或 Excel 的内容', hint: '先解压，再导入里面的文件' },
    en: { text: 'is an archive without a document or workbook', hint: 'Unpack it and import what is in it' },
  },
  'import/damaged': {
    zh: { text: '坏了，或者没有下载完整', hint: '重新下载；能用 Office 或 WPS 打开的，另存一份再导入' },
    en: {
      text: 'is damaged or was cut short',
      hint: 'Fetch it again; if Office or WPS can open it, save it again',
    },
  },
  'import/doctype': {
    zh: {
      text: '里面有 Office 不会写的定义（DOCTYPE），没有读',
      hint: '用 Office 或 WPS 打开它，另存一份再导入',
    },
    en: {
      text: 'has definitions (DOCTYPE) that no office program writes',
      hint: 'Save it again in Office or WPS',
    },
  },
  'import/too-deep': {
    zh: { text: '里面一层套一层，太深了，没有读', hint: '表格不要套在表格里；另存一份再导入' },
    en: { text: 'is nested too deeply', hint: 'Do not put tables within tables' },
  },
  'import/too-large': {
    zh: { text: '超过了 {limit} MB，没有读', hint: '去掉图片，或者分成几个文件' },
    en: { text: 'is larger than {limit} MB', hint: 'Remove pictures, or divide it' },
  },
  'import/too-large#unpacked': {
    zh: { text: '解开以后超过了 {limit} MB，没有读', hint: '把用不着的行和列删掉，或者分成几个文件' },
    en: { text: 'is larger than {limit} MB once unpacked', hint: 'Delete what is not needed, or divide it' },
  },
  'import/too-many#sheets': {
    zh: { text: '工作表超过 {limit} 个，没有读', hint: '分成几个文件' },
    en: { text: 'has more than {limit} sheets', hint: 'Divide it' },
  },
  'import/too-many#rows': {
    zh: { text: '行数超过 {limit}，没有读', hint: '分成几个文件' },
    en: { text: 'has more than {limit} rows', hint: 'Divide it' },
  },
  'import/too-many#columns': {
    zh: { text: '列数超过 {limit}，没有读', hint: '把用不着的列删掉' },
    en: { text: 'has more than {limit} columns', hint: 'Delete what is not needed' },
  },
  'import/too-many#cells': {
    zh: { text: '有字的格子超过 {limit} 个，没有读', hint: '分成几个文件' },
    en: { text: 'has more than {limit} cells', hint: 'Divide it' },
  },
  'import/too-many#elements': {
    zh: { text: '内容太多，没有读', hint: '分成几个文件' },
    en: { text: 'has too much in it', hint: 'Divide it' },
  },
  'import/too-long': {
    zh: { text: '有一格超过 {limit} 个字，没有读', hint: '看看是不是把整篇文章粘进了一格' },
    en: {
      text: 'has a cell of more than {limit} characters',
      hint: 'Look whether a whole text was pasted into it',
    },
  },
  'import/exists': {
    zh: { text: '{file} 已经有了，没有动它，这份文件里的表一张也没有写', hint: '要覆盖的，加 --force' },
    en: {
      text: '{file} exists and was not touched; no table of this file was written',
      hint: 'Add --force to replace it',
    },
  },
  'import/same-name': {
    zh: {
      text: '有两张表都叫“{stem}”，这份文件里的表一张也没有写',
      hint: '在原来的文件里把它们的项目名称分开',
    },
    en: {
      text: 'has two tables called “{stem}”; none of its tables was written',
      hint: 'Give them different names',
    },
  },
} satisfies Messages;
