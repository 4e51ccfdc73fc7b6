import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { escapeMarkdown } from '../compare/formats/escape-markdown.ts';
import { LARGEST_COMMENT } from '../compare/formats/markdown.ts';
import { PROGRAM_ROOT } from '../util/program.ts';

/** The script of comparison.yml as it stands there, run by Node with a GitHub that only notes what it is asked. */
const { jobs } = parse(readFileSync(join(PROGRAM_ROOT, '.github/workflows/comparison.yml'), 'utf8'));
const script: string = jobs.comment.steps.at(-1).with.script;

/** What the script of comparison.yml asks of GitHub, for a pull request at commit `abc…` of repository 7. */
interface Asked {
  created: { body: string; issue_number: number }[];
  updated: { body: string; comment_id: number }[];
  notices: string[];
}

const HEAD = 'abc0123456789abc';

/** Runs the script as the action does: with `github`, `context` and `core`, in the folder that holds the artifact. */
function post(
  artifact: Record<string, string>,
  over: { pull?: object; comments?: object[]; files?: string[]; link?: boolean } = {},
): Asked {
  const folder = mkdtempSync(join(tmpdir(), 'jixiaoce-'));
  try {
    mkdirSync(join(folder, 'comparison'));
    for (const [name, text] of Object.entries(artifact))
      writeFileSync(join(folder, 'comparison', name), text);
    if (over.link) symlinkSync('/etc/hostname', join(folder, 'comparison/comparison.md'));
    const pull = {
      number: 12,
      state: 'open',
      head: { sha: HEAD, repo: { id: 7 } },
      base: { repo: { id: 5 } },
      ...over.pull,
    };
    const files = over.files ?? ['projects/2022/甲.yaml'];
    const program = `
      const asked = { created: [], updated: [], notices: [] };
      const core = { notice: (text) => asked.notices.push(text) };
      const run = { head_sha: '${HEAD}', head_repository: { id: 7 }, html_url: 'https://example.com/run' };
      const context = { repo: { owner: 'o', repo: 'r' }, payload: { workflow_run: run, repository: { id: 5 } } };
      const github = {
        paginate: async (list) => await list(),
        rest: {
          pulls: {
            get: async () => ({ data: ${JSON.stringify(pull)} }),
            listFiles: async () => ${JSON.stringify(files)}.map((filename) => ({ filename })),
          },
          issues: {
            listComments: async () => ${JSON.stringify(over.comments ?? [])},
            createComment: async (comment) => asked.created.push(comment),
            updateComment: async (comment) => asked.updated.push(comment),
          },
        },
      };
      (async () => {\n${script}\n})().then(() => process.stdout.write(JSON.stringify(asked)));`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=commonjs', '--eval', program], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const ARTIFACT = { 'pull-request': '12\n', 'comparison.md': '# 对比\n\n≤ 30 万元 → ≤ 31 万元\n' };

test('one comment: made once, later brought up to date, and that of the bot only', () => {
  const first = post(ARTIFACT);
  expect(first).toMatchObject({ created: [{ issue_number: 12 }], updated: [] });
  const body = first.created[0]?.body ?? '';
  expect(body).toMatch(/^<!-- jixiaoce: comparison -->\n/);
  expect(body).toContain('≤ 30 万元 → ≤ 31 万元');
  const bot = { type: 'Bot', login: 'github-actions[bot]' };
  const strangers = [
    { id: 1, user: { type: 'User', login: 'github-actions[bot]' }, body },
    { id: 2, user: { type: 'Bot', login: 'other[bot]' }, body },
    { id: 3, user: bot, body: `> ${body}` },
    { id: 4, user: null, body },
  ];
  expect(post(ARTIFACT, { comments: strangers }).created).toHaveLength(1);
  const own = { id: 9, user: bot, body: '<!-- jixiaoce: comparison -->\n旧的' };
  expect(post(ARTIFACT, { comments: [...strangers, own] })).toMatchObject({
    created: [],
    updated: [{ comment_id: 9, body }],
  });
  expect(post(ARTIFACT, { comments: [{ ...own, body }] })).toMatchObject({ created: [], updated: [] });
});

test.each([
  ['another commit', { pull: { head: { sha: 'def', repo: { id: 7 } } } }],
  ['another repository', { pull: { head: { sha: HEAD, repo: { id: 8 } } } }],
  ['a repository that is gone', { pull: { head: { sha: HEAD, repo: null } } }],
  ['a closed pull request', { pull: { state: 'closed' } }],
])('the artifact’s number is not trusted: %s', (_, over) => {
  const asked = post(ARTIFACT, over);
  expect([asked.created, asked.updated, asked.notices.length]).toEqual([[], [], 1]);
});

test.each([
  ['no artifact', {}],
  ['no number', { 'comparison.md': '对比' }],
  ['a number that is none', { ...ARTIFACT, 'pull-request': '12; rm -rf /' }],
  ['far too much', { ...ARTIFACT, 'comparison.md': 'x'.repeat(300_000) }],
])('%s: nothing is posted', (_, artifact: Record<string, string>) => {
  expect(post(artifact)).toMatchObject({ created: [], updated: [], notices: [expect.any(String)] });
});

test.each([
  [['projects/2022/甲.yaml', 'projects/2022/booklet.yaml'], false],
  [['projects/2022/甲.yaml', 'src/compile.ts'], true],
  [['package.json'], true],
])('the comment warns when the program that made it may be the pull request’s own: %j', (files, warned) => {
  const { created } = post(ARTIFACT, { files });
  expect(created[0]?.body.includes('程序可能是它自己的')).toBe(warned);
});

test.skipIf(process.platform === 'win32')('a link in the artifact shows no file of the machine', () => {
  expect(post({ 'pull-request': '12' }, { link: true })).toMatchObject({ created: [], updated: [] });
});

test('a stranger’s text calls nobody, loads nothing, and is cut where GitHub would refuse it', () => {
  const text = [
    '@everyone 见 #1，GH-2，https://github.com/o/r/issues/3，www.example.com',
    '![](https://example.com/x.png) [图][1] <img src="//example.com/y.png">',
    '[1]: //example.com/z.png',
    '_www.example.com_ _GH-1_ #&#49;23 GH&#45;1 GH-&#49; https&#58;//example.com https:/&#47;example.com http:\\//x.com',
    '&#119;ww.example.com www&#46;example.com &#x40;all &commat;all',
    '```mermaid',
    '- ```mermaid',
    '> ~~~~mermaid',
    '1. > ````math',
    '<a href="//example.com">点</a> <h1>大</h1> <!-- 藏 <details onclick="x">',
  ];
  const { created } = post({ ...ARTIFACT, 'comparison.md': text.join('\n') });
  const posted = created[0]?.body.split('\n').slice(3).join('\n');
  expect(posted).not.toMatch(/@everyone|#1\b|GH-2|\]\(|\]\[|\]:|<|:\/\/|www\.|```|~~~/m);
  // Nor once the reader's browser has made characters of entities.
  const read = posted?.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  expect(read).not.toMatch(/@[a-z]|#\d|GH-\d|:\/|www\./i);
  // What the comparison itself made harmless arrives as it is.
  const own = `${escapeMarkdown('@甲 #3 +0.27 万元')}\n`;
  expect(post({ ...ARTIFACT, 'comparison.md': own }).created[0]?.body).toContain(own);
  const markdown =
    '<details open><summary>修改 <b>甲</b></summary>\n\n| <del>一</del> | <ins>二</ins><br>三 |\n\n</details>\n';
  const largest = markdown.repeat(LARGEST_COMMENT / markdown.length);
  expect(post({ ...ARTIFACT, 'comparison.md': largest }).created[0]?.body.endsWith(largest)).toBe(true);
  const long = post({ ...ARTIFACT, 'comparison.md': '| 一行 |\n'.repeat(10_000) }).created[0]?.body ?? '';
  expect(long.length).toBeLessThan(65_536);
  expect(long).toMatch(/太长了[^\n]*\n\n\| 一行 \|/);
  expect(long.endsWith('| 一行 |\n')).toBe(true);
});
