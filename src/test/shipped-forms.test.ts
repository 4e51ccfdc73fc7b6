import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { openForms } from '../commands/context.ts';
import { writeNewTable } from '../commands/new.ts';
import type { Field } from '../form/form.ts';
import { stemOf } from '../read/source.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { listFaults } from './archival-clauses.ts';
import { readPdfText } from './pdf-text.ts';
import { withWorkplace } from './workplace.ts';

const NAMES = readdirSync(join(PROGRAM_ROOT, 'templates/forms/例'))
  .filter((file) => file.endsWith('.yaml'))
  .map(stemOf)
  .sort();

type Row = Record<string, string>;
type Source = Record<string, unknown> & { 绩效指标: Record<string, Record<string, Row[]>> };

/** Without blanks; a PDF has the twin of a dash whose glyph is the same. */
const plain = (text: string) => text.replace(/\s/g, '').replace(/‒/g, '–').replace(/―/g, '—');

/** What is printed beside the name of a fact, however wide the cells are: 资金总额420.0, 项目属性□新增项目□√延续项目. */
function listFacts(fields: readonly Field[], source: Source): string[] {
  return fields.flatMap(({ key, label, type, options, block }) => {
    const said = source[key];
    if (said === undefined) return [];
    if (type === 'choice') {
      return [label + options.map((option) => (option === said ? `□√${option}` : `□${option}`)).join('')];
    }
    if (block === null) return plain(String(said)).split(/(?<=。|；)/u);
    const rows = (Array.isArray(said) ? said : [said]) as Row[];
    const decimals = Math.max(
      ...rows.flatMap((row) => Object.values(row).map((text) => /^\d+\.(\d+) /.exec(text)?.[1]?.length ?? 0)),
    );
    return rows.flatMap((row) => {
      const cells = block.parts.map((part) => {
        const text = row[part.key] ?? '';
        return part.type === 'amount' && text !== ''
          ? Number.parseFloat(text).toFixed(decimals)
          : plain(text);
      });
      // A list is printed row by row, funds each beside its name.
      return type === 'list'
        ? [cells.join('')]
        : block.parts.map((part, at) => plain(part.label) + cells[at]);
    });
  });
}

test('every shipped form prints its filled example, cell by cell', async () => {
  const forms = openForms('');
  await withWorkplace(async ({ folder, put, read, build }) => {
    put('projects/2022', null);
    const files = new Map<string, string>();
    for (const [index, name] of NAMES.entries()) {
      const year = String(2031 + index);
      const options = { cwd: folder, projects: 'projects', names: [name], year, example: true };
      const { written, diagnostics } = await writeNewTable(options);
      expect(diagnostics, name).toEqual([]);
      files.set(name, written ?? '');
      const booklet = `projects/${year}/booklet.yaml`;
      put(booklet, read(booklet).toString().replace('单位: 待填', '单位: 青溪市样例局'));
    }
    const { diagnostics } = await build();
    expect(diagnostics.filter(({ severity }) => severity !== 'suggestion')).toEqual([]);
    for (const [name, file] of files) {
      const form = forms.find(name)?.form;
      const source: Source = parse(read(file).toString(), { schema: 'failsafe' });
      const bytes = read(file.replace('projects', 'out').replace('.yaml', '.pdf'));
      expect(listFaults(bytes), name).toEqual([]);
      const pdf = await readPdfText(bytes);
      const text = plain(pdf.pages.join(''));
      expect(text, name).toContain(plain(form?.title ?? ''));
      for (const fact of listFacts(form?.fields ?? [], source)) expect(text, name).toContain(fact);
      for (const [level1, groups] of Object.entries(source.绩效指标)) {
        expect(text, name).toContain(level1);
        for (const row of Object.values(groups).flat()) {
          const { 三级指标: indicator = '', ...cells } = row;
          expect(text, name).toContain(plain(indicator));
          for (const cell of Object.values(cells)) expect(text, name).toContain(plain(cell));
        }
      }
      const isUpright = form?.paper === 'portrait';
      for (const [width, height] of pdf.sizes) expect(height > width, name).toBe(isUpright);
      // Nothing is alone: the last page has rows, not only a signature.
      expect(pdf.pages.at(-1)?.length, name).toBeGreaterThan(60);
    }
  });
});
