import type { Operator } from './sign.ts';
import { toLine } from './text.ts';

const SAVING =
  /节约|节支|节省|节减|降低|降本|降费|压减|压缩|压降|减少|减支|减负|减轻|缩减|核减|下降|少支出|少花|结余|减免|减税|免征|优惠|让利|挽回|追回|追缴|收回|退回|盘活|撬动|带动|增收|(?:收入|收益|效益|产值)(?:总?额|数)?$/u;
/** Money that comes in, or that is not lost, where there is to be more of it: 争取上级资金 ≥ 5 万元. */
const GAINED =
  /审减|核销|避免|挽损|止损|税收|利税|纳税|引进|吸引|招引|招商|拉动|争取|自筹|配套|募集|募捐|捐赠|利润|盈利|创收|融资|贷款|(?:销售|营业|交易|成交|产出)额|节能降耗|节[电水油煤气]|省[下钱]/u;
/** What is saved is the last thing that the name says: 较市场价节约成本, 节支额; not 节约用水宣传费. */
const SAVED =
  /(?:节约|节支|节省|节减|降低|降本|降费|压减|压缩|压降|减少|减支|减负|减轻|缩减|核减|下降|结余)(?:了|的)?(?:项目|财政|运行|行政|办公|采购|建设|预算|专项|总)?(?:成本|资金|经费|费用|支出|开支|投资|投入|金额)?(?:总?额|数|金额)?$/u;

/** Money that is not spent: ≥ is allowed, and it is not part of the cost. */
export function isSaving(name: string, operator: Operator): boolean {
  const words = withoutRemark(toLine(name));
  const isMore = operator === '≥' || operator === '>';
  if (isMore && GAINED.test(words) && !isSpent(words)) return true;
  if (!SAVING.test(words)) return false;
  if (isMore || SAVED.test(words)) return true;
  // 降低企业用能成本 = 20 万元 is saved; 节约用水宣传费 = 2 万元 is spent.
  return operator === '=' && !isSpent(words);
}

/** 培训费, 办公经费: what a name is of that can only be money. */
export function isSpent(name: string): boolean {
  return /(?:费|费用|支出|开支)$/u.test(withoutRemark(toLine(name)));
}

/** A name, at most its last 80 characters, without what is in brackets at its end. */
export function withoutRemark(name: string): string {
  return name.slice(-80).replace(/[（(][^（()）]{0,40}[)）]$/u, '');
}
