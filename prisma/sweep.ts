import type { PrismaClient } from './generated/client.ts';

/** Rows of each table that go at a time: some 50 ms. */
const most = 5000;

/** No window of a quota is longer than ten minutes, and no two sites' clocks are this far apart. */
const quotaMs = 3_600_000;

/**
 * Removes a part of what was only for a while: windows of quotas that are long over, sessions and verifications that
 * expired a day ago. Rows that somebody holds are left to the next time, so that nobody ever waits for two of them.
 * Accounts stay, however old: the work of who never signed up is theirs.
 */
export async function sweep(db: PrismaClient): Promise<void> {
  await db.$executeRaw`
    delete from rate_limit where id = any(array(
      select id from rate_limit where "lastRequest" < (extract(epoch from now()) * 1000)::bigint - ${quotaMs}::bigint
      limit ${most} for update skip locked
    ))`;
  await db.$executeRaw`
    delete from session where id = any(array(
      select id from session where "expiresAt" < now() - interval '1 day' limit ${most} for update skip locked
    ))`;
  await db.$executeRaw`
    delete from verification where id = any(array(
      select id from verification where "expiresAt" < now() - interval '1 day' limit ${most} for update skip locked
    ))`;
}
