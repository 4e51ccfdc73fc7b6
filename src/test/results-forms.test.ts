import { expect, test } from 'vitest';
import { openForms } from '../commands/context.ts';
import { readPdfText } from './pdf-text.ts';
import { startProgram } from './program.ts';
import { withWorkplace } from './workplace.ts';

const { names } = openForms('').results();

/** Rows of each form as they are on its page, by what their first cell but the labels says. */
const ROWS: Record<string, Record<string, string[]>> = {
  自评表: {
    年度资金总额: ['36.50', '35.70', '33.30', '10', '93.28%', '9.33'],
    上年结转资金: ['', '1.20', '1.20', '—', '100.00%', '—'],
    培训人数: ['≥600人次', '582人次', '6.25', '6.06', '7月的一期因防汛减少18人，已列入下年第一期补训。'],
    完成时限: ['2022年3月至9月', '2022年3月至10月', '6.25', '4.69', '9月的一期因疫情推迟到10月。'],
    师资费: ['≤5.60万元', '5.75万元', '6.25', '6.09', '增加实地教学2次，已在预算内调剂。'],
    参训人员满意度: ['≥95%', '96.8%', '10', '10.00', ''],
    总分: ['100', '97.42', '等级：优'],
  },
  四川省项目支出绩效自评表: {
    年度预算总额: [
      '36.50',
      '35.70',
      '31.00',
      '86.83%',
      '10',
      '8.68',
      '资料费、师资费有节余，12月的尾款次年支付。',
    ],
    培训人数: [
      '≥',
      '600',
      '人次',
      '582人次',
      '6.25',
      '6.06',
      '7月的一期因防汛减少18人，已列入下年第一期补训。',
    ],
    完成时限: [
      '定性',
      '2022年3月至9月',
      '',
      '2022年3月至10月',
      '6.25',
      '4.69',
      '9月的一期因疫情推迟到10月。',
    ],
    评价结论: ['项目基本按计划完成，资金使用规范，参训人员满意。'],
    总分: ['100', '96.77', '等级：优'],
  },
  '项目绩效自评表（湖北）': {
    年度资金总额: ['36.50', '35.70', '33.30', '20', '93.28%', '18.66'],
    培训人数: ['≥600人次', '582人次', '4.85', '7月的一期因防汛减少18人，已列入下年第一期补训。'],
    完成时限: ['2022年3月至9月', '2022年3月至10月', '3.75', '9月的一期因疫情推迟到10月。'],
    总分: ['97.13', '等级：优'],
  },
  转移支付自评表: {
    中央财政资金: ['24.00', '22.40', '93.33%'],
    培训人数: ['≥600人次', '582人次', '7月的一期因防汛减少18人，已列入下年第一期补训。'],
    参训人员满意度: ['≥95%', '96.8%', ''],
  },
  '绩效自评表（重庆）': {
    支出总额: ['36.50', '35.70', '33.30', '93.28%', '10', '9.33'],
    培训期数: ['期', '=', '4', '', '4期', '100.00%', '6.25', '6.25', '是', ''],
    培训人数: [
      ...['人次', '≥', '600', '580', '551人次', '95.00%', '6.25', '5.94', '是'],
      '边远乡镇抽不出人，下年增加线上名额。',
    ],
    完成时限: [
      ...['', '定性', '2022年3月至9月', '', '2022年3月至10月', '75.00%', '6.25', '4.69', '否'],
      '9月的一期因疫情推迟到10月。',
    ],
    总分: ['100', '97.30', '等级：优'],
  },
  监控表: {
    '其中：本年财政拨款': ['36.50', '18.30', '50.14%', '34.50'],
    培训期数: ['=4期', '2期', '4期', '', '', '', '', '', '', '√', '', '', ''],
    培训人数: [
      ...['≥600人次', '282人次', '590人次', '', '', '√', '', '√'],
      ...['7月的一期因防汛推迟到8月，边远乡镇抽不出人，拟增加线上名额。', '', '√', '', ''],
    ],
  },
  '监控表（带进度灯）': {
    培训期数: ['=4期', '2期', '绿', '4期', '', '', '', '', '', '', '√', '', '', ''],
    培训教案入库数量: ['≥12个', '6个', '绿', '12个', '', '', '', '', '', '', '√', '', '', ''],
  },
};

test('every form of results prints its example, cell by cell', async () => {
  expect(Object.keys(ROWS).sort()).toEqual([...names].sort());
  await withWorkplace(async ({ folder, put, read, outputs }) => {
    put('projects', null);
    put('projects/.keep', '');
    for (const [index, form] of names.entries()) {
      const { code, stderr } = await startProgram(folder, [
        'new',
        '--example',
        form,
        '--year',
        String(2022 + index),
      ]).finished;
      expect({ form, code, stderr: code === 0 ? '' : stderr }).toEqual({ form, code: 0, stderr: '' });
      const booklet = `projects/${2022 + index}/booklet.yaml`;
      put(booklet, read(booklet).toString().replace('待填', '青溪县财政局'));
    }
    const { code: built, stderr: said } = await startProgram(folder, ['build']).finished;
    expect({ built, said }).toMatchObject({ built: 0 });
    const files = Object.keys(outputs());
    for (const [index, form] of names.entries()) {
      const year = String(2022 + index);
      const path =
        files.find((file) => /\/(?:自评|监控)\/.*(?<!booklet)\.pdf$/u.test(file) && file.startsWith(year)) ??
        '';
      expect(path, form).not.toBe('');
      const html = read(`out/${path.replace(/pdf$/, 'html')}`).toString();
      const rows = [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
        [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => toText(cell)),
      );
      for (const [name, expected] of Object.entries(ROWS[form] ?? {})) {
        const row = rows.find((cells) => cells.includes(name)) ?? [];
        const said = row.slice(row.indexOf(name) + 1);
        expect({ form, name, said }).toEqual({
          form,
          name,
          said: expected.map((text) => text.replaceAll('2022', year)),
        });
      }
      const pdf = toText((await readPdfText(read(`out/${path}`))).pages.join(''));
      const words = rows.flat().map((cell) => cell.replaceAll('√', ''));
      expect(
        words.filter((cell) => !pdf.includes(cell)),
        form,
      ).toEqual([]);
    }
  });
});

function toText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([\da-f]+)|(\w+));/gi, (_, code, name) =>
      code ? String.fromCodePoint(Number.parseInt(code, 16)) : (ENTITIES[name] ?? ''),
    )
    .replace(/\s/gu, '');
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
