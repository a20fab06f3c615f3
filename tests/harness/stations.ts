/** Real stations for tests: compiler, sandbox and reference engine. */
import { openCompiler, type WatchedCompiler } from '#judge/compile.ts';
import { openReferenceEngine, type ReferenceEngine } from '#judge/reference.ts';
import { openSandboxPool, type WatchedPool } from '#judge/sandbox.ts';

export type TestStations = {
  compiler: WatchedCompiler;
  sandboxes: WatchedPool;
  reference: ReferenceEngine;
  close(): Promise<void>;
};

/** `size` sandboxes are kept ready for each runtime that is used; more than one where many submissions are graded at once. */
export async function openTestStations({ size = 1 } = {}): Promise<TestStations> {
  const [compiler, sandboxes, reference] = await Promise.all([
    openCompiler({ size: 1, weakSandbox: false }),
    openSandboxPool({ size, weakSandbox: false, warm: ['plain'] }),
    openReferenceEngine({ weakSandbox: false }),
  ]);
  return {
    compiler,
    sandboxes,
    reference,
    close: async () => {
      await Promise.all([compiler.close(), sandboxes.close(), reference.close()]);
    },
  };
}
