import { messages } from './catalogue.ts';

export const browserMessages = messages(`
browser/missing
  没有找到可以用来打印的浏览器。找过：{tried} ⇒ 请安装 Chrome、Edge 或 Chromium；装在别处的，把环境变量 PUPPETEER_EXECUTABLE_PATH 设为它的完整路径。Linux x64 上重新执行一次 npm ci 即可。
  No browser to print with was found. Tried: {tried} ⇒ Install Chrome, Edge or Chromium; if it is somewhere else, set PUPPETEER_EXECUTABLE_PATH to its full path. On Linux x64 run npm ci again.
browser/not-found-at
  指定的浏览器不存在，或者不是可以运行的程序：{path} ⇒ 请改正这个路径（环境变量 PUPPETEER_EXECUTABLE_PATH 或启动时的选项）；去掉它，程序会自己找浏览器。
  The browser that was asked for is not there, or is not a program that can run: {path} ⇒ Correct the path (PUPPETEER_EXECUTABLE_PATH or the option); without it a browser is looked for.
browser/does-not-start
  浏览器启动不了：{path}（{detail}） ⇒ 请先在这台电脑上试着打开它；也可以把环境变量 PUPPETEER_EXECUTABLE_PATH 设为另一个 Chrome、Edge 或 Chromium 的完整路径。
  The browser does not start: {path} ({detail}) ⇒ Try to open it on this machine; or set PUPPETEER_EXECUTABLE_PATH to the full path of another Chrome, Edge or Chromium.
browser/sandbox
  浏览器启动不了：这个系统不让普通用户建立浏览器的安全沙箱（{detail}） ⇒ 请系统管理员放开：sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0（Ubuntu 23.10 以后），或 sudo sysctl -w user.max_user_namespaces=10000；也可以在容器里运行本程序。
  The browser does not start: this system does not let a user create the browser’s sandbox ({detail}) ⇒ Ask the administrator for: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0 (Ubuntu 23.10 and later) or sudo sysctl -w user.max_user_namespaces=10000; or run this program in a container.
browser/bundled-damaged
  随程序安装的浏览器不完整，解不开：{path}（{detail}） ⇒ 请重新执行 npm ci。
  The browser that was installed with the program is damaged and cannot be unpacked: {path} ({detail}) ⇒ Run npm ci again.
browser/repaired
  随程序安装的浏览器解开后有文件损坏或被改动，已重新解开
  Files of the unpacked browser were damaged or changed; it has been unpacked again
browser/no-space
  磁盘空间不够，浏览器没有解开：{path} ⇒ 请腾出至少 300 MB，或把环境变量 JIXIAOCE_CACHE_DIR 设为另一块磁盘上的文件夹。
  The disk is full; the browser was not unpacked: {path} ⇒ Make room for at least 300 MB, or set JIXIAOCE_CACHE_DIR to a folder on another disk.
browser/cache-not-writable
  浏览器要解开到的文件夹不能写入：{path}（{detail}） ⇒ 请检查这个文件夹的权限，或把环境变量 JIXIAOCE_CACHE_DIR 设为您自己的文件夹。
  The folder that the browser is unpacked into cannot be written to: {path} ({detail}) ⇒ Check its permissions, or set JIXIAOCE_CACHE_DIR to a folder of your own.
browser/cache-not-executable
  浏览器要解开到的磁盘不许运行程序（noexec）：{path} ⇒ 请把环境变量 JIXIAOCE_CACHE_DIR 设为另一块磁盘上的文件夹。
  The disk that the browser is unpacked onto does not allow programs to run (noexec): {path} ⇒ Set JIXIAOCE_CACHE_DIR to a folder on another disk.
browser/cache-not-private
  浏览器要解开到的文件夹不归您所有，或者别人也能写入，不能放心使用：{path} ⇒ 是您自己的文件夹，请执行 chmod 700；否则把环境变量 JIXIAOCE_CACHE_DIR 设为您自己的文件夹。
  The folder that the browser is unpacked into is not yours, or others can write to it, so it cannot be trusted: {path} ⇒ If it is your own folder, run chmod 700 on it; otherwise set JIXIAOCE_CACHE_DIR to a folder of your own.
`);
