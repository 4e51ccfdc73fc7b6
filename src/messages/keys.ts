/** What each key of the sources takes, in English, by its path; in Chinese the forms and schemas say it themselves. */
export const KEY_NOTES: Readonly<Record<string, string>> = {
  项目名称:
    'The project’s name exactly as in the budget system, on one line. The file is named after it, so no slash, no two dots in a row, and no dot or blank at the start.',
  项目编码:
    'The project’s code: 21 digits and capital letters without blanks. 6 for the region, 2 for the year, 1 for the class, then 12.',
  预算金额:
    'The approved budget: a number and 元, 万元 or 亿元, without a sign. The cost indicators may not add up to more.',
  实施单位: 'The office that carries the project out. Printed below the name when given.',
  主管部门: 'The department that supervises it. Printed below the name when given.',
  负责人: 'The person in charge. Printed below the name when given.',
  绩效目标: 'The goal, in words. A block (`|`) with one sentence per line; an empty line starts a paragraph.',
  绩效指标:
    'The indicators: 一级指标, below it 二级指标, below that a list of rows. `指标体系` of booklet.yaml selects the tree.',
  产出指标: 'Output.',
  '产出指标/数量指标': 'How much is done: times, people, pieces.',
  '产出指标/质量指标': 'How well, usually a percentage.',
  '产出指标/时效指标': 'By when; a date is written as `定性`.',
  '产出指标/成本指标':
    'At most how much is spent, one row per expense, with ≤. Tree of 2015 only; in the tree of 2021 cost is a 一级指标.',
  成本指标: 'Cost, in the tree of 2021 only.',
  '成本指标/经济成本指标': 'At most how much is spent, one row per expense, with ≤.',
  '成本指标/社会成本指标': 'Burdens on society, such as noise or complaints.',
  '成本指标/生态环境成本指标': 'Costs to the environment, such as emissions.',
  效益指标: 'Benefit; at least one 二级指标.',
  '效益指标/经济效益指标': 'Economic benefit.',
  '效益指标/社会效益指标': 'Benefit to society; words need `指标值说明` to say how they are scored.',
  '效益指标/生态效益指标': 'Benefit to the environment.',
  '效益指标/可持续影响指标': 'What lasts after the project ends.',
  满意度指标:
    'Satisfaction. The three 二级指标 are names that different provinces use; take the one your form prints.',
  '满意度指标/服务对象满意度指标': 'Satisfaction of those whom the project serves, usually ≥ 90 % or ≥ 95 %.',
  '满意度指标/满意度指标': 'The same, under the name that repeats the 一级指标.',
  '满意度指标/社会公众或服务对象满意度指标': 'The same, under its long name.',
  三级指标: 'The indicator’s name: what is measured, not a slogan; best under 25 characters.',
  指标值:
    'Sign (= > < ≥ ≤), number and unit, separated by blanks. The number prints as written: 76.00 as 76.00. Quote a value that starts with >.',
  定性: 'The target in words. Its sign prints as 定性.',
  定量其他:
    'A quantity that is not sign, number and unit, such as a range; needs `指标值说明`. Its sign prints as 定量（其他）.',
  备注: 'Goes into the column 备注（指标解释等）.',
  指标值说明:
    'How the indicator is scored and where the data come from. Goes into the column 指标值说明（评分标准等）.',
  标题: 'The title on the cover.',
  单位: 'The office: on the cover, and the author of the PDFs.',
  单位编码: 'The office’s code in the budget system; no two offices of a year have the same.',
  年度: 'Four digits, the same as the name of the year’s folder. An office inherits it.',
  编制日期:
    'Printed on the cover, and the date of the PDFs. Without it the cover shows the year, and the PDFs are dated 1 January.',
  说明: 'A text printed after the contents.',
  顺序: 'The order of the projects, one 项目名称 per line. The others follow by code.',
  表式: 'The form of the year’s tables: below it `目标`, `自评` and `监控`, each a file of `forms/` in the folder of templates, without `.yaml`.',
  目标: 'The form of the goal tables.',
  整体: 'The form of 整体.yaml, the office’s spending as a whole.',
  自评: 'The form of the self-evaluations; `自评表` when not given.',
  监控: 'The form of the monitoring tables; `监控表` when not given.',
  指标体系: '`2015` (default): costs are under 产出指标. `2021`: costs are a 一级指标.',
  检查: 'Levels of checks: the code on the left; `错误`, `警告`, `建议` or `忽略` (error, warning, suggestion, off) on the right.',
  常见错字:
    'The office’s own misprints, `wrong: right` per line. `right: right` switches off a built-in one.',
  内容: 'Of a folder above offices: `全部` (default), its volume holds every table; `汇总`, only cover, contents and sums.',
  另存: 'Further formats of the outputs, one per line: `xlsx` and `docx` for each table, `xlsx` and `json` for the folder. Offices below inherit it. `--also` adds more for one build.',
};
