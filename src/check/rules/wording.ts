import { isCost, keyOfRole, TREE_KEY } from '../../form/form.ts';
import { toLine } from '../../form/text.ts';
import { says } from '../../messages/catalogue.ts';
import { rewriteValue } from '../../read/edit.ts';
import type { Indicator } from '../../read/table.ts';
import { RATE } from '../language/meaning.ts';
import { clerkRows } from '../rows.ts';
import { type Rule, tableRule } from '../rule.ts';

/** Characters; a longer name does not fit its column in three lines. */
const LONGEST_NAME = 25;

const SLOGAN =
  /^(?:进一步|不断|持续|扎实|深入|全面|切实|认真|积极|大力|着力|努力|有效)?(?:抓好|抓实|抓紧|加大|加强|加快|增强|坚持|推进|推动|建强|建好|落实|强化|提升|提高|深化|巩固|促进|弘扬|发扬|贯彻|践行|激发|营造|打造|展现|彰显|发挥|做好|办好|搞好|维护|保障|确保|规范|完善|健全|改善|组织|开展|举办|召开|进一步|不断|持续|扎实|深入|大力|着力|努力)(?!率|度|数)/u;

/** What a name ends in that says how it is measured: 提高群众满意度 is one, 宣传力度 none. */
const MEASURE = new RegExp(
  `(?:${RATE}|数|量|额|次|期|时限|时间|天数|费|费用|经费|成本|效果|质量|情况|水平|能力|面积|里程|产值|收入|标准|等级)$`,
  'u',
);

const slogan = tableRule({
  code: 'name/slogan',
  severity: 'suggestion',
  docs: {
    zh: '三级指标是口号或句子，或者太长',
    en: 'a 三级指标 that is a slogan or a sentence',
    example: '加大党员志愿服务力度，展现……作用。',
  },
  messages: {
    default: says(
      '三级指标“{corrected}”说的是要做的事，不是考核的内容 ⇒ 写考核什么，例如“培训次数”“参训人员合格率”，{limit} 个字以内，末尾不加标点',
      'The 三级指标 “{corrected}” says what is done, not what is measured ⇒ Name what is measured, for example 培训次数, in {limit} characters at most, without a mark at its end',
    ),
    sentence: says(
      '三级指标“{corrected}”是一句话，不是名称 ⇒ 写考核什么，例如“培训次数”“参训人员合格率”，{limit} 个字以内；其余的话写到{key}里',
      'The 三级指标 “{corrected}” is a sentence, not a name ⇒ Name what is measured, for example 培训次数, in {limit} characters at most; the rest belongs in {key}',
    ),
    long: says(
      '三级指标有 {characters} 个字，超过 {limit} 个 ⇒ 写考核什么，例如“培训次数”“参训人员合格率”；其余的话写到{key}里',
      'The 三级指标 has {characters} characters; {limit} is the most ⇒ Name what is measured, for example 培训次数; the rest belongs in {key}',
    ),
    mark: says(
      '三级指标末尾有标点 ⇒ 写成“{corrected}”',
      'The 三级指标 ends in a punctuation mark ⇒ Write “{corrected}”',
    ),
  },
  check({ table, text }, report) {
    const { form } = table;
    const key = keyOfRole(form, 'remark') ?? keyOfRole(form, 'goal') ?? TREE_KEY;
    for (const row of clerkRows(table)) {
      const name = toLine(row.name.text);
      const fault = findFault(name, row);
      if (fault === null) continue;
      const characters = String([...name].length);
      const corrected = withoutMark(name);
      const args = { key, characters, limit: String(LONGEST_NAME), corrected };
      const fix = fault === 'mark' ? { edits: [rewriteValue(text, row.name, corrected)] } : null;
      report(fault, row.name.at, args, fix);
    }
  },
});

function findFault(name: string, { kind }: Indicator): 'default' | 'sentence' | 'long' | 'mark' | null {
  if ([...name].length > LONGEST_NAME) return 'long';
  const words = withoutMark(name);
  // What the money is spent on may be worded as it is done.
  if (!isCost(kind)) {
    if (/[，；。！？]/u.test(words)) return 'sentence';
    if (SLOGAN.test(words) && !MEASURE.test(words)) return 'default';
  }
  return words === name ? null : 'mark';
}

function withoutMark(name: string): string {
  return name.replace(/(?<![。．，,；;：:、！!？?\s])[。．，,；;：:、！!？?\s]+$/u, '');
}

const VAGUE =
  /^(?:(?:效果|成效|质量|情况)?(?:良好|优良|优秀|较好|好|很好|一般|明显|显著|有效|满意|较高|高)|(?:提升|提高|增强|改善|加强|完善|优化|促进|强化))$|(?:持续|不断|逐步|有所|显著|明显|有效|进一步|大幅|稳步|较大|切实|全面|充分|得到|长期)(?:提升|提高|增强|强化|改善|加强|完善|优化|促进|推进|推动|改进|增加|发挥|彰显|规范|好转|巩固|扩大|深化)/u;
/** Characters; a longer text says more than its vague word. */
const LONGEST_VAGUE = 30;

const vague = tableRule({
  code: 'row/vague',
  severity: 'suggestion',
  docs: { zh: '没有说到什么程度算完成', en: 'vague words without 指标值说明', example: '定性: 良好' },
  messages: {
    default: says(
      '“{text}”没有说到什么程度算完成 ⇒ 换成能核对的指标值；换不了就加一行“{key}: ……”，写清怎样评分',
      '“{text}” does not say what counts as reached ⇒ Give a figure, or add {key} with the way it is scored',
    ),
    plain: says(
      '“{text}”没有说到什么程度算完成 ⇒ 换成能核对的指标值',
      '“{text}” does not say what counts as reached ⇒ Give a figure',
    ),
  },
  check({ table }, report) {
    const key = keyOfRole(table.form, 'explanation');
    for (const { target, explanation } of clerkRows(table)) {
      if (target.kind !== 'qualitative' || explanation !== null) continue;
      const text = withoutMark(toLine(target.text));
      if (text.length > LONGEST_VAGUE || /\d/.test(text) || !VAGUE.test(text)) continue;
      if (key === null) report('plain', target.at, { text });
      else report('default', target.at, { text, key });
    }
  },
});

export const wordingRules: readonly Rule[] = [slogan, vague];
