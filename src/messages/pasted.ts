import { messages } from './catalogue.ts';

/** Cells of a spreadsheet in a source. */
export const pastedMessages = messages(`
yaml/pasted
  这里是从表格里粘贴来的 {count} 行，一格一格地排着，读不成指标 ⇒ 换成：\\n{rows}
  {count} row(s) of cells were pasted here out of a spreadsheet ⇒ Write instead:\\n{rows}
yaml/pasted#groups
  ⇒ 删掉这几行，在各自的二级指标下面写：\\n{rows}
  ⇒ Remove them, and write below their 二级指标:\\n{rows}
yaml/pasted#place
  这里是从表格里粘贴来的 {count} 行，看不出放在哪个二级指标下面 ⇒ 删掉这几行，在它的二级指标下面写：\\n{rows}
  {count} row(s) of cells were pasted here, and which 二级指标 they belong to cannot be known ⇒ Remove them, and write below their 二级指标:\\n{rows}
yaml/pasted#left
  这里是从表格里粘贴来的 {count} 行，有几格表上没有地方写：“{left}” ⇒ 删掉这几行，写成下面的样子；多出的几格要用的话，写进备注：\\n{rows}
  {count} row(s) of cells were pasted here, and the form has no place for some: “{left}” ⇒ Remove them and write as below; put what else is needed into 备注:\\n{rows}
yaml/pasted#cells
  这里像是从表格里粘贴来的，看不出哪一格是名称、哪一格是指标值 ⇒ 照上下各行一项一项地写：先是“- 三级指标: ”和名称，下一行是“指标值: ”和符号、数、单位（写不成数的用“定性: ”），再删掉粘贴的内容
  This looks pasted out of a spreadsheet, and which cell is the name and which the value cannot be known ⇒ Write it key by key, as the rows around it: 三级指标 with its name, then 指标值 with sign, number and unit
yaml/cells-in-name#corrected
  三级指标里粘贴了好几格，名称和指标值连在了一起 ⇒ 三级指标只写“{name}”，下面另起一行写：\\n{keys}
  Several cells were pasted into 三级指标: its name and its value run together ⇒ Write only “{name}” there, and below it:\\n{keys}
yaml/cells-in-name#taken
  三级指标里粘贴了好几格，名称和指标值连在了一起 ⇒ 三级指标只写“{name}”；其余几格与这一行已经写的核对，用得着的写成：\\n{keys}
  Several cells were pasted into 三级指标: its name and its value run together ⇒ Write only “{name}” there; compare the rest with what the row says already:\\n{keys}
yaml/cells-in-name
  三级指标里粘贴了好几格，看不出哪一格是指标值 ⇒ 三级指标只写名称；指标值另起一行，写符号、数、单位
  Several cells were pasted into 三级指标, and which is the value cannot be known ⇒ Write only the name there, and 指标值 with sign, number and unit on a line of its own
yaml/not-a-table#pasted
  这像是从文档或电子表格里直接粘贴来的，读不出一张表 ⇒ 复制一个现有项目的文件，把内容一项一项填进去，每项是“名称: 内容”
  This looks pasted from a document or spreadsheet; it is not a table yet ⇒ Copy another project’s file and fill it in, key by key
`);
