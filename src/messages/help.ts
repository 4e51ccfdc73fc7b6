import type { Language } from './wording.ts';

/** What `--help` says, for each command and language. */
export const HELP: Record<Language, Record<string, string>> = {
  zh: {
    '': `绩效册：把预算项目绩效目标表从 YAML 排成 PDF 和年度汇编

用法：npm run 命令 -- [选项] [路径…]

命令
  check    检查每一张表，把所有问题连同位置和改法一次列出；不启动浏览器
  build    检查后把有变化的表排成 PDF 和网页，连同年度汇编写到 out/

每个命令加 --help 看它的选项，例如：npm run build -- --help
`,
    check: `检查每一张表，把所有问题一次列出

用法：npm run check -- [选项] [路径…]
  路径是项目文件或文件夹；不写就检查全部。

选项
  --projects 文件夹     放各年度文件夹的地方（默认 projects）
  --templates 文件夹    模板（默认用程序自带的 templates）
  --year 年度           只检查这一年，例如 --year 2022
  --format 格式         text（默认）、json 或 github（拉取请求里的行内批注）
  --strict              警告也算错误
  --verbose             把建议也逐条列出
  --quiet               没有错误就什么也不说
  --lang 语言           zh（默认）或 en

退出码：0 没有错误（可以有警告），1 有错误，2 机器上的问题（找不到文件夹、模板坏了……）
`,
    build: `检查后打印有变化的表，连同年度汇编写到 out/年度/

用法：npm run build -- [选项] [路径…]
  路径是项目文件；写了就只做这几张表，不动汇编和目录页。有错误的年度什么也不写，上次的结果还在。

选项
  --projects 文件夹     放各年度文件夹的地方（默认 projects）
  --templates 文件夹    模板（默认用程序自带的 templates）
  --out 文件夹          写到哪里（默认 out）
  --year 年度           只做这一年
  --force               不管有没有变化，全部重新打印
  --browser 程序        用这个 Chrome、Edge 或 Chromium（也可以用环境变量 PUPPETEER_EXECUTABLE_PATH）
  --format 格式         问题的列法：text（默认）、json 或 github
  --strict              警告也算错误
  --verbose             把建议和每一个文件也逐条列出
  --quiet               没有错误就什么也不说
  --lang 语言           zh（默认）或 en

退出码：0 完成，1 有错误，2 机器上的问题（没有浏览器、磁盘满了……），130 被 Ctrl-C 中断
`,
  },
  en: {
    '': `jixiaoce: performance-target tables from YAML to PDF and an annual booklet

Usage: npm run COMMAND -- [options] [path…]

Commands
  check    tells every mistake of every table, with place and remedy; starts no browser
  build    checks, then prints what changed, and the booklet, into out/

Each command has its own --help, e.g. npm run build -- --help
`,
    check: `Tells every mistake of every table in one run

Usage: npm run check -- [options] [path…]
  A path is a source or a folder; without one everything is checked.

Options
  --projects DIR     the folder that holds the years (default: projects)
  --templates DIR    the templates (default: the program's own)
  --year YEAR        only this year
  --format FORMAT    text (default), json, or github (annotations in a pull request)
  --strict           warnings count as errors
  --verbose          lists the suggestions too
  --quiet            says nothing unless there is an error
  --lang LANG        zh (default) or en

Exit code: 0 no errors (warnings allowed), 1 errors, 2 trouble with the machine
`,
    build: `Checks, then prints what changed, and the booklet, into out/YEAR/

Usage: npm run build -- [options] [path…]
  A path is a source: only these tables are made, the booklet and the index stay. A year with an error is left as it is.

Options
  --projects DIR     the folder that holds the years (default: projects)
  --templates DIR    the templates (default: the program's own)
  --out DIR          where to write (default: out)
  --year YEAR        only this year
  --force            prints everything again
  --browser FILE     this Chrome, Edge or Chromium (or PUPPETEER_EXECUTABLE_PATH)
  --format FORMAT    how mistakes are listed: text (default), json or github
  --strict           warnings count as errors
  --verbose          lists the suggestions and every file too
  --quiet            says nothing unless there is an error
  --lang LANG        zh (default) or en

Exit code: 0 done, 1 errors, 2 trouble with the machine, 130 interrupted
`,
  },
};
