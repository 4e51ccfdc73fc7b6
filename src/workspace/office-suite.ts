import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { endTree } from './end-tree.ts';

/** Where LibreOffice is when it is not on the path. */
const PLACES = [
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  '/opt/libreoffice/program/soffice',
];
const NAMES = ['soffice', 'soffice.exe', 'libreoffice'];

/** Milliseconds: the first start makes a profile, and a long document takes some seconds. */
const PATIENCE = 120_000;

export function findOfficeSuite(env: NodeJS.ProcessEnv): string | null {
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES];
  return candidates.find((path) => existsSync(path)) ?? null;
}

/** No macro runs, nothing outside the file is fetched. */
const SETTINGS = [
  ['Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['Common/Security/Scripting', 'DisableActiveContent', 'true'],
  ['Calc/Content/Update', 'Link', '2'],
  ['Writer/Content/Update', 'Link', '0'],
] as const;

/**
 * Files in formats that LibreOffice reads, saved as .xlsx or .docx; null for each that it could not open. It works in a profile and a
 * folder of its own, both of which are removed. Throws the reason of `signal`.
 */
export async function convertFiles(
  program: string,
  files: readonly { bytes: Uint8Array; ending: string }[],
  format: 'xlsx' | 'docx',
  signal?: AbortSignal,
): Promise<(Uint8Array | null)[]> {
  const root = mkdtempSync(join(tmpdir(), 'jixiaoce-import-'));
  try {
    const [profile, out] = [join(root, 'profile'), join(root, 'out')];
    mkdirSync(join(profile, 'user'), { recursive: true });
    writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), writeSettings());
    // Names of our own: theirs may look like options.
    const inputs = files.map(({ bytes, ending }, index) => {
      const path = join(root, `${index}.${ending}`);
      writeFileSync(path, bytes);
      return path;
    });
    const install = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    const flags = ['--headless', '--norestore', '--nologo', '--nolockcheck'];
    await run(program, [install, ...flags, '--convert-to', format, '--outdir', out, ...inputs], signal);
    signal?.throwIfAborted();
    return inputs.map((_, index) => {
      const path = join(out, `${index}.${format}`);
      return existsSync(path) ? readFileSync(path) : null;
    });
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** What it could not open has no output; why is not said in words that anybody could use. */
function run(program: string, args: readonly string[], signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const child = execFile(program, args, { windowsHide: true }, () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    });
    const end = () => endTree(child, { leads: false });
    const timer = setTimeout(end, PATIENCE);
    signal?.addEventListener('abort', end, { once: true });
    if (signal?.aborted) end();
  });
}

function writeSettings(): string {
  const items = SETTINGS.map(
    ([path, name, value]) =>
      `<item oor:path="/org.openoffice.Office.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${items.join('')}</oor:items>\n`;
}
