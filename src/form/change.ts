/** Words for a change, which a percentage may tell as well as a rate. */
export const CHANGE =
  '增长|增幅|增速|增加|上升|升高|同比|环比|翻番|下降|降低|降幅|减少|减幅|压减|压降|节约|缩短|提前';
const CHANGED = new RegExp(
  `${CHANGE}|提高|提升|超额|完成率|完成比|完成度|执行率|达成率|回报率|收益率|利润率`,
  'u',
);

/** Growth and completion may well be over 100 %, a change below 0 %. */
export function mayLeaveHundred(name: string): boolean {
  return CHANGED.test(name);
}
