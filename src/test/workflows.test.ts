import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { OPTIONS } from '../cli/options.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { DOCUMENTS, readDocument } from './documents.ts';

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
  expect(used.map((action) => action?.split('@')[0])).toEqual([
    'actions/download-artifact',
    'actions/github-script',
  ]);
});

test.each([...workflows])(
  '%s: no secret, no stranger’s text in a script, official actions by their hash',
  (name, workflow) => {
    const text = readFileSync(join(FOLDER, name), 'utf8');
    expect(text).not.toMatch(/secrets\.|pull_request_target/);
    for (const script of scriptsOf(workflow)) expect(script).not.toContain('${{');
    for (const { uses } of stepsOf(workflow))
      if (uses) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
    expect(workflow.concurrency.group).toContain('${{');
    for (const job of Object.values(workflow.jobs)) expect(job).not.toHaveProperty('permissions');
    const checkouts = stepsOf(workflow).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const { with: inputs } of checkouts) {
      expect(inputs).toEqual({ 'fetch-depth': 0, 'persist-credentials': false });
    }
  },
);

test('every npm script that a workflow or a document calls is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(PROGRAM_ROOT, 'package.json'), 'utf8'));
  const texts = [...[...workflows.values()].flatMap(scriptsOf), ...DOCUMENTS.map(readDocument)];
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
    'Find the pages that are printed already',
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

/** The files that the operator's handbook offers for other systems. */
function readRecipes(): string[] {
  return [...readDocument('docs/operator.md').matchAll(/^```yaml\n([^`]*npm ci[\s\S]*?)^```$/gm)].map(
    ([, file = '']) => file,
  );
}

test('GitLab and Gitee: sound YAML that needs no token', () => {
  const files = readRecipes();
  const [gitlab, gitee] = files.map((file) => parse(file));
  expect(gitlab).toMatchObject({
    tables: { script: expect.any(Array) },
  });
  // Whoever pushes a branch may read what a pipeline knows.
  expect(Object.keys(gitlab)).toEqual(['tables']);
  for (const file of files) expect(file).not.toMatch(/token|secret/i);
  expect(gitee).toMatchObject({ version: '1.0', stages: [{ steps: [{ step: 'build@nodejs' }] }] });
});

/** The recipes for shards: the commands that each runs, on any system. */
const SHARDS = readdirSync(join(PROGRAM_ROOT, 'docs'))
  .filter((name) => name.startsWith('shards-'))
  .map((name) => ({ name, text: readDocument(`docs/${name}`) }));

test.each(SHARDS)(
  '$name: commands, options and parts that there are, and an error of one table stops nothing',
  ({ name, text }) => {
    const commands = [...text.matchAll(/npm run (build|merge) -- ([^\n]*)/g)];
    expect(commands.map(([, command]) => command).sort()).toEqual(['build', 'merge']);
    for (const [, command, line = ''] of commands) {
      const known = Object.keys(OPTIONS[command as 'build' | 'merge']);
      for (const [, option] of line.matchAll(/--([a-z-]+)/g)) expect(known).toContain(option);
      // The machines of a pipeline are to go on when some table has an error.
      if (command === 'build' && !name.endsWith('.sh'))
        expect(line).toMatch(/--shard .* \|\| \[ \$\? -eq 1 \]$/);
    }
    if (name.endsWith('.sh')) return;
    const documents = parseAllDocuments(text).map((document) => {
      expect(document.errors).toEqual([]);
      return document.toJS();
    });
    const [first] = documents;
    const counts: Record<string, unknown> = {
      'shards-github.yml': first.jobs?.shard.strategy.matrix.shard.length,
      'shards-gitlab.yml': first.print?.parallel,
      'shards-kubernetes.yaml': first.spec?.completions,
    };
    expect(counts[name]).toBe(7);
    if (name === 'shards-kubernetes.yaml') {
      const [print, merge] = documents.map(({ spec }) => spec.template.spec.containers[0].args[0] as string);
      // It counts from 0, a shard from 1.
      expect(print).toContain('--shard $((JOB_COMPLETION_INDEX + 1))/7 ');
      expect(merge?.match(/\/shards\/\d/g)).toEqual([1, 2, 3, 4, 5, 6, 7].map((at) => `/shards/${at}`));
      expect(documents.map(({ metadata }) => metadata.labels.step)).toEqual(['print', 'merge']);
    }
  },
);
