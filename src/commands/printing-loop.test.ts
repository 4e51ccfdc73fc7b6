import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withWorkplace } from '../test/workplace.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { createPrintingLoop, type PrintingLoop } from './printing-loop.ts';

test('tables overtake the year that is being printed, and a year that is ordered while they wait is printed after them', async () => {
  await withWorkplace(async ({ folder, outputs }) => {
    const options = {
      ...{ cwd: folder, projects: 'projects', templates: join(PROGRAM_ROOT, 'templates'), paths: [] },
      ...{ strict: false, out: 'out', epoch: null, cores: 2 },
    };
    const done: string[] = [];
    let loop: PrintingLoop | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        loop = createPrintingLoop(
          options,
          (report) => {
            if (report.kind === 'trouble') reject(new Error(report.code));
            if (report.kind === 'done') done.push(report.order);
            if (done.at(-1) === 'year') resolve();
          },
          reject,
        );
        for (const order of ['year', 'tables', 'year'] as const) loop.take(order);
      });
    } finally {
      await loop?.end();
    }
    expect(done).toEqual(['tables', 'year']);
    expect(Object.keys(outputs())).toContain('2022/booklet.pdf');
  });
});
