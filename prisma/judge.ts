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

export async function judgesSeenLately(db: PrismaClient): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from judge where seen_at > now() - make_interval(secs => ${goneMs / 1000}::float8)`;
  return rows[0]?.count ?? 0;
}

/**
 * Forgets judges that gave no sign of life and returns their jobs to the queue. The queue itself would
 * keep the job of a crashed worker locked for four hours.
 */
export async function sweepDeadJudges(db: PrismaClient): Promise<string[]> {
  return db.$transaction(async (tx) => {
    const dead = await tx.$queryRaw<{ id: string; workers: string[] }[]>`
      delete from judge where seen_at < now() - make_interval(secs => ${goneMs / 1000}::float8) returning id, workers`;
    const workers = dead.flatMap((judge) => judge.workers);
    if (workers.length > 0)
      await tx.$executeRaw`select graphile_worker.force_unlock_workers(${workers}::text[])`;
    return dead.map((judge) => judge.id);
  });
}
