import { posix, win32 } from 'node:path';

const windowsPrograms = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];
const macPrograms = ['Google Chrome', 'Microsoft Edge', 'Chromium'];
const linuxNames = [
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chromium',
  'chromium-browser',
];

/** On Windows the names of variables ignore case; a copy of `process.env` no longer does. */
function readWindowsVariable(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const key = Object.keys(env).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : env[key] || undefined;
}

/** Where Chrome, Edge and Chromium are usually installed, in the order in which they are preferred. Touches no disk. */
export function listInstalledPlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432', 'LocalAppData']
      .map((name) => readWindowsVariable(env, name))
      .filter((root) => root !== undefined);
    return windowsPrograms.flatMap((parts) => [...new Set(roots)].map((root) => win32.join(root, ...parts)));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env.HOME ? [posix.join(env.HOME, 'Applications')] : [])];
    return macPrograms.flatMap((name) =>
      roots.map((root) => posix.join(root, `${name}.app`, 'Contents', 'MacOS', name)),
    );
  }
  // A relative part of PATH means the working directory: a program in it is not an installed browser.
  const folders = (env.PATH ?? '').split(':').filter((folder) => posix.isAbsolute(folder));
  return linuxNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
}

/** The same places, short enough for a sentence: on Linux the names, not every folder of PATH with every name. */
export function describeInstalledPlaces(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'win32') {
    const places = listInstalledPlaces(platform, env);
    return places.length > 0 ? places : ['%ProgramFiles%', '%ProgramFiles(x86)%', '%LocalAppData%'];
  }
  return platform === 'darwin'
    ? listInstalledPlaces(platform, env)
    : linuxNames.map((name) => `PATH: ${name}`);
}
