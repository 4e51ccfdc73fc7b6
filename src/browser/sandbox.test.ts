import { expect, test } from 'vitest';
import { isSandboxError, pickTellingLine } from './sandbox.ts';

/** What Chromium 143 writes; the first two without user namespaces, as root, the last on every start without a GPU. */
const noSandbox =
  '[1123/025854.916698:FATAL:../content/browser/zygote_host/zygote_host_impl_linux.cc:128] No usable sandbox! If you are running on Ubuntu 23.10+ or another Linux distro that has disabled unprivileged user namespaces with AppArmor, see https://chromium.googlesource.com/chromium/src/+/main/docs/security/apparmor-userns-restrictions.md. Otherwise see https://chromium.googlesource.com/chromium/src/+/main/docs/linux/suid_sandbox_development.md for more information on developing with the (older) SUID sandbox.\n#0 0x55d0 (/chromium+0x1)\n[end of stack trace]\n';
const asRoot =
  '[1123/025202.669799:ERROR:../content/browser/zygote_host/zygote_host_impl_linux.cc:101] Running as root without --no-sandbox is not supported. See https://crbug.com/638180.\n';
const missingLibrary =
  'chromium: error while loading shared libraries: libnss3.so: cannot open shared object file: No such file or directory\n';
const usual =
  '[1123/025132.616008:ERROR:../ui/ozone/common/egl_util.cc:58] Failed to load GLES library: libGLESv2.so: cannot open shared object file\n[1123/025132.630828:ERROR:../components/viz/service/main/viz_main_impl.cc:189] Exiting GPU process due to errors during initialization\n';

test('distinguishes a sandbox that is not available from other failures', () => {
  expect([noSandbox, asRoot, missingLibrary, usual].map(isSandboxError)).toEqual([true, true, false, false]);
});

test('picks the sentence that says why', () => {
  expect(pickTellingLine(noSandbox + usual)).toBe('No usable sandbox!');
  expect(pickTellingLine(asRoot)).toBe('Running as root without --no-sandbox is not supported.');
  expect(pickTellingLine(usual + missingLibrary)).toBe(missingLibrary.trim());
  expect(pickTellingLine(usual)).toBe('');
});
