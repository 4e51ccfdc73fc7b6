import { readPairs } from '../../util/word-list.ts';

/** A misprint: what is written and what is meant, with what must be around it where the word alone may be right. */
export interface Misprint {
  wrong: string;
  right: string;
  /** Regular expressions for what is directly before and behind. */
  after?: string;
  before?: string;
}

/** Typos of the input method, of accounting terms and of set phrases. */
const NO_WORDS = readPairs(`
  展倡导→倡导 绩校→绩效 绩郊→绩效 效溢→效益 年渡→年度 季渡→季度 满意渡→满意度 合格律→合格率 覆盖律→覆盖率
  完成律→完成率 部暑→部署 布署→部署 陪训→培训 坐谈会→座谈会 通迅→通讯 侯选→候选
  拔款→拨款 划拔→划拨 下拔→下拨 帐户→账户 帐号→账号 帐目→账目 报帐→报账 截止目前→截至目前
  一如继往→一如既往 再接再励→再接再厉 融汇贯通→融会贯通 按步就班→按部就班 相辅相承→相辅相成 精兵减政→精兵简政 坚苦奋斗→艰苦奋斗 默守成规→墨守成规 鼎立相助→鼎力相助
  人才倍出→人才辈出
`);

/**
 * Short on purpose: besides those only words that are wrong before what follows. An office keeps its own under 常见错字 in
 * booklet.yaml.
 */
export const MISPRINTS: readonly Misprint[] = [
  ...[...NO_WORDS].map(([wrong, right]) => ({ wrong, right })),
  { wrong: '格局', right: '根据', after: '^|[，。；：、\\s]', before: '《' },
  { wrong: '正题', right: '整体', before: '提升|提高|推进|水平' },
  { wrong: '星级部', right: '星级支部', before: '[、，的创评]' },
  { wrong: '指表', right: '指标', before: '值|体系|完成' },
  { wrong: '志原', right: '志愿', before: '服务|者' },
  { wrong: '建没', right: '建设', before: '(?!有)' },
  { wrong: '按装', right: '安装', before: '(?![备修置配])' },
  { wrong: '做为', right: '作为', before: '(?!民|人民|群众|了)' },
  { wrong: '防犯', right: '防范', before: '(?![罪人])' },
  { wrong: '拔付', right: '拨付', before: '(?!出)' },
  { wrong: '予算', right: '预算', before: '(?![力法])' },
  { wrong: '截止', right: '截至', before: '\\s*20\\d\\d\\s*年' },
];
