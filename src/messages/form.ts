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
  'form/missing': {
    zh: { text: '没有“{name}”这个表式', hint: '模板文件夹的 forms/ 里有：{known}' },
    en: { text: 'There is no form “{name}”', hint: 'forms/ in the folder of templates has: {known}' },
  },
} satisfies Messages;
