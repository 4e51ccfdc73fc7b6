import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Workplace, withPrintedWorkplace } from '../test/workplace.ts';

const NAME = '党员干部教育经费';
const SOURCE = `projects/2022/${NAME}.yaml`;

/** Hashes of the parts of a year by name. */
function partsOf({ folder, read }: Workplace, out = 'out'): Record<string, string> {
  const names = readdirSync(`${folder}/${out}/.parts/2022`).sort();
  const hash = (name: string) =>
    createHash('sha256')
      .update(read(`${out}/.parts/2022/${name}`))
      .digest('hex');
  return Object.fromEntries(names.map((name) => [name, hash(name)]));
}

function changesOf(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(after).filter((name) => after[name] !== before[name]);
}

test('each table is one part, the same printed alone, among others and again', async () => {
  await withPrintedWorkplace(async (workplace) => {
    const { build, outputs } = workplace;
    const parts = partsOf(workplace);
    expect(Object.keys(parts)).toHaveLength(9);
    await build({ out: 'alone', paths: [SOURCE] });
    expect(partsOf(workplace, 'alone')).toEqual({ [`${NAME}.part`]: parts[`${NAME}.part`] });
    await build({ out: 'alone' });
    expect(partsOf(workplace, 'alone')).toEqual(parts);
    expect(outputs('alone')).toEqual(outputs());
    await build({ force: true });
    expect(partsOf(workplace)).toEqual(parts);
  });
});

test('an edit prints its table; what is before the tables is printed again when it says something else', async () => {
  await withPrintedWorkplace(async (workplace) => {
    const { build, put, read } = workplace;
    const parts = partsOf(workplace);
    const source = read(SOURCE).toString();
    put(SOURCE, source.replace(/(备注: .)/, '$1又'));
    expect((await build()).printed.sort()).toEqual(['2022/booklet.pdf', `2022/${NAME}.pdf`]);
    const edited = partsOf(workplace);
    expect(changesOf(parts, edited)).toEqual([`${NAME}.part`]);
    put(SOURCE, source.replace('≤ 30 万元', '≤ 31 万元'));
    await build();
    expect(changesOf(edited, partsOf(workplace))).toEqual(['booklet.part', `${NAME}.part`]);
  });
});

test('a part that is damaged, foreign or gone is printed again, and the outputs are the same', async () => {
  await withPrintedWorkplace(async (workplace) => {
    const { build, outputs, put, read } = workplace;
    const [parts, before] = [partsOf(workplace), outputs()];
    const [first, second, third, fourth] = Object.keys(parts).filter((name) => name !== 'booklet.part');
    const whole = read(`out/.parts/2022/${first}`);
    const turned = Buffer.from(whole);
    turned.writeUInt8(turned.readUInt8(whole.length - 9) ^ 1, whole.length - 9);
    put(`out/.parts/2022/${first}`, turned);
    put(`out/.parts/2022/${second}`, whole);
    put(`out/.parts/2022/${third}`, whole.subarray(0, 100));
    put(`out/.parts/2022/${fourth}`, null);
    put('out/.parts/2022/booklet.part', 'foreign');
    put('out/2022/booklet.pdf', null);
    expect((await build()).printed).toEqual(['2022/booklet.pdf']);
    expect(partsOf(workplace)).toEqual(parts);
    expect(outputs()).toEqual(before);
  });
});

test('a part leaves with its source; that of a table with an error stays with its outputs', async () => {
  await withPrintedWorkplace(async (workplace) => {
    const { build, folder, put, read } = workplace;
    const parts = partsOf(workplace);
    put(SOURCE, read(SOURCE).toString().replace('≤ 30 万元', '大约'));
    await build();
    expect(partsOf(workplace)).toEqual(parts);
    put(SOURCE, null);
    await build();
    expect(Object.keys(partsOf(workplace))).toEqual(
      Object.keys(parts).filter((name) => name !== `${NAME}.part`),
    );
    for (const name of ['机关党建宣传经费.yaml', 'booklet.yaml'])
      put(`projects/2021/${name}`, read(`projects/2022/${name}`));
    put('projects/2022', null);
    await build();
    expect(readdirSync(`${folder}/out/.parts`)).toEqual(['2021']);
  });
});
