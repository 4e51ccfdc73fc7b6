import type { Messages } from './catalogue.ts';

/** Results: 自评 and 监控, beside their goals. */
export const resultMessages = {
  'result/no-goal': {
    zh: {
      text: '“{folder}”里没有“{name}”这张目标表',
      hint: '文件名要与目标表的文件名相同；目标表删了的，把这个文件也删掉',
    },
    en: {
      text: '“{folder}” has no table “{name}” for these results',
      hint: 'Results have the file name of their table; if that is gone, remove them, too',
    },
  },
  'result/no-goal#nearest': {
    zh: { hint: '是不是“{nearest}”？把文件改成那个名字' },
    en: { hint: 'Perhaps “{nearest}”? Rename the file accordingly' },
  },
  'result/unknown-indicator': {
    zh: {
      text: '目标表里没有“{name}”这个指标',
      hint: '照目标表的三级指标写，一字不差；目标表里没有的，删掉',
    },
    en: {
      text: 'The table has no indicator “{name}”',
      hint: 'Write the 三级指标 exactly as in the table, or remove it',
    },
  },
  'result/unknown-indicator#nearest': {
    zh: { hint: '是不是“{nearest}”？' },
    en: { hint: 'Perhaps “{nearest}”?' },
  },
  'result/ambiguous-indicator': {
    zh: { text: '目标表里不止一个指标叫“{name}”', hint: '写清是哪一个：“{paths}”' },
    en: { text: 'The table has several indicators “{name}”', hint: 'Say which one: “{paths}”' },
  },
  'result/doubled-indicator': {
    zh: { text: '“{name}”的结果写了两次，前面已经写在“{first}”', hint: '留一处' },
    en: { text: 'The result of “{name}” is written twice, before as “{first}”', hint: 'Keep one of them' },
  },
  'result/missing-indicator': {
    zh: {
      text: '没有写“{name}”的结果',
      hint: '在“指标”下面加一行“{name}: ”和{actual}完成的值；还没有的先写“待填”',
    },
    en: {
      text: 'The result of “{name}” is missing',
      hint: 'Add “{name}: ” and what was reached under 指标; 待填 while it is not known',
    },
  },
  'result/missing-indicator#more': {
    zh: { text: '还有 {count} 个指标没有写结果' },
    en: { text: '{count} more indicators have no result' },
  },
  'result/repeats-goal': {
    zh: { text: '“{key}”目标表里已经有（“{source}”），结果里不再写', hint: '把这一项删掉' },
    en: { text: '“{key}” is in the table already (“{source}”)', hint: 'Remove it from the results' },
  },
  'result/missing-value': {
    zh: { text: '“{name}”没有写“{key}”', hint: '在它下面加一行“{key}: ……”；还没有的先写“待填”' },
    en: { text: '“{name}” has no “{key}”', hint: 'Add “{key}: …”; 待填 while it is not known' },
  },
  'result/not-a-figure': {
    zh: { text: '“{text}”不是一个数加单位', hint: '照目标的单位写，例如“{example}”' },
    en: {
      text: '“{text}” is no number with a unit',
      hint: 'Write it in the unit of its target, for example “{example}”',
    },
  },
  'result/not-a-figure#corrected': {
    zh: { hint: '写成“{corrected}”' },
    en: { hint: 'Write “{corrected}”' },
  },
  'result/no-unit': {
    zh: { text: '“{text}”没有写单位', hint: '目标的单位是“{unit}”；同一个单位就写“{plain}”' },
    en: {
      text: '“{text}” has no unit',
      hint: 'The target is in “{unit}”; in the same unit write “{plain}”',
    },
  },
  'result/sign': {
    zh: { text: '实际完成的是一个数，前面不写符号：“{text}”', hint: '写实际的数，例如“{plain}”' },
    en: {
      text: 'What was reached is one number without a sign: “{text}”',
      hint: 'Write the number, for example “{plain}”',
    },
  },
  'result/sign#corrected': {
    zh: { hint: '写成“{corrected}”' },
    en: { hint: 'Write “{corrected}”' },
  },
  'result/unit': {
    zh: { text: '“{text}”的单位和目标“{target}”的不同，没法比', hint: '换算成“{wanted}”再写' },
    en: {
      text: '“{text}” is in another unit than its target “{target}” and cannot be compared',
      hint: 'Convert it to “{wanted}”',
    },
  },
  'figure/percent-range#actual': {
    zh: { text: '“{text}”超过了 100 %', hint: '核对数字' },
    en: { text: '“{text}” is over 100 %', hint: 'Compare the number' },
  },
  'figure/percent-range#actual-misread': {
    zh: { text: '“{text}”超过了 100 %', hint: '核对数字：是不是“{example}”？' },
    en: { text: '“{text}” is over 100 %', hint: 'Compare the number: perhaps “{example}”?' },
  },
  'figure/negative#actual': {
    zh: { text: '实际完成的“{text}”是负数', hint: '核对数字：是不是多打了负号？' },
    en: { text: '“{text}” is less than nothing', hint: 'Compare the number' },
  },
  'figure/decimals#actual': {
    zh: { text: '“{unit}”是一个一个数的，却写了小数“{text}”', hint: '核对数字，改成整数' },
    en: { text: '“{unit}” is counted one by one, but “{text}” has decimals', hint: 'Write a whole number' },
  },
  'result/funds-twice': {
    zh: { text: '“{text}”写了两次：“{total}”下面一次，直接写在“资金”下面一次', hint: '留一处' },
    en: { text: '“{text}” is written both under {total} and directly under 资金', hint: 'Keep one of them' },
  },
  'result/degree': {
    zh: { text: '“{text}”不是一档，也不是百分之几', hint: '写 {bands} 里的一档，或者百分之几，例如“85 %”' },
    en: {
      text: '“{text}” is neither a band nor a percentage',
      hint: 'Write a band ({bands}) or a percentage',
    },
  },
  'result/degree#over': {
    zh: { text: '“{text}”超过了 100 %', hint: '最多写 100 %' },
    en: { text: '“{text}” is over 100 %', hint: 'Write at most 100 %' },
  },
  'result/degree#outside': {
    zh: { text: '“{band}”是 {from}–{to} %，“{text}”不在里面', hint: '改档，或者改百分数' },
    en: { text: '“{band}” is {from}–{to} %, and “{text}” is not', hint: 'Change the band or the percentage' },
  },
  'result/no-degree': {
    zh: {
      text: '“{name}”的目标是文字，要写完成到什么程度才能计分',
      hint: '加一项“{key}: ”，写 {bands} 里的一档，或者百分之几',
    },
    en: {
      text: 'The target of “{name}” is in words: points need to know how far it is fulfilled',
      hint: 'Add “{key}: ” with a band ({bands}) or a percentage',
    },
  },
  'result/no-rule': {
    zh: { text: '“{name}”按计分办法算不出得分', hint: '自己写“得分”' },
    en: { text: 'No rule gives points to “{name}”', hint: 'Write its 得分' },
  },
  'result/score-range': {
    zh: { text: '得分“{text}”不在 0 到 {most} 之间', hint: '最多是它的分值 {most}' },
    en: { text: 'The points “{text}” are not between 0 and {most}', hint: 'At most its weight, {most}' },
  },
  'result/missed': {
    zh: { text: '“{name}”没有达到目标：完成 {actual}，目标是 {target}', hint: '加一项“{key}: ……”，说明原因' },
    en: {
      text: '“{name}” missed its target: {actual} against {target}',
      hint: 'Add “{key}: …” with the reason',
    },
  },
  'result/unexplained': {
    zh: {
      text: '“{name}”只得了分值的 {share} %，没有写“{key}”',
      hint: '低于 {below} % 的要写：加一项“{key}: ……”',
    },
    en: {
      text: '“{name}” got {share} % of its points and has no “{key}”',
      hint: 'Below {below} % it is required',
    },
  },
  'result/unexplained#above': {
    zh: {
      text: '“{name}”完成了目标的 {share} %，没有写“{key}”',
      hint: '超过 {above} % 的要写：加一项“{key}: ……”',
    },
    en: {
      text: '“{name}” reached {share} % of its target and has no “{key}”',
      hint: 'Above {above} % it is required',
    },
  },
  'result/unexplained#execution': {
    zh: {
      text: '预算执行率是 {rate}，没有写“{key}”',
      hint: '低于 {below} % 的要写：在“资金”下面加一项“{key}: ……”',
    },
    en: {
      text: 'Execution of the budget is {rate} and has no “{key}”',
      hint: 'Below {below} % it is required under 资金',
    },
  },
  'result/weights': {
    zh: { text: '各指标的分值加起来是 {sum}，应当是 {wanted}', hint: '改分值，加上预算执行率正好 100' },
    en: {
      text: 'The points of the indicators add up to {sum}, not to {wanted}',
      hint: 'With those of execution they make 100',
    },
  },
  'result/weights#level1': {
    zh: { text: '表式没有说“{level1}”多少分', hint: '给这几个指标写上“分值”：{names}' },
    en: { text: 'The form gives no points to “{level1}”', hint: 'Write 分值 for: {names}' },
  },
  'result/weights#none-left': {
    zh: {
      text: '“{level1}”的 {points} 分已经分完，这几个指标没有分了：{names}',
      hint: '改“分值”，或者全部写上',
    },
    en: {
      text: 'The {points} points of “{level1}” are used up; none are left for: {names}',
      hint: 'Change the 分值',
    },
  },
  'result/weights#missing': {
    zh: {
      text: '表式给“{level1}”{points} 分，目标表里没有这一级指标',
      hint: '给每个指标写上“分值”，加上预算执行率正好 100',
    },
    en: {
      text: 'The form gives “{level1}” {points} points, but the table has no such indicators',
      hint: 'Write the 分值 of every indicator, so that with execution they make 100',
    },
  },
  'result/no-funds': {
    zh: { text: '“资金”里没有写“{key}”', hint: '加一行“{key}: 数 单位”，例如“{key}: 30 万元”' },
    en: { text: '资金 has no “{key}”', hint: 'Add it with its unit, for example “{key}: 30 万元”' },
  },
  'result/funds-sum': {
    zh: {
      text: '{total}的“{key}”是 {whole} 万元，各项加起来是 {sum} 万元',
      hint: '核对数字；总额不写也可以，由程序加',
    },
    en: {
      text: '“{key}” of {total} is {whole} 万元, but its parts add up to {sum} 万元',
      hint: 'Compare the figures; the total may be left out',
    },
  },
  'result/overspent': {
    zh: { text: '执行数超过了预算数，执行率是 {rate}', hint: '核对数字和单位' },
    en: { text: 'More was spent than the budget: {rate}', hint: 'Compare figures and units' },
  },
  'result/no-rate': {
    zh: { text: '算不出预算执行率', hint: '“{budget}”要大于 0；没有预算的，写“得分”' },
    en: {
      text: 'The execution of the budget cannot be computed',
      hint: '“{budget}” must be more than 0; or write 得分',
    },
  },
  'result/no-likelihood': {
    zh: { text: '“{name}”是{lamp}灯，要写“{key}”', hint: '写{options}里的一样' },
    en: { text: '“{name}” has the lamp {lamp} and needs “{key}”', hint: 'One of {options}' },
  },
  'result/doubt-unexplained': {
    zh: { text: '“{name}”{likelihood}完成，还要写：{missing}', hint: '在它下面加上' },
    en: { text: '“{name}” is {likelihood} and has no {missing}', hint: 'Add them below it' },
  },
  'file/ignored#results-booklet': {
    zh: {
      text: '自评、监控的文件夹不用 booklet.yaml，没有读',
      hint: '删掉；标题、单位在目标表那里的 booklet.yaml 里写',
    },
    en: {
      text: 'Folders of results have no booklet.yaml; it is not read',
      hint: 'Remove it; that of the goals is used',
    },
  },
  'file/ignored#in-evaluation': {
    zh: {
      text: '“自评”里面不再分文件夹，“{inside}”里的文件没有读',
      hint: '结果文件直接放在“自评”里；“{inside}”是单位的，放到这个单位自己的“自评”里',
    },
    en: {
      text: '自评 has no folders in it; the files in “{inside}” are not read',
      hint: 'Results are in 自评 itself; those of an office are in that office’s own 自评',
    },
  },
  'file/ignored#monitoring': {
    zh: { text: '监控按月份放，这个文件不在月份的文件夹里，没有读', hint: '移到例如“监控/7月”里' },
    en: {
      text: '监控 has a folder for each month, and the file is in none; it is not read',
      hint: 'Move it into “监控/7月”, for example',
    },
  },
  'file/ignored#near-results': {
    zh: {
      text: '结果只在“自评”和“监控/7月”这样的文件夹里读，“{inside}”里的文件没有读',
      hint: '把文件夹改名为“{month}”',
    },
    en: {
      text: 'Results are in folders like 自评 and 监控/7月; the files in “{inside}” are not read',
      hint: 'Rename the folder to “{month}”',
    },
  },
  'file/ignored#month': {
    zh: { text: '“{inside}”不是月份的写法，里面的文件没有读', hint: '把文件夹改名为“{month}”' },
    en: {
      text: '“{inside}” is not how a month is written; the files in it are not read',
      hint: 'Rename the folder to “{month}”',
    },
  },
  'file/ignored#no-month': {
    zh: { text: '“{inside}”不是月份，里面的文件没有读', hint: '监控的文件夹是 1月 到 12月，例如“监控/7月”' },
    en: {
      text: '“{inside}” is no month; the files in it are not read',
      hint: '监控 has folders 1月 to 12月',
    },
  },
  'file/ignored#in-month': {
    zh: { text: '月份里面不再分文件夹，这个文件没有读', hint: '移到月份的文件夹里' },
    en: {
      text: 'A month has no folders in it; the file is not read',
      hint: 'Move it into the folder of the month',
    },
  },
  'form/no-actual': {
    zh: { text: '“行”里没有一项的用途是“实际”', hint: '加上，例如“实际: { 类型: 文字, 用途: 实际, …… }”' },
    en: { text: 'No entry of 行 has the 用途 实际', hint: 'Add one' },
  },
  'form/score-without-rule': {
    zh: { text: '有“{name}”这一列，没有写“计分”', hint: '写上“计分”，或者去掉这一列' },
    en: { text: 'There is a column “{name}” and no 计分', hint: 'Add 计分, or remove the column' },
  },
  'form/points': {
    zh: { text: '执行率和各一级指标的分值加起来是 {sum}，不是 100', hint: '改到合计 100' },
    en: {
      text: 'The points of execution and of the 一级指标 add up to {sum}, not to 100',
      hint: 'Make them 100',
    },
  },
  'form/bands': {
    zh: { text: '“{name}”从 {from} 到 {to}，应当从 {upper} 起，往下', hint: '各档从 100 到 0，一档接一档' },
    en: {
      text: '“{name}” is from {from} to {to} and should begin at {upper}',
      hint: 'Bands follow each other from 100 to 0',
    },
  },
  'form/bands#end': {
    zh: { text: '最后一档“{name}”到 {to}，不是 0', hint: '各档从 100 到 0，一档接一档' },
    en: {
      text: 'The last band “{name}” ends at {to}, not at 0',
      hint: 'Bands follow each other from 100 to 0',
    },
  },
  'form/band-take': {
    zh: {
      text: '“{name}”取 {take}，不在 {from} 到 {to} 之间',
      hint: '“取”是只写档时按百分之几，要在这一档里',
    },
    en: { text: '“{name}” takes {take}, which is not from {from} to {to}', hint: '取 is within its band' },
  },
  'form/grades': {
    zh: { text: '“{name}”从 {from} 起，不比上一等的 {above} 低', hint: '等级从高到低写' },
    en: {
      text: '“{name}” begins at {from}, not below {above}',
      hint: 'Grades go from the best to the worst',
    },
  },
  'form/grades#end': {
    zh: { text: '最后一等“{name}”不是从 0 起', hint: '最后一等写 0' },
    en: { text: 'The last grade “{name}” does not begin at 0', hint: 'The last one is 0' },
  },
  'form/funds-widths': {
    zh: { text: '资金各列的宽加起来是 {sum}，没有地方写行的名称了', hint: '加起来要小于 90' },
    en: {
      text: 'The columns of 资金 take {sum} % and leave no room for the names',
      hint: 'Keep them below 90',
    },
  },
  'form/funds-rate': {
    zh: { text: '要算执行率，资金的列里要有用途是“预算数”和“执行数”的', hint: '加上“用途”' },
    en: { text: 'The rate of execution needs columns with the 用途 预算数 and 执行数', hint: 'Add them' },
  },
  'form/funds-twice': {
    zh: { text: '“{name}”又是资金的行，又是列', hint: '改一个名称' },
    en: { text: '“{name}” is a row of 资金 and a column', hint: 'Rename one' },
  },
  'form/funds-nowhere': {
    zh: { text: '写了“资金”，“表头”里没有它', hint: '在“表头”里加一行“- 资金”' },
    en: { text: '资金 is not printed anywhere', hint: 'Add a line “- 资金” to 表头' },
  },
  'form/lamps': {
    zh: { text: '“{name}”的“低于”不对', hint: '从低到高写，只有最后一种不写“低于”' },
    en: {
      text: 'The 低于 of “{name}” is wrong',
      hint: 'From the lowest to the highest; only the last has none',
    },
  },
} satisfies Messages;
