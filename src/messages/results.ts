import { messages } from './catalogue.ts';

/** Results: 自评 and 监控, beside their goals. */
export const resultMessages = messages(`
result/no-goal
  “{folder}”里没有“{name}”这张目标表 ⇒ 文件名要与目标表的文件名相同；目标表删了的，把这个文件也删掉
  “{folder}” has no table “{name}” for these results ⇒ Results have the file name of their table; if that is gone, remove them, too
result/no-goal#nearest
  ⇒ 是不是“{nearest}”？把文件改成那个名字
  ⇒ Perhaps “{nearest}”? Rename the file accordingly
result/unknown-indicator
  目标表里没有“{name}”这个指标 ⇒ 照目标表的三级指标写，一字不差；目标表里没有的，删掉
  The table has no indicator “{name}” ⇒ Write the 三级指标 exactly as in the table, or remove it
result/unknown-indicator#nearest
  ⇒ 是不是“{nearest}”？
  ⇒ Perhaps “{nearest}”?
result/ambiguous-indicator
  目标表里不止一个指标叫“{name}” ⇒ 写清是哪一个：“{paths}”
  The table has several indicators “{name}” ⇒ Say which one: “{paths}”
result/doubled-indicator
  “{name}”的结果写了两次，前面已经写在“{first}” ⇒ 留一处
  The result of “{name}” is written twice, before as “{first}” ⇒ Keep one of them
result/missing-indicator
  没有写“{name}”的结果 ⇒ 在“指标”下面加一行“{name}: ”和{actual}完成的值；还没有的先写“待填”
  The result of “{name}” is missing ⇒ Add “{name}: ” and what was reached under 指标; 待填 while it is not known
result/missing-indicator#more
  还有 {count} 个指标没有写结果
  {count} more indicators have no result
result/repeats-goal
  “{key}”目标表里已经有（“{source}”），结果里不再写 ⇒ 把这一项删掉
  “{key}” is in the table already (“{source}”) ⇒ Remove it from the results
result/missing-value
  “{name}”没有写“{key}” ⇒ 在它下面加一行“{key}: ……”；还没有的先写“待填”
  “{name}” has no “{key}” ⇒ Add “{key}: …”; 待填 while it is not known
result/not-a-figure
  “{text}”不是一个数加单位 ⇒ 照目标的单位写，例如“{example}”
  “{text}” is no number with a unit ⇒ Write it in the unit of its target, for example “{example}”
result/not-a-figure#corrected
  ⇒ 写成“{corrected}”
  ⇒ Write “{corrected}”
result/no-unit
  “{text}”没有写单位 ⇒ 目标的单位是“{unit}”；同一个单位就写“{plain}”
  “{text}” has no unit ⇒ The target is in “{unit}”; in the same unit write “{plain}”
result/sign
  实际完成的是一个数，前面不写符号：“{text}” ⇒ 写实际的数，例如“{plain}”
  What was reached is one number without a sign: “{text}” ⇒ Write the number, for example “{plain}”
result/sign#corrected
  ⇒ 写成“{corrected}”
  ⇒ Write “{corrected}”
result/unit
  “{text}”的单位和目标“{target}”的不同，没法比 ⇒ 换算成“{wanted}”再写
  “{text}” is in another unit than its target “{target}” and cannot be compared ⇒ Convert it to “{wanted}”
figure/percent-range#actual
  “{text}”超过了 100 % ⇒ 核对数字
  “{text}” is over 100 % ⇒ Compare the number
figure/percent-range#actual-misread
  “{text}”超过了 100 % ⇒ 核对数字：是不是“{example}”？
  “{text}” is over 100 % ⇒ Compare the number: perhaps “{example}”?
figure/negative#actual
  “{text}”是负数 ⇒ 核对数字：是不是多打了负号？
  “{text}” is less than nothing ⇒ Compare the number
figure/decimals#actual
  “{unit}”是一个一个数的，却写了小数“{text}” ⇒ 核对数字，改成整数
  “{unit}” is counted one by one, but “{text}” has decimals ⇒ Write a whole number
result/funds-twice
  “{text}”写了两次：“{total}”下面一次，直接写在“资金”下面一次 ⇒ 留一处
  “{text}” is written both under {total} and directly under 资金 ⇒ Keep one of them
result/degree
  “{text}”不是一档，也不是百分之几 ⇒ 写 {bands} 里的一档，或者百分之几，例如“85 %”
  “{text}” is neither a band nor a percentage ⇒ Write a band ({bands}) or a percentage
result/degree#over
  “{text}”超过了 100 % ⇒ 最多写 100 %
  “{text}” is over 100 % ⇒ Write at most 100 %
result/degree#outside
  “{band}”是 {from}–{to} %，“{text}”不在里面 ⇒ 改档，或者改百分数
  “{band}” is {from}–{to} %, and “{text}” is not ⇒ Change the band or the percentage
result/no-degree
  “{name}”的目标是文字，要写完成到什么程度才能计分 ⇒ 加一项“{key}: ”，写 {bands} 里的一档，或者百分之几
  The target of “{name}” is in words: points need to know how far it is fulfilled ⇒ Add “{key}: ” with a band ({bands}) or a percentage
result/no-rule
  “{name}”按计分办法算不出得分 ⇒ 自己写“得分”
  No rule gives points to “{name}” ⇒ Write its 得分
result/score-range
  得分“{text}”不在 0 到 {most} 之间 ⇒ 最多是它的分值 {most}
  The points “{text}” are not between 0 and {most} ⇒ At most its weight, {most}
result/forecast
  “{name}”全年预计 {text}，达不到目标 {target}，“{key}”却是“{likelihood}” ⇒ 核对预计的数；达不到的，改“{key}”，并写偏差和说明
  “{name}” is forecast to reach {text}, short of {target}, and {key} is still “{likelihood}” ⇒ Compare the forecast, or change {key} and explain
result/forecast#less
  “{name}”全年预计 {text}，比已经完成的还少 ⇒ 核对两个数
  “{name}” is forecast to reach {text}, less than what is done already ⇒ Compare the two figures
result/missed
  “{name}”没有达到目标：完成 {actual}，目标是 {target} ⇒ 加一项“{key}: ……”，说明原因
  “{name}” missed its target: {actual} against {target} ⇒ Add “{key}: …” with the reason
result/unexplained
  “{name}”只得了分值的 {share} %，没有写“{key}” ⇒ 低于 {below} % 的要写：加一项“{key}: ……”
  “{name}” got {share} % of its points and has no “{key}” ⇒ Below {below} % it is required
result/unexplained#above
  “{name}”完成了目标的 {share} %，没有写“{key}” ⇒ 超过 {above} % 的要写：加一项“{key}: ……”
  “{name}” reached {share} % of its target and has no “{key}” ⇒ Above {above} % it is required
result/unexplained#execution
  预算执行率是 {rate}，没有写“{key}” ⇒ 低于 {below} % 的要写：在“资金”下面加一项“{key}: ……”
  Execution of the budget is {rate} and has no “{key}” ⇒ Below {below} % it is required under 资金
result/weights
  各指标的分值加起来是 {sum}，应当是 {wanted} ⇒ 改分值，加上预算执行率正好 100
  The points of the indicators add up to {sum}, not to {wanted} ⇒ With those of execution they make 100
result/weights#level1
  表式没有说“{level1}”多少分 ⇒ 给这几个指标写上“分值”：{names}
  The form gives no points to “{level1}” ⇒ Write 分值 for: {names}
result/weights#none-left
  “{level1}”的 {points} 分已经分完，这几个指标没有分了：{names} ⇒ 改“分值”，或者全部写上
  The {points} points of “{level1}” are used up; none are left for: {names} ⇒ Change the 分值
result/weights#missing
  表式给“{level1}”{points} 分，目标表里没有这一级指标 ⇒ 给每个指标写上“分值”，加上预算执行率正好 100
  The form gives “{level1}” {points} points, but the table has no such indicators ⇒ Write the 分值 of every indicator, so that with execution they make 100
result/no-funds
  “资金”里没有写“{key}” ⇒ 加一行“{key}: 数 单位”，例如“{key}: 30 万元”
  资金 has no “{key}” ⇒ Add it with its unit, for example “{key}: 30 万元”
result/funds-sum
  {total}的“{key}”是 {whole} 万元，各项加起来是 {sum} 万元 ⇒ 核对数字；总额不写也可以，由程序加
  “{key}” of {total} is {whole} 万元, but its parts add up to {sum} 万元 ⇒ Compare the figures; the total may be left out
result/overspent
  执行数超过了预算数，执行率是 {rate} ⇒ 核对数字和单位
  More was spent than the budget: {rate} ⇒ Compare figures and units
result/no-rate
  算不出预算执行率 ⇒ “{budget}”要大于 0；没有预算的，写“得分”
  The execution of the budget cannot be computed ⇒ “{budget}” must be more than 0; or write 得分
result/no-likelihood
  “{name}”是{lamp}灯，要写“{key}” ⇒ 写{options}里的一样
  “{name}” has the lamp {lamp} and needs “{key}” ⇒ One of {options}
result/doubt-unexplained
  “{name}”{likelihood}完成，还要写：{missing} ⇒ 在它下面加上
  “{name}” is {likelihood} and has no {missing} ⇒ Add them below it
`);
