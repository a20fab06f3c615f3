import { availableParallelism } from 'node:os';
import { checkProblemTexts } from '#content/check-problem-texts.ts';
import type { Linkable } from '#content/linkable.ts';
import type { PackageSubmission, ProblemPackage } from '#content/problem.ts';
import { mapAtOnce } from './at-once.ts';
import { findDeath } from './find-death.ts';
import type { GradableProblem } from './gradable-problem.ts';
import type { Stations } from './grade.ts';
import { gradeRecorded, type Outputs } from './grade-recorded.ts';
import { openPlaces } from './package-places.ts';
import { findStrayFields } from './tolerance-fields.ts';
import type { Verdict } from './verdict.ts';
import { checkMutants, checkOrders, findMargin } from './verify/output-rules.ts';
import { checkIndependence, checkSize, checkStatement, checkTimeLimit } from './verify/package-rules.ts';
import type * as report from './verify/report.ts';
import { hasSpoilt, spoilingInputs } from './verify/spoil-inputs.ts';
import { checkSubmission } from './verify/submission-rules.ts';

export type Finding = report.Finding;
export type SubmissionReport = report.SubmissionReport;
export type VerifyReport = report.VerifyReport;

export type Verification = {
  pkg: ProblemPackage;
  problem: GradableProblem;
  computedBy: string;
  stations: Stations;
  /** What its texts may lead to. */
  linkable: Linkable;
  /** How many submissions are graded at a time; as many as there are cores by default. */
  atOnce?: number;
  /** Whether what runs out of time is graded again with twice the time, for a warning; true by default. */
  doubling?: boolean;
  /** Told of each submission when it was graded, in any order. */
  onGraded?(report: SubmissionReport): void;
};

/** A submission as it was graded; `slack` is its verdict with twice the time, where time ran out and that was asked for. */
type Graded = { submission: PackageSubmission; verdict: Verdict; outputs: Outputs; slack: Verdict | null };

/**
 * Holds a package against the rules of docs/problem-packages.md: grades all its submissions, and makes
 * standard wrong answers of the right ones. Throws `AuthorCodeError` where the validator fails.
 */
export async function verifyPackage(verification: Verification): Promise<VerifyReport> {
  const { pkg, computedBy, stations, atOnce = availableParallelism(), doubling = true } = verification;
  // Its author may see what a solver may not.
  const groups = verification.problem.groups.map((group) => ({ ...group, fullFeedback: true }));
  const problem = { ...verification.problem, groups };
  const places = openPlaces(pkg);
  const template = gradeRecorded(pkg.template, problem, stations);
  const graded = await mapAtOnce(pkg.submissions, atOnce, async (submission): Promise<Graded> => {
    const { verdict, outputs } = await gradeRecorded(submission.source, problem, stations);
    verification.onGraded?.(reportOf(submission, verdict));
    // What is wrong is read from the verdict; only right answers are looked at again.
    const kept: Outputs = verdict.verdict === 'AC' ? outputs : new Map();
    // More time changes nothing for what never ran out of it.
    const ranOut = doubling && verdict.tests.some((test) => test.verdict === 'TLE');
    const slack = ranOut ? await slackOf(submission, problem, stations) : null;
    return { submission, verdict, outputs: kept, slack };
  });

  const submissions = graded.map(({ submission, verdict }) => reportOf(submission, verdict));
  const right = graded
    .filter(({ submission, verdict }) => submission.folder === 'accepted' && verdict.verdict === 'AC')
    .map(({ submission: { file, source }, outputs }) => ({ file, source, outputs }));
  const margins = right.map(({ file, outputs }) => findMargin(problem, file, outputs));
  const [first] = right;
  const findings = [
    ...(await checkTexts(verification)),
    ...checkSize(pkg),
    ...checkIndependence(pkg),
    ...checkStatement(pkg),
    ...checkFields(pkg, problem),
    ...graded.flatMap((one) => [...checkSubmission(one, problem, places), ...checkSlack(one)]),
    ...margins.flatMap((one) => one.findings),
    ...checkOrders(problem, right),
    ...(first ? await checkMutants({ pkg, problem }, first.outputs, stations.reference) : []),
    ...(first ? await checkSpoiling(first, problem, stations) : []),
    ...checkTimeLimit(pkg, submissions, places),
    ...checkTemplate((await template).verdict),
  ];
  const { slug, version } = pkg;
  const names = groups.map((group) => group.name);
  return {
    slug,
    version,
    computedBy,
    groups: names,
    submissions,
    margins: margins.flatMap(({ margin }) => margin ?? []),
    kills: names.map((group) => killsOf(group, submissions)),
    findings,
  };
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

function killsOf(group: string, submissions: SubmissionReport[]): report.GroupKills {
  const wrong = submissions.filter(({ file }) => file.startsWith('wrong_answer/'));
  const failing = ({ groups }: SubmissionReport) => groups.filter(({ verdict }) => verdict !== 'AC');
  const killed = wrong.filter((one) => failing(one).some(({ name }) => name === group));
  const names = (killed: SubmissionReport[]) => killed.map(({ file }) => file.slice('wrong_answer/'.length));
  return { group, kills: names(killed), alone: names(killed.filter((one) => failing(one).length === 1)) };
}

async function slackOf(
  { source }: PackageSubmission,
  problem: GradableProblem,
  stations: Stations,
): Promise<Verdict> {
  const { timeMs, wallMs } = problem.limits;
  const limits = { ...problem.limits, timeMs: timeMs * 2, wallMs: wallMs * 2 };
  return (await gradeRecorded(source, { ...problem, limits }, stations)).verdict;
}

/** What is too slow for a group must not be so by how fast this machine happens to be. */
function checkSlack({ submission: { file }, verdict, slack }: Graded): Finding[] {
  const changed = slack?.groups.find((group, i) => group.verdict !== verdict.groups[i]?.verdict);
  if (!changed) return [];
  const before = verdict.groups.find(({ name }) => name === changed.name)?.verdict;
  const message = `expected the same verdict with twice the time, got ${changed.verdict} instead of ${before} in group ${changed.name}`;
  return [{ severity: 'warning', file: `submissions/${file}`, line: null, rule: 'time limit', message }];
}

/** Whether the driver notices a right solution that leaves its arguments changed. */
async function checkSpoiling(
  { file, source }: { file: string; source: string },
  problem: GradableProblem,
  stations: Stations,
): Promise<Finding[]> {
  const { signature, entryPoints, runtime } = problem;
  const compiled = await stations.compiler.compile({ source, signature, entryPoints, runtime });
  const solution = compiled.kind === 'compiled' ? spoilingInputs(compiled.javascript, problem) : undefined;
  if (solution === undefined) return [];
  let spoilt = false;
  const onConsole = (printed: string) => {
    spoilt ||= hasSpoilt(printed);
  };
  const death = await findDeath({ problem, solution, onConsole }, stations);
  if (death || !spoilt) return [];
  const message = `expected a solution that changes its arguments to be rejected, but ${file} with changed arguments passes: freeze them, or return whether they are as they were`;
  return [{ severity: 'error', file: 'include/driver.ts', line: null, rule: 'mutants', message }];
}

/** Whether each rule of a tolerance is for something that is compared. */
function checkFields(pkg: ProblemPackage, problem: GradableProblem): Finding[] {
  return findStrayFields(pkg, problem).map((stray) => ({ ...stray, severity: 'error', rule: 'tolerance' }));
}

/** Whether its pages can show what is written, and lead somewhere. */
async function checkTexts({ pkg, linkable }: Verification): Promise<Finding[]> {
  const issues = await checkProblemTexts(pkg, linkable);
  return issues.map(({ file, line, message }) => {
    const inPackage = file.slice(pkg.slug.length + 1);
    return { severity: 'error', file: inPackage, line, rule: 'texts', message };
  });
}

const templateFile = 'attachments/templates/typescript/solution.ts';

function checkTemplate(verdict: Verdict): Finding[] {
  if (verdict.verdict !== 'AC' && verdict.verdict !== 'CE') return [];
  const [first] = verdict.compile;
  const message = first
    ? `expected it to compile, got line ${first.line}: ${first.message}`
    : 'expected something to be left to the solver, but it is accepted as it is';
  return [{ severity: 'error', file: templateFile, line: first?.line ?? null, rule: 'template', message }];
}
