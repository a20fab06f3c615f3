import type { Finding, VerifyReport } from '#judge/verify.ts';
import { counted, table } from './table.ts';

/** A table of submissions × groups with verdict and the slowest test's CPU milliseconds, then what is wrong. */
export function reportText(report: VerifyReport): string {
  const { slug, version, computedBy, groups, submissions, findings } = report;
  const head = ['', 'verdict', ...groups];
  const rows = submissions.map(({ file, verdict, cpuMs, groups: cells }) => [
    file,
    cell(verdict, cpuMs),
    ...groups.map((name) => {
      const found = cells.find((one) => one.name === name);
      return found ? cell(found.verdict, found.cpuMs) : '–';
    }),
  ]);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  return [
    '',
    `${slug}  ${version.slice(0, 19)}…  expected outputs by ${computedBy}`,
    '',
    ...table([head, ...rows]),
    '',
    ...marginLines(report),
    ...killLines(report),
    '',
    ...findings.map((finding) => findingLine(slug, finding)),
    errors > 0
      ? `${slug}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`
      : `${slug}: all holds, ${counted(warnings, 'warning')}`,
  ].join('\n');
}

/** `error: add/problem.yaml:5: time limit: …`, as editors and terminals link them. */
export function findingLine(slug: string, { severity, file, line, rule, message }: Finding): string {
  return `${severity}: ${slug}/${file}${line === null ? '' : `:${line}`}: ${rule}: ${message}`;
}

function marginLines({ margins }: VerifyReport): string[] {
  if (margins.length === 0) return ['nothing is compared within a tolerance', ''];
  const rows = margins.map(({ file, share, test }) => [`  ${file}`, share.toPrecision(2), test]);
  return ['worst error / tolerance, which has to stay under 0.3', ...table(rows), ''];
}

function killLines({ kills, submissions }: VerifyReport): string[] {
  const wrong = submissions.filter(({ file }) => file.startsWith('wrong_answer/')).length;
  const rows = kills.map(({ group, kills: killed, alone }) => [
    `  ${group}`,
    String(killed.length),
    alone.length > 0 ? `it alone: ${alone.join(', ')}` : '',
  ]);
  return [`of ${counted(wrong, 'wrong answer')} each group rejects`, ...table(rows)];
}

function cell(verdict: string, cpuMs: number): string {
  return verdict === 'CE' ? verdict : `${verdict} ${Math.round(cpuMs)}`;
}
