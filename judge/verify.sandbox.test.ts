import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PackageSubmission, ProblemPackage } from '#content/problem.ts';
import { readProblem } from '#content/read-problem.ts';
import { openTestStations } from '#tests/harness/stations.ts';
import type { GradableProblem } from './gradable-problem.ts';
import type { Stations } from './grade.ts';
import type { PlainData } from './plain-data.ts';
import { prepare } from './prepare.ts';
import type { SandboxPool } from './sandbox.ts';
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

const linkable = { questions: new Set<string>(), problems: new Set<string>() };

type Changed = { pkg?: Partial<ProblemPackage>; problem?: Partial<GradableProblem>; stations?: Stations };

function verify(changed: Changed = {}): Promise<VerifyReport> {
  return verifyPackage({
    pkg: { ...pkg, ...changed.pkg },
    problem: { ...problem, ...changed.problem },
    computedBy: 'cpu · test',
    stations: changed.stations ?? stations,
    linkable,
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
    .filter(({ rule }) => !['submissions', 'cases', 'statement'].includes(rule))
    .map(
      ({ severity, file, line, rule, message }) =>
        `${severity}: ${file}${line === null ? '' : `:${line}`}: ${rule}: ${message}`,
    );
}

const accepted = 'accepted/one-by-one.ts';

// What never ends uses up its time again and again here: twenty seconds of a machine that does nothing else.
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
}, 240_000);

test('how near each accepted solution comes to the tolerance, and which group alone rejects a mistake', async () => {
  const { margins, kills } = await verify();
  expect(margins.map(({ file }) => file)).toEqual(['accepted/halves.ts', 'accepted/one-by-one.ts']);
  for (const { share, test: at } of margins) {
    expect(share).toBeLessThan(0.3);
    expect(at).toMatch(/^(sample|secret\/2-floats)\//);
  }
  expect(kills.find(({ group }) => group === '2-floats')).toEqual({
    group: '2-floats',
    kills: ['adds-magnitudes.ts', 'forgets-the-last.ts', 'sums-in-float32.ts'],
    alone: [],
  });
}, 240_000);

test('graded several at a time, the submissions are told in their order', async () => {
  const told: string[] = [];
  const { submissions } = await verifyPackage({
    pkg,
    problem,
    computedBy: 'cpu · test',
    stations,
    linkable,
    atOnce: 4,
    doubling: false,
    onGraded: ({ file }) => told.push(file),
  });
  expect(submissions.map(({ file }) => file)).toEqual(pkg.submissions.map(({ file }) => file));
  expect(new Set(told)).toEqual(new Set(pkg.submissions.map(({ file }) => file)));
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
      `error: submissions/submissions.yaml:8: required: ${file}: expected it to fail in group 1-integers, but it passes`,
      `error: submissions/submissions.yaml:8: required: ${file}: expected it to fail in group 2-floats, but it passes`,
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
      expect.stringMatching(
        /^error: submissions\/submissions\.yaml:15: message: wrong_answer\/sums-in-float32\.ts: expected a failure that says "dtype".*differs in 1 of 1 value/,
      ),
    ]);
  });

  test('a wrong answer that is taken for another', async () => {
    const file = 'wrong_answer/forgets-the-last.ts';
    const { source } = submission('wrong_answer/adds-magnitudes.ts');
    const told = await toldOf([{ ...submission(file), source, required: [] }]);
    expect(told).toEqual([
      `error: submissions/submissions.yaml:3: misconception: ${file}: expected it to be told as forgets-the-last, but it is taken for adds-magnitudes`,
    ]);
  });
});

test('a wrong answer whose mistake nobody is told is remarked, no more', async () => {
  const file = 'wrong_answer/forgets-the-last.ts';
  const told = await toldOf([submission(file)], { problem: { misconceptions: [] } });
  expect(told).toEqual([
    `warning: submissions/submissions.yaml:3: misconception: ${file}: expected it to be told as forgets-the-last, but no mistake is named`,
  ]);
});

test('who answers alike, so that neither is named, is told', async () => {
  const file = 'wrong_answer/forgets-the-last.ts';
  const [first] = problem.misconceptions.filter(({ id }) => id === 'forgets-the-last');
  if (!first) throw new Error('expected forgets-the-last to be known');
  const misconceptions = [...problem.misconceptions, { ...first, id: 'its-twin' }];
  expect(await toldOf([submission(file)], { problem: { misconceptions } })).toEqual([
    `warning: submissions/submissions.yaml:3: misconception: ${file}: expected it to be told as forgets-the-last, but no mistake is named: its-twin answers alike on every test`,
  ]);
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
      'error: data/secret/2-floats/test_group.yaml: mutants: expected the group to reject a solution that returns zeros, but it passes',
    ]);
  });

  test('accepts what only a validator could reject', async () => {
    const groups = problem.groups.map((group) => ({ ...group, validator: false }));
    const told = await toldOf([submission(accepted)], { problem: { groups } });
    expect(told).toEqual([
      'error: data/secret/3-validated/test_group.yaml: mutants: expected the group to reject a solution that returns zeros, but it passes',
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
      /^error: submissions\/accepted\/one-by-one\.ts: tolerance: secret\/2-floats\/01-random: expected an error under 0\.3 of the tolerance, got 0\.8/,
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
  expect(told[0]).toMatch(/^error: attachments\/templates\/typescript\/solution\.ts(?::1)?: template: /);
});

test('a time limit without room for the slowest accepted solution', async () => {
  const { findings } = await verify({
    pkg: { submissions: [submission(accepted)], limits: { ...pkg.limits, timeMs: 0.001 } },
  });
  expect(findings).toContainEqual(
    expect.objectContaining({ severity: 'error', rule: 'time limit', file: 'problem.yaml', line: 9 }),
  );
});

test('a submission that runs out of time, but not with twice the time, is remarked wherever it stands', async () => {
  const { source, ...slow } = submission('time_limit_exceeded/never-ends.ts');
  const ends = await stations.compiler.compile({ ...problem, source: submission(accepted).source });
  // No clock is asked: with more time than the limit this sandbox runs what ends.
  const run: SandboxPool['run'] = (request) =>
    stations.sandboxes.run(
      request.limits.timeMs > pkg.limits.timeMs && ends.kind === 'compiled'
        ? { ...request, solution: ends.javascript }
        : request,
    );
  const wrong = { file: 'wrong_answer/slow.ts', folder: 'wrong_answer' } as const;
  const told = await toldOf(
    [
      { ...slow, source },
      { ...slow, source, ...wrong, permitted: ['TLE'] },
    ],
    { stations: { ...stations, sandboxes: { ...stations.sandboxes, run } } },
  );
  expect(told).toEqual(
    [slow.file, wrong.file].map(
      (file) =>
        `warning: submissions/${file}: time limit: expected the same verdict with twice the time, got AC instead of TLE in group sample`,
    ),
  );
});

test('an accepted solution that is another one with other spaces and comments', async () => {
  const copy = { ...submission(accepted), file: 'accepted/again.ts' };
  copy.source = `// mine\n${copy.source.replaceAll('\n', '\n\n')}`;
  const told = await toldOf([submission(accepted), copy]);
  expect(told[0]).toBe(
    `error: submissions/accepted/again.ts:1: independence: expected a solution of its own, but it is ${accepted} again`,
  );
});

test('accepted solutions that all sum in one order are refused: their margin says nothing', async () => {
  const source = submission(accepted).source.replace('let sum = 0;', 'let sum = 0 + 0;');
  const told = await toldOf([
    submission(accepted),
    { ...submission(accepted), file: 'accepted/other.ts', source },
  ]);
  expect(told).toEqual([
    expect.stringMatching(/^error: submissions\/accepted: independence: .*alike to the last bit/),
  ]);
});

test('a text that its page could not show', async () => {
  const text = 'Within $10^{-9}$.\n\n$\\frak{$';
  const { findings } = await verify({
    pkg: { submissions: [], editorial: { en: text, zh: '见 [题](/zh/problems/x)。' } },
  });
  expect(findings.filter(({ rule }) => rule === 'texts')).toEqual([
    expect.objectContaining({ severity: 'error', file: 'solution/solution.en.md', line: 3 }),
    expect.objectContaining({ severity: 'error', file: 'solution/solution.zh.md', line: 1 }),
  ]);
});

test('a tolerance that the statement does not tell', async () => {
  const { findings } = await verify({
    pkg: { submissions: [], statement: { en: 'Within $10^{-9}$.', zh: '求和。' } },
  });
  expect(findings.filter(({ rule }) => rule === 'statement')).toEqual([
    expect.objectContaining({ severity: 'error', file: 'statement/problem.zh.md' }),
  ]);
});

test('a driver that does not notice changed arguments', async () => {
  const driver = Object.fromEntries(
    Object.entries(problem.driver).map(([path, text]) => [
      path,
      text.replace('freeze(args.numbers)', 'args.numbers'),
    ]),
  );
  const told = await toldOf([submission(accepted)], { problem: { driver } });
  expect(told).toEqual([
    expect.stringMatching(/^error: include\/driver\.ts: mutants: .*changes its arguments/),
  ]);
});

test('answers in half precision that pass', async () => {
  const loose = { default: { kind: 'allclose', rtol: 1e-2, atol: 1e-2, nan: 'reject' }, fields: {} } as const;
  const groups = problem.groups
    .filter(({ validator }) => !validator)
    .map((group) => ({ ...group, tolerance: loose }));
  const told = await toldOf([submission(accepted)], { problem: { groups } });
  expect(told).toContain(
    'error: problem.yaml:10: low precision: expected the tests to reject right answers rounded to float16, but they pass',
  );
});
