import type { Messages } from './catalogue.ts';

/** The machine's trouble in reading, rendering and writing; the browser's and the printer's own are beside. */
export const machineMessages = {
  'sources/no-folder': {
    zh: { text: '找不到文件夹 {folder}', hint: '在项目所在的文件夹里运行，或者用 --projects 指出它在哪里' },
    en: {
      text: 'There is no folder {folder}',
      hint: 'Run in the project’s folder, or name it with --projects',
    },
  },
  'sources/not-a-folder': {
    zh: { text: '{folder} 不是文件夹', hint: '--projects 后面写放各年度文件夹的那个文件夹' },
    en: { text: '{folder} is no folder', hint: '--projects takes the folder that holds the years' },
  },
  'sources/no-years': {
    zh: {
      text: '{folder} 里没有年度文件夹',
      hint: '项目文件放在“{folder}/四位年度/”下面，例如 projects/2022/项目名称.yaml',
    },
    en: {
      text: 'There is no year folder in {folder}',
      hint: 'Sources are in a folder named by the year, e.g. projects/2022/',
    },
  },
  'sources/no-years#stray': {
    zh: {
      text: '{folder} 里没有年度文件夹，{file} 没有读',
      hint: '年度文件夹的名字是四位数字，例如 {folder}/2022；把项目文件放到里面，文件名以 .yaml 结尾',
    },
    en: {
      text: 'There is no year folder in {folder}; {file} is not read',
      hint: 'A year folder is named by four digits, for example {folder}/2022; put the sources there, named *.yaml',
    },
  },
  'sources/no-such-year': {
    zh: { text: '{folder} 里没有 {year} 年的文件夹', hint: '检查 --year 后面的年度' },
    en: { text: 'There is no folder {year} in {folder}', hint: 'Look at --year' },
  },
  'sources/no-projects': {
    zh: {
      text: '{folder} 里没有项目文件',
      hint: '新建一张：npm run new -- 项目名称 --year 年度；带去年的全部：npm run new -- --year 年度 --from-year 去年',
    },
    en: {
      text: 'There is no project in {folder}',
      hint: 'A new one: npm run new -- NAME --year YEAR; all of another year: npm run new -- --year YEAR --from-year OTHER',
    },
  },
  'sources/no-projects#stray': {
    zh: {
      text: '{folder} 里没有项目文件，{file} 没有读',
      hint: '项目文件放在 {folder} 下，文件名以 .yaml 结尾',
    },
    en: {
      text: 'There is no project in {folder}; {file} is not read',
      hint: 'Sources belong directly in {folder}, and their names end in .yaml',
    },
  },
  'sources/nothing-here': {
    zh: {
      text: '“{path}”里没有年度文件夹，没有读到项目文件',
      hint: '写一个项目文件、一个年度文件夹，或者放各年度的文件夹，例如 projects；不写路径就是全部',
    },
    en: {
      text: 'There is no year folder in “{path}”; nothing was read',
      hint: 'Name a source, a year folder, or the folder of the years, for example projects; without a path all is read',
    },
  },
  'sources/nothing-here#office': {
    zh: {
      text: '“{path}”里没有 booklet.yaml，不是单位的文件夹，没有读到项目文件',
      hint: '写一个单位的文件夹，或者在里面建 booklet.yaml',
    },
    en: {
      text: 'There is no booklet.yaml in “{path}”: it is no office’s folder, and nothing was read',
      hint: 'Name an office’s folder, or give it a booklet.yaml',
    },
  },
  'usage/shard-paths': {
    zh: { text: '--shard 分的是全部，后面不能再写路径', hint: '去掉路径，或者去掉 --shard' },
    en: { text: '--shard is a part of everything and takes no path', hint: 'Remove the path, or --shard' },
  },
  'merge/no-folder': {
    zh: { text: '没有写要合的文件夹', hint: 'npm run merge -- 第一份的文件夹 第二份的文件夹 ……' },
    en: { text: 'No folder to join is named', hint: 'npm run merge -- DIR-OF-PART-1 DIR-OF-PART-2 …' },
  },
  'merge/no-shard': {
    zh: { text: '“{path}”不是 build --shard 做的一份', hint: '写 build --shard 的 --out 那个文件夹' },
    en: {
      text: '“{path}” is no part that build --shard made',
      hint: 'Name the folder that --out of build --shard named',
    },
  },
  'merge/into-itself': {
    zh: { text: '“{path}”是要合的一份，不能又是合到的地方', hint: '用 --out 写另一个文件夹' },
    en: {
      text: '“{path}” is one of the parts; the result cannot go there',
      hint: 'Name another folder with --out',
    },
  },
  'merge/other-count': {
    zh: { text: '“{path}”是 {count} 份里的一份，“{other}”是 {others} 份里的', hint: '用同一个份数重新做' },
    en: {
      text: '“{path}” is one of {count} parts, “{other}” one of {others}',
      hint: 'Make them again with one number of parts',
    },
  },
  'merge/doubled': {
    zh: { text: '第 {index} 份有两个：“{path}”和“{other}”', hint: '去掉一个' },
    en: { text: 'Part {index} is there twice: “{path}” and “{other}”', hint: 'Remove one of them' },
  },
  'merge/missing': {
    zh: { text: '{count} 份里少了第 {missing} 份', hint: '看那一台机器是不是没有做完；做完再合' },
    en: {
      text: 'Of {count} parts these are missing: {missing}',
      hint: 'See whether their machines have finished, then join',
    },
  },
  'merge/other-program': {
    zh: { text: '“{path}”和“{other}”不是同一个浏览器、程序或模板做的', hint: '用同一个版本重新做其中一份' },
    en: {
      text: '“{path}” and “{other}” were not made by the same browser, program or templates',
      hint: 'Make one of them again with the same version',
    },
  },
  'merge/other-settings': {
    zh: {
      text: '“{path}”和“{other}”的 --also 或 SOURCE_DATE_EPOCH 不同',
      hint: '用同样的选项重新做其中一份',
    },
    en: {
      text: '“{path}” and “{other}” differ in --also or SOURCE_DATE_EPOCH',
      hint: 'Make one of them again with the same options',
    },
  },
  'merge/conflict': {
    zh: {
      text: '{file} 在“{path}”和“{other}”里不一样',
      hint: '这几份不是按同一个版本的项目文件做的；重新做',
    },
    en: {
      text: '{file} differs in “{path}” and “{other}”',
      hint: 'They were not made from the same sources; make them again',
    },
  },
  'merge/changed': {
    zh: {
      text: '{file} 与做好时不一样（或者不见了）',
      hint: '可能没有传完，或者被改过；重新传，或者重新做“{path}”',
    },
    en: {
      text: '{file} is not what was written there (or is gone)',
      hint: 'It was not copied whole, or was changed; copy “{path}” again, or make it again',
    },
  },
  'merge/table-missing': {
    zh: {
      text: '有 {count} 张表哪一份里也没有，例如 {file}',
      hint: '这几份做好以后又加了表；按现在的项目文件重新做',
    },
    en: {
      text: '{count} tables are in no part, for example {file}',
      hint: 'They were added since; make the parts again from the present sources',
    },
  },
  'merge/other-revision': {
    zh: {
      text: '有 {count} 张表不是按现在的项目文件做的，例如 {file}',
      hint: '各份要按同一个版本做；把项目文件换回那个版本，或者重新做',
    },
    en: {
      text: '{count} tables were not made from the present sources, for example {file}',
      hint: 'All parts have to be of one revision: check that one out, or make them again',
    },
  },
  'sources/no-office': {
    zh: {
      text: '“{path}”所在的文件夹里没有 booklet.yaml，没有读',
      hint: '在 {folder} 里建 booklet.yaml，或者把文件移到年度或单位的文件夹里',
    },
    en: {
      text: 'The folder of “{path}” has no booklet.yaml; it is not read',
      hint: 'Give {folder} a booklet.yaml, or move the file into the folder of a year or an office',
    },
  },
  'sources/not-a-source': {
    zh: {
      text: '“{path}”不是项目文件：文件名要以 .yaml 结尾',
      hint: '是项目文件的，改名；不是的，不要写在这里',
    },
    en: {
      text: '“{path}” is not a source: its name must end in .yaml',
      hint: 'Rename it if it is one, or leave it out',
    },
  },
  'sources/other-year': {
    zh: { text: '“{path}”不在 --year 写的 {year} 年里', hint: '去掉 --year，或者换一个路径' },
    en: {
      text: '“{path}” is not of the year {year} that --year names',
      hint: 'Remove --year, or name another path',
    },
  },
  'sources/empty-path': {
    zh: { text: '路径是空的', hint: '脚本里的变量可能没有值；不写路径就是全部' },
    en: {
      text: 'A path is empty',
      hint: 'A variable of a script may have no value; without a path all is read',
    },
  },
  'sources/link': {
    zh: {
      text: '{path} 是一个指向别处的链接，为了安全不读取',
      hint: '把文件夹本身放到这里，或者写它真正的位置',
    },
    en: {
      text: '{path} is a link to somewhere else; it is not read, for safety',
      hint: 'Put the folder itself here, or name its real place',
    },
  },
  'sources/no-such-path': {
    zh: { text: '找不到 {path}', hint: '检查路径；有空格的路径要加引号' },
    en: { text: 'There is no {path}', hint: 'Look at the path; one with blanks needs quotes' },
  },
  'sources/unreadable': {
    zh: { text: '读不了 {path}', hint: '检查这个文件夹的权限' },
    en: { text: 'Cannot read {path}', hint: 'Look at its permissions' },
  },
  'sources/is-folder': {
    zh: { text: '{path} 是一个文件夹', hint: '写出里面一个文件的名字' },
    en: { text: '{path} is a folder', hint: 'Name a file in it' },
  },
  'schema/broken': {
    zh: { text: '{file} 不是有效的 JSON Schema：{reason}', hint: '从 git 取回上一版，或者改正它' },
    en: {
      text: '{file} is no valid JSON Schema: {reason}',
      hint: 'Take the last version from git, or mend it',
    },
  },
  'schema/missing': {
    zh: { text: '找不到 {file}', hint: '从 git 取回它' },
    en: { text: 'There is no {file}', hint: 'Take it from git' },
  },
  'template/no-folder': {
    zh: { text: '找不到模板文件夹 {folder}', hint: '检查 --templates 后面的路径' },
    en: { text: 'There is no folder of templates {folder}', hint: 'Look at --templates' },
  },
  'template/missing': {
    zh: { text: '模板文件夹里没有 {file}', hint: '从 git 取回它' },
    en: { text: 'There is no template {file}', hint: 'Take it from git' },
  },
  'template/unreadable': {
    zh: { text: '读不了模板 {file}', hint: '检查它是不是文件，有没有权限' },
    en: { text: 'Cannot read the template {file}', hint: 'Is it a file, and readable?' },
  },
  'template/syntax': {
    zh: {
      text: '模板 {file} 第 {line} 行写法有误：“{piece}”',
      hint: '检查这里的 {{ }}、{{#if}} 和 {{/if}} 是否成对',
    },
    en: {
      text: 'Template {file}, line {line} is badly written: “{piece}”',
      hint: 'Do {{ }}, {{#if}} and {{/if}} match here?',
    },
  },
  'template/unknown-name': {
    zh: {
      text: '模板 {file} 第 {line} 行第 {column} 列：没有“{name}”这个名字',
      hint: '可用的名字见 src/document/views.ts',
    },
    en: {
      text: 'Template {file}:{line}:{column}: there is no name “{name}”',
      hint: 'The names are in src/document/views.ts',
    },
  },
  'template/not-a-list': {
    zh: {
      text: '模板 {file} 第 {line} 行第 {column} 列：{{#each}} 后面的“{name}”不是列表',
      hint: '可用的名字见 src/document/views.ts',
    },
    en: {
      text: 'Template {file}:{line}:{column}: {{#each}} over “{name}”, which is no list',
      hint: 'The names are in src/document/views.ts',
    },
  },
  'template/unknown-helper': {
    zh: {
      text: '模板 {file} 第 {line} 行第 {column} 列：没有“{name}”这个指令',
      hint: '模板里只用 #if、#unless、#each、#with 和 >',
    },
    en: {
      text: 'Template {file}:{line}:{column}: there is no helper “{name}”',
      hint: 'Templates use #if, #unless, #each, #with and > only',
    },
  },
  'template/unknown-partial': {
    zh: {
      text: '模板 {file} 第 {line} 行第 {column} 列：partials 里没有“{name}”',
      hint: '检查名字，或者补上 partials/{name}.hbs',
    },
    en: {
      text: 'Template {file}:{line}:{column}: there is no partial “{name}”',
      hint: 'Look at the name, or add partials/{name}.hbs',
    },
  },
  'template/endless-partial': {
    zh: {
      text: '模板 {file} 第 {line} 行第 {column} 列：“{name}”套用了自己，没有尽头',
      hint: '去掉这个循环',
    },
    en: {
      text: 'Template {file}:{line}:{column}: “{name}” includes itself without end',
      hint: 'Break the circle',
    },
  },
  'template/unescaped': {
    zh: {
      text: '模板 {file} 第 {line} 行第 {column} 列：不能用三个花括号输出“{name}”',
      hint: '用两个花括号；内容里的 < 和 & 才会照原样打印',
    },
    en: {
      text: 'Template {file}:{line}:{column}: “{name}” must not be printed with triple braces',
      hint: 'Use two braces, so that < and & print as they are',
    },
  },
  'out/other-root': {
    zh: {
      text: '{out} 里是 {other} 的打印结果，没有把 {root} 的写进去，什么也没有动',
      hint: '用 --out 给 {root} 另外一个文件夹；{other} 的不要了，或者文件夹改了名、移了位置，先把 {out} 删掉',
    },
    en: {
      text: '{out} holds the outputs of {other}; those of {root} were not written, and nothing was touched',
      hint: 'Give {root} another folder with --out; if those of {other} are not needed, or it was renamed or moved, delete {out} first',
    },
  },
  'out/two-roots': {
    zh: {
      text: '{root} 和 {other} 是两个单位的文件夹，不能写到同一个地方，什么也没有写',
      hint: '一个一个地运行，各用一个 --out',
    },
    en: {
      text: '{root} and {other} are two folders of years and cannot share one output folder; nothing was written',
      hint: 'Run the command once for each, each with an --out of its own',
    },
  },
  'machine/temporary': {
    zh: {
      text: '临时文件夹 {path} 用不了（{reason}）',
      hint: '把环境变量 TMPDIR（Windows 上是 TEMP）设为一个能写的文件夹，或者去掉它',
    },
    en: {
      text: 'The temporary folder {path} cannot be used ({reason})',
      hint: 'Set TMPDIR (TEMP on Windows) to a folder that can be written to, or remove it',
    },
  },
  'out/not-writable': {
    zh: {
      text: '写不了 {path}：没有权限',
      hint: '关掉正在打开它的程序，检查文件夹权限，或者换一个文件夹',
    },
    en: {
      text: 'Cannot write {path}: not permitted',
      hint: 'Close the program that has it open, look at the permissions, or choose another folder',
    },
  },
  'out/disk-full': {
    zh: { text: '磁盘满了，写不下 {path}；已有的文件都没有动', hint: '腾出空间再运行一次' },
    en: {
      text: 'The disk is full; {path} was not written and older files are as they were',
      hint: 'Make room and run again',
    },
  },
  'out/is-folder': {
    zh: { text: '写不了 {path}：已经有一个同名的文件夹', hint: '把这个文件夹移走或者改名，再运行一次' },
    en: {
      text: 'Cannot write {path}: a folder has this name',
      hint: 'Move or rename that folder and run again',
    },
  },
  'out/is-link': {
    zh: {
      text: '{path} 是一个链接，不往里写',
      hint: '删掉这个链接；想写到它指向的地方，就用 --out 写出那个文件夹本身',
    },
    en: {
      text: '{path} is a link; nothing is written through it',
      hint: 'Remove the link, or name the folder that it leads to with --out',
    },
  },
  'out/file-in-way': {
    zh: {
      text: '写不了 {path}：要放文件夹的地方有一个同名的文件',
      hint: '把那个文件移走或者改名，或者换一个文件夹',
    },
    en: {
      text: 'Cannot write {path}: a file is where a folder is to be',
      hint: 'Move or rename that file, or choose another folder',
    },
  },
  'out/part-changed': {
    zh: {
      text: '打印好的页面 {path} 在装订前被改动或删除了',
      hint: '如果另一个程序正在用同一个输出文件夹，等它结束，再运行一次',
    },
    en: {
      text: 'The printed pages of {path} were changed or removed before they could be bound',
      hint: 'If another program uses the same output folder, wait until it ends and run this again',
    },
  },
  'out/no-folder': {
    zh: {
      text: '写不了 {path}：它的文件夹不在了，或者那里不能建文件夹',
      hint: '看看文件夹有没有被移走、磁盘有没有断开，或者换一个文件夹，再运行一次',
    },
    en: {
      text: 'Cannot write {path}: its folder is gone, or none can be made there',
      hint: 'Was the folder moved, or the disk disconnected? Run again, or choose another folder',
    },
  },
  'out/name-too-long': {
    zh: { text: '写不了 {path}：名字太长', hint: '换一个短些的名字或者文件夹' },
    en: { text: 'Cannot write {path}: the name is too long', hint: 'Choose a shorter name or folder' },
  },
  'out/failed': {
    zh: { text: '写不了 {path}（{reason}）', hint: '检查这个位置，或者换一个文件夹' },
    en: {
      text: 'Cannot write {path} ({reason})',
      hint: 'Look at that place, or choose another folder',
    },
  },
  'stdout/not-written': {
    zh: { text: '结果没有写完（{reason}）', hint: '输出转到文件的，看看磁盘是不是满了，再运行一次' },
    en: {
      text: 'What was asked for could not be put out ({reason})',
      hint: 'If it goes to a file, make room on the disk and run again',
    },
  },
  'print/fonts': {
    zh: { text: '浏览器没能装入字体', hint: '运行 npm ci 重新安装，再试一次' },
    en: { text: 'The browser could not load the fonts', hint: 'Install again with npm ci' },
  },
  'print/page-crashed': {
    zh: { text: '浏览器的页面两次崩溃，打印没有完成', hint: '关掉占内存的程序再运行一次；已打印的不会重做' },
    en: {
      text: 'The browser’s page crashed twice; printing is not complete',
      hint: 'Free some memory and run again; what is printed is kept',
    },
  },
  'print/browser-gone': {
    zh: {
      text: '浏览器两次意外退出，打印没有完成',
      hint: '再运行一次，已打印的不会重做；仍然如此时用 --browser 换一个浏览器',
    },
    en: {
      text: 'The browser went away twice; printing is not complete',
      hint: 'Run again, what is printed is kept; or choose another with --browser',
    },
  },
  'print/no-answer': {
    zh: {
      text: '浏览器两次没有回应，打印没有完成',
      hint: '再运行一次，已打印的不会重做；仍然如此时重启电脑，或者用 --browser 换一个浏览器',
    },
    en: {
      text: 'The browser did not answer twice; printing is not complete',
      hint: 'Run again, what is printed is kept; or choose another browser with --browser',
    },
  },
  'print/failed': {
    zh: {
      text: '浏览器两次都没能生成 PDF，多半是内存不够',
      hint: '关掉占内存的程序再运行一次；已打印的不会重做',
    },
    en: {
      text: 'The browser failed to make a PDF twice, probably for want of memory',
      hint: 'Free some memory and run again; what is printed is kept',
    },
  },
  'print/reached-out': {
    zh: {
      text: '正在打印的页面想离开或读取别处的内容 {url}，已经停下',
      hint: '检查模板和样式：页面只能用自己的内容',
    },
    en: {
      text: 'The page being printed reached out to {url}; stopped',
      hint: 'Look at the templates and styles: a page may use its own content only',
    },
  },
  'print/not-paged': {
    zh: {
      text: '{name} 排不成页：{reason}',
      hint: '多半是模板或样式改坏了：看看 templates 里刚改的地方，或者运行 git diff templates',
    },
    en: {
      text: 'The pages of {name} cannot be made: {reason}',
      hint: 'A template or a style is probably broken: look at what was changed in templates, e.g. with git diff templates',
    },
  },
  'print/page-count': {
    zh: {
      text: '“{name}”排出 {expected} 页，打印出 {found} 页，没有写入',
      hint: '检查样式里的页面尺寸，或者模板里多出来的内容',
    },
    en: {
      text: '“{name}” has {expected} pages but printed {found}; nothing was written',
      hint: 'Look at the page size in the styles',
    },
  },
  'print/page-number': {
    zh: {
      text: '“{name}”里印的页码 {printed} 与链接到的页 {found} 不一致（{target}），没有写入',
      hint: '检查模板里的页码和链接',
    },
    en: {
      text: '“{name}” prints page {printed} where the link leads to {found} ({target}); nothing was written',
      hint: 'Look at the page numbers and links in the templates',
    },
  },
  'print/alien-font': {
    zh: {
      text: '“{name}”里用到了别的字体 {font}，没有写入',
      hint: '检查样式里的 font-family：只用程序自带的两种字体',
    },
    en: {
      text: '“{name}” uses another font, {font}; nothing was written',
      hint: 'Look at font-family in the styles: use the program’s two fonts only',
    },
  },
  'usage/unknown-command': {
    zh: { text: '没有“{name}”这个命令', hint: '可用的命令：{known}；加 --help 看说明' },
    en: { text: 'There is no command “{name}”', hint: 'Commands: {known}; add --help' },
  },
  'usage/unknown-command#nearest': {
    zh: { text: '没有“{name}”这个命令；是不是 {nearest}？', hint: '可用的命令：{known}；加 --help 看说明' },
    en: {
      text: 'There is no command “{name}”; did you mean {nearest}?',
      hint: 'Commands: {known}; add --help',
    },
  },
  'usage/value': {
    zh: { text: '{option} 不能是“{value}”', hint: '可以写：{allowed}' },
    en: { text: '{option} cannot be “{value}”', hint: 'Allowed: {allowed}' },
  },
  'usage/epoch': {
    zh: { text: '环境变量 SOURCE_DATE_EPOCH 不是秒数：“{value}”', hint: '写从 1970 年起的秒数，或者去掉它' },
    en: {
      text: 'SOURCE_DATE_EPOCH is no number of seconds: “{value}”',
      hint: 'Give seconds since 1970, or remove it',
    },
  },
} satisfies Messages;
