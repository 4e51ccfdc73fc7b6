import type { Messages } from './catalogue.ts';

/** The checks of codes, structure, money, figures and dates. */
export const figureMessages = {
  'code/letter': {
    zh: {
      text: '项目编码第 {position} 位是字母“{letter}”，这个位置不会有它',
      hint: '编码前 8 位是数字，第 9 位以后不用 I、O、S、V、Z；对照预算系统改这一位',
    },
    en: {
      text: 'Character {position} of the project code is “{letter}”, which cannot stand there',
      hint: 'The first 8 are digits, and behind the 9th there is no I, O, S, V or Z; compare it with the budget system',
    },
  },
  'code/letter#corrected': {
    zh: {
      text: '项目编码第 {position} 位是字母“{letter}”，多半是“{guess}”',
      hint: '对照预算系统核对这一位：是不是“{corrected}”？',
    },
    en: {
      text: 'Character {position} of the project code is the letter “{letter}”, probably for “{guess}”',
      hint: 'Compare it with the budget system: perhaps “{corrected}”?',
    },
  },
  'code/check-character': {
    zh: {
      text: '项目编码的最后一位“{written}”与前 20 位对不上，编码里可能有一位抄错或两位颠倒',
      hint: '从预算系统里整段复制；前 20 位都没有错的话，最后一位应该是“{expected}”',
    },
    en: {
      text: 'The last character “{written}” of the project code does not go with the first 20; one may be wrong or two swapped',
      hint: 'Copy the code from the budget system; if the first 20 are right, the last is “{expected}”',
    },
  },
  'code/year': {
    zh: {
      text: '项目编码第 7、8 位是“{digits}”，与年度 {year} 不同',
      hint: '是不是上一年的编码？从预算系统里复制 {year} 年的编码',
    },
    en: {
      text: 'Characters 7 and 8 of the project code are “{digits}”, but the year is {year}',
      hint: 'Is it last year’s code? Copy the one of {year} from the budget system',
    },
  },
  'code/region': {
    zh: {
      text: '项目编码前 6 位的地区是 {region}，其他项目多数是 {usual}',
      hint: '对照预算系统核对前 6 位；确实是另一个地区的，在上一行写“# 忽略 code/region：原因”',
    },
    en: {
      text: 'The region in the project code is {region}; most other projects have {usual}',
      hint: 'Compare the first 6 digits with the budget system; if they are right, write “# 忽略 code/region：why” above',
    },
  },
  // The wordings of structure/group, figure/direction and figure/class without a variant are what the list of checks shows.
  'structure/group': {
    zh: { text: '所选的指标体系里没有这一组指标', hint: '对照 booklet.yaml 里的“指标体系”移动各行' },
    en: {
      text: 'The chosen tree has no such group',
      hint: 'Compare with 指标体系 in booklet.yaml and move the rows',
    },
  },
  'structure/group#older': {
    zh: {
      text: '2015 年的指标体系里没有这个一级指标“成本指标”',
      hint: '把各行移到“产出指标”下面的“成本指标”；如果用 2021 年的体系，在 booklet.yaml 里写“指标体系: 2021”',
    },
    en: {
      text: 'The tree of 2015 has no 一级指标 成本指标',
      hint: 'Move the rows to 成本指标 under 产出指标, or write “指标体系: 2021” in booklet.yaml',
    },
  },
  'structure/group#newer': {
    zh: {
      text: '2021 年的指标体系里“产出指标”下面没有“成本指标”',
      hint: '把各行移到一级指标“成本指标”下面的“经济成本指标”；如果用 2015 年的体系，删掉 booklet.yaml 里的“指标体系: 2021”',
    },
    en: {
      text: 'In the tree of 2021 there is no 成本指标 under 产出指标',
      hint: 'Move the rows to 经济成本指标 under the 一级指标 成本指标, or remove “指标体系: 2021” from booklet.yaml',
    },
  },
  'structure/no-output': {
    zh: {
      text: '没有产出指标',
      hint: '补上：\n  产出指标:\n    数量指标:\n      - 三级指标: 待填\n        指标值: ≥ 1 次',
    },
    en: {
      text: 'There is no 产出指标',
      hint: 'Add:\n  产出指标:\n    数量指标:\n      - 三级指标: 待填\n        指标值: ≥ 1 次',
    },
  },
  'structure/no-quantity': {
    zh: {
      text: '产出指标里没有数量指标',
      hint: '在“产出指标”下面补上：\n    数量指标:\n      - 三级指标: 待填\n        指标值: ≥ 1 次',
    },
    en: {
      text: 'There is no 数量指标 under 产出指标',
      hint: 'Add under 产出指标:\n    数量指标:\n      - 三级指标: 待填\n        指标值: ≥ 1 次',
    },
  },
  'structure/no-quality': {
    zh: {
      text: '产出指标里没有质量指标',
      hint: '在“产出指标”下面补上：\n    质量指标:\n      - 三级指标: 待填\n        指标值: ≥ 95 %',
    },
    en: {
      text: 'There is no 质量指标 under 产出指标',
      hint: 'Add under 产出指标:\n    质量指标:\n      - 三级指标: 待填\n        指标值: ≥ 95 %',
    },
  },
  'structure/no-timeliness': {
    zh: {
      text: '产出指标里没有时效指标',
      hint: '在“产出指标”下面补上：\n    时效指标:\n      - 三级指标: 完成时限\n        定性: 待填',
    },
    en: {
      text: 'There is no 时效指标 under 产出指标',
      hint: 'Add under 产出指标:\n    时效指标:\n      - 三级指标: 完成时限\n        定性: 待填',
    },
  },
  'structure/no-cost#older': {
    zh: {
      text: '没有成本指标',
      hint: '在“产出指标”下面补上：\n    成本指标:\n      - 三级指标: 待填\n        指标值: ≤ 1 万元',
    },
    en: {
      text: 'There is no 成本指标',
      hint: 'Add under 产出指标:\n    成本指标:\n      - 三级指标: 待填\n        指标值: ≤ 1 万元',
    },
  },
  'structure/no-cost#newer': {
    zh: {
      text: '没有成本指标',
      hint: '补上：\n  成本指标:\n    经济成本指标:\n      - 三级指标: 待填\n        指标值: ≤ 1 万元',
    },
    en: {
      text: 'There is no 成本指标',
      hint: 'Add:\n  成本指标:\n    经济成本指标:\n      - 三级指标: 待填\n        指标值: ≤ 1 万元',
    },
  },
  'structure/no-benefit': {
    zh: {
      text: '没有效益指标',
      hint: '补上：\n  效益指标:\n    社会效益指标:\n      - 三级指标: 待填\n        指标值: ≥ 95 %',
    },
    en: {
      text: 'There is no 效益指标',
      hint: 'Add:\n  效益指标:\n    社会效益指标:\n      - 三级指标: 待填\n        指标值: ≥ 95 %',
    },
  },
  'structure/no-satisfaction': {
    zh: {
      text: '没有满意度指标',
      hint: '补上：\n  满意度指标:\n    满意度指标:\n      - 三级指标: 服务对象满意度\n        指标值: ≥ 95 %',
    },
    en: {
      text: 'There is no 满意度指标',
      hint: 'Add:\n  满意度指标:\n    满意度指标:\n      - 三级指标: 服务对象满意度\n        指标值: ≥ 95 %',
    },
  },
  'money/over-budget': {
    zh: {
      text: '成本指标合计 {cost} 万元，超过预算金额 {budget} 万元',
      hint: '多出 {difference} 万元：压减成本指标，或者核对预算金额',
    },
    en: {
      text: 'The costs add up to {cost} 万元, over the budget of {budget} 万元',
      hint: 'That is {difference} 万元 too much: lower the costs or correct 预算金额',
    },
  },
  'money/direction': {
    zh: { text: '成本指标用了“{sign}”，等于花得越多越好', hint: '核对符号：是不是“{corrected}”？' },
    en: {
      text: 'A cost with “{sign}” is met by spending more',
      hint: 'Compare the sign: perhaps “{corrected}”?',
    },
  },
  'money/mixed-units': {
    zh: { text: '同一个项目的成本指标里，这一行用“{unit}”，别的行用“{usual}”', hint: '写成“{corrected}”' },
    en: { text: 'This cost is in {unit}, the others of the project in {usual}', hint: 'Write “{corrected}”' },
  },
  'money/parts': {
    zh: {
      text: '备注里的金额 {parts} = {sum} 万元，与指标值“{limit}”对不上',
      hint: '核对备注里的各项金额和指标值，改到相等；没有列全的，在末尾写“等”',
    },
    en: {
      text: 'The amounts in the remark, {parts} = {sum} 万元, do not add up to “{limit}”',
      hint: 'Make them equal; end the list with 等 if it is not complete',
    },
  },
  'money/parts#single': {
    zh: {
      text: '备注里的金额 {sum} 万元，超过指标值“{limit}”',
      hint: '核对备注里的金额和指标值',
    },
    en: {
      text: 'The remark names {sum} 万元, more than “{limit}”',
      hint: 'Correct the remark or the value',
    },
  },
  'money/parts#rows': {
    zh: {
      text: '“{name}”是合计，各项（{count} 行）加起来是 {sum} 万元，与“{whole}”对不上',
      hint: '核对合计和各项，改到相等；只列了一部分的，在各项前面写“其中：”',
    },
    en: {
      text: '“{name}” is a sum of “{whole}”, but its {count} rows add up to {sum} 万元',
      hint: 'Make them equal; if only some are listed, begin their names with 其中：',
    },
  },
  'money/not-summed': {
    zh: {
      text: '“{text}”是单价，没有计入成本合计',
      hint: '再写一行总额，例如“三级指标: 总成本”“指标值: ≤ 30 万元”',
    },
    en: {
      text: '“{text}” is a price and not part of the sum of costs',
      hint: 'Add a row with the whole, such as 总成本 ≤ 30 万元',
    },
  },
  'money/not-summed#words': {
    zh: {
      text: '“{text}”里有金额，但没有写成“指标值”，没有计入成本合计',
      hint: '能定下来的，改成“指标值: ≤ 30 万元”这样的一行',
    },
    en: {
      text: '“{text}” names an amount, but is no 指标值 and not part of the sum of costs',
      hint: 'If the amount is known, write it as 指标值, such as ≤ 30 万元',
    },
  },
  'money/not-summed#foreign': {
    zh: {
      text: '“{text}”是外币，没有计入成本合计',
      hint: '折成人民币写，例如“≤ 30 万元”；原币金额写在备注里',
    },
    en: {
      text: '“{text}” is foreign money and not part of the sum of costs',
      hint: 'Give it in 万元, and the original amount in the 备注',
    },
  },
  'figure/negative': {
    zh: {
      text: '“{number} {unit}”是负数，这里不会有负数',
      hint: '是不是多打了负号，应该是“{corrected}”？讲增减的，在三级指标里写明',
    },
    en: {
      text: '“{number} {unit}” is less than nothing',
      hint: 'Is it “{corrected}”? If it is a change, the name should say so',
    },
  },
  'figure/negative#budget': {
    zh: { text: '预算金额是负数', hint: '核对金额，去掉负号；调减的写调整后的金额' },
    en: { text: '预算金额 is less than nothing', hint: 'Write the amount without the minus' },
  },
  'figure/percent-range': {
    zh: {
      text: '百分比 {number} % 不在 0 到 100 之间',
      hint: '核对数字；讲增长或超额完成的，在三级指标里写明，例如“……增长率”',
    },
    en: {
      text: '{number} % is not between 0 and 100',
      hint: 'Correct the number; if it is a growth, the name should say so (增长率)',
    },
  },
  'figure/percent-range#misread': {
    zh: {
      text: '百分比 {number} % 不在 0 到 100 之间，多半是把“≥”认成了 2',
      hint: '核对数字：是不是“{example}”？',
    },
    en: {
      text: '{number} % is not between 0 and 100; probably a ≥ was read as a 2',
      hint: 'Compare the number: perhaps “{example}”?',
    },
  },
  'figure/direction': {
    zh: { text: '符号与指标的意思相反，例如合格率用了“≤”', hint: '换成相反的符号' },
    en: { text: 'The sign is against the meaning, as in 合格率 ≤', hint: 'Turn the sign' },
  },
  'figure/direction#wanted': {
    zh: { text: '“{name}”越高越好，却用了“{sign}”', hint: '核对符号：是不是“{corrected}”？' },
    en: {
      text: 'More is better for “{name}”, but the sign is “{sign}”',
      hint: 'Compare the sign: perhaps “{corrected}”?',
    },
  },
  'figure/direction#unwanted': {
    zh: { text: '“{name}”越少越好，却用了“{sign}”', hint: '核对符号：是不是“{corrected}”？' },
    en: {
      text: 'Less is better for “{name}”, but the sign is “{sign}”',
      hint: 'Compare the sign: perhaps “{corrected}”?',
    },
  },
  'figure/decimals': {
    zh: {
      text: '“{unit}”是一个一个数的，却写了小数 {number}',
      hint: '改成整数；是平均数的，在三级指标里写明“平均”',
    },
    en: {
      text: '“{unit}” is counted one by one, but {number} has decimals',
      hint: 'Write a whole number; if it is an average, the name should say so (平均)',
    },
  },
  'figure/decimals#corrected': {
    zh: { text: '“{unit}”是一个一个数的，却写了小数 {number}', hint: '写成“{corrected}”' },
    en: {
      text: '“{unit}” is counted one by one, but {number} has decimals',
      hint: 'Write “{corrected}”',
    },
  },
  'figure/class': {
    zh: {
      text: '指标值与所在的二级指标不相称，例如质量指标用个数、数量指标用百分比',
      hint: '移到相称的二级指标',
    },
    en: {
      text: 'The figure is of another class than its group, as a 质量指标 that is counted',
      hint: 'Move the row to the group it belongs to',
    },
  },
  'figure/class#quality': {
    zh: {
      text: '质量指标用“{unit}”计数，更像数量指标',
      hint: '把这一行移到“数量指标”；质量用合格率、达标率一类的百分比',
    },
    en: {
      text: 'A 质量指标 counted in “{unit}” looks like a quantity',
      hint: 'Move the row to 数量指标, or measure the quality as a rate',
    },
  },
  'figure/class#quantity': {
    zh: {
      text: '数量指标用百分比“{unit}”，更像质量指标',
      hint: '把这一行移到“质量指标”；数量写多少个、多少次、多少人',
    },
    en: {
      text: 'A 数量指标 in “{unit}” looks like a quality',
      hint: 'Move the row to 质量指标, or give a count',
    },
  },
  'figure/class#benefit': {
    zh: {
      text: '效益指标写了“{text}”，三级指标却没有说是什么率',
      hint: '在三级指标里写明是什么的比例，例如“……覆盖率”；量不出来的改用“定性”，并写指标值说明',
    },
    en: {
      text: 'The benefit is “{text}”, but the name says no rate',
      hint: 'Name the rate (…覆盖率), or use 定性 with 指标值说明',
    },
  },
  'figure/satisfaction-full': {
    zh: { text: '满意度定为 100 %，很难做到，也很难证明', hint: '一般定在“≥ 95 %”或“≥ 90 %”' },
    en: {
      text: 'A satisfaction of 100 % can hardly be reached or proved',
      hint: 'Usually “≥ 95 %” or “≥ 90 %”',
    },
  },
  'figure/satisfaction-name': {
    zh: { text: '满意度指标“{name}”没有写谁的满意度', hint: '写明是谁的满意度，例如“参训人员满意度”' },
    en: {
      text: 'The 满意度指标 “{name}” does not say whose satisfaction it measures',
      hint: 'Write “…满意度”, for example “参训人员满意度”',
    },
  },
  'figure/satisfaction-name#corrected': {
    zh: { text: '满意度指标“{name}”没有写出“满意度”', hint: '写成“{corrected}”' },
    en: { text: 'The 满意度指标 “{name}” does not say 满意度', hint: 'Write “{corrected}”' },
  },
  'value/not-canonical': {
    zh: { text: '“{text}”能读懂，但不是规范写法', hint: '写成“{corrected}”' },
    en: { text: '“{text}” is understood, but not the usual spelling', hint: 'Write “{corrected}”' },
  },
  'value/explanation-missing': {
    zh: {
      text: '定量（其他）没有“指标值说明”',
      hint: '在下面补上一行“指标值说明: ……”，说清怎样算完成、怎样评分',
    },
    en: {
      text: 'A 定量（其他） needs its 指标值说明',
      hint: 'Add a line “指标值说明: …” that says how it is scored',
    },
  },
  'value/figure-in-words': {
    zh: { text: '定性只有数字“{text}”', hint: '有数字的写“指标值”，补上符号和单位，例如“{corrected} 次”' },
    en: {
      text: 'The 定性 is only a number, “{text}”',
      hint: 'Write it under 指标值 with sign and unit, for example “{corrected} 次”',
    },
  },
  'value/figure-in-words#corrected': {
    zh: { text: '定性只有数字“{text}”', hint: '把这一行改成“{corrected}”' },
    en: { text: 'The 定性 is only a figure, “{text}”', hint: 'Change the line to “{corrected}”' },
  },
  'date/impossible': {
    zh: { text: '“{date}”：日历上没有这一天或这个月', hint: '核对日期' },
    en: { text: '“{date}” is not a date of the calendar', hint: 'Correct the date' },
  },
  'date/order': {
    zh: {
      text: '“{range}”的结束在开始之前',
      hint: '核对起止时间；跨年度的写明年份，例如“2022年12月至2023年1月”',
    },
    en: {
      text: '“{range}” ends before it begins',
      hint: 'Correct the dates; across years, write both years',
    },
  },
  'date/order#corrected': {
    zh: { text: '“{range}”的结束在开始之前', hint: '是不是“{corrected}”？跨年度的把结束的年份也写上' },
    en: {
      text: '“{range}” ends before it begins',
      hint: 'Did you mean “{corrected}”? Across years, write both years',
    },
  },
  'date/outside-year': {
    zh: {
      text: '时效“{range}”超出了 {year} 年度',
      hint: '只写 {year} 年度要完成的时间；项目跨年度的，三级指标写明是“实施期”',
    },
    en: {
      text: 'The time “{range}” goes beyond the year {year}',
      hint: 'Write what is due in {year}; for a project of several years, call the indicator 实施期',
    },
  },
  'date/outside-year#elsewhere': {
    zh: { text: '时效“{range}”不在 {year} 年度', hint: '可能是从别的年度复制来的，核对起止时间' },
    en: {
      text: 'The time “{range}” is outside the year {year}',
      hint: 'It may be copied from another year; correct the dates',
    },
  },
  'date/outside-year#corrected': {
    zh: { text: '时效“{range}”不在 {year} 年度', hint: '是不是“{corrected}”？' },
    en: { text: 'The time “{range}” is outside the year {year}', hint: 'Did you mean “{corrected}”?' },
  },
  'date/other-year': {
    zh: {
      text: '{year} 年度的表里写了“{written}”，可能是从别的年度复制来的',
      hint: '是不是“{corrected}”？确实讲的是那一年的，在上一行写“# 忽略 date/other-year：原因”',
    },
    en: {
      text: 'A table of {year} names “{written}”; it may be copied from another year',
      hint: 'Perhaps “{corrected}”? If that year is meant, write “# 忽略 date/other-year：why” above',
    },
  },
  'date/other-year#several': {
    zh: {
      text: '{year} 年度的表里写了“{written}”，可能是从别的年度复制来的',
      hint: '核对年份；确实讲的是那几年的，在上一行写“# 忽略 date/other-year：原因”',
    },
    en: {
      text: 'A table of {year} names “{written}”; it may be copied from another year',
      hint: 'Correct the years; if they are meant, write “# 忽略 date/other-year：why” above',
    },
  },
} satisfies Messages;
