import { CHANGE } from '../../form/change.ts';

/** What the words of an indicator's name say about its figure. All take the name in one line. */

/** Characters at a name's end that are looked at. */
const LONGEST_THING = 80;

/** A name may end in a remark in brackets or a full stop, which say nothing about the thing measured. */
function thingOf(name: string): string {
  return name
    .slice(-LONGEST_THING)
    .replace(/[（(][^（()）]*[)）]$/u, '')
    .replace(/(?<![。.；;，,\s])[。.；;，,\s]+$/u, '');
}

const WANTED =
  /(?<![不未非])(?:合格|满意|完成|覆盖|达标|优良|优秀|及时|准时|准确|正确|通过|参与|到位|出勤|就业|知晓|认知|认可|知名|信任|支持|普及|受益|惠及|完好|成活|治愈|修复|利用|使用|办结|执行|处理|处置|整改|发放|兑付|兑现|竣工|验收|入学|巩固|保障|配备|存活|准点|履约)(?:率|度|面)$/u;

/** More is better: 合格率, 满意度, 覆盖率 … at the end of the name; not 不合格率, nor 满意度调查次数. */
export function isWanted(name: string): boolean {
  const thing = thingOf(name);
  return WANTED.test(thing) && !/偏差|误差|差异|浮动/u.test(thing);
}

const UNWANTED =
  /(?:投诉|信访|上访|事故|差错|错误|失误|失实|超支|超标|超期|超时|延期|延误|逾期|滞后|空置|闲置|重复|漏报|漏检|虚报|失业|辍学|缺勤|返贫|复发|感染|发病|拖欠|违规|违纪|违法|返工|返修|流失|损耗|损失|浪费|死亡|伤亡|受伤|污染|故障|质量问题|纠纷|[不未](?:合格|达标|满意|完成|通过)|舞弊)(?:发生|事件|案件)?(?:率|数|次数|起数|件数|例数|数量|人数|人次|批次|天数|时间|金额|量|情况)?$/u;
/** Words that turn the meaning: 投诉处理率, 减少事故次数 and 无事故天数 are wanted. */
const TURNING =
  /无|零|免|防|降低|减少|下降|降幅|降|避免|杜绝|遏制|消除|挽回|处理|处置|办结|办理|查处|查办|整改|整治|治理|排查|排除|演练|回复|答复|响应|解决|化解|调解|受理|调查|追回|清理|监测|举报|警示|教育|培训|宣传/u;

const WAITING =
  /(?:响应|等待|等候|排队|办理|办结|处理|处置|修复|恢复|送达|到场)(?:的?平均)?(?:时间|时长|时限|天数|用时|耗时)$/u;

/** Less is better: 投诉次数, 差错率, 延期天数, 响应时间 … at the end of the name. */
export function isUnwanted(name: string): boolean {
  const thing = thingOf(name);
  return WAITING.test(thing) || (UNWANTED.test(thing) && !TURNING.test(name));
}

/** A rate, share or degree at a name's end: 覆盖率, 知晓度, 受益面, 占比; 制度, 力度, 年度 and 方面 are none. */
export const RATE =
  '率|(?<![制力年季月额高长宽厚深温湿浓速])度|(?<![全方表路层地水海平墙里外正反])面|比例?|比重|百分比|份额|程度|系数|指数|(?<=获得|安全|幸福|归属|认同)感';
const RATE_WITHIN = new RegExp(`率|比例|占比|比重|百分比|满意|覆盖|程度|${CHANGE}|(?<=.)(?:提高|提升)`, 'u');
const RATE_AT_END = new RegExp(`(?:${RATE}|合格|达标)$`, 'u');

/** The name says that a percentage is measured: a rate, a share, a degree or a change. 提升 at its head begins a slogan. */
export function isRate(name: string): boolean {
  return RATE_WITHIN.test(name) || RATE_AT_END.test(thingOf(name));
}

/** A name as a message cites it: some names are whole paragraphs. */
export function cite(name: string): string {
  return name.length > 30 ? `${name.slice(0, 29)}…` : name;
}
