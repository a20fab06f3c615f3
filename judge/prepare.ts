import { availableParallelism } from 'node:os';
import type { Case, ProblemPackage, TestGroup } from '#content/problem.ts';
import type { PublicProblem } from '#content/public-problem.ts';
import { requireAgreement } from './agreement.ts';
import { mapAtOnce } from './at-once.ts';
import { isTelling } from './diagnose.ts';
import type { GradableGroup, GradableProblem, GradableTest, KnownMisconception } from './gradable-problem.ts';
import type { Stations } from './grade.ts';
import { gradeRecorded } from './grade-recorded.ts';
import { encodePlain, type PlainData } from './plain-data.ts';
import { type AuthorCode, AuthorCodeError, type GeneratedCase, type ReferenceEngine } from './reference.ts';
import { stripAuthorCode } from './strip-author-code.ts';
import type { Failure } from './verdict.ts';

/**
 * Computes what a package leaves to be computed: inputs by its generators (twice, and they must agree to the bit),
 * expected outputs by its reference (on two backends, and they must agree within a third of the tolerance), and what its
 * known mistakes answer. Throws `ContentError` or `AuthorCodeError`.
 */
export async function prepare(pkg: ProblemPackage, stations: Stations): Promise<GradableProblem> {
  const { code, groups } = await computeExpected(pkg, stations.reference);
  const { modules } = code;
  await requireAgreement(stations.reference, { code, groups });
  const { slug, version, runtime, entryPoints, limits, signature } = pkg;
  const problem: GradableProblem = {
    slug,
    version,
    runtime,
    entryPoints,
    limits,
    signature,
    driver: pick(modules, /^include\//),
    validator:
      'output_validator/check.ts' in modules
        ? pick(modules, /^(include|output_validator|reference)\//)
        : null,
    groups,
    misconceptions: [],
  };
  const misconceptions = await recordMisconceptions(pkg, problem, stations).catch(ofBrokenDriver(slug));
  return { ...problem, misconceptions };
}

// The first that runs a package's driver.
function ofBrokenDriver(slug: string): (cause: unknown) => never {
  return (cause) => {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'DRIVER_BROKEN')) throw cause;
    throw new AuthorCodeError(cause.message, { slug, file: 'include/driver.ts', cause });
  };
}

/** A package's code without its types, and its groups with inputs and expected outputs. */
export async function computeExpected(
  pkg: ProblemPackage,
  engine: ReferenceEngine,
): Promise<{ code: AuthorCode; groups: GradableGroup[] }> {
  const modules = stripAuthorCode(pkg.slug, pkg.code);
  const code: AuthorCode = { slug: pkg.slug, runtime: pkg.runtime, modules };
  const groups: GradableGroup[] = [];
  for (const group of pkg.groups) groups.push(await prepareGroup(group, code, engine));
  return { code, groups };
}

function pick(modules: Record<string, string>, paths: RegExp): Record<string, string> {
  return Object.fromEntries(Object.entries(modules).filter(([path]) => paths.test(path)));
}

async function prepareGroup(
  group: TestGroup,
  code: AuthorCode,
  engine: ReferenceEngine,
): Promise<GradableGroup> {
  const tests: GradableTest[] = [];
  for (const testCase of group.cases) {
    const input = await inputOf(testCase, code, engine);
    const expected = await engine.reference(code, input);
    tests.push({
      name: testCase.name,
      hint: testCase.hint,
      description: testCase.description,
      ...input,
      expected,
    });
  }
  const { name, title, points, sample, tolerance, fullFeedback, validator } = group;
  return { name, title, points, sample, tolerance, fullFeedback, validator, tests };
}

async function inputOf(testCase: Case, code: AuthorCode, engine: ReferenceEngine): Promise<GeneratedCase> {
  const { source } = testCase;
  if (source.kind === 'inline') return { args: source.args as PlainData, heldOut: undefined };
  const { generator, seed } = source;
  const call = { generator, seed, params: source.params as PlainData };
  const first = await engine.generate(code, call);
  const second = await engine.generate(code, call);
  if (encodePlain([first.args, first.heldOut]) !== encodePlain([second.args, second.heldOut])) {
    const at = { slug: code.slug, file: `generators/${generator}.ts` };
    throw new AuthorCodeError(`${testCase.name}: two runs with seed ${seed} differ`, at);
  }
  return first;
}

/** Runs the wrong answers that stand for a misconception and keeps where they are right and what they answer else. */
async function recordMisconceptions(
  pkg: ProblemPackage,
  problem: GradableProblem,
  stations: Stations,
): Promise<KnownMisconception[]> {
  const known: KnownMisconception[] = [];
  const runs = pkg.submissions.flatMap(({ source, misconception }): MistakeRun[] => {
    if (!misconception) return [];
    const mistake: KnownMisconception = { ...misconception, right: [], outputs: {} };
    known.push(mistake);
    return [{ mistake, source, problem }];
  });
  await mapAtOnce(runs, availableParallelism(), (run) => observe(run, stations));
  return known;
}

type MistakeRun = { mistake: KnownMisconception; source: string; problem: GradableProblem };

async function observe({ mistake, source, problem }: MistakeRun, stations: Stations): Promise<void> {
  const { verdict, outputs } = await record({ source, problem }, stations);
  const telling = new Set(
    problem.groups.filter(({ tolerance }) => isTelling(tolerance)).map(({ name }) => name),
  );
  for (const test of verdict.tests.filter(({ group }) => telling.has(group))) {
    if (test.verdict === 'AC') mistake.right.push(test.name);
    else if (outputs.has(test.name)) mistake.outputs[test.name] = outputs.get(test.name);
  }
}

type Recorded = Awaited<ReturnType<typeof gradeRecorded>>;

/** How often a wrong answer is tried that ran out of time: on a busy machine it may have, and what it answers is kept for good. */
const tries = 3;

// Graded as a whole, as a submission is: the seed of Math.random is the test's place among all tests.
async function record(
  { source, problem }: Omit<MistakeRun, 'mistake'>,
  stations: Stations,
): Promise<Recorded> {
  for (let tried = 1; ; tried += 1) {
    const recorded = await gradeRecorded(source, problem, stations);
    if (tried === tries || !recorded.verdict.tests.some(({ failure }) => wasCutOff(failure))) return recorded;
  }
}

function wasCutOff(failure: Failure | null): boolean {
  return failure?.kind === 'time' || failure?.kind === 'died';
}

/** The half of a problem that anyone may see. */
export function toPublicProblem(pkg: ProblemPackage, problem: GradableProblem): PublicProblem {
  const { slug, version, name, difficulty, topics, source, license, credits, runtime, entryPoints, limits } =
    pkg;
  const { statement, editorial, template, signature } = pkg;
  const samples = problem.groups.filter((group) => group.sample);
  return {
    slug,
    version,
    name,
    difficulty,
    topics,
    source,
    license,
    credits,
    runtime,
    entryPoints,
    limits,
    statement,
    editorial,
    template,
    signature,
    driver: problem.driver,
    groups: problem.groups.map((group) => ({
      name: group.name,
      title: group.title,
      points: group.points,
      sample: group.sample,
      tests: group.tests.map((test) => test.name),
    })),
    samples: samples.flatMap(({ tests, tolerance }) =>
      tests.map((test) => ({
        name: test.name,
        description: test.description,
        hint: test.hint,
        args: encodePlain(test.args),
        expected: encodePlain(test.expected),
        tolerance,
      })),
    ),
  };
}
