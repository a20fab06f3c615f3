import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { rootFolder } from '../config.ts';
import { runShown } from '../run-program.ts';
import type { Counts, SuiteName } from './steps.ts';

const report = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** Runs a project of vitest.config.ts, shown as it runs. */
export async function runSuite(name: SuiteName, signal: AbortSignal): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'whetstone-report-'));
  const file = join(folder, 'report.json');
  const vitest = join(rootFolder, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const code = await runShown(process.execPath, [vitest, 'run', '--project', name, ...reporters], {
      signal,
    });
    return readReport(existsSync(file) ? readFileSync(file, 'utf8') : '', code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What vitest's JSON report says of a run that ended with `code`. A file that could not be loaded, an unhandled error
 * and a crash of vitest fail no test, but they are failures.
 */
export function readReport(text: string, code: number | null): Counts {
  const read = report.safeParse(parse(text));
  if (!read.success) return { passed: 0, failures: [`vitest ended with ${code} and left no report`] };
  const { success, numPassedTests, testResults } = read.data;
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(rootFolder, name);
    const failed = assertionResults.filter((result) => result.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [`${file}\n${message ?? ''}`.trim()];
    return failed.map(({ fullName, failureMessages }) =>
      [`${file} › ${fullName}`, ...(failureMessages ?? [])].join('\n'),
    );
  });
  if (failures.length === 0 && !(success && code === 0)) {
    failures.push(`no test failed, but vitest ended with ${code}: an unhandled error, told above`);
  }
  return { passed: numPassedTests, failures };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
