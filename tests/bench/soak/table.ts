import type { Summary } from '../judge/statistics.ts';
import type { Drift } from './drift.ts';
import { parts, type Sample } from './sample.ts';

/** Submissions that arrived in the window, and what the parts used at its end. */
export type Window = { second: number; latency: Summary | null; underWay: number; sample: Sample };

export type SoakReport = {
  machine: { cores: number; model: string; node: string };
  /** Verdicts a second at most, and how many a second were sent. */
  sustained: number;
  rate: number;
  minutes: number;
  submissions: number;
  failures: string[];
  latency: Summary;
  windows: Window[];
  drifts: Drift[];
};

export function tableOf(report: SoakReport): string {
  const { machine, sustained, rate, minutes, submissions, failures, latency, windows, drifts } = report;
  const head = [
    'second',
    'p50',
    'p95',
    'p99',
    'under way',
    ...parts.map((part) => `${part} MiB/fds`),
    'groups',
    'temp',
  ];
  const rows = windows.map(({ second, latency: times, underWay, sample }) => [
    String(second),
    ...(times ? [times.p50, times.p95, times.p99].map((ms) => ms.toFixed(0)) : ['', '', '']),
    String(underWay),
    ...parts.map((part) => `${sample[part].memoryMiB.toFixed(0)}/${sample[part].descriptors}`),
    String(sample.groups),
    String(sample.temporary),
  ]);
  const verdicts = drifts.map(({ figure, mean, rise, allowed, flat }) => [
    flat ? 'flat' : 'RISES',
    figure,
    `mean ${mean}`,
    `rise ${rise}`,
    `allowed ${allowed}`,
  ]);
  return [
    `${machine.cores} × ${machine.model}, Node ${machine.node}`,
    `sustained ${sustained}/s; ${rate}/s for ${minutes} minutes: ${submissions} submissions, ${failures.length} failed`,
    `latency p50 ${latency.p50} ms, p95 ${latency.p95} ms, p99 ${latency.p99} ms`,
    '',
    ...aligned([head, ...rows]),
    '',
    ...aligned(verdicts),
    ...failures.slice(0, 10),
  ].join('\n');
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '));
}
