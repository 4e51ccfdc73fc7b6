import { advises, type Messages, rewritings, says } from './catalogue.ts';

/** 指标值 and 预算金额: sign, number, unit. */
export const valueMessages = {
  ...rewritings({
    'value/no-sign#corrected': [
      '指标值“{text}”缺少符号（= > < ≥ ≤）',
      'The value “{text}” has no sign (= > < ≥ ≤)',
    ],
    'value/half-unit#corrected': [
      '“{text}”的单位前面多了“/”',
      'There is a stray “/” before the unit of “{text}”',
    ],
    'value/weight#corrected': ['“{key}”只写数：“{text}”', '{key} is the number alone: “{text}”'],
    'value/words-for-sign#corrected': ['“{text}”用文字代替了符号', '“{text}” has words in place of a sign'],
    'value/two-signs#corrected': ['“{text}”写了不止一个符号', '“{text}” has more than one sign'],
    'value/sign-behind#corrected': [
      '“{text}”的符号写在了数字后面',
      'The sign of “{text}” is behind the number',
    ],
    'value/trailing#corrected': ['“{text}”末尾多了标点', '“{text}” ends in a stray punctuation mark'],
    'value/quotes#corrected': [
      '指标值“{text}”不用加引号、括号',
      'The value “{text}” needs no quotes or brackets',
    ],
    'value/currency#corrected': [
      '“{text}”的货币符号不用写，单位写在数字后面',
      'The unit of “{text}” belongs behind the number',
    ],
    'value/chinese-number#corrected': [
      '“{text}”的数要用阿拉伯数字',
      'The number of “{text}” is written in words',
    ],
    'value/decimal-point#corrected': [
      '“{text}”的小数点写得不全',
      'A digit is missing beside the point of “{text}”',
    ],
    'value/full-width-digits#corrected': ['“{text}”里有全角数字', '“{text}” has full-width digits'],
    'value/blanks#corrected': [
      '“{text}”的数字或单位里有空格',
      '“{text}” has blanks within its number or unit',
    ],
    'value/thousands#corrected': ['“{text}”里有千位逗号', '“{text}” has a thousands comma'],
    'value/money-unit#corrected': [
      '成本“{text}”的单位不完整，没法计入合计',
      'The cost “{text}” has no proper unit of money, so it cannot be added up',
    ],
    'value/unit-twice#corrected': ['“{text}”的单位写了两遍', 'The unit of “{text}” is written twice'],
    'value/amount-sign#corrected': ['金额“{text}”前面不写符号', 'The amount “{text}” has no sign'],
  }),
  'value/no-sign#percent': says(
    '指标值“{text}”缺少符号，百分比又超过了 100',
    'The value “{text}” has no sign, and is over 100 %',
    '核对数字，再写上符号：是不是“{example}”？',
    'Compare the number and write a sign: perhaps “{example}”?',
  ),
  'value/no-unit': says(
    '指标值“{text}”缺少计量单位',
    'The value “{text}” has no unit',
    '在数字后面写上单位；如果是百分比，就是“{example}”',
    'Add the unit; a percentage is “{example}”',
  ),
  'value/half-unit': says(
    '“{text}”的单位只有一半，“/”前面是什么没有写',
    'The unit of “{text}” has nothing before its “/”',
    '写全单位：是不是“{example}”？',
    'Write the whole unit: perhaps “{example}”?',
  ),
  'value/date': says(
    '“{text}”是日期，不是一个数',
    '“{text}” is a date and no number',
    '日期写在“定性”里',
    'A date belongs under 定性',
  ),
  'value/date#limit': advises(
    '日期写在“定性”里，例如“定性: {example}”',
    'A date belongs under 定性: “定性: {example}”',
  ),
  'value/date#plain': advises(
    '这里只写一个数；期限写到“三级指标”里',
    'Write a number here, and the date in 三级指标',
  ),
  'value/date#corrected': advises('把这一行改成“{corrected}”', 'Change the line to “{corrected}”'),
  'value/weight': says(
    '“{key}”要写一个数：“{text}”',
    '{key} is a number: “{text}”',
    '只写数，例如 10 或者 7.5，不写“分”和“%”',
    'The number alone, for example 10 or 7.5',
  ),
  'value/no-number': says(
    '“{text}”里没有读到数字',
    'There is no number in “{text}”',
    '有数字的写符号、数字、单位，例如“≥ 4 次”；没有数字的不用“指标值”，用“定性”',
    'A value is sign, number, unit; words belong under 定性',
  ),
  'value/no-number#plain': advises(
    '写符号、数字、单位，例如“≥ 4 次”',
    'A value is sign, number, unit, such as ≥ 4 次',
  ),
  'value/not-one-figure#plain': advises(
    '一行只写一个数；有几个数就分成几行',
    'One figure a row; make several rows',
  ),
  'value/not-one-figure': says(
    '“{text}”不是一个数字加单位',
    '“{text}” is not one number with its unit',
    '一行只写一个数；有几个数就分成几行，或者改用“定性”',
    'One figure a row; make several rows, or use 定性',
  ),
  'value/range': says(
    '“{text}”是一个区间，不是一个数',
    '“{text}” is a range and no number',
    '只留一个数，例如“{example}”；一定要写区间就改用“定量其他: {plain}”，并写“{explanation}”',
    'Keep one end, as in “{example}”, or use “定量其他: {plain}” with {explanation}',
  ),
  'value/range#other': advises(
    '只留一个数，例如“{example}”；一定要写区间就改用“定量其他: {plain}”',
    'Keep one end, as in “{example}”, or use “定量其他: {plain}”',
  ),
  'value/range#words': advises(
    '只留一个数，例如“{example}”；一定要写区间就改用“定性: {plain}”',
    'Keep one end, as in “{example}”, or use “定性: {plain}”',
  ),
  'value/range#plain': advises('只留一个数，例如“{example}”', 'Keep one end, as in “{example}”'),
  'value/about#plain': advises('写一个确定的数，例如“{example}”', 'Give a figure such as “{example}”'),
  'value/about': says(
    '“{text}”是约数，没法考核',
    '“{text}” is vague and cannot be assessed',
    '写一个确定的数，例如“{example}”；定不下来的改用“定量其他”',
    'Give a figure such as “{example}”, or use 定量其他',
  ),
  'value/sign-against-words': says(
    '“{text}”的符号和文字互相矛盾',
    'The sign and the words of “{text}” contradict each other',
    '只留符号，去掉“以上”“以内”之类的文字',
    'Keep the sign, drop the words',
  ),
  'value/two-signs': says(
    '“{text}”写了两个不同的符号',
    '“{text}” has two signs that differ',
    '只留一个：至少用“≥”，至多用“≤”',
    'Keep one: ≥ for at least, ≤ for at most',
  ),
  'value/name-in-value': says(
    '“{text}”里除了数还有别的话，“三级指标”里没有',
    'The value “{text}” says more than its figure, and 三级指标 does not say it',
    '这些话写到“三级指标”里，这里只写“{example}”',
    'Say it in 三级指标, and keep “{example}” here',
  ),
  'value/name-in-value#corrected': says(
    '“{text}”里有指标的名称',
    'The value “{text}” holds the indicator’s name',
    '名称写在“三级指标”里，这里写成“{corrected}”',
    'The name belongs to 三级指标; write “{corrected}”',
  ),
  'value/not-one-amount': says(
    '金额“{text}”不是一个数加元、万元或亿元',
    'The amount “{text}” is not one number with 元, 万元 or 亿元',
    '只写一个数和单位，例如“30 万元”；别的话写到绩效目标里',
    'Write one number and its unit, as in “30 万元”; anything else belongs in 绩效目标',
  ),
  'value/period': says(
    '“{text}”不是起止时间',
    '“{text}” is not a period',
    '写从什么时候到什么时候，例如“2023.07–2024.01”“2023年7月至2024年1月”',
    'Write from when to when, such as “2023.07–2024.01” or “2023年7月至2024年1月”',
  ),
  'value/period#open': says(
    '“{text}”只写了一个时间，没有写到什么时候',
    '“{text}” says no end',
    '写成“起—止”，例如“2023.07–2024.01”',
    'Write from when to when, such as “2023.07–2024.01”',
  ),
  'value/period#reversed': says(
    '“{text}”的结束时间在开始时间前面',
    '“{text}” ends before it begins',
    '核对年份和月份；跨年的，结束时间写上年份',
    'Compare years and months; an end in another year needs its year',
  ),
  'value/no-money-unit': says(
    '金额“{text}”的单位应该是元、万元或亿元',
    'The amount “{text}” should be in 元, 万元 or 亿元',
    '只写一个数和单位，例如“30 万元”；别的话写到绩效目标里',
    'Write one number and its unit, as in “30 万元”; anything else belongs in 绩效目标',
  ),
  'value/no-money-unit#corrected': advises('写成“{corrected}”', 'Write “{corrected}”'),
  'value/no-money-unit#ask': says(
    '金额“{text}”没有写单位，不知道是元还是万元',
    'The amount “{text}” has no unit: it may be in 元 or in 万元',
    '在数字后面补上单位：是“{example}”，还是“{other}”？',
    'Add the unit: is it “{example}” or “{other}”?',
  ),
  'value/no-number#amount': says(
    '金额“{text}”里没有读到数字',
    'There is no number in the amount “{text}”',
    '写一个数和单位，例如“30 万元”；还没有定的，先删掉这一行',
    'Write one number and its unit, as in “30 万元”; if it is not known yet, remove the line',
  ),
  'value/money-unit': says(
    '成本“{text}”的单位后面还有别的字，没法计入合计',
    'The cost “{text}” says more than its unit, so it cannot be added up',
    '单位只写“万元”或“元”，别的话写到“三级指标”里',
    'Write only 万元 or 元 as the unit, and the rest in 三级指标',
  ),
  'value/no-unit#cost': says(
    '成本“{text}”没有写单位',
    'The cost “{text}” has no unit',
    '在数字后面写上单位，例如“≤ 3 万元”“≤ 500 元/人”“= 100 %”',
    'Add the unit, as in “≤ 3 万元”, “≤ 500 元/人” or “= 100 %”',
  ),
} satisfies Messages;
