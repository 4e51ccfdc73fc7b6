/** The words behind which a label that is too long for its column may break; shorter ones stay on one line. */
const LABEL_BREAKS = /(?<=社会公众|服务对象|可持续影响|生态环境)/;

/**
 * Where an office's name or a title may break: behind a place or the name of an office, before the words that go on. A sign
 * that also begins another word (市场, 县级) ends none there.
 */
const TITLE_BREAKS =
  /(?<=自治[区州县旗]|[省市县](?![委场政容民级直属])|人民政府|委员会|[局厅]|办公室)|(?<!\d)(?=\d{4}年)|(?=预算项目|绩效目标|汇编|直属|所属)/;

/** `服务对象满意度指标` → 服务对象, 满意度指标 */
export function splitLabel(label: string): string[] {
  return label.split(LABEL_BREAKS);
}

/** `黔南州2022年度预算项目绩效目标表` → 黔南州, 2022年度, 预算项目, 绩效目标表 */
export function splitTitle(title: string): string[] {
  return title.split(TITLE_BREAKS);
}
