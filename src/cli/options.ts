import { EXPORT_FORMATS } from '../form/vocabulary.ts';
import { SHIPPED_TEMPLATES } from '../workspace/template-files.ts';

import { DIR, FILE, flag, format, type Options, setting, YEAR } from './option.ts';

/** Every option of every command, each once. */
const projects = setting(DIR, '放各年度文件夹的地方', 'the folder that holds the years', {
  default: 'projects',
});
const templates = setting(DIR, '模板', 'the templates', {
  default: SHIPPED_TEMPLATES,
  defaultWords: { zh: '程序自带的', en: "the program's own" },
});
const year = setting(YEAR, '只看这一年，例如 --year 2022', 'only this year, e.g. --year 2022', {
  pattern: /^(?:19|20)\d\d$/,
  allowed: '1900–2099',
});
/** A year that is written, not read. */
const LATER = { pattern: /^20\d\d$/, allowed: '2000–2099' };
const yearToWrite = setting(
  YEAR,
  '写到哪一年；不写就是最新的年度文件夹，没有的会新建',
  'the year it is for; without it the newest year folder; a missing one is created',
  LATER,
);
const out = setting(DIR, '打印好的文件放在哪里', 'where outputs go', { default: 'out' });
const browser = setting(
  { zh: '程序', en: 'FILE' },
  '用这个 Chrome、Edge 或 Chromium（也可以用环境变量 PUPPETEER_EXECUTABLE_PATH）',
  'this Chrome, Edge or Chromium (or set PUPPETEER_EXECUTABLE_PATH)',
);
const strict = flag('警告也算错误', 'warnings count as errors');
const verbose = flag('建议和每一个文件也逐条列出', 'also lists suggestions and every file');
const quiet = flag('没有问题就什么也不说', 'prints nothing unless something is wrong');
const lang = setting({ zh: '语言', en: 'LANG' }, 'zh 或 en', 'zh or en', {
  default: 'zh',
  values: ['zh', 'en'],
});
const help = { ...flag('这个命令的说明', "this command's help"), short: 'h' } as const;

const shard = setting(
  { zh: '第几份/共几份', en: 'I/N' },
  '全部分成几份，只做其中一份，例如 --shard 2/7：几台机器同时做，最后用 merge 合起来',
  'only the I-th of N parts of everything, e.g. --shard 2/7: for several machines at once; merge joins them',
);
const common = { verbose, quiet, lang, help } as const;
const sources = { projects, year } as const;

export const OPTIONS = {
  check: {
    ...sources,
    templates,
    format: format('text', 'json', 'github', 'sarif'),
    fix: flag(
      '把有现成改法的问题直接改好（改一处报一处，别的一个字也不动），再检查一遍',
      'applies every proven remedy, reports each, touches nothing else, and checks again',
    ),
    'dry-run': flag(
      '同 --fix 一起用：只看会改什么，不写文件',
      'with --fix: shows what would change as a diff and writes nothing',
    ),
    staged: flag(
      '检查 git add 过的内容，不管文件夹里现在是什么样（提交前的钩子用它）',
      'checks what is staged in git, not the folder (used by the hook before a commit)',
    ),
    list: flag(
      '不检查，只列出有哪些检查、各是什么级别（--format 可以是 text 或 json）',
      'checks nothing, lists the checks and their levels (--format text or json)',
    ),
    shard,
    out: setting(
      DIR,
      '同 --shard 一起用：这一份留给 merge 的索引放在哪里，不写就是 out',
      'with --shard: where its index for merge goes (default: out)',
    ),
    strict,
    ...common,
  },
  build: {
    ...sources,
    templates,
    out,
    force: flag('不管有没有变化，全部重新打印', 'prints everything again'),
    also: setting(
      { zh: '格式', en: 'FORMATS' },
      '另外写成这几种文件，用逗号隔开：xlsx（每张表一个，一年再合成一个）、docx（每张表一个）、json（一年一个）；每次都要的写在 booklet.yaml 的“另存”里',
      'also writes these, separated by commas: xlsx (each table, and one for the year), docx (each table), json (one for the year); for every build write them under 另存 in booklet.yaml',
      { isList: true, values: EXPORT_FORMATS },
    ),
    draft: flag(
      '有错误、没写完的表也打印，每一页印上“草稿”，放在 out/草稿/ 里',
      'also prints tables with errors, marked 草稿 on each sheet, into out/草稿/',
    ),
    shard,
    browser,
    format: format('text', 'json', 'github', 'sarif'),
    strict,
    ...common,
  },
  merge: {
    ...sources,
    templates,
    out,
    browser,
    format: format('text', 'json', 'github', 'sarif'),
    strict,
    ...common,
  },
  watch: {
    port: setting(
      { zh: '端口', en: 'PORT' },
      '预览用的端口，被占用就用下一个空着的',
      "the preview's port, or the next free one",
      {
        default: '4173',
        // 0 to 65535; 0 takes any free port.
        pattern: /^(?:[0-5]?\d{1,4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/,
        allowed: '0–65535',
      },
    ),
    open: flag('直接用浏览器打开', 'opens it in the browser'),
    editor: setting(
      { zh: '地址', en: 'ADDRESS' },
      '按住 Ctrl 点格子时打开的地址',
      'what Ctrl and a click on a cell open',
      {
        defaultWords: {
          zh: 'vscode://file/{file}:{line}:{column}，或者环境变量 JIXIAOCE_EDITOR',
          en: 'vscode://file/{file}:{line}:{column}, or JIXIAOCE_EDITOR',
        },
      },
    ),
    'read-only': flag('只能看，不能在页上改', 'shows the pages without editing'),
    ...sources,
    templates,
    out,
    browser,
    format: format('text'),
    strict,
    ...common,
  },
  diff: {
    format: format('text', 'markdown', 'html', 'json'),
    pdf: setting(FILE, '同时把对照表打成 PDF', 'also prints the table before and after into a PDF'),
    images: setting(
      DIR,
      '把有改动的页做成 PNG，改前改后各一张，改了的格子加框；改前的也按现在的模板排',
      'also makes PNGs of the changed pages, before and after, with changed cells framed; both use the current templates',
    ),
    'exit-code': flag('有变化时退出码是 1', 'exit code 1 when they differ'),
    ...sources,
    templates,
    browser,
    ...common,
  },
  new: {
    year: yearToWrite,
    code: setting(
      { zh: '编码', en: 'CODE' },
      '21 位项目编码，不写就先标“待填”',
      "the project's 21 characters; without it 待填 is written",
    ),
    from: setting(
      { zh: '文件或项目名称', en: 'FILE|NAME' },
      '从以前的表带过来：名称和结构照旧，数字和日期换成“待填”，原来的写在旁边的注释里；只写项目名称的，用最近一年的那张',
      'carries an earlier table over: names and structure stay, figures and dates become 待填, with the old ones in comments; a NAME means the latest year that has it',
    ),
    'from-year': setting(
      YEAR,
      '把这一年的表和 booklet.yaml 全部带到 --year 那一年（不写就是下一年）；有一个文件已经在那里，就一个也不写',
      'carries all tables and booklet.yaml of this year over to --year (default: the next one); nothing is written when one of the files exists',
      LATER,
    ),
    form: setting(
      { zh: '种类', en: 'KIND' },
      '写哪一种表：目标（项目的绩效目标表），整体（部门整体支出，写成整体.yaml），监控或自评（每张目标表的结果文件，写了项目名称就只写这一个）',
      "which kind of table: 目标 (a project's), 整体 (the office as a whole, in 整体.yaml), 监控 or 自评 (the results of each table, or of the project that is named)",
      { values: ['目标', '整体', '监控', '自评'], default: '目标' },
    ),
    month: setting(
      { zh: '月份', en: 'MONTH' },
      '同 --form 监控 一起用：监控到几月，例如 --month 7月',
      'with --form 监控: its month, e.g. --month 7月',
    ),
    into: setting(
      { zh: '单位', en: 'OFFICE' },
      '写到这个单位的文件夹里，例如 --into 219-棠溪镇；同 --from-year 一起用，就只带这个单位的',
      "into this office's folder, e.g. --into 219-棠溪镇; with --from-year: carries over this office's only",
    ),
    example: flag(
      '写一张填好的例表，日期换成这一年的；后面写表式的名称，不写就是这一年用的表式',
      "copies a form's filled example, with the dates of the year; a form may be named, else it is the year's",
    ),
    codeowners: flag(
      '写 .github/CODEOWNERS：一个单位的文件夹一行，审核人待填；已经有的只补缺的行',
      "writes .github/CODEOWNERS: a line for each office's folder, with its reviewer to be filled in; an existing one gets the lines that it does not have",
    ),
    projects,
    templates,
    format: format('text', 'json'),
    ...common,
  },
  import: {
    year: yearToWrite,
    into: setting(
      { zh: '单位', en: 'OFFICE' },
      '写到这个单位的文件夹里，例如 --into 219-棠溪镇',
      "into this office's folder of the year",
    ),
    force: flag(
      '已经有的文件也覆盖；不写就一个也不动',
      'replaces files that exist; otherwise none is touched',
    ),
    'dry-run': flag('只看会写成什么样，不写文件', 'shows what would be written and writes nothing'),
    projects,
    templates,
    format: format('text', 'json'),
    ...common,
  },
  tidy: {
    check: flag('只看不写；有要整理的就列出来', 'writes nothing; lists what would change'),
    ...sources,
    templates,
    format: format('text', 'json', 'github', 'sarif'),
    ...common,
  },
  trace: { projects, templates, format: format('text', 'json'), ...common },
  hooks: {
    off: flag('关掉，设置恢复原样', 'switches them off again'),
    format: format('text'),
    ...common,
  },
  init: {
    year: setting(YEAR, '第一个年度；不写就是今年', 'the first year; without it the current one', LATER),
    format: format('text', 'json'),
    ...common,
  },
  doctor: { projects, templates, out, browser, format: format('text', 'json'), ...common },
} as const satisfies Record<string, Options>;

export type CommandName = keyof typeof OPTIONS;
