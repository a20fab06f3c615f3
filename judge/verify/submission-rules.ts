import type { PackageSubmission } from '#content/problem.ts';
import { describeFailure } from '../describe.ts';
import type { Verdict } from '../verdict.ts';
import type { Finding } from './report.ts';

/** Holds a submission's verdict against what its folder and submissions.yaml say. */
export function checkSubmission(submission: PackageSubmission, verdict: Verdict): Finding[] {
  const findings: Finding[] = [];
  const { file, permitted, required, message, misconception } = submission;
  const complain = (rule: string, said: string, severity: Finding['severity'] = 'error') =>
    findings.push({ severity, file: `submissions/${file}`, rule, message: said });

  if (!permitted.includes(verdict.verdict))
    complain('verdict', `expected ${permitted.join(' or ')}, got ${verdict.verdict}${firstFailure(verdict)}`);
  else {
    const stray = verdict.tests.find((test) => test.verdict !== 'AC' && !permitted.includes(test.verdict));
    if (stray)
      complain('permitted', `expected ${permitted.join(' or ')}, got ${stray.verdict} in ${stray.name}`);
  }
  for (const group of verdict.groups) {
    if (required.includes(group.name) && group.verdict === 'AC')
      complain('required', `expected it to fail in group ${group.name}, but it passes`);
  }
  if (message !== null && !describedFailures(verdict, required).some((said) => said.includes(message)))
    complain('message', `expected a failure that says "${message}"${firstFailure(verdict)}`);
  if (misconception && verdict.verdict === 'WA' && verdict.diagnosis?.id !== misconception.id) {
    const named = verdict.diagnosis ? `it is taken for ${verdict.diagnosis.id}` : 'no mistake is named';
    complain('misconception', `expected it to be told as ${misconception.id}, but ${named}`, 'warning');
  }
  return findings;
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
