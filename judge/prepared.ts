import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProblemPackage } from '#content/problem.ts';
import type { BackendName } from './backend.ts';
import type { GradableProblem } from './gradable-problem.ts';
import type { Stations } from './grade.ts';
import { decodePlain, encodePlain } from './plain-data.ts';
import { prepare } from './prepare.ts';
import { writeWhole } from './whole-file.ts';

/** A problem ready for grading, and the backend and device that computed its expected outputs. */
export type Prepared = { problem: GradableProblem; computedBy: string };

const defaultCacheDir = fileURLToPath(new URL('../.whetstone/cache', import.meta.url));

/** To be raised when {@link prepare} gives something else for the same package. */
const format = 4;
const tfjsVersion = (
  createRequire(import.meta.url)('@tensorflow/tfjs-core/package.json') as { version: string }
).version;

export type PreparedOptions = {
  /** `.whetstone/cache` by default. */
  cacheDir?: string | undefined;
  /** Only what this backend has computed will do. */
  backend?: BackendName | undefined;
};

/**
 * Prepares a package, or finds it prepared; only the first needs stations. Where a backend was asked for by name, what
 * another has computed is no answer. Throws as {@link prepare} does.
 */
export async function findOrPrepare(
  pkg: ProblemPackage,
  openStations: () => Promise<Stations>,
  { cacheDir = defaultCacheDir, backend }: PreparedOptions = {},
): Promise<Prepared> {
  const file = cacheFile(pkg, cacheDir);
  const found = findPrepared(file);
  if (found && (backend === undefined || found.computedBy.startsWith(`${backend} · `))) return found;
  const prepared = await prepareOnOneBackend(pkg, await openStations());
  storePrepared(file, prepared);
  dropOthers(pkg.slug, file);
  return prepared;
}

// Where a device is lost on the way, all is computed again: each backend rounds in its own way.
async function prepareOnOneBackend(pkg: ProblemPackage, stations: Stations): Promise<Prepared> {
  const { backend } = await stations.reference.conformance();
  const problem = await prepare(pkg, stations);
  const { name, device } = stations.reference.backend;
  return name === backend
    ? { problem, computedBy: `${name} · ${device}` }
    : prepareOnOneBackend(pkg, stations);
}

function findPrepared(file: string): Prepared | undefined {
  try {
    // Written by storePrepared below, whole or not at all, so it is not parsed field by field again.
    return decodePlain(readFileSync(file, 'utf8')) as unknown as Prepared;
  } catch {
    // None there, or damaged: then it goes, and is computed anew.
    rmSync(file, { force: true });
    return undefined;
  }
}

function storePrepared(file: string, prepared: Prepared): void {
  writeWhole(file, encodePlain(prepared));
}

/** Editing a package leaves megabytes behind at every step; only the latest is likely to be asked for again. */
function dropOthers(slug: string, kept: string): void {
  const folder = dirname(kept);
  const own = new RegExp(`^${slug}-[0-9a-f]{24}\\.json$`);
  for (const name of readdirSync(folder))
    if (own.test(name) && name !== basename(kept)) rmSync(join(folder, name), { force: true });
}

function cacheFile({ slug, version }: ProblemPackage, cacheDir: string): string {
  const key = createHash('sha256').update(JSON.stringify([version, format, tfjsVersion, process.version]));
  return join(cacheDir, 'prepared', `${slug}-${key.digest('hex').slice(0, 24)}.json`);
}
