import leven from 'leven';
import { readWordLines } from '../../util/word-list.ts';

/** What people call the form's items, and what the form calls them. Only used where the right-hand word is known. */
const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  readWordLines(`
    名称 → 项目名称 三级指标 标题
    项目 项目名 → 项目名称
    编码 编号 代码 项目编号 → 项目编码
    目标 → 绩效目标 指标值
    总体目标 年度目标 年度总体目标 项目目标 → 绩效目标
    指标 → 绩效指标 三级指标
    指标名称 指标名 → 三级指标
    目标值 年度指标值 值 → 指标值
    说明 → 指标值说明 备注
    指标解释 解释 → 备注
    评分标准 → 指标值说明
    金额 预算 预算数 资金总额 → 预算金额
    项目单位 → 实施单位
    主管单位 → 主管部门
    编制单位 编报单位 → 单位
    年份 → 年度
    日期 → 编制日期
    排序 → 顺序
  `).flatMap((words) => {
    const at = words.indexOf('→');
    return words.slice(0, at).map((word) => [word, words.slice(at + 1)] as const);
  }),
);

/** Longer words are not misspellings of the form's. */
const LONGEST = 40;

export function findNearest(word: string, candidates: readonly string[]): string | null {
  const plain = simplify(word);
  if (plain === '' || word.length > LONGEST) return null;
  if (candidates.includes(plain)) return plain;
  const synonym = SYNONYMS.get(plain)?.find((meant) => candidates.includes(meant));
  if (synonym !== undefined) return synonym;
  const swapped = candidates.find((known) => sorted(known) === sorted(plain));
  if (swapped !== undefined) return swapped;
  const holding = candidates.filter(
    (known) => plain.length > 2 && (plain.includes(known) || known.endsWith(plain)),
  );
  const longest = holding.sort((a, b) => b.length - a.length)[0];
  if (longest !== undefined) return longest;
  const near = candidates
    .map((known) => ({ known, distance: leven(plain, known) }))
    .filter(({ known, distance }) => distance <= Math.max(1, Math.floor(known.length / 2)))
    .filter(({ known, distance }) => distance < known.length && shares(plain, known))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.known ?? null;
}

/** Without blanks, quotes, a number before it (`1.`, `一、`, `（1）`), and what is in brackets behind it. */
function simplify(word: string): string {
  return word
    .normalize('NFKC')
    .replace(/[\s*“”‘’"'「」『』【】#＃\u200b]/g, '')
    .replace(/^[-－—–]+/, '')
    .replace(/^(?:\(?(?:\d+|[一二三四五六七八九十]+)[).、．]+)/, '')
    .replace(/\([^()]*\)$/, '')
    .replace(/:$/, '');
}

/** A misspelling keeps at least one character of the word. */
function shares(word: string, known: string): boolean {
  return Array.from(word).some((character) => known.includes(character));
}

function sorted(word: string): string {
  return Array.from(word).sort().join('');
}
