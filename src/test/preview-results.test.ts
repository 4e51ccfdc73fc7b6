import { expect, test } from 'vitest';
import { SOUND_BOOKLET, SOUND_TABLE } from './compile-source.ts';
import { withPreview } from './preview-page.ts';
import { SOUND_MONITORING, SOUND_RESULT } from './results.ts';

const shows = (text: string) => `sheets.textContent.includes(${JSON.stringify(text)})`;
const versions = '[...document.querySelectorAll("#versions a")]';

test('the goals, monitoring and self-evaluation of a project: one switch, each followed as it is saved', async () => {
  await withPreview(async ({ put, visit, until, see }) => {
    put('projects/2022/样例.yaml', SOUND_TABLE);
    put('projects/2022/booklet.yaml', SOUND_BOOKLET);
    await visit('样例');
    await until(shows('培训合格率'));
    expect(await see(`${versions}.length`)).toBe(0);

    put('projects/2022/自评/样例.yaml', SOUND_RESULT);
    put('projects/2022/监控/7月/样例.yaml', SOUND_MONITORING);
    await until(`${versions}.map((link) => link.textContent).join() === '目标,监控 7月,自评'`);
    await until(
      `[...document.querySelectorAll('#list a')].some((link) => link.textContent.includes('监控 7月'))`,
    );
    const states = `[...document.querySelectorAll('#list a')].map((link) => link.textContent).find((text) => text.includes('样例'))`;
    await until(`${states}.includes('7月✓') && ${states}.includes('自评✓')`);
    await see(`${versions}[2].click()`);
    await until(shows('偏差原因分析及改进措施'));
    expect(await see(shows('98.97'))).toBe(true);
    expect(await see(`${versions}[2].getAttribute('aria-current')`)).toBe('page');

    put('projects/2022/自评/样例.yaml', SOUND_RESULT.replace('4 次', '3 次'));
    await until(`sheets.querySelector('[data-finding="error"]') !== null`);
    expect(await see(`${versions}[2].className`)).toBe('error');
    await until(`${states}.includes('自评!')`);
    await see(`${versions}[0].click()`);
    await until(`!${shows('偏差原因分析及改进措施')} && ${shows('培训合格率')}`);
  });
});
