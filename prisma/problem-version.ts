import type { Prisma, PrismaClient, Problem, ProblemVersion } from './generated/client.ts';

type Db = PrismaClient | Prisma.TransactionClient;

/** A version without its secret half: what the site may select. */
export type PublicVersion = Pick<ProblemVersion, 'id' | 'slug' | 'public' | 'publishedAt'>;

const publicColumns = { id: true, slug: true, public: true, publishedAt: true } as const;

/** The version that new submissions are graded against, or undefined where nothing is published under the slug. */
export async function findCurrent(db: Db, slug: string): Promise<PublicVersion | undefined> {
  const problem = await db.problem.findUnique({ where: { slug }, select: { currentId: true } });
  return problem ? findVersion(db, problem.currentId) : undefined;
}

export async function isPublished(db: Db, slug: string): Promise<boolean> {
  return (await db.problem.findUnique({ where: { slug }, select: { slug: true } })) !== null;
}

/** The current version of every problem, by slug. There are tens of problems, not thousands. */
export async function listCurrent(db: Db): Promise<PublicVersion[]> {
  const problems = await db.problem.findMany({
    select: { current: { select: publicColumns } },
    orderBy: { slug: 'asc' },
    take: 500,
  });
  return problems.map((problem) => problem.current);
}

// Versions are immutable, so what was read once stays right; each is some hundred kilobytes of statements and samples,
// which a submission and each of its watchers would read anew.
const remembered = new WeakMap<Db, Map<string, PublicVersion>>();
const mostRemembered = 64;

export async function findVersion(db: Db, id: string): Promise<PublicVersion | undefined> {
  const versions = remembered.get(db) ?? new Map<string, PublicVersion>();
  remembered.set(db, versions);
  const known = versions.get(id);
  if (known) return known;
  const version = await db.problemVersion.findUnique({ where: { id }, select: publicColumns });
  if (!version) return undefined;
  const oldest = versions.size < mostRemembered ? undefined : versions.keys().next().value;
  if (oldest !== undefined) versions.delete(oldest);
  versions.set(id, version);
  return version;
}

/** The judge's half: the gradable problem as plain-data text. Throws where there is no such version. */
export async function getSecret(db: Db, id: string): Promise<string> {
  const version = await db.problemVersion.findUniqueOrThrow({ where: { id }, select: { secret: true } });
  return version.secret;
}

/** Versions are immutable: one that is there stays as it is. */
export async function insertVersion(db: Db, version: Prisma.ProblemVersionCreateInput): Promise<void> {
  await db.problemVersion.createMany({ data: [version], skipDuplicates: true });
}

export async function setCurrent(db: Db, problem: Pick<Problem, 'slug' | 'currentId'>): Promise<void> {
  const { slug, currentId } = problem;
  await db.problem.upsert({ where: { slug }, create: { slug, currentId }, update: { currentId } });
}

/** All versions, the newest first, without what they hold. */
export async function listVersions(
  db: Db,
): Promise<(Pick<ProblemVersion, 'id' | 'slug' | 'publishedAt'> & { current: boolean })[]> {
  const versions = await db.problemVersion.findMany({
    select: { id: true, slug: true, publishedAt: true, problem: { select: { slug: true } } },
    orderBy: { publishedAt: 'desc' },
    take: 1000,
  });
  return versions.map(({ problem, ...version }) => ({ ...version, current: problem !== null }));
}
