import type { GradableProblem } from './gradable-problem.ts';
import { type GradeListener, grade, type Stations } from './grade.ts';
import type { PlainData } from './plain-data.ts';
import type { SandboxPool } from './sandbox.ts';
import type { Verdict } from './verdict.ts';

/** What a solution answered, by test name; a test on which it failed is absent. */
export type Outputs = Map<string, PlainData>;

const deaf: GradeListener = { status: () => undefined, test: () => undefined };

/** Grades as a submission is graded and keeps what came out, for authors' files alone. */
export async function gradeRecorded(
  source: string,
  problem: GradableProblem,
  stations: Stations,
): Promise<{ verdict: Verdict; outputs: Outputs }> {
  const names = problem.groups.flatMap((group) => group.tests.map((test) => test.name));
  const outputs: Outputs = new Map();
  const sandboxes: SandboxPool = {
    ...stations.sandboxes,
    async *run(request) {
      for await (const claim of stations.sandboxes.run(request)) {
        const name = names[claim.index];
        // Only the run of all tests counts them as the problem does; one after a sandbox's death is left out.
        if (name !== undefined && request.tests.length === names.length && claim.outcome.kind === 'returned')
          outputs.set(name, claim.outcome.output);
        yield claim;
      }
    },
  };
  const verdict = await grade({ source, problem }, { ...stations, sandboxes }, deaf);
  return { verdict, outputs };
}
