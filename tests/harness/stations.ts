/** Real stations for tests: compiler, sandbox and reference engine. */
import { openCompiler } from '#judge/compile.ts';
import type { Stations } from '#judge/grade.ts';
import { openReferenceEngine } from '#judge/reference.ts';
import { openSandboxPool } from '#judge/sandbox.ts';

/** `size` sandboxes are kept ready for each runtime that is used; more than one where many submissions are graded at once. */
export async function openTestStations({ size = 1 } = {}): Promise<Stations & { close(): Promise<void> }> {
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
