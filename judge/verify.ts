import type { PackageSubmission, ProblemPackage } from '#content/problem.ts';
import type { GradableProblem } from './gradable-problem.ts';
import type { Stations } from './grade.ts';
import { gradeRecorded } from './grade-recorded.ts';
import type { Verdict } from './verdict.ts';
import { checkErrors, checkMutants } from './verify/output-rules.ts';
import { checkSize, checkTimeLimit } from './verify/package-rules.ts';
import type * as report from './verify/report.ts';
import { checkSubmission } from './verify/submission-rules.ts';

export type Finding = report.Finding;
export type SubmissionReport = report.SubmissionReport;
export type VerifyReport = report.VerifyReport;

export type Verification = {
  pkg: ProblemPackage;
  problem: GradableProblem;
  computedBy: string;
  stations: Stations;
  /** Told of each submission when it was graded. */
  onGraded?(report: SubmissionReport): void;
};

/**
 * Holds a package against the rules of docs/problem-packages.md: grades all its submissions, and makes
 * standard wrong answers of the right ones. Throws `AuthorCodeError` where the validator fails.
 */
export async function verifyPackage(verification: Verification): Promise<VerifyReport> {
  const { pkg, computedBy, stations } = verification;
  // Its author may see what a solver may not.
  const groups = verification.problem.groups.map((group) => ({ ...group, fullFeedback: true }));
  const problem = { ...verification.problem, groups };
  const findings = checkSize(pkg);
  const submissions: SubmissionReport[] = [];
  let mutated = false;

  for (const submission of pkg.submissions) {
    const { verdict, outputs } = await gradeRecorded(submission.source, problem, stations);
    const report = reportOf(submission, verdict);
    verification.onGraded?.(report);
    submissions.push(report);
    findings.push(...checkSubmission(submission, verdict));
    if (submission.folder === 'accepted' && verdict.verdict === 'AC') {
      findings.push(...checkErrors(problem, submission.file, outputs));
      if (!mutated) findings.push(...(await checkMutants(problem, outputs, stations.reference)));
      mutated = true;
    }
    if (submission.folder === 'time_limit_exceeded')
      findings.push(...(await checkSlack(submission, { problem, verdict }, stations)));
  }
  findings.push(...checkTimeLimit(pkg, submissions), ...(await checkTemplate(pkg, problem, stations)));
  const { slug, version } = pkg;
  return { slug, version, computedBy, groups: groups.map((group) => group.name), submissions, findings };
}

function reportOf({ file, permitted }: PackageSubmission, verdict: Verdict): SubmissionReport {
  const slowest = (tests: Verdict['tests']) => Math.max(0, ...tests.map((test) => test.cpuMs));
  return {
    file,
    permitted,
    verdict: verdict.verdict,
    cpuMs: slowest(verdict.tests),
    groups:
      verdict.compile.length > 0
        ? []
        : verdict.groups.map(({ name, verdict: code }) => ({
            name,
            verdict: code,
            cpuMs: slowest(verdict.tests.filter((test) => test.group === name)),
          })),
    diagnosis: verdict.diagnosis?.id ?? null,
  };
}

/** A submission that is too slow must not depend on how fast this machine is. */
async function checkSlack(
  { file, source }: PackageSubmission,
  { problem, verdict }: { problem: GradableProblem; verdict: Verdict },
  stations: Stations,
): Promise<Finding[]> {
  const { timeMs, wallMs } = problem.limits;
  const limits = { ...problem.limits, timeMs: timeMs * 1.5, wallMs: wallMs * 1.5 };
  const { verdict: again } = await gradeRecorded(source, { ...problem, limits }, stations);
  if (again.verdict === verdict.verdict) return [];
  const message = `expected the same verdict with half as much time again, got ${again.verdict} instead of ${verdict.verdict}`;
  return [{ severity: 'warning', file: `submissions/${file}`, rule: 'time limit', message }];
}

const template = 'attachments/templates/typescript/solution.ts';

async function checkTemplate(
  pkg: ProblemPackage,
  problem: GradableProblem,
  stations: Stations,
): Promise<Finding[]> {
  const { verdict } = await gradeRecorded(pkg.template, problem, stations);
  if (verdict.verdict !== 'AC' && verdict.verdict !== 'CE') return [];
  const [first] = verdict.compile;
  const message = first
    ? `expected it to compile, got line ${first.line}: ${first.message}`
    : 'expected something to be left to the solver, but it is accepted as it is';
  return [{ severity: 'error', file: template, rule: 'template', message }];
}
