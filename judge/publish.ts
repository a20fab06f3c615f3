import { basename } from 'node:path';
import { ContentError } from '#content/content-error.ts';
import { findLinkable } from '#content/linkable.ts';
import type { ProblemPackage } from '#content/problem.ts';
import {
  type FaultyProblem,
  hashProblem,
  listProblemFolders,
  readSoundProblems,
} from '#content/read-problem.ts';
import type { PrismaClient } from '#prisma/generated/client.ts';
import { findCurrent, findVersion, insertVersion, setCurrent } from '#prisma/problem-version.ts';
import { SandboxUnavailable } from './confine.ts';
import type { Stations } from './grade.ts';
import { encodePlain } from './plain-data.ts';
import { toPublicProblem } from './prepare.ts';
import { findOrPrepare, type Prepared, type PreparedOptions } from './prepared.ts';
import { AuthorCodeError } from './reference.ts';
import { findStrayFields } from './tolerance-fields.ts';

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
  /**
   * Told of each package that cannot be published; what is shown of it, if anything is, stays. Without it one such keeps all
   * from being published.
   */
  skip?: (skipped: Skipped) => void;
};

/** A package that cannot be published, and what its author did wrong. */
export type Skipped = { slug: string; cause: ContentError | AuthorCodeError };

/**
 * Publishes all packages of the content folder. Where none has changed, that costs their hashes and a query each: a start
 * reads hundreds of files of YAML only when there is something to publish.
 * Reads all before it writes any. Throws `ContentError` or `AuthorCodeError`, unless such packages are to be skipped.
 */
export async function publishAll(contentFolder: string, options: PublishOptions): Promise<Published[]> {
  const { db, skip } = options;
  const asBefore = await findUnchanged(contentFolder, db);
  if (asBefore) return asBefore;
  const { packages, faulty } = await readShowable(contentFolder, db);
  if (!skip && faulty.length > 0) throw new ContentError(faulty.flatMap(({ issues }) => issues));
  for (const { slug, issues } of faulty) skip?.({ slug, cause: new ContentError(issues) });
  let opened: Promise<Stations> | undefined;
  const openOnce = () => {
    opened ??= options.openStations();
    return opened;
  };
  const published: Published[] = [];
  for (const pkg of packages) {
    try {
      published.push(await publishRead(pkg, { ...options, openStations: openOnce }));
    } catch (cause) {
      if (!skip || !(cause instanceof ContentError || cause instanceof AuthorCodeError)) throw cause;
      skip({ slug: pkg.slug, cause });
    }
  }
  return published;
}

async function publishRead(pkg: ProblemPackage, options: PublishOptions): Promise<Published> {
  const { db, openStations } = options;
  const { slug, version } = pkg;
  let outcome = await outcomeOf(pkg, db);
  if (outcome === 'restored') await setCurrent(db, { slug, currentId: version });
  if (outcome === 'new') {
    const prepared = await findOrPrepare(pkg, openStations, options).catch(noneWithoutSandbox);
    if (prepared) {
      requireToleranceFields(pkg, prepared);
      await publish(pkg, prepared, db);
    } else outcome = 'waiting';
  }
  return { slug, version, outcome };
}

/**
 * Reads all packages; one that is new and that its page can't show counts as faulty. That is loaded here, since a start on
 * what was published before sets no formulas.
 */
async function readShowable(
  contentFolder: string,
  db: PrismaClient,
): Promise<{ packages: ProblemPackage[]; faulty: FaultyProblem[] }> {
  const { packages, faulty } = await readSoundProblems(contentFolder);
  const { checkProblemTexts } = await import('#content/check-problem-texts.ts');
  const linkable = await findLinkable(contentFolder);
  const showable: ProblemPackage[] = [];
  for (const pkg of packages) {
    const issues = (await outcomeOf(pkg, db)) === 'new' ? await checkProblemTexts(pkg, linkable) : [];
    if (issues.length > 0) faulty.push({ slug: pkg.slug, issues });
    else showable.push(pkg);
  }
  return { packages: showable, faulty };
}

/** What is compared otherwise than its author has written is not published either. */
function requireToleranceFields(pkg: ProblemPackage, { problem }: Prepared): void {
  const issues = findStrayFields(pkg, problem).map((issue) => ({
    ...issue,
    file: `${pkg.slug}/${issue.file}`,
  }));
  if (issues.length > 0) throw new ContentError(issues);
}

/** All packages, where each is what is shown already; else undefined. What was published was read then. */
async function findUnchanged(contentFolder: string, db: PrismaClient): Promise<Published[] | undefined> {
  const folders = await listProblemFolders(contentFolder);
  const versions = await Promise.all(folders.map((folder) => hashProblem(folder).catch(noneOfUnreadable)));
  const unchanged: Published[] = [];
  for (const [i, folder] of folders.entries()) {
    const slug = basename(folder);
    const current = await findCurrent(db, slug);
    if (!current || current.id !== versions[i]) return undefined;
    unchanged.push({ slug, version: current.id, outcome: 'unchanged' });
  }
  return unchanged;
}

// What is wrong with it is told by who reads it.
function noneOfUnreadable(cause: unknown): undefined {
  if (!(cause instanceof ContentError)) throw cause;
}

function noneWithoutSandbox(cause: unknown): undefined {
  if (!(cause instanceof SandboxUnavailable)) throw cause;
}

async function outcomeOf({ slug, version }: ProblemPackage, db: PrismaClient): Promise<Published['outcome']> {
  const current = await findCurrent(db, slug);
  if (current?.id === version) return 'unchanged';
  return (await findVersion(db, version)) ? 'restored' : 'new';
}
