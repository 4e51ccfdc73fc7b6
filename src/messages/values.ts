import { messages } from './catalogue.ts';

/** 指标值 and 预算金额: sign, number, unit. */
export const valueMessages = messages(`
value/no-sign#corrected
  指标值“{text}”缺少符号（= > < ≥ ≤） ⇒ 写成“{corrected}”
  The value “{text}” has no sign (= > < ≥ ≤) ⇒ Write “{corrected}”
value/no-sign#percent
  指标值“{text}”缺少符号，百分比又超过了 100 ⇒ 核对数字，再写上符号：是不是“{example}”？
  The value “{text}” has no sign, and is over 100 % ⇒ Compare the number and write a sign: perhaps “{example}”?
value/half-unit
  “{text}”的单位只有一半，“/”前面是什么没有写 ⇒ 写全单位：是不是“{example}”？
  The unit of “{text}” has nothing before its “/” ⇒ Write the whole unit: perhaps “{example}”?
value/half-unit#corrected
  “{text}”的单位前面多了“/” ⇒ 写成“{corrected}”
  There is a stray “/” before the unit of “{text}” ⇒ Write “{corrected}”
value/weight
  “{key}”要写一个数：“{text}” ⇒ 只写数，例如 10 或者 7.5，不写“分”和“%”
  {key} is a number: “{text}” ⇒ The number alone, for example 10 or 7.5
value/weight#corrected
  “{key}”只写数：“{text}” ⇒ 写成“{corrected}”
  {key} is the number alone: “{text}” ⇒ Write “{corrected}”
value/words-for-sign#corrected
  “{text}”用文字代替了符号 ⇒ 写成“{corrected}”
  “{text}” has words in place of a sign ⇒ Write “{corrected}”
value/two-signs
  “{text}”写了两个不同的符号 ⇒ 只留一个：至少用“≥”，至多用“≤”
  “{text}” has two signs that differ ⇒ Keep one: ≥ for at least, ≤ for at most
value/two-signs#corrected
  “{text}”写了不止一个符号 ⇒ 写成“{corrected}”
  “{text}” has more than one sign ⇒ Write “{corrected}”
value/sign-behind#corrected
  “{text}”的符号写在了数字后面 ⇒ 写成“{corrected}”
  The sign of “{text}” is behind the number ⇒ Write “{corrected}”
value/trailing#corrected
  “{text}”末尾多了标点 ⇒ 写成“{corrected}”
  “{text}” ends in a stray punctuation mark ⇒ Write “{corrected}”
value/quotes#corrected
  指标值“{text}”不用加引号、括号 ⇒ 写成“{corrected}”
  The value “{text}” needs no quotes or brackets ⇒ Write “{corrected}”
value/currency#corrected
  “{text}”的货币符号不用写，单位写在数字后面 ⇒ 写成“{corrected}”
  The unit of “{text}” belongs behind the number ⇒ Write “{corrected}”
value/chinese-number#corrected
  “{text}”的数要用阿拉伯数字 ⇒ 写成“{corrected}”
  The number of “{text}” is written in words ⇒ Write “{corrected}”
value/decimal-point#corrected
  “{text}”的小数点写得不全 ⇒ 写成“{corrected}”
  A digit is missing beside the point of “{text}” ⇒ Write “{corrected}”
value/full-width-digits#corrected
  “{text}”里有全角数字 ⇒ 写成“{corrected}”
  “{text}” has full-width digits ⇒ Write “{corrected}”
value/blanks#corrected
  “{text}”的数字或单位里有空格 ⇒ 写成“{corrected}”
  “{text}” has blanks within its number or unit ⇒ Write “{corrected}”
value/thousands#corrected
  “{text}”里有千位逗号 ⇒ 写成“{corrected}”
  “{text}” has a thousands comma ⇒ Write “{corrected}”
value/money-unit
  成本“{text}”的单位后面还有别的字，没法计入合计 ⇒ 单位只写“万元”或“元”，别的话写到“三级指标”里
  The cost “{text}” says more than its unit, so it cannot be added up ⇒ Write only 万元 or 元 as the unit, and the rest in 三级指标
value/money-unit#corrected
  成本“{text}”的单位不完整，没法计入合计 ⇒ 写成“{corrected}”
  The cost “{text}” has no proper unit of money, so it cannot be added up ⇒ Write “{corrected}”
value/unit-twice#corrected
  “{text}”的单位写了两遍 ⇒ 写成“{corrected}”
  The unit of “{text}” is written twice ⇒ Write “{corrected}”
value/amount-sign#corrected
  金额“{text}”前面不写符号 ⇒ 写成“{corrected}”
  The amount “{text}” has no sign ⇒ Write “{corrected}”
value/no-unit
  指标值“{text}”缺少计量单位 ⇒ 在数字后面写上单位；如果是百分比，就是“{example}”
  The value “{text}” has no unit ⇒ Add the unit; a percentage is “{example}”
value/no-unit#cost
  成本“{text}”没有写单位 ⇒ 在数字后面写上单位，例如“≤ 3 万元”“≤ 500 元/人”“= 100 %”
  The cost “{text}” has no unit ⇒ Add the unit, as in “≤ 3 万元”, “≤ 500 元/人” or “= 100 %”
value/date
  “{text}”是日期，不是一个数 ⇒ 日期写在“定性”里
  “{text}” is a date and no number ⇒ A date belongs under 定性
value/date#limit
  ⇒ 日期写在“定性”里，例如“定性: {example}”
  ⇒ A date belongs under 定性: “定性: {example}”
value/date#plain
  ⇒ 这里只写一个数；期限写到“三级指标”里
  ⇒ Write a number here, and the date in 三级指标
value/date#corrected
  ⇒ 把这一行改成“{corrected}”
  ⇒ Change the line to “{corrected}”
value/no-number
  “{text}”里没有读到数字 ⇒ 有数字的写符号、数字、单位，例如“≥ 4 次”；没有数字的不用“指标值”，用“定性”
  There is no number in “{text}” ⇒ A value is sign, number, unit; words belong under 定性
value/no-number#plain
  ⇒ 写符号、数字、单位，例如“≥ 4 次”
  ⇒ A value is sign, number, unit, such as ≥ 4 次
value/no-number#amount
  金额“{text}”里没有读到数字 ⇒ 写一个数和单位，例如“30 万元”；还没有定的，先删掉这一行
  There is no number in the amount “{text}” ⇒ Write one number and its unit, as in “30 万元”; if it is not known yet, remove the line
value/not-one-figure
  “{text}”不是一个数字加单位 ⇒ 一行只写一个数；有几个数就分成几行，或者改用“定性”
  “{text}” is not one number with its unit ⇒ One figure a row; make several rows, or use 定性
value/not-one-figure#plain
  ⇒ 一行只写一个数；有几个数就分成几行
  ⇒ One figure a row; make several rows
value/range
  “{text}”是一个区间，不是一个数 ⇒ 只留一个数，例如“{example}”；一定要写区间就改用“定量其他: {plain}”，并写“{explanation}”
  “{text}” is a range and no number ⇒ Keep one end, as in “{example}”, or use “定量其他: {plain}” with {explanation}
value/range#other
  ⇒ 只留一个数，例如“{example}”；一定要写区间就改用“定量其他: {plain}”
  ⇒ Keep one end, as in “{example}”, or use “定量其他: {plain}”
value/range#words
  ⇒ 只留一个数，例如“{example}”；一定要写区间就改用“定性: {plain}”
  ⇒ Keep one end, as in “{example}”, or use “定性: {plain}”
value/range#plain
  ⇒ 只留一个数，例如“{example}”
  ⇒ Keep one end, as in “{example}”
value/about
  “{text}”是约数，没法考核 ⇒ 写一个确定的数，例如“{example}”；定不下来的改用“定量其他”
  “{text}” is vague and cannot be assessed ⇒ Give a figure such as “{example}”, or use 定量其他
value/about#plain
  ⇒ 写一个确定的数，例如“{example}”
  ⇒ Give a figure such as “{example}”
value/sign-against-words
  “{text}”的符号和文字互相矛盾 ⇒ 只留符号，去掉“以上”“以内”之类的文字
  The sign and the words of “{text}” contradict each other ⇒ Keep the sign, drop the words
value/name-in-value
  “{text}”里除了数还有别的话，“三级指标”里没有 ⇒ 这些话写到“三级指标”里，这里只写“{example}”
  The value “{text}” says more than its figure, and 三级指标 does not say it ⇒ Say it in 三级指标, and keep “{example}” here
value/name-in-value#corrected
  “{text}”里有指标的名称 ⇒ 名称写在“三级指标”里，这里写成“{corrected}”
  The value “{text}” holds the indicator’s name ⇒ The name belongs to 三级指标; write “{corrected}”
value/not-one-amount
  金额“{text}”不是一个数加元、万元或亿元 ⇒ 只写一个数和单位，例如“30 万元”；别的话写到绩效目标里
  The amount “{text}” is not one number with 元, 万元 or 亿元 ⇒ Write one number and its unit, as in “30 万元”; anything else belongs in 绩效目标
value/period
  “{text}”不是起止时间 ⇒ 写从什么时候到什么时候，例如“2023.07–2024.01”“2023年7月至2024年1月”
  “{text}” is not a period ⇒ Write from when to when, such as “2023.07–2024.01” or “2023年7月至2024年1月”
value/period#open
  “{text}”只写了一个时间，没有写到什么时候 ⇒ 写成“起—止”，例如“2023.07–2024.01”
  “{text}” says no end ⇒ Write from when to when, such as “2023.07–2024.01”
value/period#reversed
  “{text}”的结束时间在开始时间前面 ⇒ 核对年份和月份；跨年的，结束时间写上年份
  “{text}” ends before it begins ⇒ Compare years and months; an end in another year needs its year
value/no-money-unit
  金额“{text}”的单位应该是元、万元或亿元 ⇒ 只写一个数和单位，例如“30 万元”；别的话写到绩效目标里
  The amount “{text}” should be in 元, 万元 or 亿元 ⇒ Write one number and its unit, as in “30 万元”; anything else belongs in 绩效目标
value/no-money-unit#corrected
  ⇒ 写成“{corrected}”
  ⇒ Write “{corrected}”
value/no-money-unit#ask
  金额“{text}”没有写单位，不知道是元还是万元 ⇒ 在数字后面补上单位：是“{example}”，还是“{other}”？
  The amount “{text}” has no unit: it may be in 元 or in 万元 ⇒ Add the unit: is it “{example}” or “{other}”?
`);
