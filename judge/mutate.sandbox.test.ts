import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

describe('cases that look at nothing let mutants live', () => {
  const blind = () =>
    problem.groups
      .filter(({ sample }) => sample)
      .map((group) => ({ ...group, tolerance: { default: { kind: 'structure' }, fields: {} } as const }));
  const mutate = (changed: Partial<ProblemPackage> = {}) =>
    mutatePackage({ pkg: { ...pkg, ...changed }, problem: { ...problem, groups: blind() }, stations });
  const one = { file: 'accepted/one-by-one.ts', line: 2, name: '2:13 0 → 1' };
  const reasoned = [{ file: one.file, mutants: [one.name], reason: 'none' }];

  test('each of which is told by place and change, and is an error; so is their number', async () => {
    const { findings, survivors } = await mutate();
    expect(survivors).toContainEqual(expect.objectContaining(one));
    expect(new Set(findings.map(({ severity, rule }) => `${severity} ${rule}`))).toEqual(
      new Set(['error mutation']),
    );
    expect(findings).toHaveLength(survivors.length + 1);
    expect(findings.at(-1)?.message).toMatch(/^expected under 3 % of the mutants to survive, got /);
  });

  test('a reason explains one of them, which is counted all the same', async () => {
    const before = await mutate();
    const { survivors, justified, living, findings } = await mutate({ survivingMutants: reasoned });
    expect(survivors).toHaveLength(before.survivors.length - 1);
    expect({ justified, living }).toEqual({ justified: 1, living: before.living });
    expect(findings.at(-1)?.message).toBe(before.findings.at(-1)?.message);
  });

  test('who calls one of them equivalent is not believed: its answers are others', async () => {
    const { equivalent, findings } = await mutate({ equivalentMutants: reasoned });
    expect(equivalent).toBe(1);
    expect(findings.filter(({ rule }) => rule !== 'mutation')).toEqual([
      {
        severity: 'error',
        file: 'submissions/submissions.yaml',
        line: 1,
        rule: 'equivalent mutants',
        message:
          'accepted/one-by-one.ts: 2:13 0 → 1: expected the very answers of its solution, got others in sample/01-three: it is not equivalent',
      },
    ]);
  });
});

test.each([
  ['equivalentMutants', 'equivalent_mutants', 'equivalent mutants'],
  ['survivingMutants', 'surviving_mutants', 'surviving mutants'],
] as const)(
  'a reason for a mutant that does not survive is an error at its line: %s',
  async (list, key, rule) => {
    const reasons = [{ file: 'accepted/halves.ts', mutants: ['9:9 < → <='], reason: 'none' }];
    const yaml = { ...pkg.yaml, 'submissions/submissions.yaml': `${key}:\n  - file: x\n` };
    const { findings } = await mutatePackage({
      pkg: { ...pkg, submissions: [], [list]: reasons, yaml },
      problem,
      stations,
    });
    expect(findings).toEqual([
      {
        severity: 'error',
        file: 'submissions/submissions.yaml',
        line: 2,
        rule,
        message: 'accepted/halves.ts: 9:9 < → <=: no mutant of this name survives',
      },
    ]);
  },
);
