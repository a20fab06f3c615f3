import { fileURLToPath } from 'node:url';
import type { Limits, Runtime } from '#content/problem.ts';
import type { PlainData } from './plain-data.ts';
import { bundleGuest } from './sandbox/host/bundle.ts';
import { openPool } from './sandbox/host/pool.ts';
import { findOrMakeSnapshot } from './sandbox/host/tf-snapshot.ts';
import type { Failure, VerdictCode } from './verdict.ts';

/** One submission to run: its JavaScript, the driver's, and the inputs of its tests; never an expected output. */
export type RunRequest = {
  runtime: Runtime;
  /** JavaScript by path; entry `include/driver.ts`. */
  driver: Record<string, string>;
  /** The solution's JavaScript, an ES module. */
  solution: string;
  limits: Limits;
  /** Seeds `Math.random` of every test, together with the test's index. */
  seed: number;
  tests: { args: PlainData }[];
};

/** What the sandbox says of one test. `output` is unchecked: only the judge's comparison decides. */
export type TestClaim = {
  index: number;
  outcome:
    | { kind: 'returned'; output: PlainData }
    | { kind: 'failed'; verdict: Extract<VerdictCode, 'TLE' | 'MLE' | 'OLE' | 'RTE'>; failure: Failure };
  cpuMs: number;
  memoryKiB: number;
  console: string;
};

/** Sandboxes kept ready: one disposable OS process per call of `run`. */
export type SandboxPool = {
  /**
   * Runs the tests in order and yields a claim for each. Ends early, after the claim of the test in which
   * the process died or was killed; a caller who wants the rest asks again with a new request.
   * Throws `SandboxUnavailable` (judge/confine.ts) where no sandbox could be started (a judge error).
   */
  run(request: RunRequest): AsyncGenerator<TestClaim>;
  close(): Promise<void>;
};

export type SandboxOptions = {
  /** Guests kept warm for each runtime. */
  size: number;
  /** Run even where bubblewrap cannot; only for code you trust. */
  weakSandbox: boolean;
  /** Runtimes to keep warm from the start, the first of which must come up; the others wait for their first use. */
  warm?: readonly Runtime[];
  /** Folder for the guest's bundled code and the tfjs snapshot. */
  cacheDir?: string;
};

const defaultCacheDir = fileURLToPath(new URL('../.whetstone/cache', import.meta.url));

/** Opens a pool of sandboxes. Throws `SandboxUnavailable` where none can be started. */
export async function openSandboxPool(options: SandboxOptions): Promise<SandboxPool> {
  const { size, weakSandbox, warm = ['plain', 'tf'], cacheDir = defaultCacheDir } = options;
  const bundles = await bundleGuest(cacheDir);
  const snapshot = () => findOrMakeSnapshot({ cacheDir, weakSandbox, bundles });
  return openPool({ size, weakSandbox, warm, bundles, snapshot });
}

/** Makes the tfjs snapshot ahead of the first `tf` problem, for set-up; returns its path. */
export async function ensureTfSnapshot(
  options: Pick<SandboxOptions, 'weakSandbox' | 'cacheDir'>,
): Promise<string> {
  const { weakSandbox, cacheDir = defaultCacheDir } = options;
  return findOrMakeSnapshot({ cacheDir, weakSandbox, bundles: await bundleGuest(cacheDir) });
}
