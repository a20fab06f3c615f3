import { type ProblemPackage, type SubmissionFolder, submissionFolders } from '#content/problem.ts';
import type { Finding, SubmissionReport } from './report.ts';

/** How many submissions of a folder a package must have. */
const needed: Record<SubmissionFolder, number> = {
  accepted: 2,
  wrong_answer: 1,
  time_limit_exceeded: 1,
  memory_limit_exceeded: 1,
  run_time_error: 1,
  compile_error: 1,
};
const wanted = { wrongAnswers: 6, secretCases: 20, secretGroups: 3 };

/** Whether a package is large enough to tell right from wrong. */
export function checkSize(pkg: ProblemPackage): Finding[] {
  const findings: Finding[] = [];
  const count = (folder: SubmissionFolder) =>
    pkg.submissions.filter((submission) => submission.folder === folder).length;
  for (const folder of submissionFolders) {
    if (count(folder) >= needed[folder]) continue;
    const message = `expected at least ${needed[folder]}, got ${count(folder)}`;
    findings.push({ severity: 'error', file: `submissions/${folder}`, rule: 'submissions', message });
  }
  const secret = pkg.groups.filter((group) => !group.sample);
  const cases = secret.reduce((sum, group) => sum + group.cases.length, 0);
  const warn = (file: string, rule: string, [least, got]: [number, number]) => {
    if (got >= least) return;
    findings.push({ severity: 'warning', file, rule, message: `expected at least ${least}, got ${got}` });
  };
  warn('submissions/wrong_answer', 'submissions', [wanted.wrongAnswers, count('wrong_answer')]);
  warn('data/secret', 'cases', [wanted.secretCases, cases]);
  warn('data/secret', 'groups', [wanted.secretGroups, secret.length]);
  return findings;
}

/** The time limit is twice what the slowest accepted solution takes, or more. */
export function checkTimeLimit(pkg: ProblemPackage, submissions: SubmissionReport[]): Finding[] {
  const accepted = submissions.filter(({ file }) => file.startsWith('accepted/'));
  return accepted
    .filter(({ verdict, cpuMs }) => verdict === 'AC' && cpuMs * 2 > pkg.limits.timeMs)
    .map(({ file, cpuMs }) => ({
      severity: 'warning',
      file: `submissions/${file}`,
      rule: 'time limit',
      message: `its slowest test takes ${Math.round(cpuMs)} ms: expected time_ms of at least ${Math.ceil(cpuMs * 2)}, got ${pkg.limits.timeMs}`,
    }));
}
