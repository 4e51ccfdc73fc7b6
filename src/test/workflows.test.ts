import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { PROGRAM_ROOT } from '../commands/workshop.ts';

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  if?: string;
  with?: Record<string, unknown>;
}

interface Workflow {
  name: string;
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  concurrency: { group: string };
  jobs: Record<string, { permissions?: unknown; steps: Step[] }>;
}

const FOLDER = join(PROGRAM_ROOT, '.github/workflows');
const workflows = new Map(
  readdirSync(FOLDER).map((name) => [name, parse(readFileSync(join(FOLDER, name), 'utf8')) as Workflow]),
);

const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);
const scriptsOf = (workflow: Workflow) =>
  stepsOf(workflow).flatMap(({ run, with: inputs }) => [run ?? '', String(inputs?.script ?? '')]);

test('what a stranger’s code runs in may only read; what may write runs no code of theirs', () => {
  expect([...workflows.keys()].sort()).toEqual(['comparison.yml', 'tables.yml']);
  const tables = workflows.get('tables.yml');
  expect(tables?.permissions).toEqual({ contents: 'read' });
  expect(Object.keys(tables?.on ?? {}).sort()).toEqual(['pull_request', 'push']);
  const comparison = workflows.get('comparison.yml');
  expect(comparison?.permissions).toEqual({ actions: 'read', 'pull-requests': 'write' });
  expect(comparison?.on).toEqual({ workflow_run: { workflows: [tables?.name], types: ['completed'] } });
  const used = comparison ? stepsOf(comparison).map(({ uses, run }) => uses ?? run) : [];
  expect(used).toEqual(['actions/download-artifact@v4', 'actions/github-script@v7']);
});

test.each([...workflows])(
  '%s: no secret, no stranger’s text in a script, official actions by their major version',
  (name, workflow) => {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    expect(text).not.toMatch(/secrets\.|pull_request_target/);
    for (const script of scriptsOf(workflow)) expect(script).not.toContain('${{');
    for (const { uses } of stepsOf(workflow)) if (uses) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/);
    expect(workflow.concurrency.group).toContain('${{');
    for (const job of Object.values(workflow.jobs)) expect(job).not.toHaveProperty('permissions');
    const checkouts = stepsOf(workflow).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const { with: inputs } of checkouts) {
      expect(inputs).toEqual({ 'fetch-depth': 0, 'persist-credentials': false });
    }
  },
);

test('every npm script that a workflow, a hook or a README calls is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(PROGRAM_ROOT, 'package.json'), 'utf8'));
  const texts = [
    ...[...workflows.values()].flatMap(scriptsOf),
    ...['.githooks/pre-commit', 'README.md', 'README.zh-CN.md', 'CONTRIBUTING.md'].map((name) =>
      readFileSync(join(PROGRAM_ROOT, name), 'utf8'),
    ),
  ];
  const called = texts.flatMap((text) =>
    [...text.matchAll(/\bnpm run (?:-s )?([a-z][a-z-]*)/g)].map(([, name]) => name),
  );
  expect(called).toEqual(expect.arrayContaining(['check', 'build', 'diff', 'trace', 'hooks']));
  const missing = new Set(called.filter((name) => !Object.hasOwn(scripts, name ?? '')));
  expect([...missing]).toEqual([]);
});

test('a failed check does not keep the comparison from being made', () => {
  const steps = stepsOf(workflows.get('tables.yml') as Workflow);
  const check = steps.findIndex(({ run }) => run?.includes('run -s check'));
  const later = steps.slice(check + 1);
  expect(later.map(({ name }) => name)).toEqual([
    'Print',
    'Keep the PDFs',
    'Compare',
    'Keep the comparison',
    'Picture',
    'Keep the pictures',
  ]);
  for (const step of later) expect(step.if).toContain('!cancelled()');
  expect(steps[check]).not.toHaveProperty('continue-on-error');
});

/** The files that a README offers for other systems. */
function filesIn(readme: string): string[] {
  const text = readFileSync(join(PROGRAM_ROOT, readme), 'utf8');
  return [...text.matchAll(/^```yaml\n([^`]*npm ci[\s\S]*?)^```$/gm)].map(([, file = '']) => file);
}

test('GitLab and Gitee: the same files in both READMEs, sound YAML', () => {
  const files = filesIn('README.md');
  expect(filesIn('README.zh-CN.md')).toEqual(files);
  const [gitlab, gitee] = files.map((file) => parse(file));
  expect(gitlab).toMatchObject({
    tables: { script: expect.any(Array) },
    comment: { variables: { GIT_STRATEGY: 'none' } },
  });
  expect(gitee).toMatchObject({ version: '1.0', stages: [{ steps: [{ step: 'build@nodejs' }] }] });
});

test.skipIf(process.platform === 'win32')(
  'GitLab: one note, made once and then brought up to date',
  async () => {
    const [gitlab] = filesIn('README.md').map((file) => parse(file));
    const asked: string[] = [];
    // More than one page of others' notes.
    const others = Array.from({ length: 150 }, (_, id) => ({
      id,
      author: { id: 99 },
      body: '<!-- jixiaoce: comparison -->\n别人的',
    }));
    const notes = [...others];
    const server = createServer((request, response) => {
      let text = '';
      request.on('data', (piece) => (text += piece));
      request.on('end', () => {
        const { method, url = '', headers } = request;
        asked.push(`${method} ${url} ${headers['private-token']}`);
        if (method === 'POST') notes.push({ id: 200, author: { id: 7 }, ...JSON.parse(text) });
        if (method === 'PUT') Object.assign(notes.at(-1) ?? {}, JSON.parse(text));
        const page = Number(/&page=(\d+)$/.exec(url)?.[1]);
        const listed = notes.slice(100 * (page - 1), 100 * page);
        response.end(JSON.stringify(url.endsWith('/user') ? { id: 7 } : method === 'GET' ? listed : {}));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const folder = mkdtempSync(join(tmpdir(), 'jixiaoce-'));
    try {
      const { port } = server.address() as AddressInfo;
      const env = {
        ...process.env,
        CI_API_V4_URL: `http://127.0.0.1:${port}`,
        CI_PROJECT_ID: '5',
        CI_MERGE_REQUEST_IID: '12',
        COMMENT_TOKEN: 'token',
      };
      for (const comparison of ['第一次 @all', '第二次']) {
        writeFileSync(join(folder, 'comparison.md'), comparison);
        await promisify(execFile)('sh', ['-e', '-c', gitlab.comment.script.join('\n')], { cwd: folder, env });
      }
    } finally {
      server.close();
      rmSync(folder, { recursive: true });
    }
    const place = '/projects/5/merge_requests/12/notes';
    const lists = [1, 2].map((page) => `GET ${place}?sort=asc&per_page=100&page=${page} token`);
    expect(asked).toEqual([
      'GET /user token',
      ...lists,
      `POST ${place} token`,
      'GET /user token',
      ...lists,
      `PUT ${place}/200 token`,
    ]);
    expect(notes.slice(0, 150)).toEqual(others);
    expect(notes.slice(150).map(({ body }) => body)).toEqual(['<!-- jixiaoce: comparison -->\n第二次']);
  },
);
