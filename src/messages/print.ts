import { type Messages, says } from './catalogue.ts';

export const printMessages = {
  'fonts/missing': says(
    '缺少字体包 {package}。',
    'The font package {package} is missing.',
    '在项目文件夹里运行 npm ci，把依赖重新装好。',
    'Run npm ci in the project folder.',
  ),
  'fonts/unreadable': says(
    '字体文件读不出来：{path}',
    'The font file cannot be read: {path}',
    '文件可能已损坏；在项目文件夹里运行 npm ci，把依赖重新装好。',
    'It may be damaged; run npm ci in the project folder.',
  ),
} satisfies Messages;
