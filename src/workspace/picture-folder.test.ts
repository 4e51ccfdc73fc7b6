import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PICTURE_LIST, type WritePicture, withPictureFolder } from './picture-folder.ts';

/** Lends a folder that is not there yet, and a way to write pictures by name, each with its own bytes. */
async function withFolder(
  use: (folder: string, write: (...names: string[]) => ReturnType<typeof withPictureFolder>) => Promise<void>,
) {
  const root = mkdtempSync(join(tmpdir(), 'jixiaoce-图-'));
  const folder = join(root, '图');
  const writeAll = (names: string[]) => async (write: WritePicture) => {
    for (const name of names) await write(name, Buffer.from(name));
  };
  try {
    await use(folder, (...names) => withPictureFolder(folder, writeAll(names)));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const listFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/.test(name))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();

test('what is no longer wanted goes, and nothing is left of a run without a picture', async () => {
  await withFolder(async (folder, write) => {
    expect(await write()).toEqual({ written: [], removed: [] });
    expect(existsSync(folder)).toBe(false);
    await write('2021/甲-前-1.png', '2022/乙-后-2.png');
    const list = readFileSync(join(folder, PICTURE_LIST), 'utf8');
    await write('2022/乙-后-2.png', '2021/甲-前-1.png');
    expect(readFileSync(join(folder, PICTURE_LIST), 'utf8')).toBe(list);
    expect(await write('2022/乙-后-2.png')).toEqual({
      written: ['2022/乙-后-2.png'],
      removed: ['2021/甲-前-1.png'],
    });
    expect(listFiles(folder)).toEqual([PICTURE_LIST, '2022/乙-后-2.png']);
    await write();
    expect(existsSync(folder)).toBe(false);
  });
});

test('what the program did not write stays: by name, by bytes, and wherever a list may point', async () => {
  await withFolder(async (folder, write) => {
    await write('2022/甲-前-1.png', '2022/甲-后-1.png');
    writeFileSync(join(folder, '2022/甲-前-1.png'), '画过批注的');
    writeFileSync(join(folder, '2022/乙-前-1.png'), '别人的');
    writeFileSync(join(folder, '..', '外-前-1.png'), '');
    const list = JSON.parse(readFileSync(join(folder, PICTURE_LIST), 'utf8'));
    const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    list.files['../外-前-1.png'] = nothing;
    list.files['2022/../../外-前-1.png'] = nothing;
    writeFileSync(join(folder, PICTURE_LIST), JSON.stringify(list));
    expect((await write()).removed).toEqual(['2022/甲-后-1.png']);
    expect(listFiles(folder)).toEqual(['2022/乙-前-1.png', '2022/甲-前-1.png']);
    expect(existsSync(join(folder, '..', '外-前-1.png'))).toBe(true);
    writeFileSync(join(folder, PICTURE_LIST), '{"version":1,"files":');
    expect((await write('2022/丙-后-1.png')).removed).toEqual([]);
  });
});

test('a run that was interrupted: the next one knows what it had written', async () => {
  await withFolder(async (folder, write) => {
    await write('2022/甲-前-1.png');
    const interrupted = withPictureFolder(folder, async (writeOne) => {
      await writeOne('2022/乙-前-1.png', Buffer.from('乙'));
      throw new Error('中断');
    });
    await expect(interrupted).rejects.toThrow('中断');
    expect(listFiles(folder)).toEqual([PICTURE_LIST, '2022/乙-前-1.png', '2022/甲-前-1.png']);
    expect((await write()).removed).toEqual(['2022/乙-前-1.png', '2022/甲-前-1.png']);
  });
});
