import { messages } from './catalogue.ts';

export const newMessages = messages(`
new/no-name
  没有写项目名称 ⇒ 例如：npm run new -- 党员教育培训经费
  The project’s name is missing ⇒ For example: npm run new -- 党员教育培训经费
new/no-code
  “{form}”没有项目编码，用不上 --code ⇒ 去掉 --code
  The form {form} has no 项目编码, so --code does not apply ⇒ Remove --code
new/several-names
  一次只建一个项目 ⇒ 名称里有空格的，整个加上引号："{names}"
  One project at a time ⇒ A name with blanks goes in quotes: "{names}"
new/from-no-table
  “{path}”不是目标表，没有“绩效指标” ⇒ --from 写一张目标表，例如 projects/2022/项目名称.yaml
  “{path}” is not a table of goals: it has no 绩效指标 ⇒ Give --from a table, for example projects/2022/项目名称.yaml
new/no-year
  {folder} 里还没有年度文件夹 ⇒ 用 --year 写明年度，例如 --year 2022
  There is no year folder in {folder} yet ⇒ Name the year, for example --year 2022
new/exists
  这个文件已经有了，没有动它 ⇒ 换一个项目名称；要写到别的年度，加 --year
  The file exists; it was not touched ⇒ Choose another name, or another year with --year
new/exists#year
  这个文件已经有了，所以整个年度一张也没有写 ⇒ 要重新带的，先移走它；只缺几张的，逐张带：npm run new -- --from 项目名称 --year 年度
  The file exists, so nothing of the year was written ⇒ Move it away first; or carry the tables that are missing over one by one, with --from
new/exists#codeowners
  已经有 CODEOWNERS 了，每个单位的文件夹都有一行，没有动它 ⇒ 要重新写的，先移走它
  There is a CODEOWNERS with a line for each folder already; it was not touched ⇒ Move it away to have it written again
new/codeowners-added
  {file} 里补了 {count} 行，原来的没有动 ⇒ 打开它，把每一个“@待填”换成审核人的账号或组，然后提交
  Added {count} {count#line|lines} to {file}; the others were not touched ⇒ Replace each @待填 with a reviewer or a team, then commit it
new/codeowners-added#carried
  {file} 里补了 {count} 行，其中 {carried} 行照别的年度同一个单位的审核人写，原来的没有动
  Added {count} {count#line|lines} to {file}, {carried} with the owners of the same folder in another year; the others were not touched
new/codeowners-written
  写好了 {file}，{count} 个文件夹各一行 ⇒ 打开它，把每一个“@待填”换成审核人的账号或组，然后提交
  Wrote {file} with a line for each of {count} {count#folder|folders} ⇒ Replace each @待填 with a reviewer or a team, then commit it
new/codeowners-name
  文件夹 {folder} 的名称里有看不见的字符，CODEOWNERS 里写不了 ⇒ 改了名称再运行
  The name of the folder {folder} has invisible characters, which CODEOWNERS cannot hold ⇒ Rename it and run again
new/written
  写好了 {file} ⇒ 打开它，把每一处“待填”换成内容，然后运行：npm run check -- "{file}"
  Wrote {file} ⇒ Open it, put the content in the place of each 待填, then run: npm run check -- "{file}"
new/example-written
  写好了 {file}，是“{form}”的例表 ⇒ 照着它改成自己的内容；只是看看的，运行 npm run build -- "{file}"，看完删掉
  Wrote {file}, the example of “{form}” ⇒ Replace its content with your own; to look at it, run: npm run build -- "{file}", and delete it afterwards
new/other-form
  {year} 年的{key}用的表式是“{own}”，不是“{form}”，这张例表在这一年通不过检查 ⇒ 这一年改用“{form}”的，在 {file} 里写“表式:”，下一行写“  {key}: {form}”；只是看看的，用 --year 写到还没有表的一年
  The form of {year} for {key} is “{own}” and not “{form}”, so that the example does not pass the checks of that year ⇒ For the whole year name “{form}” under 表式 in {file}; to look at it only, copy it into a year without tables with --year
new/no-example
  表式“{name}”没有例表 ⇒ 有例表的：{known}；例表放在模板文件夹的 forms/例/ 里
  The form “{name}” has no example ⇒ Those that do: {known}; examples are in forms/例/ of the templates
new/example-without-name
  表式“{name}”的例表里没有“{key}” ⇒ 在 forms/例/{name}.yaml 里补上
  The example of the form “{name}” has no {key} ⇒ Add it in forms/例/{name}.yaml
new/example-without-goal
  表式“{name}”的例表没有说是对着哪张目标表填的 ⇒ 在 forms/例/结果/{name}.yaml 最上面加一行：# 例表，对着“目标表的表式”的例表填写。
  The example of the form “{name}” does not say which table it has the results of ⇒ Add a first line to forms/例/结果/{name}.yaml: # 例表，对着“目标表的表式”的例表填写。
new/several-forms
  一次只写一个表式的例表 ⇒ 表式的名称里有空格的，整个加上引号："{names}"
  One form at a time ⇒ A name with blanks goes in quotes: "{names}"
new/made
  写好了 {file}
  Wrote {file}
new/made#folder
  写好了 {folder} 里的 {count} 个文件
  Wrote {count} files in {folder}
new/year-written
  {from} 的 {tables} 张表带到了 {to} ⇒ 把每一处“待填”换成内容（去年的数写在旁边的注释里），项目编码换成今年的，然后运行：npm run check -- {check}
  {tables} tables of {from} were carried over to {to} ⇒ Replace each 待填 with the content (last year’s is in the comment beside it), then run: npm run check -- {check}
new/suppressions-left
  去年的 {count} 处“# 忽略 ……”没有带过来 ⇒ 今年还要忽略的，核对以后再写
  {count} comments “# 忽略 …” of last year were not carried over ⇒ Write again those that still hold
new/year-in-name
  名称里有年份：{files} ⇒ 核对是不是去年的；要改的，文件名和“项目名称”一起改
  A year is in the name: {files} ⇒ If it is last year’s, rename the file and its 项目名称
new/results-written
  写好了 {count} 个结果文件：{files} ⇒ 打开它们，把每一处“待填”换成内容，然后运行：npm run check
  Wrote {count} {count#file|files} of results: {files} ⇒ Replace each 待填 with the content, then run: npm run check
new/results-kept
  已经有的 {count} 个没有动：{files}
  {count} that {count#exists|exist} already {count#was|were} left alone: {files}
new/results-unread
  {count} 张目标表读不出来，没有写它的结果：{files} ⇒ 先运行 npm run check，改好目标表
  No results for {count} {count#table|tables} that cannot be read: {files} ⇒ Run npm run check and fix them first
new/results-none
  {year} 年还没有项目的目标表，没有什么可写 ⇒ 先写目标表：npm run new -- 项目名称；部门整体支出的结果，在后面加上它的名称“整体”
  {year} has no tables of projects yet, so there are no results to write ⇒ Write a table first: npm run new -- 项目名称; for the results of 整体.yaml add its name, 整体
new/results-unknown
  {year} 年没有“{name}”这张目标表 ⇒ 写目标表的文件名；不写名称，就每张表都写
  {year} has no table “{name}” ⇒ Write the file name of a table; without a name all are done
new/no-month
  --form 监控 要写是几月的 ⇒ 例如：npm run new -- --form 监控 --month 7月
  --form 监控 needs a month ⇒ For example: npm run new -- --form 监控 --month 7月
new/month-alone
  --month 要和 --form 监控 一起用 ⇒ 例如：npm run new -- --form 监控 --month 7月
  --month goes with --form 监控 ⇒ For example: npm run new -- --form 监控 --month 7月
new/results-left
  {folders} 里是完成情况，没有带过来
  {folders} holds results; they were not carried over
new/others-left
  没有带过来（不是 .yaml 文件）：{files}
  Not carried over, because it is no .yaml file: {files}
new/no-booklet
  {from} 里没有 booklet.yaml，所以 {to} 里也没有 ⇒ 新建一个，写上标题、单位、年度
  {from} has no booklet.yaml, so {to} has none ⇒ Write one with 标题, 单位 and 年度
new/year-empty
  {folder} 里没有表可带 ⇒ 核对 --from-year 和 --into
  There are no tables in {folder} ⇒ Check --from-year and --into
new/year-takes-no-name
  --from-year 带的是整个年度，不用写项目名称“{name}” ⇒ 只带一张表，用 --from：npm run new -- --from "{name}" --year 年度；只带一个单位的文件夹，用 --into
  --from-year carries a whole year over; it takes no name such as “{name}” ⇒ For one table use --from: npm run new -- --from "{name}" --year YEAR; for one office’s folder, --into
new/year-takes-no-table
  --from-year 带的是整个年度，不能再写 --from 或 --code ⇒ 只带一张表就不写 --from-year
  --from-year carries a whole year over; --from and --code are for one table ⇒ For one table leave --from-year out
new/into-alone
  {folder} 里没有 booklet.yaml，不是单位的文件夹 ⇒ 新来的单位，在里面建 booklet.yaml，写一行“单位: 单位的名称”；要从去年带过来，用 --from-year 和 --into
  {folder} has no booklet.yaml: it is not an office’s folder ⇒ For a new office write a booklet.yaml with 单位; to carry last year’s over use --from-year with --into
new/into-name
  “{into}”不是年度里面的文件夹 ⇒ 写单位文件夹的名字，例如 --into 219-棠溪镇
  “{into}” is not a folder inside a year ⇒ Give the name of an office’s folder
new/same-year
  不能从 {year} 年带到 {year} 年 ⇒ --year 写新的年度
  A year cannot be carried over to itself: {year} ⇒ Name the new year with --year
new/no-such-year
  没有 {year} 年的文件夹 ⇒ 现有的年度：{known}
  There is no folder for {year} ⇒ The years there are: {known}
new/no-such-office
  没有 {folder} 这个文件夹 ⇒ 核对 --into 写的单位
  There is no folder {folder} ⇒ Check --into
new/from-folder
  “{path}”是文件夹，--from 要写一张表 ⇒ 写表的文件或项目名称；整个年度用 --from-year 年度
  “{path}” is a folder; --from takes one table ⇒ Give its file or its name; for a whole year use --from-year YEAR
new/from-folder#year
  “{path}”是整个年度，--from 只带一张表 ⇒ 带整个年度：npm run new -- --year {next} --from-year {year}
  “{path}” is a whole year; --from takes one table ⇒ For the whole year: npm run new -- --year {next} --from-year {year}
new/from-unknown
  哪一年都没有“{name}”这张表 ⇒ 核对项目名称，或者写文件：--from projects/2022/项目名称.yaml
  No year has a table “{name}” ⇒ Check the name, or give the file
new/from-unknown#near
  ⇒ 是不是：{near}
  ⇒ Did you mean: {near}
new/from-ambiguous
  “{name}”不止一张：{files} ⇒ 写明是哪一个文件：--from "{first}"
  There is more than one “{name}”: {files} ⇒ Give the file: --from "{first}"
`);
