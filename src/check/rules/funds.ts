import type { Part } from '../../form/form.ts';
import { sumAmounts, toTenThousandYuan, writeAmount } from '../../form/money.ts';
import { says } from '../../messages/catalogue.ts';
import { type Fact, type FactPart, printFact } from '../../read/facts.ts';
import { type Rule, tableRule } from '../rule.ts';

const sum = tableRule({
  code: 'funds/sum',
  severity: 'error',
  docs: {
    zh: '资金、任务预算的合计与各项加起来不相等',
    en: 'a sum of funds is not what its parts add up to',
    example: '资金总额: 300 万元，财政拨款 200 万元，其他资金 90 万元',
  },
  messages: {
    default: says(
      '“{name}”写的是 {whole}，各项加起来是 {sum} 万元（{parts}） ⇒ 相差 {difference} 万元：核对合计和各项，改到相等',
      '“{name}” is {whole}, but its parts add up to {sum} 万元 ({parts}) ⇒ The difference is {difference} 万元: correct the sum or a part',
    ),
    part: says(
      '“{name}”写的是 {whole}，写了的各项加起来是 {sum} 万元（{parts}） ⇒ 没有写“{left}”：如果差的就是它，补上一行“{left}: {difference} 万元”',
      '“{name}” is {whole}, but the parts that are written add up to {sum} 万元 ({parts}) ⇒ “{left}” is not written: if it is the rest, add “{left}: {difference} 万元”',
    ),
    missing: {
      severity: 'warning',
      ...says(
        '没有写“{name}”，各项加起来是 {sum} 万元 ⇒ 补上一行“{name}: {sum} 万元”',
        '“{name}” is missing; its parts add up to {sum} 万元 ⇒ Add “{name}: {sum} 万元”',
      ),
    },
  },
  check({ table }, report) {
    for (const fact of table.facts) {
      for (const part of fact.field.block?.parts ?? []) {
        if (part.sumOf.length === 0) continue;
        for (const row of new Set(fact.parts.map((given) => given.row))) {
          const parts = findParts(fact, part, row);
          const whole = findPart(fact, part.key, row);
          if (parts === null) continue;
          const total = sumAmounts(parts.map(amountOf));
          const args = { name: part.key, sum: writeAmount(total) };
          if (whole === undefined) report('missing', parts[0]?.value.at ?? fact.value.at, args);
          else if (whole.amount?.unit && !amountOf(whole).eq(total)) {
            const difference = amountOf(whole).minus(total);
            const said = {
              ...args,
              whole: printFact(whole).join(''),
              parts: parts.map((given) => `${given.field.key} ${printFact(given).join('')}`).join(' + '),
              difference: writeAmount(difference.abs()),
            };
            const [left = '', ...more] = part.sumOf.filter((key) => findPart(fact, key, row) === undefined);
            if (left !== '' && more.length === 0 && difference.gt(0)) {
              report('part', whole.value.at, { ...said, left });
            } else report('default', whole.value.at, said);
          }
        }
      }
    }
  },
});

/** What is written of the parts of a sum, or of their own parts; null where that is nothing, or cannot be read. */
function findParts(fact: Fact, { sumOf }: Part, row: number | null): FactPart[] | null {
  const parts = sumOf.flatMap((key): FactPart[] => {
    const own = findPart(fact, key, row);
    const known = fact.field.block?.parts.find((part) => part.key === key);
    return own ? [own] : known ? (findParts(fact, known, row) ?? []) : [];
  });
  return parts.length > 0 && parts.every(({ amount }) => amount?.unit) ? parts : null;
}

function findPart({ parts }: Fact, key: string, row: number | null): FactPart | undefined {
  return parts.find((part) => part.field.key === key && part.row === row);
}

function amountOf({ amount }: FactPart) {
  return toTenThousandYuan(amount?.number ?? '0', amount?.unit ?? '元');
}

export const fundsRules: readonly Rule[] = [sum];
