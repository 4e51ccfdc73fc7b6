import { existsSync, readFileSync } from 'node:fs';

/**
 * Whether Chromium has to be started without its sandbox: it refuses to run as root with it, and a container allows no
 * user namespaces and is a sandbox itself. Everywhere else the sandbox stays on, and its failing is reported.
 */
export function mustForgoSandbox(env: NodeJS.ProcessEnv): boolean {
  if (process.platform !== 'linux') return false;
  return process.getuid?.() === 0 || isInContainer(env);
}

function isInContainer(env: NodeJS.ProcessEnv): boolean {
  if (env.container || env.KUBERNETES_SERVICE_HOST) return true;
  const marks = ['/.dockerenv', '/run/.containerenv', '/run/systemd/container'];
  if (marks.some((mark) => existsSync(mark))) return true;
  try {
    return /docker|kubepods|containerd|libpod|lxc/.test(readFileSync('/proc/1/cgroup', 'utf8'));
  } catch {
    return false;
  }
}

/** Chromium's own ways of saying that it could not set up its sandbox, in what it wrote to stderr. */
export function isSandboxError(stderr: string): boolean {
  return /no usable sandbox|failed to move to new namespace|suid sandbox helper|without --no-sandbox|sandbox\/linux\/services\/(credentials|namespace_sandbox)/i.test(
    stderr,
  );
}

/** What Chromium writes on every good start, too, or below the line that matters. */
const noise =
  /GLES library|GPU process|viz_main_impl|dbus|DevTools listening|Fontconfig|zygote_communication|^#\d+ |^\s*r\d+:|^\[end of stack trace\]|^Received signal|^\s*$/i;

/**
 * The sentence of a failed browser's stderr that says why, without Chromium's prefix of date and source line;
 * '' when there is none.
 */
export function pickTellingLine(stderr: string): string {
  const lines = stderr.split(/\r?\n/).filter((line) => !noise.test(line));
  const line =
    lines.findLast((candidate) => /:FATAL:|loading shared libraries/.test(candidate)) ?? lines.at(-1);
  const text = (line ?? '').replace(/^\[[^\]]*\]\s*/, '').trim();
  return (/^.*?[.!](?= [A-Z])/.exec(text)?.[0] ?? text).slice(0, 300);
}
