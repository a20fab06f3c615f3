import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PackageSubmission, ProblemPackage } from '#content/problem.ts';
import { readProblem } from '#content/read-problem.ts';
import { openTestStations } from '#tests/harness/stations.ts';
import type { GradableProblem } from './gradable-problem.ts';
import type { PlainData } from './plain-data.ts';
import { prepare } from './prepare.ts';
import { type VerifyReport, verifyPackage } from './verify.ts';

let stations: Awaited<ReturnType<typeof openTestStations>>;
let pkg: ProblemPackage;
let problem: GradableProblem;
beforeAll(async () => {
  stations = await openTestStations();
  pkg = await readProblem(fileURLToPath(new URL('../tests/fixtures/problems/add', import.meta.url)));
  problem = await prepare(pkg, stations);
});
afterAll(() => stations.close());

type Changed = { pkg?: Partial<ProblemPackage>; problem?: Partial<GradableProblem> };

function verify(changed: Changed = {}): Promise<VerifyReport> {
  return verifyPackage({
    pkg: { ...pkg, ...changed.pkg },
    problem: { ...problem, ...changed.problem },
    computedBy: 'cpu · test',
    stations,
  });
}

function submission(file: string): PackageSubmission {
  const found = pkg.submissions.find((one) => one.file === file);
  if (!found) throw new Error(`there is no ${file}`);
  return found;
}

/** Of a package with these submissions alone, what is told of them (not that there are too few). */
async function toldOf(submissions: PackageSubmission[], changed: Changed = {}): Promise<string[]> {
  const { findings } = await verify({ ...changed, pkg: { ...changed.pkg, submissions } });
  return findings
    .filter(({ rule }) => !['submissions', 'cases'].includes(rule))
    .map(({ severity, file, rule, message }) => `${severity}: ${file}: ${rule}: ${message}`);
}

const accepted = 'accepted/one-by-one.ts';

test('a good package: every submission gets what its folder says, and only its size is remarked', async () => {
  const { submissions, findings, groups } = await verify();
  expect(submissions.map(({ file, verdict }) => `${file} → ${verdict}`)).toEqual([
    'accepted/halves.ts → AC',
    'accepted/one-by-one.ts → AC',
    'compile_error/returns-text.ts → CE',
    'memory_limit_exceeded/keeps-everything.ts → MLE',
    'run_time_error/refuses.ts → RTE',
    'time_limit_exceeded/never-ends.ts → TLE',
    'wrong_answer/adds-magnitudes.ts → WA',
    'wrong_answer/forgets-the-last.ts → WA',
    'wrong_answer/sums-in-float32.ts → WA',
  ]);
  expect(submissions.find(({ file }) => file === 'wrong_answer/forgets-the-last.ts')?.diagnosis).toBe(
    'forgets-the-last',
  );
  expect(groups).toEqual(['sample', '1-integers', '2-floats', '3-validated']);
  expect(findings.map(({ severity, message }) => `${severity}: ${message}`)).toEqual([
    'warning: expected at least 6, got 3',
    'warning: expected at least 20, got 5',
  ]);
});

test('a package without enough submissions', async () => {
  const { findings } = await verify({ pkg: { submissions: [submission(accepted)] } });
  expect(findings.filter(({ severity }) => severity === 'error').map(({ file }) => file)).toEqual([
    'submissions/accepted',
    'submissions/wrong_answer',
    'submissions/time_limit_exceeded',
    'submissions/memory_limit_exceeded',
    'submissions/run_time_error',
    'submissions/compile_error',
  ]);
});

describe('a submission that is not what its folder says', () => {
  const right = () => submission(accepted).source;

  test('a wrong answer that is right', async () => {
    const file = 'wrong_answer/adds-magnitudes.ts';
    const told = await toldOf([{ ...submission(file), source: right() }]);
    expect(told).toEqual([
      `error: submissions/${file}: verdict: expected WA, got AC`,
      `error: submissions/${file}: required: expected it to fail in group 1-integers, but it passes`,
      `error: submissions/${file}: required: expected it to fail in group 2-floats, but it passes`,
    ]);
  });

  test('an accepted solution that is wrong is told with the first failure', async () => {
    const { source } = submission('wrong_answer/forgets-the-last.ts');
    const [told] = await toldOf([{ ...submission(accepted), source }]);
    expect(told).toMatch(
      /^error: submissions\/accepted\/one-by-one\.ts: verdict: expected AC, got WA in sample\/01-three: .*expected 6, got 3/,
    );
  });

  test('a wrong answer that also crashes', async () => {
    const file = 'wrong_answer/forgets-the-last.ts';
    const source = submission(file).source.replace(
      'return',
      'if (numbers.length === 0) throw new Error(); return',
    );
    const told = await toldOf([{ ...submission(file), source, required: [] }]);
    expect(told[0]).toBe(
      `error: submissions/${file}: permitted: expected WA, got RTE in secret/1-integers/01-none`,
    );
  });

  test('a wrong answer that dies for another reason than it says', async () => {
    const file = 'wrong_answer/sums-in-float32.ts';
    const told = await toldOf([{ ...submission(file), message: 'dtype' }]);
    expect(told).toEqual([
      expect.stringMatching(/message: expected a failure that says "dtype".*differs in 1 of 1 value/),
    ]);
  });

  test('a wrong answer that is taken for another', async () => {
    const file = 'wrong_answer/forgets-the-last.ts';
    const { source } = submission('wrong_answer/adds-magnitudes.ts');
    const told = await toldOf([{ ...submission(file), source, required: [] }]);
    expect(told).toEqual([
      `warning: submissions/${file}: misconception: expected it to be told as forgets-the-last, but it is taken for adds-magnitudes`,
    ]);
  });
});

describe('a group that tells nothing apart', () => {
  test('lets the standard mutants live', async () => {
    const groups = problem.groups.map((group) =>
      group.name === '2-floats'
        ? {
            ...group,
            tolerance: {
              default: { kind: 'allclose', rtol: 0, atol: 1000, nan: 'equal' },
              fields: {},
            } as const,
          }
        : group,
    );
    const told = await toldOf([submission(accepted)], { problem: { groups } });
    expect(told).toEqual([
      'error: data/secret/2-floats: mutants: expected the group to reject a solution that returns zeros, but it passes',
    ]);
  });

  test('accepts what only a validator could reject', async () => {
    const groups = problem.groups.map((group) => ({ ...group, validator: false }));
    const told = await toldOf([submission(accepted)], { problem: { groups } });
    expect(told).toEqual([
      'error: data/secret/3-validated: mutants: expected the group to reject a solution that returns zeros, but it passes',
    ]);
  });

  test('keeps no distance between right and wrong', async () => {
    const groups = problem.groups.map((group) =>
      group.name === '2-floats'
        ? { ...group, tests: group.tests.map((one) => ({ ...one, expected: shifted(one.expected) })) }
        : group,
    );
    const told = await toldOf([submission(accepted)], { problem: { groups } });
    expect(told[0]).toMatch(
      /^error: submissions\/accepted\/one-by-one\.ts: tolerance: secret\/2-floats\/01-random: expected an error of at most 0\.3 of the tolerance/,
    );
  });
});

/** Off by 0.8 of what is allowed: an honest answer still passes, another order of summation may not. */
function shifted(expected: PlainData): PlainData {
  if (typeof expected !== 'object' || expected === null || !('sum' in expected)) throw new Error('no sum');
  const sum = Number(expected['sum']);
  return { sum: sum + 0.8e-9 * (1 + Math.abs(sum)) };
}

test.each([
  ['does not compile', 'export function add(): string { return ""; }', /expected it to compile, got line 1/],
  [
    'is accepted as it is',
    'export const add = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);',
    /left to the solver/,
  ],
])('a template that %s', async (_title, template, said) => {
  const told = await toldOf([], { pkg: { template } });
  expect(told).toEqual([expect.stringMatching(said)]);
  expect(told[0]).toMatch(/^error: attachments\/templates\/typescript\/solution\.ts: template: /);
});

test('a time limit without room for the slowest accepted solution', async () => {
  const { findings } = await verify({
    pkg: { submissions: [submission(accepted)], limits: { ...pkg.limits, timeMs: 0.001 } },
  });
  expect(findings).toContainEqual(
    expect.objectContaining({ severity: 'warning', rule: 'time limit', file: `submissions/${accepted}` }),
  );
});
