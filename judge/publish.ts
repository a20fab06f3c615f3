import { basename } from 'node:path';
import { ContentError, type ContentIssue } from '#content/content-error.ts';
import { findLinkable } from '#content/linkable.ts';
import type { ProblemPackage } from '#content/problem.ts';
import { hashProblem, listProblemFolders, readProblems } from '#content/read-problem.ts';
import type { PrismaClient } from '#prisma/generated/client.ts';
import { findCurrent, findVersion, insertVersion, setCurrent } from '#prisma/problem-version.ts';
import { SandboxUnavailable } from './confine.ts';
import type { Stations } from './grade.ts';
import { encodePlain } from './plain-data.ts';
import { toPublicProblem } from './prepare.ts';
import { findOrPrepare, type Prepared, type PreparedOptions } from './prepared.ts';

/**
 * What was done for a problem: its version is new, was there but not current, or nothing changed; or it waits, since
 * it has to be computed and nothing can be run here.
 */
export type Published = {
  slug: string;
  version: string;
  outcome: 'new' | 'restored' | 'unchanged' | 'waiting';
};

/** Writes the version of a package, unless it is there, and makes it the one that is shown and graded against. */
export async function publish(pkg: ProblemPackage, prepared: Prepared, db: PrismaClient): Promise<void> {
  const { problem, computedBy } = prepared;
  await db.$transaction(async (tx) => {
    await insertVersion(tx, {
      id: pkg.version,
      slug: pkg.slug,
      public: toPublicProblem(pkg, problem),
      secret: encodePlain(problem),
      computedBy,
    });
    await setCurrent(tx, { slug: pkg.slug, currentId: pkg.version });
  });
}

/** Publishes one package that was verified; what is there already is made current where it is not. */
export async function publishOne(
  pkg: ProblemPackage,
  prepared: Prepared,
  db: PrismaClient,
): Promise<Published> {
  const { slug, version } = pkg;
  const outcome = await outcomeOf(pkg, db);
  if (outcome === 'new') await publish(pkg, prepared, db);
  if (outcome === 'restored') await setCurrent(db, { slug, currentId: version });
  return { slug, version, outcome };
}

export type PublishOptions = PreparedOptions & {
  db: PrismaClient;
  /** Called at most once, and only where something has to be computed; the caller closes what it opened. */
  openStations(): Promise<Stations>;
};

/**
 * Publishes all packages of the content folder. Where none has changed, that costs their hashes and a query each: a start
 * reads hundreds of files of YAML only when there is something to publish.
 * Reads all before it writes any. Throws `ContentError` or `AuthorCodeError`.
 */
export async function publishAll(contentFolder: string, options: PublishOptions): Promise<Published[]> {
  const { db } = options;
  const asBefore = await findUnchanged(contentFolder, db);
  if (asBefore) return asBefore;
  const packages = await readProblems(contentFolder);
  await requireTexts(packages, contentFolder, db);
  let opened: Promise<Stations> | undefined;
  const openOnce = () => {
    opened ??= options.openStations();
    return opened;
  };
  const published: Published[] = [];
  for (const pkg of packages) {
    const { slug, version } = pkg;
    let outcome = await outcomeOf(pkg, db);
    if (outcome === 'restored') await setCurrent(db, { slug, currentId: version });
    if (outcome === 'new') {
      const prepared = await findOrPrepare(pkg, openOnce, options).catch(noneWithoutSandbox);
      if (prepared) await publish(pkg, prepared, db);
      else outcome = 'waiting';
    }
    published.push({ slug, version, outcome });
  }
  return published;
}

/** What its page can't show is not published. Loaded here, since a start on what was published before sets no formulas. */
async function requireTexts(
  packages: ProblemPackage[],
  contentFolder: string,
  db: PrismaClient,
): Promise<void> {
  const { checkProblemTexts } = await import('#content/check-problem-texts.ts');
  const linkable = await findLinkable(contentFolder);
  const issues: ContentIssue[] = [];
  for (const pkg of packages)
    if ((await outcomeOf(pkg, db)) === 'new') issues.push(...(await checkProblemTexts(pkg, linkable)));
  if (issues.length > 0) throw new ContentError(issues);
}

/** All packages, where each is what is shown already; else undefined. What was published was read then. */
async function findUnchanged(contentFolder: string, db: PrismaClient): Promise<Published[] | undefined> {
  const folders = await listProblemFolders(contentFolder);
  const versions = await Promise.all(folders.map(hashProblem));
  const unchanged: Published[] = [];
  for (const [i, folder] of folders.entries()) {
    const slug = basename(folder);
    const current = await findCurrent(db, slug);
    if (!current || current.id !== versions[i]) return undefined;
    unchanged.push({ slug, version: current.id, outcome: 'unchanged' });
  }
  return unchanged;
}

function noneWithoutSandbox(cause: unknown): undefined {
  if (!(cause instanceof SandboxUnavailable)) throw cause;
}

async function outcomeOf({ slug, version }: ProblemPackage, db: PrismaClient): Promise<Published['outcome']> {
  const current = await findCurrent(db, slug);
  if (current?.id === version) return 'unchanged';
  return (await findVersion(db, version)) ? 'restored' : 'new';
}
