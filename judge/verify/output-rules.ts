import type { ProblemPackage } from '#content/problem.ts';
import { check, errorMargin } from '../check.ts';
import { type Asked, compare } from '../compare.ts';
import type { GradableProblem } from '../gradable-problem.ts';
import type { Outputs } from '../grade-recorded.ts';
import { groupYaml, tolerancePlace } from '../package-places.ts';
import { encodePlain, type PlainData } from '../plain-data.ts';
import type { ReferenceEngine } from '../reference.ts';
import { halfPrecision, type Mutant, mutants, sparingInputs } from './mutants.ts';
import type { Finding, Margin } from './report.ts';

/** From this share of the tolerance on another honest order of summation may be rejected. */
const largestShare = 0.3;

/** How near an accepted solution's outputs come to the tolerance's edge; undefined where nothing is within one. */
export function findMargin(
  { groups }: GradableProblem,
  file: string,
  outputs: Outputs,
): { margin: Margin | undefined; findings: Finding[] } {
  const shares = groups
    .filter(({ tolerance }) =>
      [tolerance.default, ...Object.values(tolerance.fields)].some(({ kind }) => kind === 'allclose'),
    )
    .flatMap(({ tests, tolerance }) =>
      tests
        .filter(({ name }) => outputs.has(name))
        .map(({ name, expected }) => ({
          file,
          test: name,
          share: errorMargin(expected, outputs.get(name), tolerance),
        })),
    );
  const findings = shares
    .filter(({ share }) => share >= largestShare)
    .map(({ test, share }): Finding => {
      const message = `${test}: expected an error under ${largestShare} of the tolerance, got ${share.toPrecision(2)}`;
      return { severity: 'error', file: `submissions/${file}`, line: null, rule: 'tolerance', message };
    });
  const [margin] = shares.toSorted((a, b) => b.share - a.share);
  return { margin, findings };
}

/** Answers that agree to the last bit were summed in one order: they say nothing about how far others may lie. */
export function checkOrders(
  problem: GradableProblem,
  answers: { file: string; outputs: Outputs }[],
): Finding[] {
  const [first, ...others] = answers;
  const compared = problem.groups.filter(
    ({ tolerance }) =>
      tolerance.default.kind === 'allclose' ||
      Object.values(tolerance.fields).some(({ kind }) => kind === 'allclose'),
  );
  const tests = compared.flatMap((group) => group.tests.map(({ name }) => name));
  if (!first || others.length === 0 || tests.length === 0) return [];
  const same = others.every(({ outputs }) =>
    tests.every((name) => encodePlain(outputs.get(name)) === encodePlain(first.outputs.get(name))),
  );
  if (!same) return [];
  const message =
    'the accepted solutions answer alike to the last bit: let one compute in another order of summation, so that the margin means something';
  return [{ severity: 'error', file: 'submissions/accepted', line: null, rule: 'independence', message }];
}

/** Whether every group rejects the standard mutants of an accepted solution's answers. */
export async function checkMutants(
  { pkg, problem }: { pkg: ProblemPackage; problem: GradableProblem },
  outputs: Outputs,
  reference: Pick<ReferenceEngine, 'validate'>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const group of problem.groups) {
    for (const mutant of mutants) {
      const asked = group.tests.map((test) => ({ problem, group, test }));
      if ((await survival(mutant, { asked, outputs }, reference)) !== 'survives') continue;
      const message = `expected the group to reject a solution that ${mutant.name}, but it passes`;
      const described = groupYaml(group);
      const file = described in pkg.yaml ? described : described.replace('/test_group.yaml', '');
      findings.push({ severity: 'error', file, line: null, rule: 'mutants', message });
    }
  }
  const everything = problem.groups.flatMap((group) => group.tests.map((test) => ({ problem, group, test })));
  if ((await survival(halfPrecision, { asked: everything, outputs }, reference)) === 'survives') {
    const message = 'expected the tests to reject right answers rounded to float16, but they pass';
    const loose = problem.groups.find(({ tolerance }) => tolerance.default.kind === 'allclose');
    const place = tolerancePlace(loose ?? { name: '', sample: false }, pkg);
    findings.push({ severity: 'error', ...place, rule: 'low precision', message });
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
    const mutated = sparingInputs(output, (answer) => mutate(answer, at.test.args));
    if (!outputs.has(at.test.name) || isSame(output, mutated)) continue;
    differs = true;
    if (!(await compare(mutated, at, reference)).accepted) return 'dies';
  }
  return differs ? 'survives' : 'same';
}

function isSame(output: PlainData, mutated: PlainData): boolean {
  return check(output, mutated, { default: { kind: 'exact' }, fields: {} }).accepted;
}
