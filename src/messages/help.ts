import type { Language } from './wording.ts';

/** What `--help` says, for each command and language. */
export const HELP: Record<Language, Record<string, string>> = {
  zh: {
    '': `绩效册：把预算项目绩效目标表从 YAML 排成 PDF 和年度汇编

用法：npm run 命令 -- [选项] [路径…]

命令
  check    检查每一张表，把所有问题连同位置和改法一次列出；不启动浏览器
  build    检查后把有变化的表排成 PDF 和网页，连同年度汇编写到 out/
  diff     与以前的版本逐格对照：改了什么、增减多少；可以打成调整前后对照表
  new      新建一张表：必填的都列好，要写的地方标着“待填”；也可以从去年的表带过来
  tidy     把项目文件整理成规范的写法，内容一个字也不动
  doctor   看看这台电脑上缺什么：Node、浏览器、字体、git、文件夹

每个命令加 --help 看它的选项，例如：npm run build -- --help
`,
    check: `检查每一张表，把所有问题一次列出

用法：npm run check -- [选项] [路径…]
  路径是项目文件或文件夹；不写就检查全部。

选项
  --projects 文件夹     放各年度文件夹的地方（默认 projects）
  --templates 文件夹    模板（默认用程序自带的 templates）
  --year 年度           只检查这一年，例如 --year 2022
  --format 格式         text（默认）、json、github（拉取请求里的行内批注）或 sarif
  --list                不检查，只列出有哪些检查、各是什么级别（--format 可以是 text 或 json）
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
  --format 格式         问题的列法：text（默认）、json、github 或 sarif
  --strict              警告也算错误
  --verbose             把建议和每一个文件也逐条列出
  --quiet               没有错误就什么也不说
  --lang 语言           zh（默认）或 en

退出码：0 完成，1 有错误，2 机器上的问题（没有浏览器、磁盘满了……），130 被 Ctrl-C 中断
`,
    diff: `把现在的表与 git 里的一个版本逐格对照：项目、指标、指标值的增减，不管文件里换行、顺序、注释的变化

用法：npm run diff -- [版本] [选项]
  版本是提交号、分支名、HEAD~1 等，不写就是 HEAD，与现在的文件比。
  A..B 比两个版本，A...B 从 A 与 B 的共同起点比到 B。

选项
  --format 格式         text（默认）、markdown（拉取请求里的评论）、html（可以打印的对照表）或 json
  --pdf 文件            同时把对照表打成 PDF
  --exit-code           有变化时退出码是 1
  --projects 文件夹     放各年度文件夹的地方（默认 projects）
  --templates 文件夹    模板（默认用程序自带的 templates）
  --year 年度           只比这一年
  --browser 程序        打 PDF 用这个 Chrome、Edge 或 Chromium
  --verbose             把新出现的和不再出现的建议也逐条列出
  --quiet               只用退出码回答，什么也不说
  --lang 语言           zh（默认）或 en

退出码：0 比完了，1 用了 --exit-code 而有变化，2 机器上的问题（没有 git、没有这个版本……）
`,
    new: `新建一张表，写到 projects/年度/项目名称.yaml；已有的文件不会动

用法：npm run new -- 项目名称 [选项]
  名称里有空格的，整个加上引号。要写的地方标着“待填”，check 会一处一处提醒。

选项
  --year 年度           写到哪一年（默认最新的年度文件夹；没有的会新建）
  --code 编码           21 位项目编码，不写就先标“待填”
  --from 文件           从去年的表带过来：名称和结构照旧，数字和日期换成“待填”，原来的写在旁边的注释里
  --projects 文件夹     放各年度文件夹的地方（默认 projects）
  --format 格式         text（默认）或 json
  --quiet               写好了就什么也不说
  --lang 语言           zh（默认）或 en

退出码：0 写好了，1 没有写（名称不能用、文件已经有了……），2 机器上的问题
`,
    tidy: `把项目文件整理成规范的写法：符号、空格、各项的顺序、一句一行；注释都留着，内容一个字也不动

用法：npm run tidy -- [选项] [路径…]
  路径是项目文件或文件夹；不写就整理全部。读不出来的文件不动，和 check 一样告诉你哪里不对。

选项
  --check               只看不写；有要整理的就列出来
  --projects 文件夹     放各年度文件夹的地方（默认 projects）
  --year 年度           只整理这一年
  --format 格式         text（默认）、json、github 或 sarif
  --quiet               没有问题就什么也不说
  --lang 语言           zh（默认）或 en

退出码：0 完成，1 有读不出来的文件，或者用了 --check 而有要整理的，2 机器上的问题
`,
    doctor: `看看这台电脑上有什么、缺什么、怎么补

用法：npm run doctor -- [选项]
  ✓ 没有问题，✗ 要处理，– 有的功能用不了。

选项
  --projects 文件夹     放各年度文件夹的地方（默认 projects）
  --templates 文件夹    模板（默认用程序自带的 templates）
  --out 文件夹          输出写到哪里（默认 out）
  --browser 程序        看这个 Chrome、Edge 或 Chromium
  --format 格式         text（默认）或 json
  --quiet               只列要处理的
  --lang 语言           zh（默认）或 en

退出码：0 可以用，2 有要处理的
`,
  },
  en: {
    '': `jixiaoce: performance-target tables from YAML to PDF and an annual booklet

Usage: npm run COMMAND -- [options] [path…]

Commands
  check    tells every mistake of every table, with place and remedy; starts no browser
  build    checks, then prints what changed, and the booklet, into out/
  diff     compares with a git revision, cell by cell: what changed and by how much; prints as a table, too
  new      begins a table: all that is required, 待填 where you have to write; or carries last year's over
  tidy     brings sources into their canonical form without changing a word
  doctor   what this machine lacks: Node, browser, fonts, git, folders

Each command has its own --help, e.g. npm run build -- --help
`,
    check: `Tells every mistake of every table in one run

Usage: npm run check -- [options] [path…]
  A path is a source or a folder; without one everything is checked.

Options
  --projects DIR     the folder that holds the years (default: projects)
  --templates DIR    the templates (default: the program's own)
  --year YEAR        only this year
  --format FORMAT    text (default), json, github (annotations in a pull request), or sarif
  --list             checks nothing, lists the checks and their levels (--format text or json)
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
  --format FORMAT    how mistakes are listed: text (default), json, github or sarif
  --strict           warnings count as errors
  --verbose          lists the suggestions and every file too
  --quiet            says nothing unless there is an error
  --lang LANG        zh (default) or en

Exit code: 0 done, 1 errors, 2 trouble with the machine, 130 interrupted
`,
    diff: `Compares the tables with a git revision, cell by cell: projects, indicators, figures and their differences; line
breaks, order and comments in the files make no difference

Usage: npm run diff -- [REVISION] [options]
  REVISION is a hash, a branch, HEAD~1 …, HEAD without one; it is compared with the files as they are.
  A..B compares two revisions, A...B what became of B since A and B parted.

Options
  --format FORMAT    text (default), markdown (a comment on a pull request), html (a table that prints) or json
  --pdf FILE         also prints the table before and after into a PDF
  --exit-code        exit code 1 when they differ
  --projects DIR     the folder that holds the years (default: projects)
  --templates DIR    the templates (default: the program's own)
  --year YEAR        only this year
  --browser FILE     prints the PDF with this Chrome, Edge or Chromium
  --verbose          lists new and gone suggestions too
  --quiet            answers by the exit code and says nothing
  --lang LANG        zh (default) or en

Exit code: 0 compared, 1 with --exit-code when they differ, 2 trouble with the machine (no git, no such revision …)
`,
    new: `Begins a table in projects/YEAR/NAME.yaml; a file that exists is never touched

Usage: npm run new -- NAME [options]
  A name with blanks goes in quotes. 待填 stands where you have to write; check tells of each.

Options
  --year YEAR        the year it is for (default: the newest year folder; one that is missing is made)
  --code CODE        the project's 21 characters; without it 待填 is written
  --from FILE        carries last year's table over: names and structure stay, figures and dates become 待填, with the old
                     ones in comments beside them
  --projects DIR     the folder that holds the years (default: projects)
  --format FORMAT    text (default) or json
  --quiet            says nothing when it is written
  --lang LANG        zh (default) or en

Exit code: 0 written, 1 not written (a name that cannot be, a file that exists …), 2 trouble with the machine
`,
    tidy: `Brings sources into their canonical form: signs, blanks, the order of keys, one sentence a line; comments are kept
and never a word is changed

Usage: npm run tidy -- [options] [path…]
  A path is a source or a folder; without one everything is tidied. A file that cannot be read is left alone and told.

Options
  --check            writes nothing; lists what would change
  --projects DIR     the folder that holds the years (default: projects)
  --year YEAR        only this year
  --format FORMAT    text (default), json, github or sarif
  --quiet            says nothing unless something is wrong
  --lang LANG        zh (default) or en

Exit code: 0 done, 1 a file that cannot be read, or with --check one that would change, 2 trouble with the machine
`,
    doctor: `What this machine has, what it lacks, and how to mend it

Usage: npm run doctor -- [options]
  ✓ all is well, ✗ has to be mended, – something cannot be used.

Options
  --projects DIR     the folder that holds the years (default: projects)
  --templates DIR    the templates (default: the program's own)
  --out DIR          where outputs go (default: out)
  --browser FILE     looks at this Chrome, Edge or Chromium
  --format FORMAT    text (default) or json
  --quiet            lists only what has to be mended
  --lang LANG        zh (default) or en

Exit code: 0 ready, 2 something has to be mended
`,
  },
};
