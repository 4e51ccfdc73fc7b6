import { isScalar } from 'yaml';
import { keyOfRole } from '../../form/form.ts';
import { toLine } from '../../form/text.ts';
import { says, saysOnly } from '../../messages/catalogue.ts';
import { nameMessages } from '../../messages/names.ts';
import { listed } from '../../messages/wording.ts';
import { fitForWindows } from '../../read/file-name.ts';
import { spanOf } from '../../read/parse.ts';
import { BOOKLET_STEM } from '../../read/source.ts';
import { withoutDepartment } from '../../read/spending.ts';
import type { Table } from '../../read/table.ts';
import { type CheckedYear, type Rule, sourceRule, tableRule, yearRule } from '../rule.ts';

const repeatedName = yearRule({
  code: 'name/repeated',
  severity: 'warning',
  docs: { zh: '两个项目的项目名称相同', en: 'two projects with one name', example: '两张“党建经费”' },
  messages: saysOnly(
    '{key}“{name}”与 {other} 相同 ⇒ 确认是两个项目；如果是，给名称加上区别',
    '{key} “{name}” is the same as in {other} ⇒ If they are two projects, tell them apart',
  ),
  check({ tables }, report) {
    for (const [table, other] of repeated(withoutDepartment(tables), ({ name }) => toLine(name.text))) {
      report('default', table.name.at, {
        ...{ key: keyOfRole(table.form, 'name') ?? '', name: table.name.text, other: other.file },
      });
    }
  },
});

/** Names of our own outputs, which a project's must not overwrite. */
const RESERVED = new Set(['booklet', 'index', 'manifest']);

/** A source is named after its project, so that people find one by the other. */
const fileName = tableRule({
  code: 'name/file',
  severity: 'warning',
  docs: { zh: '文件名与项目名称不同', en: 'the file is not named after the project', example: '新建.yaml' },
  messages: {
    default: says(
      '文件名“{stem}”与{key}不同 ⇒ 把文件改名为“{name}.yaml”',
      'The file’s name “{stem}” is not {key} ⇒ Rename the file to “{name}.yaml”',
    ),
    reserved: says(
      '{key}“{name}”是程序自己输出文件的名字，文件不能叫这个名字 ⇒ 换一个{key}',
      '{key} “{name}” is the name of one of the program’s own outputs; no file may have it ⇒ Choose another one',
    ),
  },
  check({ table: { stem, name, form } }, report) {
    const line = toLine(name.text);
    // An office's own table is named after what it is.
    if (form.kind !== 'department' && stem !== line.normalize('NFC')) {
      const key = keyOfRole(form, 'name') ?? '';
      if (RESERVED.has(line.toLowerCase())) report('reserved', name.at, { key, name: line });
      else report('default', name.at, { stem, name: line, key });
    }
  },
});

const reservedName = yearRule({
  code: 'file/reserved',
  severity: 'error',
  docs: {
    zh: '文件名是程序自己输出文件的名字',
    en: 'the file has the name of one of the program’s outputs',
    example: 'index.yaml',
  },
  messages: {
    default: nameMessages['file/reserved'],
  },
  check({ tables }, report) {
    for (const { stem, name } of tables) {
      if (RESERVED.has(stem.toLowerCase())) report('default', name.at, { stem });
    }
  },
});

/** Two sources whose outputs would be one file: on Windows and macOS upper and lower case are the same. */
const sameFile = yearRule({
  code: 'file/same-name',
  severity: 'error',
  docs: {
    zh: '两个文件名看起来一样，只有大小写或字符的编码方式不同',
    en: 'two file names look alike: only case, or the way their characters are encoded, differs',
    example: 'A项目.yaml、a项目.yaml',
  },
  messages: {
    default: nameMessages['file/same-name'],
  },
  check({ tables }, report) {
    for (const [{ name }, other] of repeated(tables, ({ stem }) => stem.toLowerCase())) {
      report('default', name.at, { other: other.file });
    }
  },
});

/** Windows opens paths of 259 characters; some 80 are the disk, the folder of the repository and what outputs have besides. */
const LONGEST_PATH = 180;

/** Folders of offices in folders of offices, and a long name: Windows programs would not open the table or its outputs. */
const longPath = tableRule({
  code: 'file/long-path',
  severity: 'warning',
  docs: {
    zh: '单位的文件夹加项目名称太长，Windows 上多半打不开',
    en: 'the folders of the offices and the name are too long for Windows',
    example: '三层单位的文件夹各有 40 个字',
  },
  messages: {
    default: {
      zh: {
        text: '从年度到文件名有 {count} 个字，超过 {most} 个的，Windows 上多半打不开',
        hint: '把单位的文件夹改短，例如只留编码；单位的全称写在 booklet.yaml 里',
      },
      en: {
        text: 'From the year to the file’s name there are {count} characters; over {most} Windows may not open it',
        hint: 'Shorten the folders of the offices, to their codes for example; their names are in booklet.yaml',
      },
    },
  },
  check({ booklet: { path }, table: { stem, name } }, report) {
    const count = `${path}/${stem}`.length;
    if (count > LONGEST_PATH)
      report('default', name.at, { count: String(count), most: String(LONGEST_PATH) });
  },
});

/** The folder of an office is the folder of its outputs, too. */
const officeFolder = sourceRule({
  code: 'office/folder',
  severity: 'error',
  docs: {
    zh: '单位的文件夹与输出的文件重名，或者在 Windows 上不能用',
    en: 'an office’s folder has the name of an output, or one that Windows cannot hold',
    example: '219-棠溪镇.pdf、con',
  },
  messages: {
    default: {
      zh: {
        text: '单位的文件夹不能叫“{name}”：会与打印的文件重名',
        hint: '把文件夹改名，去掉末尾的“.{ending}”',
      },
      en: {
        text: 'The folder of an office cannot be called “{name}”: an output may have that name',
        hint: 'Rename the folder, without “.{ending}”',
      },
    },
    windows: {
      zh: {
        text: '单位的文件夹叫“{name}”，Windows 上不能用',
        hint: '把文件夹改名，不用 < > : " | ? * 和末尾的点、空格，也不叫 con、nul 这样的名字',
      },
      en: {
        text: 'Windows cannot hold the folder “{name}”',
        hint: 'Rename it, without < > : " | ? *, dots or blanks at its end, and names such as con and nul',
      },
    },
  },
  check({ booklet: { path }, parsed: { source } }, report) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (source.stem !== BOOKLET_STEM || !path.includes('/')) return;
    const ending = /\.(pdf|html|xlsx|docx|json|part)$/i.exec(name)?.[1];
    const at = { file: source.file, start: 0, end: 0 };
    if (ending !== undefined) report('default', at, { name, ending });
    else if (fitForWindows(name) !== name) report('windows', at, { name });
  },
});

/** A source, or a 项目名称 that one is to be named after, whose name Windows cannot hold. */
const windowsName = tableRule({
  code: 'name/windows',
  severity: 'error',
  docs: {
    zh: '文件名或项目名称在 Windows 上不能作文件名',
    en: 'Windows cannot hold a file of this name',
    example: 'CON、a:b',
  },
  messages: {
    default: nameMessages['name/windows'],
    device: nameMessages['name/windows#device'],
  },
  check({ table: { stem, name } }, report) {
    for (const written of [stem, name.text]) {
      const corrected = fitForWindows(written);
      if (corrected === written) continue;
      if (corrected === null) report('device', name.at, { name: written });
      else report('default', name.at, { name: written, corrected });
      return;
    }
  },
});

const unknownOrder = yearRule({
  code: 'order/unknown-name',
  severity: 'error',
  docs: {
    zh: '顺序里的名称没有这个项目',
    en: '顺序 names a project that is not there',
    example: '- 党建经费（项目已改名）',
  },
  messages: saysOnly(
    '顺序里的“{name}”，这个文件夹里没有这个项目 ⇒ 改成这个文件夹里的项目名称，或者删掉这一行；下面单位的表在它自己的 booklet.yaml 里排',
    '顺序 names “{name}”, which no project of this folder has ⇒ Correct the name or remove the line; an office below orders its tables in its own booklet.yaml',
  ),
  check(year, report) {
    const names = namesOf(year);
    for (const { text, at } of year.booklet.order)
      if (!names.has(text)) report('default', at, { name: text });
  },
});

const incompleteOrder = yearRule({
  code: 'order/incomplete',
  severity: 'warning',
  docs: { zh: '顺序没有列全', en: '顺序 leaves projects out', example: '8 个项目只列了 7 个' },
  messages: saysOnly(
    '顺序里没有写到：{names}；它们按项目编码排在后面 ⇒ 把它们补进顺序',
    '顺序 leaves out {names}; they follow by project code ⇒ Add them',
  ),
  check(year, report) {
    const { order } = year.booklet;
    const [first] = order;
    const ordered = new Set(order.map(({ text }) => text));
    const left = [...namesOf(year)].filter((name) => !ordered.has(name));
    if (first !== undefined && left.length > 0) report('default', first.at, { names: listed(left) });
  },
});

function namesOf({ tables, unread }: CheckedYear): ReadonlySet<string> {
  return new Set([...withoutDepartment(tables).map(({ name }) => toLine(name.text)), ...unread]);
}

/** Each project that repeats a key of an earlier one, with that earlier one. */
function repeated(tables: readonly Table[], keyOf: (table: Table) => string): [Table, Table][] {
  const seen = new Map<string, Table>();
  return tables.flatMap((table) => {
    const earlier = seen.get(keyOf(table));
    if (earlier === undefined) seen.set(keyOf(table), table);
    return earlier === undefined ? [] : [[table, earlier] as [Table, Table]];
  });
}

/** A booklet.yaml that was carried over from last year's folder keeps last year's 年度. */
const bookletYear = sourceRule({
  code: 'booklet/year',
  severity: 'warning',
  docs: {
    zh: '年度与文件夹的名字不同',
    en: '年度 is not the name of the folder',
    example: '2023/booklet.yaml 里写着 年度: 2022',
  },
  messages: {
    default: says(
      '年度写的是 {year}，文件夹是 {folder} ⇒ 是从去年抄来的，就该是“年度: {folder}”；标题里的年份也看一看',
      '年度 is {year}, but the folder is {folder} ⇒ If it was copied from last year, write 年度: {folder}; the title may name a year, too',
    ),
    office: {
      severity: 'error',
      ...says(
        '年度写的是 {year}，这个单位在 {folder} 年的文件夹里 ⇒ 删掉这一行，年度从上面带下来；是 {year} 年的单位，把文件夹移到 {year} 里去',
        '年度 is {year}, but the office is in the folder of {folder} ⇒ Delete this line, the year is inherited; if the office is one of {year}, move its folder there',
      ),
    },
  },
  check({ booklet: { path }, parsed: { source, root } }, report) {
    const [folder = '', office] = path.split('/');
    const node = root.get('年度', true);
    if (source.stem !== BOOKLET_STEM || !isScalar(node)) return;
    const year = String(node.value);
    const isOther = [folder, year].every((name) => /^\d{4}$/.test(name)) && year !== folder;
    if (isOther)
      report(office === undefined ? 'default' : 'office', spanOf(source.file, node), { year, folder });
  },
});

export const identityRules: readonly Rule[] = [
  repeatedName,
  fileName,
  reservedName,
  sameFile,
  longPath,
  officeFolder,
  windowsName,
  unknownOrder,
  incompleteOrder,
  bookletYear,
];
