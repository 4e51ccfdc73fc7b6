import { expect, test } from 'vitest';
import { openForms } from '../commands/context.ts';
import { readPdfText } from './pdf-text.ts';
import { startProgram } from './program.ts';
import { type Workplace, withWorkplace } from './workplace.ts';

const { names, find } = openForms('');
const goalForms = names.filter((name) => find(name)?.form.kind === 'goal');

/** Each example in a year of its own, as `new --example` writes it. */
async function writeExamples({ folder, put, read }: Workplace) {
  put('projects', null);
  put('projects/.keep', '');
  const written = [];
  for (const [index, form] of goalForms.entries()) {
    const year = String(2030 + index);
    const { code, stdout, stderr } = await startProgram(folder, ['new', '--example', form, '--year', year])
      .finished;
    expect({ form, code, stderr: code === 0 ? '' : stderr }).toEqual({ form, code: 0, stderr: '' });
    const file = /projects\/\S+\.yaml/.exec(stdout + stderr)?.[0] ?? '';
    const booklet = `projects/${year}/booklet.yaml`;
    put(booklet, read(booklet).toString().replace('待填', '青溪县财政局'));
    written.push({ form, file });
  }
  return written;
}

test('every form has an example, which is found in order and printed cell by cell', async () => {
  await withWorkplace(async (workplace) => {
    const examples = await writeExamples(workplace);
    const { code, stderr } = await startProgram(workplace.folder, ['build']).finished;
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringMatching(/0 个错误，0 个警告/) });
    for (const { form, file } of examples) {
      const out = file.replace(/^projects/, 'out').replace(/\.yaml$/, '');
      const { pages } = await readPdfText(workplace.read(`${out}.pdf`));
      const html = workplace.read(`${out}.html`).toString();
      const cells = [...html.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => toText(cell));
      expect(cells.length, form).toBeGreaterThan(20);
      const text = toText(pages.join(''));
      expect(
        cells.filter((cell) => !text.includes(cell)),
        form,
      ).toEqual([]);
    }
  });
});

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Without markup, blanks and the signs of a choice, which other fonts have; pdf.js has dashes of its own. */
function toText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([\da-f]+)|(\w+));/gi, (_, code, name) =>
      code ? String.fromCodePoint(Number.parseInt(code, 16)) : (ENTITIES[name] ?? ''),
    )
    .replace(/[\s□☑√]/gu, '')
    .replace(/[‒–—―]/gu, '-');
}
