import { Prisma, type PrismaClient, type Rejudging } from './generated/client.ts';

type Db = PrismaClient | Prisma.TransactionClient;

/** What submissions are chosen by; all that is given has to hold. */
export type Choice = {
  problem?: string | undefined;
  /** What they were graded against. */
  version?: string | undefined;
  /** Of these verdicts, one. */
  verdicts?: readonly string[] | undefined;
  /** Submitted at or after, ISO 8601. */
  since?: string | undefined;
  /** Submitted before. */
  until?: string | undefined;
  /** Whose, by id. */
  user?: string | undefined;
  /** These alone, by id. */
  submissions?: readonly string[] | undefined;
};

/** The version that was graded against before, or the one its problem has now. */
export const targets = ['same', 'current'] as const;
export type Target = (typeof targets)[number];

// What is still being judged is never chosen.
function matching(choice: Choice): Prisma.Sql {
  const { problem, version, verdicts, since, until, user, submissions } = choice;
  const conditions = [
    Prisma.sql`s.status = 'done'`,
    ...(problem === undefined ? [] : [Prisma.sql`s.slug = ${problem}`]),
    ...(version === undefined ? [] : [Prisma.sql`s.version_id = ${version}`]),
    ...(verdicts === undefined ? [] : [Prisma.sql`s.verdict = any(${[...verdicts]}::text[])`]),
    ...(since === undefined ? [] : [Prisma.sql`s.created_at >= ${since}::timestamptz`]),
    ...(until === undefined ? [] : [Prisma.sql`s.created_at < ${until}::timestamptz`]),
    ...(user === undefined ? [] : [Prisma.sql`s.user_id = ${user}`]),
    ...(submissions === undefined ? [] : [Prisma.sql`s.id = any(${[...submissions]}::uuid[])`]),
  ];
  return Prisma.join(conditions, ' and ');
}

export async function countChosen(db: Db, choice: Choice): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from submission s where ${matching(choice)}`;
  return rows[0]?.count ?? 0;
}

export type NewRejudging = {
  reason: string;
  choice: Choice;
  target: Target;
  createdBy: string | null;
};

/** Writes a set and a copy of what stands now for each submission in it; how many those are. */
export async function insertRejudging(
  db: Db,
  { reason, choice, target, createdBy }: NewRejudging,
): Promise<{ id: string; count: number }> {
  const { id } = await db.rejudging.create({
    data: { reason, choice, target, createdById: createdBy },
    select: { id: true },
  });
  // Locked against being deleted with its owner meanwhile, and against nothing else.
  const count = await db.$executeRaw`
    insert into rejudgment (rejudging_id, submission_id, version_id, old_version_id, old_verdict, old_score,
      old_max_score, old_cpu_ms, old_memory_kib, old_result, old_judged_at)
    select ${id}::uuid, s.id, case ${target} when 'current' then coalesce(p.current_id, s.version_id) else s.version_id end,
      s.version_id, s.verdict, s.score, s.max_score, s.cpu_ms, s.memory_kib, s.result, s.judged_at
    from submission s left join problem p on p.slug = s.slug
    where ${matching(choice)}
    for key share of s`;
  return { id, count };
}

/** Puts the set's rejudgments into the queue. */
export async function enqueueRejudging(db: Db, id: string, priority: number): Promise<void> {
  await db.$executeRaw`
    select count(*) from graphile_worker.add_jobs((
      select array_agg(row('regrade', json_build_object('rejudgment', id), null, null, null, id::text,
        ${priority}::smallint, null)::graphile_worker.job_spec order by submission_id)
      from rejudgment where rejudging_id = ${id}::uuid))`;
}

export type Named = { id: string; name: string };
export type NamedRejudging = Rejudging & { createdBy: Named | null; decidedBy: Named | null };

const withNames = {
  createdBy: { select: { id: true, name: true } },
  decidedBy: { select: { id: true, name: true } },
} as const;

export async function findRejudging(db: Db, id: string): Promise<NamedRejudging | undefined> {
  return (await db.rejudging.findUnique({ where: { id }, include: withNames })) ?? undefined;
}

/** All sets, the newest first; `before` is the id of the last one of the page before. */
export async function listRejudgings(
  db: Db,
  { before, count }: { before?: string | undefined; count: number },
): Promise<NamedRejudging[]> {
  return db.rejudging.findMany({
    where: before === undefined ? {} : { id: { lt: before } },
    include: withNames,
    orderBy: { id: 'desc' },
    take: count,
  });
}

/** Decisions are taken one at a time, so that two sets never wait for each other's rows. */
export async function lockRejudging(
  tx: Prisma.TransactionClient,
  id: string,
): Promise<Pick<Rejudging, 'state'> | undefined> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('rejudging'))`;
  return (await tx.rejudging.findUnique({ where: { id }, select: { state: true } })) ?? undefined;
}

/**
 * Gives each submission of the set its new result, unless it is not the one any more that was chosen; drops what has
 * no new result, or a judge error for one. The submissions that changed.
 */
export async function applyResults(tx: Prisma.TransactionClient, id: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ submission: string; outcome: string }[]>`
    with applied as (
      update submission s
      set version_id = r.version_id, verdict = r.verdict, score = r.score, max_score = r.max_score, cpu_ms = r.cpu_ms,
        memory_kib = r.memory_kib, result = r.result, judged_at = r.judged_at
      from rejudgment r
      where r.rejudging_id = ${id}::uuid and s.id = r.submission_id and r.status = 'done' and r.verdict <> 'JE'
        and ${untouched}
      returning r.id
    )
    update rejudgment r
    set outcome = case when a.id is not null then 'applied'
        when r.status = 'done' and r.verdict <> 'JE' then 'conflict' else 'left-out' end,
      status = case when r.status = 'done' then 'done' else 'dropped' end, lease_by = null, lease_until = null
    from rejudgment x left join applied a on a.id = x.id
    where x.rejudging_id = ${id}::uuid and r.id = x.id
    returning r.submission_id as submission, r.outcome`;
  return rows.filter(({ outcome }) => outcome === 'applied').map(({ submission }) => submission);
}

/** A submission is the one that was chosen while nothing has judged it since: `s` beside `r`. */
export const untouched = Prisma.sql`
  s.status = 'done' and s.judged_at is not distinct from r.old_judged_at and s.version_id = r.old_version_id`;

/** Of a set that is given up, nothing more is graded. */
export async function dropWaiting(tx: Prisma.TransactionClient, id: string): Promise<void> {
  await tx.$executeRaw`
    update rejudgment set status = 'dropped', lease_by = null, lease_until = null
    where rejudging_id = ${id}::uuid and status in ('queued', 'running')`;
}

/** Closes a set and takes what was dropped out of the queue. */
export async function decideRejudging(
  tx: Prisma.TransactionClient,
  { id, state, decidedBy }: { id: string; state: 'applied' | 'discarded'; decidedBy: string | null },
): Promise<void> {
  await tx.rejudging.update({
    where: { id },
    data: { state, decidedById: decidedBy, decidedAt: new Date() },
  });
  await tx.$executeRaw`
    select count(graphile_worker.remove_job(id::text)) from rejudgment
    where rejudging_id = ${id}::uuid and status = 'dropped'`;
}

/** Tells all who listen on a channel. */
export async function notifyAll(
  db: Db,
  { channel, payloads }: { channel: string; payloads: string[] },
): Promise<void> {
  await db.$executeRaw`select count(pg_notify(${channel}, payload)) from unnest(${payloads}::text[]) payload`;
}
