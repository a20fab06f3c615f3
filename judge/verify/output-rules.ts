import { check, errorShare } from '../check.ts';
import { type Asked, compare } from '../compare.ts';
import type { GradableProblem } from '../gradable-problem.ts';
import type { Outputs } from '../grade-recorded.ts';
import type { PlainData } from '../plain-data.ts';
import type { ReferenceEngine } from '../reference.ts';
import { halfPrecision, type Mutant, mutants } from './mutants.ts';
import type { Finding } from './report.ts';

/** Beyond this share of the tolerance another honest order of summation may be rejected. */
const largestShare = 0.3;

/** Whether accepted outputs keep clear of the tolerance's edge. */
export function checkErrors(problem: GradableProblem, file: string, outputs: Outputs): Finding[] {
  return problem.groups.flatMap(({ tests, tolerance }) =>
    tests.flatMap((test): Finding[] => {
      if (!outputs.has(test.name)) return [];
      const share = errorShare(test.expected, outputs.get(test.name), tolerance);
      if (share <= largestShare) return [];
      const message = `${test.name}: expected an error of at most ${largestShare} of the tolerance, got between that and ${share}`;
      return [{ severity: 'error', file: `submissions/${file}`, rule: 'tolerance', message }];
    }),
  );
}

/** Whether every group rejects the standard mutants of an accepted solution's answers. */
export async function checkMutants(
  problem: GradableProblem,
  outputs: Outputs,
  reference: Pick<ReferenceEngine, 'validate'>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const group of problem.groups) {
    for (const mutant of mutants) {
      const asked = group.tests.map((test) => ({ problem, group, test }));
      if ((await survival(mutant, { asked, outputs }, reference)) !== 'survives') continue;
      const file = group.sample ? 'data/sample' : `data/secret/${group.name}`;
      const message = `expected the group to reject a solution that ${mutant.name}, but it passes`;
      findings.push({ severity: 'error', file, rule: 'mutants', message });
    }
  }
  const everything = problem.groups.flatMap((group) => group.tests.map((test) => ({ problem, group, test })));
  if ((await survival(halfPrecision, { asked: everything, outputs }, reference)) === 'survives') {
    const message = 'right answers rounded to float16 pass: show by a wrong answer that low precision fails';
    findings.push({ severity: 'warning', file: 'problem.yaml', rule: 'tolerance', message });
  }
  return findings;
}

type Attempt = { asked: Asked[]; outputs: Outputs };

/** `same` where the mutant answers as the solution does in every test. */
async function survival(
  { mutate }: Mutant,
  { asked, outputs }: Attempt,
  reference: Pick<ReferenceEngine, 'validate'>,
): Promise<'same' | 'dies' | 'survives'> {
  let differs = false;
  for (const at of asked) {
    const output = outputs.get(at.test.name);
    const mutated = mutate(output, at.test.args);
    if (!outputs.has(at.test.name) || isSame(output, mutated)) continue;
    differs = true;
    if (!(await compare(mutated, at, reference)).accepted) return 'dies';
  }
  return differs ? 'survives' : 'same';
}

function isSame(output: PlainData, mutated: PlainData): boolean {
  return check(output, mutated, { default: { kind: 'exact' }, fields: {} }).accepted;
}
