import { type CheckResult, check } from './check.ts';
import type { Compiler } from './compile.ts';
import { diagnose, type Observation } from './diagnose.ts';
import type { GradableGroup, GradableProblem, GradableTest } from './gradable-problem.ts';
import type { PlainData } from './plain-data.ts';
import type { ReferenceEngine } from './reference.ts';
import type { SandboxPool, TestClaim } from './sandbox.ts';
import { summarize } from './summarize.ts';
import type { Failure, SubmissionStatus, TestResult, Verdict, VerdictCode } from './verdict.ts';

export type GradeJob = { source: string; problem: GradableProblem };

/** The stations of a grading, opened once and used for many submissions. */
export type Stations = { compiler: Compiler; sandboxes: SandboxPool; reference: ReferenceEngine };

export type GradeListener = {
  status(status: SubmissionStatus): void;
  /** `index` counts over all groups, in the order of the problem. */
  test(index: number, result: TestResult): void;
};

/** The sandbox spoke out of turn, or fell silent without saying why: trouble of ours, not the solver's. */
export class BrokenSandbox extends Error {
  readonly code = 'BROKEN_SANDBOX';
  constructor(actual: number | undefined, expected: number) {
    super(
      `the sandbox should answer for test ${expected}, but ${actual === undefined ? 'ended' : `answered for ${actual}`}`,
    );
  }
}

/**
 * Grades one submission: compile → run → check → diagnose → verdict.
 * What the solution does is a verdict; only trouble of ours is thrown.
 */
export async function grade(job: GradeJob, stations: Stations, listener: GradeListener): Promise<Verdict> {
  const { source, problem } = job;
  listener.status('compiling');
  const { signature, entryPoints, runtime } = problem;
  const compiled = await stations.compiler.compile({ source, signature, entryPoints, runtime });
  if (compiled.kind === 'rejected')
    return summarize(problem, { compile: compiled.diagnostics, tests: [], diagnosis: null });

  listener.status('running');
  const tests: TestResult[] = [];
  const observations: Observation[] = [];
  let offset = 0;
  for (const group of problem.groups) {
    for await (const judged of judgeGroup({ problem, group, solution: compiled.javascript }, stations)) {
      tests.push(judged.result);
      observations.push(...judged.observations);
      listener.test(offset + judged.index, judged.result);
    }
    offset += group.tests.length;
  }
  return summarize(problem, {
    compile: [],
    tests,
    diagnosis: diagnose(observations, problem.misconceptions),
  });
}

type GroupRun = { problem: GradableProblem; group: GradableGroup; solution: string };
type JudgedTest = { index: number; result: TestResult; observations: Observation[] };

// One sandbox a group: a death ends its group, and the groups after it still get their chance.
async function* judgeGroup(run: GroupRun, stations: Stations): AsyncGenerator<JudgedTest> {
  const { problem, group, solution } = run;
  const { runtime, driver, limits } = problem;
  const claims = stations.sandboxes.run({
    runtime,
    driver,
    solution,
    limits,
    seed: 1,
    tests: group.tests.map(({ args }) => ({ args })),
  });
  let next = 0;
  let failed = false;
  for await (const claim of claims) {
    const test = group.tests[claim.index];
    if (!test || claim.index !== next) throw new BrokenSandbox(claim.index, next);
    next += 1;
    const judged = await judgeClaim(claim, { ...run, test }, stations);
    failed = claim.outcome.kind === 'failed';
    yield { index: claim.index, ...judged };
  }
  // Only a test that failed may have been its sandbox's last.
  if (!failed && next < group.tests.length) throw new BrokenSandbox(undefined, next);
}

async function judgeClaim(
  claim: TestClaim,
  run: GroupRun & { test: GradableTest },
  stations: Stations,
): Promise<Omit<JudgedTest, 'index'>> {
  const { outcome } = claim;
  if (outcome.kind === 'failed') {
    return {
      result: resultOf(claim, run, { verdict: outcome.verdict, failure: outcome.failure }),
      observations: [],
    };
  }
  const checked = await compare(outcome.output, run, stations);
  const result = resultOf(
    claim,
    run,
    checked.accepted ? accepted : { verdict: 'WA', failure: checked.failure },
  );
  const observation = {
    test: run.test.name,
    accepted: checked.accepted,
    output: outcome.output,
    rules: run.group.tolerance,
  };
  return { result, observations: [observation] };
}

async function compare(
  output: PlainData,
  run: GroupRun & { test: GradableTest },
  stations: Stations,
): Promise<CheckResult> {
  const { args, heldOut, expected } = run.test;
  const compared = check(expected, output, run.group.tolerance);
  const { runtime, validator } = run.problem;
  if (!compared.accepted || !run.group.validator || !validator) return compared;
  const reply = await stations.reference.validate(
    { runtime, modules: validator },
    { args, heldOut, expected, output },
  );
  return reply.accepted ? reply : { accepted: false, failure: { kind: 'validator', message: reply.message } };
}

const accepted = { verdict: 'AC', failure: null } as const;

function resultOf(
  claim: TestClaim,
  { group, test }: GroupRun & { test: GradableTest },
  { verdict, failure }: { verdict: VerdictCode; failure: Failure | null },
): TestResult {
  const { cpuMs, memoryKiB } = claim;
  const shown = group.sample || group.fullFeedback;
  return {
    name: test.name,
    group: group.name,
    sample: group.sample,
    verdict,
    cpuMs,
    memoryKiB,
    failure: failure && (shown ? failure : redact(failure)),
    console: group.sample ? claim.console : '',
    hint: verdict === 'AC' ? null : test.hint,
  };
}

// Of a secret case nothing may be told that depends on its input or its expected output; a message
// thrown by the solution can carry the input out, so only its kind and place are kept.
function redact(failure: Failure): Failure {
  switch (failure.kind) {
    case 'values':
    case 'structure':
    case 'not-plain':
    case 'validator':
      return { kind: 'secret' };
    case 'threw':
      return { ...failure, name: 'Error', message: '' };
    case 'secret':
    case 'unsettled':
    case 'time':
    case 'memory':
    case 'output':
    case 'died':
    case 'judge':
      return failure;
  }
}
