import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createChangeFeed } from './change-feed.ts';

test.skipIf(process.platform === 'win32')(
  'a folder that is a link is watched; links inside it are not followed for ever',
  async () => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'jixiaoce-')));
    try {
      mkdirSync(join(root, '真的/2022'), { recursive: true });
      symlinkSync('真的', join(root, 'projects'));
      for (const name of ['一', '二']) symlinkSync('.', join(root, '真的', name));
      const troubles: unknown[] = [];
      const feed = await createChangeFeed([join(root, 'projects')], (trouble) => troubles.push(trouble));
      const { signal } = new AbortController();
      try {
        const told = feed.next(signal);
        writeFileSync(join(root, '真的/2022/甲.yaml'), '项目名称: 甲\n');
        await told;
      } finally {
        await feed.close();
      }
      expect(troubles).toEqual([]);
    } finally {
      rmSync(root, { recursive: true });
    }
  },
);
