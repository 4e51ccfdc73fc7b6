import { rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withWorkplace } from '../test/workplace.ts';
import { createSourceReader } from './source-reader.ts';

test('a file is read again until its times are old, and then only when it was written', async () => {
  await withWorkplace(async ({ folder }) => {
    const path = join(folder, '甲.yaml');
    let now = 0;
    const read = createSourceReader(() => now);
    const look = () => read(folder, path);
    const said = () => {
      const found = look();
      return 'bytes' in found ? String(found.bytes) : found.refusal;
    };
    writeFileSync(path, '一');
    const first = look();
    // A disk that counts in seconds would show another text with the same times.
    now = 1000;
    expect(look()).not.toBe(first);
    now = 4000;
    const settled = look();
    now = 5000;
    expect(look()).toBe(settled);
    expect(said()).toBe('一');
    // As long as before, and with the times that it had.
    writeFileSync(path, '二');
    utimesSync(path, 1, 1);
    expect(said()).toBe('二');
    now = 9000;
    expect(said()).toBe('二');
    writeFileSync(path, '三');
    utimesSync(path, 1, 1);
    expect(said()).toBe('三');
    rmSync(path);
    expect(said()).toBe('file/gone');
    symlinkSync(join(folder, 'projects'), path);
    expect(said()).toBe('file/link');
  });
});
