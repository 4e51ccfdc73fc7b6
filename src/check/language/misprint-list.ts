/** A misprint: what is written and what is meant, with what must be around it where the word alone may be right. */
export interface Misprint {
  wrong: string;
  right: string;
  /** Regular expressions for what is directly before and behind. */
  after?: string;
  before?: string;
}

const of = (wrong: string, right: string, around: Pick<Misprint, 'after' | 'before'> = {}): Misprint => ({
  wrong,
  right,
  ...around,
});

/**
 * Short on purpose: words that are no words, or that are wrong before what follows. An office keeps its own under 常见错字 in
 * booklet.yaml.
 */
export const MISPRINTS: readonly Misprint[] = [
  // Input-method slips of these forms.
  of('格局', '根据', { after: '^|[，。；：、\\s]', before: '《' }),
  of('正题', '整体', { before: '提升|提高|推进|水平' }),
  of('星级部', '星级支部', { before: '[、，的创评]' }),
  of('展倡导', '倡导'),
  of('绩校', '绩效'),
  of('绩郊', '绩效'),
  of('效溢', '效益'),
  of('指表', '指标', { before: '值|体系|完成' }),
  of('年渡', '年度'),
  of('季渡', '季度'),
  of('满意渡', '满意度'),
  of('合格律', '合格率'),
  of('覆盖律', '覆盖率'),
  of('完成律', '完成率'),
  of('部暑', '部署'),
  of('布署', '部署'),
  of('陪训', '培训'),
  of('志原', '志愿', { before: '服务|者' }),
  of('坐谈会', '座谈会'),
  of('建没', '建设', { before: '(?!有)' }),
  of('通迅', '通讯'),
  of('按装', '安装', { before: '(?![备修置配])' }),
  of('侯选', '候选'),
  of('做为', '作为', { before: '(?!民|人民|群众|了)' }),
  of('防犯', '防范', { before: '(?![罪人])' }),
  // Money and accounts.
  of('拔付', '拨付', { before: '(?!出)' }),
  of('拔款', '拨款'),
  of('划拔', '划拨'),
  of('下拔', '下拨'),
  of('予算', '预算', { before: '(?![力法])' }),
  of('帐户', '账户'),
  of('帐号', '账号'),
  of('帐目', '账目'),
  of('报帐', '报账'),
  of('截止目前', '截至目前'),
  of('截止', '截至', { before: '\\s*20\\d\\d\\s*年' }),
  // Set phrases.
  of('一如继往', '一如既往'),
  of('再接再励', '再接再厉'),
  of('融汇贯通', '融会贯通'),
  of('按步就班', '按部就班'),
  of('相辅相承', '相辅相成'),
  of('精兵减政', '精兵简政'),
  of('坚苦奋斗', '艰苦奋斗'),
  of('默守成规', '墨守成规'),
  of('鼎立相助', '鼎力相助'),
  of('人才倍出', '人才辈出'),
];
