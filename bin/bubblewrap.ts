import { accessSync, constants } from 'node:fs';
import { probeConfinement } from '#judge/confine.ts';
import { runProgram } from './run-program.ts';
import { step } from './step.ts';

/**
 * Sees to it that submissions can be confined, installing bubblewrap where that is ours to do (root on Debian);
 * null when they can, else why not and what to do.
 */
export async function provideBubblewrap(signal?: AbortSignal): Promise<string | null> {
  const { trouble } = await probeConfinement();
  if (trouble === null || !/not installed/.test(trouble)) return trouble;
  if (!mayInstall()) return trouble;
  await step('install bubblewrap, which confines submissions (apt-get install bubblewrap)', () =>
    aptInstall(['bubblewrap'], signal),
  );
  return (await probeConfinement()).trouble;
}

/** Whether packages of the system can be installed without asking anyone: root on Debian and its kin. */
export function mayInstall(): boolean {
  try {
    accessSync('/usr/bin/apt-get', constants.X_OK);
    return process.getuid?.() === 0;
  } catch {
    return false;
  }
}

export async function aptInstall(packages: string[], signal?: AbortSignal): Promise<void> {
  const options = { ...(signal && { signal }), environment: { DEBIAN_FRONTEND: 'noninteractive' } };
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  try {
    await runProgram('/usr/bin/apt-get', install, options);
  } catch {
    // The usual reason in a fresh container: no list of packages yet.
    signal?.throwIfAborted();
    await runProgram('/usr/bin/apt-get', ['update'], options);
    await runProgram('/usr/bin/apt-get', install, options);
  }
}
