import type { Messages } from './catalogue.ts';

/** Mistakes in a form file, reported to its keeper. */
export const formMessages = {
  'form/unknown-name': {
    zh: { text: '表式里没有“{name}”', hint: '这里可以写：{known}' },
    en: { text: 'The form describes no “{name}”', hint: 'Possible here: {known}' },
  },
  'form/reserved': {
    zh: { text: '“{name}”是指标树的名称，不能再作别的用', hint: '换一个名称' },
    en: {
      text: '“{name}” is the key of the indicators and cannot mean anything else',
      hint: 'Take another name',
    },
  },
  'form/widths': {
    zh: { text: '各列的宽加起来是 {sum}，不是 100', hint: '宽是占版心的百分数，改到合计 100' },
    en: {
      text: 'The widths of the columns add up to {sum}, not to 100',
      hint: 'Widths are per cent of the printable width',
    },
  },
  'form/crowded': {
    zh: { text: '表头的一行里字段太多，列不够分', hint: '一行最多写 {most} 个字段' },
    en: {
      text: 'A line of the head has more fields than the columns can hold',
      hint: 'At most {most} to a line',
    },
  },
  'form/below-only': {
    zh: { text: '“签字”和“注”只能印在表的下面', hint: '移到“表尾”里' },
    en: { text: '“签字” and “注” are only possible below the table', hint: 'Move it to “表尾”' },
  },
  'form/not-beside': {
    zh: { text: '“{name}”不能和这些字段并排', hint: '资金只和资金并排；清单要自己占一行' },
    en: {
      text: '“{name}” cannot be beside these fields',
      hint: 'Funds go beside funds; a list has a line of its own',
    },
  },
  'form/block-alone': {
    zh: { text: '“{name}”是资金或清单，要自己占一行', hint: '写成“- [{name}]”；几个资金并排，用“并排”' },
    en: {
      text: '“{name}” is a block of funds or a list and needs a line of its own',
      hint: 'Write “- [{name}]”, or “并排” for funds side by side',
    },
  },
  'form/line-widths': {
    zh: { text: '这一行各格的宽加起来是 {sum}', hint: '都写了的合计 100；没有都写的，合计要小于 100' },
    en: {
      text: 'The widths in this line add up to {sum}',
      hint: 'All of them make 100; some of them less than 100',
    },
  },
  'form/line-kind': {
    zh: { text: '这一行又有“{one}”，又有“{other}”', hint: '一行只写一种，分成两行' },
    en: { text: 'This line has both “{one}” and “{other}”', hint: 'A line is of one kind: make two of it' },
  },
  'form/no-parts': {
    zh: { text: '“{name}”没有写“项”', hint: '资金写有哪几行，清单写有哪几列' },
    en: { text: '“{name}” has no “项”', hint: 'Give the lines of the funds, or the columns of the list' },
  },
  'form/parts-of-none': {
    zh: { text: '“{name}”不是资金，也不是清单，不能有“项”', hint: '把类型改成资金或清单，或者删掉“项”' },
    en: {
      text: '“{name}” is neither funds nor a list and has no “项”',
      hint: 'Change its 类型, or remove “项”',
    },
  },
  'form/options': {
    zh: { text: '“{name}”的“类型”和“选项”对不上', hint: '类型是“选项”的写“选项: [……]”，别的类型不写' },
    en: {
      text: 'The 类型 and 选项 of “{name}” do not agree',
      hint: 'A field of type 选项 has “选项: [……]”, no other has',
    },
  },
  'form/funds-of-money': {
    zh: { text: '“{name}”是资金，各行都是金额', hint: '删掉各行的“类型”；要写文字的，用清单' },
    en: {
      text: '“{name}” is funds: all its lines are amounts',
      hint: 'Remove their 类型, or make it a list',
    },
  },
  'form/unit-of-none': {
    zh: { text: '“{name}”里没有金额，不用写单位', hint: '删掉“单位”' },
    en: { text: '“{name}” has no amounts and needs no unit', hint: 'Remove “单位”' },
  },
  'form/total-of-none': {
    zh: { text: '“{name}”不能有“合计行”', hint: '只有带金额的清单才有合计行；资金的合计写在“项”的“合计”里' },
    en: {
      text: '“{name}” cannot have a “合计行”',
      hint: 'Only a list with amounts has one; sums of funds are said by “合计” of a line',
    },
  },
  'form/sum-of-itself': {
    zh: { text: '“{part}”的合计绕回了它自己', hint: '合计里只写比它小的各项' },
    en: { text: '“{part}” is a sum of itself', hint: 'Name only its parts' },
  },
  'form/block-in-row': {
    zh: { text: '“{name}”写在“行”里，不能是资金或清单', hint: '移到“字段”里' },
    en: { text: '“{name}” is in a row and cannot be funds or a list', hint: 'Move it to “字段”' },
  },
  'form/base-cycle': {
    zh: { text: '“基于”绕回了自己：{chain}', hint: '改其中一个“基于”，让最后一个不再基于别的表式' },
    en: { text: 'The forms build on each other: {chain}', hint: 'Let one of them build on no other' },
  },
  'form/drop-without-base': {
    zh: { text: '没有写“基于”，没有什么可以去掉', hint: '写上基于哪个表式，例如“基于: 预算项目绩效目标表”' },
    en: {
      text: '“去掉” leaves out entries of a base, and this form has none',
      hint: 'Name it, for example “基于: 预算项目绩效目标表”',
    },
  },
  'form/nothing-to-drop': {
    zh: { text: '“{base}”的“{part}”里没有“{name}”，不用去掉', hint: '可以去掉的：{known}' },
    en: { text: '“{base}” has no “{name}” in “{part}” to leave out', hint: 'It has: {known}' },
  },
  'form/dropped-and-stated': {
    zh: { text: '“{name}”又要去掉，又写在“{part}”里', hint: '改写一项不用去掉它，从“去掉”里删掉“{name}”' },
    en: {
      text: '“{name}” is left out and stated in “{part}” as well',
      hint: 'What is stated replaces what the base has: remove “{name}” from “去掉”',
    },
  },
  'form/dropped-and-used': {
    zh: {
      text: '“{name}”去掉了，从“{base}”沿用的“{part}”里还有它',
      hint: '把“{part}”里有它的那一部分在这里重写，或者不去掉它',
    },
    en: {
      text: '“{name}” is left out, but “{part}”, inherited from “{base}”, still names it',
      hint: 'State that part of “{part}” here, or keep “{name}”',
    },
  },
  'form/touches': {
    zh: {
      text: '表式“{form}”改了（{parts}），还没有提交；按它印的有 {count} 张表：{names}',
      hint: '改前改后用 npm run diff 对照',
    },
    en: {
      text: 'The form “{form}” has changed since the last commit ({parts}); it prints {count} tables: {names}',
      hint: 'Compare with npm run diff',
    },
  },
  'form/other-kind': {
    zh: {
      text: '“{name}”是“{kind}”的表式，不能写在“{wanted}”后面',
      hint: '写到“{kind}: ”后面，或者换一个种类是“{wanted}”的表式',
    },
    en: {
      text: '“{name}” is a form of kind “{kind}”, not “{wanted}”',
      hint: 'Write it behind “{kind}: ”, or name a form of the other kind',
    },
  },
  'form/missing': {
    zh: { text: '没有“{name}”这个表式', hint: '模板文件夹的 forms/ 里有：{known}' },
    en: { text: 'There is no form “{name}”', hint: 'forms/ in the folder of templates has: {known}' },
  },
} satisfies Messages;
