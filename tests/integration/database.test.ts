import { expect, test } from 'vitest';
import { findPending, migrate } from '#prisma/migrate.ts';
import { provideDatabase } from '#prisma/provide-database.ts';
import { adding, publishAdding } from '#tests/harness/adding.ts';
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

test('what was judged before takes what its slowest test took, as what is judged now', async () => {
  await withDatabase(async ({ url, db }) => {
    await db.user.create({ data: { id: 'u', name: 'U', email: 'u@example.org' } });
    await publishAdding(db);
    const { version: versionId } = adding;
    const tests = [{ cpuMs: 1.5 }, { cpuMs: 4 }, { cpuMs: 2 }];
    const result = { verdict: 'WA', cpuMs: 7.5, tests };
    const judged = {
      status: 'done',
      verdict: 'WA',
      score: 0,
      maxScore: 100,
      cpuMs: 7.5,
      memoryKib: 1,
      result,
    };
    const common = { userId: 'u', slug: 'add', versionId, source: '' };
    const { id: submissionId } = await db.submission.create({ data: { ...common, ...judged } });
    const waiting = await db.submission.create({ data: common });
    const { id: rejudgingId } = await db.rejudging.create({
      data: { reason: 'a test', choice: {}, target: 'same' },
    });
    const old = { oldVersionId: versionId, oldCpuMs: judged.cpuMs, oldResult: result };
    await db.rejudgment.create({ data: { rejudgingId, submissionId, versionId, ...judged, ...old } });
    await db.$executeRaw`delete from _prisma_migrations where migration_name = '20261129122500_slowest'`;
    expect(await migrate(url)).toEqual(['20261129122500_slowest']);
    const slowest = { cpuMs: 4, result: { verdict: 'WA', cpuMs: 4, tests } };
    expect(await db.submission.findUnique({ where: { id: submissionId } })).toMatchObject(slowest);
    expect(await db.submission.findUnique({ where: { id: waiting.id } })).toEqual(waiting);
    expect(await db.rejudgment.findFirst()).toMatchObject({
      ...slowest,
      oldCpuMs: 4,
      oldResult: slowest.result,
    });
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
