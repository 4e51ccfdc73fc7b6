import { SOUND_BOOKLET, SOUND_TABLE } from './compile-source.ts';
import type { Workplace } from './workplace.ts';

const OTHER = SOUND_TABLE.replace('52270022P004296102284', '52270022P00430210119J');
const suppressed = (comment: string) => SOUND_TABLE.replace('项目编码', `# 忽略 ${comment}\n项目编码`);

/** Offices in which all is wrong that is found by comparing them, beside what is wrong in one alone. */
export function putWrongOffices({ put }: Workplace): void {
  put('projects', null);
  const files = {
    '2022/booklet.yaml': SOUND_BOOKLET,
    '2022/甲镇/booklet.yaml': '单位: 甲镇\n单位编码: 219001\n',
    '2022/甲镇/样例.yaml': SOUND_TABLE,
    '2022/甲镇/另一个.yaml': OTHER.replace('≥ 4 次', '许多'),
    '2022/甲镇/自评/样例.yaml': '完成情况: 好\n指标:\n  没有的: 4 次\n',
    '2022/甲镇-二/booklet.yaml': '单位: 甲镇二\n单位编码: 219002\n检查:\n  code/repeated: 警告\n',
    '2022/甲镇-二/样例.yaml': SOUND_TABLE.replace('样例', '样例 '),
    '2022/甲镇/乙站/booklet.yaml': '单位: 乙站\n单位编码: 219001\n',
    '2022/甲镇/乙站/样例.yaml': suppressed('code/repeated：同一个项目，两个单位分别填报'),
    '2022/丙镇/booklet.yaml': '单位: 丙镇\n单位编码: 待填\n',
    '2022/丙镇/样例.yaml': suppressed('code/repeated、text/half-width'),
    '2022/丁镇/booklet.yaml': '单位: 丁镇\n单位编码: 待填\n',
    '2022/丁镇/样例.yaml': suppressed('code/repeated'),
    '2022/甲镇-二/别的.yaml': OTHER.replace('样例', '别的')
      .replace('P00430210119J', 'Z000000000001')
      .replace('项目编码', '# 忽略 code/repeated\n项目编码'),
    '2022/空的/booklet.yaml': '单位: 空的\n',
    '2022/坏的/booklet.yaml': Buffer.from([0xff, 0xfe, 0]),
    '2022/没有/样例.yaml': SOUND_TABLE,
    '2022/大写A/booklet.yaml': '单位: 大\n',
    '2022/大写a/booklet.yaml': '单位: 小\n',
    '2023/booklet.yaml': SOUND_BOOKLET.replace('2022', '2023'),
    '2023/样例.yaml': SOUND_TABLE,
    '2023/样例2.yaml': SOUND_TABLE,
    '2024年/样例.yaml': SOUND_TABLE,
  };
  for (const [path, text] of Object.entries(files)) put(`projects/${path}`, text);
}
