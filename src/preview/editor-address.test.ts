import { expect, test } from 'vitest';
import { fillFile, VS_CODE } from './editor-address.ts';

test.each([
  [
    VS_CODE,
    '/home/张三/绩效 册/a#b.yaml',
    'vscode://file/home/%E5%BC%A0%E4%B8%89/%E7%BB%A9%E6%95%88%20%E5%86%8C/a%23b.yaml:{line}:{column}',
  ],
  [VS_CODE, 'C:\\表\\a.yaml', 'vscode://file/C:/%E8%A1%A8/a.yaml:{line}:{column}'],
  [VS_CODE, '/a\\b.yaml', 'vscode://file/a%5Cb.yaml:{line}:{column}'],
  ['idea://open?file={file}&line={line}', '/a b.yaml', 'idea://open?file=/a%20b.yaml&line={line}'],
  ['txmt://open?url=file://{file}', 'D:\\a.yaml', 'txmt://open?url=file://D:/a.yaml'],
])('%s %s', (template, path, address) => {
  expect(fillFile(template, path)).toBe(address);
});
