import { fileURLToPath } from 'node:url';
import type { Runtime } from '#content/problem.ts';
import { bundleGuest, findAddon } from './sandbox/host/bundle.ts';
import { type GuestFiles, startGuest } from './sandbox/host/guest-process.ts';
import { openPool } from './sandbox/host/pool.ts';
import { findOrMakeSnapshot } from './sandbox/host/tf-snapshot.ts';
import type * as run from './sandbox/run.ts';
import type { KillCause } from './supervise.ts';

// The contract stands in {@link file://./sandbox/run.ts}, where both sides of this station can see it.
export type RunRequest = run.RunRequest;
export type TestClaim = run.TestClaim;
export type SandboxPool = run.SandboxPool;
export type PoolState = run.PoolState;

/** A pool that tells how it stands. */
export type WatchedPool = SandboxPool & { state(): Record<Runtime, PoolState> };

export type SandboxOptions = {
  /** Guests kept warm for each runtime. */
  size: number;
  /** Run even where bubblewrap cannot; only for code you trust. */
  weakSandbox: boolean;
  /** Runtimes to keep warm from the start, the first of which must come up; the others wait for their first use. */
  warm?: readonly Runtime[];
  /** Is told of each sandbox that ended before its last test. */
  onKill?: (cause: KillCause) => void;
  /** Folder for the guest's bundled code and the tfjs snapshot. */
  cacheDir?: string;
};

const defaultCacheDir = fileURLToPath(new URL('../.whetstone/cache', import.meta.url));

/** Opens a pool of sandboxes. Throws `SandboxUnavailable` where none can be started. */
export async function openSandboxPool(options: SandboxOptions): Promise<WatchedPool> {
  const { size, weakSandbox, warm = ['plain', 'tf'], cacheDir = defaultCacheDir } = options;
  const { onKill = () => undefined } = options;
  const bundles = await bundleGuest(cacheDir);
  const findFiles = async (runtime: Runtime): Promise<GuestFiles> => ({
    guest: bundles.guest,
    bootstrap: bundles.bootstrap,
    addon: findAddon().path,
    snapshot: runtime === 'tf' ? await findOrMakeSnapshot({ cacheDir, weakSandbox, bundles }) : null,
  });
  return openPool({ size, weakSandbox, warm, findFiles, start: startGuest, onKill });
}
