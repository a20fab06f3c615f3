import type { VerifyReport } from '#judge/verify.ts';

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
  const said = findings.map(
    ({ severity, file, rule, message }) => `${severity}: ${slug}/${file}: ${rule}: ${message}`,
  );
  return [
    '',
    `${slug}  ${version.slice(0, 19)}…  expected outputs by ${computedBy}`,
    '',
    ...table([head, ...rows]),
    '',
    ...said,
    errors > 0
      ? `${slug}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`
      : `${slug}: all holds, ${counted(warnings, 'warning')}`,
  ].join('\n');
}

function cell(verdict: string, cpuMs: number): string {
  return verdict === 'CE' ? verdict : `${verdict} ${Math.round(cpuMs)}`;
}

function table(rows: string[][]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
