/** The contract of a run: what is asked, what is claimed, and who keeps sandboxes for it. */
import type { Limits, Runtime } from '#content/problem.ts';
import type { PlainData } from '../plain-data.ts';
import type { Tracer } from '../trace.ts';
import type { Failure, VerdictCode } from '../verdict.ts';

/** One submission to run: its JavaScript, the driver's, and the inputs of its tests; never an expected output. */
export type RunRequest = {
  runtime: Runtime;
  /** JavaScript by path; entry `include/driver.ts`. */
  driver: Record<string, string>;
  /** The solution's JavaScript, an ES module. */
  solution: string;
  limits: Limits;
  /** Seeds `Math.random` of every test, together with the test's place. */
  seed: number;
  /** `place` is a test's among all of its problem; by default, the one it has here. */
  tests: { args: PlainData; place?: number }[];
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

/** How many sandboxes of a runtime wait ready, are on their way, and run a submission. */
export type PoolState = { warm: number; starting: number; inUse: number };

/** Sandboxes kept ready: disposable OS processes, none of which serves two calls of `run`. */
export type SandboxPool = {
  /**
   * Runs the tests in order and yields a claim for each. Ends early, after the claim of the test in which
   * the process died or was killed; a caller who wants the rest asks again with a new request.
   * Two processes share the tests where nobody else waits for one.
   * Throws `SandboxUnavailable` (judge/confine.ts) where no sandbox could be started (a judge error).
   */
  run(request: RunRequest, tracer?: Tracer): AsyncGenerator<TestClaim>;
  close(): Promise<void>;
};
