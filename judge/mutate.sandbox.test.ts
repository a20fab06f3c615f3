import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProblemPackage } from '#content/problem.ts';
import { readProblem } from '#content/read-problem.ts';
import { openTestStations } from '#tests/harness/stations.ts';
import type { GradableProblem } from './gradable-problem.ts';
import { mutatePackage } from './mutate.ts';
import { prepare } from './prepare.ts';

let stations: Awaited<ReturnType<typeof openTestStations>>;
let pkg: ProblemPackage;
let problem: GradableProblem;
beforeAll(async () => {
  stations = await openTestStations();
  pkg = await readProblem(fileURLToPath(new URL('../tests/fixtures/problems/add', import.meta.url)));
  problem = await prepare(pkg, stations);
});
afterAll(() => stations.close());

test('a good package: what survives has a reason', async () => {
  const report = await mutatePackage({ pkg, problem, stations, pairs: 4 });
  expect(report.survivors).toEqual([]);
  expect(report.findings.filter(({ rule }) => rule !== 'pairs')).toEqual([]);
  expect(report.justified).toBe(0);
  expect(report.living).toBeGreaterThan(10);
  expect(report.pairs.tried).toBeGreaterThan(0);
});

test('cases that look at nothing let mutants live, which are told by place and change, and too many are an error', async () => {
  const groups = problem.groups
    .filter(({ sample }) => sample)
    .map((group) => ({ ...group, tolerance: { default: { kind: 'structure' }, fields: {} } as const }));
  const { findings, survivors } = await mutatePackage({ pkg, problem: { ...problem, groups }, stations });
  expect(survivors).toContainEqual(
    expect.objectContaining({ file: 'accepted/one-by-one.ts', line: 2, name: '2:13 0 → 1' }),
  );
  expect(findings.map(({ severity, rule }) => `${severity} ${rule}`)).toContain('error mutation');
});

test('a reason for a mutant that does not survive is an error at its line', async () => {
  const reasons = [{ file: 'accepted/halves.ts', mutants: ['9:9 < → <='], reason: 'none' }];
  const yaml = { ...pkg.yaml, 'submissions/submissions.yaml': 'equivalent_mutants:\n  - file: x\n' };
  const { findings } = await mutatePackage({
    pkg: { ...pkg, submissions: [], equivalentMutants: reasons, yaml },
    problem,
    stations,
  });
  expect(findings).toEqual([
    {
      severity: 'error',
      file: 'submissions/submissions.yaml',
      line: 2,
      rule: 'equivalent mutants',
      message: 'accepted/halves.ts: 9:9 < → <=: no mutant of this name survives',
    },
  ]);
});
