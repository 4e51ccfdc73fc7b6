import { toLine } from '../../form/text.ts';
import { isCost } from '../../form/tree.ts';
import { rewriteValue } from '../../read/edit.ts';
import type { Indicator } from '../../read/project.ts';
import { type Diagnostic, diagnose } from '../../report/diagnostic.ts';
import type { Check, CheckedYear } from '../check.ts';
import { RATE } from '../language/meaning.ts';
import { listSourceTexts } from '../printed-texts.ts';
import { clerkRows } from '../rows.ts';

/** Characters; a longer name does not fit its column in three lines. */
const LONGEST_NAME = 25;

/** What slogans begin with; a name says what is measured. */
const SLOGAN =
  /^(?:进一步|不断|持续|扎实|深入|全面|切实|认真|积极|大力|着力|努力|有效)?(?:抓好|抓实|抓紧|加大|加强|加快|增强|坚持|推进|推动|建强|建好|落实|强化|提升|提高|深化|巩固|促进|弘扬|发扬|贯彻|践行|激发|营造|打造|展现|彰显|发挥|做好|办好|搞好|维护|保障|确保|规范|完善|健全|改善|组织|开展|举办|召开|进一步|不断|持续|扎实|深入|大力|着力|努力)(?!率|度|数)/u;

/** What a name ends in that says how it is measured: 提高群众满意度 is one, 宣传力度 none. */
const MEASURE = new RegExp(
  `(?:${RATE}|数|量|额|次|期|时限|时间|天数|费|费用|经费|成本|效果|质量|情况|水平|能力|面积|里程|产值|收入|标准|等级)$`,
  'u',
);

/** A 三级指标 that is a slogan, a sentence or too long, or ends in punctuation: one finding a name. */
function checkNames(year: CheckedYear): Diagnostic[] {
  const texts = listSourceTexts(year);
  return year.projects.flatMap(clerkRows).flatMap((row) => {
    const name = toLine(row.name.text);
    const wording = judgeName(name, row);
    if (wording === null) return [];
    const characters = String([...name].length);
    const corrected = withoutMark(name);
    const args = { characters, limit: String(LONGEST_NAME), corrected };
    const isOnlyMark = wording === 'name/slogan#mark';
    const edit = () => rewriteValue(texts.get(row.name.at.file) ?? '', row.name, corrected);
    return [diagnose('suggestion', wording, row.name.at, args, isOnlyMark ? { edits: [edit()] } : null)];
  });
}

function judgeName(name: string, { level1, level2 }: Indicator): string | null {
  if ([...name].length > LONGEST_NAME) return 'name/slogan#long';
  const words = withoutMark(name);
  // What the money is spent on may be told as it is done.
  if (!isCost(level1, level2)) {
    if (/[，；。！？]/u.test(words)) return 'name/slogan#sentence';
    if (SLOGAN.test(words) && !MEASURE.test(words)) return 'name/slogan';
  }
  return words === name ? null : 'name/slogan#mark';
}

function withoutMark(name: string): string {
  return name.replace(/(?<![。．，,；;：:、！!？?\s])[。．，,；;：:、！!？?\s]+$/u, '');
}

const VAGUE =
  /^(?:(?:效果|成效|质量|情况)?(?:良好|优良|优秀|较好|好|很好|一般|明显|显著|有效|满意|较高|高)|(?:提升|提高|增强|改善|加强|完善|优化|促进|强化))$|(?:持续|不断|逐步|有所|显著|明显|有效|进一步|大幅|稳步|较大|切实|全面|充分|得到|长期)(?:提升|提高|增强|强化|改善|加强|完善|优化|促进|推进|推动|改进|增加|发挥|彰显|规范|好转|巩固|扩大|深化)/u;
/** Characters; a longer text says more than its vague word. */
const LONGEST_VAGUE = 30;

/** A 定性 that cannot be judged (良好, 有所提升), in a row without 指标值说明. */
function checkVague({ projects }: CheckedYear): Diagnostic[] {
  return projects.flatMap(clerkRows).flatMap(({ target, explanation }) => {
    if (target.kind !== 'qualitative' || explanation !== null) return [];
    const text = withoutMark(toLine(target.text));
    if (text.length > LONGEST_VAGUE || /\d/.test(text) || !VAGUE.test(text)) return [];
    return [diagnose('suggestion', 'row/vague', target.at, { text })];
  });
}

export const wordingChecks: readonly Check[] = [
  { codes: { 'name/slogan': 'suggestion' }, run: checkNames },
  { codes: { 'row/vague': 'suggestion' }, run: checkVague },
];
