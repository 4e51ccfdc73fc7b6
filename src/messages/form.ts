import { messages } from './catalogue.ts';

/** Mistakes in a form file, reported to its keeper. */
export const formMessages = messages(`
form/unknown-name
  表式里没有“{name}” ⇒ 这里可以写：{known}
  The form describes no “{name}” ⇒ Possible here: {known}
form/empty-column
  “{name}”这一列没有写印什么 ⇒ 写上“内容”；是几列上面共同的标题，就写“列”
  The column “{name}” does not say what it prints ⇒ Give 内容, or 列 for a heading over several
form/too-deep
  “{name}”已经在一个标题下面，不能再分列 ⇒ 标题最多两层
  “{name}” is below a heading already and cannot be divided again ⇒ There are at most two lines of headings
form/part-of-none
  “{name}”不是指标值，不能分成符号、数、单位 ⇒ 删掉“部分”
  “{name}” is no figure and has no sign, number and unit ⇒ Remove “部分”
form/column-twice
  “{name}”已经有一列了，又印了一遍 ⇒ 删掉一列；左右两半各印一遍的，写上“随”
  “{name}” is in a column already ⇒ Remove one; of two halves that both print it, one has “随”
form/option-nowhere
  “{name}”的选项 {options} 没有列，选了它印不出来 ⇒ 每个选项一列，或者只用一列、不写“选项”
  The options {options} of “{name}” have no column and would not be printed ⇒ Give each option a column, or all of them one without “选项”
form/name-nowhere
  “{part}”里没有“{name}”，印不出来 ⇒ 在“{part}”里加上它
  “{name}” is not printed: “{part}” does not have it ⇒ Add it to “{part}”
form/field-twice
  “{name}”前面已经印过一遍 ⇒ 删掉一处
  “{name}” is printed above already ⇒ Remove one of them
form/group-twice
  “{name}”在这里写了两遍 ⇒ 删掉一个
  “{name}” is here twice ⇒ Remove one
form/group-nowhere
  “指标”里写了“{level1}/{name}”，“体系”里没有它，没有表用得上 ⇒ 加到“体系”里，或者从“指标”里删掉
  “{level1}/{name}” is in 指标 and in no 体系: no table can have it ⇒ Add it to 体系, or remove it from 指标
form/weights
  分项总分加起来是 {sum}，比总分 {total} 多 ⇒ 改到不超过总分
  The totals of the parts add up to {sum}, more than {total} ⇒ Keep them within the total
form/reserved
  “{name}”是指标树的名称，不能再作别的用 ⇒ 换一个名称
  “{name}” is the key of the indicators and cannot mean anything else ⇒ Take another name
form/widths
  各列的宽加起来是 {sum}，不是 100 ⇒ 宽是占版心的百分数，改到合计 100
  The widths of the columns add up to {sum}, not to 100 ⇒ Widths are per cent of the printable width
form/crowded
  表头的一行里字段太多，列不够分 ⇒ 一行最多写 {most} 个字段
  A line of the head has more fields than the columns can hold ⇒ At most {most} to a line
form/below-only
  “签字”和“注”只能印在表的下面 ⇒ 移到“表尾”里
  “签字” and “注” are only possible below the table ⇒ Move it to “表尾”
form/not-beside
  “{name}”不能和这些字段并排 ⇒ 资金只和资金并排；清单要自己占一行
  “{name}” cannot be beside these fields ⇒ Funds go beside funds; a list has a line of its own
form/block-alone
  “{name}”是资金或清单，要自己占一行 ⇒ 写成“- [{name}]”；几个资金并排，用“并排”
  “{name}” is a block of funds or a list and needs a line of its own ⇒ Write “- [{name}]”, or “并排” for funds side by side
form/line-widths
  这一行各格的宽加起来是 {sum} ⇒ 都写了的合计 100；没有都写的，合计要小于 100
  The widths in this line add up to {sum} ⇒ All of them make 100; some of them less than 100
form/line-kind
  这一行又有“{one}”，又有“{other}” ⇒ 一行只写一种，分成两行
  This line has both “{one}” and “{other}” ⇒ A line is of one kind: make two of it
form/no-parts
  “{name}”没有写“项” ⇒ 资金写有哪几行，清单写有哪几列
  “{name}” has no “项” ⇒ Give the lines of the funds, or the columns of the list
form/parts-of-none
  “{name}”不是资金，也不是清单，不能有“项” ⇒ 把类型改成资金或清单，或者删掉“项”
  “{name}” is neither funds nor a list and has no “项” ⇒ Change its 类型, or remove “项”
form/options
  “{name}”的“类型”和“选项”对不上 ⇒ 类型是“选项”的写“选项: [……]”，别的类型不写
  The 类型 and 选项 of “{name}” do not agree ⇒ A field of type 选项 has “选项: [……]”, no other has
form/funds-of-money
  “{name}”是资金，各行都是金额 ⇒ 删掉各行的“类型”；要写文字的，用清单
  “{name}” is funds: all its lines are amounts ⇒ Remove their 类型, or make it a list
form/unit-of-none
  “{name}”里没有金额，不用写单位 ⇒ 删掉“单位”
  “{name}” has no amounts and needs no unit ⇒ Remove “单位”
form/total-of-none
  “{name}”不能有“合计行” ⇒ 只有带金额的清单才有合计行；资金的合计写在“项”的“合计”里
  “{name}” cannot have a “合计行” ⇒ Only a list with amounts has one; funds are added up with “合计” of a line
form/sum-of-itself
  “{part}”的合计绕回了它自己 ⇒ 合计里只写比它小的各项
  “{part}” is a sum of itself ⇒ Name only its parts
form/block-in-row
  “{name}”写在“行”里，不能是资金或清单 ⇒ 移到“字段”里
  “{name}” is in a row and cannot be funds or a list ⇒ Move it to “字段”
form/base-cycle
  “基于”绕回了自己：{chain} ⇒ 改其中一个“基于”，让最后一个不再基于别的表式
  The forms build on each other: {chain} ⇒ Let one of them build on no other
form/drop-without-base
  没有写“基于”，没有什么可以去掉 ⇒ 写上基于哪个表式，例如“基于: 预算项目绩效目标表”
  “去掉” leaves out entries of a base, and this form has none ⇒ Name it, for example “基于: 预算项目绩效目标表”
form/drop-shape
  “去掉”要写明去掉哪一部分里的哪几项 ⇒ 下一行缩进两格写“字段: [项目编码]”，要去掉的写在方括号里
  “去掉” says which entries of which part are left out ⇒ Write “字段: [项目编码]” below it, indented, with the entries in brackets
form/drop-shape#scoring
  “计分”不能写在“去掉”里 ⇒ 不打分的，在最左边写“计分: 不打分”，从“去掉”里删掉它
  “计分” is not possible in “去掉” ⇒ For no points write “计分: 不打分” at the left margin, and remove it here
form/not-dropped
  “去掉”里只能写{known}，不能写“{key}” ⇒ “{key}”整个沿用，或者在最左边整个重写
  Only {known} can be left out, not “{key}” ⇒ Take “{key}” over as it is, or write it at the left margin
form/not-dropped#list
  “去掉”里只能写{known}，不能写“{key}” ⇒ 一个都不要的，在最左边写“{key}: []”；要别的，在最左边整个重写
  Only {known} can be left out, not “{key}” ⇒ Write “{key}: []” at the left margin for none, or write it there
form/not-dropped#scoring
  “去掉”里只能写{known}，不能写“{key}” ⇒ 不打分的，在最左边写“计分: 不打分”
  Only {known} can be left out, not “{key}” ⇒ For no points write “计分: 不打分” at the left margin
form/nothing-to-drop
  “{base}”的“{part}”里没有“{name}”，不用去掉 ⇒ 可以去掉的：{known}
  “{base}” has no “{name}” in “{part}” to leave out ⇒ It has: {known}
form/dropped-and-stated
  “{name}”又要去掉，又写在“{part}”里 ⇒ 改写一项不用去掉它，从“去掉”里删掉“{name}”
  “{name}” is left out and stated in “{part}” as well ⇒ What is stated replaces what the base has: remove “{name}” from “去掉”
form/dropped-and-used
  “{name}”去掉了，从“{base}”沿用的“{part}”里还有它 ⇒ 把“{part}”里有它的那一部分在这里重写，或者不去掉它
  “{name}” is left out, but “{part}”, inherited from “{base}”, still names it ⇒ State that part of “{part}” here, or keep “{name}”
form/touches
  表式“{form}”改了（{parts}），还没有提交；按它印的有 {count} 张表：{names} ⇒ 改前改后用 npm run diff 对照
  The form “{form}” has changed since the last commit ({parts}); it prints {count} tables: {names} ⇒ Compare with npm run diff
form/other-kind
  “{name}”是“{kind}”的表式，不能写在“{wanted}”后面 ⇒ 写到“{kind}: ”后面，或者换一个种类是“{wanted}”的表式
  “{name}” is a form of kind “{kind}”, not “{wanted}” ⇒ Write it behind “{kind}: ”, or name a form of the other kind
form/missing
  没有“{name}”这个表式 ⇒ 模板文件夹的 forms/ 里有：{known}
  There is no form “{name}” ⇒ forms/ in the folder of templates has: {known}
form/no-actual
  “行”里没有一项的用途是“实际” ⇒ 加上，例如“实际: { 类型: 文字, 用途: 实际, …… }”
  No entry of 行 has the 用途 实际 ⇒ Add one
form/score-without-rule
  有“{name}”这一列，没有写“计分” ⇒ 写上“计分”，或者去掉这一列
  There is a column “{name}” and no 计分 ⇒ Add 计分, or remove the column
form/points
  执行率和各一级指标的分值加起来是 {sum}，不是 100 ⇒ 改到合计 100
  The points of execution and of the 一级指标 add up to {sum}, not to 100 ⇒ Make them 100
form/bands
  “{name}”从 {from} 到 {to}，应当从 {upper} 起，往下 ⇒ 各档从 100 到 0，一档接一档
  “{name}” is from {from} to {to} and should begin at {upper} ⇒ Bands follow each other from 100 to 0
form/bands#end
  最后一档“{name}”到 {to}，不是 0 ⇒ 各档从 100 到 0，一档接一档
  The last band “{name}” ends at {to}, not at 0 ⇒ Bands follow each other from 100 to 0
form/band-take
  “{name}”取 {take}，不在 {from} 到 {to} 之间 ⇒ “取”是只写档时按百分之几，要在这一档里
  “{name}” takes {take}, which is not from {from} to {to} ⇒ 取 is within its band
form/grades
  “{name}”从 {from} 起，不比上一等的 {above} 低 ⇒ 等级从高到低写
  “{name}” begins at {from}, not below {above} ⇒ Grades go from the best to the worst
form/grades#end
  最后一等“{name}”不是从 0 起 ⇒ 最后一等写 0
  The last grade “{name}” does not begin at 0 ⇒ The last one is 0
form/funds-widths
  资金各列的宽加起来是 {sum}，没有地方写行的名称了 ⇒ 加起来要小于 90
  The columns of 资金 take {sum} % and leave no room for the names ⇒ Keep them below 90
form/funds-rate
  要算执行率，资金的列里要有用途是“预算数”和“执行数”的 ⇒ 加上“用途”
  The rate of execution needs columns with the 用途 预算数 and 执行数 ⇒ Add them
form/funds-twice
  “{name}”又是资金的行，又是列 ⇒ 改一个名称
  “{name}” is a row of 资金 and a column ⇒ Rename one
form/funds-nowhere
  写了“资金”，“表头”里没有它 ⇒ 在“表头”里加一行“- 资金”
  资金 is not printed anywhere ⇒ Add a line “- 资金” to 表头
form/lamps
  “{name}”的“低于”不对 ⇒ 从低到高写，只有最后一种不写“低于”
  The 低于 of “{name}” is wrong ⇒ From the lowest to the highest; only the last has none
`);
