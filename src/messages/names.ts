import { says } from './catalogue.ts';

/** What is wrong with the names of files: reported by rules and by commands. */
export const nameMessages = {
  'file/reserved': says(
    '“{stem}”是程序自己输出文件的名字，项目不能用它作文件名 ⇒ 用项目名称作文件名',
    '“{stem}” is the name of one of the program’s own outputs ⇒ Name the file after the project',
  ),
  'file/same-name': says(
    '文件名与 {other} 看起来一样（只有大小写或字符的编码方式不同），在别的电脑上输出会互相覆盖 ⇒ 改掉其中一个文件名',
    'The name looks like {other} (only case, or the way its characters are encoded, differs); on other systems their outputs would be one file ⇒ Rename one of them',
  ),
  'name/windows': says(
    '“{name}”在 Windows 上不能做文件名 ⇒ 换成“{corrected}”',
    '“{name}” cannot be a file’s name on Windows ⇒ Use “{corrected}”',
  ),
  'name/windows#device': says(
    '“{name}”是 Windows 留给设备用的，不能做文件名 ⇒ 换一个名称',
    'Windows keeps “{name}” for a device; no file can have this name ⇒ Choose another name',
  ),
};
