import type { Prisma, PrismaClient, Submission } from './generated/client.ts';
import { lockOwn } from './lock.ts';

type Db = PrismaClient | Prisma.TransactionClient;

export type NewSubmission = Pick<Submission, 'userId' | 'slug' | 'versionId' | 'source'>;

export async function insertSubmission(db: Db, submission: NewSubmission): Promise<{ id: string }> {
  return db.submission.create({ data: submission, select: { id: true } });
}

/** How many submissions may be pending: all together, and of one user. */
export type Bounds = { pending: number; pendingPerUser: number };

export const defaultBounds: Bounds = { pending: 2000, pendingPerUser: 200 };

/** Submissions that are not done: of everyone, and of one user. */
export type Pending = { all: number; own: number };

/**
 * Counts what is pending, for a transaction that is about to add to it. Counts of one user's wait for each other until
 * then: ten sent in the same moment are the first to the tenth, not ten firsts. Everyone's together is counted up to
 * `upTo` and may be exceeded by what is being written in the same moment.
 */
export async function countPending(
  tx: Prisma.TransactionClient,
  { userId, upTo }: { userId: string; upTo: number },
): Promise<Pending> {
  await lockOwn(tx, 'submission', userId);
  const [row] = await tx.$queryRaw<Pending[]>`
    select count(*)::int as all, (count(*) filter (where user_id = ${userId}))::int as own
    from (
      select user_id from submission where status in ('queued', 'compiling', 'running') limit ${upTo}
    ) as pending`;
  return row ?? { all: 0, own: 0 };
}

export async function findSubmission(db: Db, id: string): Promise<Submission | undefined> {
  return (await db.submission.findUnique({ where: { id } })) ?? undefined;
}

/** Whose it is, and whether others may see it. */
export async function findOwner(
  db: Db,
  id: string,
): Promise<Pick<Submission, 'userId' | 'shared'> | undefined> {
  const select = { userId: true, shared: true } as const;
  return (await db.submission.findUnique({ where: { id }, select })) ?? undefined;
}

/** A judge's claim on a submission: nobody else grades it until the lease runs out. */
export type Lease = { submissionId: string; judge: string };

/** How long a lease holds without a heartbeat, milliseconds. A judge beats every quarter of it. */
export const leaseMs = 8000;

/**
 * What a judge needs of the submission it leased. `failures` counts what was tried before, `leases` what was tried since
 * one of them got further; `soFar` is how far.
 */
export type LeasedSubmission = Pick<
  Submission,
  'id' | 'source' | 'versionId' | 'leases' | 'failures' | 'soFar'
> & {
  /** From when its job was due until now, or from the row where that is not known. */
  waitedMs: number;
};

export type LeaseReply =
  | { kind: 'leased'; submission: LeasedSubmission }
  /** Already graded, or deleted with its owner: nothing is left to do. */
  | { kind: 'done' }
  /** Another judge holds it. */
  | { kind: 'held' };

/** Takes the lease if nobody holds one, by the database's clock; `dueAt` is when its job was to be done. */
export async function lease(db: Db, { submissionId, judge }: Lease, dueAt?: Date): Promise<LeaseReply> {
  const rows = await db.$queryRaw<LeasedSubmission[]>`
    update submission
    set lease_by = ${judge}, lease_until = now() + make_interval(secs => ${leaseMs / 1000}::float8), leases = leases + 1,
      status = 'compiling'
    where id = ${submissionId}::uuid and status <> 'done' and (lease_until is null or lease_until < now())
    returning id, source, version_id as "versionId", leases, failures, so_far as "soFar",
      (extract(epoch from now() - coalesce(${dueAt ?? null}::timestamptz, created_at)) * 1000)::float8 as "waitedMs"`;
  const submission = rows[0];
  if (submission) return { kind: 'leased', submission };
  const row = await db.submission.findUnique({ where: { id: submissionId }, select: { status: true } });
  return { kind: !row || row.status === 'done' ? 'done' : 'held' };
}

/** Prolongs the leases that still hold; false where this one is lost. */
export async function renewLease(db: Db, { submissionId, judge }: Lease): Promise<boolean> {
  const renewed = await db.$executeRaw`
    update submission set lease_until = now() + make_interval(secs => ${leaseMs / 1000}::float8)
    where id = ${submissionId}::uuid and lease_by = ${judge} and lease_until >= now() and status <> 'done'`;
  return renewed === 1;
}

/** Gives a submission back to the queue after trouble of ours. */
export async function releaseLease(db: Db, { submissionId, judge }: Lease): Promise<void> {
  await db.$executeRaw`
    update submission set lease_by = null, lease_until = null, status = 'queued', failures = failures + 1
    where id = ${submissionId}::uuid and lease_by = ${judge} and status <> 'done'`;
}

/** Gives a submission back to the queue where nothing went wrong but that its judge has to stop. */
export async function yieldLease(db: Db, { submissionId, judge }: Lease): Promise<void> {
  await db.$executeRaw`
    update submission set lease_by = null, lease_until = null, status = 'queued'
    where id = ${submissionId}::uuid and lease_by = ${judge} and status <> 'done'`;
}

/** Keeps how far a grading has come, for the next judge if this one dies. Who gets further has not been killed by it. */
export async function keepSoFar(
  db: Db,
  { submissionId, judge }: Lease,
  soFar: Prisma.InputJsonValue,
): Promise<void> {
  await db.$executeRaw`
    update submission set so_far = ${JSON.stringify(soFar)}::jsonb, leases = 1
    where id = ${submissionId}::uuid and lease_by = ${judge} and lease_until >= now() and status <> 'done'`;
}

/** A notification to all who listen on its channel. */
export type Announcement = { channel: string; payload: string };

/** Tells how far a submission is and, under the lease, writes its status where one is given. */
export async function tellProgress(
  db: Db,
  { submissionId, judge }: Lease,
  { announcement, status }: { announcement: Announcement; status: string | null },
): Promise<void> {
  const { channel, payload } = announcement;
  // Progress may be lost with the database's machine; waiting for the disk each time would slow the verdict.
  await db.$queryRaw`
    with written as (
      update submission set status = ${status}
      where id = ${submissionId}::uuid and ${status}::text is not null
        and lease_by = ${judge} and lease_until >= now() and status <> 'done'
    )
    select set_config('synchronous_commit', 'off', true), pg_notify(${channel}, ${payload})::text`;
}

export type JudgedColumns = Pick<Submission, 'verdict' | 'score' | 'maxScore' | 'cpuMs' | 'memoryKib'> & {
  result: Prisma.InputJsonValue;
};

/** Writes and announces the verdict if the lease still holds; false where it was lost and nothing was written. */
export async function finish(
  db: Db,
  { submissionId, judge }: Lease,
  { columns, announcement }: { columns: JudgedColumns; announcement: Announcement },
): Promise<boolean> {
  const { verdict, score, maxScore, cpuMs, memoryKib, result } = columns;
  const { channel, payload } = announcement;
  const written = await db.$queryRaw<unknown[]>`
    with written as (
      update submission
      set status = 'done', verdict = ${verdict}, score = ${score}, max_score = ${maxScore}, cpu_ms = ${cpuMs},
        memory_kib = ${memoryKib}, result = ${JSON.stringify(result)}::jsonb, judged_at = now(),
        so_far = null, lease_by = null, lease_until = null
      where id = ${submissionId}::uuid and lease_by = ${judge} and lease_until >= now() and status <> 'done'
      returning id
    )
    select pg_notify(${channel}, ${payload})::text from written`;
  return written.length === 1;
}

const lineColumns = {
  id: true,
  slug: true,
  status: true,
  verdict: true,
  score: true,
  maxScore: true,
  cpuMs: true,
  memoryKib: true,
  createdAt: true,
} as const;

export type SubmissionLine = Pick<Submission, keyof typeof lineColumns>;

type ListOptions = { userId: string; slug?: string | undefined; before?: string | undefined; count: number };

/** A user's submissions, the newest first; `before` is the id of the last one of the page before. */
export async function listSubmissions(db: Db, options: ListOptions): Promise<SubmissionLine[]> {
  const { userId, slug, before, count } = options;
  return db.submission.findMany({
    where: {
      userId,
      ...(slug !== undefined && { slug }),
      ...(before !== undefined && { id: { lt: before } }),
    },
    select: lineColumns,
    // Ids are uuid v7: their order is that of time.
    orderBy: { id: 'desc' },
    take: count,
  });
}

/** A user's latest submissions to a problem that were sent within a time, the newest first. */
export async function listSubmissionsWithin(
  db: Db,
  { userId, slug, from, to }: { userId: string; slug: string; from: Date; to: Date },
): Promise<SubmissionLine[]> {
  return db.submission.findMany({
    where: { userId, slug, createdAt: { gte: from, lte: to } },
    select: lineColumns,
    orderBy: { id: 'desc' },
    take: 100,
  });
}

export async function setShared(db: Db, id: string, shared: boolean): Promise<Submission> {
  return db.submission.update({ where: { id }, data: { shared } });
}

/** How many of all judged submissions to a problem were accepted. */
export type Acceptance = { slug: string; judged: number; accepted: number };

export async function countAcceptance(db: Db): Promise<Acceptance[]> {
  return db.$queryRaw<Acceptance[]>`
    select slug, count(*)::int as judged, (count(*) filter (where verdict = 'AC'))::int as accepted
    from submission where status = 'done' and verdict <> 'JE' group by slug`;
}

/** By problem, whether a user has solved it (true) or tried it (false). */
export async function findOwnProgress(db: Db, userId: string): Promise<Map<string, boolean>> {
  const rows = await db.$queryRaw<{ slug: string; solved: boolean }[]>`
    select slug, bool_or(verdict is not distinct from 'AC') as solved from submission where user_id = ${userId} group by slug`;
  return new Map(rows.map(({ slug, solved }) => [slug, solved]));
}

export type JudgedLine = Pick<Submission, 'id' | 'slug' | 'verdict' | 'createdAt'>;

/** A user's latest judged submissions to all problems, the oldest first. */
export async function listJudged(db: Db, userId: string): Promise<JudgedLine[]> {
  const rows = await db.submission.findMany({
    where: { userId, status: 'done' },
    select: { id: true, slug: true, verdict: true, createdAt: true },
    orderBy: { id: 'desc' },
    take: 2000,
  });
  return rows.reverse();
}

/** A page of a user's submissions with all that is kept of them, the oldest first. */
export async function listWholeSubmissions(
  db: Db,
  { userId, after, count }: { userId: string; after: string | undefined; count: number },
): Promise<Submission[]> {
  return db.submission.findMany({
    where: { userId, ...(after !== undefined && { id: { gt: after } }) },
    orderBy: { id: 'asc' },
    take: count,
  });
}

/** When a user submitted something since then, the latest first. */
export async function listSubmittedAt(db: Db, userId: string, since: Date): Promise<Date[]> {
  const rows = await db.submission.findMany({
    where: { userId, createdAt: { gte: since } },
    select: { createdAt: true },
    orderBy: { id: 'desc' },
    take: 20_000,
  });
  return rows.map(({ createdAt }) => createdAt);
}
