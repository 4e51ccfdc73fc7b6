import { messages } from './catalogue.ts';

export const initMessages = messages(`
init/several-folders
  一次只能建一个仓库 ⇒ 路径里有空格的，整个加上引号："{names}"
  One repository at a time ⇒ A path with spaces goes in quotes: "{names}"
init/program
  {folder} 是程序自己的文件夹，表不放在这里 ⇒ 写出另一个文件夹，例如：jixiaoce init ../绩效目标
  {folder} is the program’s own folder, not a place for tables ⇒ Name another folder, for example: jixiaoce init ../tables
init/written
  写好了 {file}
  Wrote {file}
init/left
  {file} 已经有了，没有动
  {file} exists; it was not touched
init/scripts-missing
  {file} 里没有本程序的命令，npm run check 这样的还不能用 ⇒ 在那个文件夹里运行一次：npm pkg set {scripts}
  {file} does not have this program’s commands, so npm run check and the others do not work yet ⇒ Run once in that folder: npm pkg set {scripts}
init/next
  接下来：在 {folder} 里运行 npm install，把 {booklet} 里的“待填”换成单位全称 ⇒ 然后建第一张表：npm run new -- 项目名称
  Next: run npm install in {folder}, and put the name of the unit in the place of 待填 in {booklet} ⇒ Then begin the first table: npm run new -- NAME
init/next#installed
  接下来：把 {booklet} 里的“待填”换成单位全称 ⇒ 然后建第一张表：npm run new -- 项目名称
  Next: put the name of the unit in the place of 待填 in {booklet} ⇒ Then begin the first table: npm run new -- NAME
`);

/** README.md of a repository of tables. */
export const starterReadme = {
  zh: `# 预算项目绩效目标表

表在 projects/ 里：一个年度一个文件夹，一个项目一个 YAML 文件。第一次用，或者更新了程序，先运行 npm install。

- 新建一张表：\`npm run new -- 项目名称\`；检查：\`npm run check\`；边改边看：\`npm run watch\`
- 打印：\`npm run build\`，PDF 和年度汇编在 out/ 里；提交以前自动检查：\`npm run hooks\`
`,
  en: `# Performance-target tables

The tables are in projects/: a folder per year, a YAML file per project. First, and after an update of the program, run npm install.

- A new table: \`npm run new -- NAME\`; check: \`npm run check\`; live preview: \`npm run watch\`
- Print: \`npm run build\` writes PDFs and the booklet into out/; check before each commit: \`npm run hooks\`
`,
};
