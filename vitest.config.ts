import { defineConfig } from 'vitest/config';
import type { Reporter } from 'vitest/node';

/** Ends every run with one plain line that a script can read. */
const closingLine: Reporter = {
  onTestRunEnd(modules) {
    let passed = 0;
    let failed = 0;
    for (const module of modules) {
      if (module.errors().length > 0) failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        if (state === 'failed') failed += 1;
      }
    }
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  },
};

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: 'src/test/compile-once.ts',
    reporters: ['default', closingLine],
    // By default one core is left to an editor. Most tests wait for a browser or another process now and then.
    maxWorkers: '100%',
    // Against what hangs, not for speed: a machine may be busy with other things.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 180_000 } },
  },
});
