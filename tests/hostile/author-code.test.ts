/** Point 13: author code that is wrong is told to its author, and is a judge error at most, never a verdict on who solves. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Runtime } from '#content/problem.ts';
import { openCompiler } from '#judge/compile.ts';
import type { GradableProblem } from '#judge/gradable-problem.ts';
import { grade, type Stations } from '#judge/grade.ts';
import { prepare } from '#judge/prepare.ts';
import { openReferenceEngine } from '#judge/reference.ts';
import { openSandboxPool } from '#judge/sandbox.ts';
import { leftProcesses } from '#tests/harness/sandbox.ts';
import { packageWith, readMistakes, solution } from './author-code.ts';

const mistakes = readMistakes();

let stations: Stations;
beforeAll(async () => {
  const [compiler, sandboxes, reference] = await Promise.all([
    openCompiler({ size: 1, weakSandbox: false }),
    openSandboxPool({ size: 1, weakSandbox: false, warm: ['plain'] }),
    openReferenceEngine({ weakSandbox: false, callLimits: { cpuMs: 1500, wallMs: 15_000 } }),
  ]);
  stations = { compiler, sandboxes, reference };
});
afterAll(async () => {
  await Promise.all([stations.compiler.close(), stations.sandboxes.close(), stations.reference.close()]);
  expect(leftProcesses()).toEqual([]);
});

async function gradeRight(problem: GradableProblem): Promise<string> {
  const listener = { status: () => undefined, test: () => undefined };
  return (await grade({ source: solution, problem }, stations, listener)).verdict;
}

const right: Partial<Record<Runtime, GradableProblem>> = {};

async function prepareRight(runtime: Runtime): Promise<GradableProblem> {
  right[runtime] ??= await prepare(await packageWith(runtime, null), stations);
  return right[runtime];
}

test('there are mistakes of both kinds in plain and in tf problems', () => {
  const kinds = mistakes.map(({ runtime, verdict }) => `${runtime} ${verdict}`);
  expect(new Set(kinds)).toEqual(new Set(['plain JE', 'plain none', 'tf JE', 'tf none']));
});

test.each(mistakes)('$name is told to its author, and judges nobody', async (mistake) => {
  const { runtime, file, verdict } = mistake;
  const trouble = { code: file.startsWith('include/') ? 'DRIVER_BROKEN' : 'AUTHOR_CODE' };
  const preparing = prepare(await packageWith(runtime, mistake), stations);
  // Nothing is published that can't be prepared, so nobody is told anything.
  if (verdict === 'none') await expect(preparing).rejects.toMatchObject(trouble);
  // The worker makes a judge error of it: tests/integration/author-code.test.ts.
  else await expect(gradeRight(await preparing)).rejects.toMatchObject(trouble);
  expect(await gradeRight(await prepareRight(runtime))).toBe('AC');
});
