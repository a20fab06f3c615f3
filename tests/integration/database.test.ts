import { expect, test } from 'vitest';
import { findPending, migrate } from '#prisma/migrate.ts';
import { withDatabase } from '#tests/harness/database.ts';

test('a test finds the tables there and empty, and what it writes is seen by no other', async () => {
  await withDatabase(async ({ db }) => {
    await db.user.create({ data: { id: 'u', name: 'U', email: 'u@example.org' } });
    expect(await db.user.count()).toBe(1);
    await withDatabase(async ({ db: other }) => {
      expect(await other.user.count()).toBe(0);
    });
  });
});

test('the queue stands beside the tables, so that a row and its job are one transaction', async () => {
  await withDatabase(async ({ db }) => {
    await db.$transaction(async (tx) => {
      await tx.$executeRaw`select graphile_worker.add_job('grade', '{}'::json)`;
    });
    const jobs = await db.$queryRaw<{ count: bigint }[]>`select count(*) from graphile_worker.jobs`;
    expect(jobs[0]?.count).toBe(1n);
  });
});

test('a database that is up to date is left as it is', async () => {
  await withDatabase(async ({ url }) => {
    expect(await findPending(url)).toEqual([]);
    expect(await migrate(url)).toEqual([]);
  });
});
