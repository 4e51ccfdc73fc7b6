import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { startProgram } from './program.ts';
import { withWorkplace } from './workplace.ts';

test.skipIf(process.platform === 'win32')(
  'Ctrl-C while LibreOffice converts: it ends, its folder is removed, and the exit code is 130',
  async () => {
    await withWorkplace(async ({ folder, put, outputs }) => {
      // In its place, a program that interrupts the one that started it and then never ends by itself.
      put('程序/soffice', '#!/bin/sh\nkill -INT $PPID\nexec sleep 600\n');
      chmodSync(join(folder, '程序/soffice'), 0o755);
      put('旧.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
      mkdirSync(join(folder, '临时'));
      const before = outputs('projects');
      const { finished } = startProgram(folder, ['import', '旧.doc'], {
        PATH: `${join(folder, '程序')}${delimiter}${process.env.PATH}`,
        TMPDIR: join(folder, '临时'),
      });
      expect((await finished).code).toBe(130);
      expect(readdirSync(join(folder, '临时'))).toEqual([]);
      expect(outputs('projects')).toEqual(before);
    });
  },
);
