import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import Big from 'big.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { toParagraphs } from '../form/text.ts';
import { EDITOR_KEYWORDS } from '../read/validate.ts';

/**
 * The eight tables as they were filed, misprints and all: `#` name|code, `>` a paragraph of the goal, then one row a line:
 * 一级|二级|三级|符号|值|计量单位|备注|指标值说明. The rows marked `*` came out of the extraction a column askew or without
 * their merged labels; all others as they stand.
 */
const FILED = `
# 党员志愿服务工作经费|52270022P004296102284
> 根据《黔南州党建工作成效考核实施办法（试行）》（黔南考发〔2021〕1号）相关要求，继续推进“微心愿”行动、党员志愿服务活动，充分展现州直机关党员先锋模范作用。
- 产出指标|数量指标|抓好机关“志愿服务”工作|定性|党员志愿服务等志愿活动≥1次||按照机关党员“志愿服务”和“微心愿行动”工作要求，引领各基层党组织积极开展党员志愿服务和“微心愿行动”，实现服务工作常态化。倡导广大党员干部积极参与到州级重大项目建设、重大节庆活动中去。|
- 产出指标|质量指标|宣传、活动效果。|定性|良好|||
- 产出指标|时效指标|完成时限|定性|2022年1月至12月|||
* 产出指标|成本指标|项目或定额成本控制率|=|100|%|项目或定额成本控制率|
* 产出指标|成本指标|开展活动场地布置、租用车辆，配备购买志愿者必要物资|≤|2.73|万元||
- 效益指标|社会效益指标|加大州直机关党员志愿服务力度，展现州直机关党组织党员风采，进一步彰显州直机关党员走前列、作表率模范作用。|定性|展倡导服务社会，回报社会，共筑美好大家庭。|||
- 满意度指标|满意度指标|州直机关党组织及党员的满意度|=|100|%||

# 模范机关创建、星级党支部创建工作经费|52270022P004296102303
> 目标 1: 扎实推进“让党中央放心、让人民群众满意的模范机关”创建工作，努力实现全州模范机关建设出成效。
> 目标 2: 牢固树立“党的一切工作到支部”的鲜明导向，以“晋级升星？好花更红”星级党支部创建为抓手，扎实推进全州党支部标准化规范化建设。
- 产出指标|数量指标|推进模范机关创建工作|定性|1. 开展≥1次联动督导（评估）； 2. 观摩会≥1次； 3. 表彰≥1次。||按照州委统一部署，在机关全面开展“让党中央放心、让人民群众满意的模范机关”创建工作，建立政治过硬、本领高强、担当作为、作风严实的干部队伍。将模范机关创建纳入党组（党委）抓机关建设工作进行督查。适时召开创建工作经验交流座谈会|
- 产出指标|数量指标|星级党支部创建考评、复核工作|定性|1. 考评和复核≥1次。 2. 表彰≥1次； 3. 会议、培训≥2次。||认真贯彻落实《中国共产党支部工作条例（试行）》深化和巩固“星级党支部”创建成效。|
- 产出指标|质量指标|创建合格率|=|100|%||
- 产出指标|时效指标|完成时限|定性|2022年1月至12月|||
- 产出指标|成本指标|星级支部、模范机关创建工作|≤|21.84|万元||
* 产出指标|成本指标|项目或定额成本控制率|=|100|%|项目或定额成本控制率|
- 效益指标|社会效益指标|星级部、模范机关创建工作|定性|有所提升|||
- 满意度指标|满意度指标|州直机关党组织及党员的满意度|=|100|%||

# 巡回督导、党建述职工作经费|52270022P00429610229P
> 目标：进一步落实党建工作责任制，推进州直部门党建工作常态化制度化，对州直部门机关党建工作存在的突出问题，例如“三会一课”、组织生活会、党费收缴管理等进行巡察（评估），有针对性地提出整改意见，巡察（评估）工作结果将作为考核评价、评先评优、党建年度综合评价的重要依据。
- 产出指标|数量指标|抓实党建巡回督导工作和基层党建述职工作|定性|1. 开展党建巡察评估≥1次。2. 开展基层党建述职工作≥1次。||继续抓好党建巡回督导工作，采取定期不定期的方式，指导督促各单位党组（党委）落实机关党建主体责任，对各单位党组（党委）、机关基层党组织、党员领导干部落实机关党建工作责任制、机关党建重点工作和重要制度情况进行督查，着力破解机关党建难点问题。|
- 产出指标|质量指标|州直机关党组织|=|76.00|个||
- 产出指标|时效指标|完成时限|定性|2022年1月至12月|||
* 产出指标|成本指标|会议费培训费、资料费等|≤|4.55|万元|1. 适时召开巡回督导会议启动巡察（评估）督导培训会；2. 布置基层党组织党建工作述职；3. 资料费、会场杂费等|
* 产出指标|成本指标|项目或定额成本控制率|=|100|%|项目或定额成本控制率|
- 效益指标|社会效益指标|落实党建工作责任制，推进州直部门党建工作常态化制度化，巡察（评估）工作结果将作为考核评价、评先评优、党建年度综合评价的重要依据。|=|100|%||
- 满意度指标|满意度指标|州直机关党组织及党员的满意度|=|100|%||

# 机关党建宣传经费|52270022P00430210119J
> 提高黔南机关党建工作宣传力。
- 产出指标|数量指标|坚持党管意识形态，增强机关党建宣传力度|≥|4|次|抓好意识形态领域阵地建设，督促机关抓好主管主办讲座、报告会等活动和网站、报刊杂志、微信公众号、微博等新媒体的监督管理。用好“学习强国”平台，办好“黔南机关党建”网站和“黔南工委”微信公众号，加大先进典型的宣传力度。|
- 产出指标|质量指标|宣传费效果|定性|良好|||
- 产出指标|时效指标|完成时限|定性|2022年1月至12月|||
* 产出指标|成本指标|项目或定额成本控制率|=|100|%|项目或定额成本控制率|
* 产出指标|成本指标|签订《2021年度黔南州直属机关党务工作宣传合作协议》项目宣传专版费用|≤|3.5|万元||
* 产出指标|成本指标|与黔南日报社合作新（专刊）项目宣传费用|≤|4|万元||
* 产出指标|成本指标|签订《黔南州机关党建网、“黔南工委”微信公众号维护合同》|≤|1.46|万元||
- 效益指标|社会效益指标|加大州直机关党建宣传力度|定性|取得的经验、成效，进行推广|||
- 满意度指标|满意度指标|州直机关党组织及党员的满意度|=|100|%||

# 党员干部教育经费|52270022P00430210136F
> 开展党务干部培训，提升党务干部能力素质，增强党务干部的履职能力；开展支部书记轮训培训，提升支部书记履职能力，开展计划发展对象培训，提升发展对象党性认识，端正入党动机，党员统计培训，提高党务工作人员的业务工作能力。
- 产出指标|数量指标|组织州直机关党务干部开展全员培训|定性|培训次数≥4次，培训人数≥600人|||
- 产出指标|质量指标|参训对象结业考核合格率|=|100|%||
- 产出指标|时效指标|完成时限|定性|2022年1月至12月|||
- 产出指标|成本指标|项目或定额成本控制率|=|100|%|项目或定额成本控制率|
- 产出指标|成本指标|培训费|≤|30|万元||
- 效益指标|社会效益指标|建强党员队伍，强化党支部战斗堡垒|定性|培训全覆盖|||
- 满意度指标|满意度指标|州直机关党组织及参训人员满意度|=|100|%||

# 模范机关创建工作经费|52270022P00430210139A
> 扎实推进“让党中央放心、让人民群众满意的模范机关”创建工作，努力实现全州模范机关建设出成效。
- 产出指标|数量指标|推进模范机关创建工作|定性|开展≥1次联动督导（评估）、观摩会≥2次、表彰≥1次。||按照州委统一部署，在机关全面开展“让党中央放心、让人民群众满意的模范机关”创建工作，建立政治过硬、本领高强、担当作为、作风严实的干部队伍。将模范机关创建纳入党组（党委）抓机关建设工作进行督查。适时召开创建工作经验交流座谈会。|
- 产出指标|质量指标|创建率|=|100|%||
- 产出指标|时效指标|完成时限|定性|2022年1月至12月|||
* 产出指标|成本指标|项目或定额成本控制率|=|100|%|项目或定额成本控制率|
* 产出指标|成本指标|会议会场布置、会务资料、工作经费|≤|6|万元|1. 组织对申报的州直机关党组织开展标准化规范化星级党支部创建考评和复核, 印制相关考评资料 2 万。2. 会场布置、制作奖牌等相关费 1 万。3. 适时召开会议部署星级党支部创建相关工作会议、培训 2 次, 印制相关会议资料 3 万|
- 效益指标|社会效益指标|推进州直部门党建工作常态化制度化。|定性|不断强化、逐步提升。|||
- 满意度指标|满意度指标|州直机关党组织及党员的满意度|=|100|%||

# 七一系列活动工作经费|52270022P00430210140M
> 按照中央、省委、州委统一部署，加强党史、新中国史、改革开放史和社会主义发展史教育，做到学史明理、学史增信、学史崇德、学史力行，学党史、悟思想、办实事、开新局，以昂扬姿态奋力开启全面建设社会主义现代化国家新征程，通过开展”七一“系列活动，把岗位贡献与争当先锋结合起来，激发党员干部以饱满昂扬的精神状态助推黔南发展。
- 产出指标|数量指标|开展“七·一”系列活动|定性|对 77 家基层党组织 267 个党支部全覆盖||回顾党的光辉历程，讴歌党的光辉业绩和伟大成就，进一步激发州直机关基层党组织和党员干部活力，继承和发扬党的优良传统和作风，不断提高州直机关各级党组织的凝聚力、号召力和战斗力，着力增强广大共产党员的荣誉感和责任感|
- 产出指标|质量指标|宣传、活动效果|定性|良好|||
- 产出指标|时效指标|完成时限|定性|2022 年 1 月至 12 月|||
* 产出指标|成本指标|项目或定额成本控制率|=|100|%|项目或定额成本控制率|
* 产出指标|成本指标|七一系列活动会场布置、场地租用、相关工作经费|≤|10|万元|根据州委统一安排部署，按照 2022 年度系列活动安排方案，适时开展州直机关七一系列活动 10 万|
- 效益指标|社会效益指标|增强广大共产党员的荣誉感和责任感|定性|持续增强使命感和荣誉感|||
- 满意度指标|满意度指标|州直机关党组织及党员|=|100|%||

# 星级支部创建工作经费|52270022P004302101373
> 规范党支部工作，推进模范机关建设、星级支部评定促进基层党组织党建工作“比、学、赶、超”的新动力
- 产出指标|数量指标|星级党支部（评估）工作|定性|会议次数≥2次，参会人数≥200人||为认真贯彻落实新时代党的建设总要求和《中国共产党支部工作条例（试行）》，格局《中共贵州省委办公厅关于推进全省党支部标准化规范化建设实施意见的通知精神，力争全州“五星级”党支部实现全覆盖，党支部基本组织设置、基本队伍建设、基本制度运行、基本任务落实、基本保障配套水平正题提升、全面提质，党的建设实现高质量发展。|
- 产出指标|质量指标|创建率|=|100|%||
- 产出指标|时效指标|完成时限|定性|2022年1月至12月|||
* 产出指标|成本指标|项目或定额成本控制率|=|100|%|项目或定额成本控制率|
* 产出指标|成本指标|会场布置、会务资料、工作经费|≤|6|万元||
- 效益指标|社会效益指标|党建工作常态化制度化|定性|不断强化、逐步提升|||
- 满意度指标|满意度指标|州直机关党组织及党员的满意度|=|100|%||
`;

const YEAR = new URL('../../projects/2022/', import.meta.url);
const filed = FILED.trim()
  .split('\n\n')
  .map((table) => {
    const lines = table.split('\n');
    const [name = '', code = ''] = (lines[0] ?? '').slice(2).split('|');
    const goal = lines.filter((line) => line.startsWith('> ')).map((line) => line.slice(2));
    const rows = lines.filter((line) => /^[-*] /.test(line)).map((line) => line.slice(2));
    return { name, code, goal, rows };
  });

/** The lines of a file, whichever line ends Git gave it. */
function readText(file: string, folder = YEAR): string {
  return readFileSync(new URL(encodeURIComponent(file), folder), 'utf8').replaceAll('\r\n', '\n');
}

type Row = Record<'三级指标', string> & Partial<Record<'指标值' | '定性' | '备注' | '指标值说明', string>>;

interface ProjectSource {
  项目名称: string;
  项目编码: string;
  绩效目标: string;
  绩效指标: Record<string, Record<string, Row[]>>;
}

function readProject(name: string): ProjectSource {
  return parse(readText(`${name}.yaml`), { schema: 'failsafe' });
}

/** The rows in the file's order, each in the notation of FILED. */
function listRows({ 绩效指标 }: ProjectSource): string[] {
  return Object.entries(绩效指标).flatMap(([level1, groups]) =>
    Object.entries(groups).flatMap(([level2, rows]) =>
      rows.map((row) => {
        const target = row.指标值?.split(' ') ?? ['定性', row.定性 ?? '', ''];
        const texts = [row.三级指标, ...target, row.备注 ?? '', row.指标值说明 ?? ''];
        return [level1, level2, ...texts.map((text) => toParagraphs(text).join('\n'))].join('|');
      }),
    ),
  );
}

function sumCosts(name: string): string {
  return (readProject(name).绩效指标.产出指标?.成本指标 ?? [])
    .flatMap((row) => /^≤ ([\d.]+) 万元$/.exec(row.指标值 ?? '')?.[1] ?? [])
    .reduce((sum, cost) => sum.plus(cost), new Big(0))
    .toFixed();
}

describe('the eight tables', () => {
  test('are the files of 2022', () => {
    const files = readdirSync(YEAR).map((file) => file.normalize('NFC'));
    expect(files.toSorted()).toEqual(['booklet.yaml', ...filed.map(({ name }) => `${name}.yaml`)].toSorted());
  });

  test.each(filed)('$name has every character that was filed', ({ name, code, goal, rows }) => {
    const source = readProject(name);
    expect(source.项目名称).toBe(name);
    expect(source.项目编码).toBe(code);
    expect(toParagraphs(source.绩效目标)).toEqual(goal);
    expect(listRows(source)).toEqual(rows);
  });

  test.each(filed)(
    '$name breaks lines after Chinese punctuation only, where there was no blank',
    ({ name }) => {
      const text = readText(`${name}.yaml`);
      expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../schema/project.schema.json');
      const { 绩效目标, 绩效指标 } = readProject(name);
      const paragraphs = JSON.stringify([绩效目标, 绩效指标]).replaceAll('\\n\\n', '');
      const breaks = paragraphs.match(/.\\n[^"]/g) ?? [];
      expect(breaks.filter((place) => !/^[，。；]\\n\S$/.test(place))).toEqual([]);
    },
  );

  test('have 59 rows in all, and cost 90.08 万元', () => {
    const counts = filed.map(({ name }) => [name, listRows(readProject(name)).length, sumCosts(name)]);
    expect(counts).toEqual([
      ['党员志愿服务工作经费', 7, '2.73'],
      ['模范机关创建、星级党支部创建工作经费', 8, '21.84'],
      ['巡回督导、党建述职工作经费', 7, '4.55'],
      ['机关党建宣传经费', 9, '8.96'],
      ['党员干部教育经费', 7, '30'],
      ['模范机关创建工作经费', 7, '6'],
      ['七一系列活动工作经费', 7, '10'],
      ['星级支部创建工作经费', 7, '6'],
    ]);
    expect(counts.reduce((sum, [, rows]) => sum + Number(rows), 0)).toBe(59);
    expect(counts.reduce((sum, [, , cost]) => sum.plus(cost ?? 0), new Big(0)).toFixed()).toBe('90.08');
  });

  test('are in a booklet of their year', () => {
    const booklet: unknown = parse(readText('booklet.yaml'), { schema: 'failsafe' });
    expect(booklet).toEqual({ 标题: '2022年度预算项目绩效目标表', 单位: '黔南州直属机关工委', 年度: '2022' });
  });
});

const SCHEMA_FOLDER = new URL('../../schema/', import.meta.url);
const createAjv = () => new Ajv({ strict: true, allowUnionTypes: true }).addVocabulary(EDITOR_KEYWORDS);

describe.each([
  ['project.schema.json', filed.map(({ name }) => `${name}.yaml`)],
  ['booklet.schema.json', ['booklet.yaml']],
])('%s', (file, sources) => {
  const schema = JSON.parse(readText(file, SCHEMA_FOLDER));
  const ajv = createAjv();

  test.each(sources)('accepts %s as this program reads it and as an editor does', (source) => {
    const validate = ajv.compile(schema);
    for (const reading of ['failsafe', 'core'] as const) {
      validate(parse(readText(source), { schema: reading }));
      expect(validate.errors).toBeNull();
    }
  });

  test('explains every key in Chinese, with examples that it accepts itself', () => {
    const keys = listKeys(schema);
    expect(keys.length).toBeGreaterThan(8);
    for (const [key, described] of keys) {
      expect(described, key).toMatchObject({
        title: expect.stringMatching(/\p{Script=Han}/u),
        description: expect.stringMatching(/\p{Script=Han}.*。$/u),
      });
      const examples = listExamples(key, described);
      expect(examples, key).not.toEqual([]);
      const validate = ajv.compile({ ...described, definitions: schema.definitions });
      for (const example of examples) {
        validate(example);
        expect(validate.errors, key).toBeNull();
      }
    }
  });
});

interface Described {
  /** Of a text. Two at least: an editor would write the only one into the file. */
  examples?: unknown[];
  /** A list or a map shows its example here, as YAML: an editor would offer one of `examples` as “[object Object]”. */
  markdownDescription?: string;
}

function listExamples(key: string, { examples = [], markdownDescription = '' }: Described): unknown[] {
  expect(examples.length, key).not.toBe(1);
  const shown = /```yaml\n([^`]+)\n```/.exec(markdownDescription)?.[1];
  if (shown === undefined) return examples;
  const example = parse(shown, { schema: 'failsafe' });
  return [...examples, Object.hasOwn(example, key) ? example[key] : example];
}

/** Every key that a schema describes, at any depth. A bare `true` or `false` only says whether it may stand there. */
function listKeys(schema: unknown): [key: string, described: Described][] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([keyword, value]) => {
    const isMap = keyword === 'properties' || keyword === 'patternProperties';
    const here = isMap ? Object.entries(value).filter(([, described]) => typeof described === 'object') : [];
    const below = ['examples', 'defaultSnippets'].includes(keyword) ? [] : listKeys(value);
    return [...(here as [string, Described][]), ...below];
  });
}

test.each([
  ['a row without a value', { 三级指标: '培训次数' }, false],
  ['a row with two values', { 三级指标: '培训次数', 指标值: '≥ 4 次', 定性: '四次' }, false],
  ['a blank name', { 三级指标: ' \n', 定性: '四次' }, false],
  ['an unknown key', { 三级指标: '培训次数', 定性: '四次', 单位: '次' }, false],
  ['no unit', { 三级指标: '培训次数', 指标值: '≥ 4' }, false],
  ['no sign', { 三级指标: '培训次数', 指标值: '4 次' }, false],
  ['a full-width digit', { 三级指标: '培训次数', 指标值: '≥ ４ 次' }, false],
  ['two figures', { 三级指标: '培训次数', 指标值: '≥ 4 次，≥ 600 人' }, false],
  ['an ASCII twin, no blanks, a minus', { 三级指标: '增长率', 指标值: '>=-1.50%' }, true],
  ['a full-width twin', { 三级指标: '合格率', 指标值: '＝ 100 %' }, true],
  ['定量其他', { 三级指标: '检查次数', 定量其他: '每季度 1 至 2 次', 指标值说明: '缺一次扣 5 分' }, true],
])('the project schema judges %s', (_what, row, accepted) => {
  const { definitions } = JSON.parse(readText('project.schema.json', SCHEMA_FOLDER));
  const validate = createAjv().compile({
    ...definitions.row,
    definitions,
  });
  expect(validate(row)).toBe(accepted);
});
