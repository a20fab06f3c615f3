import { accessSync, constants } from 'node:fs';
import { probeConfinement } from '#judge/confine.ts';
import { CommandFailure } from './failure.ts';
import { runProgram } from './run-program.ts';
import { step } from './step.ts';

/**
 * Sees to it that submissions can be confined, installing bubblewrap where that is ours to do (root on Debian);
 * null when they can, else why not and what to do.
 */
export async function provideBubblewrap(signal?: AbortSignal): Promise<string | null> {
  const { trouble, missing } = await probeConfinement();
  if (missing === null || !mayInstall()) return trouble;
  try {
    await step(`install ${missing}, which confines submissions (apt-get install ${missing})`, () =>
      aptInstall([missing], signal),
    );
  } catch (error) {
    signal?.throwIfAborted();
    // No reason to do without the rest.
    if (!(error instanceof CommandFailure)) throw error;
    return `${trouble}. Installing it was tried: ${error.message}`;
  }
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
