import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openContext } from '../commands/context.ts';
import { openPdf } from '../pdf/words.ts';
import { cutFonts } from '../print/cut-fonts.ts';
import { PRINT_OPTIONS } from '../print/printer.ts';
import { withSheetPage } from '../print/sheet-page.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { bodyOf } from '../workspace/printed-body.ts';
import { listFaults } from './archival-clauses.ts';
import { differences, takePictures } from './pictures.ts';
import { withTestBrowser } from './raw-print.ts';
import { withWorkplace } from './workplace.ts';

const SENTENCE = '根据州委统一部署，推进“模范机关”创建；适时召开会议、培训，印制《条例（试行）》2万册。';

/** The same pages, printed by Chromium at once. */
async function printWhole(body: string): Promise<Buffer> {
  const { templates } = openContext(join(PROGRAM_ROOT, 'templates'), false);
  const fonts = await cutFonts([{ body }], templates.text);
  return withTestBrowser((browser) =>
    withSheetPage(browser, { templates, fonts, patience: 60_000 }, async ({ client, evaluate }) => {
      await evaluate(`document.body.innerHTML = ${JSON.stringify(body)}; 0`);
      const { data } = await client.send('Page.printToPDF', PRINT_OPTIONS);
      return Buffer.from(data, 'base64');
    }),
  );
}

async function photograph(bytes: Buffer): Promise<Uint8ClampedArray[]> {
  const task = openPdf(bytes);
  try {
    return await takePictures(await task.promise);
  } finally {
    await task.destroy();
  }
}

test('a booklet that is bound of its parts looks as if it had been printed whole, tables of many pages and long texts too', async () => {
  await withWorkplace(async ({ build, put, read }) => {
    const edit = (name: string, rows: number, remark: string) => {
      const path = `projects/2022/${name}.yaml`;
      const lines = Array.from(
        { length: rows },
        (_, row) => `      - 三级指标: 走访第${row + 1}次\n        指标值: ≥ ${row + 2} 次\n${remark}`,
      );
      put(
        path,
        read(path)
          .toString()
          .replace('数量指标:\n', `数量指标:\n${lines.join('')}`),
      );
    };
    edit('党员干部教育经费', 70, '');
    edit('机关党建宣传经费', 9, `        备注: ${SENTENCE.repeat(9)}\n`);
    await build();
    const bound = read('out/2022/booklet.pdf');
    const whole = await printWhole(bodyOf(read('out/2022/booklet.html').toString()));
    const pictures = await photograph(bound);
    expect(pictures.length).toBeGreaterThan(15);
    expect(differences(pictures, await photograph(whole))).toEqual(pictures.map(() => 0));
    expect(listFaults(bound)).toEqual([]);
  });
});
