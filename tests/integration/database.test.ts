import { expect, test } from 'vitest';
import { findPending, migrate } from '#prisma/migrate.ts';
import { provideDatabase } from '#prisma/provide-database.ts';
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

test('a database that a newer version has been at is refused and left as it is', async () => {
  await withDatabase(async ({ url, db }) => {
    await db.$executeRaw`
      insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
      values ('n', 'c', '99990101000000_future', now(), 1)`;
    await expect(migrate(url)).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      message: expect.stringMatching(/newer Whetstone \(99990101000000_future\)\. Update this copy/),
    });
  });
});

test('a wrong password is told as that, with what to do and without the password', async () => {
  await withDatabase(async ({ url }) => {
    const wrong = new URL(url);
    wrong.password = 'guessed';
    const attempt = provideDatabase(wrong.href);
    await expect(attempt).rejects.toThrow(
      /refuses: password authentication failed .* Correct user and password/,
    );
    await expect(attempt).rejects.not.toThrow(/guessed/);
  });
});

test('a database that does not exist is created, or it is said who could', async () => {
  await withDatabase(async ({ url, db }) => {
    await db.$executeRaw`create role guest login password 'guest'`;
    try {
      const other = new URL(url);
      other.pathname = '/not-there-yet';
      const asGuest = new URL(other);
      asGuest.username = 'guest';
      asGuest.password = 'guest';
      await expect(provideDatabase(asGuest.href)).rejects.toThrow(
        /not-there-yet does not exist and cannot be created: permission denied .*`createdb -O guest not-there-yet`/,
      );
      await expect(findPending(other.href)).rejects.toThrow(
        /does not exist\. `whetstone db migrate` creates it/,
      );
      await provideDatabase(other.href);
      asGuest.pathname = other.pathname;
      await expect(migrate(asGuest.href)).rejects.toThrow(
        /guest may not make tables in the database not-there-yet\..*owner to "guest"/,
      );
      await db.$executeRawUnsafe('drop database "not-there-yet"');
    } finally {
      await db.$executeRaw`drop role guest`;
    }
  });
});
