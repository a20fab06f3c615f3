import type { Case, ProblemPackage, TestGroup } from '#content/problem.ts';
import type { PublicProblem } from '#content/public-problem.ts';
import type { GradableGroup, GradableProblem, GradableTest, KnownMisconception } from './gradable-problem.ts';
import type { Stations } from './grade.ts';
import { encodePlain, type PlainData } from './plain-data.ts';
import { type AuthorCode, AuthorCodeError, type GeneratedCase, type ReferenceEngine } from './reference.ts';
import { stripAuthorCode } from './strip-author-code.ts';

/**
 * Computes what a package leaves to be computed: inputs by its generators (twice, and they must agree to the bit),
 * expected outputs by its reference, and what its known mistakes answer. Throws `ContentError` or `AuthorCodeError`.
 */
export async function prepare(pkg: ProblemPackage, stations: Stations): Promise<GradableProblem> {
  const modules = stripAuthorCode(pkg.slug, pkg.code);
  const code: AuthorCode = { runtime: pkg.runtime, modules };
  const groups: GradableGroup[] = [];
  for (const group of pkg.groups) groups.push(await prepareGroup(group, code, stations.reference));
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
  return { ...problem, misconceptions: await recordMisconceptions(pkg, problem, stations) };
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
    throw new AuthorCodeError(
      `generators/${generator}.ts`,
      `${testCase.name}: two runs with seed ${seed} differ`,
    );
  }
  return first;
}

/** Runs the wrong answers that stand for a misconception and keeps what they answer. */
async function recordMisconceptions(
  pkg: ProblemPackage,
  problem: GradableProblem,
  stations: Stations,
): Promise<KnownMisconception[]> {
  const known: KnownMisconception[] = [];
  for (const { source, misconception } of pkg.submissions) {
    if (!misconception) continue;
    const { signature, entryPoints, runtime } = problem;
    const compiled = await stations.compiler.compile({ source, signature, entryPoints, runtime });
    const outputs =
      compiled.kind === 'compiled' ? await outputsOf(compiled.javascript, problem, stations) : {};
    known.push({ ...misconception, outputs });
  }
  return known;
}

async function outputsOf(
  solution: string,
  problem: GradableProblem,
  { sandboxes }: Pick<Stations, 'sandboxes'>,
): Promise<Record<string, PlainData>> {
  const { runtime, driver, limits } = problem;
  const outputs: Record<string, PlainData> = {};
  for (const { tests } of problem.groups) {
    const args = tests.map((test) => ({ args: test.args }));
    for await (const claim of sandboxes.run({ runtime, driver, solution, limits, seed: 1, tests: args })) {
      const test = tests[claim.index];
      if (test && claim.outcome.kind === 'returned') outputs[test.name] = claim.outcome.output;
    }
  }
  return outputs;
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
