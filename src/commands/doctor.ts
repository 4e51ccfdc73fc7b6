import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listed } from '../messages/wording.ts';
import type { Message } from '../report/diagnostic.ts';
import { EnvironmentError } from '../util/environment-error.ts';
import { PROGRAM_ROOT } from '../util/program.ts';
import { readGit } from '../workspace/git/version.ts';
import { findOfficeSuite } from '../workspace/office-suite.ts';
import { findMissingPackages, readRequirements } from '../workspace/packages.ts';
import { findUnusable, listBelow, probeWriting, readFreeSpace } from '../workspace/probe.ts';
import { showPath } from '../workspace/show-path.ts';
import { listYears } from '../workspace/year-folder.ts';

export interface DoctorOptions {
  cwd: string;
  projects: string;
  templates: string;
  out: string;
  browser?: string | undefined;
  env: NodeJS.ProcessEnv;
  /** Node's own version, e.g. `20.20.2`. */
  node: string;
}

/** ok: as it should be. note: something will not work, but tables can be made. trouble: has to be fixed. */
export type Condition = 'ok' | 'note' | 'trouble';

export interface Finding extends Message {
  what: string;
  condition: Condition;
}

/** Bytes of free disk: a year of a thousand tables takes 100 MB, a browser being unpacked 300 MB. */
const NEEDED = { out: 100e6, temporary: 300e6 };

type Probed = Message & { condition?: Condition };
type Probe = (options: DoctorOptions) => Probed | Promise<Probed>;

/** Looks at all that the program needs. Every probe loads what it needs itself, so that a missing package is reported, too. */
export async function examine(options: DoctorOptions): Promise<Finding[]> {
  const probes: [what: string, probe: Probe][] = [
    ['node', probeNode],
    ['packages', probePackages],
    ['browser', probeBrowser],
    ['fonts', probeFonts],
    ['schemas', probeSchemas],
    ['templates', probeTemplates],
    ['projects', probeProjects],
    ['out', probeOut],
    ['space', ({ cwd, out }) => probeSpace(resolve(cwd, out), out, NEEDED.out)],
    ['space', () => probeSpace(tmpdir(), tmpdir(), NEEDED.temporary)],
    ['git', probeGit],
    ['office', probeOffice],
  ];
  const findings: Finding[] = [];
  for (const [what, probe] of probes) {
    const { condition = 'ok', ...sentence } = await attempt(probe, options);
    findings.push({ what, condition, ...sentence });
  }
  return findings;
}

async function attempt(probe: Probe, options: DoctorOptions): Promise<Probed> {
  try {
    return await probe(options);
  } catch (error) {
    if (error instanceof EnvironmentError)
      return { condition: 'trouble', code: error.code, args: error.args };
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!code.endsWith('MODULE_NOT_FOUND')) throw error;
    const packages = /Cannot find (?:package|module) '([^']+)'/.exec(message)?.[1] ?? '';
    return { condition: 'trouble', code: 'packages/missing', args: { packages } };
  }
}

function probeNode({ node }: DoctorOptions): Probed {
  const needed = readRequirements(PROGRAM_ROOT).node;
  const [major = 0, minor = 0] = node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = needed.split('.').map(Number);
  const isNewEnough = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  if (isNewEnough) return { code: 'doctor/node', args: { version: node } };
  return { condition: 'trouble', code: 'doctor/node-too-old', args: { version: node, needed } };
}

function probePackages(): Probed {
  const { packages } = readRequirements(PROGRAM_ROOT);
  const missing = findMissingPackages(PROGRAM_ROOT, packages);
  if (missing.length === 0) return { code: 'doctor/packages', args: { count: String(packages.length) } };
  return { condition: 'trouble', code: 'packages/missing', args: { packages: listed(missing) } };
}

/** Starts it: that it is there does not mean that it runs. */
async function probeBrowser({ browser: executablePath, env }: DoctorOptions): Promise<Probed> {
  const { findBrowser, withBrowser } = await import('../browser/browser.ts');
  const choice = findBrowser({ executablePath, env });
  const version = await withBrowser(choice, { env }, (browser) => browser.version());
  return { code: `doctor/browser#${choice.kind}`, args: { version, path: choice.executablePath } };
}

async function probeFonts(): Promise<Probed> {
  const { faces, readCoverage } = await import('../font/faces.ts');
  for (const face of faces) readCoverage(face);
  return { code: 'doctor/fonts', args: { names: listed(faces.map((face) => face.postScriptName)) } };
}

async function probeSchemas(): Promise<Probed> {
  const { openContext } = await import('./context.ts');
  try {
    openContext(join(PROGRAM_ROOT, 'templates'), false);
  } catch (error) {
    // The templates and fonts have probes of their own.
    if (!(error instanceof EnvironmentError) || error.code.startsWith('schema/')) throw error;
  }
  return { code: 'doctor/schemas', args: {} };
}

async function probeTemplates({ cwd, templates }: DoctorOptions): Promise<Probed> {
  const { compileTemplates } = await import('../document/templates.ts');
  const { readTemplateFiles } = await import('../workspace/template-files.ts');
  const folder = resolve(cwd, templates);
  compileTemplates(readTemplateFiles(folder));
  return { code: 'doctor/templates', args: { folder: showPath(cwd, folder) } };
}

function probeProjects({ cwd, projects }: DoctorOptions): Probed {
  const folder = resolve(cwd, projects);
  const years = listYears(cwd, projects);
  if (years.length === 0) throw new EnvironmentError('sources/no-years', { folder: showPath(cwd, folder) });
  const names = ['', ...listBelow(folder)];
  const unusable = findUnusable(folder, names).map((name) => showPath(cwd, join(folder, name)));
  if (unusable.length > 0) {
    return {
      condition: 'trouble',
      code: 'doctor/not-usable',
      args: { paths: listed(unusable.slice(0, 5)) },
    };
  }
  const tables = names.filter((name) => /\.yaml$/i.test(name) && !/(?:^|[\\/])booklet\.yaml$/i.test(name));
  return {
    code: 'doctor/projects',
    args: { folder: showPath(cwd, folder), years: listed(years), count: String(tables.length) },
  };
}

async function probeOut({ cwd, out }: DoctorOptions): Promise<Probed> {
  const folder = resolve(cwd, out);
  await probeWriting(folder);
  return { code: 'doctor/out', args: { folder: showPath(cwd, folder) } };
}

async function probeSpace(path: string, shown: string, needed: number): Promise<Probed> {
  const free = await readFreeSpace(path);
  const args = { path: shown, free: writeBytes(free), needed: writeBytes(needed) };
  if (free >= needed) return { code: 'doctor/space', args };
  return { condition: 'trouble', code: 'doctor/little-space', args };
}

/** Only `import` needs it, for .doc, .xls and the like. */
function probeOffice({ env }: DoctorOptions): Probed {
  const path = findOfficeSuite(env);
  if (path !== null) return { code: 'doctor/office', args: { path } };
  return { condition: 'note', code: 'doctor/office-missing', args: {} };
}

/** Git is not needed for a PDF. */
async function probeGit({ cwd }: DoctorOptions): Promise<Probed> {
  const git = await readGit(cwd);
  switch (git.state) {
    case 'missing':
      return { condition: 'note', code: 'doctor/git-missing', args: {} };
    case 'no-repository':
      return { condition: 'note', code: 'doctor/no-repository', args: { version: git.version } };
    case 'not-trusted':
      return { condition: 'note', code: git.trouble.code, args: git.trouble.args };
    case 'ready':
      return { code: 'doctor/git', args: { version: git.version, root: git.root } };
  }
}

function writeBytes(bytes: number): string {
  return bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : `${Math.floor(bytes / 1e6)} MB`;
}
