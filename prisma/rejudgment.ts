import type { Prisma, PrismaClient, Rejudgment } from './generated/client.ts';
import { type JudgedColumns, type LeasedSubmission, type LeaseReply, leaseMs } from './submission.ts';

type Db = PrismaClient | Prisma.TransactionClient;

/** A judge's claim on a rejudgment: as on a submission, by the same rules. */
export type RejudgmentLease = { rejudgmentId: string; judge: string };

/** Takes the lease if nobody holds one, by the database's clock. The submission itself stays as it is. */
export async function leaseRejudgment(
  db: Db,
  { rejudgmentId, judge }: RejudgmentLease,
  dueAt?: Date,
): Promise<LeaseReply> {
  const rows = await db.$queryRaw<LeasedSubmission[]>`
    update rejudgment r
    set lease_by = ${judge}, lease_until = now() + make_interval(secs => ${leaseMs / 1000}::float8),
      leases = r.leases + 1, status = 'running'
    from submission s
    where r.id = ${rejudgmentId}::uuid and s.id = r.submission_id and r.status in ('queued', 'running')
      and (r.lease_until is null or r.lease_until < now())
    returning r.id, s.source, r.version_id as "versionId", r.leases, r.failures, r.so_far as "soFar",
      (extract(epoch from now() - coalesce(${dueAt ?? null}::timestamptz, now())) * 1000)::float8 as "waitedMs"`;
  const submission = rows[0];
  if (submission) return { kind: 'leased', submission };
  return { kind: (await isOpen(db, rejudgmentId)) ? 'held' : 'done' };
}

/** Whether it still waits for its result; a deleted one doesn't, nor one whose set was decided without it. */
export async function isOpen(db: Db, id: string): Promise<boolean> {
  const row = await db.rejudgment.findUnique({ where: { id }, select: { status: true } });
  return row?.status === 'queued' || row?.status === 'running';
}

/** Prolongs a lease that still holds; false where it is lost. */
export async function renewRejudgment(db: Db, { rejudgmentId, judge }: RejudgmentLease): Promise<boolean> {
  const renewed = await db.$executeRaw`
    update rejudgment set lease_until = now() + make_interval(secs => ${leaseMs / 1000}::float8)
    where id = ${rejudgmentId}::uuid and lease_by = ${judge} and lease_until >= now() and status = 'running'`;
  return renewed === 1;
}

/** Gives it back to the queue after trouble of ours. */
export async function releaseRejudgment(db: Db, { rejudgmentId, judge }: RejudgmentLease): Promise<void> {
  await db.$executeRaw`
    update rejudgment set lease_by = null, lease_until = null, status = 'queued', failures = failures + 1
    where id = ${rejudgmentId}::uuid and lease_by = ${judge} and status = 'running'`;
}

/** Gives it back to the queue where nothing went wrong but that its judge has to stop. */
export async function yieldRejudgment(db: Db, { rejudgmentId, judge }: RejudgmentLease): Promise<void> {
  await db.$executeRaw`
    update rejudgment set lease_by = null, lease_until = null, status = 'queued'
    where id = ${rejudgmentId}::uuid and lease_by = ${judge} and status = 'running'`;
}

/** Keeps how far it has come, for the next judge if this one dies. */
export async function keepRejudgedSoFar(
  db: Db,
  { rejudgmentId, judge }: RejudgmentLease,
  soFar: Prisma.InputJsonValue,
): Promise<void> {
  await db.$executeRaw`
    update rejudgment set so_far = ${JSON.stringify(soFar)}::jsonb, leases = 1
    where id = ${rejudgmentId}::uuid and lease_by = ${judge} and lease_until >= now() and status = 'running'`;
}

/** Writes the new result and which tests changed if the lease still holds; false where it was lost. */
export async function finishRejudgment(
  db: Db,
  { rejudgmentId, judge }: RejudgmentLease,
  { verdict, score, maxScore, cpuMs, memoryKib, result }: JudgedColumns,
): Promise<boolean> {
  const text = JSON.stringify(result);
  const written = await db.$executeRaw`
    update rejudgment r
    set status = 'done', verdict = ${verdict}, score = ${score}, max_score = ${maxScore}, cpu_ms = ${cpuMs},
      memory_kib = ${memoryKib}, result = ${text}::jsonb, judged_at = now(), so_far = null, lease_by = null, lease_until = null,
      changes = (
        select coalesce(jsonb_agg(jsonb_build_object('name', name, 'old', o.verdict, 'new', n.verdict) order by name), '[]')
        from jsonb_to_recordset(r.old_result -> 'tests') o (name text, verdict text)
        full join jsonb_to_recordset(${text}::jsonb -> 'tests') n (name text, verdict text) using (name)
        where o.verdict is distinct from n.verdict)
    where id = ${rejudgmentId}::uuid and lease_by = ${judge} and lease_until >= now() and status = 'running'`;
  return written === 1;
}

/** A result of a submission that another has taken the place of. */
export type FormerResult = Pick<
  Rejudgment,
  | 'id'
  | 'rejudgingId'
  | 'oldVersionId'
  | 'oldVerdict'
  | 'oldScore'
  | 'oldMaxScore'
  | 'oldResult'
  | 'oldJudgedAt'
> & { replacedAt: Date };

/** A submission's former results, the last first. */
export async function listFormerResults(db: Db, submissionId: string): Promise<FormerResult[]> {
  return db.$queryRaw<FormerResult[]>`
    select r.id, r.rejudging_id as "rejudgingId", r.old_version_id as "oldVersionId", r.old_verdict as "oldVerdict",
      r.old_score as "oldScore", r.old_max_score as "oldMaxScore", r.old_result as "oldResult",
      r.old_judged_at as "oldJudgedAt", j.decided_at as "replacedAt"
    from rejudgment r join rejudging j on j.id = r.rejudging_id
    where r.submission_id = ${submissionId}::uuid and r.outcome = 'applied'
    order by j.decided_at desc limit 20`;
}
