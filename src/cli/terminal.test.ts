import { expect, test } from 'vitest';
import { startProgram } from '../test/program.ts';
import { withRepository } from '../test/repository.ts';
import { toTerminal } from './terminal.ts';

test('no text steers the terminal, and no line of it is a workflow command', () => {
  expect(toTerminal('a\x1b[31m\x1b]8;;x\x07b\u202ec\r\u2028d\n')).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\u2028]/u);
  for (const line of [
    '::add-mask::错误',
    '  ::stop-commands::x',
    '\t::x',
    '\u3000::x',
    '字 ##[add-mask]x',
    '##vso[task.x]',
  ])
    for (const text of [line, `1\n${line}`, `1\r\n${line}`])
      for (const shown of toTerminal(`${text}\n`).split('\n'))
        expect(shown).not.toMatch(/^\s*::|##\[|##vso\[/i);
  expect(toTerminal('比 A::B\n## 标题\n')).toBe('比 A::B\n## 标题\n');
});

const ATTACK = '1\n::add-mask::错误\n  ##[add-mask]x\u001b[31m\u001b]8;;http://x\u0007\u202e\r::error::y';

const STEERING = /^\s*::|##\[|(?!\t)\p{Cc}|\u202e/u;

test.skipIf(process.platform === 'win32')(
  'no command prints what a stranger wrote as it is: values, paths, options, history',
  async () => {
    await withRepository(async ({ folder, put, read, edit, git }) => {
      const table = 'projects/2022/党员干部教育经费.yaml';
      const name = ATTACK.replaceAll('/', '-');
      put(`projects/2022/旧${name}.yaml`, read(table));
      git(['add', '-A']);
      git(['commit', '--quiet', '-m', ATTACK]);
      for (const key of ['指标值', '三级指标', '备注'])
        edit('党员志愿服务工作经费', new RegExp(`${key}: .*`), `${key}: ${JSON.stringify(ATTACK)}`);
      edit(
        '星级支部创建工作经费',
        '绩效目标: |\n',
        '绩效目标: |\n  ::set-output name=a::b\n  ##[add-mask]x\n',
      );
      put(`projects/2022/甲${name}.yaml.txt`, '');
      put(`projects/${name}/乙.yaml`, '');
      const commandLines = [
        ...['text', 'json', 'sarif'].map((format) => ['check', '--verbose', '--format', format]),
        ...['text', 'json'].map((format) => ['tidy', '--check', '--format', format]),
        ...['text', 'json', 'markdown', 'html'].map((format) => ['diff', '--verbose', '--format', format]),
        ...['text', 'json'].map((format) => ['trace', ATTACK, '3f9a1c2e77', '--format', format]),
        ...['text', 'json'].map((format) => ['new', ATTACK, '--format', format]),
        ['check', '--', ATTACK],
        ['check', `--${ATTACK}`],
        ['check', '--year', ATTACK],
        ['check', '--projects', ATTACK],
        ['diff', ATTACK],
        ['diff', '--pdf', ATTACK],
        [ATTACK],
      ];
      await Promise.all(
        commandLines.map(async (args) => {
          const { stdout, stderr } = await startProgram(folder, args).finished;
          // The program's own styles have `::before`.
          const written = `${stdout.replace(/<style>[\s\S]*?<\/style>/g, '')}\n${stderr}`;
          const steering = written.split('\n').filter((line) => STEERING.test(line));
          expect(steering, args.join(' ')).toEqual([]);
        }),
      );
      const { stdout } = await startProgram(folder, ['check', '--format', 'github']).finished;
      for (const line of stdout.trimEnd().split('\n'))
        expect(line).toMatch(/^::(?:error|warning|notice) file=(?:(?!##\[)[^\p{Cc}\u202e])*$/u);
    });
  },
);
