import { expect, test } from 'vitest';
import { SOUND_BOOKLET, SOUND_TABLE } from './compile-source.ts';
import { withPreview } from './preview-page.ts';
import { SOUND_MONITORING, SOUND_RESULT } from './results.ts';

const OTHER = SOUND_TABLE.replace('52270022P004296102284', '52270022P00430210119J');

/** The lines of the list: how far to the right, and what they say. */
const LINES = `[...document.querySelectorAll('#list li')].map((item) =>
  item.style.getPropertyValue('--depth') + ' ' + item.querySelector('.title').textContent +
  [...item.querySelectorAll('.error')].map(({ firstChild }) => ' ' + firstChild.textContent).join(''))`;

test('the list folds by office, says of a folded one how many errors are in it, and a search shows whose each table is', async () => {
  await withPreview(async ({ put, visit, until, see }) => {
    put('projects/2022', null);
    put('projects/2022/booklet.yaml', SOUND_BOOKLET);
    put('projects/2022/219-甲镇/booklet.yaml', '单位: 甲镇\n');
    put('projects/2022/219-甲镇/本级/booklet.yaml', '单位: 甲镇本级\n');
    put('projects/2022/219-甲镇/本级/样例.yaml', SOUND_TABLE.replace('≥ 4 次', '许多'));
    put('projects/2022/219-甲镇/本级/监控/7月/样例.yaml', SOUND_MONITORING);
    put('projects/2022/219-甲镇/本级/自评/样例.yaml', SOUND_RESULT);
    put('projects/2022/220-乙镇/booklet.yaml', '单位: 乙镇\n');
    put('projects/2022/220-乙镇/样例.yaml', OTHER);
    await visit('219-甲镇/本级/样例');
    const isListed = (lines: string[]) =>
      until(`JSON.stringify(${LINES}) === ${JSON.stringify(JSON.stringify(lines))}`);
    const [year, town, station, other] = ['0 年度汇编', '1 甲镇', '2 甲镇本级', '1 乙镇'];
    const below = ['2 样例 1', '3 监控 7月', '3 样例', '3 自评', '3 样例'];
    await isListed([year, town, station, ...below, other, '1 样例']);

    const fold = `[...document.querySelectorAll('#list .fold')].find(({ nextSibling }) => nextSibling.textContent.startsWith('甲镇'))`;
    await see(`${fold}.click()`);
    await isListed([year, `${town} 1`, other, '1 样例']);
    await see(`(() => { search.value = '样例'; search.dispatchEvent(new Event('input')); })()`);
    await isListed([town, station, ...below, other, '1 样例']);
    await see(`(() => { search.value = '乙镇'; search.dispatchEvent(new Event('input')); })()`);
    await isListed([other, '1 样例']);
    await see(`(() => { search.value = ''; search.dispatchEvent(new Event('input')); })()`);
    await isListed([year, `${town} 1`, other, '1 样例']);
    expect(await see(`${fold}.getAttribute('aria-expanded')`)).toBe('false');
  });
});
