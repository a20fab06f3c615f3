import { compare } from './compare.ts';
import type { Compiler } from './compile.ts';
import { type Observation, suspect } from './diagnose.ts';
import type { GradableGroup, GradableProblem, GradableTest } from './gradable-problem.ts';
import { encodePlain } from './plain-data.ts';
import type { ReferenceEngine } from './reference.ts';
import type { SandboxPool, TestClaim } from './sandbox.ts';
import type { SoFar } from './so-far.ts';
import { summarize } from './summarize.ts';
import { type Tracer, untraced } from './trace.ts';
import type { Failure, SubmissionStatus, TestResult, Verdict, VerdictCode } from './verdict.ts';

/** `tracer` notes where the time goes; `before` is what another grading of the same source has come to. */
export type GradeJob = { source: string; problem: GradableProblem; tracer?: Tracer; before?: SoFar | null };

/** The stations of a grading, opened once and used for many submissions. */
export type Stations = { compiler: Compiler; sandboxes: SandboxPool; reference: ReferenceEngine };

export type GradeListener = {
  status(status: SubmissionStatus): void;
  /** `index` counts over all groups, in the order of the problem. */
  test(index: number, result: TestResult): void;
  /** A group is over and others are to come; `soFar` reads what has been found out. */
  group?(soFar: () => SoFar): void;
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
  const { source, problem, tracer = untraced, before } = job;
  listener.status('compiling');
  const { signature, entryPoints, runtime } = problem;
  const compiled = await stations.compiler.compile({ source, signature, entryPoints, runtime }, tracer);
  if (compiled.kind === 'rejected')
    return summarize(problem, { compile: compiled.diagnostics, tests: [], diagnosis: null });

  listener.status('running');
  const groups = [...(before?.groups ?? [])];
  const tests = [...(before?.tests ?? [])];
  const suspicion = suspect(problem.misconceptions, before?.suspected);
  const pending = placesOf(problem);
  for (const result of tests)
    listener.test(
      pending.findIndex(({ test }) => test.name === result.name),
      result,
    );
  const left = pending.filter(({ group }) => !groups.includes(group.name));
  for await (const step of judgeTests({ problem, solution: compiled.javascript, tracer, left }, stations)) {
    if ('over' in step) {
      groups.push(step.over);
      const soFar = () => ({ groups: [...groups], tests: [...tests], suspected: suspicion.read() });
      if (groups.length < problem.groups.length) listener.group?.(soFar);
      continue;
    }
    tests.push(step.result);
    // At once, so that no output is kept beyond its test.
    const named = tracer.begin('diagnose');
    suspicion.observe(step.observation);
    named();
    listener.test(step.index, step.result);
  }
  for (const observation of unrun(problem, tests)) suspicion.observe(observation);
  return summarize(problem, { compile: [], tests, diagnosis: suspicion.diagnosis() });
}

/** Tests that were given up with their group tell as little as one in which the solution fell silent. */
function unrun({ groups }: GradableProblem, results: TestResult[]): Observation[] {
  const run = new Set(results.map(({ name }) => name));
  return groups.flatMap(({ tests, tolerance: rules }) =>
    tests
      .filter(({ name }) => !run.has(name))
      .map(({ name }): Observation => ({ test: name, rules, kind: 'silent' })),
  );
}

/** A test with its group and its place among all tests. */
type Placed = { index: number; group: GradableGroup; test: GradableTest };
type JudgedTest = { index: number; result: TestResult; observation: Observation };
/** The group of that name has no more tests that are run. */
type GroupOver = { over: string };
type Run = { problem: GradableProblem; solution: string; tracer: Tracer };

function placesOf({ groups }: GradableProblem): Placed[] {
  return groups
    .flatMap((group) => group.tests.map((test) => ({ group, test })))
    .map((placed, index) => ({ index, ...placed }));
}

// One sandbox for all tests. Where it dies, the rest of that test's group is given up and a new sandbox takes
// the groups after it: a solution too slow for one group still gets the points of the others.
async function* judgeTests(
  { left, ...run }: Run & { left: Placed[] },
  stations: Stations,
): AsyncGenerator<JudgedTest | GroupOver> {
  let pending = left;
  while (pending.length > 0) {
    const answered = yield* judgeInOneSandbox(pending, run, stations);
    const last = pending[answered - 1]?.group;
    if (last && pending[answered]?.group === last) yield { over: last.name };
    pending = pending.slice(answered).filter(({ group }) => group !== last);
  }
}

/** Returns how many of the tests the sandbox has answered for. */
async function* judgeInOneSandbox(
  asked: Placed[],
  { problem, solution, tracer }: Run,
  stations: Stations,
): AsyncGenerator<JudgedTest | GroupOver, number> {
  const { runtime, driver, limits } = problem;
  const tests = asked.map(({ test, index: place }) => ({ args: test.args, place }));
  const request = { runtime, driver, solution, limits, seed: 1, tests };
  let next = 0;
  let failed = false;
  for await (const claim of stations.sandboxes.run(request, tracer)) {
    const placed = asked[claim.index];
    if (!placed || claim.index !== next) throw new BrokenSandbox(claim.index, next);
    next += 1;
    failed = claim.outcome.kind === 'failed';
    yield { index: placed.index, ...(await judgeClaim(claim, { problem, placed, tracer }, stations)) };
    if (asked[next]?.group !== placed.group) yield { over: placed.group.name };
  }
  // Only a test that failed may have been its sandbox's last.
  if (next < asked.length && !failed) throw new BrokenSandbox(undefined, next);
  return next;
}

type Judging = { problem: GradableProblem; placed: Placed; tracer: Tracer };

async function judgeClaim(
  claim: TestClaim,
  judging: Judging,
  stations: Stations,
): Promise<Omit<JudgedTest, 'index'>> {
  const { outcome } = claim;
  const { problem, placed, tracer } = judging;
  const { group, test } = placed;
  const observed = { test: test.name, rules: group.tolerance };
  if (outcome.kind === 'failed')
    return { result: resultOf(claim, placed, outcome), observation: { ...observed, kind: 'silent' } };
  const { output } = outcome;
  const compared = tracer.begin(group.validator && problem.validator ? 'validate' : 'compare');
  const checked = await compare(output, { problem, ...placed }, stations.reference);
  compared();
  if (checked.accepted)
    return { result: resultOf(claim, placed, accepted), observation: { ...observed, kind: 'right' } };
  const wrong = { verdict: 'WA', failure: checked.failure } as const;
  return { result: resultOf(claim, placed, wrong), observation: { ...observed, kind: 'wrong', output } };
}

const accepted = { verdict: 'AC', failure: null } as const;

function resultOf(
  claim: TestClaim,
  { group, test }: Placed,
  { verdict, failure }: { verdict: VerdictCode; failure: Failure | null },
): TestResult {
  const { memoryKiB } = claim;
  // What was stopped at the limit ran on until it was: that is not its time.
  const cpuMs =
    failure?.kind === 'time' && failure.clock === 'cpu'
      ? Math.min(claim.cpuMs, failure.limitMs)
      : claim.cpuMs;
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
    hint: verdict === 'WA' ? test.hint : null,
    ...(group.sample && verdict === 'WA' && shownOutput(claim)),
  };
}

/** What a verdict keeps of an answer, characters: enough for every sample that is small enough to be read. */
const longestOutput = 32 * 1024;

/** What would turn a page or a terminal around, also written as an escape: such an answer is told by its differences alone. */
const unshowable = /\\u|\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

function shownOutput({ outcome }: TestClaim): { output?: string } {
  if (outcome.kind === 'failed') return {};
  const output = encodePlain(outcome.output);
  return output.length > longestOutput || unshowable.test(output) ? {} : { output };
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
