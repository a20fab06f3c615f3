/** Point 13: author code that is wrong is a judge error told to its author, never a verdict on who solves. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readProblem } from '#content/read-problem.ts';
import { openCompiler } from '#judge/compile.ts';
import { grade, type Stations } from '#judge/grade.ts';
import { prepare } from '#judge/prepare.ts';
import { openReferenceEngine } from '#judge/reference.ts';
import { openSandboxPool } from '#judge/sandbox.ts';
import { leftProcesses } from '#tests/harness/sandbox.ts';

const folder = fileURLToPath(new URL('./corpus/13-author-code', import.meta.url));
const fixture = fileURLToPath(new URL('../fixtures/problems/add', import.meta.url));
const solution = readFileSync(join(fixture, 'submissions/accepted/one-by-one.ts'), 'utf8');

let stations: Stations;
beforeAll(async () => {
  const [compiler, sandboxes, reference] = await Promise.all([
    openCompiler({ size: 1, weakSandbox: false }),
    openSandboxPool({ size: 1, weakSandbox: false, warm: ['plain'] }),
    openReferenceEngine({ weakSandbox: false, callLimits: { cpuMs: 500, wallMs: 3000 } }),
  ]);
  stations = { compiler, sandboxes, reference };
});
afterAll(async () => {
  await Promise.all([stations.compiler.close(), stations.sandboxes.close(), stations.reference.close()]);
  expect(leftProcesses()).toEqual([]);
});

async function gradeWith(file: string, code: string) {
  const pkg = await readProblem(fixture);
  const changed = { ...pkg, submissions: [], code: { ...pkg.code, [file]: code } };
  const problem = await prepare(changed, stations);
  return grade({ source: solution, problem }, stations, { status: () => undefined, test: () => undefined });
}

test.each(readdirSync(folder).sort())('%s is told to its author, and judges nobody', async (name) => {
  const code = readFileSync(join(folder, name), 'utf8');
  const file = /^\/\/ package: (\S+)$/m.exec(code)?.[1] ?? '';
  const pkg = await readProblem(fixture);
  expect(Object.keys(pkg.code)).toContain(file);
  const told = await gradeWith(file, code).then(
    ({ verdict }) => verdict,
    (cause: unknown) => cause,
  );
  expect(told).toMatchObject({ code: file.startsWith('include/') ? 'DRIVER_BROKEN' : 'AUTHOR_CODE' });
  expect((await gradeWith('', '')).verdict).toBe('AC');
});
