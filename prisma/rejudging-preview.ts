/** What a set would change, or has: read from its rejudgments. */
import { Prisma, type PrismaClient, type Rejudgment } from './generated/client.ts';
import { untouched } from './rejudging.ts';

type Db = PrismaClient | Prisma.TransactionClient;

/** How far a set is. `conflicts` counts the submissions that something else has judged since they were chosen. */
export type Progress = {
  total: number;
  queued: number;
  running: number;
  judged: number;
  judgeErrors: number;
  dropped: number;
  differing: number;
  conflicts: number;
  /** Once applied. */
  applied: number;
  leftOut: number;
};

const differs = Prisma.sql`(r.status = 'done' and (r.old_verdict is distinct from r.verdict
  or r.old_score is distinct from r.score or r.old_max_score is distinct from r.max_score or r.changes <> '[]'))`;

/** By id, for as many sets as a page lists. */
export async function countProgress(db: Db, ids: string[]): Promise<Map<string, Progress>> {
  const rows = await db.$queryRaw<(Progress & { id: string })[]>`
    select r.rejudging_id as id, count(*)::int as total,
      (count(*) filter (where r.status = 'queued'))::int as queued,
      (count(*) filter (where r.status = 'running'))::int as running,
      (count(*) filter (where r.status = 'done'))::int as judged,
      (count(*) filter (where r.status = 'done' and r.verdict = 'JE'))::int as "judgeErrors",
      (count(*) filter (where r.status = 'dropped'))::int as dropped,
      (count(*) filter (where ${differs}))::int as differing,
      (count(*) filter (where r.outcome = 'conflict' or (j.state = 'open' and not (${untouched}))))::int as conflicts,
      (count(*) filter (where r.outcome = 'applied'))::int as applied,
      (count(*) filter (where r.outcome = 'left-out'))::int as "leftOut"
    from rejudgment r join rejudging j on j.id = r.rejudging_id join submission s on s.id = r.submission_id
    where r.rejudging_id = any(${ids}::uuid[]) group by r.rejudging_id`;
  return new Map(rows.map(({ id, ...progress }) => [id, progress]));
}

/** How many went from one verdict to another, or stayed. */
export type Move = { old: string | null; new: string; count: number };

export async function countMoves(db: Db, id: string): Promise<Move[]> {
  return db.$queryRaw<Move[]>`
    select old_verdict as old, verdict as new, count(*)::int as count from rejudgment
    where rejudging_id = ${id}::uuid and status = 'done' group by old_verdict, verdict order by 1, 2`;
}

/** CPU time now to that before, over the submissions whose verdict stayed; deciles and median. */
export type CpuRatio = { compared: number; p10: number; median: number; p90: number };

export async function compareCpu(db: Db, id: string): Promise<CpuRatio | undefined> {
  const rows = await db.$queryRaw<{ compared: number; ratios: number[] | null }[]>`
    select count(*)::int as compared,
      percentile_cont(array[0.1, 0.5, 0.9]) within group (order by cpu_ms / old_cpu_ms) as ratios
    from rejudgment
    where rejudging_id = ${id}::uuid and status = 'done' and verdict = old_verdict and cpu_ms > 0 and old_cpu_ms > 0`;
  const [p10, median, p90] = rows[0]?.ratios ?? [];
  if (!rows[0] || p10 === undefined || median === undefined || p90 === undefined) return undefined;
  return { compared: rows[0].compared, p10, median, p90 };
}

/** A test whose verdict is another now; null where it was not run. */
export type TestChange = { name: string; old: string | null; new: string | null };

export type Difference = Pick<
  Rejudgment,
  'submissionId' | 'oldVerdict' | 'oldScore' | 'oldMaxScore' | 'oldCpuMs' | 'score' | 'maxScore' | 'cpuMs'
> & {
  verdict: string;
  slug: string;
  userId: string;
  userName: string;
  submittedAt: Date;
  changes: TestChange[];
  /** Something else has judged it since it was chosen: it is left as it is. */
  conflict: boolean;
};

export type DifferenceFilter = {
  /** Without either, only what differs; with one, all of that row or column of the matrix. */
  old?: string | undefined;
  new?: string | undefined;
  /** The submission that the page before ended with. */
  after?: string | undefined;
  count: number;
};

export async function listDifferences(
  db: Db,
  id: string,
  { old, new: now, after, count }: DifferenceFilter,
): Promise<Difference[]> {
  const conditions = [
    Prisma.sql`r.rejudging_id = ${id}::uuid and r.status = 'done'`,
    ...(old === undefined && now === undefined ? [differs] : []),
    ...(old === undefined ? [] : [Prisma.sql`r.old_verdict = ${old}`]),
    ...(now === undefined ? [] : [Prisma.sql`r.verdict = ${now}`]),
    ...(after === undefined ? [] : [Prisma.sql`r.submission_id > ${after}::uuid`]),
  ];
  return db.$queryRaw<Difference[]>`
    select r.submission_id as "submissionId", r.old_verdict as "oldVerdict", r.old_score as "oldScore",
      r.old_max_score as "oldMaxScore", r.old_cpu_ms as "oldCpuMs", r.verdict, r.score, r.max_score as "maxScore",
      r.cpu_ms as "cpuMs", coalesce(r.changes, '[]') as changes, s.slug, s.user_id as "userId", u.name as "userName",
      s.created_at as "submittedAt",
      coalesce(r.outcome = 'conflict', j.state = 'open' and not (${untouched})) as conflict
    from rejudgment r join rejudging j on j.id = r.rejudging_id join submission s on s.id = r.submission_id
      join "user" u on u.id = s.user_id
    where ${Prisma.join(conditions, ' and ')}
    order by r.submission_id limit ${count}`;
}
