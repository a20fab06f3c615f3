/** What a judge counts, for whoever scrapes it. Its counters begin at zero with the process, as Prometheus expects. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type RecycleCause, recycleCauses, type WatchedCompiler } from './compile.ts';
import { createRegistry, type Registry } from './exposition.ts';
import type { WatchedPool } from './sandbox.ts';
import { type KillCause, killCauses } from './supervise.ts';
import type { Timing } from './trace.ts';
import { type VerdictCode, verdictCodes } from './verdict.ts';

/** From a quarter of a millisecond, which comparing takes, to the ten seconds that a slow solution may. */
const stageBounds = [0.00025, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export type Outcome =
  | { kind: 'graded'; verdict: VerdictCode; timing: Timing }
  | { kind: 'lease-lost' }
  | { kind: 'failed' };

export type Meters = {
  registry: Registry;
  jobBegan(): void;
  jobEnded(outcome: Outcome): void;
  killed(cause: KillCause): void;
  recycled(cause: RecycleCause): void;
  heartbeatFailed(): void;
};

export function createMeters(): Meters {
  const registry = createRegistry();
  const byStage = registry.histogram(
    'whetstone_stage_seconds',
    'Time of a submission by stage, from the queue to the record; the spans of a stage added up.',
    stageBounds,
  );
  const whole = registry.histogram(
    'whetstone_submission_seconds',
    'From when a submission was due until its verdict was written.',
    stageBounds,
  );
  const verdicts = registry.counter(
    'whetstone_verdicts_total',
    'Verdicts written, by code.',
    verdictCodes.map((verdict) => ({ verdict })),
  );
  const kills = registry.counter(
    'whetstone_sandbox_kills_total',
    'Sandboxes that ended before their last test, by cause.',
    killCauses.map((cause) => ({ cause })),
  );
  const recycles = registry.counter(
    'whetstone_checker_recycles_total',
    'Type checkers that were replaced, by cause.',
    recycleCauses.map((cause) => ({ cause })),
  );
  const lost = registry.counter(
    'whetstone_leases_lost_total',
    'Verdicts not written, since the lease was lost.',
    [{}],
  );
  const failures = registry.counter(
    'whetstone_grading_failures_total',
    'Gradings that failed by our fault.',
    [{}],
  );
  const heartbeats = registry.counter(
    'whetstone_heartbeat_failures_total',
    'Leases that could not be renewed in time.',
    [{}],
  );
  let running = 0;
  registry.gauge('whetstone_jobs_running', 'Submissions that are graded just now.', () => [
    { value: running },
  ]);
  processGauges(registry);
  return {
    registry,
    jobBegan: () => {
      running += 1;
    },
    jobEnded(outcome) {
      running -= 1;
      if (outcome.kind === 'lease-lost') lost.inc();
      else if (outcome.kind === 'failed') failures.inc();
      else {
        verdicts.inc({ verdict: outcome.verdict });
        whole.observe({}, outcome.timing.totalMs / 1000);
        for (const { stage, ms } of outcome.timing.stages) byStage.observe({ stage }, ms / 1000);
      }
    },
    killed: (cause) => kills.inc({ cause }),
    recycled: (cause) => recycles.inc({ cause }),
    heartbeatFailed: () => heartbeats.inc(),
  };
}

type Watched = {
  sandboxes: WatchedPool;
  compiler: WatchedCompiler;
  /** When the database last took a sign of life, by `performance.now`. */
  seenAt: () => number;
  ready: () => boolean;
};

/** How the judge stands, whenever somebody looks. */
export function meterStations({ registry }: Meters, { sandboxes, compiler, seenAt, ready }: Watched): void {
  registry.gauge('whetstone_judge_ready', 'Whether /readyz says so.', () => [{ value: ready() ? 1 : 0 }]);
  registry.gauge(
    'whetstone_database_seen_timestamp_seconds',
    'When the database last took a sign of life of this judge.',
    () => [{ value: (performance.timeOrigin + seenAt()) / 1000 }],
  );
  registry.gauge('whetstone_sandboxes', 'Sandboxes by runtime and state.', () =>
    Object.entries(sandboxes.state()).flatMap(([runtime, state]) => [
      { labels: { runtime, state: 'warm' }, value: state.warm },
      { labels: { runtime, state: 'starting' }, value: state.starting },
      { labels: { runtime, state: 'in_use' }, value: state.inUse },
    ]),
  );
  registry.gauge('whetstone_checkers', 'Type checkers by state.', () => {
    const { alive, busy } = compiler.state();
    return [
      { labels: { state: 'alive' }, value: alive },
      { labels: { state: 'busy' }, value: busy },
    ];
  });
}

/** What any process of ours tells of itself. */
export function processGauges(registry: Registry): void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  registry.gauge('process_resident_memory_bytes', 'Resident memory.', () => [
    { value: process.memoryUsage.rss() },
  ]);
  registry.gauge('process_uptime_seconds', 'Since the process started.', () => [{ value: process.uptime() }]);
  registry.gauge(
    'nodejs_eventloop_lag_p99_seconds',
    'How late timers were, 99 of 100 of them less, since the last look.',
    () => {
      const value = delay.count === 0 ? 0 : delay.percentile(99) / 1e9;
      delay.reset();
      return [{ value }];
    },
  );
}
