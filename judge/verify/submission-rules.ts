import type { PackageSubmission } from '#content/problem.ts';
import { describeFailure } from '../describe.ts';
import { answeringAlike } from '../diagnose.ts';
import type { GradableProblem } from '../gradable-problem.ts';
import { type Place, type Places, submissionsYaml } from '../package-places.ts';
import type { Verdict } from '../verdict.ts';
import type { Finding } from './report.ts';

type Judged = { submission: PackageSubmission; verdict: Verdict };

/** Holds a submission's verdict against what its folder and submissions.yaml say. */
export function checkSubmission(
  { submission, verdict }: Judged,
  problem: GradableProblem,
  places: Places,
): Finding[] {
  const findings: Finding[] = [];
  const { file, permitted, required, message, misconception } = submission;
  const source: Place = { file: `submissions/${file}`, line: lineOfFailure(verdict) };
  const said = (key: string): Place => {
    const { line } = places(submissionsYaml, [file, key]);
    return line === null ? source : { file: submissionsYaml, line };
  };
  const complain = (at: Place, rule: string, told: string) =>
    findings.push({ severity: 'error', ...at, rule, message: told });

  if (!permitted.includes(verdict.verdict))
    complain(
      source,
      'verdict',
      `expected ${permitted.join(' or ')}, got ${verdict.verdict}${firstFailure(verdict)}`,
    );
  else {
    const stray = verdict.tests.find((test) => test.verdict !== 'AC' && !permitted.includes(test.verdict));
    if (stray)
      complain(
        source,
        'permitted',
        `expected ${permitted.join(' or ')}, got ${stray.verdict} in ${stray.name}`,
      );
  }
  for (const group of verdict.groups) {
    if (required.includes(group.name) && group.verdict === 'AC')
      complain(
        said('required'),
        'required',
        `${file}: expected it to fail in group ${group.name}, but it passes`,
      );
  }
  if (message !== null && !describedFailures(verdict, required).some((told) => told.includes(message)))
    complain(
      said('message'),
      'message',
      `${file}: expected a failure that says "${message}"${firstFailure(verdict)}`,
    );
  if (misconception && verdict.verdict === 'WA' && verdict.diagnosis?.id !== misconception.id) {
    // Silence helps nobody, another's name misleads.
    const [severity, named]: [Finding['severity'], string] = verdict.diagnosis
      ? ['error', `it is taken for ${verdict.diagnosis.id}`]
      : ['warning', `no mistake is named${alikeTo(misconception.id, problem)}`];
    findings.push({
      severity,
      ...said('misconception'),
      rule: 'misconception',
      message: `${file}: expected it to be told as ${misconception.id}, but ${named}`,
    });
  }
  return findings;
}

function alikeTo(id: string, problem: GradableProblem): string {
  const alike = answeringAlike(id, problem);
  return alike.length === 0
    ? ''
    : `: ${alike.join(', ')} ${alike.length === 1 ? 'answers' : 'answer'} alike on every test`;
}

function describedFailures(verdict: Verdict, groups: string[]): string[] {
  return verdict.tests
    .filter((test) => groups.length === 0 || groups.includes(test.group))
    .flatMap(({ failure }) => (failure ? [describeFailure(failure, 'en')] : []));
}

function firstFailure({ compile, tests }: Verdict): string {
  const diagnostic = compile[0];
  if (diagnostic) return `: line ${diagnostic.line}, ${diagnostic.code}, ${diagnostic.message}`;
  const test = tests.find(({ verdict }) => verdict !== 'AC');
  return test?.failure ? ` in ${test.name}: ${describeFailure(test.failure, 'en')}` : '';
}

/** Where in the source it went wrong, as far as that is known. */
function lineOfFailure({ compile, tests }: Verdict): number | null {
  const [diagnostic] = compile;
  if (diagnostic) return diagnostic.line;
  const failure = tests.find(({ verdict }) => verdict !== 'AC')?.failure;
  return failure?.kind === 'threw' ? failure.line : null;
}
