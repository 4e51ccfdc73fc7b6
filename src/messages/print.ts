import type { Messages } from './catalogue.ts';

export const printMessages = {
  'fonts/missing': {
    zh: { text: '缺少字体包 {package}。', hint: '在项目文件夹里运行 npm ci，把依赖重新装好。' },
    en: { text: 'The font package {package} is missing.', hint: 'Run npm ci in the project folder.' },
  },
  'fonts/unreadable': {
    zh: {
      text: '字体文件读不出来：{path}',
      hint: '文件可能已损坏；在项目文件夹里运行 npm ci，把依赖重新装好。',
    },
    en: {
      text: 'The font file cannot be read: {path}',
      hint: 'It may be damaged; run npm ci in the project folder.',
    },
  },
} satisfies Messages;
