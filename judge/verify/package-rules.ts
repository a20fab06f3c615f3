import {
  type ProblemPackage,
  type SubmissionFolder,
  submissionFolders,
  type Tolerance,
} from '#content/problem.ts';
import { type Places, tolerancePlace } from '../package-places.ts';
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
    findings.push({
      severity: 'error',
      file: `submissions/${folder}`,
      line: null,
      rule: 'submissions',
      message,
    });
  }
  const secret = pkg.groups.filter((group) => !group.sample);
  const cases = secret.reduce((sum, group) => sum + group.cases.length, 0);
  const warn = (file: string, rule: string, [least, got]: [number, number]) => {
    if (got >= least) return;
    const message = `expected at least ${least}, got ${got}`;
    findings.push({ severity: 'warning', file, line: null, rule, message });
  };
  warn('submissions/wrong_answer', 'submissions', [wanted.wrongAnswers, count('wrong_answer')]);
  warn('data/secret', 'cases', [wanted.secretCases, cases]);
  warn('data/secret', 'groups', [wanted.secretGroups, secret.length]);
  return findings;
}

/** Two accepted solutions that are one say nothing about how far honest answers may lie apart. */
export function checkIndependence({ submissions }: ProblemPackage): Finding[] {
  const seen = new Map<string, string>();
  return submissions.flatMap(({ folder, file, source }): Finding[] => {
    if (folder !== 'accepted') return [];
    const text = source.replace(/\/\/.*$/gm, '').replace(/\s+/g, '');
    const twin = seen.get(text);
    seen.set(text, file);
    if (twin === undefined) return [];
    const message = `expected a solution of its own, but it is ${twin} again`;
    return [{ severity: 'error', file: `submissions/${file}`, line: 1, rule: 'independence', message }];
  });
}

/** The time limit is twice what the slowest accepted solution takes, or more. */
export function checkTimeLimit(
  pkg: ProblemPackage,
  submissions: SubmissionReport[],
  places: Places,
): Finding[] {
  const accepted = submissions.filter(
    ({ file, verdict }) => file.startsWith('accepted/') && verdict === 'AC',
  );
  const [slowest] = accepted.toSorted((a, b) => b.cpuMs - a.cpuMs);
  if (!slowest || slowest.cpuMs * 2 <= pkg.limits.timeMs) return [];
  const message = `the slowest test of ${slowest.file} takes ${Math.round(slowest.cpuMs)} ms: expected time_ms of at least ${Math.ceil(slowest.cpuMs * 2)}, got ${pkg.limits.timeMs}`;
  return [
    { severity: 'error', ...places('problem.yaml', ['limits', 'time_ms']), rule: 'time limit', message },
  ];
}

/** A solver has to know how near is near enough: every tolerance stands in the statement. */
export function checkStatement(pkg: ProblemPackage): Finding[] {
  const bounds = pkg.groups.flatMap((group) => {
    const { file, line } = tolerancePlace(group, pkg);
    const rules = [group.tolerance.default, ...Object.values(group.tolerance.fields)];
    return rules.flatMap(boundsOf).map((bound) => ({ ...bound, place: `${file}:${line}` }));
  });
  const told = new Map(bounds.map((bound) => [bound.value, bound]));
  return (['en', 'zh'] as const).flatMap((locale) =>
    [...told.values()]
      .filter(({ value }) => !spellings(value).some((said) => pkg.statement[locale].includes(said)))
      .map(({ name, value, place }): Finding => {
        const message = `expected it to tell ${name} ${value} of ${place}, as ${spellings(value).join(' or ')}`;
        return {
          severity: 'error',
          file: `statement/problem.${locale}.md`,
          line: null,
          rule: 'statement',
          message,
        };
      }),
  );
}

function boundsOf(rule: Tolerance): { name: string; value: number }[] {
  if (rule.kind !== 'allclose') return [];
  const { rtol, atol } = rule;
  return [
    { name: 'rtol', value: rtol },
    { name: 'atol', value: atol },
  ].filter(({ value }) => value > 0);
}

/** 2e-4 as `0.0002`, `2e-4`, `2\cdot10^{-4}`, `2 · 10⁻⁴`; a mantissa of 1 may be left out. */
function spellings(value: number): string[] {
  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  const power = exponent.replace('+', '');
  const raised = power.replace(/./g, (sign) => (sign === '-' ? '⁻' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)] ?? '')));
  const times =
    mantissa === '1'
      ? ['']
      : [`${mantissa}\\cdot`, `${mantissa} · `, `${mantissa}·`, `${mantissa}×`, `${mantissa} × `];
  const decimal = value >= 1e-6 ? [String(value)] : [];
  return [
    ...decimal,
    `${mantissa}e${power}`,
    ...times.flatMap((before) => [`${before}10^{${power}}`, `${before}10${raised}`]),
  ];
}
