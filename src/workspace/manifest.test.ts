import { expect, test } from 'vitest';
import { formatManifest, parseManifest } from './manifest.ts';

const entry = { fingerprint: 'f', sha256: 's', pages: 1 };

test('what is written is read back, sorted by path whatever the order of writing', () => {
  const files = new Map([
    ['2022/乙.pdf', entry],
    ['2022/丙.html', { ...entry, pages: 0 }],
  ]);
  const text = formatManifest({ browser: 'Chrome/143', root: '../projects', files });
  expect(text).toBe(
    formatManifest({ browser: 'Chrome/143', root: '../projects', files: new Map([...files].reverse()) }),
  );
  expect(parseManifest(text)).toEqual({ browser: 'Chrome/143', root: '../projects', files });
});

test.each([
  [null],
  [''],
  ['{'],
  ['[]'],
  ['null'],
  ['{"version":2,"browser":"x","files":{}}'],
  ['{"version":1}'],
])('counts as none: %s', (text) => {
  expect(parseManifest(text)).toEqual({ browser: '', root: null, files: new Map() });
});

test('a path that leaves its year’s folder, or is no output, is not believed', () => {
  const paths = [
    '../x.pdf',
    '2022/../../x.pdf',
    '/etc/x.pdf',
    '2022\\x/y.pdf',
    './x.pdf',
    'C:/x.pdf',
    '2022/x.yaml',
    'x.pdf',
  ];
  const files = Object.fromEntries(paths.map((path) => [path, entry]));
  expect(parseManifest(JSON.stringify({ version: 1, browser: 'x', files })).files.size).toBe(0);
});
