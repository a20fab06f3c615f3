import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { rootFolder } from '../config.ts';
import { runShown } from '../run-program.ts';
import type { SuiteName } from './steps.ts';

const report = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
});

/** Runs a project of vitest.config.ts, shown as it runs. */
export async function runSuite(
  name: SuiteName,
  signal: AbortSignal,
): Promise<{ passed: number; failed: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'whetstone-report-'));
  const file = join(folder, 'report.json');
  const vitest = join(rootFolder, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const code = await runShown(process.execPath, [vitest, 'run', '--project', name, ...reporters], {
      signal,
    });
    return countTests(file, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// A file that could not be loaded, an unhandled error and a crash of vitest fail no test, but they are failures.
function countTests(file: string, code: number | null): { passed: number; failed: number } {
  try {
    const { success, numPassedTests, numFailedTests } = report.parse(JSON.parse(readFileSync(file, 'utf8')));
    const well = success && code === 0;
    return { passed: numPassedTests, failed: well ? numFailedTests : Math.max(1, numFailedTests) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
