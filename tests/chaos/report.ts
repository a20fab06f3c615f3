/** What the chaos came to: figures, and whatever is not as it must be. */
import { summarizeTimes } from '../bench/judge/statistics.ts';
import type { Remains } from './audit.ts';
import type { Told } from './client.ts';
import type { JudgeCounts } from './judges.ts';
import type { Planned } from './plan.ts';

export type ChaosOptions = {
  seed: number;
  submissions: number;
  judges: number;
  /** Under way at a time. */
  clients: number;
  /** A judge is killed this often, milliseconds. */
  killEveryMs: number;
  postgresStops: readonly ('in order' | 'SIGKILL')[];
  siteRestarts: boolean;
  /** Ends it, and it has failed. */
  patienceMs: number;
};

/** What was done to the parts. */
export type Done = { postgresStops: number; siteRestarts: number };

/** A told verdict, or why there is none. */
export type Outcome = { planned: Planned; told: Told } | { planned: Planned; failure: string };

export type ChaosReport = {
  /** What is wrong, in words; none where all is well. */
  faults: string[];
  options: ChaosOptions;
  seconds: number;
  acknowledged: number;
  /** Verdicts as they were told, and how many. */
  verdicts: Record<string, number>;
  /** Written, but the answer to the POST was lost; graded like the others. */
  unacknowledgedRows: number;
  judges: JudgeCounts;
  done: Done;
  clients: {
    resubmits: number;
    refusals: Record<string, number>;
    reconnects: number;
    silences: number;
    outOfOrder: number;
  };
  /** From the acknowledgement to the verdict, milliseconds. */
  waits: { p50: number; p95: number; p99: number; most: number };
  /** How many leases the submissions took. */
  leases: { more_than_one: number; most: number };
  left: { jobs: number; leases: number; judges: number; processes: number; groups: number };
  /** What the judges said besides that they graded. */
  judgesSaid: Record<string, number>;
};

export type Findings = {
  options: ChaosOptions;
  seconds: number;
  outcomes: readonly Outcome[];
  done: Done;
  remains: Remains;
  left: { processes: number; groups: string[] };
  judges: ChaosReport['judges'];
  log: string;
};

type Success = { planned: Planned; told: Told };

export function reportOf(findings: Findings): ChaosReport {
  const { options, seconds, outcomes, done, remains, left, judges } = findings;
  const successes = outcomes.filter((outcome): outcome is Success => 'told' in outcome);
  const told = successes.map((success) => success.told);
  const ids = new Set(told.map(({ id }) => id));
  const waits = told.map(({ acknowledgedAt, toldAt }) => toldAt - acknowledgedAt);
  const sum = (of: 'resubmits' | 'reconnects' | 'silences' | 'outOfOrder') =>
    told.reduce((total, { troubles }) => total + troubles[of], 0);
  return {
    faults: faultsOf(findings, successes),
    options,
    seconds: Math.round(seconds * 10) / 10,
    acknowledged: ids.size,
    verdicts: countBy(told.map(({ verdict }) => verdict)),
    unacknowledgedRows: remains.rows.filter(({ id }) => !ids.has(id)).length,
    judges,
    done,
    clients: {
      resubmits: sum('resubmits'),
      refusals: countBy(
        told.flatMap(({ troubles }) =>
          Object.entries(troubles.refusals).flatMap(([status, times]) => Array<string>(times).fill(status)),
        ),
      ),
      reconnects: sum('reconnects'),
      silences: sum('silences'),
      outOfOrder: sum('outOfOrder'),
    },
    waits: waitsOf(waits),
    leases: {
      more_than_one: remains.rows.filter(({ leases }) => leases > 1).length,
      most: Math.max(0, ...remains.rows.map(({ leases }) => leases)),
    },
    left: {
      jobs: remains.jobs,
      leases: remains.leases,
      judges: remains.judges,
      processes: left.processes,
      groups: left.groups.length,
    },
    judgesSaid: countBy(messagesOf(findings.log).filter((message) => message !== 'graded')),
  };
}

function faultsOf({ options, outcomes, done, remains, left }: Findings, successes: Success[]): string[] {
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string) => void (holds || faults.push(fault));
  for (const outcome of outcomes)
    if ('failure' in outcome)
      faults.push(`${outcome.planned.kind} (${outcome.planned.index}): ${outcome.failure}`);
  expect(
    outcomes.length === options.submissions,
    `${outcomes.length} of ${options.submissions} were submitted`,
  );

  const rows = new Map(remains.rows.map((row) => [row.id, row]));
  const plans = new Map(outcomes.map(({ planned }) => [planned.index, planned]));
  for (const { planned, told } of successes) {
    const row = rows.get(told.id);
    expect(row?.index === planned.index, `${told.id} was acknowledged and is not what was sent`);
    expect(row?.verdict === told.verdict, `${told.id} was told ${told.verdict} and says ${row?.verdict}`);
    expect(told.troubles.outOfOrder === 0, `${told.id}: its events came out of order`);
  }
  for (const { id, index, status, verdict, failures, finished } of remains.rows) {
    const planned = index === undefined ? undefined : plans.get(index);
    const permitted = planned?.permitted ?? [];
    expect(status === 'done', `${id} is still ${status}`);
    expect(finished === 1, `${id} was finished ${finished} times`);
    expect(
      permitted.includes(verdict ?? ''),
      `${id} (${planned?.kind}) got ${verdict} (${failures}) for ${permitted.join(' or ')}`,
    );
  }
  expect(
    new Set(successes.map(({ told }) => told.id)).size === successes.length,
    'an id was given out twice',
  );
  expect(
    done.postgresStops === options.postgresStops.length,
    `Postgres was stopped ${done.postgresStops} times`,
  );
  expect(!options.siteRestarts || done.siteRestarts === 1, 'no site was restarted');
  const { jobs, leases, judges } = remains;
  const remaining = { jobs, leases, judges, processes: left.processes, 'control groups': left.groups.length };
  for (const [what, count] of Object.entries(remaining)) expect(count === 0, `${count} ${what} are left`);
  return faults;
}

function waitsOf(waits: number[]): ChaosReport['waits'] {
  if (waits.length === 0) return { p50: 0, p95: 0, p99: 0, most: 0 };
  const { p50, p95, p99 } = summarizeTimes(waits);
  return { p50, p95, p99, most: Math.max(...waits) };
}

function messagesOf(log: string): string[] {
  return log.split('\n').flatMap((line) => {
    try {
      const { level, message, from }: { level: string; message: string; from?: string } = JSON.parse(line);
      return [from === 'queue' ? `queue: ${level}` : message];
    } catch {
      return [];
    }
  });
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** For who reads: a line a figure, and what is wrong at the end. */
export function tableOf(report: ChaosReport): string {
  const { options, judges, done, clients, waits, leases, left, faults } = report;
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ') || 'none';
  const lines: [string, string][] = [
    ['seed', String(options.seed)],
    ['acknowledged', `${report.acknowledged} of ${options.submissions} in ${report.seconds} s`],
    ['verdicts', list(report.verdicts)],
    ['written unacknowledged', String(report.unacknowledgedRows)],
    [
      'judges',
      `${judges.killed} killed, ${judges.diedByThemselves.length} died by themselves, ${judges.started} started`,
    ],
    ...judges.diedByThemselves.map((how): [string, string] => ['died', how.replaceAll('\n', ' ')]),
    ['other interruptions', `Postgres ${done.postgresStops}, site ${done.siteRestarts}`],
    ['POSTs sent again', `${clients.resubmits} (answers: ${list(clients.refusals)})`],
    ['streams taken up again', `${clients.reconnects} (${clients.silences} had fallen silent)`],
    [
      'wait for the verdict',
      `p50 ${waits.p50} ms, p95 ${waits.p95} ms, p99 ${waits.p99} ms, most ${waits.most} ms`,
    ],
    ['leases', `${leases.more_than_one} took more than one, the most ${leases.most}`],
    ['left behind', list(left)],
    ['judges said', list(report.judgesSaid)],
  ];
  const width = Math.max(...lines.map(([name]) => name.length));
  const table = lines.map(([name, text]) => `${name.padEnd(width)}  ${text}`);
  const verdict =
    faults.length === 0
      ? ['every acknowledged submission ended with its right verdict, exactly once']
      : [`${faults.length} faults:`, ...faults.slice(0, 40).map((fault) => `  ${fault}`)];
  return [...table, '', ...verdict].join('\n');
}
