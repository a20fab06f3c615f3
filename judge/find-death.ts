import { compare } from './compare.ts';
import type { GradableGroup, GradableProblem, GradableTest } from './gradable-problem.ts';
import { BrokenSandbox, type Stations } from './grade.ts';
import type { VerdictCode } from './verdict.ts';

/** The first test that a solution does not pass, and how it fails there. */
export type Death = { test: string; group: string; verdict: VerdictCode };

export type Attempt = {
  problem: GradableProblem;
  /** JavaScript, an ES module. */
  solution: string;
  /** Is told what the solution printed in each test. */
  onConsole?(printed: string): void;
};

/** Runs a solution until its first failure; undefined where it passes all tests. Far quicker than a grading where most fail. */
export async function findDeath(
  { problem, solution, onConsole }: Attempt,
  stations: Pick<Stations, 'sandboxes' | 'reference'>,
): Promise<Death | undefined> {
  const { runtime, driver, limits } = problem;
  const asked: { group: GradableGroup; test: GradableTest }[] = problem.groups.flatMap((group) =>
    group.tests.map((test) => ({ group, test })),
  );
  // As a submission is asked, in one go: the seed of Math.random is the test's place among all tests.
  const tests = asked.map(({ test }) => ({ args: test.args }));
  let passed = 0;
  for await (const claim of stations.sandboxes.run({ runtime, driver, solution, limits, seed: 1, tests })) {
    const placed = asked[claim.index];
    if (!placed || claim.index !== passed) throw new BrokenSandbox(claim.index, passed);
    const { outcome } = claim;
    const dead = (verdict: VerdictCode): Death => ({
      test: placed.test.name,
      group: placed.group.name,
      verdict,
    });
    if (outcome.kind === 'failed') return dead(outcome.verdict);
    onConsole?.(claim.console);
    const { accepted } = await compare(outcome.output, { problem, ...placed }, stations.reference);
    if (!accepted) return dead('WA');
    passed += 1;
  }
  if (passed < asked.length) throw new BrokenSandbox(undefined, passed);
  return undefined;
}
