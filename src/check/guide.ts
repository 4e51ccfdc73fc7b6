/** A check as its readers meet it: what it looks for, and a source that it tells of. */
export interface Guide {
  zh: string;
  en: string;
  example: string;
}

/** Every check's line in `check --list` and in docs/, by code. */
export const GUIDE: Readonly<Record<string, Guide>> = {
  'code/repeated': {
    zh: '两个项目的项目编码相同',
    en: 'two projects with one code',
    example: '复制一张表，忘了改编码',
  },
  'name/repeated': {
    zh: '两个项目的项目名称相同',
    en: 'two projects with one name',
    example: '两张“党建经费”',
  },
  'name/file': {
    zh: '文件名与项目名称不同',
    en: 'the file is not named after the project',
    example: '新建.yaml',
  },
  'file/reserved': {
    zh: '文件名是程序自己输出文件的名字',
    en: 'the file has the name of one of the program’s outputs',
    example: 'index.yaml',
  },
  'name/windows': {
    zh: '文件名或项目名称在 Windows 上不能作文件名',
    en: 'Windows cannot hold a file of this name',
    example: 'CON、a:b',
  },
  'file/same-name': {
    zh: '两个文件名看起来一样，只有大小写或字符的编码方式不同',
    en: 'two file names look alike: only case, or the way their characters are encoded, differs',
    example: 'A项目.yaml、a项目.yaml',
  },
  'order/unknown-name': {
    zh: '顺序里的名称没有这个项目',
    en: '顺序 names a project that is not there',
    example: '- 党建经费（项目已改名）',
  },
  'order/incomplete': { zh: '顺序没有列全', en: '顺序 leaves projects out', example: '8 个项目只列了 7 个' },
  'booklet/year': {
    zh: '年度与文件夹的名字不同',
    en: '年度 is not the name of the folder',
    example: '2023/booklet.yaml 里写着 年度: 2022',
  },
  'text/no-glyph': {
    zh: '页面的字体里没有这个字',
    en: 'a character that no font has',
    example: '𪚥',
  },
  'text/to-fill': {
    zh: '还没有填的内容，空白表上的字',
    en: 'something is still to be filled in, or left of a blank form',
    example: '≥（ ）个',
  },
  'code/letter': {
    zh: '编码里出现不会用的字母 I O S V Z，或应是数字处有字母',
    en: 'I O S V Z, or a letter where a digit stands, in the code',
    example: '52270022P0043O210119J',
  },
  'code/check-character': {
    zh: 'P 类编码的末位与前 20 位对不上',
    en: 'the check character of a class P code',
    example: '52270022P00430210119K',
  },
  'code/year': {
    zh: '编码里的年份与年度不同',
    en: 'the code’s year is not the booklet’s',
    example: '2023 年的表，编码第 7、8 位是 22',
  },
  'code/region': {
    zh: '编码里的地区与其他项目不同',
    en: 'the code’s region is not the others’',
    example: '522701…，其他都是 522700…',
  },
  'structure/group': {
    zh: '这个二级指标不属于所选体系的这个一级指标',
    en: 'a 二级指标 that its 一级指标 does not have',
    example: '2015 体系里写一级的“成本指标”',
  },
  'structure/no-output': { zh: '没有产出指标', en: 'no 产出指标', example: '绩效指标下只有满意度指标' },
  'structure/no-benefit': { zh: '没有效益指标', en: 'no 效益指标', example: '绩效指标下没有效益指标' },
  'structure/no-quantity': { zh: '没有数量指标', en: 'no 数量指标', example: '产出指标下没有数量指标' },
  'structure/no-quality': { zh: '没有质量指标', en: 'no 质量指标', example: '产出指标下没有质量指标' },
  'structure/no-timeliness': { zh: '没有时效指标', en: 'no 时效指标', example: '产出指标下没有时效指标' },
  'structure/no-cost': { zh: '没有成本指标', en: 'no 成本指标', example: '产出指标下没有成本指标' },
  'structure/no-satisfaction': { zh: '没有满意度指标', en: 'no 满意度指标', example: '没有满意度指标' },
  'money/over-budget': {
    zh: '成本指标合计超过预算金额',
    en: 'the cost indicators add up to more than 预算金额',
    example: '预算金额: 30 万元，成本合计 31 万元',
  },
  'money/direction': { zh: '成本指标用了 ≥ 或 >', en: 'a cost with ≥ or >', example: '培训费 ≥ 30 万元' },
  'money/mixed-units': {
    zh: '同一项目的成本混用元、万元、亿元',
    en: '元, 万元 and 亿元 mixed in one project',
    example: '≤ 3 万元，≤ 5000 元',
  },
  'money/parts': {
    zh: '备注里的分项金额、合计下面的各行，加起来对不上',
    en: 'the amounts in a 备注, or the rows of a sum, do not add up to the figure',
    example: '≤ 6 万元，备注：2 万 + 1 万 + 2 万',
  },
  'money/not-summed': {
    zh: '单价或外币，没有计入成本合计',
    en: 'a price or foreign money, which is in no sum',
    example: '只有 ≤ 475 元/亩，没有总额',
  },
  'figure/negative': {
    zh: '数量、时间或金额写成负数',
    en: 'a count, time or amount less than nothing',
    example: '≥ -4 次',
  },
  'figure/percent-range': {
    zh: '百分比不在 0 到 100 之间（增长、完成类除外）',
    en: 'a percentage outside 0–100',
    example: '合格率 = 292 %',
  },
  'figure/direction': {
    zh: '符号与指标的意思相反',
    en: 'a sign against the indicator’s meaning',
    example: '合格率 ≤ 95 %',
  },
  'figure/decimals': {
    zh: '一个一个数的东西写了小数',
    en: 'counted things with decimals',
    example: '= 76.00 个',
  },
  'figure/class': {
    zh: '指标值与所在的二级指标不相称',
    en: 'a figure in the wrong group',
    example: '质量指标 = 76 个',
  },
  'figure/satisfaction-full': {
    zh: '满意度定为 100 %',
    en: 'a satisfaction of 100 %',
    example: '满意度 = 100 %',
  },
  'figure/satisfaction-name': {
    zh: '满意度指标的名称里没有“满意”',
    en: 'a satisfaction row whose name lacks 满意',
    example: '州直机关党组织及党员',
  },
  'value/not-canonical': {
    zh: '指标值不是规范写法',
    en: 'a figure that is not in the form’s spelling',
    example: '≥95%',
  },
  'value/explanation-missing': {
    zh: '定量其他没有指标值说明',
    en: '定量其他 without 指标值说明',
    example: '定量其他: 按进度完成',
  },
  'value/figure-in-words': { zh: '定性里只有数字', en: '定性 that is only a number', example: '定性: 100%' },
  'date/impossible': {
    zh: '日历上没有的日期',
    en: 'a date that no calendar has',
    example: '2月30日',
  },
  'date/order': { zh: '结束在开始之前', en: 'the end is before the start', example: '2022年12月至1月' },
  'date/outside-year': {
    zh: '时效超出年度',
    en: 'a period outside the year',
    example: '2022 年的表：2023年1月至12月',
  },
  'date/other-year': {
    zh: '写了别的年度，可能是复制来的',
    en: 'another year is named, perhaps copied',
    example: '2022 年的表：2021年度合作协议',
  },
  'text/html': { zh: '网页标签，会原样印出来', en: 'HTML, which prints as it is', example: '<p style="…">' },
  'text/braces': {
    zh: '模板的花括号，会原样印出来',
    en: 'template braces, which print as they are',
    example: '{{项目名称}}',
  },
  'text/markdown': {
    zh: '排版记号，会原样印出来',
    en: 'Markdown, which prints as it is',
    example: '**重点**',
  },
  'text/formula': {
    zh: '电子表格公式，会原样印出来',
    en: 'a spreadsheet formula, which prints as it is',
    example: '=SUM(A1:A3)',
  },
  'text/invisible': { zh: '看不见的字符', en: 'an invisible character', example: '党建U+200B工作' },
  'text/compatibility': {
    zh: '看着像常用字的另一个字符',
    en: 'a look-alike of an ordinary character',
    example: '⼀（U+2F00）',
  },
  'text/folded': {
    zh: '会在中文里多出空格的换行写法',
    en: 'a way of breaking lines that slips blanks into Chinese',
    example: '绩效目标: >',
  },
  'text/unbalanced-quotes': { zh: '引号不成对', en: 'an unbalanced quote', example: '“七一系列活动' },
  'text/reversed-quotes': { zh: '引号写反了', en: 'reversed quotes', example: '”七一“' },
  'text/unbalanced-brackets': { zh: '括号不成对', en: 'an unbalanced bracket', example: '《实施意见的通知' },
  'text/half-width': {
    zh: '汉字旁边用了半角标点',
    en: 'half-width punctuation beside Han',
    example: '复核, 印制',
  },
  'text/lost-dot': {
    zh: '问号多半是丢了的间隔号',
    en: 'a ? that was a middle dot',
    example: '晋级升星？好花更红',
  },
  'text/blank': {
    zh: '数字和汉字之间有空格',
    en: 'a blank between a digit and Han',
    example: '2022 年 1 月',
  },
  'text/doubled': { zh: '标点连在一起用了', en: 'doubled punctuation', example: '，，' },
  'text/misprint': {
    zh: '多半是笔误的词（可在 booklet.yaml 的常见错字里加）',
    en: 'a likely misprint',
    example: '格局《……意见》',
  },
  'row/hidden-quantity': {
    zh: '定性里写了数量',
    en: 'a quantity hidden in 定性',
    example: '定性: 志愿服务活动≥1次',
  },
  'row/several-quantities': {
    zh: '一行里写了几个数量',
    en: 'several quantities in one row',
    example: '培训次数≥4次，培训人数≥600人',
  },
  'row/contradiction': {
    zh: '同一件事在表里有两个数',
    en: 'one thing counted twice, differently',
    example: '观摩会≥1次、观摩会≥2次',
  },
  'row/repeated': {
    zh: '两行的名称和指标值一样',
    en: 'two rows with one name and target',
    example: '培训次数 ≥ 4 次，培训次数 ≥ 4 次',
  },
  'row/vague': { zh: '没有说到什么程度算完成', en: 'vague words without 指标值说明', example: '定性: 良好' },
  'name/slogan': {
    zh: '三级指标是口号或句子，或者太长',
    en: 'a 三级指标 that is a slogan or a sentence',
    example: '加大党员志愿服务力度，展现……作用。',
  },
  'text/copied': {
    zh: '与另一个项目的文字整段相同',
    en: 'the same text in two projects',
    example: '两张表的绩效目标一样',
  },
  'text/other-project': {
    zh: '说的是另一个项目',
    en: 'speaks of another project',
    example: '备注里写着别的项目名称',
  },
  'goal/short': {
    zh: '绩效目标不到 30 个字',
    en: 'a goal under 30 characters',
    example: '提高党建工作宣传力。',
  },
  'goal/no-quantity': {
    zh: '绩效目标里没有数量',
    en: 'a goal without a quantity',
    example: '加强宣传，扩大影响。',
  },
  'goal/no-row': {
    zh: '绩效目标里说的工作没有对应的指标',
    en: 'work promised in the goal without a row',
    example: '目标写了培训，下面没有培训的指标',
  },
};
