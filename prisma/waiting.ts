import type { PrismaClient } from './generated/client.ts';

/** Longer queues are told to nobody: a place beyond it says no more than "far". */
const most = 5000;

/** The keys of the queue's jobs in the order in which they are taken. A submission's job has its id for a key. */
export async function listWaiting(db: PrismaClient): Promise<string[]> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    select coalesce(key, '') as key from graphile_worker.jobs
    where locked_at is null
    order by priority, run_at limit ${most}`;
  return rows.map(({ key }) => key);
}
