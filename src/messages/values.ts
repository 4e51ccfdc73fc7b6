import type { Messages } from './catalogue.ts';

/** 指标值 and 预算金额: sign, number, unit. */
export const valueMessages = {
  'value/no-sign#corrected': {
    zh: { text: '指标值“{text}”缺少符号（= > < ≥ ≤）', hint: '写成“{corrected}”' },
    en: { text: 'The value “{text}” has no sign (= > < ≥ ≤)', hint: 'Write “{corrected}”' },
  },
  'value/no-unit#corrected': {
    zh: { text: '指标值“{text}”缺少计量单位', hint: '在数字后面写上单位；如果是百分比，写成“{corrected}”' },
    en: { text: 'The value “{text}” has no unit', hint: 'Add the unit; a percentage is “{corrected}”' },
  },
  'value/no-number': {
    zh: { text: '“{text}”里没有读到数字', hint: '有数字的写成“≥ 4 次”；没有数字的把“指标值”改成“定性”' },
    en: {
      text: 'There is no number in “{text}”',
      hint: 'A value is sign, number, unit; words belong under 定性',
    },
  },
  'value/not-one-figure': {
    zh: { text: '“{text}”不是一个数字加单位', hint: '一行只写一个数；有几个数就分成几行，或者改用“定性”' },
    en: {
      text: '“{text}” is not one number with its unit',
      hint: 'One figure a row; make several rows, or use 定性',
    },
  },
  'value/range': {
    zh: {
      text: '“{text}”是一个区间，不是一个数',
      hint: '只留底线，例如“≥ 4 次”；一定要写区间就改用“定量其他: {text}”，并写“指标值说明”',
    },
    en: {
      text: '“{text}” is a range and no number',
      hint: 'Keep the lower end, as in “≥ 4 次”, or use “定量其他: {text}” with 指标值说明',
    },
  },
  'value/about': {
    zh: { text: '“{text}”是约数，没法考核', hint: '写成确定的数，例如“≥ 5 次”；定不下来的改用“定量其他”' },
    en: {
      text: '“{text}” is vague and cannot be assessed',
      hint: 'Give a figure such as “≥ 5 次”, or use 定量其他',
    },
  },
  'value/words-for-sign#corrected': {
    zh: { text: '“{text}”用文字代替了符号', hint: '写成“{corrected}”' },
    en: { text: '“{text}” has words in place of a sign', hint: 'Write “{corrected}”' },
  },
  'value/sign-against-words': {
    zh: { text: '“{text}”的符号和文字互相矛盾', hint: '只留符号，去掉“以上”“以内”之类的文字' },
    en: {
      text: 'The sign and the words of “{text}” contradict each other',
      hint: 'Keep the sign, drop the words',
    },
  },
  'value/two-signs#corrected': {
    zh: { text: '“{text}”写了不止一个符号', hint: '写成“{corrected}”' },
    en: { text: '“{text}” has more than one sign', hint: 'Write “{corrected}”' },
  },
  'value/sign-behind#corrected': {
    zh: { text: '“{text}”的符号写在了数字后面', hint: '写成“{corrected}”' },
    en: { text: 'The sign of “{text}” stands behind the number', hint: 'Write “{corrected}”' },
  },
  'value/name-in-value#corrected': {
    zh: { text: '“{text}”里有指标的名称', hint: '名称写在“三级指标”里，这里写成“{corrected}”' },
    en: {
      text: 'The value “{text}” holds the indicator’s name',
      hint: 'The name belongs to 三级指标; write “{corrected}”',
    },
  },
  'value/trailing#corrected': {
    zh: { text: '“{text}”末尾多了标点', hint: '写成“{corrected}”' },
    en: { text: '“{text}” ends in a stray punctuation mark', hint: 'Write “{corrected}”' },
  },
  'value/quotes#corrected': {
    zh: { text: '指标值“{text}”不用加引号', hint: '写成“{corrected}”' },
    en: { text: 'The value “{text}” needs no quotes', hint: 'Write “{corrected}”' },
  },
  'value/currency#corrected': {
    zh: { text: '“{text}”的货币符号不用写，单位写在数字后面', hint: '写成“{corrected}”' },
    en: { text: 'The unit of “{text}” belongs behind the number', hint: 'Write “{corrected}”' },
  },
  'value/chinese-number#corrected': {
    zh: { text: '“{text}”的数要用阿拉伯数字', hint: '写成“{corrected}”' },
    en: { text: 'The number of “{text}” is written in words', hint: 'Write “{corrected}”' },
  },
  'value/decimal-point#corrected': {
    zh: { text: '“{text}”的小数点写得不全', hint: '写成“{corrected}”' },
    en: { text: 'A digit is missing beside the point of “{text}”', hint: 'Write “{corrected}”' },
  },
  'value/full-width-digits#corrected': {
    zh: { text: '“{text}”里有全角数字', hint: '写成“{corrected}”' },
    en: { text: '“{text}” has full-width digits', hint: 'Write “{corrected}”' },
  },
  'value/thousands#corrected': {
    zh: { text: '“{text}”里有千位逗号', hint: '写成“{corrected}”' },
    en: { text: '“{text}” has a thousands comma', hint: 'Write “{corrected}”' },
  },
  'value/no-money-unit#corrected': {
    zh: { text: '金额“{text}”的单位应该是元、万元或亿元', hint: '写成“{corrected}”' },
    en: { text: 'The amount “{text}” should be in 元, 万元 or 亿元', hint: 'Write “{corrected}”' },
  },
  'value/amount-sign#corrected': {
    zh: { text: '金额“{text}”前面不写符号', hint: '写成“{corrected}”' },
    en: { text: 'The amount “{text}” bears no sign', hint: 'Write “{corrected}”' },
  },
} satisfies Messages;
