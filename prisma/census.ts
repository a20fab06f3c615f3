/**
 * What a scrape may ask of the database, whatever its size. Submissions that are done are not counted: there may be ten
 * millions of them, and judges count verdicts as they write them.
 */
import type { PrismaClient } from './generated/client.ts';
import { judgesSeenLately } from './judge.ts';

export type Waiting = { kind: string; waiting: number; running: number; oldestSeconds: number };

export type Census = {
  queue: Waiting[];
  /** Submissions that are not done. */
  pending: { status: string; count: number }[];
  judges: number;
  /** Postgres' own estimate, of its last look. */
  submissions: number;
};

/** Counts up to so many. */
const most = 100_000;

export async function takeCensus(db: PrismaClient): Promise<Census> {
  const [queue, pending, judges, [table]] = await Promise.all([
    // Finished jobs are deleted, so this table is as long as the queue.
    db.$queryRaw<Waiting[]>`
      select task_identifier as kind,
        (count(*) filter (where locked_at is null))::int as waiting,
        (count(*) filter (where locked_at is not null))::int as running,
        coalesce(extract(epoch from now() - min(run_at) filter (where locked_at is null and run_at <= now())), 0)::float8
          as "oldestSeconds"
      from (
        select task_identifier, locked_at, run_at from graphile_worker.jobs limit ${most}
      ) as jobs
      group by task_identifier`,
    // By the index on status, which holds few that are not done.
    db.$queryRaw<Census['pending']>`
      select status, count(*)::int as count
      from (select status from submission where status in ('queued', 'compiling', 'running') limit ${most}) as pending
      group by status`,
    judgesSeenLately(db),
    db.$queryRaw<{ estimate: number }[]>`
      select greatest(reltuples, 0)::float8 as estimate from pg_class where oid = 'submission'::regclass`,
  ]);
  return { queue, pending, judges, submissions: table?.estimate ?? 0 };
}
