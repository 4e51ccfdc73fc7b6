import type { Located } from '../../read/located.ts';
import { type OfficeIndex, officesRule, type Rule } from '../rule.ts';

/** The same 项目编码 twice: one of the two was copied and not changed, and the system would refuse both. */
const repeatedCode = officesRule({
  code: 'code/repeated',
  severity: 'error',
  docs: { zh: '两个项目的项目编码相同', en: 'two projects with one code', example: '复制一张表，忘了改编码' },
  messages: {
    default: {
      zh: {
        text: '{key} {code} 在 {other} 里已经用过',
        hint: '两张表里有一张的编码是复制来的，改成它自己的',
      },
      en: {
        text: '{key} {code} is used in {other} already',
        hint: 'One of the two was copied; give it its own',
      },
    },
  },
  check(offices, report) {
    const seen = new Map<string, { office: OfficeIndex; file: string; code: Located }>();
    for (const office of offices) {
      for (const { file, key, code } of office.codes) {
        const place = `${office.yearFolder}\n${code.text}`;
        const other = seen.get(place);
        if (other === undefined) seen.set(place, { office, file, code });
        else {
          const args = { key, code: code.text };
          report('default', code.at, { ...args, other: other.file });
          // Another office may be other people's: both are informed.
          if (office !== other.office) report('default', other.code.at, { ...args, other: file });
        }
      }
    }
  },
});

/** Two offices that call themselves by one 单位编码. */
const repeatedUnit = officesRule({
  code: 'office/repeated-code',
  severity: 'error',
  docs: {
    zh: '两个单位的单位编码相同',
    en: 'two offices with one 单位编码',
    example: '单位编码: 219001，另一个单位的 booklet.yaml 里也是',
  },
  messages: {
    default: {
      zh: {
        text: '单位编码 {code} 在 {other} 里已经用过',
        hint: '两个单位里有一个的编码是复制来的，改成它自己的',
      },
      en: {
        text: 'The office code {code} is used in {other} already',
        hint: 'One of the two was copied; give it its own',
      },
    },
  },
  check(offices, report) {
    const seen = new Map<string, Located>();
    for (const office of offices) {
      const code = office.unitCode;
      if (code === null) continue;
      const key = `${office.yearFolder}\n${code.text.trim()}`;
      const earlier = seen.get(key);
      if (earlier === undefined) seen.set(key, code);
      else {
        const args = { code: code.text.trim() };
        report('default', code.at, { ...args, other: earlier.at.file });
        report('default', earlier.at, { ...args, other: code.at.file });
      }
    }
  },
});

/** An office that has a booklet.yaml and nothing else yet. */
const emptyOffice = officesRule({
  code: 'office/empty',
  severity: 'warning',
  docs: {
    zh: '单位的文件夹里还没有项目',
    en: 'an office without a table',
    example: '只有 booklet.yaml 的文件夹',
  },
  messages: {
    default: {
      zh: { text: '这个单位还没有项目文件', hint: '把它的项目文件放进来；不编报的，删掉这个文件夹' },
      en: {
        text: 'This office has no table yet',
        hint: 'Put its tables here; if it files none, delete the folder',
      },
    },
  },
  check(offices, report) {
    for (const [index, { path, file, hasTables }] of offices.entries()) {
      const holdsOffices = offices[index + 1]?.path.startsWith(`${path}/`);
      if (file !== null && path.includes('/') && !hasTables && !holdsOffices)
        report('default', { file, start: 0, end: 0 });
    }
  },
});

export const officeRules: readonly Rule[] = [repeatedCode, repeatedUnit, emptyOffice];
