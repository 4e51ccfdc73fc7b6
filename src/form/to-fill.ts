import { listMatches } from '../util/list-matches.ts';
/** A placeholder in a new table; `check` reports every one that is left. */
export const TO_FILL = '待填';

export interface Leftover {
  index: number;
  text: string;
}

const SIGN = '[≥≤≧≦＞＜><=＝]';
const UNIT = '(?:[个次人名户家份套批篇条天月周日件处元倍台期场项届轮类种块辆亩吨米%％‰]|年(?!度))';
const LATIN = 'A-Za-z0-9';

/** What an empty form, or a colleague's model of one, has where the content goes; wherever it is in a text. */
const ANYWHERE = new RegExp(
  [
    // In words. 有待完善 and 等待确认 describe the work, so these count only at the start of a value or a clause.
    String.raw`(?<![期等])待\s?填写?(?![补埋充平])|(?<![有亟仍尚等])待定(?![\p{Script=Han}${LATIN}]|\s?-->)`,
    String.raw`(?<=^|[（(【：:，。；≥≤=><\n]\s?)待(?:补充?|完善|核实|确认|确定|明确|更新|录入)(?![\p{Script=Han}${LATIN}])`,
    `(?<![${LATIN}])(?:TBD|TBC|TODO|FIXME)(?![${LATIN}])`,
    String.raw`(?<!\p{Script=Han})(?:请(?:在此处?|在这里)?|此处|在此处?|这里)(?:填写|输入|填入|录入)[^\n。；，）)】]{0,30}`,
    String.raw`[（(【<〈](?:填写|输入|填入)(?:单位|项目|具体|内容|名称|数[值字量]|指标|金额|年[度份]|日期)[^）)】>〉\n]{0,30}[）)】>〉]`,
    String.raw`(?:示例|样例|范例)(?:文[字本]|内容|数据|指标)|(?<=^|\n)(?:示例|范例|例)[：:]`,
    // The form's own words where a form has a name or an amount: 【项目名称】, <填写>, and what a drop-down says.
    String.raw`[（(【<〈[](?:填写|输入|填入|录入)(?:[）)】>〉\]]|(?:说明|要求|示例)[:：][^）)】>〉\]\n]{0,30}[）)】>〉\]])`,
    String.raw`(?<!\{)[【[{<〈](?:项目|单位|部门|指标|活动)(?:名称|金额|内容)[】\]}>〉](?!\})`,
    String.raw`(?:单击|点击)(?:此处|这里)(?:输入|填写|添加|选择)[^\n。；，）)】]{0,10}|□\s?是\s{0,4}□\s?否`,
    '某{2,}|某年某月(?:某日)?|某月某日',
    // Signs in the place of words or digits: XX年, 20XX年, ××局, ○○县, but not 二〇〇八年, XXL and 3×4.
    `(?<![${LATIN}])(?:20)?(?:[XxＸｘ]{2,}|[×╳]{2,}|[△□]{2,})(?!世纪|染色体)(?![${LATIN}])`,
    '(?<![一二三四五六七八九〇○])[○〇]{2,}(?![一二三四五六七八九〇○年])',
    String.raw`(?<![${LATIN}×*＊])(?:(?:20\d)?[XxＸ×*＊](?=\s?[年月日号])|20[*＊]{2}(?=\s?年))`,
    String.raw`${SIGN}\s?(?:[XxＸNn×╳*＊?？□○]{1,6}|…{1,4}|\.{3,6})(?![${LATIN}>])`,
    // X次, Y人, but not 1+N个 and 第N次; OO县.
    `(?<![${LATIN}+＋第×-])[XxYyNn]\\s?(?=人次|[个次人名户家份套场期])|(?<![${LATIN}])[OＯ]{2,6}(?=项目|单位|[局县市省区镇乡村年月日次个人])`,
    `[?？]{2,6}\\s?(?=${UNIT})`,
    // Blanks to write on.
    `[≥≤≧≦]\\s{0,10}(?=${UNIT}(?![均平初末底内常边似级]))|(?<=${SIGN}\\s?)_(?![${LATIN}_])`,
    `(?<=不[少低多高大小]于|不超过|至少|至多|达到)[ \\u3000]{2,10}(?=${UNIT})|(?<!\\d)20[ \\u3000]{2,6}年`,
    String.raw`(?:${SIGN}\s?)?(?:（\s{0,10}）|【\s{0,10}】|［\s{0,10}］|(?<![${LATIN}])\(\s{0,10}\)|\[\s{1,10}\])`,
    `(?<![${LATIN}_])(?:20)?_{2,}(?![${LATIN}_])|＿{2,}`,
    String.raw`年\s{1,6}月(?:\s{1,6}日|底|$)|(?<=年\s?)[_?？]{1,2}(?=\s?月)|(?<=月\s?)[_?？]{1,2}(?=\s?日)`,
    String.raw`(?<=[：:]\s?|^|\n)(?:…{1,4}|\.{3,6})(?=\s|$)`,
    String.raw`(?<=^|\n)目标\s?\d{1,2}\s?[：:](?=\s{0,20}(?:目标\s?\d|$))`,
  ].join('|'),
  'gu',
);

/** As the whole of a value. */
const WHOLE =
  /^[（(【“"]?\s?(?:同[上前左]|[如见]上|略|请选择|点击输入|填写(?:内容|说明)?|(?:[一二三]级)?指标(?:名称|内容)|(?:项目|单位)名称|从略|暂[定缺]|未定|不详|见后|名称|undefined|NaN|未命名|新建项目|(?:单击|点击)(?:此处|这里)|示例|范例|例如|举例|测试|待[定补]|tb[dc]|todo|test|[?？*＊×]{1,6}|…{1,4}|\.{3,6}|。{2,6})\s?[）)】”"]?[。.…：:]?$/iu;
/** 指标1： is printed on the blank form; alone it says nothing. */
const LABEL = /^(?:[二三]级)?指标\s?[\d一二三四五六七八九十]{1,2}\s?(?:[：:.、]\s?|$)/u;
/** Names and prose: a number, a dash or 无 says nothing there. */
const IN_WORDS = /^(?:三级指标|标题|.{0,20}(?:单位|部门|人))$/u;
const NO_WORDS =
  /^(?:[^\p{L}]*|[^\p{L}]*\d\s?(?:[万亿]?元|个|人|次)|暂?无|没有|待|空|[nN]\/?[aA]|null|(?:详?见|另)附(?:件|表|后)?|复制|[一二三四五六七八九十][、.]|[（(]?例[）)]?|(?:项目|年度|总体|中长期|长期)?(?:绩效)?目标(?:内容)?\s?\d{0,2}[：:]?|若干|等等)[。.]?$/u;
/** A goal that is only somebody; as the name of an office it may hide one on purpose. */
const SOMEBODY = /^某(?:单位|部门|县|市|区|镇|乡|村|局|公司)(?:某\p{L}{1,3})?[。.]?$/u;
const SOME_WORK = /^某(?:单位|部门|项目|活动|公司|[县市区镇乡村局])/u;

/** Every leftover in the value of a key, in its order. A text has at most some thousand characters; all is linear. */
export function findLeftovers(value: string, key: string, isProse = false): Leftover[] {
  const text = value.trim();
  if (text === '') return [];
  const whole = [{ index: value.indexOf(text), text }];
  if (WHOLE.test(text) || ((isProse || IN_WORDS.test(key)) && NO_WORDS.test(text))) return whole;
  if (isProse && SOMEBODY.test(text)) return whole;
  // The heading of its own column.
  if (text.replace(/[（(：:）)\s]/gu, '') === key) return whole;
  const [somebody] = (key === '三级指标' && SOME_WORK.exec(text)) || [];
  if (somebody !== undefined) return [{ index: value.indexOf(somebody), text: somebody }];
  if (text.replace(LABEL, '').trim() === '') return whole;
  // 张某某 and 张** hide a name on purpose.
  if (key.endsWith('人') && /^\p{Script=Han}(?:某{1,2}|[*＊×]{1,2})$/u.test(text)) return [];
  const found = [...listMatches(ANYWHERE, value), ...(/[*＊]{2}/.test(value) ? findStars(value) : [])];
  if (found.length === 0) return [];
  let end = 0;
  return found
    .map(({ index, 0: written }) => ({ index, text: written }))
    .sort((a, b) => a.index - b.index || b.text.length - a.text.length)
    .filter((leftover) => {
      const isNew = leftover.index >= end;
      if (isNew) end = leftover.index + leftover.text.length;
      return isNew;
    });
}

/** The label of a blank form before a name: 指标1：培训人数. */
export function findLabel(name: string): Leftover | null {
  const label = LABEL.exec(name.trimStart())?.[0].trimEnd();
  return label === undefined ? null : { index: name.indexOf(label), text: label };
}

const STARS = /(?<!\d)[*＊]{2,}(?!\d)/gu;
const BOLD = /\*\*(?=[^*\s])[^*\n]{1,200}(?<=[^*\s])\*\*/gu;
const PLACEHOLDER = new RegExp(
  String.raw`${SIGN}\s?\*\*|\*\*\s?${UNIT}(?!\p{Script=Han})|[，。；、：（(]\*\*$`,
  'u',
);

/** （≥**个）; `**重点**` is bold in Markdown, and reported as that. */
function findStars(text: string): RegExpExecArray[] {
  const bold = listMatches(BOLD, text).filter(
    ({ index, 0: written }) => !PLACEHOLDER.test(text.slice(Math.max(0, index - 2), index) + written),
  );
  return listMatches(STARS, text).filter(
    ({ index: at }) => !bold.some(({ index, 0: written }) => index <= at && at < index + written.length),
  );
}
