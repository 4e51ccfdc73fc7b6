import type { Command } from './command.ts';
import type { Words } from './option.ts';
import type { CommandName } from './options.ts';

/** What is said about a command, and where its program is. Its options are in options.ts. */
export interface CommandEntry {
  summary: Words;
  /** What follows the command's name; null when it takes options only. */
  takes: Words | null;
  about: Words;
  exits: Words;
  /** Loaded one by one, so that `check` does not wait for what `build` needs. */
  load: () => Promise<{ command: Command }>;
}

const PATHS = { zh: '[路径…]', en: '[path…]' };

export const COMMANDS: Record<CommandName, CommandEntry> = {
  check: {
    summary: {
      zh: '检查每一张表，把所有问题连同位置和改法一次列出；不启动浏览器',
      en: 'reports every mistake of every table, with place and remedy; starts no browser',
    },
    takes: PATHS,
    about: {
      zh: '路径是项目文件或文件夹；不写就检查全部。',
      en: 'A path is a source or a folder; without one everything is checked.',
    },
    exits: {
      zh: '0 没有错误（可以有警告），1 有错误，2 机器上的问题（找不到文件夹、模板坏了……）',
      en: '0 no errors (warnings allowed), 1 errors, 2 trouble with the machine',
    },
    load: () => import('./run-check.ts'),
  },
  build: {
    summary: {
      zh: '检查后把有变化的表排成 PDF 和网页，连同年度汇编写到 out/',
      en: 'checks, then prints what changed, and the booklet, into out/',
    },
    takes: PATHS,
    about: {
      zh: `路径是项目文件，只做这几张表，不动汇编和目录页；或者是年度的文件夹，连汇编一起做。
有错误的表不打印，上次的还在，别的表照常打印；汇编里有这样的表，就还是上次的。`,
      en: `A source as path prints that table only; a year's folder prints its tables and booklet. A table with an error keeps its
last output while the others are printed, and so does a booklet that contains such a table.`,
    },
    exits: {
      zh: '0 完成，1 有错误，2 机器上的问题（没有浏览器、磁盘满了……），130 被 Ctrl-C 中断',
      en: '0 done, 1 errors, 2 trouble with the machine, 130 interrupted',
    },
    load: () => import('./run-build.ts'),
  },
  merge: {
    summary: {
      zh: '把 build --shard 分开做的几份合起来，做汇编和目录页；和一台机器做的一个字节也不差',
      en: 'joins what build --shard made in parts, and binds the volumes; byte for byte what one machine makes',
    },
    takes: { zh: '文件夹…', en: 'DIR…' },
    about: {
      zh: `每个文件夹是一份的输出（build --out 写的地方），一份也不能少，也不能重。项目文件和模板要与各份的相同，浏览器也要相同。
每个文件都核对过才合；有一个对不上，就什么也不写，说明是哪一个。
是 check --shard 检查的几份，就只报跨单位的问题，不打印。`,
      en: `Each DIR is the output of a part (where build --out wrote it); none may be missing, and none there twice. Sources,
templates and browser have to be those of the parts. Every file is verified first; when one is wrong, nothing is
written, and it is named. Of parts that check --shard made it reports what is found between offices, and prints nothing.`,
    },
    exits: {
      zh: '0 合好了，1 有错误，2 机器上的问题（少了一份、有文件对不上……）',
      en: '0 joined, 1 errors, 2 trouble with the machine (a part is missing, a file does not match …)',
    },
    load: () => import('./run-merge.ts'),
  },
  watch: {
    summary: {
      zh: '边改边看：浏览器里的页面跟着保存变，错在哪里标在页上，PDF 随后更新',
      en: 'previews the pages while you edit: they follow every save, mistakes are marked, PDFs follow',
    },
    takes: null,
    about: {
      zh: `打开显示的地址就能看、能改：双击一格（或者按 Enter）就改，改的是项目文件；错误和建议标在格子上，有改法的点“采纳”。
按住 Ctrl 点一格，编辑器就打开到那一行。按 Ctrl-C 结束。键盘：/ 查找，方向键换项目，p 打开 PDF，e 打开项目文件。`,
      en: `Open the address it prints. A double-click on a cell (or Enter) edits it, and with it the source; mistakes and suggestions
are marked on their cells, and remedies are a click. Ctrl and a click open a cell's line in your editor. Ctrl-C ends it.
Keys: / searches, arrows change the project, p opens the PDF, e the source.`,
    },
    exits: {
      zh: '0 按 Ctrl-C 结束，2 机器上的问题（找不到文件夹、没有可用的端口……）',
      en: '0 ended by Ctrl-C, 2 trouble with the machine',
    },
    load: () => import('./run-watch.ts'),
  },
  diff: {
    summary: {
      zh: '与以前的版本逐格对照：改了什么、增减多少；可以打成调整前后对照表',
      en: 'compares the tables with a git revision, cell by cell; prints the comparison as a form, too',
    },
    takes: { zh: '[版本]', en: '[REVISION]' },
    about: {
      zh: `版本是提交号、分支名、HEAD~1 等，不写就是 HEAD，与现在的文件比。A..B 比两个版本，A...B 从 A 与 B 的共同起点比到 B。
不管文件里换行、顺序、注释的变化。text 走标准错误，“>” 存不下来；要存成文件用别的格式，例如
npm run -s diff -- --format markdown > 变化.md`,
      en: `REVISION is a hash, a branch, HEAD~1 … (default: HEAD) and is compared with the files in the folder.
A..B compares two revisions, A...B the common ancestor of A and B with B. Line breaks, order and comments in the files
make no difference. Text goes to stderr, so “>” saves nothing of it; for a file use another format, for example
npm run -s diff -- --format markdown > changes.md`,
    },
    exits: {
      zh: '0 比完了，1 用了 --exit-code 而有变化，2 机器上的问题（没有 git、没有这个版本……）',
      en: '0 compared, 1 with --exit-code when they differ, 2 trouble with the machine (no git, no such revision …)',
    },
    load: () => import('./run-diff.ts'),
  },
  new: {
    summary: {
      zh: '新建一张表：必填的都列好，要写的地方标着“待填”；也可以把去年的一张表、整个年度带过来',
      en: 'writes a new table in which 待填 marks what to fill in, or carries over an earlier table or year',
    },
    takes: { zh: '[项目名称]', en: '[NAME]' },
    about: {
      zh: `写到 projects/年度/项目名称.yaml；已有的文件不会动。名称里有空格的，整个加上引号。
要写的地方标着“待填”，check 会一处一处提醒。从以前的表带过来的，不带“# 忽略 ……”；自评、监控的结果也不带。
整年：npm run new -- --year 2023 --from-year 2022`,
      en: `Writes projects/YEAR/NAME.yaml; an existing file is never touched. Quote a name with blanks.
Replace each 待填; check reports those that are left. Suppressions and results are not carried over. A whole year: npm run new -- --year 2023 --from-year 2022`,
    },
    exits: {
      zh: '0 写好了，1 没有写（名称不能用、文件已经有了……），2 机器上的问题',
      en: '0 written, 1 not written (a name that cannot be used, a file that exists …), 2 trouble with the machine',
    },
    load: () => import('./run-new.ts'),
  },
  import: {
    summary: {
      zh: '把 Word、Excel 或文字里的绩效目标表读成项目文件，改过、拿不准的都标出来',
      en: 'reads tables out of Word, Excel or text files into sources, and marks what was repaired or is in doubt',
    },
    takes: { zh: '文件…', en: 'FILE…' },
    about: {
      zh: `读 .docx、.xlsx、用制表符或逗号分开的文字；.doc .xls .odt .ods .wps .et 要这台电脑上有 LibreOffice。
一个文件里有几张表都读，一张表写一个文件；改过、拿不准的地方在那一行上面写“# 待核对”，看完删掉。
已经有的文件不动；一个文件里有一张表写不成，就一张也不写。`,
      en: `Reads .docx, .xlsx and text with tabs or commas between its cells; .doc .xls .odt .ods .wps .et with LibreOffice where it is installed. Every table
of a file becomes a source; a comment “# 待核对” above a row says what was repaired or is in doubt. No file that exists is
touched; when one table of a file cannot be written, none of it is.`,
    },
    exits: {
      zh: '0 都读成了，1 有文件或表没有读成、没有写，2 机器上的问题',
      en: '0 all were read, 1 a file or table could not be read or written, 2 trouble with the machine',
    },
    load: () => import('./run-import.ts'),
  },
  tidy: {
    summary: {
      zh: '把项目文件整理成规范的写法，内容一个字也不动',
      en: 'writes sources in canonical form without changing a word',
    },
    takes: PATHS,
    about: {
      zh: `整理符号、空格、各项的顺序，一句一行；注释都留着。路径是项目文件或文件夹；不写就整理全部。
读不出来的文件不动，和 check 一样告诉你哪里不对。`,
      en: `Signs, blanks, the order of keys, one sentence per line; comments are kept. A path is a source or a folder; without one
all sources are. A file that cannot be read is left alone and reported.`,
    },
    exits: {
      zh: '0 完成，1 有读不出来的文件，或者用了 --check 而有要整理的，2 机器上的问题',
      en: '0 done, 1 a file that cannot be read, or with --check one that would change, 2 trouble with the machine',
    },
    load: () => import('./run-tidy.ts'),
  },
  trace: {
    summary: {
      zh: '一份 PDF 或一张纸是按哪个文件、哪个版本做的，是不是最新的',
      en: 'finds the source and revision of a PDF or a sheet of paper, and whether it is current',
    },
    takes: { zh: '文件.pdf… 或 标记…', en: 'FILE.pdf… or MARK…' },
    about: {
      zh: `标记是纸上右下角项目编码后面的 10 位，例如 3f9a1c2e77。汇编先说整本，再逐张说；对照表说调整后的表。
内容一样，标记就一样：改注释、换行不算。`,
      en: `The mark is the 10 characters after the project's code at the lower right of the paper, e.g. 3f9a1c2e77. A booklet is
reported as a whole, then table by table; a 对照表, by its tables after the change. The same content has the same mark:
comments and line breaks do not count.`,
    },
    exits: {
      zh: '0 每一张表都是最新的，1 有不是最新的、没找到的或者不是本程序做的，2 机器上的问题',
      en: '0 every table is current, 1 one is not, was not found or is not ours, 2 trouble with the machine',
    },
    load: () => import('./run-trace.ts'),
  },
  hooks: {
    summary: {
      zh: '打开或关掉：提交以前自动检查；git diff 按文字比较 PDF',
      en: 'switches on or off: a check before each commit, and comparing PDFs by their words in git',
    },
    takes: null,
    about: {
      zh: `提交以前检查要提交的表，有错误就不提交；git diff 和 git log 按文字比较 PDF。只改这个仓库自己的 .git：
写 hooks/pre-commit 和程序的一份副本，设 diff.pdf.textconv、diff.jixiaoce.xfuncname、core.quotePath。
已经有别的设置的，说明以后什么也不改。检查的是 git add 过的内容。`,
      en: `Staged tables are checked before a commit, and errors prevent it; git diff and git log compare PDFs by their words.
Only this repository's .git is changed: hooks/pre-commit and a copy of the program are written, and diff.pdf.textconv,
diff.jixiaoce.xfuncname and core.quotePath are set. Where one of them is already in use, nothing is changed.`,
    },
    exits: {
      zh: '0 完成，1 有别的设置，没有改，2 机器上的问题（没有 git、不在仓库里……）',
      en: '0 done, 1 something else is set and nothing was changed, 2 trouble with the machine (no git, no repository …)',
    },
    load: () => import('./run-hooks.ts'),
  },
  init: {
    summary: {
      zh: '新建一个只放表的仓库，程序作为 npm 包装在里面',
      en: 'starts a repository that holds tables only and has the program as an npm package',
    },
    takes: { zh: '[文件夹]', en: '[FOLDER]' },
    about: {
      zh: `写 package.json、第一个年度的 booklet.yaml、编辑器的设置、拉取请求的流水线、.gitignore 和 README；已有的文件一个也不动。
不写文件夹，就写在当前的文件夹里。`,
      en: `Writes package.json, booklet.yaml of the first year, settings of the editor, workflows for pull requests, .gitignore and a
README; no file that exists is touched. Without FOLDER they go into the working directory.`,
    },
    exits: { zh: '0 写好了，2 机器上的问题', en: '0 written, 2 trouble with the machine' },
    load: () => import('./run-init.ts'),
  },
  doctor: {
    summary: {
      zh: '看看这台电脑上缺什么：Node、浏览器、字体、git、文件夹',
      en: 'reports what is missing on this machine: Node, browser, fonts, git, folders',
    },
    takes: null,
    about: {
      zh: '✓ 没有问题，✗ 要处理，– 有的功能用不了。',
      en: '✓ all is well, ✗ needs attention, – something cannot be used.',
    },
    exits: { zh: '0 可以用，2 有要处理的', en: '0 ready, 2 something needs attention' },
    load: () => import('./run-doctor.ts'),
  },
};
