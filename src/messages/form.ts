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
  'form/missing': {
    zh: { text: '没有“{name}”这个表式', hint: '模板文件夹的 forms/ 里有：{known}' },
    en: { text: 'There is no form “{name}”', hint: 'forms/ in the folder of templates has: {known}' },
  },
} satisfies Messages;
