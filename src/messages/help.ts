import type { Language } from './wording.ts';

/** What `--help` says, for each command and language. */
export const HELP: Record<Language, Record<string, string>> = {
  zh: {
    '': `绩效册：把预算项目绩效目标表从 YAML 排成 PDF 和年度汇编

用法：npm run 命令 -- [选项] [路径…]

命令
  check    检查每一张表，把所有问题连同位置和改法一次列出；不启动浏览器
  build    检查后把有变化的表排成 PDF 和网页，连同年度汇编写到 out/
  watch    边改边看：浏览器里的页面跟着保存变，错在哪里标在页上，PDF 随后更新
  diff     与以前的版本逐格对照：改了什么、增减多少；可以打成调整前后对照表
  new      新建一张表：必填的都列好，要写的地方标着“待填”；也可以从去年的表带过来
  tidy     把项目文件整理成规范的写法，内容一个字也不动
  trace    一份 PDF 或一张纸是按哪个文件、哪个版本做的，是不是最新的
  hooks    打开或关掉：提交以前自动检查；git diff 按文字比较 PDF
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
  --staged              检查 git add 过的内容，不管文件夹里现在是什么样（提交前的钩子用它）
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
    watch: `边改边看：每次保存，浏览器里排好的页面马上跟着变；PDF 和汇编随后更新

用法：npm run watch -- [选项]
  打开显示的地址就能看。错误和建议标在格子上；点一格，编辑器就打开到那一行。按 Ctrl-C 结束。
  键盘：/ 查找，方向键换项目，p 打开 PDF，e 打开项目文件。

选项
  --port 端口           预览用的端口（默认 4173，被占用就用下一个空着的）
  --open                直接用浏览器打开
  --editor 地址         点格子时打开的地址（默认 vscode://file/{file}:{line}:{column}；也可以用环境变量 JIXIAOCE_EDITOR）
  --projects 文件夹     放各年度文件夹的地方（默认 projects）
  --templates 文件夹    模板（默认用程序自带的 templates）
  --out 文件夹          PDF 写到哪里（默认 out）
  --year 年度           只看这一年
  --browser 程序        打印用的 Chrome、Edge 或 Chromium
  --strict              警告也算错误
  --verbose             在终端里把警告和建议也逐条列出
  --quiet               没有错误就什么也不说
  --lang 语言           zh（默认）或 en

退出码：0 按 Ctrl-C 结束，2 机器上的问题（找不到文件夹、没有可用的端口……）
`,
    diff: `把现在的表与 git 里的一个版本逐格对照：项目、指标、指标值的增减，不管文件里换行、顺序、注释的变化

用法：npm run diff -- [版本] [选项]
  版本是提交号、分支名、HEAD~1 等，不写就是 HEAD，与现在的文件比。
  A..B 比两个版本，A...B 从 A 与 B 的共同起点比到 B。

选项
  --format 格式         text（默认）、markdown（拉取请求里的评论）、html（可以打印的对照表）或 json；text 走标准错误，“>” 存不
                        下来，要存成文件用后三种，例如 npm run -s diff -- --format markdown > 变化.md
  --pdf 文件            同时把对照表打成 PDF
  --images 文件夹       把有改动的页做成 PNG，改前改后各一张，改了的格子加框；改前的也按现在的模板排
  --exit-code           有变化时退出码是 1
  --projects 文件夹     放各年度文件夹的地方（默认 projects）
  --templates 文件夹    模板（默认用程序自带的 templates）
  --year 年度           只比这一年
  --browser 程序        打 PDF、做图用这个 Chrome、Edge 或 Chromium
  --verbose             把新出现的和不再出现的建议、做好的图也逐条列出
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
    trace: `一份 PDF 是按哪个文件、哪个 git 版本做的，是不是最新的

用法：npm run trace -- 文件.pdf… [选项]
      npm run trace -- 标记…
  标记是纸上右下角项目编码后面的 10 位，例如 3f9a1c2e77。汇编先说整本，再逐张说；对照表说调整后的表。
  内容一样，标记就一样：改注释、换行不算。

选项
  --projects 文件夹     放各年度文件夹的地方（默认 projects）
  --format 格式         text（默认）或 json
  --quiet               都是最新的就什么也不说
  --lang 语言           zh（默认）或 en

退出码：0 每一张表都是最新的，1 有不是最新的、没找到的或者不是本程序做的，2 机器上的问题
`,
    hooks: `打开或关掉两件事：提交以前检查要提交的表，有错误就不提交；git diff 和 git log 按文字比较 PDF

用法：npm run hooks -- [选项]
  只改这个仓库自己的 git 设置（core.hooksPath、diff.pdf.textconv、diff.jixiaoce.xfuncname、core.quotePath）。已经有别的设置
  的，说明以后什么也不改。检查的是 git add 过的内容。

选项
  --off                 关掉，设置恢复原样
  --quiet               做好了就什么也不说
  --lang 语言           zh（默认）或 en

退出码：0 完成，1 有别的设置，没有改，2 机器上的问题（没有 git、不在仓库里……）
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
  watch    shows the pages while you edit: they follow every save, mistakes stand on them, PDFs follow
  diff     compares with a git revision, cell by cell: what changed and by how much; prints as a table, too
  new      begins a table: all that is required, 待填 where you have to write; or carries last year's over
  tidy     brings sources into their canonical form without changing a word
  trace    which source and revision a PDF or a sheet of paper was made from, and whether it is current
  hooks    switches on and off that tables are checked before a commit and that git compares PDFs by their words
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
  --staged           checks what is staged in git, whatever lies in the folder (the hook before a commit does)
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
    watch: `Shows the pages while you edit: they follow every save at once, PDFs and booklet a little later

Usage: npm run watch -- [options]
  Open the address that is shown. Mistakes and suggestions stand on their cells; a click on a cell opens its line in your
  editor. Ctrl-C ends it. Keys: / searches, arrows change the project, p opens the PDF, e the source.

Options
  --port PORT        the preview's port (default: 4173, or the next free one)
  --open             opens it in the browser
  --editor ADDRESS   what a click opens (default: vscode://file/{file}:{line}:{column}; or JIXIAOCE_EDITOR)
  --projects DIR     the folder that holds the years (default: projects)
  --templates DIR    the templates (default: the program's own)
  --out DIR          where PDFs go (default: out)
  --year YEAR        only this year
  --browser FILE     the Chrome, Edge or Chromium that prints
  --strict           warnings count as errors
  --verbose          lists warnings and suggestions on the terminal, too
  --quiet            says nothing unless there is an error
  --lang LANG        zh (default) or en

Exit code: 0 ended by Ctrl-C, 2 trouble with the machine
`,
    diff: `Compares the tables with a git revision, cell by cell: projects, indicators, figures and their differences; line
breaks, order and comments in the files make no difference

Usage: npm run diff -- [REVISION] [options]
  REVISION is a hash, a branch, HEAD~1 …, HEAD without one; it is compared with the files as they are.
  A..B compares two revisions, A...B what became of B since A and B parted.

Options
  --format FORMAT    text (default), markdown (a comment on a pull request), html (a table that prints) or json; text goes
                     to stderr, so that “>” keeps nothing of it: for a file use one of the others, for example
                     npm run -s diff -- --format markdown > changes.md
  --pdf FILE         also prints the table before and after into a PDF
  --images DIR       also makes PNGs of the pages that changed, before and after, with what differs framed; what was
                     before is set with the templates of today, too
  --exit-code        exit code 1 when they differ
  --projects DIR     the folder that holds the years (default: projects)
  --templates DIR    the templates (default: the program's own)
  --year YEAR        only this year
  --browser FILE     prints and pictures with this Chrome, Edge or Chromium
  --verbose          lists new and gone suggestions, and the pictures, too
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
    trace: `Which source and which git revision a PDF was made from, and whether it is still current

Usage: npm run trace -- FILE.pdf… [options]
       npm run trace -- MARK…
  The mark is the 10 characters behind the project's code at the lower right of the paper, e.g. 3f9a1c2e77. Of a
  booklet it tells as a whole, then table by table; of a 对照表, of the tables as they are after it. The same content has
  the same mark: comments and line breaks do not count.

Options
  --projects DIR     the folder that holds the years (default: projects)
  --format FORMAT    text (default) or json
  --quiet            says nothing when all are current
  --lang LANG        zh (default) or en

Exit code: 0 every table is current, 1 one is not, was not found or is not ours, 2 trouble with the machine
`,
    hooks: `Switches two things on or off: tables are checked before a commit, and with errors there is none; git diff and
git log compare PDFs by their words

Usage: npm run hooks -- [options]
  Only this repository's own git configuration is changed (core.hooksPath, diff.pdf.textconv, diff.jixiaoce.xfuncname,
  core.quotePath). Where one of them is set otherwise, this is told and nothing is changed. What is checked is what was staged.

Options
  --off              undoes it
  --quiet            says nothing when it is done
  --lang LANG        zh (default) or en

Exit code: 0 done, 1 something else is set and nothing was changed, 2 trouble with the machine (no git, no repository …)
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
