import { says, saysOnly } from '../../messages/catalogue.ts';
import { groupBy } from '../../util/group-by.ts';
import { officesRule, type Rule } from '../rule.ts';

/** The same 项目编码 twice: one of the two was copied and not changed, and the system would refuse both. */
const repeatedCode = officesRule({
  code: 'code/repeated',
  severity: 'error',
  docs: { zh: '两个项目的项目编码相同', en: 'two projects with one code', example: '复制一张表，忘了改编码' },
  messages: {
    default: says(
      '{key} {code} 在 {other} 里已经用过 ⇒ 两张表里有一张的编码是复制来的，改成它自己的',
      '{key} {code} is used in {other} already ⇒ One of the two was copied; give it its own',
    ),
    many: says(
      '{key} {code} 在 {other} 等 {count} 个文件里也有 ⇒ 这几张表里只有一张的编码是它自己的，别的改成自己的',
      '{key} {code} is in {count} other files, too, {other} among them ⇒ All but one were copied; give each its own',
    ),
  },
  check(offices, report) {
    const all = offices.flatMap((office) => office.codes.map((one) => ({ ...one, office })));
    for (const same of groupBy(all, ({ office, code }) => `${office.yearFolder}\n${code.text}`).values()) {
      const [first] = same;
      for (const { file, key, code, office } of same) {
        // Another office may be other people's: both are informed.
        const other = file === first?.file ? same.find((one) => one.office !== office) : first;
        if (other === undefined) continue;
        const args = { key, code: code.text, other: other.file, count: String(same.length - 1) };
        report(same.length > 2 ? 'many' : 'default', code.at, args);
      }
    }
  },
});

const repeatedUnit = officesRule({
  code: 'office/repeated-code',
  severity: 'error',
  docs: {
    zh: '两个单位的单位编码相同',
    en: 'two offices with one 单位编码',
    example: '单位编码: 219001，另一个单位的 booklet.yaml 里也是',
  },
  messages: {
    default: says(
      '单位编码 {code} 在 {other} 里已经用过 ⇒ 两个单位里有一个的编码是复制来的，改成它自己的',
      'The office code {code} is used in {other} already ⇒ One of the two was copied; give it its own',
    ),
    many: says(
      '单位编码 {code} 在 {other} 等 {count} 个文件里也有 ⇒ 这几个单位里只有一个的编码是它自己的，别的改成自己的',
      'The office code {code} is in {count} other files, too, {other} among them ⇒ All but one were copied; give each its own',
    ),
  },
  check(offices, report) {
    const all = offices.flatMap(({ unitCode: code, yearFolder }) =>
      code === null ? [] : { code, yearFolder },
    );
    for (const same of groupBy(all, (one) => `${one.yearFolder}\n${one.code.text.trim()}`).values()) {
      for (const { code } of same) {
        const other = same.find((one) => one.code !== code);
        if (other === undefined) continue;
        const args = { code: code.text.trim(), other: other.code.at.file, count: String(same.length - 1) };
        report(same.length > 2 ? 'many' : 'default', code.at, args);
      }
    }
  },
});

const emptyOffice = officesRule({
  code: 'office/empty',
  severity: 'warning',
  docs: {
    zh: '单位的文件夹里还没有项目',
    en: 'an office without a table',
    example: '只有 booklet.yaml 的文件夹',
  },
  messages: saysOnly(
    '这个单位还没有项目文件 ⇒ 把它的项目文件放进来；不编报的，删掉这个文件夹',
    'This office has no table yet ⇒ Put its tables here; if it files none, delete the folder',
  ),
  check(offices, report) {
    for (const [index, { path, file, hasTables }] of offices.entries()) {
      const holdsOffices = offices[index + 1]?.path.startsWith(`${path}/`);
      if (file !== null && path.includes('/') && !hasTables && !holdsOffices)
        report('default', { file, start: 0, end: 0 });
    }
  },
});

export const officeRules: readonly Rule[] = [repeatedCode, repeatedUnit, emptyOffice];
