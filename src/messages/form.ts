import type { Messages } from './catalogue.ts';

/** Mistakes in a form file, told to its keeper. */
export const formMessages = {
  'form/broken': {
    zh: { text: '表式 {file} 第 {line} 行有错误：{reason}', hint: '{remedy}' },
    en: { text: 'The form {file} has an error in line {line}: {reason}', hint: '{remedy}' },
  },
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
} satisfies Messages;
