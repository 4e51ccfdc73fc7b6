import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createWarmBrowser } from '../browser/warm.ts';
import { type PictureOptions, pictureChanges } from '../commands/picture-changes.ts';
import { printComparison, toDocument } from '../commands/print-comparison.ts';
import { toComparisonReport } from '../compare/formats/json.ts';
import { type Pixels, readPng } from './png.ts';
import { type Repository, withRepository } from './repository.ts';

const SERVICE = '党员志愿服务工作经费';
const TRAINING = '党员干部教育经费';
const INNER = '星级支部创建工作经费';

interface Gallery extends Repository {
  /** Pictures of what differs from HEAD, and what was told. */
  take(options?: Partial<PictureOptions>): ReturnType<typeof pictureChanges>;
  /** The pictures that are there, each with the hash of its bytes. */
  pictures(): Record<string, string>;
}

async function withGallery(use: (gallery: Gallery) => Promise<void>) {
  await withRepository(async (repository) => {
    const take = async (options: Partial<PictureOptions> = {}) =>
      pictureChanges(await repository.diff(), {
        cwd: repository.folder,
        images: '图',
        env: process.env,
        signal: new AbortController().signal,
        onUnpack: () => {},
        onProgress: () => {},
        ...options,
      });
    const pictures = () =>
      Object.fromEntries(Object.entries(repository.outputs('图')).filter(([name]) => name.endsWith('.png')));
    await use({ ...repository, take, pictures });
  });
}

/** Thirty more rows for a table, before those of its 时效指标. */
function lengthen({ edit }: Repository, name: string) {
  const rows = Array.from(
    { length: 30 },
    (_, index) => `      - 三级指标: 第${index + 1}项走访\n        指标值: ≥ ${index + 2} 次\n`,
  );
  edit(name, '    质量指标:', `${rows.join('')}    质量指标:`);
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The smallest box around the pixels that are so. */
function boxOf({ width, height }: Pixels, isSo: (x: number, y: number) => boolean): Box {
  const box = { left: width, top: height, right: -1, bottom: -1 };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isSo(x, y)) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  return box;
}

const frameOf = (picture: Pixels) =>
  boxOf(picture, (x, y) => {
    const [red, green] = picture.at(x, y);
    return red > 150 && green < 60;
  });

test('a number on the second page of a long table: one picture before, one after, the cell framed', async () => {
  await withGallery(async (gallery) => {
    const { commit, edit, read, take, pictures } = gallery;
    lengthen(gallery, TRAINING);
    commit('长表');
    edit(TRAINING, '≥ 28 次', '≥ 99 次');
    const { messages, written } = await take();
    const names = [`2022/${TRAINING}-前-2.png`, `2022/${TRAINING}-后-2.png`];
    expect(written).toEqual(names.map((name) => `图/${name}`));
    expect(messages).toEqual([{ code: 'diff/images-written', args: { count: '2', folder: '图' } }]);
    const first = pictures();
    expect(Object.keys(first)).toEqual(names);

    const [before, after] = names.map((name) => readPng(read(`图/${name}`)));
    if (!before || !after) throw new Error('no picture');
    const frame = frameOf(before);
    expect(frameOf(after)).toEqual(frame);
    // The three cells of 指标值, in one row of ordinary height.
    expect(frame.right - frame.left).toBeGreaterThan(500);
    expect(frame.bottom - frame.top).toBeLessThan(80);
    const footer = 1450;
    const changed = boxOf(before, (x, y) => y < footer && before.colour(x, y) !== after.colour(x, y));
    expect(changed.left).toBeGreaterThan(frame.left);
    expect(changed.right).toBeLessThan(frame.right);
    expect(changed.top).toBeGreaterThan(frame.top);
    expect(changed.bottom).toBeLessThan(frame.bottom);

    await take();
    expect(pictures()).toEqual(first);
  });
});

test('a row or a fact that one side does not have: the sheet where it would be beside the one where it is, and no other', async () => {
  await withGallery(async (gallery) => {
    const { commit, edit, put, read, take, pictures } = gallery;
    lengthen(gallery, TRAINING);
    commit('长表');
    const source = `projects/2022/${TRAINING}.yaml`;
    const original = read(source);
    const last = '      - 三级指标: 第30项走访\n        指标值: ≥ 31 次\n';
    const added = last.replace('第30项', '新的');
    const sides = (sheet: number) => [`前-${sheet}`, `后-${sheet}`];
    const namesOf = (sheets: string[]) => sheets.map((name) => `2022/${TRAINING}-${name}.png`);
    const shoot = (name: string) => readPng(read(`图/2022/${TRAINING}-${name}.png`));
    const cases: [change: () => void, sheets: string[], framed: string[]][] = [
      [() => edit(TRAINING, '数量指标:\n', `数量指标:\n${added}`), sides(1), ['后-1']],
      [() => edit(TRAINING, last, last + added), sides(2), ['后-2']],
      [() => edit(TRAINING, last, ''), sides(2), ['前-2']],
    ];
    for (const [change, sheets, framed] of cases) {
      change();
      await take();
      expect(Object.keys(pictures())).toEqual(namesOf(sheets));
      const [before, after] = sheets.map(shoot) as [Pixels, Pixels];
      expect(sheets.filter((name) => frameOf(shoot(name)).right > 0)).toEqual(framed);
      // Rows behind it have moved, and labels with them; above it, beside the labels, all is as it was.
      const { left, top } = frameOf(shoot(framed[0] ?? ''));
      const differs = (x: number, y: number) => before.colour(x, y) !== after.colour(x, y);
      expect(boxOf(before, (x, y) => x >= left && differs(x, y)).top).toBe(top);
      put(source, original);
    }

    edit(TRAINING, /^绩效目标/m, '预算金额: 900 万元\n绩效目标');
    edit(TRAINING, '≥ 31 次', '≥ 99 次');
    await take();
    const sheets = ['前-1', '前-2', '后-1', '后-2'];
    const first = pictures();
    expect(Object.keys(first)).toEqual(namesOf(sheets));
    expect(sheets.filter((name) => frameOf(shoot(name)).right > 0)).toEqual(['前-2', '后-1', '后-2']);
    await take();
    expect(pictures()).toEqual(first);
  });
});

test('added, removed, renamed and moved projects and rows: the sheets that hold them, under their own names', async () => {
  await withGallery(async (gallery) => {
    const { commit, edit, git, put, read, take, pictures } = gallery;
    lengthen(gallery, INNER);
    commit('长表');
    put(`projects/2022/${TRAINING}.yaml`, null);
    const service = read(`projects/2022/${SERVICE}.yaml`).toString();
    put(
      'projects/2022/慰问经费.yaml',
      service
        .replace(`项目名称: ${SERVICE}`, '项目名称: 慰问经费')
        .replace(/项目编码: .*/, '项目编码: 52270022Z000000000001')
        .replace(/绩效目标: \|\n(?: {2}.*\n)+/, '绩效目标: 走访慰问。\n')
        .replace(/三级指标: .*“志愿服务”.*/, '三级指标: 走访户数'),
    );
    git(['mv', 'projects/2022/机关党建宣传经费.yaml', 'projects/2022/宣传经费.yaml']);
    edit('宣传经费', '项目名称: 机关党建宣传经费', '项目名称: 宣传经费');
    edit(INNER, /^绩效目标/m, '预算金额: 900 万元\n绩效目标');
    // Moved without another word: its page is as it was.
    git(['mv', `projects/2022/${SERVICE}.yaml`, 'projects/2022/服务.yaml']);
    await take();
    expect(Object.keys(pictures())).toEqual(
      [
        `2022/${TRAINING}-前-1.png`,
        '2022/慰问经费-后-1.png',
        '2022/机关党建宣传经费-前-1.png',
        '2022/宣传经费-后-1.png',
        `2022/${INNER}-前-1.png`,
        `2022/${INNER}-后-1.png`,
      ].sort(),
    );
    expect(frameOf(readPng(read('图/2022/慰问经费-后-1.png'))).right).toBe(-1);
    expect(frameOf(readPng(read(`图/2022/${INNER}-前-1.png`))).right).toBe(-1);
    expect(frameOf(readPng(read(`图/2022/${INNER}-后-1.png`))).right).toBeGreaterThan(0);
    const names = ['机关党建宣传经费-前-1', '宣传经费-后-1'].map((name) =>
      frameOf(readPng(read(`图/2022/${name}.png`))),
    );
    expect(names[0]).toEqual(names[1]);
  });
});

test('no browser where no page has changed; what an earlier run wrote goes', async () => {
  await withGallery(async ({ folder, edit, commit, take, pictures }) => {
    edit(SERVICE, '≤ 2.73 万元', '≤ 3.00 万元');
    const steps: unknown[] = [];
    await take({ onProgress: ({ args }) => steps.push([args.done, args.total]) });
    expect(steps).toEqual([
      ['1', '2'],
      ['2', '2'],
    ]);
    expect(Object.keys(pictures())).toHaveLength(2);
    commit('改');
    edit('booklet', /$/, '编制日期: 2022-01-20\n');
    const { messages, written } = await take({ browser: join(folder, '没有') });
    expect(written).toEqual([]);
    expect(messages.map(({ code }) => code)).toEqual(['diff/images-none', 'diff/images-removed']);
    expect(existsSync(join(folder, '图'))).toBe(false);
  });
});

test('with the 对照表 one browser makes both, and each as it is made alone', async () => {
  await withGallery(async ({ folder, edit, diff, read, take, pictures }) => {
    edit(SERVICE, '≤ 2.73 万元', '≤ 3.00 万元');
    await take();
    const alone = pictures();
    const warm = createWarmBrowser();
    let starts = 0;
    const useBrowser: typeof warm.useBrowser = (choice, options, use) =>
      warm.useBrowser(choice, options, (browser) => {
        starts += Number(!seen.has(browser));
        seen.add(browser);
        return use(browser);
      });
    const seen = new Set<unknown>();
    try {
      const compared = await diff();
      const report = toComparisonReport(compared.range, compared.comparison, compared.texts, 'zh');
      const options = { cwd: folder, env: process.env, signal: new AbortController().signal };
      const print = (pdf: string, more: object = {}) =>
        printComparison(toDocument(compared, report), compared, {
          ...options,
          ...more,
          pdf,
          epoch: null,
          onUnpack: () => {},
        });
      await print('一.pdf');
      await print('二.pdf', { useBrowser });
      await take({ useBrowser });
      expect(read('二.pdf').equals(read('一.pdf'))).toBe(true);
    } finally {
      await warm.close();
    }
    expect(starts).toBe(1);
    expect(pictures()).toEqual(alone);
  });
});

test.skipIf(process.platform === 'win32')('names that a picture’s file cannot have stay apart', async () => {
  await withGallery(async ({ put, read, commit, edit, take, pictures }) => {
    const table = read(`projects/2022/${SERVICE}.yaml`).toString();
    const names = ['a:b', 'a*b', 'a?b', 'a_b', 'a%3Ab'];
    for (const name of names) put(`projects/2022/${name}.yaml`, table.replace(SERVICE, JSON.stringify(name)));
    commit('名称');
    for (const name of names) edit(name, '≤ 2.73 万元', '≤ 3.00 万元');
    await take();
    expect(Object.keys(pictures()).filter((name) => name.includes('-后-'))).toHaveLength(names.length);
  });
});
