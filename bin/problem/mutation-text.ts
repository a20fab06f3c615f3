import type { MutationReport } from '#judge/mutate.ts';
import { findingLine } from './report-text.ts';
import { counted, table } from './table.ts';

/** How many mutants each group rejects, and by place and change those that no test notices. */
export function mutationText(report: MutationReport): string {
  const { slug, living, stillborn, equivalent, killedBy, survivors, justified, pairs, findings } = report;
  const share = (((survivors.length + justified) / Math.max(1, living)) * 100).toFixed(1);
  const rows = killedBy.map(({ group, count }) => [`  ${group}`, String(count)]);
  return [
    '',
    `${slug}: ${counted(living, 'mutant')} of the accepted solutions (${stillborn} more do not compile, ${equivalent} are equivalent); first rejected by`,
    ...table(rows),
    `  survive, with a reason ${justified}, without ${survivors.length} (${share} %)`,
    ...(pairs.tried > 0 ? [`  of ${counted(pairs.tried, 'pair')} survive ${pairs.survivors.length}`] : []),
    ...findings.map((finding) => findingLine(slug, finding)),
  ].join('\n');
}
